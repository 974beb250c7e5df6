"""The annex as a file made in the background: it takes records and photos out, so it asks for the right to."""

import io

from township.people.roles import Power
from township.records.jobs import Maker, Product, makers
from township.workbooks.book import Unreadable

from ..models import Revision
from ..outline import organ_of
from ..views.reach import manuscripts_for
from .drawing import annex_pdf
from .gathering import gather

MAKER = "annex"


def may_annex(gate, revision):
    """Whether the user may take out what stands behind a revision."""
    return gate.can(Power.EXPORT) and manuscripts_for(gate).filter(revisions=revision).exists()


def make_annex(gate, progress, revision):
    """The annex of a locked revision, as far as the user may export the records."""
    found = Revision.objects.select_related("report__area").defer("pdf").get(pk=revision)
    content = annex_pdf(gather(found, gate), title=found.title, organ=organ_of(found.report.area))
    return Product(io.BytesIO(content), name_of(found), "application/pdf")


def label_of(revision):
    """What lists and the trail call it: a title may name the leader whom the text is about."""
    report = revision.report
    return f"{report.year}年{report.paper.name}附件材料（第{revision.ordinal}稿）"


def name_of(revision):
    return f"{revision.title}附件材料（第{revision.ordinal}稿）.pdf"


makers.add(Maker(MAKER, make_annex, may_annex, (Unreadable,)))
