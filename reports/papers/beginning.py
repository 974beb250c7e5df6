"""Beginning a text of any kind but the annual report."""

from django.db import transaction

from ..models import Manuscript
from ..proofing.draft import give_source, prove
from .spans import last_day, year_of


@transaction.atomic
def begin_paper(paper, *, area, span, subject, by):
    """The new text of `paper`: its own prose, counted up to today while the span has not passed."""
    begun = Manuscript.objects.create(
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
    _source_prose(begun, by=by)
    return begun


@transaction.atomic
def begin_anew(manuscript, subject, *, by):
    """Write the prose of a text anew that is still as it was begun; what somebody has worked on stays."""
    if manuscript.version > 1 or not manuscript.is_open or manuscript.revisions.exists():
        return
    manuscript.text = manuscript.paper.outline(manuscript.area, manuscript.span, subject)
    manuscript.cutoff = last_day(manuscript.span)
    manuscript.updated_by = by
    manuscript.save(update_fields=["text", "cutoff", "updated_by", "updated_at"])
    _source_prose(manuscript, by=by)


def _source_prose(manuscript, *, by):
    if source := manuscript.paper.prose_source:
        give_source(manuscript, prove(manuscript).typed, source=source, by=by)
