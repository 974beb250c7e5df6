from township.operations.demo import seeder
from township.records.models import State

from .models import FilmShowing


@seeder
def seed(world):
    """One evening in each village."""
    for number, village in enumerate(world.villages, 1):
        values = {"area": village, "keeper": village, "date": f"2022-07-{number:02}", "state": State.APPROVED}
        FilmShowing.objects.get_or_create(
            title="秋菊打官司", **values, defaults={"place": "square", "audience": 80}
        )
