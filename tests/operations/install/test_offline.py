"""Without a network everything comes from the folder `bundle`, and only if it is whole."""

import hashlib
import os

import pytest

from township.operations.install import __main__ as command
from township.operations.install import bundle, fonts, node, offline, python, system


@pytest.fixture
def packed(tmp_path, monkeypatch):
    """A checkout that brought its packages along."""
    folder = tmp_path / "portal" / "bundle"
    for name in (
        "wheels/one-1.0-py3-none-any.whl",
        "node_modules/echarts/dist.js",
        "fonts/Kai.otf",
        "debs/Packages",
    ):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(name)
    (folder / "requirements.txt").write_text("one==1.0\n")
    (folder.parent / "package-lock.json").write_text("{}")
    bundle.write_sums(folder)
    monkeypatch.setattr(offline, "BUNDLE", folder)
    return folder


def test_apt_sees_the_packages_of_the_bundle_alone(packed, machine, monkeypatch):
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    system.install(["fontconfig"])
    updated, installed = machine.calls()
    for call in (updated, installed):
        assert "Dir::Etc::sourceparts=-" in call and "bundle.list" in call
    assert installed.endswith("install -y --no-install-recommends fontconfig [noninteractive]")


def test_pip_asks_no_index(packed, monkeypatch):
    called = []
    monkeypatch.setattr(python, "run", called.append)
    python.pip_install(packed.parent / ".venv", packed.parent / "requirements.txt")
    [line] = called
    assert "--no-index" in line and packed / "wheels" in line and packed / "requirements.txt" in line
    assert "--require-hashes" not in line


def test_front_end_packages_and_fonts_are_copied(packed, machine):
    root = packed.parent
    node.install(root, tests=False)
    fonts.install(root)
    assert (root / "node_modules" / "echarts" / "dist.js").exists()
    assert (root / "var" / "fonts" / "Kai.otf").exists()
    assert f"<dir>{root}/var/fonts</dir>" in (root / "var" / "fonts" / "fonts.conf").read_text()
    assert machine.calls() == []


def test_a_damaged_bundle_stops_the_set_up_at_once(packed, machine, capsys):
    (packed / "wheels" / "one-1.0-py3-none-any.whl").write_text("another")
    assert command.main([]) == 1
    told = capsys.readouterr().err
    assert "“离线安装包”没有准备好" in told and "one-1.0" in told
    assert machine.calls() == []


def test_the_list_for_apt_names_each_package_with_its_sum(tmp_path, monkeypatch):
    deb = tmp_path / "hello_1.0_all.deb"
    deb.write_bytes(b"package")
    monkeypatch.setattr(bundle, "run", lambda command: "Package: hello\nVersion: 1.0\n")
    digest = hashlib.sha256(b"package").hexdigest()
    assert bundle.entry(deb) == (
        f"Package: hello\nVersion: 1.0\nFilename: ./hello_1.0_all.deb\nSize: 7\nSHA256: {digest}\n"
    )
