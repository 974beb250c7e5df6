"""Figures of meetings and leading groups."""

from django.db.models import Exists, OuterRef, Q

from township.figures.indicator import Indicator, indicators
from township.figures.measures import Count, Distinct, MonthsCovered, Stock

from ..models import AgendaItem, LeadingGroup, LeadingGroupMember, Meeting

Kind = Meeting.Kind


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
        glance="法治建设会议按种类分",
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
)
