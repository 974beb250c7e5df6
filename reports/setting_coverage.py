"""法律进 × 村: how often each 进 of the year's scheme reached each place, and what has not been reached."""

from dataclasses import dataclass

from django.http import Http404
from django.shortcuts import render

from township.figures.choosing import Choice, may_see
from township.figures.drilldown import drill_url
from township.figures.indicator import indicators
from township.figures.measures import Count
from township.figures.reading import by_area_and_category, by_category, field_at
from township.people.roles import Power
from township.records.models import Scheme, SchemeMember

NAMES_IN_A_SENTENCE = 5


@dataclass(frozen=True)
class SettingTable:
    """Counts by place (rows) and 进 (columns, `members` by name); `rows` is [(area, name, [(count, address)])]."""

    scheme: Scheme
    members: list
    rows: list
    # The place's own counts: a joint event is one, in however many villages' rows it shows.
    totals: list
    year: int

    @property
    def sentence(self):
        """What was reached how often, and which 进 and which villages were not."""
        if not sum(self.totals):
            return f"{self.year}年还没有开展{self.scheme}活动。"
        pairs = list(zip(self.members, self.totals, strict=True))
        done = [f"{member}{total}次" for member, total in pairs if total]
        blank = [member for member, total in pairs if not total]
        idle = [area.name for area, _, cells in self.rows if area.is_village and not any(c for c, _ in cells)]
        told = f"{self.year}年开展{self.scheme}活动：{'、'.join(done)}"
        missing = ([f"{'、'.join(blank)}还没有开展"] if blank else []) + (
            [f"{_named(idle)}还没有开展活动"] if idle else []
        )
        return f"{told}；其中{'，'.join(missing)}。" if missing else f"{told}，各村（社区）和各“进”都有活动。"


def _named(names):
    if len(names) <= NAMES_IN_A_SENTENCE:
        return "、".join(names)
    return f"{len(names)}个村（社区）"


def setting_coverage(request):
    """The table for the place and year in the address; 404 where no scheme or no such figure is within reach."""
    gate = request.gate
    gate.require(Power.FIGURES)
    choice = Choice(request)
    gate = choice.gate
    scheme = Scheme.objects.for_area(choice.area, choice.year)
    indicator = events_by_setting()
    if scheme is None or indicator is None or not may_see(gate, indicator.register, choice.area):
        raise Http404
    context = {"choice": choice, "table": table_of(scheme, indicator, choice, gate), "indicator": indicator}
    return render(request, "reports/setting_coverage.html", context)


def events_by_setting():
    """The indicator that counts all activities by the name of their 进; None where no app declares one."""
    for indicator in indicators.all():
        link, _, column = indicator.category.partition("__")
        counts_all = isinstance(indicator.measure, Count) and not indicator.where
        if (
            counts_all
            and column == "name"
            and field_at(indicator.records, link).related_model is SchemeMember
        ):
            return indicator
    return None


def table_of(scheme, indicator, choice, gate):
    """The counts of the scheme's members at each place below the chosen one, and at itself."""
    found = by_area_and_category(indicator, area=choice.area, period=choice.period, gate=gate)
    members = [str(member) for member in scheme.members.all()]
    links = gate.can_in(indicator.register, Power.READ)
    rows = []
    for place, values in found.items():
        itself = place == choice.area and len(found) > 1
        cells = [
            (
                values[member],
                drill_url(
                    indicator,
                    area=place,
                    period=choice.period,
                    only_itself=itself,
                    category=member,
                    office=gate.office,
                )
                if links and values[member]
                else "",
            )
            for member in members
        ]
        rows.append((place, place.choice_label if itself else place.name, cells))
    whole = by_category(indicator, area=choice.area, period=choice.period, gate=gate)
    return SettingTable(scheme, members, rows, [whole.get(member, 0) for member in members], choice.year)
