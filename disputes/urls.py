from django.urls import path

from .views import cases, papers, statistics

app_name = "disputes"

urlpatterns = [
    path("cases/statistics/", statistics.page, name="statistics"),
    path("cases/statistics.pdf", statistics.pdf, name="statistics_pdf"),
    path("cases/statistics.xlsx", statistics.workbook, name="statistics_workbook"),
    path("cases/<int:pk>/reopen/", cases.reopen_case, name="reopen"),
    path("cases/<int:pk>/volume.pdf", papers.case_volume, name="volume"),
    path("cases/<int:pk>/<slug:key>.pdf", papers.paper_pdf, name="paper_pdf"),
    path("cases/<int:pk>/<slug:key>.docx", papers.paper_word, name="paper_word"),
]
