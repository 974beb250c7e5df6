"""What figures leave out: whatever the declaration, each record that would count but for its state or day, and why."""

import datetime
from itertools import groupby

import pytest
from django.db import connection
from django.db.models.functions import Mod
from django.test.utils import CaptureQueriesContext

from disputes.models import Dispute
from outreach.models import OutreachEvent, Team
from tests.factories import make_record
from township.figures.drilldown import drill_url
from township.figures.indicator import indicators
from township.figures.left_out import Question, left_out
from township.figures.period import Period
from township.figures.reading import records_behind
from township.people.gate import Gate
from township.people.models import Area, User
from township.people.places import ids_within, remembered
from township.records.merging import merge
from township.records.models import Merge, State
from township.records.register import registry

YEAR = Period.year(2022)
SAID = {
    State.DRAFT: "草稿，还没有提交",
    State.RETURNED: "退回修改：人数不对",
    State.VOIDED: "已作废：录重了",
}
# Records of the page, those beyond reach, merges and what they were merged into, days; of a rate what it is short of.
QUERIES = 6
ENDED = "截止日前已经到期、停用或撤销"
WHY = {State.RETURNED: "人数不对。", State.VOIDED: "录重了"}


@pytest.fixture
def reasons(world):
    """`reasons(key, …)` gives {title: reason} of what the coordinator is shown beside a figure."""

    def _reasons(key, *, area=None, period=YEAR, by=None, **options):
        question = Question(indicators.get(key), area or world.township, period, **options)
        found = left_out(question, gate=Gate(by or world.coordinator))
        return {one.record.title: one.reason for one in found.rows}

    return _reasons


def day(text):
    return datetime.date.fromisoformat(text)


# All indicators -----------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def township(demonstration, django_db_blocker):
    with django_db_blocker.unblock():
        return Area.objects.get(level=Area.Level.TOWNSHIP, name="毛俊镇")


def ids_behind(indicator, area):
    return set(records_behind(indicator, area=area, period=YEAR).values_list("pk", flat=True))


def take_back(records):
    """Let a fourth of the records be drafts, a fourth returned, a fourth voided, and the rest submitted."""
    for turn, state in enumerate((*SAID, State.SUBMITTED)):
        of_turn = records.annotate(turn=Mod("pk", 4)).filter(turn=turn)
        of_turn.update(state=state, reason=WHY.get(state, ""))


@pytest.mark.django_db
def test_whatever_would_count_but_for_its_state_is_left_out_with_its_reason(township):
    gate = Gate(User.objects.get(grants__role="coordinator", area=township))
    for register in registry.all():
        register.model.objects.update(state=State.SUBMITTED)
    telling = 0
    for register, found in groupby(indicators.all(), key=lambda indicator: indicator.register):
        whole = {indicator: ids_behind(indicator, township) for indicator in found}
        take_back(register.model.objects)
        telling += sum(check(indicator, before, township, gate) for indicator, before in whole.items())
        # Figures of other registers may ask for a record of this one.
        register.model.objects.update(state=State.SUBMITTED)
    assert telling > len(indicators.all()) / 2


def check(indicator, before, area, gate):
    """Hold what is left out against what counted `before`; whether there was anything."""
    # As in a request, where the ids of the places are known to the gate already.
    with remembered():
        ids_within(area)
        with CaptureQueriesContext(connection) as queries:
            found = left_out(Question(indicator, area, YEAR), gate=gate)
    assert len(queries) <= QUERIES, indicator.key
    counted, stock = ids_behind(indicator, area), indicators.listed(indicator).is_stock
    assert not counted & {one.record.pk for one in found.rows}, indicator.key
    gone = {one.record.pk for one in found.rows if not one.record.countable}
    assert gone >= before - counted or found.more, indicator.key
    # Of a stock also what has ended by the end of the year, in whatever state.
    assert stock or gone <= before - counted, indicator.key
    for one in found.rows:
        ended = stock and one.record.countable
        assert one.reason == (ENDED if ended else SAID[one.record.state]), indicator.key
    return bool(gone)


# One rule each ------------------------------------------------------------------------------------------


class TestReasons:
    def test_a_cut_off_leaves_out_what_is_dated_later_in_the_year(self, make, world, reasons):
        make(OutreachEvent, title="三月", date=day("2022-03-01"))
        make(OutreachEvent, title="十二月", date=day("2022-12-05"))
        make(OutreachEvent, title="次年", date=day("2023-01-05"))
        period = Period(day("2022-01-01"), day("2022-11-30"))
        late = {"十二月": "在统计截止日（2022年11月30日）之后：2022年12月5日"}
        assert reasons("outreach.events", period=period, until=day("2022-12-31")) == late
        # A month is no span that was cut short.
        assert reasons("outreach.events", period=period) == {}

    def test_the_conditions_that_make_the_figure_stay(self, make, world, reasons):
        make(OutreachEvent, title="进校草稿", setting=world.settings["school"], state=State.DRAFT)
        make(OutreachEvent, title="邻镇草稿", area=world.foreign_village, state=State.DRAFT)
        assert reasons("outreach.events_school") == {"进校草稿": SAID[State.DRAFT]}
        assert reasons("outreach.events_rural") == {}

    def test_a_merged_record_leads_to_the_one_that_is_there(self, make, world, reasons):
        kept, other = make(OutreachEvent, title="留下的"), make(OutreachEvent, title="并入的")
        versions = {kept.pk: kept.version, other.pk: other.version}
        merge([kept, other], keeper=kept, choices={}, versions=versions, by=world.reviewer, reviews=True)
        assert reasons("outreach.events") == {"并入的": "已合并到“留下的”"}

    def test_what_it_was_merged_into_is_named_only_to_who_may_open_it(self, make, world, reasons):
        kept, other = make(OutreachEvent, title="镇里的", area=world.b), make(OutreachEvent, title="村里的")
        Merge.objects.create(
            register="outreach-events", record_id=other.pk, into_id=kept.pk, by=world.reviewer
        )
        OutreachEvent.objects.filter(pk=other.pk).update(state=State.VOIDED, reason="已合并")
        assert reasons("outreach.events", area=world.a, by=world.clerk_a) == {"村里的": "已合并到另一条记录"}

    def test_a_stock_leaves_out_what_ended_and_what_began_later(self, make, world, reasons):
        values = {"kind": "outreach", "date": day("2020-01-01")}
        make(Team, title="还在", **values)
        make(Team, title="年中解散", **{**values, "valid_to": day("2022-06-01")})
        make(Team, title="早已解散", **{**values, "valid_to": day("2021-06-01")})
        make(Team, title="年底成立", **{**values, "date": day("2022-12-10")})
        period = Period(day("2022-01-01"), day("2022-11-30"))
        assert reasons("outreach.teams", period=period, until=day("2022-12-31")) == {
            "年中解散": ENDED,
            "年底成立": "在统计截止日（2022年11月30日）之后",
        }

    def test_of_a_joint_event_each_village_sees_its_own(self, make, world, reasons):
        event = make(OutreachEvent, title="联办", state=State.DRAFT)
        event.villages.add(world.b)
        assert reasons("outreach.events", area=world.b) == {"联办": SAID[State.DRAFT]}


def test_what_keeps_a_rate_from_100_is_named(make, world, own_indicators):
    make(OutreachEvent, title="主办", part="host")
    make(OutreachEvent, title="协办", part="cohost")
    make(OutreachEvent, title="草稿", part="cohost", state=State.DRAFT)
    question = Question(own_indicators["hosted_share"], world.township, YEAR)
    found = left_out(question, gate=Gate(world.coordinator))
    assert {one.record.title: one.reason for one in found.short} == {"协办": "计入分母，没有计入分子"}
    assert {one.record.title: one.reason for one in found.rows} == {"草稿": SAID[State.DRAFT]}


class TestReach:
    def hidden(self, key, area, user):
        return left_out(Question(indicators.get(key), area, YEAR), gate=Gate(user)).hidden

    def test_what_others_keep_is_a_number(self, make, world):
        make(OutreachEvent, office=world.office)
        make(OutreachEvent, office=world.justice_office)
        make(OutreachEvent, office=world.justice_office, state=State.DRAFT)
        assert self.hidden("outreach.events", world.township, world.office_clerk) == 1
        assert self.hidden("outreach.events", world.township, world.coordinator) == 0

    def test_drafts_of_others_are_not_shown(self, make, world, reasons):
        make(OutreachEvent, office=world.justice_office, state=State.DRAFT)
        assert reasons("outreach.events", by=world.office_clerk) == {}

    def test_cases_of_one_village_are_not_even_counted(self, world):
        register = registry.of(Dispute)
        for _ in range(2):
            make_record(register, world, area=world.a, keeper=world.township)
        assert self.hidden("disputes.accepted", world.a, world.clerk_a) == 0


class TestPage:
    def test_below_the_counted_records_stand_the_others(self, make, world, sign_in):
        make(OutreachEvent, title="算的")
        make(OutreachEvent, title="没算的", state=State.RETURNED, reason="人数不对。")
        indicator = indicators.get("outreach.events")
        response = sign_in(world.coordinator).get(drill_url(indicator, area=world.township, period=YEAR))
        assert [row.record.title for row in response.context["rows"]] == ["算的"]
        panel = response.content.decode().partition('id="left-out"')[2]
        assert "没算的" in panel
        assert "退回修改：人数不对" in panel

    def test_a_part_leaves_out_its_own_only(self, make, world, sign_in):
        make(OutreachEvent, title="本级草稿", area=world.township, state=State.DRAFT)
        make(OutreachEvent, title="村里草稿", state=State.DRAFT)
        make(OutreachEvent, title="进校", setting=world.settings["school"])
        client = sign_in(world.coordinator)
        asked = {"area": world.township, "period": YEAR}
        indicator = indicators.get("outreach.events")

        def told(**part):
            panel = client.get(drill_url(indicator, **asked, **part)).context["beside"]
            return {one.record.title for one in panel.context["found"].rows} if panel else set()

        assert told() == {"本级草稿", "村里草稿"}
        assert told(only_itself=True) == {"本级草稿"}
        assert told(category="进学校") == set()
        assert told(category="进乡村") == {"本级草稿", "村里草稿"}

    def test_nothing_left_out_says_nothing(self, make, world, sign_in):
        make(OutreachEvent)
        url = drill_url(indicators.get("outreach.events"), area=world.township, period=YEAR)
        response = sign_in(world.coordinator).get(url)
        assert response.context["beside"] is None
        assert "left-out" not in response.content.decode()

    @pytest.mark.parametrize("until", ["x", "2022-13-01"])
    def test_a_day_that_is_none_is_404(self, world, sign_in, until):
        url = drill_url(indicators.get("outreach.events"), area=world.township, period=YEAR)
        assert sign_in(world.coordinator).get(f"{url}&figure_until={until}").status_code == 404
