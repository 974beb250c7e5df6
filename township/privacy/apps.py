from django.apps import AppConfig


class PrivacyConfig(AppConfig):
    """What must not leave the portal unseen (个人信息把关): finders, masked copies, and the answers given."""

    name = "township.privacy"
    label = "privacy"
    verbose_name = "个人信息把关"
