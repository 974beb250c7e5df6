"""One search over all registers: titles, places, offices, people of the roster and laws.

Personal data is never searched: sealed fields and rows about parties stay out.
"""

from django.db.models import Q

from township.people.models import Person
from township.people.roles import Power

from .across import across
from .models import Law, State

# Where each kind of linked thing keeps the words it is known by.
NAMES_OF = {Person: ("name",), Law: ("name", "short_names")}


def linked_names(register):
    """(field, [column]) of the form's links to people of the roster and to laws."""
    sealed = register.sealed_fields()
    for name in register.form_fields():
        field = register.model._meta.get_field(name)
        columns = NAMES_OF.get(field.related_model) if field.is_relation and name not in sealed else None
        if columns:
            yield field, [f"{name}__{column}" for column in columns]


def mentions(register, word):
    """The condition that a record of `register` mentions `word` in what may be searched."""
    found = Q(area__name__icontains=word) | Q(office__name__icontains=word)
    for column in {"title", *register.search}:
        found |= Q(**{f"{column}__icontains": word})
    for field, columns in linked_names(register):
        for column in columns:
            condition = Q(**{f"{column}__icontains": word})
            # A link to many would repeat the record for each law that matches.
            found |= (
                Q(pk__in=register.model.objects.filter(condition).values("pk"))
                if field.many_to_many
                else condition
            )
    return found


def find(gate, text):
    """Records that mention every word of `text`, newest first, as rows of `across`; None without any register."""

    def narrow(register, records):
        # A word of the register's own name says where to look, if another says what for.
        for word in [one for one in text.split() if one not in register.label] or text.split():
            records = records.filter(mentions(register, word))
        return records.exclude(state=State.VOIDED)

    found = across(gate, Power.READ, narrow)
    return found if found is None else found.order_by("-date", "found_in", "-pk")


def latest_of(gate, *, limit):
    """What the user entered last, as rows of `across`; None without any register."""
    found = across(gate, Power.READ, lambda _, records: records.filter(created_by=gate.user), "created_at")
    return found if found is None else found.order_by("-created_at", "found_in", "-pk")[:limit]
