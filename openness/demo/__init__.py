"""Demonstration records of openness; every notice, disclosure and request in them is invented."""

from township.operations.demo import seeder

from . import (
    neighbour,  # noqa: F401  registers the neighbour's seeder
    notices,
    township_affairs,
)


@seeder
def seed(world):
    notices.seed(world)
    township_affairs.seed(world)
