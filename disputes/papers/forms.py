"""Each paper of a case, from its record; what is not known stays empty to be written by hand."""

from township.printing import Clause, Facts, Field, Form, Grid, Signing, Text

from ..models import Dispute, FollowUp, Inquiry, Party, Session
from . import blocks
from .blocks import choice, day, number, party_facts

PARTIES_SIGN = "当事人（签名、盖章或按指印）"
CONSENT = "人民调解委员会已将申请人民调解的相关规定告知我，现自愿申请人民调解。"
# 人民调解法 arts. 4, 23, 24, 31, 33.
RIGHTS = """人民调解委员会调解民间纠纷，不收取任何费用。
当事人在人民调解活动中享有下列权利：
（一）选择或者接受人民调解员；
（二）接受调解、拒绝调解或者要求终止调解；
（三）要求调解公开进行或者不公开进行；
（四）自主表达意愿、自愿达成调解协议。
当事人在人民调解活动中履行下列义务：
（一）如实陈述纠纷事实；
（二）遵守调解现场秩序，尊重人民调解员；
（三）尊重对方当事人行使权利。
经人民调解委员会调解达成的调解协议，具有法律约束力，当事人应当按照约定履行。
达成调解协议后，双方当事人认为有必要的，可以自调解协议生效之日起三十日内共同向人民法院申请司法确认。"""
PROMISE = (
    "双方当事人出于解决纠纷的目的自愿达成协议，没有恶意串通、规避法律的行为；"
    "如果因为该协议内容而给他人造成损害的，愿意承担相应的民事责任和其他法律责任。"
)


def cover(case):
    closed = case.closed_on
    fields = (
        Field("卷名", case.get_kind_display(), wide=True),
        Field("人民调解委员会", blocks.committee_name(case), wide=True),
        Field("人民调解员", blocks.mediators(case), wide=True),
        Field("调解日期", f"{day(case.date)}　至　{day(closed)}", wide=True),
        Field("立卷人", "", wide=True),
        Field("立卷日期", "", wide=True),
        Field("保管期限", case.retention, wide=True),
        Field("备注", "", wide=True),
    )
    return Form("cover", "人民调解卷宗", (Facts(fields),), number(case, "卷号"), numbered=False, centred=True)


def application(case):
    return Form(
        "application",
        "人民调解申请书",
        (
            *party_facts(case),
            Text("纠纷简要情况：", case.summary, 6),
            Text("申请事项：", case.request, 4),
            Clause(CONSENT),
            Signing(("申请人（签名、盖章或按指印）",)),
        ),
    )


def registration(case):
    """受理登记表: where nobody applied, the committee writes down why it took the case on."""
    mark = {True: "√", False: "□"}
    applied = case.origin == Dispute.Origin.APPLICATION
    return Form(
        "registration",
        "人民调解受理登记表",
        (
            Facts((Field("受理日期", day(case.date)), Field("纠纷类型", case.get_kind_display()))),
            *party_facts(case, with_id=False),
            Facts(
                (
                    Field(
                        "案件来源",
                        f"{mark[applied]} 当事人申请　{mark[not applied]} 人民调解委员会主动调解",
                        wide=True,
                    ),
                    Field("具体来源", case.get_origin_display(), wide=True),
                )
            ),
            Text("纠纷简要情况：", case.summary, 6),
            Signing((PARTIES_SIGN, PARTIES_SIGN)),
            Facts((Field("登记人", str(case.registrar or "")), Field("登记日期", ""))),
            Signing((blocks.sealed_by(case),)),
        ),
        number(case),
    )


def rights(case):
    asked = choice(case, "hearing")
    return Form(
        "rights",
        "当事人权利义务告知书",
        (
            Clause(RIGHTS),
            Facts((Field("当事人要求调解", f"{asked}进行" if asked else "", wide=True),)),
            Clause("以上内容已向我告知，我同意由人民调解委员会调解。"),
            Signing(tuple(f"{blocks.letter(place)}（签名、盖章或按指印）" for place in _places(case))),
            Signing((blocks.sealed_by(case),)),
        ),
        number(case),
    )


def _places(case):
    return range(len(blocks.parties_of(case)))


def inquiries(case):
    return _each(
        case.inquiries.select_related("recorder"),
        Inquiry,
        lambda row, key: inquiry(case, row, key),
        "inquiry",
    )


def sessions(case):
    return _each(
        case.sessions.select_related("recorder"), Session, lambda row, key: session(case, row, key), "session"
    )


def follow_ups(case):
    return _each(
        case.follow_ups.select_related("visitor"),
        FollowUp,
        lambda row, key: follow_up(case, row, key),
        "follow-up",
    )


def _each(rows, model, build, key):
    """One form for each row; an empty one to write on where there is none yet."""
    return [build(row, f"{key}-{place}") for place, row in enumerate(list(rows) or [model()], 1)]


def inquiry(case, row, key):
    return Form(
        key,
        "人民调解调查记录",
        (
            Facts(
                (
                    Field("时间", day(row.asked_on)),
                    Field("地点", row.place),
                    Field("参加人", row.participants or "", wide=True),
                    Field("被调查人", row.asked or "", wide=True),
                )
            ),
            Text("记录：", row.account or "", 12),
            Signing(("被调查人（签名、盖章或按指印）", "调查人（签名）", "记录人（签名）")),
        ),
        number(case),
    )


def session(case, row, key):
    told = "人民调解员已告知当事人在调解活动中的权利和义务。" if row.rights_told else ""
    ended = row.outcome == Session.Outcome.ENDED
    advice = Dispute._meta.get_field("advice").labels(case.advice) if ended else ""
    return Form(
        key,
        "人民调解记录",
        (
            Facts(
                (
                    Field("时间", day(row.held_on)),
                    Field("地点", row.place),
                    Field("事由", case.get_kind_display(), wide=True),
                    Field("当事人", blocks.names(case), wide=True),
                    Field("参加人", row.participants or "", wide=True),
                )
            ),
            Text("告知权利义务：", told, 2),
            Text("各方陈述、证据和调解经过：", row.minutes or "", 12),
            Text("调解结果：", choice(row, "outcome"), 2),
            Text(
                "调解不成的，原因和告知的其他途径：",
                "\n".join(filter(None, (case.failure if ended else "", advice))),
                2,
            ),
            Signing(
                (PARTIES_SIGN, PARTIES_SIGN, "人民调解员（签名）", "记录人（签名）", blocks.sealed_by(case))
            ),
        ),
        number(case),
    )


def agreement(case):
    copies = len(blocks.parties_of(case)) + 1
    return Form(
        "agreement",
        "人民调解协议书",
        (
            *party_facts(case),
            Text("纠纷的主要事实、争议事项：", case.facts or case.summary, 6),
            Clause("经调解，自愿达成如下协议："),
            Text("协议内容：", case.terms, 8),
            *_performance(case),
            Clause(f"本协议一式{copies}份，当事人各持一份，人民调解委员会留存一份。"),
            Signing(
                (
                    *(f"{blocks.letter(place)}（签名、盖章或按指印）" for place in _places(case)),
                    "人民调解员（签名）",
                    "记录人（签名）",
                    blocks.sealed_by(case),
                )
            ),
        ),
        number(case),
    )


def oral_agreement(case):
    return Form(
        "oral-agreement",
        "人民调解口头协议登记表",
        (
            *party_facts(case),
            Facts((Field("协议日期", day(case.agreed_on)), Field("纠纷类型", case.get_kind_display()))),
            Text("纠纷的主要事实、争议事项：", case.facts or case.summary, 6),
            Text("口头协议内容：", case.terms, 8),
            *_performance(case),
            Signing(("人民调解员（签名）", "记录人（签名）", blocks.sealed_by(case))),
        ),
        number(case),
    )


def _performance(case):
    yield Facts(
        (
            Field("履行方式", case.performance_mode, wide=True),
            Field("履行地点", case.performance_place, wide=True),
            Field("履行期限", day(case.performance_due_on), wide=True),
        )
    )


def follow_up(case, row, key):
    yes_no = {True: "有", False: "无"} if row.pk else {True: "", False: ""}
    return Form(
        key,
        "人民调解回访记录",
        (
            Facts(
                (
                    Field("当事人", blocks.names(case), wide=True),
                    Field("调解协议编号", case.case_number, wide=True),
                    Field("回访事由", case.get_kind_display(), wide=True),
                    Field("回访时间", day(row.visited_on)),
                    Field("履行情况", choice(row, "performance")),
                    Field("满意度", choice(row, "satisfaction")),
                    Field("有无诉讼", yes_no[row.sued]),
                    Field("有无激化", yes_no[row.escalated]),
                )
            ),
            Text("回访情况：", row.found, 8),
            Facts((Field("回访人", str(row.visitor or "")),)),
            Signing((PARTIES_SIGN, "回访人（签名）")),
        ),
        number(case),
    )


def confirmation(case):
    """The joint application; people and organisations have different particulars."""
    kinds = {party.kind or Party.Kind.PERSON for party in blocks.parties_of(case)}
    between = "个人与单位" if Party.Kind.ORGANISATION in kinds else "个人与个人"
    named = case.case_number or "　　　　"
    return Form(
        "confirmation",
        f"司法确认申请书（{between}）",
        (
            *party_facts(case),
            Text("申请事项：", f"双方共同申请依法确认{named}人民调解协议的效力。"),
            Text("事实和理由：", _grounds(case), 5),
            Clause(PROMISE),
            Facts(
                (
                    Field("协议生效日期", day(case.effective_on)),
                    Field("申请截止日期", day(case.confirm_by)),
                )
            ),
            Clause(f"此致\n{case.confirmation_court or '＿＿＿＿＿＿人民法院'}"),
            Signing(tuple(f"申请人{blocks.letter(place)}（签名、盖章或按指印）" for place in _places(case))),
        ),
    )


def _grounds(case):
    if not case.agreed_on:
        return ""
    return (
        f"双方因{case.get_kind_display()}，于{day(case.agreed_on)}经{blocks.committee_name(case) or '人民调解委员会'}"
        "调解，自愿达成调解协议，现共同申请司法确认。"
    )


def closing(case):
    return Form(
        "closing",
        "人民调解结案报告表",
        (
            Facts(
                (
                    Field("承办单位", blocks.committee_name(case), wide=True),
                    Field("承办人", blocks.mediators(case), wide=True),
                    Field("受案时间", day(case.date)),
                    Field("结案时间", day(case.closed_on)),
                    Field("案件来源", case.get_origin_display()),
                    Field("纠纷类型", case.get_kind_display()),
                    Field("调解次数", blocks.blank(case.sessions.count() or "")),
                    Field("涉及金额（元）", blocks.blank(case.amount)),
                )
            ),
            *party_facts(case, with_id=False),
            Text("纠纷情况：", case.summary, 5),
            Text("调解结果：", _result(case), 4),
            Facts(
                (
                    Field("履行情况", choice(case, "performance")),
                    Field("履行完毕日期", day(case.performed_on)),
                )
            ),
            Signing(("承办人（签名）", "负责人（签名）", blocks.sealed_by(case))),
        ),
        number(case, "卷号"),
    )


def _result(case):
    if case.result == Dispute.Result.ONGOING:
        return ""
    words = (
        case.get_result_display(),
        choice(case, "agreement_form"),
        case.failure,
        case.referred_to,
        case.terms,
    )
    return "\n".join(word for word in words if word)


def notes(case):
    return Form(
        "notes", "卷宗情况说明", (Text("说明：", "", 16), Signing(("立卷人（签名）", "检查人（签名）")))
    )


def back(case):
    fields = (
        Field("本卷共", "　　　页", wide=True),
        Field("装订人", "", wide=True),
        Field("装订日期", "", wide=True),
    )
    return Form("back", "封　底", (Facts(fields),), numbered=False, centred=True)


def contents(forms):
    """卷内目录: the forms with the pages they begin on."""
    rows = tuple((str(place), form.title, "") for place, form in enumerate(forms, 1))
    targets = tuple(form.key for form in forms)
    table = Grid(("序号", "文书名称", "备注", "页号"), rows, (12, 52, 18, 18), targets)
    return Form("contents", "卷内目录", (table,), numbered=False)
