"""Figures of law-based administration."""

from django.db.models import Exists, OuterRef, Q

from township.figures.indicator import Indicator, indicators
from township.figures.measures import Count, Distinct, MonthsCovered, Stock, Sum

from .models import AgendaItem, LeadingGroup, LeadingGroupMember, LegalReview, Meeting

Kind = Meeting.Kind
ENFORCEMENT = Q(kind=LegalReview.Kind.ENFORCEMENT)
BY_COUNSEL = Q(method=LegalReview.Method.COUNSEL)
# One matter is one of three: legality review, review of an enforcement decision, review by counsel.
LEGALITY = ~ENFORCEMENT & ~BY_COUNSEL


def meetings(key, label, definition, where):
    """The number of meetings that meet a condition."""
    return Indicator(f"governance.{key}", label, "次", definition, Meeting, where=where)


def with_agenda(*kinds):
    """Meetings with at least one agenda item of the kinds, however many."""
    return Q(Exists(AgendaItem.objects.filter(record_id=OuterRef("pk"), kind__in=kinds)))


indicators.add(
    Indicator(
        "governance.meetings",
        "法治建设会议次数",
        "次",
        "有法治议题的各类会议次数，一次会议有几个议题仍计一次。",
        Meeting,
        category="kind",
    ),
    meetings(
        "party_committee",
        "党委会研究法治次数",
        "有法治议题的党委会议次数；三个议题也只计一次，议题项数另计，不等于法治建设专题会议。",
        Q(kind=Kind.PARTY_COMMITTEE),
    ),
    meetings(
        "joint_session",
        "党政联席会研究法治次数",
        "有法治议题的党政联席会议次数。",
        Q(kind=Kind.JOINT_SESSION),
    ),
    meetings(
        "office_meeting",
        "镇长办公会研究法治次数",
        "有法治议题的镇长办公会议次数。",
        Q(kind=Kind.OFFICE_MEETING),
    ),
    meetings(
        "dedicated",
        "法治建设专题会议次数",
        "整场只议法治的会议次数：会议类别为“法治专题会议”，或者勾选了“专题会议”；只有个别法治议题的会议不计。",
        Q(kind=Kind.DEDICATED) | Q(dedicated=True),
    ),
    meetings("liaison", "法治建设联席会议次数", "会议类别为“联席会议”的次数。", Q(kind=Kind.LIAISON)),
    Indicator(
        "governance.liaison_months",
        "法治建设联席会议召开月数",
        "个月",
        "至少开过一次联席会议的月份数，全年每月召开为 12；一个月开两次仍计一个月。",
        Meeting,
        MonthsCovered(),
        where=Q(kind=Kind.LIAISON),
    ),
    Indicator(
        "governance.agenda_items",
        "法治议题项数",
        "项",
        "各类会议法治议题的项数相加，与会议次数分列。",
        AgendaItem,
        category="kind",
    ),
    Indicator(
        "governance.problems",
        "研究解决重点难点问题项数",
        "项",
        "类型为“研究重点难点”的法治议题项数。",
        AgendaItem,
        where=Q(kind=AgendaItem.Kind.PROBLEM),
    ),
    meetings(
        "briefings",
        "听取法治建设情况汇报次数",
        "至少有一项“听取汇报”议题的会议次数。",
        with_agenda(AgendaItem.Kind.BRIEFING),
    ),
    meetings(
        "principal_chaired",
        "主要负责人主持研究法治次数",
        "由党委书记或镇长（人员名册里的党政主要负责人）主持的、有法治议题的会议次数。",
        Q(chair__principal=True),
    ),
    meetings(
        "justice_office_present",
        "司法所列席会议次数",
        "勾选“司法所列席”的会议次数。",
        Q(justice_office_present=True),
    ),
    meetings(
        "counsel_present",
        "法律顾问列席会议次数",
        "勾选“法律顾问列席”的会议次数；法律顾问参与审查的事项另计。",
        Q(counsel_present=True),
    ),
    Indicator(
        "governance.leading_groups",
        "法治建设领导小组个数",
        "个",
        "截止日仍在的领导小组（委员会）个数，撤销的不计；人员调整不重复计。",
        LeadingGroup,
        Stock(Count()),
    ),
    Indicator(
        "governance.leading_group_members",
        "领导小组成员人数",
        "人",
        "截止日在册领导小组的成员名单，按人去重，一人在两个小组计一人。",
        LeadingGroupMember,
        Stock(
            Distinct("person"),
            begins=("record__date", "joined_on"),
            ends=("left_on", "record__valid_to"),
        ),
    ),
    Indicator(
        "governance.legality_reviews",
        "合法性审查件数",
        "件",
        "由司法所审查或报县司法局审查的事项件数，按送审日期计，同一事项审几稿计一件；"
        "重大执法决定法制审核和法律顾问审查的另计。",
        LegalReview,
        where=LEGALITY,
        category="kind",
    ),
    Indicator(
        "governance.legality_review_rounds",
        "合法性审查次数",
        "次",
        "合法性审查事项的审查次数相加，同一事项审两稿计两次；范围与合法性审查件数相同。",
        LegalReview,
        Sum("rounds"),
        where=LEGALITY,
    ),
    Indicator(
        "governance.enforcement_reviews",
        "重大执法决定法制审核件数",
        "件",
        "事项类别为“重大执法决定法制审核”的件数，按送审日期计；不计入合法性审查件数。",
        LegalReview,
        where=ENFORCEMENT,
    ),
    Indicator(
        "governance.counsel_reviews",
        "法律顾问参与重大事项审查件数",
        "件次",
        "审查方式为“法律顾问审查”的事项件数，按送审日期计，同一事项审几稿计一件；"
        "法制审核和法律顾问列席会议不计，也不计入合法性审查件数。",
        LegalReview,
        where=BY_COUNSEL & ~ENFORCEMENT,
        category="kind",
    ),
    Indicator(
        "governance.contracts",
        "合同审查份数",
        "份",
        "事项类别为“行政合同”的审查件数，含法律顾问审查的；同一合同审几稿计一份。",
        LegalReview,
        where=Q(kind=LegalReview.Kind.CONTRACT),
    ),
    Indicator(
        "governance.normative_documents",
        "规范性文件合法性审查件数",
        "件",
        "事项类别为“行政规范性文件”的审查件数，各种审查方式都计；红头文件不等于规范性文件。",
        LegalReview,
        where=Q(kind=LegalReview.Kind.NORMATIVE_DOCUMENT),
    ),
    Indicator(
        "governance.decisions",
        "重大行政决策合法性审查件数",
        "件",
        "事项类别为“重大行政决策”的审查件数，各种审查方式都计。",
        LegalReview,
        where=Q(kind=LegalReview.Kind.DECISION),
    ),
    Indicator(
        "governance.review_opinions",
        "合法性审查意见条数",
        "条",
        "各类审查事项提出的意见条数相加，含法制审核和法律顾问提出的；没有填的不计。",
        LegalReview,
        Sum("opinions"),
    ),
    Indicator(
        "governance.opinion_letters",
        "法律意见书份数",
        "份",
        "有意见书编号的审查事项件数，按出具日期计。",
        LegalReview,
        where=~Q(opinion_number=""),
        date="issued_on",
    ),
)
