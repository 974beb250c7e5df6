"""The private fonts are fetched once, and anew for a checkout that was copied."""

import shutil

import pytest

from township.operations.install import fonts, system


@pytest.fixture
def fetched(monkeypatch):
    """The packages that were fetched, in order; each holds every file that is looked for."""
    packages = []

    def unpack(package, target):
        packages.append(package)
        for name, _, _ in fonts.SOURCES[package]:
            (target / name).write_text(name)
        return target

    monkeypatch.setattr(system, "unpack", unpack)
    monkeypatch.setattr(fonts, "take", lambda root, source, family, target: shutil.copyfile(source, target))
    return packages


def test_fonts_are_fetched_once_for_each_place(tmp_path, fetched):
    root, copy = tmp_path / "portal", tmp_path / "copy"
    wanted = {name for files in fonts.SOURCES.values() for _, _, name in files}

    fonts.install(root)
    fonts.install(root)
    assert fetched == list(fonts.SOURCES)
    assert {path.name for path in (root / "var" / "fonts").iterdir() if path.is_file()} == {
        *wanted,
        "fonts.conf",
        ".version",
    }
    assert f"<dir>{root}/var/fonts</dir>" in (root / "var" / "fonts" / "fonts.conf").read_text()

    shutil.copytree(root, copy)
    fonts.install(copy)
    assert fetched == [*fonts.SOURCES, *fonts.SOURCES]
    assert f"<dir>{copy}/var/fonts</dir>" in (copy / "var" / "fonts" / "fonts.conf").read_text()
