"""Where stored files lie: each is there whole or not at all, and stays there whatever happens to the power."""

import os
import tempfile
from pathlib import Path

from django.core.files.storage import FileSystemStorage


class LastingStorage(FileSystemStorage):
    """Waits until the disk has a file and its name, so that no row ever points at lost or half bytes."""

    def _save(self, name, content):
        location = Path(self.location)
        location.mkdir(parents=True, exist_ok=True)
        handle, begun = tempfile.mkstemp(dir=location, prefix=".writing-")
        try:
            with os.fdopen(handle, "wb") as out:
                for chunk in content.chunks():
                    out.write(chunk)
                out.flush()
                os.fsync(out.fileno())
            if self.file_permissions_mode is not None:
                os.chmod(begun, self.file_permissions_mode)
            place = self._claim(name)
            os.replace(begun, place)
        except BaseException:
            Path(begun).unlink(missing_ok=True)
            raise
        settle_names(place, top=location)
        return place.relative_to(location).as_posix()

    def _claim(self, name):
        """The path of an empty file of this name or, if another request was faster, of the next free one."""
        while True:
            place = Path(self.path(name))
            place.parent.mkdir(parents=True, exist_ok=True)
            try:
                place.touch(exist_ok=False)
            except FileExistsError:
                name = self.get_available_name(name)
            else:
                return place


def settle_names(path, *, top):
    """Wait until the disk has the name of `path` and of every folder between it and `top`."""
    for folder in Path(path).parents:
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
        if folder == Path(top):
            return
