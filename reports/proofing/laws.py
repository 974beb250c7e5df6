"""Laws as texts cite them: names between 《》 and the catalogue's entries for them."""

import re

from township.records.law_catalogue import REPUBLIC

TITLE = re.compile(r"《([^《》\n]{2,40})》")
VERSION = re.compile(r"[（(](?:\d{4}|试行|修订|修正|草案)[^（）()]*[）)]$")
KINDS = ("法", "条例", "规定", "办法", "法典", "准则", "通则", "总则")
SHORTEST_ALIKE = 5


def titles(text):
    """[(name, start, end)] of everything between 《》; the place is that of the whole citation."""
    return [(VERSION.sub("", match[1].strip()), *match.span()) for match in TITLE.finditer(text)]


def citation(law):
    """How a law is cited: its name without 中华人民共和国."""
    return law.name.removeprefix(REPUBLIC)


def names(law):
    return {law.name, citation(law), *filter(None, law.short_names.split("、"))}


def law_called(name, laws):
    """The law of the catalogue with that full or short name, None without one."""
    return next((law for law in laws if name in names(law)), None)


def successor(law, laws):
    """The law that took the place of `law`: in force from the day it ceased, and of its name or a code."""
    later = [citation(other) for other in laws if other.effective_on == law.repealed_on]
    named = set(citation(law)) - set("".join(KINDS))
    alike = [name for name in later if len(named & set(name)) >= min(2, len(named))]
    codes = [name for name in later if name.endswith("法典")]
    return (alike or codes or [""])[0]


def close_to(name, laws):
    """The name of the catalogue that differs from `name` in one character."""
    if len(name) < SHORTEST_ALIKE or not name.endswith(KINDS):
        return ""
    return next((citation(law) for law in laws if _one_apart(name, citation(law))), "")


def _one_apart(one, other):
    if one == other or abs(len(one) - len(other)) > 1:
        return False
    start = next(
        (n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other))
    )
    return other[start + 1 :] in (one[start + 1 :], one[start:]) or one[start + 1 :] == other[start:]


def said_day(day):
    return f"{day.year}年{day.month}月{day.day}日"
