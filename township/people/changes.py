"""Writing the history of accounts and of the lists under 设置."""

from .models import SettingChange


def note(subject, thing, action, *, by, before=None, after=None):
    """Put one act on `thing` into its history; `before` and `after` are {label: words} of what it said."""
    return SettingChange.objects.create(
        subject=subject,
        object_id=thing.pk,
        area=by.area if by else None,
        action=action,
        by=by,
        details=differences(before or {}, after or {}),
    )


def differences(before, after):
    """[label, before, after] of what differs; what was not there reads —."""
    labels = dict.fromkeys([*before, *after])
    pairs = [(label, before.get(label) or "—", after.get(label) or "—") for label in labels]
    return [[label, old, new] for label, old, new in pairs if old != new]


def history_of(subject, thing):
    """The changes of `thing`, newest first."""
    return SettingChange.objects.filter(subject=subject, object_id=thing.pk).select_related("by")
