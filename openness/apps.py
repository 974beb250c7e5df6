from django.apps import AppConfig
from django.db.models.signals import post_migrate


class OpennessConfig(AppConfig):
    """What villages post, what the township publishes, and what it is asked for (公开)."""

    name = "openness"
    verbose_name = "公开"

    def ready(self):
        from . import deadlines  # noqa: F401 - its receiver listens from here on
        from .models.posting import install_postings

        post_migrate.connect(install_postings, sender=self)
