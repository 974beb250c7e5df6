from django.apps import AppConfig


class OpennessConfig(AppConfig):
    """What villages post, what the township publishes, and what it is asked for (公开)."""

    name = "openness"
    verbose_name = "公开"

    def ready(self):
        from . import deadlines  # noqa: F401 - its receiver listens from here on
