"""Registers (台账): what one kind of record looks like, declared once.

List, filters, detail, form, workbook and history all read the declaration. Adding a kind of record is a
model and one `Register` class in the app's `registers.py`.
"""

from dataclasses import dataclass, field

from django.db import models


@dataclass(frozen=True)
class LineSet:
    """A sub-table (子表) of a register: rows of `model`, entered inside the record's form.

    `personal` rows (parties of disputes) are shown and changed only with the power to read parties.
    """

    model: type
    fields: tuple
    label: str
    min_rows: int = 0
    extra_rows: int = 1
    personal: bool = False

    @property
    def name(self):
        """Accessor on the record, e.g. `members`."""
        return self.model._meta.get_field("record").remote_field.related_name


@dataclass(frozen=True)
class Panel:
    """A part of a page that only one register has: a template, which reads `context` as `panel`."""

    template: str
    context: dict


@dataclass(frozen=True)
class Printing:
    """One more way to take a list out: its label, and the name of the address that reads the list's own query."""

    label: str
    url: str


class Register:
    """Declaration of one register. Subclass, set the attributes, and decorate with `@register`."""

    # The record model, its address and its names.
    model = None
    slug = ""
    label = ""
    menu = ""  # the group of the left menu: 学法 普法 矛盾纠纷 公开 依法行政
    order = 100  # place within the group
    unit = "条"
    intro = ""  # one sentence on the list page: what belongs here and what does not

    # Who enters: villages for themselves, or only offices and the coordinator.
    village_entry = True
    # Whether villages open what is kept for them at all: a petition may be about the village itself.
    village_access = True
    # Records of cases: mediators work here; administrators and auditors never see them.
    cases = False
    # Whether a unit can state that it had nothing to record in a month (零报告).
    nil_returns = True
    # Records that live on after approval (tasks, stocks): whoever enters may still change them, and what
    # was changed then waits for review again.
    carried_on = False
    # Set up by one township for itself: the path of that township, which alone knows of it.
    township_path = ""
    # Nothing new is entered; what is there can be read, reviewed and counted.
    closed = False
    # Whether records are always internal (纠纷、信访、意见).
    internal = False

    # Pages. Names are model fields; a column may also be a property of the model with `short_description`.
    columns = ()
    fieldsets = ()  # ((title, (field, …)), …); the first is on the first screen, the others fold on a phone
    derived = ()  # fields that nobody types, shown on the record's page after the first group
    retired = ()  # fields that are no longer asked for; what was filled in stays to be read and counted
    filters = ()
    search = ("title",)
    totals = ()
    lines = ()
    # Fields that two records of the same event agree on, beside place and day; None: duplicates are not looked for.
    alike = None
    copied = ()  # fields that 复制上一条 carries over; counts, results and dates are typed anew
    required = ()  # ● fields that the model itself leaves optional
    needed_for_approval = ()  # ◐ fields: may stay empty until the record is approved
    second_person = False  # whether somebody else than who entered it has to approve it (公开前的保密审查)
    form_class = None
    printings = ()  # `Printing`s of the list, beside the workbook and the PDF
    synonyms = {}  # {field or sub-table: (what ledgers call it, …)}, for reading workbooks
    reading = None  # how chat messages speak of it, where that comes with the declaration
    deadlines = ()  # `deadlines.Deadline`: by when something about a record has to be done
    # The day from which on the unit's term for personal data runs; empty while the matter is open.
    concluded = "date"
    month_field = "date"  # the month a 零报告 and the monthly matrix go by

    @classmethod
    def field_label(cls, name):
        """Label of a field or column as the user reads it."""
        attribute = getattr(cls.model, name, None)
        if hasattr(attribute, "fget") and hasattr(attribute.fget, "short_description"):
            return attribute.fget.short_description
        return cls.model._meta.get_field(name).verbose_name

    @classmethod
    def form_fields(cls):
        """Names of all fields of the form, in order."""
        return tuple(name for _, names in cls.fieldsets for name in names)

    @classmethod
    def countable_fields(cls):
        """Names of the fields that figures may ask about: those of the form and the office."""
        return tuple(dict.fromkeys((*cls.form_fields(), "office")))

    @classmethod
    def sealed_fields(cls):
        """Names of the form's sealed fields: shown only with the power to read parties."""
        return tuple(
            name for name in cls.form_fields() if getattr(cls.model._meta.get_field(name), "sealed", False)
        )

    @classmethod
    def free_texts(cls):
        """Names of the form's fields for free text, in which people may be named in spite of the notice."""
        return tuple(
            name
            for name in cls.form_fields()
            if isinstance(cls.model._meta.get_field(name), models.CharField | models.TextField)
            and not cls.model._meta.get_field(name).choices
        )

    @classmethod
    def personal_parts(cls):
        """Names of the sealed fields and of the sub-tables about people."""
        return (*cls.sealed_fields(), *(line_set.name for line_set in cls.lines if line_set.personal))

    @classmethod
    def missing(cls, record):
        """Names of the ◐ fields that `record` still lacks; 0 is an answer. Override for conditional ones."""
        return tuple(
            name
            for name in cls.needed_for_approval
            if getattr(record, cls.model._meta.get_field(name).attname) in (None, "", [])
        )

    @classmethod
    def queryset_for_list(cls, queryset):
        """Hook: add what the columns need, in a fixed number of queries."""
        return queryset.for_list()

    @classmethod
    def measure(cls, records, *, gate):
        """Hook: give the records of one page what columns compute for this user, in a fixed number of queries."""

    @classmethod
    def list_panels(cls, *, gate):
        """Hook: panels above the list."""
        return ()

    @classmethod
    def detail_panels(cls, record, *, gate):
        """Hook: panels above the fields of one record."""
        return ()

    @classmethod
    def prepare(cls, record, *, by):
        """Hook: fill what can be computed before a record is checked and saved."""

    @classmethod
    def complete(cls, record):
        """Hook: fill what follows from the rows of the sub-tables, once they are saved."""


@dataclass
class Registry:
    """All registers of the portal, by slug."""

    by_slug: dict = field(default_factory=dict)
    # What townships have set up for themselves: `PerTownship` of {slug: register}.
    defined: object = None

    def add(self, register):
        open_names = {*register.columns, *register.filters, *register.search, *register.copied}
        if leaked := open_names & set(register.sealed_fields()):
            raise ValueError(f"{register.slug} would show sealed fields in the open: {sorted(leaked)}")
        other = self.by_slug.setdefault(register.slug, register)
        if other is not register:
            raise ValueError(f"two registers with the slug {register.slug}")
        return register

    def for_area(self, area):
        """The registry as `area` sees it: the registers of the portal and those of its own township."""
        own = self.defined.of(area) if self.defined else None
        return Registry({**self.by_slug, **own}) if own else self

    def all(self):
        """Registers in the order of the menu."""
        return sorted(self.by_slug.values(), key=lambda register: (register.order, register.slug))

    def get(self, slug):
        """The register with that slug; None when there is none."""
        return self.by_slug.get(slug)

    def of(self, model):
        """The register of a record model; raises LookupError for a model without one."""
        if own := getattr(model, "own_register", None):
            return own
        for register in self.by_slug.values():
            if register.model is model:
                return register
        raise LookupError(f"{model} belongs to no register")


registry = Registry()


def register(declaration):
    """Class decorator that puts a register into the registry."""
    return registry.add(declaration)
