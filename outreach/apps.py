from django.apps import AppConfig


class OutreachConfig(AppConfig):
    """Legal outreach: events of 法律七进, teams, the five items and demonstration sites."""

    name = "outreach"
    verbose_name = "普法"
