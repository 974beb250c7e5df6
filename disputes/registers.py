"""The registers of disputes, checks and opinions."""

from township.records.register import LineSet, Register, register

from .forms import DisputeForm
from .models import Dispute, Hazard, Opinion, Party, RiskCheck


@register
class RiskChecks(Register):
    model = RiskCheck
    slug = "risk-checks"
    label = "矛盾纠纷排查"
    menu = "矛盾纠纷"
    order = 30
    unit = "次"
    intro = "做一次排查录一条，没有发现隐患填 0。不得录入重点人员姓名和稳控措施。"
    cases = True
    internal = True
    columns = ("date", "area", "kind", "found", "settled", "reported", "households")
    fieldsets = (
        ("排查情况", ("date", "area", "kind", "found", "settled", "reported")),
        ("更多内容", ("title", "organiser", "participants", "households", "closed_on", "office")),
        ("其他", ("approximate", "provider", "external_ref", "note")),
    )
    filters = ("kind",)
    search = ("title", "organiser", "note")
    totals = ("found", "settled", "reported", "households")
    lines = (
        LineSet(
            Hazard,
            ("kind", "summary", "risk", "responsible", "due_on", "progress", "dispute"),
            "隐患清单",
            extra_rows=0,
        ),
    )
    alike = ("kind",)
    copied = ("kind", "organiser", "office")


@register
class Disputes(Register):
    model = Dispute
    slug = "disputes"
    label = "矛盾纠纷调解"
    menu = "矛盾纠纷"
    order = 31
    unit = "件"
    intro = "一个纠纷录一件，调几次都是一件；反悔后再调，打开原来的记录修改。"
    form_class = DisputeForm
    cases = True
    internal = True
    columns = ("date", "title", "area", "kind", "result", "closed_on", "amount")
    fieldsets = (
        ("受理情况", ("date", "area", "kind", "origin", "summary")),
        (
            "调解情况",
            (
                "organisation",
                "part",
                "mediators",
                "people_involved",
                "amount",
                "difficulty",
                "risk_check",
            ),
        ),
        ("结案情况", ("result", "closed_on", "agreement_form", "performance", "confirmation")),
        ("回访", ("followed_up_on", "follow_up")),
        ("其他", ("title", "case_number", "external_ref", "office", "provider", "note")),
    )
    filters = ("kind", "origin", "result", "organisation", "difficulty", "part")
    search = ("title", "summary", "case_number", "external_ref", "note")
    totals = ("amount",)
    lines = (
        LineSet(
            Party,
            ("name", "gender", "age", "id_number", "phone", "address"),
            "当事人",
            extra_rows=2,
            personal=True,
        ),
    )
    copied = ("kind", "origin", "organisation", "office")


@register
class Opinions(Register):
    model = Opinion
    slug = "opinions"
    label = "群众意见"
    menu = "矛盾纠纷"
    order = 32
    unit = "条"
    intro = "一条意见录一条，一人提三条录三条；属于群众难题的打勾，办完填答复日期。"
    internal = True
    columns = ("date", "area", "channel", "content", "kind", "is_hardship", "progress", "answered_on")
    fieldsets = (
        ("意见情况", ("date", "area", "channel", "content", "kind", "is_hardship")),
        ("办理情况", ("office", "progress", "answered_on", "outcome", "satisfaction", "dispute")),
        ("反映人", ("reporter", "reporter_phone")),
        ("其他", ("title", "provider", "external_ref", "note")),
    )
    filters = ("channel", "kind", "is_hardship", "progress", "satisfaction")
    search = ("title", "content", "outcome", "note")
    copied = ("channel", "kind", "office")

    @classmethod
    def missing(cls, record):
        """What has been answered needs to say who dealt with it and how."""
        if record.progress not in (Opinion.Progress.SOLVED, Opinion.Progress.EXPLAINED):
            return ()
        return tuple(name for name in ("office", "outcome") if not getattr(record, name))
