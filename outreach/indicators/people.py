"""Figures of teams, 法律明白人 and counsels: stocks of the cut-off day, persons counted once."""

from django.db.models import Q

from township.figures.indicator import Indicator, indicators
from township.figures.measures import AreasCovered, Count, Distinct, Stock, Sum

from ..models import CounselVisit, LegalAwarePerson, Team, TeamMember

MEMBER_ENDS = ("left_on", "record__valid_to")


indicators.add(
    Indicator(
        "outreach.teams",
        "法治宣传队伍支数",
        "支",
        "截止日在册的队伍数，含法治宣传队、讲师团、服务小分队和志愿队；撤销的不计。",
        Team,
        Stock(Count()),
        where=Q(kind__in=["outreach", "lecturers", "service", "volunteers"]),
        category="kind",
    ),
    Indicator(
        "outreach.team_members",
        "法治宣传队伍人数",
        "人",
        "截止日在册队伍的成员，按人去重，一人兼两队计一人；不含法律明白人。",
        TeamMember,
        Stock(Distinct("person"), begins=("record__date", "joined_on"), ends=MEMBER_ENDS),
        where=Q(record__kind__in=["outreach", "lecturers", "service", "volunteers"]),
    ),
    Indicator(
        "outreach.team_seats",
        "法治宣传队伍队员席位数",
        "个",
        "截止日在册队伍的成员席位，一人兼两队计两个。",
        TeamMember,
        Stock(Count(), begins=("record__date", "joined_on"), ends=MEMBER_ENDS),
        where=Q(record__kind__in=["outreach", "lecturers", "service", "volunteers"]),
    ),
    Indicator(
        "outreach.vice_principals",
        "法治副校长人数",
        "人",
        "截止日在册、类别为法治副校长的队伍成员，按人去重；不含在法治宣传队伍人数里。",
        TeamMember,
        Stock(Distinct("person"), begins=("record__date", "joined_on"), ends=MEMBER_ENDS),
        where=Q(record__kind=Team.Kind.VICE_PRINCIPALS),
    ),
    Indicator(
        "outreach.counsels",
        "村（社区）法律顾问人数",
        "人",
        "截止日在册、类别为村（社区）法律顾问的队伍成员，按人去重，一人服务几个村计一人；不含在法治宣传队伍人数里。",
        TeamMember,
        Stock(Distinct("person"), begins=("record__date", "joined_on"), ends=MEMBER_ENDS),
        where=Q(record__kind=Team.Kind.COUNSEL),
    ),
    Indicator(
        "outreach.legal_aware_people",
        "法律明白人人数",
        "人",
        "截止日在册的“法律明白人”人数，退出的不计；不并入法治宣传队伍人数。",
        LegalAwarePerson,
        Stock(Count()),
        category="identity",
        aliases=("法律明白人数",),
    ),
    Indicator(
        "outreach.legal_aware_villages",
        "有法律明白人的村（社区）数",
        "个",
        "截止日至少有一名在册“法律明白人”的村（社区）个数；不足规定名数的村在“法律明白人”台账里列出。",
        LegalAwarePerson,
        Stock(AreasCovered()),
    ),
    Indicator(
        "outreach.legal_aware_new",
        "新认定法律明白人人数",
        "人",
        "认定日期在统计期内的“法律明白人”人数，后来退出的也计。",
        LegalAwarePerson,
    ),
    Indicator(
        "outreach.counsel_visits",
        "村（社区）法律顾问服务次数",
        "次",
        "法律顾问到村值班、电话和线上服务的次数，一次服务几个事项仍计一次；镇里的合法性审查另计。",
        CounselVisit,
        category="method",
        aliases=("法律顾问服务次数",),
    ),
    Indicator(
        "outreach.counsel_days",
        "法律顾问到村值班次数",
        "次",
        "服务方式为“到村值班”的次数，已含在村（社区）法律顾问服务次数里。",
        CounselVisit,
        where=Q(method=CounselVisit.Method.ON_DUTY),
    ),
    Indicator(
        "outreach.counsel_served",
        "法律顾问服务群众人次",
        "人次",
        "各次村（社区）法律顾问服务的服务人次相加，不是按人去重，不与普法活动现场咨询人次相加。",
        CounselVisit,
        Sum("served"),
    ),
    Indicator(
        "outreach.counsel_hours",
        "法律顾问服务时长",
        "小时",
        "各次村（社区）法律顾问服务时长相加，没填时长的不计。",
        CounselVisit,
        Sum("hours"),
    ),
    Indicator(
        "outreach.counsel_villages",
        "法律顾问服务覆盖村（社区）数",
        "个",
        "统计期内至少得到过一次法律顾问服务的村（社区）个数。",
        CounselVisit,
        AreasCovered(),
        where=Q(area__level=3),
        aliases=("村（社区）法律顾问覆盖数",),
    ),
)
