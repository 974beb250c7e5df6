"""Changing what a township has defined: each change is one transaction that stamps the township."""

from django.db import transaction

from ..models import OwnIndicator, OwnName


class InUse(Exception):
    """The indicator is needed elsewhere; the text is the sentence for the user."""


@transaction.atomic
def save_indicator(definition, *, by):
    """Store a definition; a name that it had before stays with it."""
    definition.updated_by = by
    definition.save()
    OwnName.objects.get_or_create(
        area=definition.area, text=definition.label, defaults={"indicator": definition}
    )
    definition.area.mark_definitions_changed()
    return definition


@transaction.atomic
def set_active(definition, active, *, by):
    """Take an indicator out of use, or back into it. Its names stay reserved."""
    ratios = OwnIndicator.objects.filter(area=definition.area, active=True).exclude(pk=definition.pk)
    users = [one.label for one in ratios if definition.key in (one.numerator, one.denominator)]
    if not active and users:
        raise InUse(f"“{users[0]}”还在用它计算，请先停用“{users[0]}”。")
    definition.active, definition.updated_by = active, by
    definition.save(update_fields=["active", "updated_by", "updated_at"])
    definition.area.mark_definitions_changed()
