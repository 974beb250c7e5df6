from django.apps import AppConfig


class ReportsConfig(AppConfig):
    """The reader: work overview and the annual report. It owns no primary facts."""

    name = "reports"
    verbose_name = "年度报告"

    def ready(self):
        from . import checks, tracing  # noqa: F401  register the system check and the lists behind locked figures
