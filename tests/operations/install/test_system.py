"""System packages: installed when that is allowed, otherwise told in one command."""

import os

import pytest

from township.operations.install import __main__ as command
from township.operations.install import python, system
from township.operations.install.commands import Stop

WANTED = ("fontconfig", "libpango-1.0-0")
OPTIONS = "-qq -o Dpkg::Use-Pty=0 -o DPkg::Lock::Timeout=300"
INSTALLING = [
    f"apt-get {OPTIONS} update [noninteractive]",
    f"apt-get {OPTIONS} install -y --no-install-recommends libpango-1.0-0 [noninteractive]",
]


@pytest.fixture
def lacking(machine):
    """A machine that lacks the second of the packages wanted."""
    machine.set("installed", "fontconfig\n")
    return machine


def test_apt_is_left_alone_when_nothing_is_missing(machine):
    machine.set("installed", "\n".join(WANTED))

    system.install(WANTED)

    assert machine.calls() == []


def test_root_updates_the_lists_and_installs_what_is_missing(lacking, monkeypatch):
    monkeypatch.setattr(os, "geteuid", lambda: 0)

    system.install(WANTED)

    assert lacking.calls() == INSTALLING


def test_sudo_without_a_password_is_used(lacking):
    lacking.set("sudo", "")

    system.install(WANTED)

    assert lacking.calls() == INSTALLING


def test_without_rights_one_command_is_told_and_nothing_is_called(lacking):
    with pytest.raises(Stop) as stop:
        system.install(WANTED)

    commands = [line.strip() for line in str(stop.value).splitlines() if "apt-get" in line]
    assert commands == [
        "sudo sh -c 'apt-get update && apt-get install -y --no-install-recommends libpango-1.0-0'"
    ]
    assert lacking.calls() == []


def test_a_source_that_fails_does_not_keep_the_packages_away(lacking, capsys):
    lacking.set("sudo", "")
    lacking.set("update", "100")

    system.install(WANTED)

    assert lacking.calls() == INSTALLING
    assert "有软件源没有更新成功" in capsys.readouterr().err


def test_a_machine_without_apt_is_told_what_it_needs(monkeypatch, tmp_path):
    monkeypatch.setenv("PATH", str(tmp_path))

    with pytest.raises(Stop, match=r"没有 apt.*fontconfig libpango-1.0-0"):
        system.install(WANTED)


def test_missing_rights_and_failures_end_with_codes_of_their_own(machine, capsys):
    assert command.main([]) == 3
    assert "sudo sh -c" in capsys.readouterr().err

    machine.set("sudo", "")
    machine.set("install", "100")
    assert command.main([]) == 1
    assert "“系统软件包”没有准备好" in (told := capsys.readouterr().err)
    assert "E: no space left" in told


def test_an_old_python_is_refused_in_words(monkeypatch, capsys):
    monkeypatch.setattr(python, "OLDEST", (9, 1))

    assert command.main([]) == 3
    assert capsys.readouterr().err == "需要 Python 9.1 或更新的版本。\n"


@pytest.mark.parametrize(("name", "browser"), [("debian", True), ("ubuntu", False), ("", False)])
def test_chromium_is_wanted_where_its_package_is_a_real_one(monkeypatch, name, browser):
    monkeypatch.setattr(system, "distribution", lambda: name)

    assert system.packages(tests=False, postgresql=False) == system.RUNTIME
    assert ("chromium" in system.packages(tests=True, postgresql=False)) is browser
    assert system.packages(tests=False, postgresql=True) == (*system.RUNTIME, "postgresql")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ('NAME="Debian GNU/Linux"\nID=debian\n', "debian"),
        ('ID="ubuntu"\nID_LIKE=debian\n', "ubuntu"),
        ("", ""),
    ],
)
def test_name_of_the_distribution(tmp_path, text, name):
    description = tmp_path / "os-release"
    description.write_text(text)

    assert system.distribution(description) == name


def test_no_description_of_the_distribution(tmp_path):
    assert system.distribution(tmp_path / "os-release") == ""
