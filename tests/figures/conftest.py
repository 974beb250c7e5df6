"""Indicators of the tests' own over the outreach registers, one of each measure."""

import pytest
from django.db.models import Exists, OuterRef, Q

from outreach.models import OutreachEvent, OutreachMaterial, Team, TeamMember
from township.figures.indicator import Indicator, indicators
from township.figures.measures import AreasCovered, Count, Distinct, MonthsCovered, Ratio, Stock, Sum

TAGGED = Exists(
    OutreachEvent.topics.through.objects.filter(
        outreachevent_id=OuterRef("pk"), topic__key__in=["constitution-week", "constitution-day"]
    )
)


def own(key, unit, records, measure=None, **options):
    """An indicator of the tests, under a key and label that no app uses."""
    return Indicator(f"test.{key}", f"测试{key}", unit, "测试用。", records, measure or Count(), **options)


OWN = (
    own("events", "场", OutreachEvent, category="setting"),
    own("attendance", "人次", OutreachEvent, Sum("attendance")),
    own("consultations", "人次", OutreachEvent, Sum("consultations")),
    own("tagged", "场", OutreachEvent, where=Q(TAGGED)),
    own("tagged_attendance", "人次", OutreachEvent, Sum("attendance"), where=Q(TAGGED)),
    own("hosted", "场", OutreachEvent, where=Q(part="host")),
    own("months", "个月", OutreachEvent, MonthsCovered()),
    own("places", "个", OutreachEvent, AreasCovered()),
    own("settings", "个", OutreachEvent, Distinct("setting")),
    own("materials", "份", OutreachMaterial, Sum("quantity"), category="kind"),
    own("material_lines", "条", OutreachMaterial),
    own("leaflets", "份", OutreachMaterial, Sum("quantity"), where=Q(kind="leaflet")),
    own("hosted_share", "%", OutreachEvent, Ratio("test.hosted", "test.events")),
    own("teams", "支", Team, Stock(Count()), category="kind"),
    own("team_kinds", "类", Team, Stock(Distinct("kind"))),
    own(
        "members",
        "人",
        TeamMember,
        Stock(Distinct("person"), begins=("record__date", "joined_on"), ends=("left_on", "record__valid_to")),
    ),
    own("closed", "支", Team, date="valid_to"),
)


@pytest.fixture
def own_indicators():
    """{name: indicator}, registered for the time of the test."""
    indicators.add(*OWN)
    yield {indicator.key.removeprefix("test."): indicator for indicator in OWN}
    for indicator in OWN:
        del indicators.by_key[indicator.key]
        del indicators.by_label[indicator.label]


@pytest.fixture
def value(own_indicators):
    """`value("events", area, period)` reads one figure."""
    from township.figures.reading import read

    def _value(name, area, period, **options):
        indicator = own_indicators[name]
        return read([indicator], area=area, period=period, **options)[indicator.key].value

    return _value
