from django.apps import AppConfig
from django.db.models.signals import post_migrate


class ReportsConfig(AppConfig):
    """The reader: work overview and the annual report. It owns no primary facts."""

    name = "reports"
    verbose_name = "年度报告"

    def ready(self):
        from .reference_data import install_phrases

        post_migrate.connect(install_phrases, sender=self)
        # They register the system check, the lists behind locked figures, how others' texts become documents.
        from . import checks, setting_texts, tracing  # noqa: F401
