"""What an own indicator may ask of a register: its rows, conditions on declared fields, ways to count.

Only fields that the register declares, and none about people: no sealed field, no free text, no person.
"""

from dataclasses import dataclass
from decimal import Decimal

from django.db import models
from django.db.models import Exists, OuterRef, Q

from township.people.models import Office, Person
from township.records.fields import AmountField, CountField, MultiChoiceField, QuantityField, holds
from township.records.filters import choices_of
from township.records.models import Inherited, Law, SchemeMember, Topic

NUMBERS = (CountField, AmountField, QuantityField)


@dataclass(frozen=True)
class Chosen:
    """A condition that is met by any of the chosen options. `options` lists them for a township."""

    path: str
    label: str
    options: object
    meets: object

    def where(self, stored):
        return self.meets(stored)

    def words(self, stored, township):
        names = {str(key): name for key, name in self.options(township)}
        return f"{self.label}为{'或'.join(f'“{names[str(key)]}”' for key in stored if str(key) in names)}"


@dataclass(frozen=True)
class YesNo:
    """A condition on a field that is answered by yes or no."""

    path: str
    label: str

    def where(self, stored):
        return Q(**{self.path: stored})

    def words(self, stored, township):
        return f"{self.label}为“{'是' if stored else '否'}”"


@dataclass(frozen=True)
class Range:
    """A condition on a number: from `stored[0]` to `stored[1]`, both included, either of them open (None)."""

    path: str
    label: str

    def where(self, stored):
        low, high = (None if end is None else Decimal(str(end)) for end in stored)
        found = Q(**{f"{self.path}__isnull": False})
        if low is not None:
            found &= Q(**{f"{self.path}__gte": low})
        if high is not None:
            found &= Q(**{f"{self.path}__lte": high})
        return found

    def words(self, stored, township):
        low, high = stored
        if low is None:
            return f"{self.label}不超过{high}"
        return f"{self.label}不少于{low}" if high is None else f"{self.label}在{low}到{high}之间"


@dataclass(frozen=True)
class Way:
    """One way to count: its code as stored, its name, and the unit that goes with it by itself."""

    code: str
    label: str
    unit: str
    field: object = None

    @property
    def kind(self):
        return self.code.partition(":")[0]


class Source:
    """The rows that an indicator looks at: the records of a register, or the rows of one of its sub-tables."""

    def __init__(self, register, line_set=None):
        self.register, self.line_set = register, line_set
        self.model = line_set.model if line_set else register.model
        self.prefix = "record__" if line_set else ""

    @property
    def code(self):
        return f"{self.register.slug}/{self.line_set.name}" if self.line_set else self.register.slug

    @property
    def label(self):
        return f"{self.register.label}·{self.line_set.label}" if self.line_set else self.register.label

    def own_fields(self):
        """{path: field} of the declared fields of the rows themselves."""
        names = self.line_set.fields if self.line_set else self.register.countable_fields()
        return {name: self.model._meta.get_field(name) for name in names}

    def fields(self):
        """{path: field} of all declared fields, those of the record behind a row included."""
        record = self.register.model._meta
        behind = self.register.countable_fields() if self.line_set else ()
        return self.own_fields() | {f"record__{name}": record.get_field(name) for name in behind}

    def conditions(self):
        """{path: condition} of everything that can be asked."""
        found = {path: condition_on(path, field) for path, field in self.fields().items()}
        return {path: condition for path, condition in found.items() if condition}

    def categories(self):
        """{path: label} of the fields that the figure can be split by."""
        return {
            path: field.verbose_name
            for path, field in self.fields().items()
            if isinstance(condition_on(path, field), Chosen)
            and not field.many_to_many
            and not isinstance(field, MultiChoiceField)
        }

    def ways(self):
        """{code: way} of everything that can be counted."""
        unit = "条" if self.line_set else self.register.unit
        own = self.own_fields()
        people = {path: field for path, field in own.items() if points_to(field, Person)}
        found = [Way("count", f"数条数（每条计 1 {unit}）", unit)]
        found += [
            Way(f"sum:{path}", f"{field.verbose_name}，各条相加", unit_of_sum(field), field)
            for path, field in own.items()
            if isinstance(field, NUMBERS)
        ]
        found += [
            Way(f"persons:{path}", f"{field.verbose_name}，按人去重", "人") for path, field in people.items()
        ]
        found += [
            Way("months", "有记录的月数", "个月"),
            Way("villages", "有记录的村（社区）数", "个"),
        ]
        if self.is_stock:
            found.append(Way("stock", "截止日在册的条数（不累计）", unit))
            found += [
                Way(f"stock-persons:{path}", f"截止日在册的{field.verbose_name}，按人去重", "人")
                for path, field in people.items()
            ]
        return {way.code: way for way in found}

    @property
    def is_stock(self):
        """Whether the records are kept until they are closed by a date."""
        return has_field(self.register.model, "valid_to")

    def ends(self):
        """(beginnings, ends) of the rows as a stock."""
        begins, ends = [f"{self.prefix}date"], [f"{self.prefix}valid_to"]
        if self.line_set and has_field(self.model, "joined_on"):
            begins.append("joined_on")
        if self.line_set and has_field(self.model, "left_on"):
            ends.append("left_on")
        return tuple(begins), tuple(ends)


def has_field(model, name):
    return any(field.name == name for field in model._meta.get_fields())


def sources_of(register):
    """The records of a register, then its sub-tables that are not about people."""
    return [Source(register), *(Source(register, lines) for lines in register.lines if not lines.personal)]


def source_of(code, known):
    """The source with that code among the registers `known`; None when there is none."""
    register = known.get(code.partition("/")[0])
    found = sources_of(register) if register else []
    return next((source for source in found if source.code == code), None)


def points_to(field, model):
    """Whether the field is a link to one `model`; links to many would multiply rows."""
    return isinstance(field, models.ForeignKey) and field.remote_field.model is model


def condition_on(path, field):
    """The condition that a field allows; None for text, people, places, dates."""
    label = field.verbose_name
    if getattr(field, "sealed", False):
        return None
    if isinstance(field, models.BooleanField):
        return YesNo(path, label)
    if isinstance(field, NUMBERS):
        return Range(path, label)
    if isinstance(field, MultiChoiceField):
        return Chosen(path, label, lambda township: field.flatchoices, lambda keys: _any_held(path, keys))
    if field.is_relation:
        return _condition_on_link(path, field)
    if field.choices:
        return Chosen(
            path, label, lambda township: field.flatchoices, lambda keys: Q(**{f"{path}__in": keys})
        )
    return None


def _condition_on_link(path, field):
    label, target = field.verbose_name, field.remote_field.model
    if target is Office and field.many_to_one:
        return Chosen(path, label, offices_of, lambda keys: Q(**{f"{path}__in": keys}))
    if target is SchemeMember and field.many_to_one:
        return Chosen(path, label, scheme_members_of, lambda keys: Q(**{f"{path}__key__in": keys}))
    if issubclass(target, Inherited) and field.many_to_one:
        return Chosen(
            path,
            label,
            lambda township: entries_of(field, township),
            lambda keys: Q(**{f"{path}__in": keys}),
        )
    if target in TAGS and field.many_to_many:
        by, options = TAGS[target]
        return Chosen(
            path,
            label,
            lambda township: options(field, township),
            lambda keys: _tagged(path, field, by, keys),
        )
    return None


def offices_of(township):
    found = Office.objects.filter(area__path__startswith=township.path, active=True)
    return list(found.values_list("pk", "name"))


def entries_of(field, township):
    """What a list under 设置 offers `township`, and what it no longer offers but records may have chosen."""
    key = field.target_field.attname
    found = field.remote_field.model.objects.seen_from(township)
    return [(getattr(entry, key), str(entry)) for entry in found]


def scheme_members_of(township):
    """Each 进 once, by its newest name, whatever the year of its scheme."""
    above = [township.path[:length] for length in range(4, len(township.path) + 1, 4)]
    found = SchemeMember.objects.filter(scheme__area__path__in=above)
    names = dict(found.order_by("scheme__first_year", "position").values_list("key", "name"))
    return list(names.items())


# Links to many that tell what a record is about: by which field of the target, and the options.
TAGS = {
    Topic: ("key", lambda field, township: list(choices_of(field).values_list("key", "name"))),
    Law: ("pk", lambda field, township: list(choices_of(field).values_list("pk", "name"))),
    SchemeMember: ("key", lambda field, township: scheme_members_of(township)),
}


def _any_held(path, keys):
    found = Q(pk__in=[])
    for key in keys:
        found |= holds(path, key)
    return found


def _tagged(path, field, by, keys):
    """An `Exists` instead of a join, which would count a row once for each of its tags."""
    through = field.remote_field.through
    owner, target = field.m2m_field_name(), field.m2m_reverse_field_name()
    row = OuterRef("record_id") if path.startswith("record__") else OuterRef("pk")
    return Q(Exists(through.objects.filter(**{owner: row, f"{target}__{by}__in": keys})))


# Units ------------------------------------------------------------------------------------------------


def unit_in(label):
    """The unit that a field's label ends in: 横幅（条） → 条; empty without one."""
    return label[label.rindex("（") + 1 : -1] if label.endswith("）") and "（" in label else ""


def counts_heads(field):
    """Whether a number field counts people: summed up it is 人次, never 人."""
    label = field.verbose_name
    return isinstance(field, CountField) and (unit_in(label) in ("人", "人次", "名") or "人数" in label)


def unit_of_sum(field):
    """The unit of the sum of a number field; empty where the field itself names none."""
    if counts_heads(field):
        return "人次"
    if unit_in(field.verbose_name) == "户":
        return "户次"
    return unit_in(field.verbose_name) or ("元" if isinstance(field, AmountField) else "")


def unit_refusal(way, unit):
    """Why `unit` cannot be that of what is counted so; empty when it can. Units are types, not decoration."""
    if way.kind in ("persons", "stock-persons"):
        return "" if unit == "人" else "按人去重数出来的是“人”，单位请填“人”。"
    if way.kind == "months":
        return "" if unit == "个月" else "数的是月份，单位请填“个月”。"
    if unit == "人":
        return "单位“人”只用于按人去重的数；各条相加的请填“人次”。"
    if unit in ("个月", "%"):
        return f"这样数出来的不是“{unit}”，请换一个单位。"
    if way.kind == "sum" and (proper := way.unit):
        return "" if unit == proper else f"这一项各条相加，单位是“{proper}”。"
    if unit in ("人次", "户次"):
        return f"“{unit}”只用于{'人数' if unit == '人次' else '户数'}各条相加，这里请换一个单位。"
    return ""
