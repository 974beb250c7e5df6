"""Writing down who looked at personal data."""

from .models import PersonalAccess


def note_look(action, *, by, register="", record=None, about=""):
    """Keep that `by` has seen, searched or printed personal data; never what was seen."""
    return PersonalAccess.objects.create(
        action=action,
        by=by,
        area=by.area,
        register=register,
        record_id=record.pk if record else None,
        about=about,
    )
