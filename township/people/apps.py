from django.apps import AppConfig


class PeopleConfig(AppConfig):
    """Area tree, offices, users, roster, roles and the one access gate."""

    name = "township.people"
    label = "people"
    verbose_name = "人员与权限"

    def ready(self):
        from django.db.models.signals import post_delete, post_save

        from . import places
        from .trail import signing  # noqa: F401

        for signal in (post_save, post_delete):
            signal.connect(places.forget, sender="people.Area")
