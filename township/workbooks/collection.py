"""Pausing Python's search for reference cycles while thousands of rows are built: they form none, and each
search would walk all of them again (a tenth of the whole time)."""

import gc
from contextlib import contextmanager


@contextmanager
def no_collection():
    """No search for cycles inside the block, unless it was off anyway."""
    running = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if running:
            gc.enable()
