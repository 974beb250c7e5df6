"""The demonstration township: invented people, a full year 2022, and years beside it to compare with.

Record apps put their seeders in their `demo.py`:

    @seeder
    def seed(world): ...
"""

from . import plan
from .world import World, seeder, seeders

__all__ = ["World", "plan", "seeder", "seeders"]
