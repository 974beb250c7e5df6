"""Which ids lie within a place: asked for once a request, and anew when the tree has changed."""

import pytest

from township.people.models import Area
from township.people.places import ids_within, inside, remembered


def places_of(area):
    return set(Area.objects.within(area).values_list("pk", flat=True))


def test_asked_for_once(world, django_assert_num_queries):
    with remembered(), django_assert_num_queries(1):
        first = ids_within(world.township)
        with remembered():
            assert ids_within(world.township) == first
    assert set(first) == places_of(world.township)


def test_a_new_village_belongs_at_once(world):
    with remembered():
        before = ids_within(world.township)
        village = Area.objects.create(name="新村", parent=world.township, level=Area.Level.VILLAGE)
        assert set(ids_within(world.township)) == {*before, village.pk}
        village.delete()
        assert set(ids_within(world.township)) == set(before)


@pytest.mark.parametrize("name", ["county_area", "township", "a"])
def test_the_condition_is_the_same_at_every_level(world, name):
    area = getattr(world, name)
    children = Area.objects.filter(inside(area, "parent"))
    assert set(children) == set(Area.objects.filter(parent__path__startswith=area.path))
