"""What can be made in the background, declared by the app that makes it."""

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Product:
    """A file that was made: an open binary file at its start, what it is called and what it is."""

    file: object
    name: str
    content_type: str


@dataclass(frozen=True)
class Maker:
    """One kind of file: `make(gate, progress, **parameters)` gives its `Product`.

    `parameters` are JSON. `progress(done, total)` is called now and then, and stops the work when the user has
    cancelled it. Exceptions of `refusals` carry a sentence for the user. `may(gate, **parameters)` is asked
    before making and again before handing out: rights may be gone by then.
    """

    kind: str
    make: object
    may: object
    refusals: tuple = ()


@dataclass
class Makers:
    """All makers by kind."""

    by_kind: dict = field(default_factory=dict)

    def add(self, *given):
        self.by_kind |= {maker.kind: maker for maker in given}


makers = Makers()
