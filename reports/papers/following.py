"""The figures that a locked annual report has settled feed every other text about the same span."""


def source_of(manuscript):
    """The last locked revision of the annual report of just this span; None without one."""
    from ..models import Revision

    if manuscript.paper.issued:
        return None
    reports = Revision.objects.filter(
        report__kind="annual",
        report__area=manuscript.area_id,
        report__year=manuscript.year,
    )
    latest = reports.select_related("report__area").defer("pdf").order_by("-ordinal").first()
    return latest if latest and latest.period == manuscript.period else None


def frozen_figures(manuscript):
    """{key: row} of the figures that are taken from there, as the revision keeps them."""
    source = source_of(manuscript)
    return {row["key"]: row for row in source.figures} if source else {}
