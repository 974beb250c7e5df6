from django.apps import AppConfig


class OperationsConfig(AppConfig):
    """Demonstration, health and administration."""

    name = "township.operations"
    label = "operations"
    verbose_name = "运维"
