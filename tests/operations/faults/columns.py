"""The rows and columns of the fault matrix."""

FAULTS = ("killed", "dropped", "restarted", "full database", "full folder", "power lost")
PATHS = ("entry", "import", "review", "locking", "backup")
