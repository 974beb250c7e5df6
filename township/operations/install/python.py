"""The virtual environment and the locked Python packages, on machines without pip or ensurepip too."""

import hashlib
import subprocess
import sys
import tempfile
from pathlib import Path

from . import system


def install(root, *, tests):
    """`.venv` with the packages of the lock file, exactly; nothing happens when the lock is unchanged."""
    venv = root / ".venv"
    lock = root / ("requirements-dev.txt" if tests else "requirements.txt")
    stamp = venv / f"{lock.stem}.sha256"
    wanted = hashlib.sha256(lock.read_bytes()).hexdigest()
    # The packages for tests include those for running.
    stamps = [stamp, venv / "requirements-dev.sha256"]
    locks = {lock.stem: wanted, "requirements-dev": digest(root / "requirements-dev.txt")}
    if any(each.exists() and each.read_text() == locks[each.stem] for each in stamps):
        return
    make_venv(venv)
    pip(venv, "install", "--require-hashes", "-r", str(lock))
    stamp.write_text(wanted)


def digest(path):
    return hashlib.sha256(path.read_bytes()).hexdigest()


def make_venv(venv):
    """An environment with pip in it: Debian's bare python3 has venv but neither ensurepip nor pip."""
    python = venv / "bin" / "python"
    if not python.exists():
        subprocess.run([sys.executable, "-m", "venv", "--without-pip", venv], check=True)
    if subprocess.run([python, "-m", "pip", "--version"], capture_output=True, check=False).returncode == 0:
        return
    with tempfile.TemporaryDirectory() as folder:
        wheels = bundled_pip() or [
            *system.unpack("python3-pip-whl", Path(folder)).glob("usr/share/python-wheels/pip-*.whl")
        ]
        subprocess.run([python, f"{wheels[-1]}/pip", "install", "-q", "--no-index", wheels[-1]], check=True)


def bundled_pip():
    """The pip wheel that came with this Python, if any."""
    try:
        import ensurepip
    except ImportError:
        return []
    return sorted((Path(ensurepip.__file__).parent / "_bundled").glob("pip-*.whl"))


def pip(venv, *arguments):
    subprocess.run(
        [venv / "bin" / "python", "-m", "pip", "--disable-pip-version-check", "-q", *arguments],
        check=True,
        stdin=subprocess.DEVNULL,
    )
