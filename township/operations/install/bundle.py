"""`python3 -m township.operations.install.bundle FILE`: the portal with all it needs, for a server without a network.

Made on a machine with the same distribution, release and processor as the server's. On the server the file is
unpacked and set up with the same command as elsewhere; it finds the folder `bundle` and asks no network.
"""

import argparse
import hashlib
import json
import shutil
import sys
import tarfile
import tempfile
from pathlib import Path

from . import system
from .commands import Failed, Stop, run
from .offline import ROOT

# Beside the portal's own packages: Python itself, a database and a proxy for the plain server, and a working pip.
SERVER = ("python3", "python3-venv", "python3-pip-whl", "postgresql", "nginx-light")


def main(arguments=None):
    parser = argparse.ArgumentParser(description="做离线安装包。")
    parser.add_argument("file", type=Path, help="写到哪里，例如 build/portal.tar")
    target = parser.parse_args(arguments).file
    try:
        make(target)
    except (Stop, Failed) as error:
        print(f"离线安装包没有做成。\n{error}", file=sys.stderr)
        return 1
    print(f"{target}：{target.stat().st_size // 1_000_000} MB")
    return 0


def make(target):
    """Pack the committed checkout and its bundle into one tar file under the folder `portal`."""
    target.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as name:
        portal = Path(name) / "portal"
        bundle = portal / "bundle"
        bundle.mkdir(parents=True)
        unpack_head(portal)
        for step in (put_wheels, put_modules, put_fonts, put_debs):
            print(f"      {step.__doc__.splitlines()[0]}", flush=True)
            step(bundle)
        write_sums(bundle)
        with tarfile.open(target, "w") as packed:
            packed.add(portal, "portal")


def unpack_head(portal):
    archive = portal / "head.tar"
    run(["git", "archive", "--output", archive, "HEAD"], cwd=ROOT)
    with tarfile.open(archive) as packed:
        packed.extractall(portal, filter="data")
    archive.unlink()


def put_wheels(bundle):
    """Python 包"""
    pip = [ROOT / ".venv" / "bin" / "python", "-m", "pip", "--disable-pip-version-check", "--no-input"]
    wheels = bundle / "wheels"
    run([*pip, "wheel", "--quiet", "--no-deps", "-r", ROOT / "requirements.txt", "--wheel-dir", wheels])
    # What is built here has a hash of its own: the versions are the lock file's, the sums the bundle's.
    names = sorted(wheel.name.split("-")[:2] for wheel in wheels.glob("*.whl"))
    (bundle / "requirements.txt").write_text("".join(f"{name}=={version}\n" for name, version in names))


def put_modules(bundle):
    """前端组件"""
    wanted = json.loads((ROOT / "package.json").read_text())["dependencies"]
    for name in wanted:
        shutil.copytree(ROOT / "node_modules" / name, bundle / "node_modules" / name)


def put_fonts(bundle):
    """字体"""
    shutil.copytree(
        ROOT / "var" / "fonts",
        bundle / "fonts",
        ignore=shutil.ignore_patterns("cache", ".version", "fonts.conf"),
    )


def put_debs(bundle):
    """系统软件包"""
    debs, state = bundle / "debs", bundle / "state"
    (debs / "partial").mkdir(parents=True)
    state.mkdir()
    (state / "status").touch()
    # As if nothing were installed here: the server may lack what this machine has.
    wanted = [*system.packages(tests=False, postgresql=False), *SERVER]
    empty = ["-o", f"Dir::State::status={state / 'status'}", "-o", f"Dir::Cache::archives={debs}"]
    apt = ["apt-get", *system.APT_OPTIONS, *empty, "-o", "Debug::NoLocking=1"]
    run([*apt, "install", "--yes", "--no-install-recommends", "--download-only", *wanted])
    shutil.rmtree(state)
    shutil.rmtree(debs / "partial")
    (debs / "Packages").write_text("\n".join(entry(deb) for deb in sorted(debs.glob("*.deb"))))


def entry(deb):
    """What apt's list of packages says of one file."""
    told = run(["dpkg-deb", "--field", deb])
    digest = hashlib.sha256(deb.read_bytes()).hexdigest()
    return f"{told}Filename: ./{deb.name}\nSize: {deb.stat().st_size}\nSHA256: {digest}\n"


def write_sums(bundle):
    files = sorted(path for path in bundle.rglob("*") if path.is_file())
    lines = (
        f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.relative_to(bundle)}\n" for path in files
    )
    (bundle / "SHA256SUMS").write_text("".join(lines))


if __name__ == "__main__":
    sys.exit(main())
