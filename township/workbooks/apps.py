from django.apps import AppConfig


class WorkbooksConfig(AppConfig):
    """Excel in and out."""

    name = "township.workbooks"
    label = "workbooks"
    verbose_name = "表格"

    def ready(self):
        # What makes files in the background: a worker process loads no pages that would bring it along.
        from . import bundles, yearbook  # noqa: F401
