"""The overview in a browser: the chart, choosing another figure, copying the reminder, and on a phone."""

import datetime
import re

import pytest
from playwright.sync_api import expect

from outreach.models import OutreachEvent
from tests.browser.conftest import PHONE, assert_fits


@pytest.fixture
def year(world, make):
    """Two months of events in the villages."""
    make(OutreachEvent, attendance=30)
    make(OutreachEvent, area=world.b, attendance=45, consultations=9, date=datetime.date(2022, 6, 1))


def month_row(page):
    """This year's row of the table under the chart."""
    return page.locator("#month-chart tbody tr").first.locator("td").all_inner_texts()


def painted(page):
    """Whether the chart's canvas holds more than one colour."""
    return page.evaluate(
        """() => {
            const canvas = document.querySelector("#month-chart canvas");
            const pixels = new Uint32Array(canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height).data.buffer);
            return new Set(pixels).size > 1;
        }"""
    )


def test_another_figure_is_chosen_by_keyboard_and_opens_its_records(year, open_as, world):
    page = open_as(world.coordinator)
    page.emulate_media(reduced_motion="reduce")
    page.goto("/?year=2022")
    expect(page.locator("#month-chart canvas").first).to_be_visible()
    assert painted(page)
    page.focus("#chart-indicator")
    with page.expect_response(re.compile("part=chart")):
        page.select_option("#chart-indicator", label="普法活动参加人次")
    expect(page.locator("#month-chart .chart-title")).to_contain_text("普法活动参加人次")
    expect(page.locator("#month-chart canvas").first).to_be_visible()
    assert month_row(page) == ["0", "0", "30", "0", "0", "45"] + ["0"] * 6
    assert painted(page)
    # The choice keeps the focus, so that the arrow keys go on to the next figure.
    assert page.evaluate("document.activeElement.id") == "chart-indicator"
    page.click("#month-chart tbody tr:first-child td:nth-of-type(6) a")
    expect(page.locator(".mark-value")).to_have_text("45人次")


def test_a_column_of_the_chart_opens_its_records(year, open_as, world):
    page = open_as(world.coordinator)
    page.emulate_media(reduced_motion="reduce")
    page.goto("/?year=2022&chart=outreach.attendance")
    expect(page.locator("#month-chart canvas").first).to_be_visible()
    x, y = page.evaluate(
        """() => echarts.getInstanceByDom(document.querySelector("#month-chart [data-chart]"))
            .convertToPixel({seriesIndex: 0}, [5, 20])"""
    )
    box = page.locator("#month-chart canvas").first.bounding_box()
    # This year's columns stand left of the middle of their month.
    page.mouse.click(box["x"] + x - 6, box["y"] + y)
    expect(page.locator(".mark-value")).to_have_text("45人次")


def test_the_reminder_is_copied_with_one_click(year, open_as, world):
    page = open_as(world.coordinator)
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto("/?year=2022")
    text = page.input_value("#reminder-text")
    assert "甲村：" in text
    page.click("text=复制提醒内容")
    expect(page.locator("#reminder [data-copied]")).to_have_text("已复制")
    assert page.evaluate("navigator.clipboard.readText()") == text


def test_copying_works_without_a_secure_connection(year, open_as, world):
    page = open_as(world.coordinator)
    page.add_init_script("Object.defineProperty(navigator, 'clipboard', {value: undefined})")
    page.goto("/?year=2022")
    page.click("text=复制提醒内容")
    expect(page.locator("#reminder [data-copied]")).to_have_text("已复制")


def test_definitions_and_the_rest_open_without_leaving_the_page(year, open_as, world):
    page = open_as(world.coordinator)
    page.goto("/?year=2022")
    tile = page.locator(".tile").filter(has_text="法律进乡村活动次数")
    tile.locator("summary").press("Enter")
    expect(tile.locator(".tile-definition p")).to_be_visible()
    rest = page.locator(".tile-rest").nth(1)
    rest.locator("summary").click()
    expect(rest.get_by_role("row", name="普法活动参加人次 75人次")).to_be_visible()


@pytest.mark.parametrize(
    "address", ["/?year=2022", "/todo/", "/figures/?year=2022", "/figures/outreach.events/?year=2022"]
)
@pytest.mark.parametrize("name", ["clerk_a", "coordinator"])
def test_every_page_fits_a_phone(year, open_as, world, name, address):
    page = open_as(world.users[name], PHONE)
    page.goto(address)
    assert_fits(page)


def test_a_clerk_answers_a_duty_with_zero_from_a_phone(year, open_as, world):
    page = open_as(world.clerk_a, PHONE)
    page.goto("/?year=2022")
    due = page.locator(".due").filter(has_text="本村1月未报：矛盾纠纷排查。")
    due.get_by_role("button", name="零报告").click()
    expect(page.locator(".message-success")).to_contain_text("甲村2022年1月矛盾纠纷排查已报零")
    expect(page.locator(".due").filter(has_text="本村1月未报：矛盾纠纷排查。")).to_have_count(0)
    expect(page.locator("h1")).to_have_text("工作总览")
