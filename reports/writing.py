"""From a report's text to a document: figures read, tokens filled, text parsed."""

import re
from dataclasses import dataclass, field, replace

from township.figures.indicator import indicators
from township.figures.reading import read

from .document import OfficialHeading, Span, Table, parse
from .document.cleaning import clean_line
from .editions import without_marks
from .papers.following import frozen_figures
from .papers.problems import problems_of
from .tables import fill_tables
from .tokens import TABLE, fill, indicators_of, tables_of
from .typesetting import NATIONAL

LINE_END = re.compile(r"\r\n|\r|\n")
FULL_WIDTH = str.maketrans("()", "（）")


@dataclass(frozen=True)
class Written:
    """A text as it reads now: filled, its figures, its tables, what is still wrong with it.

    `text` still has the marks of what is internal; `document` is the internal edition, to be set in `profile`.
    `taken` are the rows of figures that an earlier locked text of the same span has settled.
    """

    text: str
    marks: tuple
    figures: dict
    problems: tuple
    document: object
    tables: tuple = ()
    taken: dict = field(default_factory=dict)
    profile: object = NATIONAL

    @property
    def unreviewed(self):
        """Figures that count records nobody has reviewed yet."""
        return [figure for figure in self.figures.values() if figure.unreviewed]


def write(
    text, *, title, area, period, number="", signers="", sealed=False, gate=None, words=None, taken=None
):
    """Fill and parse `text` with the figures of `area` and `period`.

    `words` are what other tokens stand for, `taken` the rows ({key: row}) of figures that are settled already.
    """
    known = indicators.for_area(area)
    wanted = tables_of(text, known)
    figures = read(indicators_of(text, known), area=area, period=period, gate=gate)
    # A table is read anew, and the figure of its sum must not differ from it.
    taken = without(taken or {}, wanted)
    figures = {key: settled(figure, taken.get(key)) for key, figure in figures.items()}
    tables = fill_tables(wanted, figures, area=area, period=period)
    filled = fill(text, figures, known, tables=tables, words=words)
    inner = replace(
        filled, **dict(zip(("text", "marks"), without_marks(filled.text, filled.marks), strict=True))
    )
    heading = OfficialHeading(number=number, signers=names_of(signers))
    document = marked(parse(inner.text, title=title, heading=heading, sealed=sealed), inner)
    taken = {key: row for key, row in taken.items() if key in figures}
    return Written(filled.text, filled.marks, figures, filled.problems, document, tuple(tables), taken)


def without(taken, tables):
    """The settled rows but for those of figures that stand in a table."""
    in_tables = {one.key for table in tables for one in table.indicators}
    return {key: row for key, row in taken.items() if key not in in_tables}


def settled(figure, row):
    """The figure with the value that a locked text has settled, where one has."""
    return figure if row is None else replace(figure, value=row["value"], unreviewed=0)


def write_report(report, text=None):
    """`write` for a stored text; its figures are the township's, whoever reads it."""
    paper, source = report.paper, report.text if text is None else text
    written = write(
        source,
        title=report.title,
        area=report.area,
        period=report.period,
        number=report.number,
        signers=report.signers,
        sealed=report.sealed,
        words=paper.words(report),
        taken=frozen_figures(report),
    )
    profile = paper.profile_for(written.document)
    more = () if written.problems else problems_of(report, source, written.document, profile)
    return replace(written, problems=(*written.problems, *more), profile=profile)


def names_of(signers):
    """The names in a field of signers, whatever separates them."""
    return tuple(name for name in re.split(r"[、，,;； ]+", signers) if name)


def marked(document, filled):
    """The document with every filled figure in a span of its own that carries the indicator's key."""
    lines, marks = LINE_END.split(filled.text), {}
    ends = [match.end() for match in LINE_END.finditer(filled.text)]
    for number, begin in enumerate([0, *ends], 1):
        end = begin + len(lines[number - 1])
        marks[number] = [
            (first - begin, last - begin, key)
            for first, last, key in filled.marks
            if key not in ("", TABLE) and begin <= first <= end
        ]
    blocks = tuple(
        block
        if isinstance(block, Table)
        else replace(block, spans=_spans(block.text, lines[block.line - 1], marks[block.line]))
        for block in document.blocks
    )
    return replace(document, blocks=blocks)


def _spans(text, source, marks):
    """A block's text cut at its figures; `marks` are places in its source line, layout space included."""
    places, spans, position = _places(text, source), [], 0
    for start, end, key in marks:
        held = [number for number, place in enumerate(places) if start <= place < end]
        if held:  # none: after Word's own line break the figure stands in another block
            spans += [Span(text[position : held[0]]), Span(text[held[0] : held[-1] + 1], key)]
            position = held[-1] + 1
    return tuple(span for span in (*spans, Span(text[position:])) if span.text)


def _places(text, source):
    """Where each character of a block stands in its source line: cleaning only drops and widens brackets."""
    offset = 0
    for part in source.splitlines(keepends=True):
        if clean_line(part) == text:
            places, position, plain = [], -1, part.translate(FULL_WIDTH)
            for character in text.translate(FULL_WIDTH):
                position = plain.index(character, position + 1) if character != " " else position + 1
                places.append(offset + position)
            return places
        offset += len(part)
    return []
