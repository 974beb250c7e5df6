"""Notes in a folder of installed packages of which lock file it holds, so that a second set-up is quick."""

import hashlib


def stamp(folder, purpose, lock):
    """Note that `folder` holds what `lock` names for `purpose` (run, tests)."""
    (folder / f".installed-{purpose}").write_text(digest(lock))


def is_stamped(folder, purpose, lock):
    note = folder / f".installed-{purpose}"
    return note.exists() and note.read_text() == digest(lock)


def digest(lock):
    return hashlib.sha256(lock.read_bytes()).hexdigest()
