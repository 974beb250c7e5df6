from django.apps import AppConfig


class PeopleConfig(AppConfig):
    """Area tree, offices, users, roster, roles and the one access gate."""

    name = "township.people"
    label = "people"
    verbose_name = "人员与权限"

    def ready(self):
        from .trail import signing  # noqa: F401
