"""The virtual environment: made without ensurepip, renewed when broken, filled once per lock."""

import subprocess
import zipfile

import pytest

from township.operations.install import python, system

# Stands for pip: asked to install itself, it puts an empty module of its name into the environment.
PIP = """
import pathlib, sysconfig
module = pathlib.Path(sysconfig.get_path("purelib"), "pip")
module.mkdir()
(module / "__init__.py").touch()
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


def has_pip(venv):
    return subprocess.run([venv / "bin" / "python", "-c", "import pip"], check=False).returncode == 0


def test_an_environment_is_made_once(tmp_path, wheel):
    venv = tmp_path / "venv"

    python.make_venv(venv)
    (venv / "kept").touch()
    python.make_venv(venv)

    assert has_pip(venv)
    assert (venv / "kept").exists()


@pytest.mark.parametrize("missing", ["bin/python", "pip"])
def test_a_broken_environment_is_made_anew(tmp_path, wheel, missing):
    venv = tmp_path / "venv"
    python.make_venv(venv)
    (venv / ".installed-run").touch()
    if missing == "pip":
        # After a change of the system's Python the packages lie in the folder of the former version.
        (packages,) = venv.glob("lib/python3.*")
        packages.rename(packages.with_name("python3.1"))
    else:
        (venv / missing).unlink()
        (venv / missing).symlink_to("/nowhere/python3")

    python.make_venv(venv)

    assert has_pip(venv)
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
