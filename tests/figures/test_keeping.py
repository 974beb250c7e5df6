"""What is kept of figures: whatever is written by whatever path, a figure is that of the records."""

import datetime
import itertools
import threading
import uuid
from types import SimpleNamespace

import pytest
from django.core.management import call_command
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from hypothesis import HealthCheck, Phase, example, given, settings
from hypothesis import strategies as st

from outreach.models import OutreachEvent, OutreachMaterial
from outreach.registers import OutreachEvents
from tests.factories import form_data, make_record
from tests.workbooks.conftest import HEADERS, bring, event, xlsx  # noqa: F401  a fixture of theirs
from township.figures.choosing import years_with_records
from township.figures.duties import cells, duties
from township.figures.indicator import indicators
from township.figures.keeping import writes
from township.figures.keeping.kept import Store, at_one_moment, current_tally, kept, store
from township.figures.models import NilReturn, TableWrite
from township.figures.period import Period
from township.figures.reading import by_area, by_category, by_month, read
from township.operations.backup.restoring import restore
from township.operations.backup.taking import back_up
from township.people.gate import Gate
from township.people.models import Area, OpenSession, Person, User
from township.records.life import ACTS, perform
from township.records.merging import merge
from township.records.models import SchemeMember, State
from training.models import Attendance
from training.registers import StudySessions

pytestmark = pytest.mark.django_db(transaction=True)

YEAR = Period.year(2022)
EVENTS = OutreachEvent._meta.db_table
NUMBERS = itertools.count(1)
NEW = reverse("records:new", args=["outreach-events"])
# Registers with lines, joint events, tags, people of the roster, stocks and rates.
SLUGS = {"outreach-events", "teams", "study-sessions"}


@pytest.fixture(autouse=True)
def nothing_kept(monkeypatch):
    """Nothing kept by other tests, and nothing folded by chance."""
    monkeypatch.setattr(writes, "FOLD_ONCE_IN", 10**9)
    store.clear()
    yield
    store.clear()


@pytest.fixture
def told(world):
    """All that pages say of the township, by what is kept and in one transaction without."""
    known = [one for one in indicators.all() if one.register.slug in SLUGS]
    # One of each grain and way of counting.
    wanted = list({(one.records, type(one.counted), one.is_stock): one for one in known}.values())
    glanced = [one for one in wanted if one.category][:2]
    owed = [duties["openness.finance"], duties["outreach.quarterly"], duties["governance.liaison"]]

    def say():
        gate = Gate(world.coordinator)
        asked = {"area": world.township, "period": YEAR, "gate": gate}
        with at_one_moment():
            return (
                {key: (one.value, one.unreviewed) for key, one in read(wanted, **asked).items()},
                by_month(wanted[:3], **asked),
                by_area(wanted[:3], **asked),
                [by_category(one, **asked) for one in glanced],
                [cell.state for duty in owed for cell in cells(duty, **asked)],
                years_with_records(gate),
            )

    def both():
        """(what is said now, what the database says)."""
        with_keeping = say()
        with transaction.atomic():
            return with_keeping, say()

    return both


# Ways to write --------------------------------------------------------------------------------------


def by_form(at):
    page = at.clerk.get(NEW)
    setting = SchemeMember.objects.order_by("pk").first()
    day, _, title, *_ = event(at.number)
    values = {"date": day, "title": title, "setting": setting.pk, "attendance": 9}
    answer = at.clerk.post(NEW, form_data(page, **values, then="submit"))
    assert answer.status_code == 302


def in_bulk(at):
    one = at.make(OutreachEvent, attendance=7)
    one.pk, one.entry_id = None, uuid.uuid4()
    OutreachEvent.objects.bulk_create([one])


def by_import(at):
    at.bring(xlsx(HEADERS, event(at.number)), write=True)


def by_merging(at):
    one, two = (at.make(OutreachEvent, attendance=5) for _ in range(2))
    versions = {record.pk: record.version for record in (one, two)}
    merge([one, two], keeper=one, choices={}, versions=versions, by=at.world.reviewer, reviews=True)


def by_review(at):
    record = make_record(OutreachEvents, at.world, lines=False)
    perform(ACTS["approve"], record, by=at.world.reviewer)


def by_voiding(at):
    perform(ACTS["void"], at.make(OutreachEvent), by=at.world.coordinator, reason="录重了")


def by_update(at):
    OutreachEvent.objects.update(attendance=at.number)


def by_update_of_states(at):
    OutreachEvent.objects.filter(pk=at.make(OutreachEvent).pk).update(state=State.RETURNED)


def by_deleting(at):
    at.make(OutreachEvent).delete()
    OutreachMaterial.objects.all().delete()


def by_lines(at):
    at.make(OutreachEvent, lines={"materials": [{"kind_id": "leaflet", "quantity": at.number}]})


def by_moving(at):
    OutreachEvent.objects.filter(area=at.world.a).update(area=at.world.b, date=datetime.date(2022, 8, 1))


def by_joining(at):
    at.make(OutreachEvent).villages.add(at.world.b)


def of_the_roster(at):
    person = Person.objects.create(area=at.world.township, name=f"人{at.number}")
    session = make_record(StudySessions, at.world, area=at.world.township, lines=False)
    Attendance.objects.create(record=session, person=person)


def of_reference_data(at):
    school = at.world.settings["school"]
    at.make(OutreachEvent, setting=school)
    at.told()
    SchemeMember.objects.filter(pk=school.pk).update(name=f"进第{at.number}校")


def of_places(at):
    Area.objects.create(name=f"新村{at.number}", level=Area.Level.VILLAGE, parent=at.world.township)


def by_reporting_zero(at):
    month = Period.month(2022, at.number % 12 + 1)
    NilReturn.objects.get_or_create(
        register="village-notices", area=at.world.a, start=month.start, end=month.end
    )


def by_plain_sql(at):
    with connection.cursor() as cursor:
        cursor.execute(f'UPDATE "{EVENTS}" SET attendance = attendance + 1')


def by_sql_that_hides(at):
    with connection.cursor() as cursor:
        cursor.execute(f"WITH one AS (SELECT 1) UPDATE {EVENTS} SET attendance = 3")


def half_taken_back(at):
    with transaction.atomic():
        try:
            with transaction.atomic():
                at.make(OutreachEvent)
                raise ZeroDivisionError
        except ZeroDivisionError:
            pass
        at.make(OutreachEvent)


def taken_back(at):
    with transaction.atomic():
        at.make(OutreachEvent)
        transaction.set_rollback(True)


WAYS = (
    by_form, in_bulk, by_import, by_merging, by_review, by_voiding, by_update, by_update_of_states, by_deleting,
    by_lines, by_moving, by_joining, of_the_roster, of_reference_data, of_places, by_reporting_zero, by_plain_sql,
    by_sql_that_hides, half_taken_back, taken_back,
)  # fmt: skip


@settings(
    max_examples=5,
    phases=(Phase.explicit, Phase.generate),
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@example(ways=WAYS)
@given(ways=st.lists(st.sampled_from(WAYS), min_size=2, max_size=4))
def test_whatever_is_written_by_whatever_path(world, make, sign_in, bring, told, ways):  # noqa: F811
    at = SimpleNamespace(world=world, make=make, clerk=sign_in(world.clerk_a), bring=bring, told=told)
    told()
    for way in ways:
        at.number = next(NUMBERS)
        way(at)
        now, true = told()
        assert now == true, way


def test_it_is_kept_until_its_own_tables_are_written(world, make):
    """The second reading asks for the tally and the places only; what does not concern it changes nothing."""
    [events] = [one for one in indicators.all() if one.key == "outreach.events"]
    asked = {"area": world.township, "period": YEAR, "gate": Gate(world.coordinator)}
    assert read([events], **asked)["outreach.events"].value is None
    Person.objects.create(area=world.township, name="新人")
    with CaptureQueriesContext(
        connection,
    ) as again:
        read([events], **asked)
    assert len(again) == 2
    make(OutreachEvent)
    with CaptureQueriesContext(connection) as anew:
        assert read([events], **asked)["outreach.events"].value == 1
    assert len(anew) > 2


def test_readers_of_different_reach_are_told_their_own(world, make):
    make(OutreachEvent, area=world.a)
    make(OutreachEvent, area=world.b, office=world.office)
    [events] = [one for one in indicators.all() if one.key == "outreach.events"]
    gate = Gate(world.coordinator)
    gates = [gate, gate.of_office(world.office), Gate(world.clerk_a), Gate(world.office_clerk), None]
    asked = {"area": world.township, "period": YEAR}
    told = [[read([events], gate=one, **asked)["outreach.events"].value for one in gates] for _ in range(2)]
    assert told == [[2, 1, 1, 1, 2]] * 2


def test_a_writer_that_commits_between_the_tally_and_the_reading(world, make):
    """What is read then is newer than the tally it is kept with, and so nobody is shown it as the old."""

    def count():
        return OutreachEvent.objects.count()

    def overtaken():
        writer = threading.Thread(target=write)
        writer.start()
        writer.join()
        return count()

    def write():
        try:
            make(OutreachEvent)
        finally:
            connection.close()

    assert kept("events", overtaken) == 1
    make(OutreachEvent)
    assert kept("events", count) == 2


def test_a_writer_that_commits_after_the_reading(world, make):
    """A value read before, and kept after the writer has committed, is not shown either."""

    def overtaken():
        before = OutreachEvent.objects.count()
        writer = threading.Thread(target=write)
        writer.start()
        writer.join()
        return before

    def write():
        try:
            make(OutreachEvent)
        finally:
            connection.close()

    assert kept("events", overtaken) == 0
    assert kept("events", OutreachEvent.objects.count) == 1


def test_what_is_not_committed_is_neither_kept_nor_shown(world, make):
    assert kept("events", OutreachEvent.objects.count) == 0
    with transaction.atomic():
        make(OutreachEvent)
        assert kept("events", OutreachEvent.objects.count) == 1
        transaction.set_rollback(True)
    assert kept("events", OutreachEvent.objects.count) == 0


def test_one_row_a_table_and_transaction(world, make):
    before = set(TableWrite.objects.values_list("pk", flat=True))
    with transaction.atomic():
        for _ in range(3):
            make(OutreachEvent)
    written = TableWrite.objects.exclude(pk__in=before)
    assert list(written.values_list("table", flat=True)) == [EVENTS]


def test_signing_in_and_the_like_leave_no_row(world):
    before = TableWrite.objects.count()
    world.clerk_a.save()
    OpenSession.objects.filter(user=world.clerk_a).delete()
    assert TableWrite.objects.count() == before


def test_what_reads_a_table_that_is_not_tallied_is_not_kept(world):
    assert kept("users", User.objects.count) == kept("users", User.objects.count)
    assert store.get("users") is None


def test_folding_changes_no_tally(world, make, monkeypatch):
    for _ in range(3):
        make(OutreachEvent)
    before = current_tally()
    writes.fold()
    assert current_tally() == before
    assert TableWrite.objects.count() == len(before)
    monkeypatch.setattr(writes, "FOLD_ONCE_IN", 1)
    for _ in range(3):
        make(OutreachEvent)
    assert TableWrite.objects.count() == len(before)


def test_rows_that_are_taken_away_make_every_tally_doubtful(world):
    assert kept("areas", Area.objects.count)
    before = current_tally()[TableWrite.EVERY]
    TableWrite.objects.all().delete()
    assert current_tally()[TableWrite.EVERY] != before


def test_a_database_that_is_emptied_and_restored(tmp_path, world, make, told):
    make(OutreachEvent, attendance=3)
    told()
    back_up(tmp_path / "b.tar.gz")
    make(OutreachEvent, attendance=4)
    before, _ = told()
    call_command("flush", interactive=False, verbosity=0)
    emptied, true = told()
    assert emptied == true != before
    restore(tmp_path / "b.tar.gz")
    restored, true = told()
    assert restored == true != before


def test_the_longest_unused_goes_first():
    some = Store(2)
    for key in "ab":
        some.put(key, key)
    some.get("a")
    some.put("c", "c")
    assert list(some.values) == ["a", "c"]


def test_the_overview_shows_what_was_saved_a_moment_ago(world, make, sign_in):
    coordinator, told = sign_in(world.coordinator), []
    for _ in range(3):
        make(OutreachEvent, attendance=100)
        page = coordinator.get(reverse("reports:overview"), {"year": 2022}).context
        tiles = [tile for group in page["groups"] for tile in (*group.telling, *group.rest)]
        told += [tile.compared.text for tile in tiles if tile.compared.indicator.key == "outreach.attendance"]
    assert told == ["100人次", "200人次", "300人次"]
