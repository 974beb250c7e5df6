"""Setting up without a network, from the folder `bundle` that `make bundle` has put into the checkout."""

import shutil
from pathlib import Path

from .commands import run

ROOT = Path(__file__).resolve().parents[3]
BUNDLE = ROOT / "bundle"


def is_offline():
    """Whether the checkout brought its packages along."""
    return BUNDLE.is_dir()


def check():
    """Raise `Failed` unless every file of the bundle is the one that was packed."""
    run(["sha256sum", "--check", "--quiet", "--strict", "SHA256SUMS"], cwd=BUNDLE)


def apt_options(folder):
    """Options that make apt see the bundle's packages alone; `folder` is for its list of sources."""
    sources = folder / "bundle.list"
    # The packages' sums are those of the bundle; apt has no signature to check them by.
    sources.write_text(f"deb [trusted=yes] file:{BUNDLE / 'debs'} ./\n")
    return ["-o", f"Dir::Etc::sourcelist={sources}", "-o", "Dir::Etc::sourceparts=-"]


def pip_options():
    """Options and requirements for the wheels of the bundle."""
    return ["--no-index", "--find-links", BUNDLE / "wheels", "-r", BUNDLE / "requirements.txt"]


def copy_modules(target):
    """The front-end packages, as they were on the machine that made the bundle."""
    shutil.rmtree(target, ignore_errors=True)
    shutil.copytree(BUNDLE / "node_modules", target)


def copy_fonts(target):
    shutil.copytree(BUNDLE / "fonts", target, dirs_exist_ok=True)
