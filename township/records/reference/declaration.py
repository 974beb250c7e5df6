"""Lists under 设置 (法律法规、方案、部门、人员名册 …), declared once each: list page, form and history come of it.

Adding a list is a model and one `ReferenceList` class in an app's `reference_lists.py`.
"""

from dataclasses import dataclass

from township.people.roles import Power

from ..models import Inherited
from ..uses import is_used
from ..values import display


@dataclass(frozen=True)
class State:
    """One choice of the list's 状态 filter: `narrow(entries)` keeps what it means."""

    key: str
    label: str
    narrow: object


@dataclass(frozen=True)
class Members:
    """Ordered rows of an entry, kept in its own form: `model` points to the entry by `parent`."""

    model: type
    parent: str
    fields: tuple
    label: str
    min_rows: int = 1


class ReferenceList:
    """Declaration of one list. Subclass, set the attributes, and decorate with `@reference_list`."""

    model = None
    slug = ""
    label = ""
    unit = "条"
    intro = ""  # one sentence on the page: what belongs here, what comes of it

    columns = ()  # model fields, or properties with `short_description`; the first links to the entry
    fields = ()
    search = ()
    states = ()
    unique = ()  # fields that together name an entry once within reach
    members = None
    removable = False  # whether an entry that nothing points to can be taken out for good
    copied = False  # whether a new entry can start as a copy of another
    form_class = None
    page = None  # (label, name of an address): what comes of the list, shown elsewhere
    order = ("pk",)

    read_power = Power.MANAGE_LISTS
    change_power = Power.MANAGE_LISTS

    @classmethod
    def inherited(cls):
        """Whether entries come from above and can be switched off below."""
        return issubclass(cls.model, Inherited)

    @classmethod
    def open_to(cls, gate):
        """Whether the user has this list at all."""
        return gate.can(cls.read_power)

    @classmethod
    def may_add(cls, gate):
        return gate.can(cls.change_power)

    @classmethod
    def may_change(cls, gate, entry):
        """Own entries; the common ones are the system administrator's."""
        if not gate.can(cls.change_power):
            return False
        if entry.area_id is None:
            return gate.manages_common_data
        return entry.area_id == gate.user.area_id

    @classmethod
    def may_remove(cls, entry):
        """Whether an entry, by what it is and where it is used, can be taken out for good."""
        return cls.removable and not is_used(entry)

    @classmethod
    def entries(cls, gate):
        """Entries within reach, with what the columns show."""
        return cls.model.objects.seen_from(gate.user.area).select_related("area")

    @classmethod
    def place(cls, gate):
        """The area that a new entry belongs to."""
        return None if gate.manages_common_data and cls.inherited() else gate.user.area

    @classmethod
    def warning(cls, gate):
        """What the administrator should see to, in one sentence, or an empty string."""
        return ""

    @classmethod
    def text(cls, entry, name):
        """The value of a field or column in words."""
        return display(entry, name)

    @classmethod
    def acts(cls, gate, entry):
        """Hook: [(label, url)] of what else can be done with an entry."""
        return []

    @classmethod
    def field_label(cls, name):
        """Label of a field or column as the user reads it."""
        attribute = getattr(cls.model, name, None)
        if hasattr(attribute, "fget") and hasattr(attribute.fget, "short_description"):
            return attribute.fget.short_description
        return cls.model._meta.get_field(name).verbose_name


_lists = {}


def reference_list(declaration):
    """Class decorator that puts a list into the registry."""
    other = _lists.setdefault(declaration.slug, declaration)
    if other is not declaration:
        raise ValueError(f"two lists with the slug {declaration.slug}")
    return declaration


def lists_for(gate):
    """Lists that the user may open, as declared."""
    return [declaration for declaration in _lists.values() if declaration.open_to(gate)]


def list_called(slug):
    """The list with that slug; None when there is none."""
    return _lists.get(slug)
