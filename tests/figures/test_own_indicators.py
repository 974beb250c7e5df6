"""Indicators that a township defines itself: chosen in the browser, counted like any other, seen nowhere else."""

import datetime
import itertools
import uuid

import pytest
from django.db import transaction
from django.urls import reverse
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from disputes.models import Dispute
from outreach.models import OutreachEvent, OutreachMaterial, Team
from reports.comparing import drifts
from reports.locking import lock
from reports.models import AnnualReport
from reports.writing import write
from tests.factories import make_record
from tests.reports.texts import PARTS, SIGNATURE
from township.figures.drilldown import drill_url
from township.figures.indicator import indicators
from township.figures.models import OwnIndicator
from township.figures.own.asking import sources_of
from township.figures.own.building import build
from township.figures.own.defining import save_indicator
from township.figures.period import Period
from township.figures.reading import read, records_behind
from township.people.models import Area, Person
from township.people.roles import Power
from township.records.models import State, Topic
from township.records.register import registry

YEAR = Period.year(2022)
LIST, NEW = "own_indicators:list", "own_indicators:new"


@pytest.fixture
def define(world):
    """`define("反诈活动场次", source=…, …)` stores an own indicator of the township."""

    def _define(label, *, area=None, **values):
        defaults = {"unit": "场", "definition": "测试口径。", "source": "outreach-events", "measure": "count"}
        if "numerator" in values:
            defaults |= {"source": "", "measure": "", "unit": "%"}
        definition = OwnIndicator(area=area or world.township, label=label, **{**defaults, **values})
        return save_indicator(definition, by=world.coordinator)

    return _define


@pytest.fixture
def coordinator(world, sign_in):
    return sign_in(world.coordinator)


def known(area):
    return indicators.for_area(Area.objects.get(pk=area.pk))


def value(label, area, period=YEAR):
    indicator = known(area).by_label[label]
    return read([indicator], area=area, period=period)[indicator.key].value


def fill_in(client, source="outreach-events", **values):
    data = {"label": "大型活动场次", "measure": "count", "unit": "", "definition": "", "category": ""}
    return client.post(f"{reverse(NEW)}?source={source}", {**data, **values})


class TestInTheBrowser:
    def test_a_whole_life(self, world, make, coordinator):
        make(OutreachEvent, attendance=80)
        make(OutreachEvent, attendance=20)
        assert fill_in(coordinator, **{"if-attendance-from": "50"}).status_code == 302
        stored = OwnIndicator.objects.get()
        assert (stored.unit, stored.conditions) == ("场", {"attendance": [50, None]})
        assert stored.definition == "普法活动中参加群众（人次）不少于50的场数，按活动日期计。"
        assert value("大型活动场次", world.township) == 1

        url = reverse("own_indicators:change", args=[stored.pk])
        form = coordinator.get(url).context["form"]
        assert form["if-attendance-from"].value() == 50
        renamed = {"label": "大型普法场次", "measure": "count", "unit": "场", "definition": "五十人以上的。"}
        assert coordinator.post(url, {**renamed, "if-attendance-from": "10"}).status_code == 302
        found = known(world.township)
        assert found.by_label["大型活动场次"] is found.by_label["大型普法场次"]
        assert value("大型普法场次", world.township) == 2

        switch = reverse("own_indicators:switch", args=[stored.pk])
        coordinator.post(switch)
        assert stored.key not in known(world.township).by_key
        assert "已停用" in coordinator.get(reverse(LIST)).content.decode()
        assert fill_in(coordinator, label="大型活动场次").status_code == 422
        coordinator.post(switch)
        assert value("大型活动场次", world.township) == 2

    def test_the_preview_shows_the_value_and_its_records_and_saves_nothing(self, world, make, coordinator):
        shown, hidden = make(OutreachEvent, attendance=80), make(OutreachEvent, attendance=20)
        response = fill_in(coordinator, part="preview", year="2022", label="", **{"if-attendance-from": "50"})
        text = response.content.decode()
        assert response.status_code == 200
        assert "1场" in text
        assert shown.title in text
        assert hidden.title not in text
        assert "参加群众（人次）不少于50的场数" in text
        assert not OwnIndicator.objects.exists()

    def test_what_was_typed_stays_beside_the_error(self, coordinator):
        response = fill_in(coordinator, unit="人", definition="自己写的。", **{"if-attendance-from": "x"})
        text = response.content.decode()
        assert response.status_code == 422
        assert "单位“人”只用于按人去重的数；各条相加的请填“人次”。" in text
        assert "请填数字，例如 50。" in text
        assert "自己写的。" in text

    @pytest.mark.parametrize(
        ("measure", "unit", "right"),
        [
            ("sum:attendance", "人", False),
            ("sum:attendance", "人次", True),
            ("sum:attendance", "", True),
            ("sum:banners", "人次", False),
            ("sum:banners", "条", True),
            ("count", "人次", False),
            ("count", "次", True),
            ("months", "个", False),
            ("months", "个月", True),
            ("villages", "%", False),
        ],
    )
    def test_units_are_types(self, world, coordinator, measure, unit, right):
        response = fill_in(coordinator, measure=measure, unit=unit)
        assert (response.status_code == 302) == right

    def test_persons_are_counted_once_and_only_they_are_people(self, world, make, coordinator):
        member = Person.objects.create(area=world.township, name="队员")
        for _ in range(2):
            make(Team, title="队伍", kind="outreach", lines={"members": [{"person": member}]})
        source = "teams/members"
        assert fill_in(coordinator, source, measure="stock-persons:person", unit="名").status_code == 422
        assert (
            fill_in(coordinator, source, label="全部队员人数", measure="stock-persons:person").status_code
            == 302
        )
        assert value("全部队员人数", world.township) == 1

    @pytest.mark.parametrize(
        "label", ["普法活动场次", "普法 活动场次", "带，逗号", "{{花括号}}", "2022", "", "竖|线"]
    )
    def test_names_that_cannot_be_taken(self, coordinator, label):
        assert fill_in(coordinator, label=label).status_code == 422
        assert not OwnIndicator.objects.exists()

    def test_rates_divide_what_has_the_same_unit(self, world, make, coordinator, define):
        make(OutreachEvent, part="host")
        make(OutreachEvent, part="cohost")
        part = define("主办场次", conditions={"part": ["host"]})
        data = {
            "label": "主办率",
            "definition": "",
            "numerator": part.key,
            "denominator": "outreach.attendance",
        }
        url = f"{reverse(NEW)}?source=ratio"
        refused = coordinator.post(url, data)
        assert "不能相比" in refused.content.decode()
        assert coordinator.post(url, {**data, "denominator": "outreach.events"}).status_code == 302
        assert value("主办率", world.township) == 50
        refusal = coordinator.post(reverse("own_indicators:switch", args=[part.pk]), follow=True)
        assert "“主办率”还在用它计算" in refusal.content.decode()
        assert OwnIndicator.objects.get(pk=part.pk).active

    def test_every_source_has_a_form(self, world, coordinator):
        for register in registry.all():
            for source in sources_of(register):
                response = coordinator.get(f"{reverse(NEW)}?source={source.code}")
                assert response.status_code == 200, source.code
                asked = {
                    field.name.removeprefix("if-")
                    for field in response.context["form"]
                    if field.name.startswith("if-")
                }
                assert not asked & {"reporter", "reporter_phone", "summary", "content", "title", "note"}
        assert coordinator.get(f"{reverse(NEW)}?source=disputes/parties").status_code == 404


class TestAccess:
    def test_only_the_coordinator_of_the_township_defines(self, world, sign_in, define):
        definition = define("本镇的指标")
        pages = {
            "list": reverse(LIST),
            "source": reverse("own_indicators:source"),
            "new": f"{reverse(NEW)}?source=outreach-events",
            "ratio": f"{reverse(NEW)}?source=ratio",
            "change": reverse("own_indicators:change", args=[definition.pk]),
        }
        for name, user in world.users.items():
            client = sign_in(user)
            open_ones = {page for page, url in pages.items() if client.get(url).status_code == 200}
            expected = {"coordinator": set(pages), "stranger": set(pages) - {"change"}}
            assert open_ones == expected.get(name, set()), name
            switched = client.post(reverse("own_indicators:switch", args=[definition.pk]))
            assert (switched.status_code == 302) == (name == "coordinator"), name

    def test_another_township_never_sees_it(self, world, sign_in, make, define):
        definition = define("本镇的指标")
        make(OutreachEvent)
        key = definition.key
        seen = {
            name
            for name, user in world.users.items()
            if user.powers & {Power.FIGURES}
            and "本镇的指标" in sign_in(user).get(reverse("figures:list")).content.decode()
        }
        outside = {"mediator", "county", "stranger", "stranger_clerk"}
        assert seen == {name for name, user in world.users.items() if user.powers & {Power.FIGURES}} - outside
        stranger = sign_in(world.stranger)
        assert stranger.get(reverse("figures:detail", args=[key])).status_code == 404
        assert stranger.get(f"/?chart={key}").status_code == 404
        assert (
            stranger.get(
                drill_url(known(world.township).get(key), area=world.other_township, period=YEAR)
            ).status_code
            == 404
        )
        assert known(world.other_township).get(key) is None
        assert fill_in(stranger, label="本镇的指标").status_code == 302

    def test_the_county_sees_the_figure_at_the_place_and_no_record(self, world, sign_in, make, define):
        definition = define("本镇的指标")
        make(OutreachEvent)
        county = sign_in(world.county)
        url = reverse("figures:detail", args=[definition.key])
        page = county.get(url, {"area": world.township.pk, "year": 2022})
        assert page.context["figure"].value == 1
        assert "ledgers" not in page.content.decode()
        assert county.get(url, {"area": world.county_area.pk}).status_code == 404
        assert county.get(url, {"area": world.other_township.pk}).status_code == 404

    def test_cases_stay_with_those_who_read_them(self, world, sign_in, define):
        make_record(registry.of(Dispute), world, area=world.a)
        definition = define("纠纷条数", source="disputes", unit="件")
        url = reverse("figures:detail", args=[definition.key])
        assert sign_in(world.county).get(url, {"area": world.a.pk}).status_code == 404
        assert sign_in(world.mediator).get(url).status_code == 200


class TestEverywhere:
    def test_a_village_made_later_sees_it_too(self, world, define):
        define("本镇的指标")
        later = Area.objects.create(
            name="新村", parent=Area.objects.get(pk=world.township.pk), level=Area.Level.VILLAGE
        )
        assert "本镇的指标" in indicators.for_area(later).by_label

    def test_what_a_rolled_back_change_left_is_not_believed(self, world, define):
        define("甲指标")
        with transaction.atomic():
            define("乙指标")
            assert "乙指标" in known(world.township).by_label
            transaction.set_rollback(True)
        assert set(known(world.township).by_label) - set(indicators.by_label) == {"甲指标"}

    def test_asking_for_them_costs_no_query(self, world, define, django_assert_num_queries):
        define("甲指标")
        area = Area.objects.get(pk=world.a.pk)
        indicators.for_area(area)
        with django_assert_num_queries(0):
            assert "甲指标" in indicators.for_area(Area(**_values(area))).by_label

    def test_a_name_that_the_portal_takes_later_keeps_its_meaning_here(self, world, define):
        definition = define("普法活动场次", conditions={"part": ["host"]})
        assert known(world.township).by_label["普法活动场次"].key == definition.key
        assert indicators.by_label["普法活动场次"].key == "outreach.events"

    def test_a_field_that_is_gone_takes_only_its_indicator_with_it(self, world, define):
        lost = define("没了的", conditions={"no_such_field": ["x"]})
        ratio = define("没了的率", numerator=lost.key, denominator="outreach.events")
        kept = define("还在的")
        found = known(world.township)
        assert [found.get(one.key) is None for one in (lost, ratio, kept)] == [True, True, False]

    def test_report_text_quotes_it_by_its_old_name_and_locks_its_records(self, world, make, define):
        event = make(OutreachEvent, attendance=80)
        make(OutreachEvent, attendance=20)
        definition = define("大型活动场次", conditions={"attendance": [50, None]})
        definition.label = "大型普法场次"
        save_indicator(definition, by=world.coordinator)
        township = Area.objects.get(pk=world.township.pk)
        text = f"一、成效\n全年开展大型活动{{{{大型活动场次}}}}场。{PARTS}{SIGNATURE}"
        report = AnnualReport.objects.create(
            area=township,
            year=2022,
            title="毛俊镇2022年法治政府建设情况报告",
            text=text,
            cutoff=datetime.date(2022, 12, 31),
        )
        revision = lock(report, by=world.coordinator)
        assert "大型活动1场" in revision.filled_text
        (frozen,) = revision.figures
        assert (frozen["key"], frozen["value"], frozen["records"]) == (definition.key, 1, [event.pk])
        make(OutreachEvent, attendance=90)
        assert [(one.label, one.frozen, one.now) for one in drifts(revision)] == [("大型普法场次", 1, 2)]

    def test_other_townships_cannot_quote_it(self, world, define):
        define("大型活动场次")
        asked = {"title": "报告", "period": YEAR}
        (problem,) = write("共{{大型活动场次}}场", area=world.other_township, **asked).problems
        assert "没有叫“大型活动场次”的数据" in str(problem)

    def test_the_editor_offers_it(self, world, coordinator, define):
        define("大型活动场次")
        report = AnnualReport.objects.create(
            area=world.township, year=2022, title="报告", text="", cutoff=datetime.date(2022, 12, 31)
        )
        rows = coordinator.get(reverse("reports:insertable", args=[report.pk])).json()["indicators"]
        assert "大型活动场次" in {row["label"] for row in rows}


def _values(area):
    return {field.attname: getattr(area, field.attname) for field in area._meta.concrete_fields}


# Whatever is chosen --------------------------------------------------------------------------------------

EVENTS = st.lists(
    st.fixed_dictionaries(
        {
            "village": st.sampled_from("ab"),
            "date": st.dates(datetime.date(2021, 12, 1), datetime.date(2023, 1, 31)),
            "state": st.sampled_from(State.values),
            "attendance": st.integers(0, 100),
            "consultations": st.none() | st.integers(0, 9),
            "part": st.sampled_from(["host", "cohost"]),
            "forms": st.lists(st.sampled_from(["stall", "yard", "film"]), unique=True),
            "setting": st.sampled_from(["rural", "school"]),
            "topics": st.sets(st.sampled_from(["anti-drug", "consumer-day"])),
            "materials": st.lists(
                st.tuples(st.sampled_from(["leaflet", "reader"]), st.integers(0, 50)), max_size=3
            ),
        }
    ),
    max_size=8,
)
ENDS = st.tuples(st.none() | st.integers(0, 60), st.none() | st.integers(40, 100)).filter(any)
CONDITIONS = st.fixed_dictionaries(
    {},
    optional={
        "part": st.sampled_from([["host"], ["cohost"], ["host", "cohost"]]),
        "attendance": ENDS.map(list),
        "consultations": st.just([1, None]),
        "forms": st.lists(st.sampled_from(["stall", "yard"]), min_size=1, unique=True),
        "setting": st.sampled_from([["rural"], ["rural", "school"]]),
        "topics": st.lists(st.sampled_from(["anti-drug", "consumer-day"]), min_size=1, unique=True),
    },
)


def meets(row, conditions):
    """Whether a random row meets the conditions, said in Python."""
    for path, chosen in conditions.items():
        held = row[path]
        if path in ("attendance", "consultations"):
            low, high = chosen
            if held is None or (low is not None and held < low) or (high is not None and held > high):
                return False
        elif path in ("forms", "topics"):
            if not set(held) & set(chosen):
                return False
        elif held not in chosen:
            return False
    return True


def recount(rows, conditions, measure):
    """The figure of the random rows, and the numbers of those behind it."""
    counted = [
        (number, row)
        for number, row in enumerate(rows)
        if row["date"].year == 2022 and row["state"] in ("submitted", "approved") and meets(row, conditions)
    ]
    if measure == "lines":
        kinds = [quantity for _, row in counted for kind, quantity in row["materials"] if kind == "leaflet"]
        behind = [n for n, row in counted if any(kind == "leaflet" for kind, _ in row["materials"])]
        return sum(kinds), behind
    values = {
        "count": lambda: len(counted),
        "sum:attendance": lambda: sum(row["attendance"] for _, row in counted),
        "sum:consultations": lambda: sum(row["consultations"] or 0 for _, row in counted),
        "months": lambda: len({row["date"].month for _, row in counted}),
        "villages": lambda: len({row["village"] for _, row in counted}),
    }
    return values[measure](), [number for number, _ in counted]


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(rows=EVENTS, conditions=CONDITIONS)
def test_an_own_indicator_is_what_a_recount_says(world, rows, conditions):
    topics = {topic.key: topic for topic in Topic.objects.filter(use="outreach")}
    with transaction.atomic():
        events = []
        for row in rows:
            area = getattr(world, row["village"])
            plain = {k: row[k] for k in ("date", "state", "attendance", "consultations", "part", "forms")}
            event = OutreachEvent.objects.create(
                area=area, keeper=area, setting=world.settings[row["setting"]], entry_id=uuid.uuid4(), **plain
            )
            event.topics.set(topics[key] for key in row["topics"])
            OutreachMaterial.objects.bulk_create(
                OutreachMaterial(record=event, kind_id=kind, quantity=quantity)
                for kind, quantity in row["materials"]
            )
            events.append(event)
        for measure in ("count", "sum:attendance", "sum:consultations", "months", "villages", "lines"):
            indicator = defined(world, conditions, measure)
            figure = read([indicator], area=world.township, period=YEAR)[indicator.key]
            expected, behind = recount(rows, conditions, measure)
            assert (figure.value or 0) == expected, (measure, conditions)
            found = records_behind(indicator, area=world.township, period=YEAR)
            assert sorted(found.values_list("pk", flat=True)) == sorted(events[n].pk for n in behind)
        transaction.set_rollback(True)


def defined(world, conditions, measure):
    """The indicator over events, or the sum of leaflets over their materials under the same conditions."""
    values = {"source": "outreach-events", "measure": measure, "conditions": conditions}
    if measure == "lines":
        behind = {f"record__{path}": chosen for path, chosen in conditions.items()}
        values = {
            "source": "outreach-events/materials",
            "measure": "sum:quantity",
            "conditions": {**behind, "kind": ["leaflet"]},
        }
    number = next(_numbers)
    return build(
        OwnIndicator(pk=number, area=world.township, label=f"测{number}", unit="个", **values), registry
    )


_numbers = itertools.count(1)
