"""SECURITY.md names only what is there."""

import re
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import get_commands

PAGE = (Path(settings.BASE_DIR) / "SECURITY.md").read_text()
NAMES = sorted(set(re.findall(r"`([^`]+)`", PAGE)))
SOURCES = "\n".join(file.read_text() for file in sorted((Path(settings.BASE_DIR) / "township").rglob("*.py")))


@pytest.mark.parametrize("name", NAMES)
def test_each_name_is_that_of_a_file_a_setting_or_a_command(name):
    if name.startswith("manage.py "):
        assert name.split()[1] in get_commands()
    elif "/" in name or re.search(r"\.\w+$", name):
        assert any(Path(settings.BASE_DIR).glob(name))
    else:
        pattern = re.escape(name).replace(r"\*", r"\w+")
        assert re.search(rf"\b{pattern}\b", SOURCES)
