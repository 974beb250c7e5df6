"""What a kind of official text is: its name, its span, its prose, and what it has to keep to."""

from collections.abc import Callable
from dataclasses import dataclass

from township.figures.period import spoken
from township.figures.years import years_of

from ..typesetting import NATIONAL, TIGHTER, MissingGlyph, lines_needed
from .spans import named, year_of

SPAN_WORD, CUTOFF_WORD = "统计期", "统计截止日"


@dataclass(frozen=True)
class Subject:
    """What a text may be about beside its span: `key` is stored, `name` is what its title and prose say.

    `span(year)` is the time of the year that belongs to it, where one does.
    """

    key: str
    name: str
    span: Callable | None = None


@dataclass(frozen=True)
class Paper:
    """One kind of text.

    `title` is a pattern with {town}, {span} and {subject}; `outline(area, span, subject)` the text that a new
    one begins with, figures as tokens. `spans` are the keys of `spans.OFFERED` that suit it, the usual one first.
    `subjects(area)` offers [Subject] under the name `subject_label`. `office` says who writes it, `purpose`
    what for. `required` are [(name, pattern)] of the parts it must have, `pages` how many pages it may fill,
    `unasked` the checks of 数据核对 that are about annual reports only, `prose_source` where figures come from
    that a new text brings beside its tokens. `issued` texts go the long way from 核数 to 公开 and begin in
    `drafting`, without the three; the others are done with 定稿锁定.
    """

    key: str
    name: str
    title: str = ""
    outline: Callable | None = None
    spans: tuple = ()
    office: str = ""
    purpose: str = ""
    subjects: Callable | None = None
    subject_label: str = ""
    required: tuple = ()
    pages: int | None = None
    unasked: tuple = ()
    prose_source: str = ""
    issued: bool = False

    def title_for(self, area, span, subject=None):
        return self.title.format(
            town=area.name,
            span=named(span, years_of(area)),
            year=year_of(span),
            subject=subject.name if subject else "",
        )

    @staticmethod
    def words(manuscript, cutoff=None):
        """What the tokens about the text itself stand for; `cutoff` is that of a revision where one is meant."""
        span = named(manuscript.span, years_of(manuscript.area))
        return {SPAN_WORD: span, CUTOFF_WORD: spoken(cutoff or manuscript.cutoff)}

    def profile_for(self, document):
        """The layout: the national one, or the largest type in which a text with a limit keeps to it.

        Below 四号 nothing is readable in a meeting, so a longer text has to be cut.
        """
        if self.pages is None:
            return NATIONAL
        try:
            fitting = (one for one in (NATIONAL, *TIGHTER) if self.lines_over(document, one) <= 0)
            return next(fitting, TIGHTER[-1])
        except MissingGlyph:
            return NATIONAL

    def lines_over(self, document, profile):
        """By how many lines the text is longer than its pages."""
        return lines_needed(document, profile) - self.pages * profile.lines
