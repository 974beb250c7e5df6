from django.apps import AppConfig


class DisputesConfig(AppConfig):
    """Disputes and their mediation, checks for hidden risks, and what people bring forward."""

    name = "disputes"
    verbose_name = "矛盾纠纷"

    def ready(self):
        from . import deadlines  # noqa: F401 - its receivers listen from here on
