from django.urls import path

from . import account_views
from .views import exporting, importing

app_name = "workbooks"

urlpatterns = [
    path("settings/accounts/template/", account_views.template, name="account_template"),
    path("settings/accounts/import/", account_views.import_accounts, name="import_accounts"),
    path("ledgers/<slug:slug>/export/", exporting.ExportListView.as_view(), name="export"),
    path("ledgers/<slug:slug>/export/pdf/", exporting.ExportPdfView.as_view(), name="pdf"),
    path("ledgers/<slug:slug>/export/files/", exporting.ExportFilesView.as_view(), name="files"),
    path("yearbook/", exporting.YearbookView.as_view(), name="yearbook"),
    path("ledgers/<slug:slug>/import/", importing.UploadView.as_view(), name="import"),
    path("ledgers/<slug:slug>/import/template/", importing.TemplateView.as_view(), name="template"),
    path("ledgers/<slug:slug>/import/<int:pk>/", importing.PreviewView.as_view(), name="preview"),
    path("ledgers/<slug:slug>/import/<int:pk>/cells/", importing.CellsView.as_view(), name="cells"),
    path("ledgers/<slug:slug>/import/<int:pk>/columns/", importing.ColumnsView.as_view(), name="columns"),
    path("ledgers/<slug:slug>/import/<int:pk>/sheet/", importing.SheetView.as_view(), name="sheet"),
    path("ledgers/<slug:slug>/import/<int:pk>/commit/", importing.CommitView.as_view(), name="commit"),
    path("ledgers/<slug:slug>/import/<int:pk>/file/", importing.AnnotatedView.as_view(), name="annotated"),
    path("ledgers/<slug:slug>/import/<int:pk>/discard/", importing.DiscardView.as_view(), name="discard"),
    path("ledgers/<slug:slug>/import/<int:pk>/undo/", importing.UndoView.as_view(), name="undo"),
]
