"""定稿锁定: text, figures, the ids of their records and the PDF's bytes, frozen together."""

import hashlib

from django.db import IntegrityError, connection, transaction
from django.db.models import F

from township.figures.reading import records_behind
from township.people.trail.log import Action, log
from township.printing.rendering import Unprintable
from township.records.models import RecordLock

from .confirming import plain
from .document import OfficialHeading, parse
from .editions import without_marks
from .life import Refused
from .models import Manuscript, Revision
from .proofing.draft import prove
from .typesetting import render_pdf
from .writing import names_of, write_report

PROBLEMS_SHOWN = 5


def lock(report, *, by):
    """Freeze the report as it stands and return the new revision; raises `Refused` with a sentence.

    Figures and record ids come from one snapshot; the PDF is set outside any lock; the revision is then
    written only if nobody has changed the draft meanwhile, so that a double click makes one revision.
    """
    if not report.is_open:
        raise Refused(f"报告现在是“{report.get_state_display()}”，不能再锁定；如需改正，请先“申请更正”。")
    written, figures = _snapshot(report)
    if written.problems:
        shown = "；".join(str(problem).rstrip("。") for problem in written.problems[:PROBLEMS_SHOWN])
        more = len(written.problems) - PROBLEMS_SHOWN
        raise Refused(f"还不能锁定：{shown}{f'；另有{more}处' if more > 0 else ''}。")
    if open_points := prove(report, written).obstacle:
        raise Refused(f"{open_points}，请先在“修改正文”的数据核对里处理，再锁定。")
    revision = Revision(
        report=report,
        draft_version=report.version,
        text=report.text,
        filled_text=written.text,
        figures=figures,
        tables=[table.frozen(place) for place, table in enumerate(written.tables, 1)],
        locked_by=by,
        **{name: getattr(report, name) for name in Manuscript.PARTICULARS},
    )
    _set(revision, written.document, written.profile)
    return _insert(report, revision)


def _snapshot(report):
    """The written report and its figures with their record ids, all as of one moment."""
    with transaction.atomic():
        # Only the outermost block may choose; SQLite's transactions are serial anyway.
        if connection.vendor == "postgresql" and not connection.savepoint_ids:
            with connection.cursor() as cursor:
                cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
        written = write_report(report)
        # With problems nothing is locked, and a token without a figure has no records to freeze.
        figures = (
            []
            if written.problems
            else [written.taken.get(key) or _frozen(one, report) for key, one in written.figures.items()]
        )
    return written, figures


def _frozen(figure, report):
    indicator = figure.indicator
    records = records_behind(indicator, area=report.area, period=report.period)
    return {
        "key": indicator.key,
        "label": indicator.label,
        "unit": indicator.unit,
        "value": plain(figure.value),
        "definition": indicator.definition,
        "register": indicator.register.slug,
        "records": sorted(records.values_list("pk", flat=True)),
        "unreviewed": figure.unreviewed,
    }


def _set(revision, document, profile):
    """Set the revision in official type."""
    try:
        revision.pdf = render_pdf(document, profile)
    except Unprintable as refusal:
        raise Refused(str(refusal)) from refusal
    revision.sha256 = hashlib.sha256(revision.pdf).hexdigest()


def _insert(report, revision):
    last = report.latest_revision()
    if last and _identical(last, revision):
        raise Refused(f"和第{last.ordinal}稿完全一样，不用再锁定。")
    revision.ordinal = last.ordinal + 1 if last else 1
    try:
        with transaction.atomic():
            unchanged = Manuscript.objects.filter(pk=report.pk, version=report.version)
            if not unchanged.update(version=F("version") + 1):
                raise Refused("报告刚被改过，请刷新后看过再锁定。")
            revision.save(force_insert=True)
            _lock_records(report, revision.figures)
            log(Action.LOCKED, by=revision.locked_by, what=str(revision))
    except IntegrityError as error:
        raise Refused("报告刚被别人锁定，请刷新后查看。") from error
    report.version += 1
    return revision


def _identical(last, revision):
    """Whether a revision has the text and particulars or the very bytes of the last one; earlier ones may return."""
    return last.sha256 == revision.sha256 or (
        (last.filled_text, last.particulars) == (revision.filled_text, revision.particulars)
    )


def _lock_records(report, figures):
    wanted = {(figure["register"], pk) for figure in figures for pk in figure["records"]}
    label = f"{report.year}年度报告" if report.paper.issued else report.title
    RecordLock.objects.bulk_create(
        [RecordLock(register=slug, record_id=pk, label=label) for slug, pk in sorted(wanted)],
        ignore_conflicts=True,
    )


def issued(report, *, number, signers, by):
    """The latest revision set anew with its 发文字号 and 签发人, unsaved; None when it already has them.

    Both are often known only at signing. Text and figures stay exactly those that were deliberated.
    """
    last = report.latest_revision()
    if (last.number, last.signers) == (number, signers):
        return None
    copied = (
        "report",
        "draft_version",
        "text",
        "filled_text",
        "figures",
        "tables",
        "title",
        "cutoff",
        "sealed",
    )
    revision = Revision(
        ordinal=last.ordinal + 1,
        number=number,
        signers=signers,
        locked_by=by,
        **{name: getattr(last, name) for name in copied},
    )
    _set(revision, document_of(revision), profile_of(revision))
    return revision


def document_of(revision):
    """The document that a revision froze, its internal edition."""
    text, _ = without_marks(revision.filled_text)
    heading = OfficialHeading(number=revision.number, signers=names_of(revision.signers))
    return parse(text, title=revision.title, heading=heading, sealed=revision.sealed)


def profile_of(revision):
    """The layout that a revision is set in."""
    return revision.report.paper.profile_for(document_of(revision))
