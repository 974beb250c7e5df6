"""The virtual environment: made without ensurepip, renewed when broken, filled once per lock."""

import shutil
import zipfile
from pathlib import Path

import pytest

from township.operations.install import python, system

# Stands for pip: asked to install itself, it puts a module and a program of its name into the environment.
PIP = """
import pathlib, sys, sysconfig
module = pathlib.Path(sysconfig.get_path("purelib"), "pip")
module.mkdir()
(module / "__init__.py").touch()
program = pathlib.Path(sysconfig.get_path("scripts"), "pip")
program.write_text(f"#!{sys.executable}\\nimport pip; print('pip 1.0 from', pip.__path__[0])\\n")
program.chmod(0o755)
"""


@pytest.fixture
def wheel(tmp_path, monkeypatch):
    """The wheel of a stand-in for pip, where Debian's package would put it."""
    folder = tmp_path / "wheels"
    folder.mkdir()
    path = folder / "pip-1.0-py3-none-any.whl"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("pip/__init__.py", "")
        archive.writestr("pip/__main__.py", PIP)
    monkeypatch.setattr(python, "PIP_WHEELS", (tmp_path / "nowhere", folder))
    return path


@pytest.fixture
def root(tmp_path):
    """A checkout with its two locks."""
    for name in ("requirements.txt", "requirements-dev.txt"):
        (tmp_path / name).write_text(name)
    return tmp_path


@pytest.fixture
def filled(monkeypatch):
    """The locks that were installed, in order."""
    locks = []
    monkeypatch.setattr(python, "make_venv", lambda venv: venv.mkdir(exist_ok=True))
    monkeypatch.setattr(python, "pip_install", lambda venv, lock: locks.append(lock.name))
    return locks


def test_an_environment_is_made_once(tmp_path, wheel):
    venv = tmp_path / "venv"

    python.make_venv(venv)
    (venv / "kept").touch()
    python.make_venv(venv)

    assert python.is_sound(venv)
    assert (venv / "kept").exists()


def lose_python(venv):
    """The system's Python was removed."""
    (venv / "bin" / "python").unlink()
    (venv / "bin" / "python").symlink_to("/nowhere/python3")


def change_python(venv):
    """The system's Python became another version: the packages lie in the folder of the former one."""
    (packages,) = venv.glob("lib/python3.*")
    packages.rename(packages.with_name("python3.1"))


def copy_folder(venv):
    """The checkout was copied: the programs still belong to the original."""
    return Path(shutil.copytree(venv, venv.with_name("copy"), symlinks=True))


@pytest.mark.parametrize("damage", [lose_python, change_python, copy_folder])
def test_a_broken_environment_is_made_anew(tmp_path, wheel, damage):
    venv = tmp_path / "venv"
    python.make_venv(venv)
    (venv / ".installed-run").touch()
    venv = damage(venv) or venv
    assert not python.is_sound(venv)

    python.make_venv(venv)

    assert python.is_sound(venv)
    assert not (venv / ".installed-run").exists()


def test_the_pip_of_this_machine_comes_before_a_download(tmp_path, wheel, monkeypatch):
    assert python.pip_wheel(tmp_path / "download") == wheel

    def unpack(package, target):
        assert package == "python3-pip-whl"
        folder = target / "usr/share/python-wheels"
        folder.mkdir(parents=True)
        (folder / "pip-2.0-py3-none-any.whl").touch()
        (folder / "wheel-1.0-py3-none-any.whl").touch()
        return target

    monkeypatch.setattr(system, "unpack", unpack)
    wheel.unlink()
    assert python.pip_wheel(tmp_path / "download").name == "pip-2.0-py3-none-any.whl"


def test_packages_are_installed_once_per_lock(root, filled):
    python.install(root, tests=False)
    python.install(root, tests=False)
    assert filled == ["requirements.txt"]

    python.install(root, tests=True)
    python.install(root, tests=True)
    assert filled == ["requirements.txt", "requirements-dev.txt"]

    (root / "requirements.txt").write_text("changed")
    python.install(root, tests=False)
    assert filled == ["requirements.txt", "requirements-dev.txt"], "the packages for tests include the others"

    (root / "requirements-dev.txt").write_text("changed")
    python.install(root, tests=False)
    python.install(root, tests=True)
    assert filled == ["requirements.txt", "requirements-dev.txt", "requirements.txt", "requirements-dev.txt"]
