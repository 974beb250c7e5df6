"""Front-end packages: by an npm that is new enough, once per lock."""

import pytest

from township.operations.install import node, python

INSTALL = "npm ci --ignore-scripts --no-audit --no-fund"


@pytest.fixture
def root(tmp_path):
    """A checkout with its lock."""
    root = tmp_path / "checkout"
    root.mkdir()
    (root / "package-lock.json").write_text("{}")
    (root / "requirements-node.txt").write_text("")
    return root


def test_packages_are_installed_once_per_lock(root, machine):
    node.install(root, tests=False)
    node.install(root, tests=False)
    assert machine.calls() == [f"{INSTALL} --omit=dev"]

    node.install(root, tests=True)
    node.install(root, tests=True)
    node.install(root, tests=False)
    assert machine.calls() == [INSTALL]

    (root / "package-lock.json").write_text("{ }")
    node.install(root, tests=False)
    assert machine.calls() == [f"{INSTALL} --omit=dev"]


@pytest.mark.parametrize("version", ["v18.20.4", "v20.18.9", "not a version"])
def test_an_old_node_is_passed_over(root, machine, monkeypatch, version):
    machine.set("node", version)
    venv = root / "var" / "node"
    made = []

    def pip_install(venv, lock):
        made.append(lock.name)
        (venv / "bin").mkdir()
        for name in ("node", "npm"):
            (venv / "bin" / name).symlink_to(machine.folder / "bin" / name)

    monkeypatch.setattr(python, "make_venv", lambda venv: venv.mkdir(parents=True))
    monkeypatch.setattr(python, "pip_install", pip_install)

    assert node.find_programs(root) == venv / "bin"
    assert node.find_programs(root) == venv / "bin"
    assert made == ["requirements-node.txt"]


def test_a_node_that_is_new_enough_is_used(root, machine):
    machine.set("node", "v20.19.0")

    assert node.find_programs(root) == str(machine.folder / "bin")
