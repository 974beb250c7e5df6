"""The demonstration township: invented people, a full year 2022, and years beside it to compare with.

A small neighbour township stands beside it for the county's view.

Record apps put their seeders in their `demo.py`:

    @seeder
    def seed(world): ...
"""

from . import plan
from .world import World, neighbour_seeder, neighbour_seeders, seeder, seeders

__all__ = ["World", "neighbour_seeder", "neighbour_seeders", "plan", "seeder", "seeders"]
