"""Reducing what closed cases say of people, once the unit's own term is over (个人信息到期清理).

The record stays and counts as before; its sealed texts are emptied, with the codes by which they are found, and
the copies kept for undoing an import. Attachments, papers already printed and locked reports are archives: they are
left alone, and so is a case whose volume states a longer term (保管期限).
"""

import datetime
import re
from dataclasses import dataclass

from django.db import transaction
from django.db.models import Exists, OuterRef
from django.utils import timezone

from township.people.models import Area
from township.people.trail.log import Action, log
from township.records.history import note
from township.records.models import Change, Reduced, RetentionRule, State
from township.records.personal import parts_of, registers_with_people
from township.records.values import SEALED
from township.workbooks.models import Imported

# In place of a name that a row cannot be without.
GONE = "已清除"
FOR_EVER = 10_000
BATCH = 200


@dataclass(frozen=True)
class Due:
    """The records of one register in one township whose term is over on a day; `rule` is what says so."""

    area: Area
    register: type
    rule: RetentionRule
    day: datetime.date

    @property
    def last_day(self):
        """The last day of conclusion that is over."""
        return years_before(self.day, self.rule.years)

    def candidates(self):
        """Those concluded long enough ago and not reduced since they were last changed."""
        done = Reduced.objects.filter(
            register=self.register.slug, record_id=OuterRef("pk"), at__gte=OuterRef("updated_at")
        )
        concluded = {f"{self.register.concluded}__lte": self.last_day}
        return (
            self.register.model.objects.filter(
                ~Exists(done), area__path__startswith=self.area.path, **concluded
            )
            .exclude(state=State.DRAFT)
            .select_related("area")
            .order_by("pk")
        )

    def records(self):
        """The candidates, less those whose volume is kept longer."""
        for record in self.candidates().iterator(BATCH):
            if not self.is_kept_longer(record):
                yield record

    def is_kept_longer(self, record):
        years = years_stated(record.archive_term) if hasattr(record, "archive_term") else 0
        return getattr(record, self.register.concluded) > years_before(self.day, max(years, self.rule.years))


def years_before(day, years):
    """The same day so many years earlier; the first day there is where that lies before all calendars."""
    if years >= day.year:
        return datetime.date.min
    last = day.day if (day.month, day.day) != (2, 29) else 28
    return day.replace(year=day.year - years, day=last)


def years_stated(text):
    """The years of a 保管期限: a number of them, for ever, or none where it says nothing (0)."""
    if re.search("永久|长期", text):
        return FOR_EVER
    number = re.search(r"([0-9]{1,3})\s*年", text)
    return int(number[1]) if number else 0


def rules_of(area):
    """{register slug: the rule in force}: the nearest unit's."""
    found = RetentionRule.objects.for_area(area).select_related("area")
    return {
        rule.register: rule for rule in sorted(found, key=lambda rule: rule.area.level if rule.area else 0)
    }


def due(day=None, *, within=None):
    """[Due] of every township (within an area) and register with a rule."""
    day = day or timezone.localdate()
    townships = Area.objects.townships()
    if within is not None:
        townships = townships.filter(path__startswith=within.township_path)
    found = []
    for area in townships.order_by("path"):
        rules = rules_of(area)
        found += [
            Due(area, register, rules[register.slug], day)
            for register in registers_with_people()
            if register.slug in rules
        ]
    return found


def reduce(one):
    """Reduce the records of one `Due`; how many said something of people."""
    number = sum(_reduce(one, record.pk) for record in list(one.records()))
    if number:
        log(Action.REDUCED, what=f"{one.register.label} {number} 条", place=one.area.path)
    return number


@transaction.atomic
def _reduce(one, pk):
    """Whether the record with that id said anything of people; it says nothing any more."""
    record = one.candidates().select_for_update(of=("self",)).filter(pk=pk).first()
    if record is None or one.is_kept_longer(record):
        return False
    said = False
    for part in parts_of(one.register):
        said |= _empty(part, record)
    # Undoing the import would bring back what it said before.
    Imported.objects.filter(owner__register=one.register.slug, record_id=pk).delete()
    Reduced.objects.update_or_create(
        register=one.register.slug, record_id=pk, defaults={"at": timezone.now()}
    )
    if said:
        labels = [field.verbose_name for part in parts_of(one.register) for field in part.fields]
        details = [[label, SEALED, SEALED] for label in dict.fromkeys(labels)]
        note(record, Change.Action.REDUCED, by=None, reason=str(one.rule), details=details)
    return said


def _empty(part, record):
    emptied = {field.name: "" if field.blank else GONE for field in part.fields}
    said = False
    for row in part.rows_of(record):
        said |= any(getattr(row, name) not in ("", None, GONE) for name in emptied)
    part.rows_of(record).update(**emptied, **{code.name: "" for code in part.codes})
    return said
