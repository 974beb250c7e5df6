"""核数: each office, or the coordinator for all of them, confirms the figures of the registers it keeps."""

import hashlib
import json

from township.people.roles import Power

from .models import FigureConfirmation


def plain(value):
    """A value as JSON keeps it."""
    return float(value) if hasattr(value, "as_tuple") else value


def own_figures(figures, gate):
    """Those of `figures` ({key: Figure}) whose registers the user answers for."""
    return [
        figure for figure in figures.values() if gate.can_in(figure.indicator.register, Power.CONFIRM_FIGURES)
    ]


def values_of(figures):
    """{key: value} of a list of figures, as a confirmation keeps them."""
    return {figure.indicator.key: plain(figure.value) for figure in figures}


def fingerprint(values):
    """A short mark of {key: value}: a page sends it back to say which values its reader has seen."""
    return hashlib.sha256(json.dumps(values, sort_keys=True).encode()).hexdigest()[:16]


def confirm(report, *, by, values):
    """Write down that `by` has confirmed `values`; a second time replaces the first."""
    FigureConfirmation.objects.update_or_create(
        report=report, by=by, defaults={"office": by.office, "figures": values}
    )


def confirmed_by(report):
    """{(key, value): [confirmation]} of everything confirmed so far."""
    found = {}
    for confirmation in report.confirmations.select_related("by", "office"):
        for pair in confirmation.figures.items():
            found.setdefault(pair, []).append(confirmation)
    return found


def unconfirmed(report, revision):
    """Labels of the revision's figures that nobody has confirmed at the value it froze."""
    known = confirmed_by(report)
    return [row["label"] for row in revision.figures if (row["key"], row["value"]) not in known]


def awaited(report, figures):
    """Those of `figures` that nobody has confirmed at the value they have now."""
    known = confirmed_by(report)
    return [figure for figure in figures if (figure.indicator.key, plain(figure.value)) not in known]
