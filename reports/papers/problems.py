"""What keeps a text of a kind from being locked, and how it can be mended."""

from township.figures.period import spoken
from township.figures.years import years_of

from ..tokens import problem_at, tokens_of
from ..typesetting import MissingGlyph, lines_of_blocks
from .paper import CUTOFF_WORD
from .spans import named

# A paragraph whose last line holds no more than this is the cheapest to shorten.
FEW = 8
MOST_SUGGESTIONS = 4


def problems_of(manuscript, source, document, profile):
    """[Problem] of the text `source` of a manuscript beyond its tokens."""
    return [*_unstated_cutoff(manuscript, source), *_too_long(manuscript.paper, source, document, profile)]


def _unstated_cutoff(manuscript, source):
    """A text about a span of which only a part is counted has to say so."""
    if manuscript.paper.issued or manuscript.cutoff >= manuscript.span.end:
        return
    if spoken(manuscript.cutoff) in source or any(one.label == CUTOFF_WORD for one in tokens_of(source)):
        return
    yield problem_at(
        source,
        f"{named(manuscript.span, years_of(manuscript.area))}还没有统计完，正文要写明数据统计截至哪天，可以写“统计截至{{{{{CUTOFF_WORD}}}}}”。",
        0,
        0,
    )


def _too_long(paper, source, document, profile):
    """By how many lines a text with a limit is too long, and where lines are saved most easily."""
    if paper.pages is None:
        return
    try:
        over = paper.lines_over(document, profile)
    except MissingGlyph as missing:
        yield problem_at(source, str(missing), 0, 0)
        return
    if over <= 0:
        return
    limit = "一页" if paper.pages == 1 else f"{paper.pages}页"
    yield problem_at(
        source,
        f"排不进{limit}：用最小的四号字还多{over}行（约{over * profile.cells}字），请按下面的提示精简。",
        0,
        0,
    )
    starts = _line_starts(source)
    blocks = [one for one in lines_of_blocks(document, profile) if not one.block.is_heading]
    short = sorted((one for one in blocks if one.lines > 1 and one.last <= FEW), key=lambda one: one.last)
    long = sorted(blocks, key=lambda one: -one.lines)
    for one in short[:MOST_SUGGESTIONS]:
        yield _at(source, starts, one, f"这段最后一行只有{one.last}个字，减{one.last}个字就少一行。")
    for one in long[: max(0, MOST_SUGGESTIONS - len(short))]:
        yield _at(source, starts, one, f"这段占{one.lines}行，压缩或删去最见效。")


def _line_starts(source):
    starts, position = [], 0
    for line in source.split("\n"):
        starts.append((position, position + len(line)))
        position += len(line) + 1
    return starts


def _at(source, starts, measured, message):
    place = measured.block.line - 1
    start, end = starts[place] if place < len(starts) else (0, 0)
    return problem_at(source, message, start, end)
