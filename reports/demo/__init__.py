"""The demonstration's assessment by the county, and the figures that the county states."""

from . import assessment, stated  # noqa: F401 - they register their seeders
