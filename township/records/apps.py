from django.apps import AppConfig
from django.db.models.signals import post_migrate
from django.utils.module_loading import autodiscover_modules


class RecordsConfig(AppConfig):
    """Records and their registers: one life, one set of pages, one history for every kind of record."""

    name = "township.records"
    label = "records"
    verbose_name = "台账"

    def ready(self):
        from .reference_data import install_holidays, install_laws, install_phrases, install_topics

        post_migrate.connect(install_topics, sender=self)
        post_migrate.connect(install_laws, sender=self)
        post_migrate.connect(install_phrases, sender=self)
        post_migrate.connect(install_holidays, sender=self)
        autodiscover_modules("registers", "reference_lists")
        # How chats speak of them, which names the registers.
        autodiscover_modules("messages")
        from .own import declaring  # noqa: F401  lets the registry find what townships have set up
