"""A figure as pages show it: beside last year's, both opening the records that they count."""

from dataclasses import dataclass

from township.people.roles import Power

from .comparison import Compared
from .drilldown import drill_url


@dataclass(frozen=True)
class Tile:
    """One figure of a page and the addresses of exactly the records that it and last year's count.

    Both are empty for those who read no records of it, as the county.
    """

    compared: Compared
    url: str = ""
    before_url: str = ""


def tile_of(compared, choice):
    """The figure with its addresses."""
    indicator, gate = compared.indicator, choice.gate
    if not gate.can_in(indicator.register, Power.READ):
        return Tile(compared)
    now, before = (
        drill_url(indicator, area=choice.area, period=period, office=gate.office)
        for period in (choice.period, choice.period.last_year())
    )
    return Tile(compared, now, before)
