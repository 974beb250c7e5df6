"""A county's decade of records, for measuring: copies of the demonstration township under other townships.

One edition is a whole copy of the demonstration's records for one township, relations and sub-tables
included, so that every copy keeps all rules that the original keeps. Later rounds give the same townships
more of everything that a rule does not limit to once a month or year.
"""

import datetime
import random
import uuid
from dataclasses import dataclass, field

from django.core.management.color import no_style
from django.db import connection, models, transaction

from township.people.models import Area, Office, Person
from township.records.fields import MonthField, YearField
from township.records.models import Record
from township.records.register import registry

NAMES = (
    "青溪", "白石", "长岭", "竹山", "龙潭", "大桥", "南冲", "石门", "平湖", "枫林",
    "横岗", "梅塘", "金竹", "云峰", "花桥", "桐木", "新墟", "双江", "高坪",
)  # fmt: skip
ORDINALS = ("", "（二）", "（三）", "（四）", "（五）", "（六）")
# Townships are added while each would get this many records.
PER_TOWNSHIP = 50_000
# Years between the demonstration's own years and those of every second round.
BACK = 6
# Parameters of one statement where the database itself sets no limit.
PARAMETERS = 30_000


@dataclass(frozen=True)
class Edition:
    """One copy: for which township, the how-manieth there, and {model: {old id: new id}} of what it is moved to."""

    number: int
    round: int
    places: dict

    @property
    def years(self):
        """By how many years its days lie earlier than the original's."""
        return BACK if self.round % 2 else 0


@dataclass
class Source:
    """The rows of one model as the database keeps them, and what each column of a copy has to become."""

    model: type
    rows: list = field(default_factory=list)
    first_id: int = 0
    once: bool = False
    places: dict = field(default_factory=dict)

    def __post_init__(self):
        self.fields = self.model._meta.concrete_fields
        self.rows = list(
            self.model._base_manager.order_by("pk").values_list(*[f.attname for f in self.fields])
        )
        self.places = {row[0]: place for place, row in enumerate(self.rows)}
        self.first_id = max(self.places, default=0) + 1
        unique = [one for one in self.model._meta.constraints if isinstance(one, models.UniqueConstraint)]
        self.once = bool(unique)
        self.unique = {name for one in unique for name in one.fields}
        self.plain = [
            [one.get_db_prep_save(value, connection) for one, value in zip(self.fields, row, strict=True)]
            for row in self.rows
        ]

    def copied_in(self, edition):
        """Whether the edition has copies of its own: what may stand once only is copied once a span of years."""
        return edition.round < 2 or not self.once

    def id_in(self, edition, pk, editions):
        """Id of the copy of `pk` that belongs to the edition."""
        if not self.copied_in(edition):
            edition = editions[edition.number - edition.round // 2 * 2 * _townships(editions)]
        return self.first_id + edition.number * len(self.rows) + self.places[pk]


def _townships(editions):
    return sum(edition.round == 0 for edition in editions)


class Populator:
    """Writes `records` records (rounded up to whole editions) in the order that `seed` gives."""

    def __init__(self, records, seed):
        self.wanted, self.chance = records, random.Random(seed)
        models_kept = [register.model for register in registry.all() if not register.township_path]
        self.sources = {model: Source(model) for model in models_kept}
        self.lines = {
            line_set.model: Source(line_set.model)
            for register in registry.all()
            if not register.township_path
            for line_set in register.lines
        }
        self.links = {
            one.remote_field.through: Source(one.remote_field.through)
            for model in (*self.sources, *self.lines)
            for one in model._meta.many_to_many
        }
        self.today = datetime.date.today()

    @transaction.atomic
    def write(self):
        """Write all editions; yields the number of records written so far after each."""
        editions, written = self._editions(), 0
        for edition in editions:
            for model, source in {**self.sources, **self.lines, **self.links}.items():
                if self._belongs(model, edition):
                    copies = self._copies(source, edition, editions)
                    _insert(model, copies)
                    written += len(copies) if issubclass(model, Record) else 0
            yield written
        _reset_sequences([*self.sources, *self.lines, *self.links])
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")

    def _editions(self):
        often = sum(len(source.rows) for source in self.sources.values() if not source.once)
        once = sum(len(source.rows) for source in self.sources.values() if source.once)
        townships = max(1, min(len(NAMES), self.wanted // PER_TOWNSHIP))
        moves = [_new_township(name, number) for number, name in enumerate(NAMES[:townships])]
        editions, planned = [], 0
        while planned < self.wanted:
            turn, place = divmod(len(editions), townships)
            editions.append(Edition(len(editions), turn, moves[place]))
            planned += often + (once if turn < 2 else 0)
        return editions

    def _belongs(self, model, edition):
        """Sub-tables and links go with their record."""
        if issubclass(model, Record):
            return self.sources[model].copied_in(edition)
        parents = [
            one.related_model
            for one in model._meta.concrete_fields
            if one.is_relation and (one.related_model in self.sources or one.related_model in self.lines)
        ]
        return all(self._belongs(parent, edition) for parent in parents)

    def _copies(self, source, edition, editions):
        makers = [self._maker(one, source, edition, editions) for one in source.fields]
        moved = [(at, make) for at, make in enumerate(makers) if make is not None]
        copies = []
        for row, plain in zip(source.rows, source.plain, strict=True):
            copy, days = list(plain), self._days_on(row) if edition.round > 1 else 0
            for at, make in moved:
                if row[at] is not None:
                    copy[at] = make(row[at], days)
            copies.append(copy)
        return copies

    def _days_on(self, row):
        """By how many days all days of a row move on: none that would leave its month or come to lie ahead."""
        days = [value for value in row if isinstance(value, datetime.date)]
        free = all(day.day <= 25 and day.year < self.today.year for day in days)
        return self.chance.randrange(4) if free else 0

    def _maker(self, one, source, edition, editions):
        """The function that gives a column its value in the copy; None where it stays."""

        def prepared(value):
            return one.get_db_prep_save(value, connection)

        related = self.sources.get(one.related_model) or self.lines.get(one.related_model)
        if one.primary_key:
            first = source.first_id + edition.number * len(source.rows)
            return lambda value, days: first + source.places[value]
        if related is not None:
            return lambda value, days: related.id_in(edition, value, editions)
        if one.related_model in edition.places:
            moves = edition.places[one.related_model]
            return lambda value, days: moves.get(value, value)
        if isinstance(one, models.UUIDField):
            return lambda value, days: prepared(uuid.UUID(int=self.chance.getrandbits(128), version=4))
        if isinstance(one, YearField):
            return lambda value, days: value - edition.years
        if isinstance(one, models.DateField):
            step = datetime.timedelta(days=0 if isinstance(one, MonthField | models.DateTimeField) else 1)
            return lambda value, days: prepared(_earlier(value, edition.years) + days * step)
        if one.name in source.unique and type(one) is models.CharField and not one.choices:
            mark = f"-{edition.number + 1}"
            return lambda value, days: value and value[: one.max_length - len(mark)] + mark
        if one.name == "title" and edition.round:
            ordinal = ORDINALS[edition.round // 2 % len(ORDINALS)]
            return lambda value, days: value[: 120 - len(ordinal)] + ordinal
        return None


def _earlier(day, years):
    """The same day of an earlier year."""
    return day.replace(year=day.year - years, day=min(day.day, 28) if day.month == 2 else day.day)


def _new_township(name, number):
    """{model: {id at the demonstration township: id at the new one}} of a new township with the same villages."""
    home = Area.objects.home()
    town = Area.objects.create(
        name=f"{name}镇",
        level=Area.Level.TOWNSHIP,
        parent=home.parent,
        code=f"{home.code[:6]}{201 + number}000",
    )
    places = {home.pk: town.pk}
    for village in Area.objects.filter(parent=home):
        copy = Area.objects.create(
            name=village.name,
            short_name=village.short_name,
            level=village.level,
            kind=village.kind,
            population=village.population,
            parent=town,
            code=f"{town.code[:9]}{village.code[9:]}",
        )
        places[village.pk] = copy.pk
    moves = {Area: places}
    for model in (Office, Person):
        moves[model] = {}
        for thing in model.objects.filter(area__in=places):
            old, thing.pk, thing._state.adding = thing.pk, None, True
            thing.area_id = places[thing.area_id]
            thing.save(force_insert=True)
            moves[model][old] = thing.pk
    return moves


def _insert(model, rows):
    """One plain INSERT for as many rows as the database takes; the ORM would spend five times as long."""
    if not rows:
        return
    quote = connection.ops.quote_name
    columns = [one.column for one in model._meta.concrete_fields]
    size = (connection.features.max_query_params or PARAMETERS) // len(columns)
    one_row = f"({', '.join(['%s'] * len(columns))})"
    into = f"INSERT INTO {quote(model._meta.db_table)} ({', '.join(map(quote, columns))}) VALUES "
    with connection.cursor() as cursor:
        for start in range(0, len(rows), size):
            some = rows[start : start + size]
            cursor.execute(into + ", ".join([one_row] * len(some)), [value for row in some for value in row])


def _reset_sequences(written):
    """Ids were given by hand; what is entered next must not meet them."""
    with connection.cursor() as cursor:
        for statement in connection.ops.sequence_reset_sql(no_style(), written):
            cursor.execute(statement)
