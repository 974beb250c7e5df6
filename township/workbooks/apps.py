from django.apps import AppConfig


class WorkbooksConfig(AppConfig):
    """Excel in and out."""

    name = "township.workbooks"
    label = "workbooks"
    verbose_name = "表格"
