"""Demonstration records of disputes and of what else people bring forward; every person and matter is invented."""

from township.operations.demo import seeder

from . import (
    committees,
    mediation,
    neighbour,  # noqa: F401  registers the neighbour's seeder
    petitions,
    services,
)


@seeder
def seed(world):
    """Committees take the disputes on, and petitions, receptions and legal aid lead to some of these."""
    committees.seed(world)
    mediation.seed(world)
    petitions.seed(world)
    services.seed(world)
