"""The registers of meetings and leading groups."""

from django.db.models import Q

from township.records.deadlines import Deadline
from township.records.register import LineSet, Register, register

from ..forms import MeetingForm
from ..models import AgendaItem, LeadingGroup, LeadingGroupMember, Meeting


@register
class Meetings(Register):
    model = Meeting
    slug = "meetings"
    label = "会议"
    menu = "依法行政"
    order = 50
    unit = "次"
    intro = "有法治议题的会议才录，一次会议录一条，议题逐项填；会前学法另在“学法活动”里录。"
    village_entry = False
    form_class = MeetingForm
    columns = ("date", "title", "kind", "chair", "dedicated", "present")
    fieldsets = (
        ("会议情况", ("kind", "date", "title", "chair", "area", "dedicated")),
        (
            "更多内容",
            (
                "attendees",
                "present",
                "observers",
                "justice_office_present",
                "counsel_present",
                "preceded_by_study",
                "minutes_number",
                "minutes_kept_at",
            ),
        ),
        ("其他", ("office", "provider", "note")),
    )
    filters = ("kind", "dedicated", "justice_office_present", "counsel_present")
    search = ("title", "minutes_number", "note")
    lines = (
        LineSet(
            AgendaItem,
            ("subject", "kind", "decision", "responsible", "due_on", "progress"),
            "法治议题",
            min_rows=1,
        ),
    )
    required = ("title",)
    alike = ("kind",)
    synonyms = {
        "date": ("会议日期", "会议时间", "召开时间"),
        "kind": ("会议类型", "会议形式"),
        "present": ("参会人数", "出席", "参加人数"),
        "agenda": ("议题", "会议议题", "会议内容", "研究事项"),
    }
    deadlines = (
        Deadline(
            "落实会议决定",
            since="agenda__due_on",
            open=Q(agenda__progress=""),
            row="agenda__subject",
        ),
    )
    copied = ("kind", "chair", "office", "minutes_kept_at")

    @classmethod
    def queryset_for_list(cls, queryset):
        return queryset.for_list().select_related("chair")


@register
class LeadingGroups(Register):
    model = LeadingGroup
    slug = "leading-groups"
    label = "领导小组"
    menu = "依法行政"
    order = 51
    unit = "个"
    intro = "一个机构录一条；人员变动发“调整”文的改原来的记录，撤销的填撤销日期，不要删除。"
    village_entry = False
    columns = ("title", "document_number", "head", "seat", "date", "adjusted_on", "valid_to")
    fieldsets = (
        ("机构情况", ("title", "date", "head", "seat", "area", "document_number")),
        ("更多内容", ("adjusted_on", "deputies", "director", "liaison", "tasks", "valid_to")),
        ("其他", ("office", "provider", "note")),
    )
    filters = ("seat",)
    search = ("title", "document_number", "tasks", "note")
    lines = (LineSet(LeadingGroupMember, ("person", "part", "joined_on", "left_on"), "成员", extra_rows=3),)
    required = ("title",)
    needed_for_approval = ("document_number",)
    copied = ("head", "seat", "director", "liaison", "office")

    @classmethod
    def queryset_for_list(cls, queryset):
        return queryset.for_list().select_related("head__area", "seat")
