"""两件不同的事数字正好一样."""

from .registry import Finding, Severity, check

# Small numbers are alike by chance.
LEAST = 11


@check(Severity.REMINDER, "一数两用")
def look(paper):
    """Two different facts of one paragraph with one and the same figure."""
    for paragraph in paper.paragraphs:
        held = {}
        for one in paper.bound:
            figure = one.quantity
            if figure.start not in paragraph or one.indicator is None or figure.approximation:
                continue
            if figure.unit == "%" or figure.number < LEAST or figure.number % 10 == 0:
                continue
            earlier = held.setdefault((figure.number, figure.unit), one)
            if earlier.indicator.key != one.indicator.key:
                yield Finding(
                    figure.start,
                    figure.end,
                    f"“{earlier.indicator.label}”和“{one.indicator.label}”都是{figure.text}，请核对是不是同一批。",
                )
