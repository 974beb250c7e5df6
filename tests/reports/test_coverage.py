"""覆盖情况: what the matrix shows, where its squares lead, and the sentence it writes."""

import datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from outreach.models import OutreachEvent
from township.figures.models import NilReturn
from township.people.models import Area
from township.records.models import State

DUTY = "outreach.quarterly"


def matrix(client, **address):
    response = client.get(reverse("reports:coverage"), {"year": 2022, "duty": DUTY, **address})
    assert response.status_code == 200
    return response.context["matrix"]


def signs(found):
    return {area.name: "".join(square.sign for square in squares) for area, squares in found.rows}


@pytest.fixture
def ledger(world, make):
    """Village A reports in the first quarter, village B in the second and zero in the third."""
    make(OutreachEvent, date=datetime.date(2022, 1, 31))
    make(OutreachEvent, date=datetime.date(2022, 3, 31))
    make(OutreachEvent, area=world.b, date=datetime.date(2022, 4, 1))
    make(OutreachEvent, area=world.b, date=datetime.date(2022, 12, 31), state=State.DRAFT)
    NilReturn.objects.create(
        register="outreach-events",
        area=world.b,
        start=datetime.date(2022, 7, 1),
        end=datetime.date(2022, 9, 30),
        by=world.clerk_b,
    )


def test_states_of_the_squares(world, ledger, sign_in):
    assert signs(matrix(sign_in(world.coordinator))) == {"甲村": "✓未未未", "乙村": "未✓零未"}


def test_the_sentence_names_exactly_what_is_missing(world, ledger, sign_in):
    assert matrix(sign_in(world.coordinator)).sentence == (
        "每季度普法活动应报8项，已报2项，零报告1项；其中乙村一季度未报普法活动，甲村二季度未报普法活动，"
        "甲村三季度未报普法活动，甲村、乙村四季度未报普法活动。"
    )


def test_many_units_are_counted_not_named(world, sign_in):
    for number in range(3):
        Area.objects.create(name=f"新{number}村", parent=world.township, level=Area.Level.VILLAGE)
    assert "5个村（社区）一季度未报普法活动" in matrix(sign_in(world.coordinator)).sentence


def test_nothing_missing_is_said(world, make, sign_in):
    for area in (world.a, world.b):
        for month in (1, 4, 7, 10):
            make(OutreachEvent, area=area, date=datetime.date(2022, month, 1))
    assert matrix(sign_in(world.coordinator)).sentence == "每季度普法活动应报8项，已报8项，没有未报。"


def test_a_square_opens_exactly_what_answers_it(world, ledger, sign_in):
    client = sign_in(world.coordinator)
    [first, *_] = dict(matrix(client).rows)[world.a]
    page = client.get(first.url)
    assert page.context["page"].paginator.count == 2
    assert {row.record.area for row in page.context["rows"]} == {world.a}


def test_an_open_square_leads_to_a_form_for_it(world, ledger, sign_in):
    [_, second, *_] = dict(matrix(sign_in(world.coordinator)).rows)[world.a]
    form = sign_in(world.coordinator).get(second.url).context["form"]
    assert str(form.initial["area"]) == str(world.a.pk)


def test_readers_are_led_to_no_form(world, ledger, sign_in):
    squares = dict(matrix(sign_in(world.principal)).rows)[world.a]
    assert [bool(square.url) for square in squares] == [True, False, False, False]


def test_a_village_sees_its_own_duties_only(world, ledger, sign_in):
    client = sign_in(world.clerk_a)
    assert signs(matrix(client)) == {"甲村": "✓未未未"}
    address = {"year": 2022, "duty": "governance.liaison"}
    assert client.get(reverse("reports:coverage"), address).status_code == 404


def test_who_sees_it(world, ledger, sign_in):
    address = {"year": 2022, "duty": DUTY}
    reached = {
        name
        for name, user in world.users.items()
        if sign_in(user).get(reverse("reports:coverage"), address).status_code == 200
    }
    # An office sees its own records only and cannot tell what villages have reported.
    assert reached == set(world.users) - {"administrator", "auditor", "mediator", "office_clerk"}
    assert signs(matrix(sign_in(world.stranger))) == {"丙村": "未未未未"}


@pytest.mark.parametrize(
    "address",
    [
        {"duty": "nonsense"},
        {"duty": DUTY, "figure_area": "1", "figure_start": "x", "figure_end": "2022-01-01"},
        {"duty": DUTY},
    ],
)
def test_nonsense_in_a_squares_address_is_404(world, sign_in, address):
    client = sign_in(world.coordinator)
    assert client.get(reverse("records:list", args=["outreach-events"]), address).status_code == 404


def test_a_foreign_place_is_404(world, ledger, sign_in):
    client = sign_in(world.coordinator)
    [first, *_] = dict(matrix(client).rows)[world.a]
    foreign = first.url.replace(f"figure_area={world.a.pk}", f"figure_area={world.foreign_village.pk}")
    assert client.get(foreign).status_code == 404


def test_the_number_of_queries_does_not_grow(world, ledger, make, sign_in):
    client, counts = sign_in(world.coordinator), set()
    for number in (1, 2):
        village = Area.objects.create(name=f"增{number}村", parent=world.township, level=Area.Level.VILLAGE)
        make(OutreachEvent, area=village)
        with CaptureQueriesContext(connection) as queries:
            matrix(client)
        counts.add(len(queries))
    assert len(counts) == 1


class TestExemptions:
    """不适用, set under 设置."""

    VALUES = {"duty": DUTY, "reason": "没有学校", "start": "", "end": ""}

    def add(self, client, **values):
        return client.post(reverse("reference:new", args=["exemptions"]), {**self.VALUES, **values})

    def test_what_the_coordinator_sets_is_neither_reported_nor_missing(self, world, ledger, sign_in):
        client = sign_in(world.coordinator)
        assert self.add(client, area=world.a.pk, start="2022-04-01").status_code == 302
        found = matrix(client)
        assert signs(found) == {"甲村": "✓／／／", "乙村": "未✓零未"}
        assert [square.url for square in dict(found.rows)[world.a]][1:] == ["", "", ""]
        assert found.sentence == (
            "每季度普法活动应报5项，已报2项，零报告1项；其中乙村一季度未报普法活动，乙村四季度未报普法活动。"
        )
        page = client.get(reverse("reports:coverage"), {"year": 2022, "duty": DUTY}).content.decode()
        assert "甲村二季度、三季度、四季度不适用：没有学校" in page
        assert self.add(client, area=world.b.pk).status_code == 302
        assert "普法活动" not in client.get(reverse("reports:todo"), {"year": 2022}).context["reminder"]

    def test_where_nothing_is_owed_the_sentence_says_so(self, world, sign_in):
        client = sign_in(world.coordinator)
        self.add(client, area=world.township.pk)
        assert matrix(client).sentence == "每季度普法活动不适用。"
        assert [(area.name, spans) for area, spans, _ in matrix(client).exempted] == [
            ("甲村", ""),
            ("乙村", ""),
        ]

    def test_bad_input_gets_one_sentence_and_nobody_sets_it_for_others(self, world, sign_in):
        client = sign_in(world.coordinator)
        self.add(client, area=world.a.pk, end="2022-06-30")
        for values, field, sentence in (
            ({"reason": ""}, "reason", "请填写原因。"),
            ({"duty": "nonsense"}, "duty", None),
            ({"area": world.foreign_village.pk}, "area", None),
            ({"start": "2022-06-01"}, "duty", "甲村这段时间的这一项已经登记为不适用，不用再加。"),
            ({"start": "2023-06-01", "end": "2023-01-01"}, "end", "“到哪天止”不能早于“从哪天起”。"),
        ):
            answer = self.add(client, **{"area": world.a.pk, **values})
            assert answer.status_code == 422
            errors = answer.context["form"].errors
            assert list(errors) == [field]
            assert sentence is None or errors[field] == [sentence]
        assert self.add(client, area=world.a.pk, start="2022-07-01").status_code == 302
        assert self.add(sign_in(world.clerk_a), area=world.a.pk).status_code == 404


class TestSettings:
    """法律进 × 村."""

    def table(self, client, **address):
        response = client.get(reverse("reports:setting_coverage"), {"year": 2022, **address})
        assert response.status_code == 200
        return response.context["table"]

    @pytest.fixture
    def events(self, world, make):
        make(OutreachEvent)
        make(OutreachEvent, setting=world.settings["school"], area=world.township)
        joint = make(OutreachEvent, setting=world.settings["community"])
        joint.villages.set([world.a, world.b])

    def counts(self, found):
        return {name: [count for count, _ in cells] for _, name, cells in found.rows}

    def test_each_place_shows_what_it_led_and_joined(self, world, events, sign_in):
        found = self.table(sign_in(world.coordinator))
        assert found.members == ["进乡村", "进社区", "进学校", "进家庭"]
        assert self.counts(found) == {
            "甲村": [1, 1, 0, 0],
            "乙村": [0, 1, 0, 0],
            "毛俊镇（镇本级）": [0, 0, 1, 0],
        }
        assert found.totals == [1, 1, 1, 0]

    def test_every_number_opens_as_many_records(self, world, events, sign_in):
        client = sign_in(world.coordinator)
        for _, _, cells in self.table(client).rows:
            for count, url in cells:
                assert bool(url) == bool(count)
                if url:
                    page = client.get(url)
                    assert page.context["page"].paginator.count == count
                    assert page.context["query"].mark.value_text == f"{count}场"

    def test_the_sentence_says_what_was_not_reached(self, world, make, sign_in):
        client = sign_in(world.coordinator)
        assert self.table(client).sentence == "2022年还没有开展法律七进活动。"
        make(OutreachEvent)
        assert self.table(client).sentence == (
            "2022年开展法律七进活动：进乡村1次；其中进社区、进学校、进家庭还没有开展，乙村还没有开展活动。"
        )

    def months(self, client, key="rural", year=2022):
        return client.get(reverse("reports:setting_months", args=[key]), {"year": year})

    def test_one_member_by_village_and_month(self, world, make, ledger, sign_in):
        joint = make(OutreachEvent, setting=world.settings["school"], date=datetime.date(2022, 5, 4))
        joint.villages.set([world.a, world.b])
        client = sign_in(world.coordinator)
        rural = self.months(client).context["matrix"]
        assert signs(rural) == {"甲村": "✓未✓未未未未未未未未未", "乙村": "未未未✓未未零零零未未未"}
        assert rural.sentence.startswith(
            "每月法律进乡村活动应报24项，已报3项，零报告3项；其中乙村1月未报法律进乡村活动，"
            "甲村、乙村2月未报法律进乡村活动，"
        )
        school = self.months(client, "school").context["matrix"]
        assert signs(school) == {"甲村": "未未未未✓未未未未未未未", "乙村": "未未未未✓未零零零未未未"}
        TestExemptions().add(client, area=world.b.pk, end="2022-03-31")
        assert signs(self.months(client).context["matrix"])["乙村"] == "／／／✓未未零零零未未未"

    def test_a_done_month_opens_its_records_and_an_open_one_a_form_for_it(self, world, ledger, sign_in):
        client = sign_in(world.coordinator)
        january, february, *_ = dict(self.months(client).context["matrix"].rows)[world.a]
        page = client.get(january.url)
        assert [row.record.date for row in page.context["rows"]] == [datetime.date(2022, 1, 31)]
        initial = client.get(february.url).context["form"].initial
        assert (str(initial["area"]), str(initial["setting"])) == (
            str(world.a.pk),
            str(world.settings["rural"].pk),
        )

    def test_the_queries_of_the_months_do_not_grow(self, world, make, sign_in):
        client, counts = sign_in(world.coordinator), set()
        for number in (1, 2):
            village = Area.objects.create(
                name=f"增{number}村", parent=world.township, level=Area.Level.VILLAGE
            )
            make(OutreachEvent, area=village)
            with CaptureQueriesContext(connection) as queries:
                self.months(client)
            counts.add(len(queries))
        assert len(counts) == 1

    def test_a_year_without_the_member_shows_its_own_scheme(self, world, sign_in):
        answer = self.months(sign_in(world.coordinator), "nonsense")
        assert answer.status_code == 302
        assert answer.url.startswith(reverse("reports:setting_coverage"))

    def test_who_sees_the_months(self, world, ledger, sign_in):
        seen = {name for name, user in world.users.items() if self.months(sign_in(user)).status_code == 200}
        # An office cannot tell what villages have reported.
        assert seen == set(world.users) - {"administrator", "auditor", "mediator", "office_clerk"}
        assert signs(self.months(sign_in(world.stranger)).context["matrix"]) == {"丙村": "未" * 12}
        assert signs(self.months(sign_in(world.clerk_a)).context["matrix"]) == {
            "甲村": "✓未✓未未未未未未未未未"
        }

    def test_who_sees_it(self, world, events, sign_in):
        reached = {
            name
            for name, user in world.users.items()
            if sign_in(user).get(reverse("reports:setting_coverage"), {"year": 2022}).status_code == 200
        }
        assert reached == set(world.users) - {"administrator", "auditor", "mediator"}
        assert self.counts(self.table(sign_in(world.stranger)))["丙村"] == [0, 0, 0, 0]
