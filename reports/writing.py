"""From a report's text to a document: figures read, tokens filled, text parsed."""

from dataclasses import dataclass

from township.figures.reading import read

from .document import OfficialHeading, parse
from .tokens import fill, indicators_of


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
    figures = read(indicators_of(text), area=area, period=period, gate=gate)
    filled = fill(text, figures)
    names = tuple(name for name in signers.replace(",", "、").replace("，", "、").split("、") if name.strip())
    document = parse(
        filled.text, title=title, heading=OfficialHeading(number=number, signers=names), sealed=sealed
    )
    return Written(filled.text, filled.marks, figures, filled.problems, document)


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
