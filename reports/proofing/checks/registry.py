"""The registry of checks: one small file each, found by itself."""

import importlib
import pkgutil
from dataclasses import dataclass

from django.db.models import TextChoices


class Severity(TextChoices):
    """What a finding asks for (fields.md H); only errors stand in the way of 定稿锁定."""

    ERROR = "error", "应改"
    REMINDER = "reminder", "提醒"
    MEND = "mend", "一键改"
    REFERENCE = "reference", "仅供参考"


@dataclass(frozen=True)
class Finding:
    """Something to look at: characters `start` to `end`, both 0 for the text as a whole.

    `replacement` is what a mend puts in their place.
    """

    start: int
    end: int
    message: str
    check: str = ""
    severity: str = ""
    replacement: str | None = None


@dataclass(frozen=True)
class Check:
    """One rule; `look(paper)` yields findings. `label` is its name for users."""

    key: str
    severity: Severity
    label: str
    look: object

    def findings(self, paper):
        for one in self.look(paper):
            yield Finding(one.start, one.end, one.message, self.key, self.severity.value, one.replacement)


_checks = {}


def check(severity, label):
    """Register `look(paper)` as the check that its file is named for."""

    def register(look):
        key = look.__module__.rpartition(".")[2]
        if key in _checks:
            raise ValueError(f"two checks in {key}")
        _checks[key] = Check(key, severity, label, look)
        return look

    return register


def all_checks():
    """Every check, in the order of severity and file name."""
    package = importlib.import_module(__package__)
    for module in pkgutil.iter_modules(package.__path__):
        importlib.import_module(f"{__package__}.{module.name}")
    order = list(Severity)
    return sorted(_checks.values(), key=lambda one: (order.index(one.severity), one.key))
