"""The registers of proceedings, suggestions, letters of responsibility, inspections and surveys."""

from django.db.models import Q

from township.records.deadlines import Deadline
from township.records.register import LineSet, Register, register

from ..models import (
    CongressSuggestion,
    Finding,
    Inspection,
    LegalProceeding,
    ResponsibilityLetter,
    SatisfactionSurvey,
)


@register
class LegalProceedings(Register):
    model = LegalProceeding
    slug = "legal-proceedings"
    concluded = "closed_on"
    label = "复议应诉"
    menu = "依法行政"
    order = 58
    unit = "件"
    intro = "以本镇为被申请人、被告或第三人的复议和诉讼，一审、二审各录一件；没有发生的报零报告。"
    village_entry = False
    columns = ("date", "title", "act", "attendance", "result", "closed_on", "lost")
    fieldsets = (
        ("收案情况", ("kind", "case_number", "standing", "date", "act", "opponent")),
        ("开庭", ("hearing_on", "attendance", "attended_by", "agent", "area")),
        ("结案", ("result", "closed_on", "lost", "performance")),
        ("建议和意见", ("advice", "advice_answered_on")),
        ("其他", ("title", "office", "provider", "external_ref", "note")),
    )
    filters = ("kind", "standing", "attendance", "result", "lost")
    search = ("title", "case_number", "act", "advice", "note")
    needed_for_approval = ("attendance", "attended_by", "lost")
    deadlines = (
        Deadline(
            "出庭应诉",
            since="hearing_on",
            open=Q(result=LegalProceeding.Result.PENDING, attendance=""),
            notice=15,
        ),
    )
    copied = ("kind", "standing", "agent", "office")

    @classmethod
    def missing(cls, record):
        """Who came to court and who won, once it is over; a case that is still pending lacks nothing."""
        if record.result == LegalProceeding.Result.PENDING:
            return ()
        attended = record.attendance == LegalProceeding.Attendance.ATTENDED
        return tuple(name for name in super().missing(record) if name != "attended_by" or attended)


@register
class CongressSuggestions(Register):
    model = CongressSuggestion
    slug = "congress-suggestions"
    label = "建议提案"
    menu = "依法行政"
    order = 59
    unit = "件"
    intro = "人大代表建议和县政协提案，一件录一条；答复后填答复日期、办理类别和满意度。"
    village_entry = False
    columns = ("date", "number", "title", "kind", "mode", "answered_on", "satisfaction")
    fieldsets = (
        ("交办情况", ("kind", "number", "title", "date", "mode", "office")),
        ("答复情况", ("due_on", "answered_on", "outcome", "satisfaction", "talks", "again")),
        ("其他", ("session", "proposer", "area", "provider", "note")),
    )
    filters = ("kind", "mode", "office", "outcome", "satisfaction", "again")
    search = ("title", "number", "proposer", "note")
    required = ("title", "office")
    needed_for_approval = ("answered_on", "outcome", "satisfaction")
    deadlines = (
        Deadline(
            "答复建议、提案",
            since="due_on",
            open=Q(answered_on=None) & ~Q(mode=CongressSuggestion.Mode.ASSIST),
        ),
    )
    copied = ("kind", "session", "mode", "office")

    @classmethod
    def missing(cls, record):
        """The answer, of those that the township has to give; helping another office needs none."""
        return () if record.mode == CongressSuggestion.Mode.ASSIST else super().missing(record)


@register
class ResponsibilityLetters(Register):
    model = ResponsibilityLetter
    slug = "responsibility-letters"
    label = "责任书"
    menu = "依法行政"
    order = 60
    unit = "条"
    intro = "同一天与同一类对象签的录一条，份数写几份；一式两份算 1 份。"
    village_entry = False
    columns = ("date", "title", "kind", "partner", "partner_name", "copies", "result")
    fieldsets = (
        ("签订情况", ("title", "kind", "partner", "partner_name", "date", "copies")),
        ("更多内容", ("year", "area", "responsible", "expires_on", "result")),
        ("其他", ("office", "provider", "note")),
    )
    filters = ("year", "kind", "partner", "result")
    search = ("title", "partner_name", "note")
    totals = ("copies",)
    required = ("title",)
    deadlines = (Deadline("考核责任书", since="expires_on", open=Q(result="")),)
    copied = ("title", "kind", "partner", "partner_name", "office")


@register
class Inspections(Register):
    model = Inspection
    slug = "inspections"
    label = "督察整改"
    menu = "依法行政"
    order = 61
    unit = "次"
    intro = "一次反馈录一条，一个问题填一行；整改有了进展，打开原来的记录改那一行。"
    village_entry = False
    columns = ("date", "title", "origin", "document_number")
    fieldsets = (
        ("反馈情况", ("origin", "date", "title", "document_number", "area")),
        ("其他", ("office", "provider", "note")),
    )
    filters = ("origin",)
    search = ("title", "document_number", "note")
    lines = (
        LineSet(
            Finding,
            (
                "content",
                "stage",
                "responsible_office",
                "responsible",
                "due_on",
                "done_on",
                "measures",
                "progress",
                "closed_on",
                "closing_basis",
                "recurrent",
            ),
            "问题与整改",
            min_rows=1,
        ),
    )
    deadlines = (
        Deadline(
            "整改到位",
            since="findings__due_on",
            open=Q(findings__stage__in=[Finding.Stage.NOT_STARTED, Finding.Stage.UNDER_WAY]),
            row="findings__content",
            shortfall=True,
        ),
        Deadline(
            "报请销号",
            since="findings__done_on",
            open=Q(findings__stage=Finding.Stage.DONE),
            row="findings__content",
            shortfall=True,
        ),
    )
    copied = ("origin", "office")


@register
class SatisfactionSurveys(Register):
    model = SatisfactionSurvey
    slug = "satisfaction-surveys"
    label = "法治满意度测评"
    menu = "依法行政"
    order = 62
    unit = "次"
    intro = "一次测评录一条，填样本数和满意数，满意率自动算出。"
    village_entry = False
    columns = ("date", "title", "organiser", "sample", "satisfied", "rate")
    fieldsets = (
        ("测评情况", ("title", "date", "sample", "satisfied", "area", "organiser")),
        ("其他", ("office", "approximate", "provider", "note")),
    )
    search = ("title", "organiser", "note")
    totals = ("sample", "satisfied")
    required = ("title",)
    copied = ("title", "organiser", "office")
