"""Tables in a text: filled from the ledgers, the same in every form, frozen with the text."""

import io

import docx
import pytest
from django.urls import reverse

from outreach.models import OutreachEvent
from reports.document import Table, parse, plain_text
from reports.locking import document_of, lock
from reports.models import Manuscript
from reports.tables_compared import cells_changed
from reports.typesetting import NATIONAL, render_pdf, render_word
from reports.writing import write_report
from tests.reports.typesetting.page import body_lines, pages

from .conftest import END, QUOTING

BY_PLACE = "{{表：普法活动场次、普法活动参加人次|按村}}"


def table_of(report):
    return next(block for block in write_report(report).document.blocks if isinstance(block, Table))


def test_places_without_anything_are_zero_and_joint_events_are_explained(world, write_paper, events):
    table = table_of(write_paper("summary", f"各村情况：{BY_PLACE}详见台账。"))
    assert (table.number, table.caption) == (1, "2022年各村（社区）普法活动场次、普法活动参加人次")
    assert table.head == ("单位", "普法活动场次（场）", "普法活动参加人次（人次）")
    assert table.rows == (("甲村", "2", "345"), ("乙村", "1", "200"), ("合计", "2", "345"))
    assert table.note == "注：联合开展的，参与的村（社区）各计一次，合计只计一次。"


def test_a_village_with_nothing_is_shown_as_zero(world, write_paper, make):
    make(OutreachEvent, attendance=9)
    table = table_of(write_paper("summary", "{{表：普法活动参加人次|按村|题：各村参加情况}}"))
    assert (table.caption, table.rows) == ("各村参加情况", (("甲村", "9"), ("乙村", "0"), ("合计", "9")))
    assert table.note == ""


def test_months_and_categories(world, write_paper, events):
    months, categories = (
        block
        for block in write_report(
            write_paper("summary", "{{表：普法活动场次|按月}}\n{{表:普法活动场次｜按类别}}")
        ).document.blocks
    )
    assert [row for row in months.rows if row[1] != "0"] == [("3月", "1"), ("6月", "1"), ("合计", "2")]
    assert (months.number, len(months.rows)) == (1, 13)
    assert (categories.number, categories.rows) == (2, (("进乡村", "2"), ("合计", "2")))


@pytest.mark.parametrize(
    ("token", "sentence"),
    [
        ("{{表：|按村}}", "没有写数据的名称"),
        ("{{表：没有的数|按村}}", "没有叫“没有的数”的数据"),
        ("{{表：普法活动场次}}", "要写明怎么分"),
        ("{{表：普法活动场次|按人}}", "不是认识的分法"),
        ("{{表：普法活动参加人次|按类别}}", "没有类别可分"),
        ("{{表：调解矛盾纠纷件数|按村}}", "不按村列表"),
        ("{{表：普法活动场次、学法活动次数|按类别}}", "请分成两张表"),
        ("{{表：中心组学法次数|按月}}", "还没有填"),
        (f"{{{{表：普法活动场次|按村|题：{'长' * 61}}}}}", "表题最多 60 个字"),
    ],
)
def test_a_wrong_token_says_so_at_its_place(world, write_paper, events, token, sentence):
    [problem] = write_report(write_paper("summary", f"一、主要工作\n{token}")).problems
    assert sentence in problem.message
    assert problem.line == 2


def test_every_form_says_the_same(world, write_paper, events):
    report = write_paper("summary", f"{QUOTING}\n{BY_PLACE}{END}", title="毛俊镇小结")
    document = write_report(report).document
    plain = plain_text(document)
    printed = "".join(line.text for page in pages(render_pdf(document)) for line in body_lines(page))
    word = docx.Document(io.BytesIO(render_word(document)))
    told = [text for block in word.iter_inner_content() for text in _words(block)]
    assert _letters(printed) == _letters(plain) == _letters("".join(told))
    assert parse(plain, title="毛俊镇小结").blocks[-1].rows == document.blocks[-1].rows


def _words(block):
    if hasattr(block, "rows"):
        return [cell.text for row in block.rows for cell in row.cells]
    return [block.text]


def _letters(text):
    return "".join(text.split())


def test_a_long_table_keeps_to_the_grid_and_repeats_its_head(world, write_paper, events):
    table = table_of(write_paper("summary", BY_PLACE))
    rows = tuple((f"第{number}村", "1", "20") for number in range(40))
    document = parse(
        plain_text(parse("正文。", title="小结"))
        + "\n".join([table.heading, *("\t".join(row) for row in (table.head, *rows))])
        + "\n表后的文字。",
        title="小结",
    )
    printed = [body_lines(page) for page in pages(render_pdf(document))]
    assert [line.text for page in printed for line in page].count("".join(table.head)) == 3
    assert [line.text for line in printed[2]][-1] == "表后的文字。"
    pitch = NATIONAL.pitch
    # The text below the table stands on a line of the grid that the text above it stands on.
    above, below = printed[0][1].baseline, printed[2][-1].baseline
    assert abs((below - above) / pitch - round((below - above) / pitch)) < 0.02


def test_the_head_repeats_in_word(world, write_paper, events):
    [grid] = docx.Document(
        io.BytesIO(render_word(write_report(write_paper("summary", BY_PLACE)).document))
    ).tables
    assert "w:tblHeader" in grid.rows[0]._tr.xml
    assert "w:tblHeader" not in grid.rows[1]._tr.xml


def test_a_locked_table_stays_and_its_cells_are_compared(world, write_paper, events, make):
    revision = lock(write_paper("summary", f"{QUOTING}\n{BY_PLACE}{END}"), by=world.coordinator)
    assert [row["label"] for row in revision.figures] == ["普法活动场次", "普法活动参加人次"]
    assert all(len(row["records"]) == 2 for row in revision.figures)
    make(OutreachEvent, area=world.b, attendance=30)
    assert document_of(revision).blocks[-1].rows[1] == ("乙村", "1", "200")
    assert [(one.row, one.label, one.frozen, one.now) for one in cells_changed(revision)] == [
        ("乙村", "普法活动场次", 1, 2),
        ("乙村", "普法活动参加人次", 200, 230),
    ]


@pytest.mark.usefixtures("in_request")
@pytest.mark.parametrize("tables", [1, 4])
def test_tables_are_read_together(world, write_paper, events, tables, django_assert_num_queries):
    report = write_paper("annual", "\n".join([BY_PLACE] * tables))
    write_report(report)
    with django_assert_num_queries(6):
        write_report(Manuscript.objects.select_related("area").get(pk=report.pk))


def preview(client, report, *figures, split="按村"):
    return client.get(reverse("reports:table", args=[report.pk]), {"figure": figures, "split": split})


def test_the_editor_previews_a_table(world, sign_in, write_paper, events):
    report = write_paper("summary", "")
    client = sign_in(world.coordinator)
    answer = preview(client, report, "普法活动场次").json()
    assert answer["token"] == "{{表：普法活动场次|按村}}"
    assert answer["rows"] == [["甲村", "2"], ["乙村", "1"], ["合计", "2"]]
    refused = preview(client, report, "调解矛盾纠纷件数")
    assert (refused.status_code, "不按村列表" in refused.json()["message"]) == (422, True)
    reached = {
        who
        for who, user in world.users.items()
        if preview(sign_in(user), report, "普法活动场次").status_code == 200
    }
    assert reached == {"coordinator"}
