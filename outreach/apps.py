from django.apps import AppConfig
from django.db.models.signals import post_migrate


class OutreachConfig(AppConfig):
    """Legal outreach: events of 法律七进, teams, the five items and demonstration sites."""

    name = "outreach"
    verbose_name = "普法"

    def ready(self):
        from .models.materials import install_material_kinds

        post_migrate.connect(install_material_kinds, sender=self)
