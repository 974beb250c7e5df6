"""What the county stated of the township's year: most of it agrees, some differs, one difference is explained."""

import datetime

from township.figures.indicator import indicators
from township.figures.period import Period
from township.figures.reading import read
from township.operations.demo import seeder

from ..models import StatedFigure

YEAR = 2021
SOURCES = {
    "bureau": ("县司法局年度通报", datetime.date(2022, 1, 12)),
    "platform": ("省矛盾纠纷调解系统", datetime.date(2022, 1, 5)),
}
# (indicator, who states it, by how much it differs from the ledger, what explains that)
STATED = (
    ("outreach.events", "bureau", 0, ""),
    ("outreach.leaflets", "bureau", 200, ""),
    ("outreach.legal_aware_people", "bureau", 0, ""),
    ("training.courses", "bureau", 0, ""),
    ("disputes.accepted", "platform", -2, "系统按录入日期统计，两件在次年1月补录"),
    ("disputes.mediated", "platform", 1, ""),
    ("disputes.agreed", "platform", 0, ""),
)


@seeder
def seed(world):
    """The stated figures, each as far from the ledger as the table says."""
    if StatedFigure.objects.filter(area=world.township).exists():
        return
    wanted, period = [indicators.get(key) for key, *_ in STATED], Period.year(YEAR)
    figures = read(wanted, area=world.township, period=period)
    StatedFigure.objects.bulk_create(
        StatedFigure(
            area=world.township,
            indicator=key,
            start=period.start,
            end=period.end,
            value=figures[key].value + differs_by,
            source=SOURCES[source][0],
            stated_on=SOURCES[source][1],
            explanation=explanation,
            by=world.users["zonghe"],
        )
        for key, source, differs_by, explanation in STATED
    )
