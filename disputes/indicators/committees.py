"""Figures of mediation bodies and mediators: what exists on the cut-off day."""

from django.db.models import Q

from township.figures.indicator import Indicator, indicators
from township.figures.measures import Count, Distinct, Stock

from ..models import MediationCommittee, Mediator

IN_OFFICE = {"begins": ("record__date", "joined_on"), "ends": ("record__valid_to", "left_on")}

indicators.add(
    Indicator(
        "committees.bodies",
        "人民调解组织个数",
        "个",
        "截止日在册的调解组织，撤销的不计。",
        MediationCommittee,
        Stock(Count()),
        category="kind",
    ),
    Indicator(
        "committees.village_bodies",
        "村（社区）调委会个数",
        "个",
        "截止日在册的村（社区）人民调解委员会，撤销的不计。",
        MediationCommittee,
        Stock(Count()),
        where=Q(kind="village"),
    ),
    Indicator(
        "committees.villages",
        "有调委会的村（社区）数",
        "个",
        "截止日有在册调委会的村（社区）个数。",
        MediationCommittee,
        Stock(Distinct("area")),
        where=Q(kind="village", area__level=3),
    ),
    Indicator(
        "committees.mediators",
        "人民调解员人数",
        "人",
        "截止日在册的调解员，按人去重，在两个调解组织任职的计一人；离任的不计。",
        Mediator,
        Stock(Distinct("person"), **IN_OFFICE),
    ),
    Indicator(
        "committees.full_time",
        "专职人民调解员人数",
        "人",
        "截止日在册的专职调解员，按人去重。",
        Mediator,
        Stock(Distinct("person"), **IN_OFFICE),
        where=Q(time="full"),
    ),
)
