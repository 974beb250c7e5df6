"""Demonstration records of openness; every notice, disclosure and request in them is invented."""

from township.operations.demo import seeder

from . import notices, township_affairs


@seeder
def seed(world):
    notices.seed(world)
    township_affairs.seed(world)
