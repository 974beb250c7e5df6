"""The pages of an import: who reaches them, mending, deciding, undoing, and that nothing stays behind."""

import datetime
import io
import json

import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.urls import reverse
from django.utils import timezone

from disputes.models import Dispute, RiskCheck
from outreach.models import OutreachEvent
from tests.access.test_matrix import IMPORT_ACTS, IMPORT_PAGES, MATRIX, each_register, kind_of
from township.people.sealing import unseal
from township.records.models import Change, RecordLock, State
from township.workbooks.models import HeaderMemory, Import, Imported, ImportRow
from township.workbooks.staging import sweep

from .conftest import HEADERS, csv_bytes, event, xlsx

SLUG = "outreach-events"


def upload(client, content, slug=SLUG, name="台账.xlsx", **data):
    return client.post(
        reverse("workbooks:import", args=[slug]), {"file": SimpleUploadedFile(name, content), **data}
    )


def page(name, staged):
    return reverse(f"workbooks:{name}", args=[staged.register, staged.pk])


@pytest.fixture
def begin(world, sign_in):
    """`begin(content, …)` uploads a file and gives (client, the import)."""

    def _begin(content, user=None, slug=SLUG, **data):
        client = sign_in(user or world.coordinator)
        response = upload(client, content, slug, **data)
        assert response.status_code == 302, response.context["form"].errors
        return client, Import.objects.latest("pk")

    return _begin


CHOICES = {"take_new": "on", "take_changed": "on", "twins": "skip"}


# Who ------------------------------------------------------------------------------------------------


@each_register
def test_importing_follows_entering(world, sign_in, register):
    reached = {
        name
        for name, user in world.users.items()
        if sign_in(user).get(reverse("workbooks:import", args=[register.slug])).status_code == 200
    }
    template = {
        name
        for name, user in world.users.items()
        if sign_in(user).get(reverse("workbooks:template", args=[register.slug])).status_code == 200
    }
    entering = {name for name, (pages, *_) in MATRIX[kind_of(register)].items() if "n" in pages}
    assert reached == template == entering


def test_an_import_is_its_authors_only(world, begin, sign_in):
    _, staged = begin(xlsx(HEADERS, event()))
    for name, user in world.users.items():
        if user == world.coordinator:
            continue
        client = sign_in(user)
        for act in IMPORT_PAGES[2:]:
            assert client.get(page(act, staged)).status_code == 404, (name, act)
        for act in IMPORT_ACTS:
            assert client.post(page(act, staged)).status_code == 404, (name, act)
    assert Import.objects.get() == staged
    assert OutreachEvent.objects.count() == 0


def test_the_import_of_one_register_is_not_reached_through_another(world, begin):
    client, staged = begin(xlsx(HEADERS, event()))
    assert client.get(reverse("workbooks:preview", args=["study-sessions", staged.pk])).status_code == 404


def test_acts_are_posts(world, begin):
    client, staged = begin(xlsx(HEADERS, event()))
    assert {client.get(page(act, staged)).status_code for act in IMPORT_ACTS} == {405}


def test_signed_out_people_are_sent_to_the_sign_in_page(client, begin):
    _, staged = begin(xlsx(HEADERS, event()))
    assert client.get(page("preview", staged))["Location"].startswith("/login/")


# Uploading ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("content", "sentence"),
    [(b"", "文件是空的"), (b"PK\x03\x04" + bytes(90), "已损坏"), ("没有逗号".encode(), "不是表格文件")],
)
def test_a_file_that_cannot_be_read_gets_its_sentence_at_the_field(world, sign_in, content, sentence):
    response = upload(sign_in(world.coordinator), content)
    assert response.status_code == 422
    assert sentence in response.context["form"].errors["file"][0]
    assert Import.objects.count() == 0


def test_no_file_and_a_strange_year(world, sign_in):
    response = sign_in(world.coordinator).post(reverse("workbooks:import", args=[SLUG]), {"year": "22"})
    assert response.context["form"].errors == {
        "file": ["请先选一个表格文件，或把它拖到框里。"],
        "year": ["年度请填 2000 到 2100 之间的四位数。"],
    }


def test_what_waits_is_sealed(world, begin):
    headers = ["受理日期", "村", "类型", "案件来源", "案情", "当事人"]
    row = ["2022-3-5", "甲村", "邻里纠纷", "主动调解", "排水争执", "王秘密"]
    begin(csv_bytes(headers, row), slug="disputes", name="王秘密纠纷.csv")
    with connection.cursor() as cursor:
        for model in (Import, ImportRow):
            cursor.execute(f"SELECT * FROM {model._meta.db_table}")
            assert "王秘密" not in str(cursor.fetchall())
        cursor.execute(f"SELECT cells FROM {ImportRow._meta.db_table}")
        assert "王秘密" in unseal(cursor.fetchone()[0])


# Looking and mending --------------------------------------------------------------------------------


def test_the_preview_counts_filters_and_pages(world, begin):
    rows = [
        event(
            index % 100,
            attendance=500 + index,
            title=f"第{index}场{chr(0x4E00 + index)}{chr(0x6E00 + index)}",
        )
        for index in range(1, 121)
    ]
    client, staged = begin(xlsx(HEADERS, *rows, event(1, area="丙村"), event(2, attendance="很多")))
    whole = client.get(page("preview", staged))
    assert [(key, number) for key, _, number, _ in whole.context["tiles"]] == [
        ("new", 120),
        ("changed", 0),
        ("same", 0),
        ("duplicate", 0),
        ("wrong", 2),
    ]
    assert len(whole.context["rows"]) == 50
    wrong = client.get(page("preview", staged), {"kind": "wrong"})
    assert [row.number for row in wrong.context["rows"]] == [122, 123]
    text = wrong.content.decode()
    assert "本镇没有“丙村”" in text and 'value="很多"' not in text and ">很多</textarea>" in text
    assert [row.number for row in client.get(page("preview", staged), {"page": "3"}).context["rows"]][
        -1
    ] == 123


def test_what_was_understood_is_shown(world, begin):
    client, staged = begin(xlsx(HEADERS, event(1, date="3月5日", attendance="300余人")), year=2022)
    text = client.get(page("preview", staged)).content.decode()
    assert "读作 2022-03-05" in text and "读作 约 300（概数）" in text


def test_mending_a_cell_in_the_page(world, begin):
    client, staged = begin(xlsx(HEADERS, event(1, area="丙村", attendance="很多")))
    client.post(page("cells", staged), {"row": "2", "cell-1": "甲村"})
    assert [row.kind for row in staged.rows.all()] == ["wrong"]
    response = client.post(
        page("cells", staged), {"row": "2", "cell-4": "30", "back": "kind=wrong"}, follow=True
    )
    assert response.redirect_chain[0][0].endswith("?kind=wrong#row-2")
    assert "第 2 行已改好" in response.content.decode()
    client.post(page("commit", staged), CHOICES)
    record = OutreachEvent.objects.get()
    assert (record.area, record.attendance) == (world.a, 30)


@pytest.mark.parametrize("row", ["", "x", "99", "9" * 20])
def test_rows_that_are_not_there(world, begin, row):
    client, staged = begin(xlsx(HEADERS, event()))
    assert client.post(page("cells", staged), {"row": row, "cell-1": "甲村"}).status_code == 404


def test_columns_are_matched_by_hand_and_remembered_for_the_township(world, begin):
    headers = [*HEADERS[:4], "来了多少"]
    client, staged = begin(xlsx(headers, event()))
    assert staged.counts["wrong"] == 1
    columns = {
        f"column-{number}": name
        for number, name in enumerate(["date", "area", "title", "setting", "attendance"])
    }
    client.post(page("columns", staged), columns)
    staged.refresh_from_db()
    assert staged.counts["new"] == 1
    assert list(HeaderMemory.objects.values_list("area", "header", "target")) == [
        (world.township.pk, "来了多少", "attendance")
    ]
    _, again = begin(xlsx(headers, event(2)), user=world.clerk_a)
    assert again.counts["new"] == 1
    _, elsewhere = begin(xlsx(headers, event(2, area="丙村")), user=world.stranger)
    assert elsewhere.counts["wrong"] == 1


def test_one_field_cannot_be_filled_twice(world, begin):
    client, staged = begin(xlsx(HEADERS, event()))
    response = client.post(page("columns", staged), {"column-0": "date", "column-1": "date"}, follow=True)
    assert "有两列对应了同一个栏目" in response.content.decode()
    staged.refresh_from_db()
    assert staged.mapping["1"] == "area"


def test_another_sheet_and_another_year(world, begin):
    book = openpyxl.Workbook()
    book.active.title = "上半年"
    for row in (HEADERS, event(1, date="3月5日"), event(2)):
        book.active.append(row)
    book.create_sheet("下半年").append(HEADERS)
    book["下半年"].append(event(3, date="8月5日"))
    buffer = io.BytesIO()
    book.save(buffer)
    client, staged = begin(buffer.getvalue())
    client.post(page("sheet", staged), {"sheet": "下半年", "year": "2021"})
    client.post(page("commit", staged), CHOICES)
    assert OutreachEvent.objects.get().date == datetime.date(2021, 8, 5)


def test_a_bad_sheet_keeps_what_waits(world, begin):
    client, staged = begin(xlsx(HEADERS, event()))
    response = client.post(page("sheet", staged), {"sheet": "没有的", "year": "2021"}, follow=True)
    assert "文件里没有这个工作表" in response.content.decode()
    assert staged.rows.count() == 1


# Deciding -------------------------------------------------------------------------------------------


def test_all_or_nothing_by_default(world, begin):
    client, staged = begin(xlsx(HEADERS, event(1), event(2, area="丙村")))
    response = client.post(page("commit", staged), CHOICES, follow=True)
    assert "一行都没有导入" in response.content.decode()
    assert (OutreachEvent.objects.count(), ImportRow.objects.count()) == (0, 2)


def test_the_good_rows_and_the_rest_back_as_a_file(world, begin):
    client, staged = begin(xlsx(HEADERS, event(1), event(2, area="丙村")))
    done = client.post(page("commit", staged), {**CHOICES, "good_only": "on"}, follow=True)
    assert "没有导入的 1 行" in done.content.decode()
    book = openpyxl.load_workbook(io.BytesIO(client.get(page("annotated", staged)).content))
    assert [row[5] for row in book.active.iter_rows(values_only=True)][:2] == ["错误说明", None]
    assert "本镇没有“丙村”" in book.active["F3"].value
    book.active["B3"] = "乙村"
    buffer = io.BytesIO()
    book.save(buffer)
    _, again = begin(buffer.getvalue())
    assert {kind: number for kind, number in again.counts.items() if number} == {"same": 1, "new": 1}


def test_when_an_import_ends_nothing_of_the_file_stays(world, begin):
    client, staged = begin(xlsx(HEADERS, event(1)))
    client.post(page("commit", staged), CHOICES)
    staged.refresh_from_db()
    assert (staged.state, staged.content, staged.layout, ImportRow.objects.count()) == ("done", "", "", 0)
    assert client.get(page("annotated", staged)).status_code == 404
    for act in ("cells", "columns", "sheet", "commit", "discard"):
        assert client.post(page(act, staged)).status_code == 404
    assert OutreachEvent.objects.count() == 1


def test_giving_up_and_waiting_too_long_remove_everything(world, begin):
    client, staged = begin(xlsx(HEADERS, event(1)))
    client.post(page("discard", staged))
    assert (Import.objects.count(), ImportRow.objects.count()) == (0, 0)
    _, old = begin(xlsx(HEADERS, event(1)))
    sweep()
    assert Import.objects.count() == 1
    Import.objects.filter(pk=old.pk).update(created_at=timezone.now() - datetime.timedelta(days=8))
    sweep()
    assert (Import.objects.count(), ImportRow.objects.count()) == (0, 0)


def test_groups_are_chosen(world, begin, make):
    record = make(OutreachEvent, attendance=20, title="春季普法进村宣讲")
    headers = ["记录编号", *HEADERS]
    rows = [
        [str(record.entry_id), record.date, "甲村", record.title, "进乡村", 25],
        [None, *event(9)],
        [None, *event(12)],
    ]
    client, staged = begin(xlsx(headers, *rows))
    assert (staged.counts["changed"], staged.counts["new"]) == (1, 2)
    client.post(page("commit", staged), {"take_new": "on", "twins": "skip"})
    record.refresh_from_db()
    assert (record.attendance, OutreachEvent.objects.count()) == (20, 3)


def test_updating_likely_duplicates_is_shown_before_it_is_done(world, begin, make):
    record = make(OutreachEvent, attendance=20, title="春季普法进村宣讲", date=datetime.date(2022, 3, 5))
    client, staged = begin(
        xlsx(HEADERS, event(1, date="2022-3-6", title="春季普法进村宣讲会", attendance=44))
    )
    assert staged.counts["duplicate"] == 1
    choices = {**CHOICES, "twins": "update"}
    response = client.post(page("commit", staged), choices, follow=True)
    assert "请再看一遍" in response.content.decode()
    staged.refresh_from_db()
    record.refresh_from_db()
    assert (staged.counts["changed"], record.attendance) == (1, 20)
    client.post(page("commit", staged), choices)
    record.refresh_from_db()
    assert (record.attendance, OutreachEvent.objects.count()) == (44, 1)


def test_progress_is_told_line_by_line(world, begin):
    client, staged = begin(xlsx(HEADERS, event(1), event(2)))
    response = client.post(page("commit", staged), CHOICES, headers={"accept": "application/x-ndjson"})
    lines = [json.loads(line) for line in b"".join(response.streaming_content).splitlines()]
    assert lines == [{"done": 0, "total": 0}, {"done": 2, "total": 2}, {"url": page("preview", staged)}]


def test_a_browser_that_goes_away_half_way_leaves_nothing_half(world, begin, monkeypatch):
    monkeypatch.setattr("township.workbooks.committing.BATCH", 1)
    client, staged = begin(xlsx(HEADERS, event(1), event(2)))
    response = client.post(page("commit", staged), CHOICES, headers={"accept": "application/x-ndjson"})
    lines = iter(response.streaming_content)
    assert [json.loads(next(lines)) for _ in range(2)][1] == {"done": 1, "total": 2}
    # The end of a request would close the connection that the test itself is in.
    monkeypatch.setattr(connection, "close_if_unusable_or_obsolete", lambda: None)
    response.close()
    del lines, response
    staged.refresh_from_db()
    assert (staged.state, OutreachEvent.objects.count(), Change.objects.count()) == ("preview", 0, 0)
    client.post(page("commit", staged), CHOICES)
    assert OutreachEvent.objects.count() == 2


def test_a_second_click_imports_nothing_twice(world, begin):
    client, staged = begin(xlsx(HEADERS, event(1)))
    client.post(page("commit", staged), CHOICES)
    assert client.post(page("commit", staged), CHOICES).status_code == 404
    assert OutreachEvent.objects.count() == 1


# Undoing --------------------------------------------------------------------------------------------


def imported(begin, content):
    client, staged = begin(content)
    client.post(page("commit", staged), CHOICES)
    staged.refresh_from_db()
    assert staged.state == "done"
    return client, staged


def test_undoing_voids_what_was_made_and_restores_what_was_changed(world, begin, make):
    record = make(OutreachEvent, attendance=20, lines={"materials": [{"quantity": 5}]})
    headers = ["记录编号", *HEADERS, "发放资料"]
    rows = [
        [str(record.entry_id), record.date, "乙村", record.title, "进学校", 25, "9份"],
        [None, *event(9), 3],
    ]
    client, staged = imported(begin, xlsx(headers, *rows))
    record.refresh_from_db()
    assert (record.attendance, record.area, record.materials.get().quantity) == (25, world.b, 9)
    client.post(page("undo", staged))
    record.refresh_from_db()
    assert (record.attendance, record.area, record.setting) == (20, world.a, world.settings["rural"])
    assert (record.state, record.materials.get().quantity) == (State.SUBMITTED, 5)
    assert OutreachEvent.objects.exclude(pk=record.pk).get().state == State.VOIDED
    assert Change.objects.filter(reason="撤销表格导入").count() == 2
    assert Imported.objects.count() == 0
    staged.refresh_from_db()
    assert staged.state == "undone"
    assert client.post(page("undo", staged)).status_code == 404


def test_what_was_built_on_an_import_is_listed_and_stops_undoing(world, begin):
    client, staged = imported(begin, xlsx(HEADERS, event(1), event(2), event(3)))
    first, second, _ = OutreachEvent.objects.order_by("pk")
    first.version += 1
    first.save()
    RecordLock.objects.create(register=SLUG, record_id=second.pk, label="2022年度报告")
    text = client.get(page("preview", staged)).content.decode()
    assert "导入后又有改动" in text and "已用于2022年度报告" in text and "撤销本次导入</button>" not in text
    client.post(page("undo", staged))
    assert OutreachEvent.objects.filter(state=State.VOIDED).count() == 0


def test_records_that_others_point_to_stop_undoing(world, begin, make):
    headers = ["排查日期", "村", "排查类型", "排查出隐患"]
    client, staged = begin(xlsx(headers, ["2022-3-5", "甲村", "日常排查", 1]), slug="risk-checks")
    client.post(page("commit", staged), CHOICES)
    check = RiskCheck.objects.get()
    make(Dispute, kind="family", origin="check", summary="排水", risk_check=check)
    assert "已被矛盾纠纷引用" in client.get(page("preview", staged)).content.decode()


def test_after_seven_days_an_import_stays(world, begin):
    client, staged = imported(begin, xlsx(HEADERS, event(1)))
    Import.objects.update(done_at=timezone.now() - datetime.timedelta(days=7, minutes=1))
    client.post(page("undo", staged))
    assert OutreachEvent.objects.get().state == State.SUBMITTED
    sweep()
    assert Imported.objects.count() == 0


def test_an_undone_file_can_be_brought_in_again(world, begin):
    content = xlsx([*HEADERS, "外部系统编号"], [*event(1), "HN-1"])
    client, staged = imported(begin, content)
    client.post(page("undo", staged))
    imported(begin, content)
    assert sorted(OutreachEvent.objects.values_list("state", flat=True)) == ["submitted", "voided"]
