"""A clerk's last year: a messy old workbook dropped in, a column matched, two cells mended, imported, undone."""

import base64
import datetime
import io
import re

import pytest
import xlwt
from playwright.sync_api import expect

from outreach.models import OutreachEvent
from tests.browser.conftest import PHONE, assert_fits
from township.records.models import State

DROP = """
([name, data]) => {
  const bytes = Uint8Array.from(atob(data), (char) => char.charCodeAt(0));
  const carried = new DataTransfer();
  carried.items.add(new File([bytes], name));
  const drop = document.querySelector("[data-drop]");
  for (const kind of ["dragenter", "dragover", "drop"]) {
    drop.dispatchEvent(new DragEvent(kind, { dataTransfer: carried, bubbles: true, cancelable: true }));
  }
}
"""


@pytest.fixture
def messy():
    """An .xls as an office keeps it: title, merged cells, dates in every style, a total and a remark."""
    book = xlwt.Workbook()
    sheet = book.add_sheet("普法")
    sheet.write_merge(0, 0, 0, 6, "毛俊镇2022年普法活动台账")
    for column, header in enumerate(
        ["序号", "时间", "村别", "活动内容", "法律几进", "来了多少群众", "发放资料（份）"]
    ):
        sheet.write(2, column, header)
    rows = [
        ("3月5日", "甲村", "春耕普法进田间", "乡村", "约120人", "200份"),
        (datetime.date(2022, 4, 15), "甲", "国家安全教育日宣讲", "进乡村", 80, 150),
        ("2022.6.26", "已村", "禁毒宣传", "进社区", "六十", None),
        ("2022年12月4日", "乙村", "宪法宣传周启动仪式", "进学校", "很多人", 300),
    ]
    style = xlwt.easyxf(num_format_str="yyyy-m-d")
    for number, cells in enumerate(rows):
        sheet.write(3 + number, 0, number + 1)
        for column, value in enumerate(cells, 1):
            if value is not None:
                sheet.write(3 + number, column, value, *([style] if isinstance(value, datetime.date) else []))
    sheet.write(7, 0, "合计")
    sheet.write(7, 5, 260)
    sheet.write(8, 0, "注：以上数据由司法所汇总。")
    buffer = io.BytesIO()
    book.save(buffer)
    return base64.b64encode(buffer.getvalue()).decode()


def test_from_a_messy_workbook_to_records_and_back(world, open_as, messy):
    page = open_as(world.coordinator)
    page.goto("/ledgers/outreach-events/")
    page.click("text=导入表格")
    # The page's script has to be there before something is dropped.
    page.wait_for_url("**/import/")
    assert_fits(page)
    page.evaluate(DROP, ["2022年普法台账（最终版）.xls", messy])
    page.wait_for_url(re.compile(r"/import/\d+/$"))
    assert_fits(page)
    expect(page.locator(".tile-wrong strong")).to_have_text("4")

    # The column that nobody could have guessed.
    page.select_option(".mapping-item:has-text('来了多少群众') select", label="参加群众（人次） *")
    page.click("text=按此对应重新核对")
    page.wait_for_load_state()
    expect(page.locator(".tile-wrong strong")).to_have_text("2")
    expect(page.locator("#row-4")).to_contain_text("读作 2022-03-05")
    expect(page.locator("#row-4")).to_contain_text("读作 约 120（概数）")

    # Two cells are mended where they stand.
    page.click(".tile-wrong")
    page.fill("#row-6 .cell-wrong textarea", "乙村")
    page.press("#row-6 .cell-wrong textarea", "Enter")
    page.wait_for_selector("text=第 6 行已改好")
    page.fill("#row-7 .cell-wrong textarea", "90人")
    page.click("#row-7 button:has-text('保存')")
    page.wait_for_selector("text=第 7 行已改好")
    assert OutreachEvent.objects.count() == 0

    page.click("button:has-text('确认导入')")
    page.wait_for_selector("h1:has-text('已导入')")
    events = OutreachEvent.objects.order_by("date")
    assert [(str(event.date), event.area.name, event.attendance, event.approximate) for event in events] == [
        ("2022-03-05", "甲村", 120, True),
        ("2022-04-15", "甲村", 80, False),
        ("2022-06-26", "乙村", 60, False),
        ("2022-12-04", "乙村", 90, False),
    ]
    assert [event.materials.count() for event in events] == [1, 1, 0, 1]

    page.click("button:has-text('撤销本次导入')")
    page.wait_for_selector("h1:has-text('这次导入已撤销')")
    assert set(OutreachEvent.objects.values_list("state", flat=True)) == {State.VOIDED}


def test_the_verdicts_on_a_phone(world, open_as, messy, tmp_path):
    page = open_as(world.clerk_a, PHONE)
    file = tmp_path / "台账.xls"
    file.write_bytes(base64.b64decode(messy))
    page.goto("/ledgers/outreach-events/import/")
    assert_fits(page)
    page.set_input_files("[name=file]", file)
    page.click("text=上传并核对")
    page.wait_for_url(re.compile(r"/import/\d+/$"))
    assert_fits(page)
    expect(page.locator("#row-7")).to_contain_text("您不能替乙村录入")
