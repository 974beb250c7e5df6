"""A machine made of small stand-ins for apt, dpkg, sudo, node and npm, which note how they were called."""

import os

import pytest

STAND_INS = {
    "dpkg-query": 'shift 2; grep -qx "$1" "$MACHINE/installed" && printf "install ok installed"',
    "apt-get": """echo "apt-get $* [$DEBIAN_FRONTEND]" >> "$MACHINE/calls"
case "$*" in *" update") exit "$(cat "$MACHINE/update")";; esac
case "$*" in *" install "*) echo "E: no space left"; exit "$(cat "$MACHINE/install")";; esac""",
    "sudo": '[ -e "$MACHINE/sudo" ] || exit 1; shift; exec "$@"',
    "node": 'cat "$MACHINE/node"',
    "npm": 'echo "npm $*" >> "$MACHINE/calls"; rm -rf node_modules; mkdir node_modules',
}


class Machine:
    """What is installed, what may be done, and what has been called."""

    def __init__(self, folder):
        self.folder = folder
        self.set("installed", "")
        self.set("calls", "")
        self.set("update", "0")
        self.set("install", "0")
        self.set("node", "v24.1.0")

    def set(self, name, text):
        (self.folder / name).write_text(text)

    def calls(self):
        """The calls since the last time somebody asked."""
        lines = (self.folder / "calls").read_text().splitlines()
        self.set("calls", "")
        return lines


@pytest.fixture
def machine(tmp_path, monkeypatch):
    folder = tmp_path / "machine"
    programs = folder / "bin"
    programs.mkdir(parents=True)
    for name, script in STAND_INS.items():
        (programs / name).write_text(f"#!/bin/sh\n{script}\n")
        (programs / name).chmod(0o755)
    monkeypatch.setenv("MACHINE", str(folder))
    monkeypatch.setenv("PATH", f"{programs}{os.pathsep}/usr/bin{os.pathsep}/bin")
    monkeypatch.delenv("DEBIAN_FRONTEND", raising=False)
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    return Machine(folder)
