"""The yearly report on openness: a ledger counted by hand, its identities, and its files."""

import datetime
import io

import pytest
from django.urls import reverse
from docx import Document

from governance.models import NormativeDocument
from openness.models import DisclosureRequest
from reports.openness_year import form
from reports.openness_year.reading import Cell, Grid, Row, Tables, read_tables
from tests.factories import make_record
from township.figures.period import Period
from township.people.models import Area
from township.records.register import registry

YEAR = Period.year(2022)
# Received, answered, applicant, result: what a clerk would have written on paper.
LEDGER = (
    ("2021-11-30", "2022-01-10", "person", "granted"),
    ("2021-12-20", None, "business", ""),
    ("2022-02-01", "2022-02-20", "person", "granted"),
    ("2022-03-01", "2022-03-10", "person", "refused_case_file"),
    ("2022-04-01", "2022-04-10", "legal", "partial"),
    ("2022-05-01", "2022-05-10", "welfare", "other_unamended"),
    ("2022-06-01", "2023-01-10", "research", "none_held"),
    ("2022-12-01", None, "other", ""),
)
#                                    自然人 企业 科研 公益 法律 其他 总计
BY_HAND = {
    form.RECEIVED: (2, 0, 1, 1, 1, 1, 6),
    form.CARRIED: (1, 1, 0, 0, 0, 0, 2),
    "（一）予以公开": (2, 0, 0, 0, 0, 0, 2),
    "（二）部分公开（区分处理的，只计这一情形，不计其他情形）": (0, 0, 0, 0, 1, 0, 1),
    "7.属于行政执法案卷": (1, 0, 0, 0, 0, 0, 1),
    "（六）其他处理：1.申请人无正当理由逾期不补正、行政机关不再处理其申请": (0, 0, 0, 1, 0, 0, 1),
    form.ANSWERED: (3, 0, 0, 1, 1, 0, 5),
    form.OPEN: (0, 1, 1, 0, 0, 1, 3),
}
NOTHING = (0,) * 7


def day(text):
    return datetime.date.fromisoformat(text) if text else None


@pytest.fixture
def ledger(world, make):
    records = [
        make(
            DisclosureRequest,
            area=world.township,
            date=day(received),
            answered_on=day(answered),
            applicant=applicant,
            result=result,
            title="申请公开",
        )
        for received, answered, applicant, result in LEDGER
    ]
    add = records[3].remedies.create
    add(kind="review", begun_on=day("2022-04-01"), concluded_on=day("2022-05-01"), result="upheld")
    add(kind="lawsuit_after", begun_on=day("2022-06-01"), concluded_on=day("2023-02-01"), result="corrected")
    add(kind="lawsuit", begun_on=day("2021-06-01"), concluded_on=day("2022-02-01"), result="corrected")
    make_record(
        registry.of(NormativeDocument),
        world,
        area=world.township,
        action="enact",
        issued_on=day("2022-03-05"),
    )


def test_every_cell_matches_what_was_counted_by_hand(world, ledger):
    tables = read_tables(area=world.township, period=YEAR)
    assert {row.name: row.values for row in tables.requests.rows} == {
        row.name: BY_HAND.get(row.name, NOTHING) for row in tables.requests.rows
    }
    assert len(tables.requests.rows) == 25
    assert [row.values for row in tables.remedies.rows] == [(1, 0, 0, 0, 1), (0, 1, 0, 0, 1), (0, 0, 0, 1, 1)]
    assert [row.values for row in tables.disclosed[0].rows] == [(0, 0, 0), (1, 0, 1)]
    assert tables.problems == []


def test_the_rows_are_the_results_of_the_ledger():
    assert [label for _, label in form.RESULTS] == DisclosureRequest.Result.labels
    assert [key for key, _ in form.APPLICANTS] == DisclosureRequest.Applicant.values


def test_a_number_opens_its_records(world, ledger, sign_in):
    client = sign_in(world.coordinator)
    page = client.get(reverse("reports:openness_year"), {"year": 2022})
    grid = page.context["tables"].requests
    for row in (grid.row(form.OPEN), grid.row("（一）予以公开")):
        for cell in row.cells:
            assert bool(cell.url) == bool(cell.value)
            if cell.url:
                assert client.get(cell.url).context["page"].paginator.count == cell.value


def test_what_does_not_add_up_is_said_in_words():
    def grid(received, results, answered, left):
        rows = [Row(form.RECEIVED, (Cell(received), Cell(received))), Row(form.CARRIED, (Cell(0), Cell(0)))]
        rows += [Row(name, (Cell(0), Cell(0))) for name, _ in form.RESULTS[1:]]
        rows += [Row(form.RESULTS[0][0], (Cell(results), Cell(results)))]
        rows += [
            Row(form.ANSWERED, (Cell(answered), Cell(answered))),
            Row(form.OPEN, (Cell(left), Cell(left))),
        ]
        return Grid(4, "", ("", "自然人", "总计"), tuple(rows))

    remedies = Grid(5, "", ("", "结果维持", "总计"), (Row("行政复议", (Cell(1), Cell(2))),))
    whole = Tables((), grid(3, 2, 2, 2), remedies, Cell(0), ())
    assert whole.problems == [
        "“自然人”一栏：本年新收 3 ＋ 上年结转 0 ＝ 3，办理结果总计 2 ＋ 结转下年度 2 ＝ 4，两边不相等。",
        "“总计”一栏：本年新收 3 ＋ 上年结转 0 ＝ 3，办理结果总计 2 ＋ 结转下年度 2 ＝ 4，两边不相等。",
        "“行政复议”：各种结果相加是 1，总计是 2，不相等。",
    ]
    assert Tables((), grid(3, 1, 2, 1), Grid(5, "", (), ()), Cell(0), ()).problems == [
        "“自然人”一栏：各种办理结果相加是 1，总计是 2，不相等。",
        "“总计”一栏：各种办理结果相加是 1，总计是 2，不相等。",
    ]


def test_written_parts_stand_in_the_files_and_pass_the_guard(world, ledger, sign_in):
    client, address = sign_in(world.coordinator), f"{reverse('reports:openness_year')}?year=2022"
    written = {"overview": "", "problems": "人手不足，联系电话13912345678。", "others": "", "fees": "1.5"}
    assert client.post(address, written).status_code == 302
    word = f"{reverse('reports:openness_year_word')}?year=2022"
    page = client.get(word)
    assert "个人信息把关" in page.content.decode()
    assert "13912345678" not in page.content.decode()
    answered = client.post(word, {"digest": page.context["digest"], "reason": ""})
    content = client.get(answered["Location"]).content
    document = Document(io.BytesIO(content))
    text = "\n".join(paragraph.text for paragraph in document.paragraphs)
    assert "主动公开政府信息0条；收到政府信息公开申请6件，办结5件，结转下年度继续办理3件。" in text
    assert ("139****5678" in text, "13912345678" in text) == (True, False)
    pdf = client.get(f"{reverse('reports:openness_year_pdf')}?year=2022")
    assert pdf.content.startswith(b"%PDF")


def test_who_sees_it(world, ledger, sign_in):
    reached = {
        name
        for name, user in world.users.items()
        if sign_in(user).get(reverse("reports:openness_year")).status_code == 200
    }
    assert reached == {"coordinator", "reviewer", "deputy", "principal", "stranger"}
    assert sign_in(world.principal).post(reverse("reports:openness_year"), {}).status_code == 404
    page = sign_in(world.stranger).get(reverse("reports:openness_year"), {"year": 2022})
    assert {value for row in page.context["tables"].requests.rows for value in row.values} == {0}


def test_the_demonstration_year_passes_its_own_identities(demonstration):
    tables = read_tables(area=Area.objects.home(), period=YEAR)
    assert tables.problems == []
    assert tables.requests.row(form.RECEIVED).values[-1] == 5
