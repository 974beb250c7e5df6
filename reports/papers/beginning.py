"""Beginning a text of any kind but the annual report."""

from ..models import Manuscript
from .spans import last_day, year_of


def begin_paper(paper, *, area, span, subject, by):
    """The new text of `paper`: its own prose, counted up to today while the span has not passed."""
    return Manuscript.objects.create(
        kind=paper.key,
        area=area,
        year=year_of(span),
        start=span.start,
        end=span.end,
        subject=subject.key if subject else "",
        title=paper.title_for(area, span, subject),
        text=paper.outline(area, span, subject),
        cutoff=last_day(span),
        created_by=by,
        updated_by=by,
    )
