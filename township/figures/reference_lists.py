"""The list of how a township counts its years."""

from township.people.models import Area
from township.records.reference.declaration import ReferenceList, reference_list

from .models import StatisticalYear
from .years import years_of


@reference_list
class StatisticalYears(ReferenceList):
    """Calendar years unless set otherwise; a change holds from a year on, so that earlier years stay as they were."""

    model = StatisticalYear
    slug = "statistical-years"
    label = "统计年度"
    intro = (
        "没有设置时一年从1月1日算到12月31日；按上年12月至当年11月统计的，写明从哪个年度起，以前的年度不变。"
    )
    columns = ("first_year", "begins", "seam")
    fields = ("first_year", "begins")
    unique = ("first_year",)
    removable = True
    order = ("-first_year",)

    @classmethod
    def open_to(cls, gate):
        return super().open_to(gate) and gate.user.area.level == Area.Level.TOWNSHIP

    @classmethod
    def may_add(cls, gate):
        return super().may_add(gate) and cls.open_to(gate)

    @classmethod
    def entries(cls, gate):
        return StatisticalYear.objects.filter(area=gate.user.area).select_related("area")

    @classmethod
    def warning(cls, gate):
        """Which days are counted twice or not at all."""
        years = years_of(gate.user.area)
        found = [seam for first, _ in years.changes if (seam := years.seam(first))]
        return "；".join(map(str, found)) + "。" if found else ""
