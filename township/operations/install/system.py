"""System packages through apt, when it may be used; otherwise the one command to run."""

import os
import shutil
import sys
import tempfile
from pathlib import Path

from . import offline
from .commands import Failed, Stop, run, succeeds

# Debian's pip trusts the certificates of ca-certificates and no others.
RUNTIME = ("ca-certificates", "fontconfig", "libharfbuzz-subset0", "libpango-1.0-0", "libpangoft2-1.0-0")
# Playwright brings a Node.js of its own, which asks for libatomic1.
BROWSER = ("chromium", "libatomic1")
POSTGRESQL = ("postgresql",)
APT_OPTIONS = ("-qq", "-o", "Dpkg::Use-Pty=0", "-o", "DPkg::Lock::Timeout=300")
NONINTERACTIVE = "DEBIAN_FRONTEND=noninteractive"


def packages(*, tests, postgresql):
    """What the portal, its browser tests and its database tests need of the system."""
    # Ubuntu's chromium is a stub for snap, which cannot run without a session.
    browser = BROWSER if tests and distribution() == "debian" else ()
    return (*RUNTIME, *browser, *(POSTGRESQL if postgresql else ()))


def distribution(description=Path("/etc/os-release")):
    """The ID in os-release, e.g. `debian`; empty when there is none."""
    lines = description.read_text().splitlines() if description.exists() else []
    return next((line[3:].strip('"') for line in lines if line.startswith("ID=")), "")


def install(wanted):
    """Install what is missing of `wanted`; raises `Stop` with the command when apt may not be used."""
    if not (shutil.which("apt-get") and shutil.which("dpkg-query")):
        raise Stop(
            f"这台机器没有 apt，安装程序只会用 apt。请在 Debian 或 Ubuntu 上运行，需要的软件包：{' '.join(wanted)}"
        )
    missing = [package for package in wanted if not is_installed(package)]
    if not missing:
        return
    names = " ".join(missing)
    apt = apt_command()
    if apt is None:
        raise Stop(
            "缺少系统软件包，而当前用户无权安装。请由管理员执行下面这一条命令，然后重新运行：\n\n"
            f"  sudo sh -c 'apt-get update && apt-get install -y --no-install-recommends {names}'\n"
        )
    print(f"      安装：{names}", flush=True)
    with tempfile.TemporaryDirectory() as folder:
        sources = offline.apt_options(Path(folder)) if offline.is_offline() else []
        update([*apt, *sources])
        run([*apt, *APT_OPTIONS, *sources, "install", "-y", "--no-install-recommends", *missing])


def is_installed(package):
    try:
        return run(["dpkg-query", "-W", "-f=${Status}", package]).endswith("ok installed")
    except Failed:
        return False


def apt_command():
    """How to call apt-get with the rights to install, or None."""
    if os.geteuid() == 0:
        return ["env", NONINTERACTIVE, "apt-get"]
    if succeeds(["sudo", "-n", "true"]):
        return ["sudo", "-n", "env", NONINTERACTIVE, "apt-get"]
    return None


def update(apt):
    """Fetch the package lists. One failing source among others need not keep what is wanted from us."""
    try:
        run([*apt, *APT_OPTIONS, "update"])
    except Failed as failure:
        print(f"      有软件源没有更新成功：{failure}", file=sys.stderr, flush=True)


def unpack(package, target):
    """Download a Debian package and unpack it into `target` without installing it."""
    target.mkdir(parents=True, exist_ok=True)
    download = ["apt-get", *APT_OPTIONS, "download", package]
    try:
        run(download, cwd=target)
    except Failed:
        apt = apt_command()
        if apt is None:
            raise Stop(
                f"下载不到软件包 {package}。请由管理员执行下面这一条命令，然后重新运行：\n\n  sudo apt-get update\n"
            ) from None
        update(apt)
        run(download, cwd=target)
    (archive,) = target.glob(f"{package}_*.deb")
    run(["dpkg", "-x", archive, target])
    return target
