"""Running other programs: quiet when they succeed, told in full when they fail."""

import os
import shlex
import subprocess


class Stop(Exception):
    """The set-up cannot go on until somebody has done something; the text says what."""


class Failed(Exception):
    """A program failed; the text is its command line and the end of what it printed."""


def run(command, *, cwd=None, env=None):
    """Run `command` without input; `env` is added to the environment. Raises `Failed`."""
    done = subprocess.run(
        command,
        cwd=cwd,
        env={**os.environ, **(env or {})},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        errors="replace",
        check=False,
    )
    if done.returncode != 0:
        last_lines = "\n".join(done.stdout.splitlines()[-20:])
        raise Failed(f"{shlex.join(map(str, command))}\n{last_lines}")
    return done.stdout


def succeeds(command):
    """Whether `command` exists here and ends well."""
    try:
        run(command)
    except (Failed, OSError):
        return False
    return True
