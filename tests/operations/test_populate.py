"""The county's decade for measuring: whole copies that keep the rules, the same for the same seed."""

import pytest
from django.core.management import CommandError, call_command

from township.operations.populating import Edition, Populator
from township.people.models import Area
from township.records.models import Record
from township.records.register import registry


def populate(settings, **options):
    settings.DEMO = True
    call_command("populate", verbosity=0, records=1, **options)


def ids_of(model):
    return set(model.objects.values_list("entry_id", flat=True))


def links(town):
    """Where the records lie that those of a township point to."""
    for register in registry.all():
        for one in register.model._meta.concrete_fields:
            if one.is_relation and issubclass(one.related_model, Record):
                there = register.model.objects.filter(area__path__startswith=town.path)
                linked = there.exclude(**{one.name: None})
                yield from linked.values_list(f"{one.name}__area__path", flat=True)


def test_never_into_a_real_database(settings, db):
    settings.DEMO = False
    with pytest.raises(CommandError, match="不能灌入正式的库"):
        call_command("populate", records=1)
    assert not Area.objects.exists()


def test_a_whole_copy_for_a_township_of_its_own(settings, db, capsys):
    populate(settings)
    home, copy = Area.objects.townships().order_by("path")
    for register in registry.all():
        original, copied = (
            register.model.objects.filter(area__path__startswith=town.path) for town in (home, copy)
        )
        assert copied.count() == original.count(), register.slug
        for line_set in register.lines:
            lines = line_set.model.objects
            assert lines.filter(record__in=copied).count() == lines.filter(record__in=original).count()
    found = list(links(copy))
    assert found and all(path.startswith(copy.path) for path in found)
    with pytest.raises(CommandError, match="没有再灌"):
        populate(settings)
    # What is entered next gets an id of its own.
    notice = registry.get("village-notices").model.objects.first()
    notice.pk, notice.entry_id = None, "00000000-0000-4000-8000-000000000001"
    notice._state.adding = True
    notice.save()


def test_later_rounds_leave_out_what_stands_once(settings, db):
    settings.DEMO = True
    call_command("seed_demo", verbosity=0)
    register = registry.get("hotline-months")
    source = Populator(1, seed=1).sources[register.model]
    assert [source.copied_in(Edition(number, number, {})) for number in range(4)] == [
        True,
        True,
        False,
        False,
    ]
    assert [Edition(number, number, {}).years for number in range(3)] == [0, 6, 0]
