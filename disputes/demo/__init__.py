"""Demonstration records of disputes and of what else people bring forward; every person and matter is invented."""

from township.operations.demo import seeder

from . import (
    mediation,
    neighbour,  # noqa: F401  registers the neighbour's seeder
    petitions,
    services,
)


@seeder
def seed(world):
    """Disputes first, since petitions, receptions and legal aid lead to some of them."""
    mediation.seed(world)
    petitions.seed(world)
    services.seed(world)
