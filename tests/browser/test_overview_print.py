"""The overview on paper: one or two A4 pages with the place, the span and when it was printed."""

import re

from playwright.sync_api import expect

from outreach.models import OutreachEvent


def test_the_overview_prints_on_two_pages_at_most(world, make, open_as):
    for area in (world.a, world.b):
        make(OutreachEvent, area=area, attendance=30)
    page = open_as(world.coordinator)
    page.goto("/?year=2022")
    page.emulate_media(media="print")
    head = page.locator(".print-only")
    expect(head).to_be_visible()
    expect(head).to_have_text(re.compile(r"毛俊镇.*2022年.*打印于\d{4}年\d+月\d+日"))
    expect(page.locator(".figure-choice")).to_be_hidden()
    # A tile is never cut by the end of a page.
    tiles = page.locator(".tile")
    kept = tiles.evaluate_all("tiles => tiles.map(tile => getComputedStyle(tile).breakInside)")
    assert len(kept) > 10
    assert set(kept) == {"avoid"}
    pdf = page.pdf(format="A4", prefer_css_page_size=True)
    assert 1 <= len(re.findall(rb"/Type\s*/Page\b", pdf)) <= 2
