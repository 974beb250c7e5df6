"""The keyboard alone reaches and opens everything, shows where it is, and comes back from what it closed."""

import pytest
from django.test import Client
from playwright.sync_api import expect

from tests.browser.conftest import PHONE
from tests.browser.pages import fill

# What can be done on a page and was not reached; of a group of radio buttons Tab stops at one.
PASSED_OVER = """
() => {
  const all = "a[href], button:not([disabled]), input:not([type=hidden]):not([disabled]), select, textarea, summary, [tabindex='0']";
  const reached = new Set(Array.from(document.querySelectorAll("[type=radio][data-stop]"), (node) => node.name));
  return Array.from(document.querySelectorAll(all)).filter((node) =>
    node.tabIndex >= 0 && node.checkVisibility({ visibilityProperty: true }) && !node.dataset.stop &&
    !(node.type === "radio" && reached.has(node.name))).map((node) => node.outerHTML.slice(0, 120));
}
"""
# The focused element: its number within the page, and whether it shows that it has the focus.
FOCUSED = """
() => {
  const node = document.activeElement;
  if (node === document.body) return null;
  if (!node.dataset.stop) node.dataset.stop = String(document.querySelectorAll("[data-stop]").length + 1);
  const shown = [node, node.closest(".ts-control"), node.closest("label"), node.labels && node.labels[0]].filter(Boolean).some((one) => {
    const style = getComputedStyle(one);
    return (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0) || style.boxShadow !== "none";
  });
  return { stop: node.dataset.stop, shown, what: node.outerHTML.slice(0, 120) };
}
"""


def walk(page):
    """[what has the focus] at each press of Tab from the top of the page to its end; a date has several parts."""
    stops, numbers = [], []
    while True:
        page.keyboard.press("Tab")
        found = page.evaluate(FOCUSED)
        if found is None or found["stop"] in numbers[:-1]:
            return stops
        if found["stop"] not in numbers:
            numbers.append(found["stop"])
            stops.append(found)


@pytest.fixture
def made(world):
    client = Client()
    client.force_login(world.coordinator)
    return fill(world, client)


def test_tab_reaches_everything_and_shows_where_it_is(world, made, open_as):
    page = open_as(world.coordinator)
    hidden, missed = [], []
    for address in (
        "/?year=2022",
        "/todo/",
        "/calendar/",
        "/ledgers/outreach-events/",
        "/ledgers/outreach-events/new/",
        f"/ledgers/outreach-events/{made['event'].pk}/",
    ):
        page.goto(address)
        stops = walk(page)
        hidden += [f"{address}: {stop['what']}" for stop in stops if not stop["shown"]]
        missed += [f"{address}: {what}" for what in page.evaluate(PASSED_OVER)]
    assert not missed, "\n".join(missed)
    assert not hidden, "\n".join(hidden)


def test_the_first_stop_leads_past_the_menu(world, open_as):
    page = open_as(world.coordinator)
    page.goto("/todo/")
    page.keyboard.press("Tab")
    expect(page.locator(".skip-link")).to_be_focused()
    expect(page.locator(".skip-link")).to_be_in_viewport(ratio=1)
    page.keyboard.press("Enter")
    expect(page.locator("#content")).to_be_focused()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('main') !== null")


def test_the_menu_of_a_phone_opens_and_closes_with_the_focus(world, open_as):
    page = open_as(world.clerk_a, PHONE)
    page.emulate_media(reduced_motion="reduce")
    page.goto("/todo/")
    button = page.locator("[aria-label=打开菜单]")
    button.press("Enter")
    expect(page.locator(".portal-menu .btn-close")).to_be_in_viewport(ratio=1)
    assert page.evaluate("document.activeElement.closest('.portal-menu') !== null")
    page.keyboard.press("Escape")
    expect(page.locator(".portal-menu")).to_be_hidden()
    expect(button).to_be_focused()


def test_what_folds_opens_with_enter(world, made, open_as):
    page = open_as(world.coordinator)
    page.goto("/ledgers/outreach-events/")
    group = page.locator(".menu-group summary").filter(has_text="公开").first
    group.press("Enter")
    expect(page.get_by_role("link", name="三务公开", exact=True)).to_be_visible()
    page.get_by_role("link", name="三务公开", exact=True).press("Enter")
    expect(page.locator("h1")).to_have_text("三务公开")


def test_a_list_to_choose_from_works_with_arrows_and_escape(world, open_as):
    page = open_as(world.clerk_a)
    page.goto("/ledgers/outreach-events/new/")
    box = page.locator(".field-laws .ts-control input")
    box.focus()
    page.keyboard.type("保密法")
    option = page.locator(".field-laws .ts-dropdown .option")
    expect(option).to_have_count(1)
    page.keyboard.press("Enter")
    expect(page.locator(".field-laws .ts-control .item")).to_contain_text("保守国家秘密法")
    page.keyboard.press("Escape")
    expect(page.locator(".field-laws .ts-dropdown")).to_be_hidden()


def test_a_day_of_the_calendar_is_moved_and_an_item_ticked_off(world, open_as):
    page = open_as(world.coordinator)
    page.goto("/calendar/?year=2026")
    month = page.locator("#month-1")
    if not month.get_attribute("open"):
        month.locator("summary").first.press("Enter")
    line = month.locator(".day").filter(has_text="签订责任书")
    line.locator("summary").press("Enter")
    line.locator("input[type=date]").fill("2026-01-15")
    line.locator("button:has-text('保存')").press("Enter")
    expect(page.locator(".message-success")).to_contain_text("的日期已改为1月15日")
    line = page.locator("#month-1 .day").filter(has_text="调整领导小组")
    page.locator("#month-1 > summary").press("Enter")
    line.locator("button").first.press("Enter")
    expect(page.locator(".message-success")).to_contain_text("“调整领导小组”已勾选办结。")
