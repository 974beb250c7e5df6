from django.urls import path

from . import calendar, coverage, overview, quality, setting_coverage, todo, townships
from .views import compare, editor, files, pages, planning, proofing, sources, steps

app_name = "reports"

urlpatterns = [
    path("", overview.overview, name="overview"),
    path("todo/", todo.todo, name="todo"),
    path("calendar/", calendar.calendar, name="calendar"),
    path("calendar/<int:pk>/<int:year>/<int:month>/", calendar.keep_day, name="keep_day"),
    path("quality/", quality.quality, name="quality"),
    path("quality/<slug:slug>/<int:pk>/", quality.verify, name="verify"),
    path("townships/", townships.townships, name="townships"),
    path("coverage/", coverage.coverage, name="coverage"),
    path("coverage/settings/", setting_coverage.setting_coverage, name="setting_coverage"),
    path("reports/", pages.report_list, name="list"),
    path("reports/<int:pk>/", pages.report_detail, name="detail"),
    path("reports/<int:pk>/particulars/", pages.particulars, name="particulars"),
    path("reports/<int:pk>/edit/", editor.edit, name="edit"),
    path("reports/<int:pk>/compare/", compare.compare, name="compare"),
    path("reports/<int:pk>/text/", editor.save_text, name="save_text"),
    path("reports/<int:pk>/file/", editor.read_file, name="read_file"),
    path("reports/<int:pk>/proof/", proofing.show, name="proof"),
    path("reports/<int:pk>/proof/waive/", proofing.waive_finding, name="waive"),
    path("reports/<int:pk>/proof/sources/", proofing.give_sources, name="give_sources"),
    path("reports/<int:pk>/proof/bindings/", proofing.accept_bindings, name="accept_bindings"),
    path("reports/<int:pk>/plans/", planning.plans, name="plans"),
    path("reports/<int:pk>/answers/", planning.told, name="answers"),
    path("reports/<int:pk>/gaps/", planning.wanting, name="gaps"),
    path("reports/<int:pk>/indicators/", editor.insertable, name="insertable"),
    path("reports/<int:pk>/preview.pdf", files.preview, name="preview"),
    path("reports/<int:pk>/draft.txt", files.draft_text, name="draft_text"),
    path("reports/<int:pk>/draft.docx", files.draft_word, name="draft_word"),
    path("reports/<int:pk>/revisions/<int:ordinal>.docx", files.revision_word, name="revision_word"),
    path("reports/<int:pk>/revisions/<int:ordinal>.pdf", files.revision_pdf, name="revision_pdf"),
    path("reports/<int:pk>/revisions/<int:ordinal>.txt", files.revision_text, name="revision_text"),
    path("reports/<int:pk>/sources/<str:key>/", sources.draft_figure, name="sources"),
    path("reports/<int:pk>/revisions/<int:ordinal>/", sources.locked_figures, name="locked_figures"),
    path(
        "reports/<int:pk>/revisions/<int:ordinal>/sources/<str:key>/",
        sources.locked_figure,
        name="locked_sources",
    ),
    path("reports/<int:pk>/scans/<int:registration>/", files.scan, name="scan"),
    path("reports/<int:pk>/lock/", steps.lock_report, name="lock"),
    path("reports/<int:pk>/figures/", steps.confirm_figures, name="confirm"),
    path("reports/<int:pk>/<slug:step>/", steps.take_step, name="step"),
]
