"""System packages through apt, when it may be used; otherwise the one command to run."""

import os
import shutil
import subprocess
from pathlib import Path

RUNTIME = ("libpango-1.0-0", "libpangoft2-1.0-0", "libharfbuzz-subset0", "fontconfig")
# Ubuntu's chromium is a stub for snap, which cannot run without a session; there the browser tests are left out.
BROWSER = ("chromium",)
TESTS = (*RUNTIME, "poppler-utils")


class Missing(Exception):
    """Something has to be installed by somebody who may; the text says how."""


def distribution():
    """The ID of /etc/os-release, e.g. `debian`."""
    lines = Path("/etc/os-release").read_text().splitlines()
    return next((line[3:].strip('"') for line in lines if line.startswith("ID=")), "")


def installed(package):
    found = subprocess.run(
        ["dpkg-query", "-W", "-f=${Status}", package], capture_output=True, text=True, check=False
    )
    return found.stdout.endswith("ok installed")


def apt():
    """How to call apt-get here, or None when it may not be used."""
    if os.geteuid() == 0:
        return ["apt-get"]
    if (
        shutil.which("sudo")
        and subprocess.run(["sudo", "-n", "true"], check=False, capture_output=True).returncode == 0
    ):
        return ["sudo", "-n", "DEBIAN_FRONTEND=noninteractive", "apt-get"]
    return None


def install(packages):
    """Install what is missing of `packages`; raises `Missing` with the command when apt may not be used."""
    wanted = list(packages)
    if "poppler-utils" in wanted and distribution() == "debian":
        wanted += BROWSER
    missing = [package for package in wanted if not installed(package)]
    if not missing:
        return
    command = apt()
    if command is None:
        raise Missing(
            "缺少系统库，请让管理员执行下面这一条命令，然后重新运行：\n"
            f"  sudo apt-get update && sudo apt-get install -y --no-install-recommends {' '.join(missing)}"
        )
    update(command)
    run(command, "install", "-y", "--no-install-recommends", *missing)


def run(command, *arguments):
    """apt-get without questions; its chatter is shown only when it fails."""
    done = subprocess.run(
        [*command, "-qq", *arguments],
        env={**os.environ, "DEBIAN_FRONTEND": "noninteractive"},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode != 0:
        raise Missing(f"apt-get {arguments[0]} 没有成功：\n{done.stdout}{done.stderr}")


def update(command):
    """Refresh the package lists."""
    run(command, "update")


def unpack(package, target):
    """Download a Debian package and unpack it into `target` without installing it."""
    target.mkdir(parents=True, exist_ok=True)
    done = subprocess.run(["apt-get", "download", package], cwd=target, capture_output=True, check=False)
    if done.returncode != 0 and (command := apt()) is not None:
        update(command)
        done = subprocess.run(["apt-get", "download", package], cwd=target, capture_output=True, check=False)
    archives = sorted(target.glob(f"{package}_*.deb"))
    if done.returncode != 0 or not archives:
        raise Missing(f"下载不到软件包 {package}，请先执行：sudo apt-get update，然后重新运行。")
    subprocess.run(["dpkg", "-x", archives[-1], target], check=True)
    return target
