"""“五有” × 法律进: which of the five things each 进 of the year's scheme has, and the records and files that prove it."""

from collections import defaultdict
from dataclasses import dataclass
from urllib.parse import urlencode

from django.http import Http404

from township.figures.drilldown import drill_url, page_of
from township.figures.indicator import indicators
from township.figures.reading import base_records, rows_behind
from township.people.roles import Power
from township.records.marks import Mark, resolver
from township.records.models import Citation, Scheme

from .models import FiveItem
from .registers import FiveItems, OutreachEvents

# Told by the activities themselves: that there are any, and that they are on record.
TOLD_BY_EVENTS = {FiveItem.Item.EVENTS: "场", FiveItem.Item.LEDGER: "条"}
EVENTS = "outreach.events"
NAMED = 5


@dataclass(frozen=True)
class Proof:
    """One of the five things of one 进: how many records and files prove it, and the address of the records.

    Where it is missing the address is that of a form for it.
    """

    member: str
    item: str
    records: int
    files: int
    unit: str
    applies: bool
    url: str = ""

    @property
    def is_missing(self):
        return self.applies and not self.records

    @property
    def is_bare(self):
        """Whether it is there by word alone."""
        return bool(self.records) and not self.files


@dataclass(frozen=True)
class FiveTable:
    """Rows [(item, [Proof])] over the members of the scheme."""

    scheme: Scheme
    members: list
    rows: list
    year: int

    @property
    def sentence(self):
        """What is there, what is missing, and what no file proves."""
        proofs = [
            proof for column in zip(*(cells for _, cells in self.rows), strict=True) for proof in column
        ]
        owed = [proof for proof in proofs if proof.applies]
        missing = [proof for proof in proofs if proof.is_missing]
        told = f"{self.year}年{self.scheme}“五有”应有{len(owed)}项，已有{len(owed) - len(missing)}项"
        told += f"；其中{'，'.join(_by_member(missing))}" if missing else "，没有缺项"
        bare = [f"{proof.member}{proof.item}" for proof in proofs if proof.is_bare]
        if not bare:
            return f"{told}。"
        who = "、".join(bare) if len(bare) <= NAMED else f"{len(bare)}项"
        return f"{told}；{who}还没有附佐证材料。"


def _by_member(missing):
    """[进学校缺工作方案、责任书]."""
    found = defaultdict(list)
    for proof in missing:
        found[proof.member].append(proof.item)
    return [f"{member}缺{'、'.join(items)}" for member, items in found.items()]


def five_table(scheme, choice):
    """The table of the chosen place and year; five queries however many there are of each."""
    gate, members = choice.gate, list(scheme.members.all())
    entered = base_records(FiveItem, area=choice.area, gate=gate).filter(year=choice.year)
    standing = defaultdict(set)
    for name, item, presence, pk in entered.values_list("setting__name", "item", "presence", "pk"):
        standing[name, item, presence].add(pk)
    events = _events_by_member(choice)
    files = _files(FiveItems, entered), _files(OutreachEvents, _events(choice))

    def proof(member, item):
        told = item in TOLD_BY_EVENTS
        name = member.name
        found = events[name] if told else standing[name, item, FiveItem.Presence.PRESENT]
        spared = not found and bool(standing[name, item, FiveItem.Presence.NOT_APPLICABLE])
        proving = set().union(*(files[told].get(pk, ()) for pk in found))
        unit = TOLD_BY_EVENTS.get(item, FiveItems.unit)
        leads_to = _list_address if found else _form_address
        url = "" if spared else leads_to(member, item, choice)
        return Proof(name, item.label, len(found), len(proving), unit, not spared, url)

    rows = [(item.label, [proof(member, item) for member in members]) for item in FiveItem.Item]
    return FiveTable(scheme, [member.name for member in members], rows, choice.year)


def _events(choice):
    return rows_behind(indicators.get(EVENTS), area=choice.area, period=choice.period, gate=choice.gate)


def _events_by_member(choice):
    found = defaultdict(set)
    for name, pk in _events(choice).order_by().values_list("setting__name", "pk"):
        found[name].add(pk)
    return found


def _files(register, records):
    """{record id: {id of a file that it cites}}."""
    found = defaultdict(set)
    cited = Citation.objects.filter(register=register.slug, record_id__in=records.order_by().values("pk"))
    for record, attachment in cited.order_by().values_list("record_id", "attachment_id"):
        found[record].add(attachment)
    return found


def _list_address(member, item, choice):
    """Where the records of one cell are listed; nowhere for those who read none of them."""
    told = item in TOLD_BY_EVENTS
    if not choice.gate.can_in(OutreachEvents if told else FiveItems, Power.READ):
        return ""
    if told:
        indicator = indicators.get(EVENTS)
        return drill_url(indicator, area=choice.area, period=choice.period, category=member.name)
    asked = {"five": item.value, "of": member.pk, "five_year": choice.year, "figure_area": choice.area.pk}
    return f"{page_of('list', FiveItems)}?{urlencode(asked)}"


def _form_address(member, item, choice):
    """Where what is missing would be entered; nowhere for those who enter none of it."""
    told = item in TOLD_BY_EVENTS
    register = OutreachEvents if told else FiveItems
    if not choice.gate.can_in(register, Power.ENTER):
        return ""
    values = {"setting": member.pk}
    if not told:
        values |= {"area": choice.area.pk, "year": choice.year, "item": item.value, "presence": "present"}
    return f"{page_of('new', register)}?{urlencode(values)}"


@resolver
def five_mark(request, declaration, records):
    """Narrow the list to what shows that one of the five things is there for one 进 of a year's scheme."""
    item = request.GET.get("five")
    if not item or declaration is not FiveItems:
        return None
    area = request.gate.area(request.GET.get("figure_area", ""))
    year, key = request.GET.get("five_year", ""), request.GET.get("of", "")
    if item not in FiveItem.Item.values or not (year.isdecimal() and len(year) == 4):
        raise Http404
    scheme = Scheme.objects.for_area(area, int(year))
    member = next((one for one in scheme.members.all() if str(one.pk) == key), None) if scheme else None
    if member is None:
        raise Http404
    present = base_records(FiveItem, area=area, gate=request.gate).filter(
        year=year, item=item, setting__name=member.name, presence=FiveItem.Presence.PRESENT
    )
    found = records.filter(pk__in=present.values("pk"))
    return Mark(
        records=found,
        title=f"{area.name} {year}年法律{member}{FiveItem.Item(item).label}",
        value_text=f"{found.count()}{declaration.unit}",
        definition="已提交和已审核、状态为已有的记录，按年度计。",
    )
