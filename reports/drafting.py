"""Beginning a report: the built-in outline, last year's prose without its figures, or pasted text."""

import re

from township.figures.years import years_of

from .models import AnnualReport
from .outline import plan_for, title_for
from .tokens import BLANK, TOKEN

BLANK_TOKEN = f"{{{{{BLANK}}}}}"
NUMBER = r"\d+(?:[.,]\d+)*"
# Numbers that are no figures: dates, ordinals, numbers of articles and documents, days such as 4·15.
NO_FIGURE = re.compile(
    rf"{NUMBER}(?:年|月|日|号|时|届|热线)|(?:第|〔|［|\[){NUMBER}|{NUMBER}(?=〕|］|\]|[—～~-]\d+年)"
    rf"|\d{{1,2}}[·•]\d{{1,2}}|(?<=·)\d{{1,2}}|^\s*[（(]?\d{{1,2}}[）)、.．](?!\d)|(?<=[。；])\d{{1,2}}[、.．](?!\d)",
    re.MULTILINE,
)
FIGURE = re.compile(rf"{NUMBER}(?P<step>[多余])?")
PROTECTED = re.compile(f"{TOKEN.pattern}|{NO_FIGURE.pattern}", re.MULTILINE)
SHORTEST_PARAGRAPH = 30
YEAR = re.compile(r"(?<![—～~〔-])(?<!\d)(\d{4})(?=年(?![—～~-]))")


def begin(*, area, year, text, by, carried=""):
    """The new report of `area` for `year` with `text` to start from."""
    return AnnualReport.objects.create(
        area=area,
        year=year,
        title=title_for(area, year),
        text=text,
        carried=carried,
        cutoff=years_of(area).span(year).end,
        created_by=by,
        updated_by=by,
    )


def from_last_year(text, year):
    """Last year's `text` for `year`: its prose, its tokens, and a blank for every figure typed by hand."""
    text = _without_figures(text).replace(plan_for(year - 1), plan_for(year))
    later = {str(year - 1): str(year), str(year): str(year + 1)}
    return YEAR.sub(lambda match: later.get(match[1], match[1]), text)


def _without_figures(text):
    parts, position = [], 0
    for kept in PROTECTED.finditer(text):
        parts += [FIGURE.sub(BLANK_TOKEN, text[position : kept.start()]), kept[0]]
        position = kept.end()
    return "".join([*parts, FIGURE.sub(BLANK_TOKEN, text[position:])])


def untouched(text, carried):
    """[(start, end)] of the paragraphs of `text` that are still last year's, word for word.

    Headings, addressee and signature are the same every year and are not worth saying.
    """
    old = {line.strip() for line in carried.splitlines() if len(line.strip()) >= SHORTEST_PARAGRAPH}
    found, start = [], 0
    for line in text.split("\n"):
        if line.strip() in old:
            found.append((start, start + len(line)))
        start += len(line) + 1
    return found
