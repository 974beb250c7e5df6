from django.apps import AppConfig


class GovernanceConfig(AppConfig):
    """Law-based administration: meetings, leading groups, legality reviews."""

    name = "governance"
    verbose_name = "依法行政"
