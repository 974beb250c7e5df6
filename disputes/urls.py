from django.urls import path

from .views import cases, papers

app_name = "disputes"

urlpatterns = [
    path("cases/<int:pk>/reopen/", cases.reopen_case, name="reopen"),
    path("cases/<int:pk>/volume.pdf", papers.case_volume, name="volume"),
    path("cases/<int:pk>/<slug:key>.pdf", papers.paper_pdf, name="paper_pdf"),
    path("cases/<int:pk>/<slug:key>.docx", papers.paper_word, name="paper_word"),
]
