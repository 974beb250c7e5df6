"""From a report's text to a document: figures read, tokens filled, text parsed."""

import re
from dataclasses import dataclass, replace

from township.figures.indicator import indicators
from township.figures.reading import read

from .document import OfficialHeading, Span, parse
from .document.cleaning import clean_line
from .tokens import fill, indicators_of

LINE_END = re.compile(r"\r\n|\r|\n")
FULL_WIDTH = str.maketrans("()", "（）")


@dataclass(frozen=True)
class Written:
    """A report as it reads now: the filled text, its figures and what is still wrong with it."""

    text: str
    marks: tuple
    figures: dict
    problems: tuple
    document: object

    @property
    def unreviewed(self):
        """Figures that count records nobody has reviewed yet."""
        return [figure for figure in self.figures.values() if figure.unreviewed]


def write(text, *, title, area, period, number="", signers="", sealed=False, gate=None):
    """Fill and parse `text` with the figures of `area` and `period`."""
    known = indicators.for_area(area)
    figures = read(indicators_of(text, known), area=area, period=period, gate=gate)
    filled = fill(text, figures, known)
    heading = OfficialHeading(number=number, signers=names_of(signers))
    document = parse(filled.text, title=title, heading=heading, sealed=sealed)
    return Written(filled.text, filled.marks, figures, filled.problems, marked(document, filled))


def write_report(report, text=None):
    """`write` for a stored report; its figures are the township's, whoever reads it."""
    return write(
        report.text if text is None else text,
        title=report.title,
        area=report.area,
        period=report.period,
        number=report.number,
        signers=report.signers,
        sealed=report.sealed,
    )


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
            (first - begin, last - begin, key) for first, last, key in filled.marks if begin <= first <= end
        ]
    blocks = tuple(
        replace(block, spans=_spans(block.text, lines[block.line - 1], marks[block.line]))
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
