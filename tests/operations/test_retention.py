"""Personal data of closed cases: reduced after the unit's own term, and copied for whoever it is about."""

import datetime
import io

import openpyxl
import pytest
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone

from disputes.models import Dispute, Party
from tests.factories import make_record
from township.figures.indicator import indicators
from township.figures.period import Period
from township.figures.reading import read
from township.operations.retention import due, reduce, years_before, years_stated
from township.people.gate import Gate
from township.people.models import AuditEvent
from township.records.known_people import search
from township.records.models import Change, Reduced, RetentionRule
from township.records.register import registry

OLD = datetime.date(2015, 3, 5)
NAME, NUMBER, PHONE = "欧阳明月", "110101199003077598", "13800001111"


@pytest.fixture
def rule(world):
    return RetentionRule.objects.create(area=world.township, register="disputes", years=5)


@pytest.fixture
def case(world):
    """`case(closed_on=…)` makes a dispute with one party."""

    def _case(closed_on=OLD, **values):
        if closed_on:
            values |= {"result": Dispute.Result.FAILED, "closed_on": closed_on}
        record = make_record(
            registry.get("disputes"),
            world,
            lines=False,
            date=closed_on or OLD,
            area=values.pop("area", world.a),
            **values,
        )
        Party.objects.create(record=record, name=NAME, id_number=NUMBER, phone=PHONE)
        return record

    return _case


def party(record):
    return Party.objects.get(record=record)


def run(**options):
    out = io.StringIO()
    call_command("reduce_personal_data", stdout=out, **options)
    return out.getvalue()


def test_without_a_rule_nothing_is_reduced(world, case):
    record = case()
    assert run() == "已清理 0 条。\n"
    assert party(record).name == NAME


def test_a_case_past_its_term_keeps_its_place_in_the_figures_and_loses_its_people(world, case, rule):
    record, young, running = case(), case(timezone.localdate()), case(None)
    foreign = case(area=world.foreign_village, keeper=world.foreign_village)
    wanted = [one for one in indicators.all() if one.register.slug == "disputes"]
    year = Period.year(OLD.year)
    before = [one.value for one in read(wanted, area=world.township, period=year).values()]
    assert "1 条" in run(dry_run=True)
    assert party(record).name == NAME
    assert "已清理 1 条" in run()
    row = party(record)
    assert (row.name, row.id_number, row.phone) == ("已清除", "", "")
    assert (row.name_fingerprint, row.id_fingerprint, row.phone_fingerprint) == ("", "", "")
    assert [party(one).name for one in (young, running, foreign)] == [NAME] * 3
    assert before == [one.value for one in read(wanted, area=world.township, period=year).values()]
    found = {one.pk for _, one, _ in search(NUMBER, gate=Gate(world.coordinator))}
    assert found == {young.pk, running.pk}
    assert "已清理 0 条" in run()


def test_that_it_was_done_is_kept_and_what_it_was_is_not(world, case, rule):
    record = case()
    run()
    event = AuditEvent.objects.get(action="reduced")
    assert event.what == "矛盾纠纷调解 1 条" and event.place == world.township.path
    change = Change.objects.get(action="reduced")
    assert (change.record_id, change.by) == (record.pk, None)
    assert NAME not in str(change.details) and ["姓名", "已修改", "已修改"] in change.details


@pytest.mark.parametrize(
    ("term", "goes"), [("", True), ("5年", True), ("30 年", False), ("永久", False), ("长期", False)]
)
def test_a_volume_that_is_kept_longer_is_left_alone(world, case, rule, term, goes):
    record = case(retention=term)
    run()
    assert (party(record).name != NAME) == goes


def test_the_nearest_rule_holds_and_what_is_written_later_is_due_again(world, case, rule):
    RetentionRule.objects.create(area=None, register="disputes", years=90)
    record = case()
    [one] = due(within=world.township)
    assert one.rule == rule and reduce(one) == 1
    party(record).delete()
    Party.objects.create(record=record, name=NAME)
    assert reduce(one) == 0
    record.save()
    assert reduce(one) == 1
    assert party(record).name == "已清除" and Reduced.objects.count() == 1


def test_terms():
    assert years_before(datetime.date(2024, 2, 29), 1) == datetime.date(2023, 2, 28)
    assert years_before(datetime.date(2024, 2, 29), 9999) == datetime.date.min
    assert [years_stated(text) for text in ("", "10年", "保管 30 年")] == [0, 10, 30]


def test_the_page_counts_what_is_next_and_names_nobody(world, case, rule, sign_in):
    case()
    case(timezone.localdate() - datetime.timedelta(days=5 * 365 - 30))
    page = sign_in(world.coordinator).get(reverse("retention"))
    [line] = page.context["lines"]
    assert (line.now, line.soon) == (1, 1)
    assert NAME not in page.content.decode()
    assert [
        line.one.area for line in sign_in(world.administrator).get(reverse("retention")).context["lines"]
    ] == [world.township]
    assert sign_in(world.stranger).get(reverse("retention")).context["lines"] == []
    assert sign_in(world.clerk_a).get(reverse("retention")).status_code == 404


def test_terms_are_set_as_any_list_is(world, sign_in):
    client, url = sign_in(world.coordinator), reverse("reference:new", args=["retention-rules"])
    assert client.post(url, {"register": "disputes", "years": "0"}).status_code == 422
    assert client.post(url, {"register": "disputes", "years": "30"}).status_code == 302
    assert client.post(url, {"register": "disputes", "years": "20"}).status_code == 422
    assert RetentionRule.objects.get().area == world.township


# One person's data ----------------------------------------------------------------------------------


def copy_of(client, text):
    return client.post(reverse("person_copy"), {"person": text})


@pytest.mark.parametrize("text", [NAME, NUMBER, PHONE])
def test_one_file_holds_what_is_said_of_a_person_and_of_nobody_else(world, case, sign_in, text):
    record = case()
    Party.objects.create(record=record, name="赵二妹", phone="13900002222")
    answer = copy_of(sign_in(world.coordinator), text)
    rows = list(openpyxl.load_workbook(io.BytesIO(answer.content)).active.iter_rows(values_only=True))
    said = {row[6]: row[7] for row in rows[4:]}
    assert (said["姓名"], said["身份证号"], said["联系电话"]) == (NAME, NUMBER, PHONE)
    assert "赵二妹" not in str(rows)
    assert NAME not in answer["Content-Disposition"]
    [event] = AuditEvent.objects.filter(action="exported")
    assert (event.by, event.what) == (world.coordinator, "一个人的全部信息（1 条记录）")


def test_who_may_not_take_parties_along_gets_nothing(world, case, sign_in):
    case()
    for name in ("clerk_a", "mediator", "principal", "administrator", "auditor", "county"):
        assert copy_of(sign_in(world.users[name]), NAME).status_code == 404, name
    # The other township's coordinator may, but the person is not in that township's records.
    response = copy_of(sign_in(world.stranger), NAME)
    assert (response.status_code, response["Location"]) == (302, reverse("records:find_people"))
    assert not AuditEvent.objects.filter(action="exported").exists()
