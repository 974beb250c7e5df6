"""The virtual environment and the locked Python packages, on machines without pip or ensurepip too."""

import sys
import tempfile
import venv as standard_venv
from pathlib import Path

from . import offline, system
from .commands import Failed, run
from .stamps import is_stamped, stamp

OLDEST = (3, 11)
PIP = ("--disable-pip-version-check", "--no-input")
# Where pip's wheel lies: inside python.org's Python, or in Debian's python3-pip-whl.
PIP_WHEELS = (
    Path(standard_venv.__file__).parents[1] / "ensurepip" / "_bundled",
    Path("/usr/share/python-wheels"),
)


def install(root, *, tests):
    """`.venv` with the packages of the lock file; nothing happens when they are in it already."""
    venv = root / ".venv"
    make_venv(venv)
    locks = {"run": root / "requirements.txt", "tests": root / "requirements-dev.txt"}
    # The packages for tests include those for running.
    purposes = ["tests"] if tests else ["run", "tests"]
    if any(is_stamped(venv, purpose, locks[purpose]) for purpose in purposes):
        return
    lock = locks[purposes[0]]
    print(f"      安装：{lock.name}", flush=True)
    pip_install(venv, lock)
    stamp(venv, purposes[0], lock)


def make_venv(venv):
    """An environment with a pip that works, made anew when its Python or its place has changed."""
    if is_sound(venv):
        return
    # Debian's bare python3 has venv, but neither pip nor the ensurepip to put it in.
    run([sys.executable, "-m", "venv", "--clear", "--without-pip", venv])
    with tempfile.TemporaryDirectory() as folder:
        wheel = pip_wheel(Path(folder))
        run([venv / "bin" / "python", f"{wheel}/pip", "install", "--no-index", wheel])


def is_sound(venv):
    """Whether the programs in `venv` run and are its own: they hold the path they were made at."""
    try:
        return f" from {venv}/lib/" in run([venv / "bin" / "pip", "--version"])
    except (Failed, OSError):
        return False


def pip_wheel(folder):
    """The pip wheel of this machine, else the one of Debian's package, unpacked into `folder`."""
    for place in PIP_WHEELS:
        if wheels := sorted(place.glob("pip-*.whl")):
            return wheels[-1]
    (wheel,) = system.unpack("python3-pip-whl", folder).glob("usr/share/python-wheels/pip-*.whl")
    return wheel


def pip_install(venv, lock):
    """Exactly the files that `lock` names by their hashes, from the index the user has configured, or the bundle's."""
    if offline.is_offline():
        run([venv / "bin" / "python", "-m", "pip", "install", *PIP, *offline.pip_options()])
        return
    # A bare machine has no compiler: a package without a wheel has to be told at once. jieba has none, but
    # is Python alone.
    formats = ("--only-binary=:all:", "--no-binary=jieba")
    run([venv / "bin" / "python", "-m", "pip", "install", *PIP, "--require-hashes", *formats, "-r", lock])
