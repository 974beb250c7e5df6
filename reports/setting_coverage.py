"""法律进 × 村 (× 月): how often each 进 of the year's scheme reached each place, and what has not been reached."""

from dataclasses import dataclass, replace

from django.db.models import Q
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse

from township.figures.choosing import Choice, may_see
from township.figures.drilldown import drill_url
from township.figures.indicator import indicators
from township.figures.measures import Count
from township.figures.reading import by_area_and_category, by_category, field_at
from township.people.roles import Power
from township.records.models import Scheme, SchemeMember
from township.records.reference.declaration import list_called

from .coverage import legend, matrix_of
from .due import duties_told

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
    request.gate.require(Power.FIGURES)
    choice = Choice(request)
    scheme, indicator = scheme_within_reach(choice)
    context = {
        "choice": choice,
        "table": table_of(scheme, indicator, choice, choice.gate),
        "indicator": indicator,
        "months_of": members_by_month(scheme, indicator, request.gate),
    }
    return render(request, "reports/setting_coverage.html", context)


def setting_months(request, key):
    """One 进 of the year's scheme by village and month; a year without it shows its own scheme instead."""
    gate = request.gate
    gate.require(Power.FIGURES)
    choice = Choice(request, whole_year=True)
    scheme, indicator = scheme_within_reach(choice)
    members = members_by_month(scheme, indicator, gate)
    if not members:
        raise Http404
    member = next((one for one in members if one.key == key), None)
    if member is None:
        return redirect(f"{reverse('reports:setting_coverage')}?{choice.query}")
    context = {
        "choice": choice,
        "scheme": scheme,
        "member": member,
        "months_of": members,
        "matrix": months_of(member, indicator, choice, gate),
        "signs": legend(),
        "keeps_exemptions": list_called("exemptions").may_add(gate),
    }
    return render(request, "reports/setting_months.html", context)


def scheme_within_reach(choice):
    """(the year's scheme, the figure of its activities) at the chosen place; 404 where one is missing or out of reach."""
    scheme = Scheme.objects.for_area(choice.area, choice.year)
    indicator = events_by_setting()
    if scheme is None or indicator is None or not may_see(choice.gate, indicator.register, choice.area):
        raise Http404
    return scheme, indicator


def members_by_month(scheme, indicator, gate):
    """The members of the scheme, for those who can tell what villages have reported of them; else nothing."""
    return list(scheme.members.all()) if _owed_by_villages(indicator, gate) else []


def _owed_by_villages(indicator, gate):
    """The duty of villages to report activities of any kind; None where nothing is expected or it cannot be told."""
    told = (duty for duty in duties_told(gate) if duty.register is indicator.register)
    return next((duty for duty in told if duty.each == "village" and duty.where == Q()), None)


def months_of(member, indicator, choice, gate):
    """The matrix of one 进: what villages owe of activities, asked of this 进 and month by month.

    Zero reports and exemptions are those of the activities altogether.
    """
    duty = replace(
        _owed_by_villages(indicator, gate),
        label=f"每月法律{member}活动",
        every="month",
        where=Q(**{indicator.category: str(member)}),
    )

    def opens(cell):
        return drill_url(indicator, area=cell.area, period=cell.period, category=str(member))

    link = indicator.category.partition("__")[0]
    return matrix_of(duty, choice, gate, opens=opens, given={link: member.pk})


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
