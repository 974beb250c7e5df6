"""What is measured: a work, the ways to do it, and what is aimed at."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Aim:
    """The portal's time as a share of another way's, at most `ratio`."""

    against: str
    ratio: float


@dataclass(frozen=True)
class Work:
    """One work. `ways` is {name: (what it is, prepare)}; `prepare(case)` returns what is timed, a function.

    The first way is the portal's own. `base` is the database it needs: demo or county. With `together` all
    ways take turns in one process, else each has one of its own, so that peak memory is its own; `times` runs
    are counted after one that warms up, or a single cold one. `states` are those of the ways that are the
    portal's own as well, in another state of what it keeps; they are measured against the first aim's way too.
    """

    name: str
    ways: dict
    aims: tuple
    base: str = "demo"
    together: bool = False
    times: int = 1
    most_megabytes: int = 0
    most_seconds: float = 0
    settings: str = "bench.settings"
    states: tuple = ()

    @property
    def own(self):
        return next(iter(self.ways))


@dataclass(frozen=True)
class Case:
    """What a way works on: `size` (rows or records) and a folder for its files."""

    size: int
    folder: object
