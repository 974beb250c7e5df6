"""法规名称不准确."""

from ..laws import citation, close_to, law_called, titles
from .registry import Finding, Severity, check


@check(Severity.REMINDER, "法规名称不准确")
def look(paper):
    """Laws cited by half their name, or by one that differs in a character from a law there is."""
    for name, start, end in titles(paper.text):
        law = law_called(name, paper.laws)
        if law is None:
            likely = close_to(name, paper.laws)
            if likely:
                yield Finding(start, end, f"没有查到《{name}》，是不是《{likely}》？")
        elif name not in (law.name, citation(law)) and citation(law) != law.name:
            yield Finding(start, end, f"《{name}》应写全称《{citation(law)}》。")
