"""The portal with one more record app, `films`, which is not shipped: how much does a new ledger take?"""

from township.settings import *  # noqa: F403

INSTALLED_APPS = [*INSTALLED_APPS, "tests.project.films"]  # noqa: F405
# The tables come from the models; a shipped app has the migration that makemigrations writes.
MIGRATION_MODULES = {"films": None}
