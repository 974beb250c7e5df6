"""Figures of disputes, checks and opinions."""

from django.db.models import Exists, OuterRef, Q

from township.figures.indicator import Indicator, indicators
from township.figures.measures import AreasCovered, Carried, Count, Ratio, Stock, Sum
from township.records.models.record import COUNTABLE

from ..models import Dispute, Hazard, Opinion, Petition, ReceptionMatter, RiskCheck, Session

# Cases that the police or a court led are not the township's own.
LED = Q(part="lead")
INITIATIVE = Q(origin__in=["initiative", "check"])
ENTRUSTED = Q(origin__in=["police", "prosecution", "court", "petition", "other"])
# A case is one case, whether a petition, a reception or both have led to it.
FROM_PETITIONS = Q(origin="petition") | Q(
    Exists(Petition.objects.countable().filter(dispute=OuterRef("pk")).order_by())
)
FROM_RECEPTIONS = Q(
    Exists(ReceptionMatter.objects.filter(dispute=OuterRef("pk"), record__state__in=COUNTABLE).order_by())
)
ACCEPTED_RULE = "按受理日期计；一个案号计一件，调几次、反悔后再调都不另计；本镇只是参与调解的不计。"
CLOSED_RULE = "按结案日期计，不论哪一年受理；本镇只是参与调解的不计。"


def closed(key, label, definition, **fields):
    """A number of disputes that were concluded in a certain way, counted on the day they were closed."""
    where = LED & Q(**fields)
    return Indicator(
        f"disputes.{key}",
        label,
        "件",
        f"{definition}{CLOSED_RULE}",
        Dispute,
        where=where,
        date="closed_on",
        category="kind",
    )


indicators.add(
    Indicator(
        "checks.rounds",
        "矛盾纠纷排查次数",
        "次",
        "做了几次排查，一次排查计一次，没有发现隐患的零报告也计。",
        RiskCheck,
        category="kind",
    ),
    Indicator(
        "checks.found",
        "排查不稳定因素件数",
        "件次",
        "各次排查出的隐患件数相加；与排查次数、化解件数、调解件数是不同的数，不与调解件数相加。",
        RiskCheck,
        Sum("found"),
        aliases=("排查不稳定因素件次", "排查出隐患件数"),
    ),
    Indicator(
        "checks.settled",
        "排查当场化解件数",
        "件",
        "各次排查中当场化解的隐患件数相加，不含后来转为调解的。",
        RiskCheck,
        Sum("settled"),
    ),
    Indicator(
        "checks.reported",
        "排查隐患上报件数",
        "件",
        "各次排查后上报的隐患件数相加。",
        RiskCheck,
        Sum("reported"),
    ),
    Indicator(
        "checks.households",
        "排查走访户次",
        "户次",
        "各次排查走访户数相加，同一户走访两次计两户次。",
        RiskCheck,
        Sum("households"),
    ),
    Indicator(
        "checks.participants",
        "参加排查人次",
        "人次",
        "各次排查参加人数相加，不是按人去重。",
        RiskCheck,
        Sum("participants"),
    ),
    Indicator(
        "checks.villages",
        "开展排查的村（社区）数",
        "个",
        "统计期内至少做过一次矛盾纠纷排查的村（社区）个数。",
        RiskCheck,
        AreasCovered(),
        where=Q(area__level=3),
    ),
    Indicator(
        "checks.listed",
        "排查隐患登记件数",
        "件",
        "排查台账的隐患清单里逐件登记的隐患，按排查日期计。",
        Hazard,
        category="kind",
    ),
    Indicator(
        "checks.resolved",
        "排查化解矛盾纠纷件数",
        "件",
        "隐患清单里状态为已化解的隐患，按排查日期计；转为调解的在调解台账里计，不与调解件数相加。",
        Hazard,
        where=Q(progress="settled"),
        category="kind",
    ),
    Indicator(
        "checks.resolved_rate",
        "排查隐患化解率",
        "%",
        "隐患清单里已化解的件数÷逐件登记的隐患件数；转为调解和上报的留在分母里。",
        Hazard,
        Ratio("checks.resolved", "checks.listed"),
    ),
    Indicator(
        "checks.high_risk",
        "排查高风险隐患件数",
        "件",
        "隐患清单里风险等级为高的隐患，按排查日期计。",
        Hazard,
        where=Q(risk="high"),
    ),
    Indicator(
        "checks.to_mediation",
        "排查隐患转调解件数",
        "件",
        "隐患清单里转为调解的隐患，按排查日期计；纠纷本身在调解台账里计，两边不相加。",
        Hazard,
        where=Q(progress="mediation") | Q(dispute__isnull=False),
    ),
    Indicator(
        "disputes.accepted",
        "受理矛盾纠纷件数",
        "件",
        f"统计期内受理的矛盾纠纷。{ACCEPTED_RULE}",
        Dispute,
        where=LED,
        category="kind",
    ),
    Indicator(
        "disputes.joined",
        "参与调解矛盾纠纷件数",
        "件",
        "派出所、法庭等主持、本镇参与调解的矛盾纠纷，按受理日期计；不并入本镇调解件数。",
        Dispute,
        where=Q(part="joined"),
    ),
    closed(
        "mediated",
        "调解矛盾纠纷件数",
        "统计期内调解终结（达成协议和调解不成）的矛盾纠纷，撤回、转办和正在调解的不计。",
        result__in=["agreed", "failed"],
    ),
    closed("agreed", "调解成功件数", "统计期内达成协议的矛盾纠纷。", result="agreed"),
    closed("failed", "调解不成终止件数", "统计期内调解不成而终止的矛盾纠纷。", result="failed"),
    closed("withdrawn", "当事人撤回纠纷件数", "统计期内当事人撤回的矛盾纠纷。", result="withdrawn"),
    closed("referred", "转其他途径纠纷件数", "统计期内转其他途径处理的矛盾纠纷。", result="referred"),
    closed(
        "closed",
        "办结矛盾纠纷件数",
        "统计期内有了结果的矛盾纠纷，含达成协议、调解不成、撤回和转办。",
        closed_on__isnull=False,
    ),
    Indicator(
        "disputes.success_rate",
        "调解成功率",
        "%",
        "达成协议件数÷（达成协议件数＋调解不成终止件数），按结案日期计；正在调解、撤回、转办的不进分母。",
        Dispute,
        Ratio("disputes.agreed", "disputes.mediated"),
        date="closed_on",
    ),
    Indicator(
        "disputes.success_of_accepted",
        "调解成功率（按受理）",
        "%",
        "达成协议件数（按结案日期计）÷受理件数（按受理日期计）；本镇按哪种算法，由当年的调解办案规则定。",
        Dispute,
        Ratio("disputes.agreed", "disputes.accepted"),
        date="closed_on",
    ),
    Indicator(
        "disputes.own_initiative",
        "主动调解纠纷件数",
        "件",
        f"没有当事人申请、由调解组织主动调解的矛盾纠纷，含排查发现的。{ACCEPTED_RULE}",
        Dispute,
        where=LED & INITIATIVE,
    ),
    Indicator(
        "disputes.entrusted",
        "委托移送调解纠纷件数",
        "件",
        f"公安机关、检察院、法院、信访部门和其他部门委托移送调解的矛盾纠纷。{ACCEPTED_RULE}",
        Dispute,
        where=LED & ENTRUSTED,
    ),
    Indicator(
        "disputes.sessions",
        "矛盾纠纷调解次数",
        "次",
        "统计期内做了几次调解，按每次调解的日期计；一个案件调几次计几次，与件数不同。",
        Session,
        where=Q(record__part="lead"),
        date="held_on",
    ),
    Indicator(
        "disputes.carried",
        "上期结转矛盾纠纷件数",
        "件",
        "统计期开始前已受理、还没有结案的矛盾纠纷；本镇只是参与调解的不计。",
        Dispute,
        Carried(Count(), ends=("closed_on",)),
        where=LED,
        category="kind",
        aliases=("上年结转矛盾纠纷件数",),
    ),
    Indicator(
        "disputes.open",
        "在调矛盾纠纷件数",
        "件",
        "截止日已受理、还没有结案的矛盾纠纷；上年结转件数＋本年受理件数＝本年办结件数＋结转下年件数。",
        Dispute,
        Stock(Count(), ends=("closed_on",)),
        where=LED,
        category="kind",
        aliases=("结转下期矛盾纠纷件数", "结转下年矛盾纠纷件数"),
    ),
    Indicator(
        "disputes.from_checks",
        "排查发现后调解纠纷件数",
        "件",
        f"由排查发现而受理的矛盾纠纷。{ACCEPTED_RULE}",
        Dispute,
        where=LED & (Q(origin="check") | Q(risk_check__isnull=False)),
    ),
    Indicator(
        "disputes.from_petitions",
        "信访转来纠纷件数",
        "件",
        f"由信访转来调解的矛盾纠纷，几件信访反映同一纠纷的计一件。{ACCEPTED_RULE}",
        Dispute,
        where=LED & FROM_PETITIONS,
    ),
    Indicator(
        "disputes.from_receptions",
        "接访转来纠纷件数",
        "件",
        f"领导接访中转来调解的矛盾纠纷，既有信访又有接访的两个数里各计一次，受理件数里只计一件。{ACCEPTED_RULE}",
        Dispute,
        where=LED & FROM_RECEPTIONS,
    ),
    closed(
        "followed_up",
        "调解回访件数",
        "统计期内结案、已经回访的矛盾纠纷。",
        followed_up_on__isnull=False,
    ),
    Indicator(
        "disputes.amount",
        "矛盾纠纷涉及金额",
        "元",
        "统计期内受理的矛盾纠纷涉及金额相加，没有填金额的不计。",
        Dispute,
        Sum("amount"),
        where=LED,
    ),
    Indicator(
        "disputes.people",
        "矛盾纠纷涉及人次",
        "人次",
        "统计期内受理的矛盾纠纷涉及人数相加，不是按人去重。",
        Dispute,
        Sum("people_involved"),
        where=LED,
    ),
    Indicator(
        "disputes.difficult",
        "疑难复杂纠纷件数",
        "件",
        f"难易程度为疑难复杂或重大的矛盾纠纷。{ACCEPTED_RULE}",
        Dispute,
        where=LED & Q(difficulty__in=["difficult", "major"]),
    ),
    Indicator(
        "disputes.groups",
        "群体性纠纷件数",
        "件",
        f"涉及人数5人以上（含5人）的矛盾纠纷。{ACCEPTED_RULE}",
        Dispute,
        where=LED & Q(people_involved__gte=5),
    ),
    closed("oral", "口头调解协议件数", "统计期内达成口头协议的矛盾纠纷。", agreement_form="oral"),
    closed("written", "书面调解协议件数", "统计期内达成书面协议的矛盾纠纷。", agreement_form="written"),
    closed(
        "performed",
        "调解协议已履行件数",
        "统计期内达成协议、已经履行（含当场履行）的矛盾纠纷。",
        result="agreed",
        performance__in=["at_once", "done"],
    ),
    closed(
        "confirmed",
        "调解协议司法确认件数",
        "统计期内达成协议、法院已作司法确认的矛盾纠纷。",
        result="agreed",
        confirmation="confirmed",
    ),
    Indicator(
        "opinions.collected",
        "群众意见收集条数",
        "条",
        "统计期内收集的群众意见建议，一人提三条计三条，按收集日期计。",
        Opinion,
        category="channel",
        aliases=("收集群众意见条数",),
    ),
    Indicator(
        "opinions.answered",
        "群众意见答复条数",
        "条",
        "统计期内答复的群众意见建议，按答复日期计，不论哪一年收集。",
        Opinion,
        date="answered_on",
        category="progress",
    ),
    Indicator(
        "opinions.open",
        "未答复群众意见条数",
        "条",
        "截止日已收集、还没有答复的群众意见建议。",
        Opinion,
        Stock(Count(), ends=("answered_on",)),
    ),
    Indicator(
        "opinions.hardships",
        "收集群众难题件数",
        "件",
        "统计期内收集的群众意见中属于群众难题的，按收集日期计。",
        Opinion,
        where=Q(is_hardship=True),
    ),
    Indicator(
        "opinions.hardships_solved",
        "化解群众难题件数",
        "件",
        "属于群众难题并且已解决的群众意见，按答复日期计；与调解矛盾纠纷是两回事，两个数相同也不互相替代。",
        Opinion,
        where=Q(is_hardship=True, progress="solved"),
        date="answered_on",
        aliases=("化解群众难题件次",),
    ),
)
