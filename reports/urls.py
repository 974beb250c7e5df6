from django.urls import path

from . import coverage, overview, setting_coverage, todo
from .views import annex, compare, editions, editor, files, pages, papers, proofing, steps, tables

app_name = "reports"

urlpatterns = [
    path("", overview.overview, name="overview"),
    path("todo/", todo.todo, name="todo"),
    path("coverage/", coverage.coverage, name="coverage"),
    path("coverage/settings/", setting_coverage.setting_coverage, name="setting_coverage"),
    path("reports/", pages.report_list, name="list"),
    path("reports/<int:pk>/", pages.report_detail, name="detail"),
    path("reports/<int:pk>/particulars/", pages.particulars, name="particulars"),
    path("reports/<int:pk>/edit/", editor.edit, name="edit"),
    path("reports/<int:pk>/compare/", compare.compare, name="compare"),
    path("reports/<int:pk>/text/", editor.save_text, name="save_text"),
    path("reports/<int:pk>/proof/", proofing.show, name="proof"),
    path("reports/<int:pk>/proof/waive/", proofing.waive_finding, name="waive"),
    path("reports/<int:pk>/proof/sources/", proofing.give_sources, name="give_sources"),
    path("reports/<int:pk>/proof/bindings/", proofing.accept_bindings, name="accept_bindings"),
    path("reports/<int:pk>/indicators/", editor.insertable, name="insertable"),
    path("reports/<int:pk>/preview.pdf", files.preview, name="preview"),
    path("reports/<int:pk>/draft.txt", files.draft_text, name="draft_text"),
    path("reports/<int:pk>/draft.docx", files.draft_word, name="draft_word"),
    path("reports/<int:pk>/revisions/<int:ordinal>.docx", files.revision_word, name="revision_word"),
    path("reports/<int:pk>/revisions/<int:ordinal>.pdf", files.revision_pdf, name="revision_pdf"),
    path("reports/<int:pk>/revisions/<int:ordinal>.txt", files.revision_text, name="revision_text"),
    path("reports/<int:pk>/scans/<int:registration>/", files.scan, name="scan"),
    path("reports/<int:pk>/lock/", steps.lock_report, name="lock"),
    path("reports/<int:pk>/figures/", steps.confirm_figures, name="confirm"),
    path("reports/<int:pk>/table/", tables.table_preview, name="table"),
    path("reports/<int:pk>/public/", editions.public_page, name="public"),
    path("reports/<int:pk>/public.pdf", editions.public_pdf, name="public_pdf"),
    path("reports/<int:pk>/public.docx", editions.public_word, name="public_word"),
    path("reports/<int:pk>/public.txt", editions.public_plain, name="public_text"),
    path("reports/<int:pk>/annex.pdf", annex.annex, name="annex"),
    path("papers/", papers.paper_list, name="papers"),
    path("papers/said/", papers.said, name="said"),
    path("papers/new/<slug:kind>/", papers.new_paper, name="new_paper"),
    path("reports/<int:pk>/<slug:step>/", steps.take_step, name="step"),
]
