"""What each township has defined for itself (own indicators, own registers), kept in memory while it holds.

Every change puts a new stamp on all areas of the township in the same transaction. An area is read from the
database in every request anyway, so that its stamp tells each process at once, without a query of its own,
whether what it keeps is still true.
"""

from .models import Area


class PerTownship:
    """The outcome of `load(path of a township)` for each township, made anew when its stamp has changed."""

    def __init__(self, load):
        self.load = load
        self.kept = {}

    def of(self, area):
        """What the township of `area` has defined; None above townships and where there is nothing."""
        if area is None or area.level < Area.Level.TOWNSHIP or not area.definitions:
            return None
        stamp, made = self.kept.get(area.township_path, ("", None))
        if stamp != area.definitions:
            made = self.load(area.township_path)
            self.kept[area.township_path] = area.definitions, made
        return made
