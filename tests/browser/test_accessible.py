"""axe finds nothing on any page of the portal: names, roles, contrast, landmarks and the order of headings."""

from pathlib import Path

from django.conf import settings
from django.test import Client
from django.urls import reverse
from playwright.sync_api import expect

from tests.browser.conftest import PHONE
from tests.browser.pages import NO_PAGES, addresses, fill, visits

# Milliseconds for the editor, which has loaded once the PDF beside the text is set.
SLOW = 30_000
AXE = Path(settings.NODE_MODULES, "axe-core", "axe.min.js")
RUN = """
async () => {
  const found = await axe.run(document, {
    iframes: false,
    resultTypes: ["violations"],
    runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"],
  });
  return found.violations.map((one) => {
    const checks = one.nodes[0].any.concat(one.nodes[0].all, one.nodes[0].none);
    return `${one.id} × ${one.nodes.length}: ${one.nodes[0].target.join(" ")}: ${checks.map((check) => check.message).join(" ")}`;
  });
}
"""


def test_every_address_has_its_place(world):
    client = Client()
    client.force_login(world.coordinator)
    visited = {name for name, *_ in visits(world, fill(world, client))}
    others = set().union(*NO_PAGES.values())
    assert (visited | others, visited & others) == (addresses(), set())


def test_axe_finds_nothing_on_any_page(world, open_as):
    client = Client()
    client.force_login(world.coordinator)
    made = fill(world, client)
    pages, found = {}, []
    for name, args, query, who in visits(world, made):
        if who not in pages:
            pages[who] = open_as(world.users.get(who))
            pages[who].add_init_script(path=AXE)
        page = pages[who]
        address = f"{reverse(name, args=args)}?{query}".rstrip("?")
        assert page.goto(address, wait_until="domcontentloaded").status == 200, address
        # Pages are hidden until they have loaded, and axe looks at what is shown.
        expect(page.locator("h1")).to_be_visible(timeout=SLOW)
        found += [f"{address} ({who}): {complaint}" for complaint in page.evaluate(RUN)]
    assert not found, "\n".join(found)


def test_axe_finds_nothing_on_a_refused_form_an_open_menu_and_a_missing_page(world, open_as):
    page = open_as(world.clerk_a, PHONE)
    page.add_init_script(path=AXE)
    page.goto("/ledgers/outreach-events/new/")
    page.click(".form-buttons button[value=submit]")
    expect(page.locator("[aria-invalid=true]").first).to_be_visible()
    assert page.evaluate(RUN) == []
    page.goto("/ledgers/outreach-events/")
    page.click("[aria-label=打开菜单]")
    expect(page.locator(".portal-menu .btn-close")).to_be_in_viewport(ratio=1)
    assert page.evaluate(RUN) == []
    page.goto("/ledgers/outreach-events/999/")
    assert page.evaluate(RUN) == []
