"""The locks name everything exactly, by hashes, and no place to fetch it from."""

import ast
import importlib.metadata
import itertools
import json
import re
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]
LOCKS = ("requirements", "requirements-dev", "requirements-node")
REQUIREMENT = re.compile(r"([a-z0-9-]+)==([^ ]+)(?: ; [^\\]+)? \\")
HASH = re.compile(r"    --hash=sha256:[0-9a-f]{64}(?: \\)?")


def versions(lock):
    """The version of each package that `lock` names."""
    return dict(re.findall(r"^([a-z0-9-]+)==([^ ]+)", (ROOT / f"{lock}.txt").read_text(), re.MULTILINE))


@pytest.mark.parametrize("lock", LOCKS)
def test_python_packages_are_exact_and_hashed(lock):
    lines = (ROOT / f"{lock}.txt").read_text().splitlines()

    assert [line for line in lines if not REQUIREMENT.fullmatch(line) and not HASH.fullmatch(line)] == []
    following = [after for line, after in itertools.pairwise(lines) if REQUIREMENT.fullmatch(line)]
    assert all(HASH.fullmatch(line) for line in following)


@pytest.mark.parametrize("lock", LOCKS)
def test_what_was_asked_for_is_what_is_locked(lock):
    wanted = [line for line in (ROOT / f"{lock}.in").read_text().splitlines() if not line.startswith("-r ")]

    assert {tuple(line.split("==")) for line in wanted} <= versions(lock).items()


def test_tests_run_on_the_versions_that_run():
    assert versions("requirements").items() <= versions("requirements-dev").items()


def test_front_end_packages_are_exact_and_hashed():
    wanted = json.loads((ROOT / "package.json").read_text())
    packages = json.loads((ROOT / "package-lock.json").read_text())["packages"]
    root = packages.pop("")

    for kind in ("dependencies", "devDependencies"):
        assert root[kind] == wanted[kind]
        assert all(packages[f"node_modules/{name}"]["version"] == wanted[kind][name] for name in wanted[kind])
    assert [name for name, package in packages.items() if "integrity" not in package] == []
    assert [name for name, package in packages.items() if "resolved" in package] == []


def test_the_set_up_needs_nothing_but_python():
    """It runs before anything is installed, so that it imports the standard library and itself alone."""
    package = ROOT / "township" / "operations" / "install"

    assert modules_imported(package.glob("*.py")) == set()
    for folder in (package.parents[1], package.parent):
        assert (folder / "__init__.py").read_text() == ""


def modules_imported(paths):
    """The modules outside the standard library that the files import by their full names."""
    names = {
        name.split(".")[0]
        for path in paths
        for node in ast.walk(ast.parse(path.read_text()))
        for name in names_imported(node)
    }
    return names - sys.stdlib_module_names


def names_imported(node):
    """The modules that one statement imports from outside its package."""
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    if isinstance(node, ast.ImportFrom) and node.level == 0:
        return [node.module]
    return []


def test_what_is_imported_is_asked_for():
    """An environment that has grown by hand hides a package that no lock names."""
    for_developers = [ROOT / "tests", ROOT / "bench"]
    apps = {path.parent for path in ROOT.glob("*/__init__.py")} - set(for_developers)
    assert undeclared(apps, "requirements") == set()
    assert undeclared(for_developers, "requirements-dev") == set()


def undeclared(folders, lock):
    """Modules imported in `folders` that no package of `lock` brings."""
    own = {path.name for path in folders} | {path.parent.name for path in ROOT.glob("*/__init__.py")}
    locked = versions(lock)
    brought = {
        module
        for module, names in importlib.metadata.packages_distributions().items()
        if any(re.sub(r"[-_.]+", "-", name).lower() in locked for name in names)
    }
    return modules_imported(path for folder in folders for path in folder.rglob("*.py")) - own - brought
