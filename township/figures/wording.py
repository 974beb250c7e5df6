"""Figures in words: how a value reads on a page and in an official sentence."""

import re
import unicodedata

# {{标签|余:百}}: the value rounded down to the step, with 余 when something was left off.
STEPS = {"十": 10, "百": 100, "千": 1000, "万": 10_000}


def number(value):
    """A value as official text writes it: no grouping, no trailing zero; None is —."""
    if value is None:
        return "—"
    if isinstance(value, float) or hasattr(value, "as_tuple"):
        return f"{value:f}".rstrip("0").rstrip(".") if "." in f"{value:f}" else f"{value:f}"
    return str(value)


def rounded_down(value, step):
    """`value` with 余 by rule: 5137 by hundreds is 5100余; an exact multiple stays exact.

    A value below one step is written out, for 0余 means nothing.
    """
    whole = int(value) // STEPS[step] * STEPS[step]
    if whole == 0 or whole == value:
        return number(value)
    return f"{whole}余"


def with_unit(value, unit):
    """Value and unit together, as on a tile: 14次, 100%."""
    return "—" if value is None else f"{number(value)}{unit}"


def spelled(label):
    """A label as indicators spell theirs, whatever a word processor made of it: brackets full-width, no spaces."""
    plain = re.sub(r"\s", "", unicodedata.normalize("NFKC", label))
    return plain.replace("(", "（").replace(")", "）")


def is_rounding(text):
    """Whether `text` is a rounding option such as 余:百."""
    return bool(re.fullmatch(f"余[:：][{''.join(STEPS)}]", text))
