"""What leaves the portal: the list as workbook and PDF, the year's book, attachments; and what never does."""

import datetime
import io
import zipfile

import openpyxl
import pdfplumber
import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from disputes.models import Dispute
from outreach.models import OutreachEvent
from tests.access.test_matrix import MATRIX, each_register, kind_of
from tests.factories import make_attachment, make_record, registers
from township.records.models import State
from township.workbooks import printing
from township.workbooks.book import Unreadable

from .conftest import HEADERS, event, xlsx

SLUG = "outreach-events"


def book_of(response):
    return openpyxl.load_workbook(io.BytesIO(b"".join(response)))


def packed(response):
    return zipfile.ZipFile(io.BytesIO(b"".join(response)))


@pytest.fixture
def fonts():
    if not any(file.exists() for file in printing.FILES):
        pytest.skip("没有装打印用的字体")


# Who ------------------------------------------------------------------------------------------------


@each_register
def test_every_way_out_follows_the_right_to_export(world, sign_in, register, fonts):
    photo_of = make_record(register, world, area=world.a)
    make_attachment(photo_of, by=world.principal)
    exporting = {name for name, (pages, *_) in MATRIX[kind_of(register)].items() if "x" in pages}
    for way in ("pdf", "files"):
        url = reverse(f"workbooks:{way}", args=[register.slug])
        reached = {name for name, user in world.users.items() if sign_in(user).get(url).status_code != 404}
        assert reached == exporting, way


def test_the_years_book_follows_the_rights_to_export_and_to_figures(world, sign_in):
    url = reverse("workbooks:yearbook")
    reached = {name for name, user in world.users.items() if sign_in(user).get(url).status_code == 200}
    assert reached == {
        "clerk_a", "clerk_b", "office_clerk", "coordinator", "reviewer", "deputy", "stranger", "stranger_clerk"
    }  # fmt: skip


@each_register
def test_files_only_of_records_that_may_be_opened(world, sign_in, register):
    made = {
        area: make_record(register, world, area=getattr(world, area)) for area in ("a", "foreign_village")
    }
    for record in made.values():
        make_attachment(record, by=world.principal)
    for name, (pages, *parts) in MATRIX[kind_of(register)].items():
        if "x" not in pages:
            continue
        response = sign_in(world.users[name]).get(reverse("workbooks:files", args=[register.slug]))
        readable = [area for area, letters in zip(made, (parts[0], parts[2]), strict=True) if "f" in letters]
        if not readable:
            assert response.status_code == 302, name
            continue
        names = packed(response).namelist()
        assert len(names) == len(readable) + 1 and names[-1] == "目录.xlsx", name


# The workbook ---------------------------------------------------------------------------------------


def test_the_workbook_is_the_list_with_its_filter_and_ready_to_print(world, sign_in, make):
    make(OutreachEvent, title="=HYPERLINK(1)", area=world.a, attendance=7)
    make(OutreachEvent, title="乙村的", area=world.b)
    client = sign_in(world.coordinator)
    response = client.get(reverse("workbooks:export", args=[SLUG]), {"area": world.a.pk, "sort": "date"})
    sheet = book_of(response).active
    rows = list(sheet.iter_rows(values_only=True))
    assert rows[0][0] == "毛俊镇 普法活动"
    assert "村（社区）：甲村" in rows[1][0]
    assert "coordinator 导出于 " in rows[2][0]
    assert [row[1] for row in rows[4:5]] == ["=HYPERLINK(1)"] and sheet["B5"].data_type == "s"
    assert rows[-1][0] == "合计" and rows[-1][4] == 7
    assert (sheet.page_setup.orientation, sheet.print_title_rows, sheet.freeze_panes) == (
        "landscape",
        "$4:$4",
        "A5",
    )
    assert sheet.column_dimensions["H"].hidden


@each_register
def test_sealed_values_and_people_never_leave(world, sign_in, register):
    record = make_record(register, world, area=world.a)
    for name in register.sealed_fields():
        setattr(record, name, "秘密人")
    record.save()
    for line_set in register.lines:
        for name in line_set.fields if line_set.personal else ():
            if getattr(line_set.model._meta.get_field(name), "sealed", False):
                getattr(record, line_set.name).update(**{name: "秘密人"})
    client = sign_in(world.coordinator)
    whole = client.get(reverse("workbooks:export", args=[register.slug]), {"columns": "all"})
    year = client.get(reverse("workbooks:yearbook"), {"year": "2022"})
    for response in (whole, year):
        texts = [
            str(cell)
            for sheet in book_of(response)
            for row in sheet.iter_rows(values_only=True)
            for cell in row
        ]
        assert not [text for text in texts if "秘密人" in text]


def test_the_whole_ledger_costs_the_same_queries_for_many_rows(world, sign_in, make):
    client = sign_in(world.coordinator)

    def cost():
        with CaptureQueriesContext(connection) as found:
            client.get(reverse("workbooks:export", args=[SLUG]), {"columns": "all"})
        return len(found)

    make(OutreachEvent, lines={"materials": [{"quantity": 5}]})
    cost()
    few = cost()
    for _ in range(5):
        make(OutreachEvent, lines={"materials": [{"quantity": 5}]})
    assert cost() == few


def test_the_years_book_has_a_cover_and_a_sheet_for_each_register_with_records(world, sign_in, make):
    make(OutreachEvent, attendance=40)
    make(OutreachEvent, attendance=9, date=datetime.date(2021, 3, 5))
    book = book_of(sign_in(world.coordinator).get(reverse("workbooks:yearbook"), {"year": "2022"}))
    assert book.sheetnames == ["指标", "普法活动"]
    figures = {row[1]: row[2:5] for row in book["指标"].iter_rows(min_row=5, values_only=True)}
    assert figures["普法活动参加人次"] == (40, "人次", 1)
    assert book["普法活动"].max_row == 5


# PDF and files --------------------------------------------------------------------------------------


def test_the_ledger_as_a_pdf(world, sign_in, make, fonts):
    for number in range(40):
        make(OutreachEvent, title=f"第{number}场普法宣讲进村入户活动", attendance=number)
    response = sign_in(world.coordinator).get(reverse("workbooks:pdf", args=[SLUG]))
    with pdfplumber.open(io.BytesIO(response.content)) as pdf:
        pages = [page.extract_text() for page in pdf.pages]
        wide = {page.width > page.height for page in pdf.pages}
    assert len(pages) == 2 and wide == {True}
    assert all("活动名称" in page for page in pages)
    assert "毛俊镇 普法活动" in pages[0] and "筛选：无" in pages[0] and "合计" in pages[1]
    together = "".join(pages).replace("\n", "")
    assert all(f"第{number}场普法宣讲" in together for number in range(40))


def test_without_its_font_the_pdf_says_what_to_do(world, sign_in, monkeypatch):
    def missing():
        raise Unreadable("这台服务器还没有装打印用的字体，请管理员运行 make setup 后再试。")

    monkeypatch.setattr(printing, "load_font", missing)
    response = sign_in(world.coordinator).get(reverse("workbooks:pdf", args=[SLUG]), follow=True)
    assert "请管理员运行 make setup" in response.content.decode()


def test_attachments_under_readable_names_with_an_index(world, sign_in, make):
    record = make(OutreachEvent, title="宪法/宣传: 周?")
    make_attachment(record, by=world.clerk_a)
    make(OutreachEvent, title="没有照片的")
    lost = make(OutreachEvent, title="照片丢了的")
    photo = make_attachment(lost, by=world.clerk_a)
    photo.file.storage.delete(photo.file.name)
    package = packed(sign_in(world.coordinator).get(reverse("workbooks:files", args=[SLUG])))
    names = package.namelist()
    assert [name.split("/")[0] for name in names] == ["002_2022-03-05_甲村_宪法_宣传_周", "目录.xlsx"]
    index = openpyxl.load_workbook(io.BytesIO(package.read("目录.xlsx"))).active
    rows = list(index.iter_rows(min_row=5, values_only=True))
    assert [(row[2], row[3]) for row in rows] == [
        ("照片丢了的", "服务器上没有这个文件"),
        ("宪法/宣传: 周?", names[0]),
    ]


def test_files_of_cases_carry_no_names(world, sign_in):
    record = make_record(next(one for one in registers() if one.model is Dispute), world, area=world.a)
    photo = make_attachment(record, by=world.mediator)
    photo.name = "张三身份证.jpg"
    photo.save()
    package = packed(sign_in(world.coordinator).get(reverse("workbooks:files", args=["disputes"])))
    assert package.namelist()[0].endswith("/01_材料.jpg")


def test_nothing_to_pack_is_said_on_the_list(world, sign_in):
    response = sign_in(world.coordinator).get(
        reverse("workbooks:files", args=[SLUG]), {"q": "无"}, follow=True
    )
    assert response.redirect_chain[0][0].endswith("?q=%E6%97%A0")
    assert "都没有佐证材料" in response.content.decode()


# The shell ------------------------------------------------------------------------------------------


def test_the_commands(world, make, tmp_path):
    make(OutreachEvent)
    make(OutreachEvent, state=State.VOIDED)
    out, file = io.StringIO(), tmp_path / "out.xlsx"
    call_command("export_register", SLUG, "--out", str(file), stdout=out)
    assert "普法活动 1 场" in out.getvalue()
    out = io.StringIO()
    call_command("import_register", SLUG, str(file), stdout=out)
    assert out.getvalue().strip() == "新增 0，有变化 0，相同 1，疑似重复 0，有问题 0。"
    out = io.StringIO()
    call_command("registers", "--json", stdout=out)
    assert '"slug": "outreach-events"' in out.getvalue()


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["moon", "x.xlsx"], "没有代号为 moon 的台账"),
        ([SLUG, "/nowhere.xlsx"], "读不到文件"),
        ([SLUG, __file__, "--user", "nobody"], "没有账号 nobody"),
        ([SLUG, __file__, "--user", "principal"], "账号 principal 不能录入"),
        ([SLUG, __file__, "--area", "1"], "没有区划代码为 1 的辖区"),
    ],
)
def test_the_shell_says_what_is_wrong(world, arguments, sentence):
    with pytest.raises(CommandError, match=sentence):
        call_command("import_register", *arguments)


def test_exit_codes(world, tmp_path):
    file = tmp_path / "台账.xlsx"
    file.write_bytes(xlsx(HEADERS, event(1), event(2, area="丙村")))
    call_command("import_register", SLUG, str(file), "--json", stdout=io.StringIO())
    with pytest.raises(SystemExit) as stop:
        call_command("import_register", SLUG, str(file), "--commit", stdout=io.StringIO())
    assert (stop.value.code, OutreachEvent.objects.count()) == (2, 0)
    call_command(
        "import_register",
        SLUG,
        str(file),
        "--commit",
        "--good-only",
        "--user",
        "coordinator",
        stdout=io.StringIO(),
    )
    assert OutreachEvent.objects.get().created_by == world.coordinator
