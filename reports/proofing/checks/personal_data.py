"""文中有个人信息."""

from township.privacy.finders import KINDS, find

from .registry import Finding, Severity, check


@check(Severity.ERROR, "文中有个人信息")
def look(paper):
    """Whatever the portal's finders know to be personal: numbers, cards, and people of the township's cases."""
    for found in find(paper.text, area=paper.area):
        yield Finding(found.start, found.end, f"这里有{KINDS[found.kind]}，请删去。")
