from django.apps import AppConfig


class OpennessConfig(AppConfig):
    """What villages post for everybody to see (三务公开)."""

    name = "openness"
    verbose_name = "公开"
