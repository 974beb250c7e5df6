"""查看来源台账 of one figure in few lines: the newest records that it counts, and what it leaves out."""

from dataclasses import dataclass

from django.urls import reverse

from township.people.roles import Power
from township.records.register import registry

from .left_out import LeftOuts

SHOWN = 20


@dataclass(frozen=True)
class Sources:
    """`rows` [(record, address)] are the newest of `total` counted records that the reader may open."""

    rows: list
    total: int
    left_out: LeftOuts
    # The page that lists all of them.
    url: str

    @property
    def more(self):
        return self.total - len(self.rows)


def sources(records, *, left_out, gate, url):
    """`Sources` of a figure that counts `records`, for one reader."""
    register = registry.of(records.model)
    found = records.filter(gate.scope(register, Power.READ)).select_related("area")
    rows = [
        (record, reverse("records:detail", args=[register.slug, record.pk]))
        for record in found.order_by("-date", "-pk")[:SHOWN]
    ]
    total = found.count() if len(rows) == SHOWN else len(rows)
    return Sources(rows, total, left_out, url)
