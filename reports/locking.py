"""定稿锁定: text, figures, the ids of their records and the PDF's bytes, frozen together."""

import hashlib

from django.db import IntegrityError, connection, transaction
from django.db.models import F

from township.figures.reading import records_behind
from township.records.models import RecordLock

from .life import Refused
from .models import AnnualReport, Revision
from .typesetting import MissingGlyph, render_pdf
from .writing import write_report


def lock(report, *, by):
    """Freeze the report as it stands and return the new revision; raises `Refused` with a sentence.

    Figures and record ids come from one snapshot; the PDF is set outside any lock; the revision is then
    written only if nobody has changed the draft meanwhile, so that a double click makes one revision.
    """
    if not report.is_open:
        raise Refused(f"报告现在是“{report.get_state_display()}”，不能再锁定；如需改正，请先“申请更正”。")
    with transaction.atomic():
        if connection.vendor == "postgresql" and not connection.savepoint_ids:
            with connection.cursor() as cursor:
                cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
        written = write_report(report)
        figures = [_frozen(figure, report) for figure in written.figures.values()]
    if written.problems:
        raise Refused("还不能锁定：" + "；".join(str(problem) for problem in written.problems[:5]))
    try:
        pdf = render_pdf(written.document)
    except MissingGlyph as missing:
        raise Refused(str(missing)) from missing
    return _insert(report, written, figures, pdf, by=by)


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


def plain(value):
    """A value as JSON keeps it."""
    return float(value) if hasattr(value, "as_tuple") else value


def _insert(report, written, figures, pdf, *, by):
    last = report.revisions.first()
    if last is not None and last.filled_text == written.text and last.title == report.title:
        raise Refused(f"和第{last.number}稿完全一样，不用再锁定。")
    try:
        with transaction.atomic():
            unchanged = AnnualReport.objects.filter(pk=report.pk, version=report.version)
            if not unchanged.update(version=F("version") + 1):
                raise Refused("报告刚被改过，请刷新后看过再锁定。")
            revision = Revision.objects.create(
                report=report,
                number=last.number + 1 if last else 1,
                title=report.title,
                text=report.text,
                filled_text=written.text,
                figures=figures,
                pdf=pdf,
                sha256=hashlib.sha256(pdf).hexdigest(),
                locked_by=by,
            )
            _lock_records(report, figures)
    except IntegrityError as error:
        raise Refused("报告刚被别人锁定，请刷新后查看。") from error
    report.version += 1
    return revision


def _lock_records(report, figures):
    wanted = {(figure["register"], pk) for figure in figures for pk in figure["records"]}
    label = f"{report.year}年度报告"
    RecordLock.objects.bulk_create(
        [RecordLock(register=slug, record_id=pk, label=label) for slug, pk in sorted(wanted)],
        ignore_conflicts=True,
    )


def differences(revision):
    """[(label, unit, frozen value, value now)] of the figures that would read differently today."""
    from township.figures.indicator import indicators
    from township.figures.reading import read

    known = [indicators.get(row["key"]) for row in revision.figures if indicators.get(row["key"])]
    now = read(known, area=revision.report.area, period=revision.report.period)
    return [
        (row["label"], row["unit"], row["value"], plain(now[row["key"]].value))
        for row in revision.figures
        if row["key"] in now and plain(now[row["key"]].value) != row["value"]
    ]
