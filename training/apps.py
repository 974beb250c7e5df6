from django.apps import AppConfig


class TrainingConfig(AppConfig):
    """Legal study of those who govern: study sessions and examinations."""

    name = "training"
    verbose_name = "学法"
