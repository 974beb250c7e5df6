"""单位用错."""

from ..binding.profiles import unit_of
from ..quantities import KIND_OF
from .registry import Finding, Severity, check

SURE = 0.75
# Persons are counted by the roster, attendances add up; households and visits likewise (fields.md B).
APART = ({"person", "attendance"}, {"household", "household_visit"})


@check(Severity.ERROR, "单位用错")
def look(paper):
    """人 for 人次, 户 for 户次: units are types, and the ledger counts the other one."""
    for one in paper.bound:
        if one.indicator is None or one.score / 0.8 < SURE:
            continue
        unit = unit_of(one.indicator)
        if {KIND_OF.get(one.quantity.unit), KIND_OF.get(unit)} in APART:
            yield Finding(
                one.quantity.start,
                one.quantity.end,
                f"“{one.indicator.label}”的单位是{unit}，不能写成“{one.quantity.text}”。",
            )
