"""The settings of a real server, less the collected static files, which no measured page reads."""

from township.settings import *  # noqa: F403
from township.settings import STORAGES

STORAGES = {**STORAGES, "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}
