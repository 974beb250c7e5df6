"""Headless Chromium on the live server: one browser per worker, one context per person.

A console error, a page error or a violation of the content-security policy fails the test.
"""

import os

import pytest
from django.conf import settings
from django.test import Client

from .available import FLAGS, chromium

# Playwright's synchronous API runs inside an event loop; Django would take that for asynchronous code.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")

PHONE = {"width": 360, "height": 740}
DESK = {"width": 1280, "height": 800}
# The browser itself reports these answers on its console; the tests look at the pages instead.
EXPECTED = (
    "net::ERR_INTERNET_DISCONNECTED",
    "status of 401",
    "status of 404",
    "status of 409",
    "status of 422",
)
# A test acts the moment an element is there, on a busy machine before the page's own scripts listen to it. Nobody's
# hand is that quick: what cannot be seen cannot be clicked or filled in, so the page shows once it is ready.
SHOWN_WHEN_READY = """
(() => {
  const show = (how) => { if (document.documentElement) document.documentElement.style.visibility = how; };
  new MutationObserver((_, watch) => { show("hidden"); watch.disconnect(); }).observe(document, { childList: true });
  addEventListener("load", () => show(""));
})();
"""


def pytest_collection_modifyitems(items):
    for item in items:
        if "tests/browser/" in str(item.path).replace(os.sep, "/"):
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def browser():
    from playwright.sync_api import sync_playwright

    path = chromium()
    if path is None:
        pytest.skip("没有能用的 Chromium")
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=path, args=list(FLAGS[1:]))
        yield running
        running.close()


@pytest.fixture
def open_as(browser, live_server, tmp_path):
    """`open_as(user, size)` gives a page of that person, signed in (nobody: None); `scripts=False` as old webviews have it."""
    contexts, complaints = [], []

    def _open_as(user, size=DESK, scripts=True):
        context = browser.new_context(
            viewport=size,
            base_url=live_server.url,
            locale="zh-CN",
            timezone_id="Asia/Shanghai",
            accept_downloads=True,
            java_script_enabled=scripts,
        )
        context.add_init_script(SHOWN_WHEN_READY)
        if user is not None:
            client = Client()
            client.force_login(user)
            name = settings.SESSION_COOKIE_NAME
            context.add_cookies([{"name": name, "value": client.cookies[name].value, "url": live_server.url}])
        page = context.new_page()
        page.set_default_timeout(15_000)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on(
            "console",
            lambda message: (
                complaints.append(message.text)
                if message.type == "error" and not any(part in message.text for part in EXPECTED)
                else None
            ),
        )
        contexts.append(context)
        return page

    yield _open_as
    for context in contexts:
        context.close()
    assert complaints == []


def assert_fits(page):
    """No horizontal scrolling."""
    wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    assert wide <= 0, f"{page.url} is {wide} px too wide"
