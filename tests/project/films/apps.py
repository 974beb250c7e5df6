from django.apps import AppConfig


class FilmsConfig(AppConfig):
    name = "tests.project.films"
    label = "films"
