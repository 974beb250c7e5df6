"""Which column fills which field: by label and synonym, by what the township chose before, by hand."""

from .models import HeaderMemory
from .targets import plain

# Below this a header only resembles a label by accident.
ENOUGH = 0.62


def match(headers, targets, remembered=None):
    """{column number: target name} for the headers; a target is filled by one column only."""
    chosen, taken = {}, set()
    for column, header in enumerate(headers):
        if (name := (remembered or {}).get(plain(header))) is not None:
            # An empty name: the township has said that this column is not wanted.
            chosen[column] = name if name in targets and name not in taken else ""
            taken.add(chosen[column])
    found = [
        (-target.likeness(header), column, order, name)
        for column, header in enumerate(headers)
        if header and column not in chosen
        for order, (name, target) in enumerate(targets.items())
    ]
    for score, column, _, name in sorted(found):
        if -score >= ENOUGH and column not in chosen and name not in taken:
            chosen[column] = name
            taken.add(name)
    return {column: name for column, name in sorted(chosen.items()) if name}


def fitness(headers, targets, remembered=None):
    """How much of a register a row of headers names; the best row of a sheet is its header."""
    chosen = match(headers, targets, remembered)
    return sum(max(targets[name].likeness(headers[column]), 0.5) for column, name in chosen.items())


def remembered_for(township_path, slug):
    """{plain header: target name} that the township has chosen for a register before."""
    found = HeaderMemory.objects.filter(area__path=township_path, register=slug)
    return dict(found.values_list("header", "target"))


def remember(township, slug, headers, mapping, targets):
    """Keep the choices that the headers alone would not have led to."""
    by_itself = match(headers, targets)
    for column, header in enumerate(headers):
        name = mapping.get(column, "")
        if not plain(header):
            continue
        if by_itself.get(column, "") == name:
            HeaderMemory.objects.filter(area=township, register=slug, header=plain(header)[:80]).delete()
        else:
            HeaderMemory.objects.update_or_create(
                area=township, register=slug, header=plain(header)[:80], defaults={"target": name}
            )
