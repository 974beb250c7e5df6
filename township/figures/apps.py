from django.apps import AppConfig
from django.db.backends.signals import connection_created
from django.db.models.signals import post_migrate, pre_migrate
from django.utils.module_loading import autodiscover_modules


class FiguresConfig(AppConfig):
    """How records become numbers: periods, indicators, duties and zero reports."""

    name = "township.figures"
    label = "figures"
    verbose_name = "指标"

    def ready(self):
        from .calendar_items import install_calendar
        from .keeping import writes

        connection_created.connect(writes.notice_on)
        pre_migrate.connect(writes.before_migrating, sender=self)
        post_migrate.connect(writes.after_migrating, sender=self)
        post_migrate.connect(install_calendar, sender=self)
        autodiscover_modules("indicators", "duties")
        from . import drilldown  # noqa: F401  registers the resolver of ?figure=… in lists
        from .own import building  # noqa: F401  lets the registry find what townships have defined
