"""Registers that a township sets up without code: everything that any register has, and nothing elsewhere."""

import datetime
import io

import openpyxl
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from outreach.models import OutreachEvent
from reports.locking import lock
from reports.models import AnnualReport
from tests.factories import form_data, make_attachment
from tests.reports.texts import PARTS, SIGNATURE
from township.figures.indicator import indicators
from township.figures.models import NilReturn, OwnIndicator
from township.figures.own.defining import save_indicator
from township.figures.period import Period
from township.figures.reading import read
from township.people.models import Area
from township.people.roles import Power
from township.records.models import OwnField, OwnRecord, OwnRegister, State
from township.records.register import registry

NEW, LIST = reverse("own_registers:new"), reverse("own_registers:list")
FIELDS = (
    {"label": "慰问户数", "kind": "count", "unit": "户", "required": "on"},
    {"label": "慰问金", "kind": "amount", "unit": "元"},
    {"label": "对象", "kind": "choice", "choices": "困难户\n五保户\n残疾人"},
    {"label": "已回访", "kind": "flag"},
    {"label": "回访日期", "kind": "date"},
    {"label": "走访人", "kind": "text"},
    {"label": "情况", "kind": "long_text"},
)


def posted(fields, **values):
    """What the browser sends for a register with these rows of fields."""
    data = {
        "label": "困难群众走访",
        "menu": "其他工作",
        "unit": "次",
        "village_entry": "on",
        "fields-TOTAL_FORMS": len(fields),
        "fields-INITIAL_FORMS": sum("id" in row for row in fields),
        **values,
    }
    for number, row in enumerate(fields):
        data |= {f"fields-{number}-{name}": value for name, value in row.items()}
    return {name: value for name, value in data.items() if value is not None}


def as_rows(definition, **changes):
    """The rows of a stored register as its form shows them, with `changes` {label: {name: value}}."""
    return [
        {
            "id": field.pk,
            "label": field.label,
            "kind": field.kind,
            "unit": field.unit,
            "choices": "\n".join(label for _, label in field.options),
            **({"required": "on"} if field.required else {}),
            **changes.get(field.label, {}),
        }
        for field in definition.fields.all()
    ]


@pytest.fixture
def coordinator(world, sign_in):
    return sign_in(world.coordinator)


@pytest.fixture
def definition(coordinator):
    assert coordinator.post(NEW, posted(FIELDS)).status_code == 302
    return OwnRegister.objects.get()


def fresh(area):
    return Area.objects.get(pk=area.pk)


@pytest.fixture
def register(world, definition):
    return registry.for_area(fresh(world.township)).get(definition.slug)


@pytest.fixture
def enter(world, register):
    """`enter(area, count_1=3)` makes a submitted record."""

    def _enter(area=None, **values):
        area = area or world.a
        given = {"date": datetime.date(2022, 3, 5), "state": State.SUBMITTED, "created_by": world.clerk_a}
        return register.model.objects.create(area=area, keeper=area, **{**given, **values})

    return _enter


def change(client, definition, rows, **values):
    return client.post(reverse("own_registers:change", args=[definition.pk]), posted(rows, **values))


class TestUse:
    """A register set up in the browser is used like any other."""

    def test_entering_reading_filtering_totals_and_export(self, world, register, sign_in):
        client = sign_in(world.clerk_a)
        new, listing = (reverse(f"records:{page}", args=[register.slug]) for page in ("new", "list"))
        for households, kind in ((3, "1"), (5, "2")):
            form = client.get(new)
            assert "慰问户数（户）" in form.content.decode()
            typed = {
                "date": "2022-03-05",
                "count_1": households,
                "amount_1": "200.50",
                "choice_1": kind,
                "flag_1": "True",
            }
            saved = client.post(new, form_data(form, **typed), follow=True)
            assert "已提交，已计入统计" in saved.content.decode()
        detail = saved.content.decode()
        assert all(text in detail for text in ("五保户", "200.50", "慰问金（元）"))
        assert "2022年3月5日甲村困难群众走访" in detail
        page = client.get(listing)
        totals = {
            column.label: column.total for column in page.context["columns"] if column.total is not None
        }
        assert totals == {"慰问户数（户）": 8, "慰问金（元）": 401}
        assert len(client.get(listing, {"choice_1": "1"}).context["rows"]) == 1
        assert len(client.get(listing, {"flag_1": "0"}).context["rows"]) == 0
        book = openpyxl.load_workbook(
            io.BytesIO(client.get(reverse("workbooks:export", args=[register.slug])).content)
        )
        cells = [cell.value for row in book.active.rows for cell in row]
        assert book.active.title == "困难群众走访"
        assert {"慰问户数（户）", "困难户", "五保户", 8} <= set(cells)

    def test_bad_input_is_one_sentence_at_its_field(self, world, register, sign_in):
        client = sign_in(world.clerk_a)
        new = reverse("records:new", args=[register.slug])
        form = client.get(new)
        refused = client.post(new, form_data(form, count_1="", amount_1="-3", choice_1="9"))
        text = refused.content.decode()
        assert refused.status_code == 422
        for sentence in ("请填写慰问户数（户）。", "慰问金（元）不能为负数", "对象里没有这个选项"):
            assert sentence in text

    def test_review_history_and_evidence(self, world, register, enter, sign_in):
        record = enter(count_1=3)
        photo = make_attachment(record, by=world.clerk_a)
        reviewer, clerk = sign_in(world.reviewer), sign_in(world.clerk_a)
        edit = reverse("records:edit", args=[register.slug, record.pk])
        clerk.post(edit, form_data(clerk.get(edit), count_1=4))
        reviewer.post(
            reverse("records:bulk", args=[register.slug]), {"act": "approve", "chosen": [record.pk]}
        )
        page = reviewer.get(reverse("records:detail", args=[register.slug, record.pk])).content.decode()
        assert register.model.objects.get().state == State.APPROVED
        assert all(text in page for text in ("慰问户数（户）", "审核通过", photo.name))
        file = reverse("records:file", args=[photo.pk])
        assert sign_in(world.reviewer).get(file).status_code == 200
        assert sign_in(world.clerk_b).get(file).status_code == 404

    def test_zero_reports_and_waiting_work(self, world, register, enter, sign_in):
        clerk = sign_in(world.clerk_a)
        clerk.post(reverse("figures:nil", args=[register.slug]), {"area": world.a.pk, "month": "2022-05"})
        assert NilReturn.objects.get().register == register.slug
        enter(state=State.DRAFT, title="没写完的走访", count_1=1)
        assert "没写完的走访" in clerk.get(reverse("reports:todo")).content.decode()

    def test_the_list_takes_as_many_queries_whatever_it_shows(
        self, world, register, enter, make, coordinator
    ):
        make(OutreachEvent)
        counts = []
        for number in (1, 2):
            for _ in range(number):
                enter(count_1=3, choice_1="1")
            counts.append(queries_of(coordinator, register.slug))
        assert counts[0] == counts[1]
        assert counts[0] <= queries_of(coordinator, "outreach-events")

    def test_figures_tokens_drill_down_and_locking(self, world, register, enter, coordinator):
        kept, _ = enter(count_1=3, choice_1="1"), enter(count_1=5, choice_1="2")
        definition = OwnIndicator(
            area=fresh(world.township),
            label="困难户走访户次",
            unit="户次",
            definition="测试。",
            source=register.slug,
            measure="sum:count_1",
            conditions={"choice_1": ["1"]},
            category="choice_1",
        )
        save_indicator(definition, by=world.coordinator)
        township = fresh(world.township)
        indicator = indicators.for_area(township).by_label["困难户走访户次"]
        assert read([indicator], area=township, period=Period.year(2022))[indicator.key].value == 3
        page = coordinator.get(reverse("figures:detail", args=[indicator.key]), {"year": 2022})
        assert page.context["figure"].value == 3
        listed = coordinator.get(page.context["tile"].url)
        assert [row.record.pk for row in listed.context["rows"]] == [kept.pk]
        report = AnnualReport.objects.create(
            area=township,
            year=2022,
            title="毛俊镇2022年法治政府建设情况报告",
            text=f"一、成效\n走访困难户{{{{困难户走访户次}}}}户次。{PARTS}{SIGNATURE}",
            cutoff=datetime.date(2022, 12, 31),
        )
        revision = lock(report, by=world.coordinator)
        assert "走访困难户3户次" in revision.filled_text
        assert revision.figures[0]["records"] == [kept.pk]
        edit = coordinator.get(reverse("records:edit", args=[register.slug, kept.pk]))
        assert "已用于2022年度报告" in edit.content.decode()


def queries_of(client, slug):
    """How many queries the list of a register takes, once what the township has defined is known."""
    url = reverse("records:list", args=[slug])
    client.get(url)
    with CaptureQueriesContext(connection) as queries:
        client.get(url)
    return len(queries)


class TestDefinition:
    """What can be changed once a register holds records."""

    def test_renaming_keeps_the_data(self, world, definition, enter, coordinator):
        record = enter(count_1=3, choice_1="2")
        rows = as_rows(
            definition,
            慰问户数={"label": "走访户数"},
            对象={"choices": "困难户\n五保户=特困人员\n残疾人\n其他"},
        )
        assert change(coordinator, definition, rows, label="困难群众慰问").status_code == 302
        page = coordinator.get(reverse("records:detail", args=[definition.slug, record.pk])).content.decode()
        assert all(text in page for text in ("走访户数（户）", "特困人员", "困难群众慰问"))
        assert "慰问户数" not in page

    @pytest.mark.parametrize(
        ("label", "changes", "sentence"),
        [
            ("慰问户数", {"kind": "text"}, "已有记录填了这一项，不能改成别的类型"),
            ("慰问户数", {"DELETE": "on"}, "“慰问户数”已有记录填过，不能删除，可以停用。"),
            ("对象", {"choices": "困难户\n残疾人"}, "选项“五保户”已有 1 条记录在用，不能去掉"),
            ("慰问金", {"label": "慰问户数"}, "项目“慰问户数”写了两次"),
            ("慰问金", {"label": "日期"}, "“日期”是每条记录都有的，不用另加。"),
        ],
    )
    def test_what_holds_data_stays(self, definition, enter, coordinator, label, changes, sentence):
        enter(count_1=3, choice_1="2")
        refused = change(coordinator, definition, as_rows(definition, **{label: changes}))
        assert refused.status_code == 422
        assert sentence in refused.content.decode()
        assert [field.label for field in definition.fields.all()] == [row["label"] for row in FIELDS]

    def test_what_holds_no_data_changes_and_goes(self, world, definition, enter, coordinator):
        enter(count_1=3)
        rows = as_rows(definition, 慰问金={"kind": "text"}, 回访日期={"DELETE": "on"})
        assert change(coordinator, definition, rows).status_code == 302
        columns = dict(definition.fields.values_list("label", "column"))
        assert columns["慰问金"] == "text_2"
        assert "回访日期" not in columns

    def test_a_retired_field_is_no_longer_asked_but_still_read_and_counted(
        self, world, definition, enter, coordinator
    ):
        record = enter(count_1=3, amount_1=200)
        assert (
            change(coordinator, definition, as_rows(definition, 慰问金={"retired": "on"})).status_code == 302
        )
        new = coordinator.get(reverse("records:new", args=[definition.slug])).content.decode()
        assert "慰问金" not in new
        page = coordinator.get(reverse("records:detail", args=[definition.slug, record.pk])).content.decode()
        assert "停用的项目" in page
        assert "200.00" in page
        asking = coordinator.get(f"{reverse('own_indicators:new')}?source={definition.slug}").content.decode()
        assert "慰问金（元），各条相加" in asking

    def test_closing_and_removing(self, world, definition, enter, sign_in, coordinator):
        record = enter(count_1=3)
        clerk = sign_in(world.clerk_a)
        remove, switch = (
            reverse(f"own_registers:{act}", args=[definition.pk]) for act in ("remove", "switch")
        )
        assert "不能删除，可以停用" in coordinator.post(remove, follow=True).content.decode()
        coordinator.post(switch)
        for page, expected in (("new", 404), ("list", 200)):
            assert clerk.get(reverse(f"records:{page}", args=[definition.slug])).status_code == expected
        coordinator.post(switch)
        assert clerk.get(reverse("records:new", args=[definition.slug])).status_code == 200
        OwnRecord.objects.filter(pk=record.pk).delete()
        coordinator.post(remove)
        assert not OwnRegister.objects.exists()
        assert clerk.get(reverse("records:list", args=[definition.slug])).status_code == 404

    @pytest.mark.parametrize(
        ("fields", "values", "sentence"),
        [
            ([], {}, "台账至少要有一个项目。"),
            ([{"label": "甲", "kind": "choice", "choices": "只有一个"}], {}, "单选请写 2 到 30 个选项"),
            ([{"label": "甲", "kind": "choice", "choices": "好\n好"}], {}, "选项“好”写了两次。"),
            ([{"label": "甲", "kind": "count"}] * 2, {}, "项目“甲”写了两次"),
            ([{"label": "甲", "kind": "count"}], {"label": "普法活动"}, "系统里已有“普法活动”台账"),
            ([{"label": f"项目{n}", "kind": "count"} for n in range(13)], {}, "最多 12 个项目"),
            ([{"label": "", "kind": "text"}], {}, "请填写项目名称。"),
        ],
    )
    def test_bad_definitions_get_their_sentence(self, coordinator, fields, values, sentence):
        refused = coordinator.post(NEW, posted(fields, **values))
        assert refused.status_code == 422
        assert sentence in refused.content.decode()
        assert not OwnRegister.objects.exists()

    def test_two_fields_swap_their_names(self, definition, enter, coordinator):
        record = enter(count_1=3, amount_1=200)
        rows = as_rows(definition, 慰问户数={"label": "慰问金"}, 慰问金={"label": "慰问户数"})
        assert change(coordinator, definition, rows).status_code == 302
        assert dict(definition.fields.values_list("column", "label"))["count_1"] == "慰问金"
        assert OwnRecord.objects.get(pk=record.pk).count_1 == 3

    def test_two_registers_of_one_name(self, definition, coordinator):
        assert "本镇已有叫这个名称的自建台账" in coordinator.post(NEW, posted(FIELDS)).content.decode()

    def test_a_row_more_without_script(self, coordinator):
        page = coordinator.post(NEW, posted(FIELDS[:1], add_row="fields"))
        assert page.status_code == 200
        assert len(page.context["formset"].forms) == 2
        assert page.context["formset"].forms[0]["label"].value() == "慰问户数"

    def test_columns_of_each_kind_are_the_definition_s_own(self, definition):
        assert list(definition.fields.values_list("column", flat=True)) == [
            f"{kind}_1" for kind in ("count", "amount", "choice", "flag", "date", "text", "long_text")
        ]
        assert {field.kind for field in definition.fields.all()} == set(OwnField.Kind.values)


class TestAccess:
    READERS = {
        "clerk_a",
        "clerk_b",
        "office_clerk",
        "coordinator",
        "reviewer",
        "deputy",
        "principal",
    }
    ENTERING = {"clerk_a", "clerk_b", "office_clerk", "coordinator"}

    def test_who_reaches_the_register(self, world, register, sign_in):
        addresses = {"list": self.READERS, "new": self.ENTERING}
        for page, expected in addresses.items():
            url = reverse(f"records:{page}", args=[register.slug])
            assert {n for n, u in world.users.items() if sign_in(u).get(url).status_code == 200} == expected
        shown = {
            name
            for name, user in world.users.items()
            if user.powers & {Power.READ}
            and register.label in sign_in(user).get(LIST_OF_EVENTS).content.decode()
        }
        assert shown == self.READERS

    def test_who_reaches_its_records(self, world, register, enter, sign_in):
        record = enter(count_1=3)
        url = reverse("records:detail", args=[register.slug, record.pk])
        reached = {name for name, user in world.users.items() if sign_in(user).get(url).status_code == 200}
        assert reached == self.READERS - {"clerk_b", "office_clerk"}

    def test_only_the_coordinator_of_the_township_sets_it_up(self, world, definition, sign_in):
        pages = {"list": LIST, "new": NEW, "change": reverse("own_registers:change", args=[definition.pk])}
        for name, user in world.users.items():
            client = sign_in(user)
            found = {page for page, url in pages.items() if client.get(url).status_code == 200}
            assert found == {"coordinator": set(pages), "stranger": {"list", "new"}}.get(name, set()), name
            acts = [
                client.post(reverse(f"own_registers:{a}", args=[definition.pk])) for a in ("switch", "switch")
            ]
            assert {act.status_code for act in acts} == {302 if name == "coordinator" else 404}, name
            if name != "coordinator":
                assert client.post(reverse("own_registers:remove", args=[definition.pk])).status_code == 404

    def test_villages_may_be_kept_out(self, world, definition, sign_in, coordinator):
        change(coordinator, definition, as_rows(definition), village_entry=None)
        new = reverse("records:new", args=[definition.slug])
        entering = {name for name, user in world.users.items() if sign_in(user).get(new).status_code == 200}
        assert entering == self.ENTERING - {"clerk_a", "clerk_b"}

    def test_two_townships_share_the_table_and_nothing_else(self, world, register, enter, sign_in):
        enter(count_1=3)
        stranger = sign_in(world.stranger)
        assert stranger.post(NEW, posted(FIELDS)).status_code == 302
        theirs = registry.for_area(fresh(world.other_township)).get(OwnRegister.objects.last().slug)
        theirs.model.objects.create(
            area=world.foreign_village,
            keeper=world.foreign_village,
            date=datetime.date(2022, 3, 5),
            count_1=9,
        )
        assert OwnRecord.objects.count() == 2
        assert [one.count_1 for one in register.model.objects.all()] == [3]
        assert [one.count_1 for one in theirs.model.objects.all()] == [9]
        assert registry.for_area(fresh(world.township)).get(theirs.slug) is None


LIST_OF_EVENTS = reverse("records:list", args=["outreach-events"])


def test_a_chat_message_fills_the_form(definition, world, sign_in):
    """The township's own words are what the register is known by; a number goes where its unit and words say."""
    text = "3月5日甲村开展困难群众走访，慰问五保户3户，发放慰问金600元，拍照4张"
    response = sign_in(world.clerk_a).post(reverse("records:paste"), {"text": text})
    columns = {field.label: field.column for field in definition.fields.all()}
    form = response.context["form"]
    shown = {label: form[columns[label]].value() for label in ("慰问户数", "慰问金", "对象")}
    [option] = [key for key, label in definition.fields.get(label="对象").options if label == "五保户"]
    assert shown == {"慰问户数": 3, "慰问金": 600, "对象": option}
    assert response.context["draft"].left_over == ["4张"]


def test_two_numbers_with_one_unit_are_told_apart_by_their_names(coordinator, world):
    fields = (
        {"label": "走访户数", "kind": "count", "unit": "户"},
        {"label": "慰问户数", "kind": "count", "unit": "户"},
    )
    coordinator.post(NEW, posted(fields))
    columns = {field.label: field.column for field in OwnRegister.objects.get().fields.all()}
    text = "3月5日甲村困难群众走访，慰问了2户。共走访困难群众9户"
    form = coordinator.post(reverse("records:paste"), {"text": text}).context["form"]
    assert {label: form[column].value() for label, column in columns.items()} == {
        "走访户数": 9,
        "慰问户数": 2,
    }
