"""A half-filled form outlives its session in the browser; the pages of sessions, second factor and audit fit."""

import re

import pyotp
from playwright.sync_api import expect

from outreach.models import OutreachEvent
from tests.browser.conftest import PHONE, assert_fits
from tests.browser.test_entry import fill_event
from tests.conftest import PASSWORD
from township.people.models import OpenSession


def test_what_is_typed_stays_on_the_page_when_the_session_has_ended(world, open_as):
    world.clerk_a.set_password(PASSWORD)
    world.clerk_a.save()
    page = open_as(world.clerk_a)
    page.clock.install()
    page.goto("/ledgers/outreach-events/new/")
    fill_event(page, title="春耕普法", attendance="35")
    OpenSession.objects.all().delete()
    page.clock.fast_forward("40:00")
    page.click("button:has-text('提交')")
    said = page.locator("[data-signed-out]")
    expect(said).to_contain_text("填写的内容和照片都还在本页")
    assert page.input_value("[name=title]") == "春耕普法"
    with page.context.expect_page() as opened:
        said.locator("a").click()
    window = opened.value
    window.fill("[name=username]", "clerk_a")
    window.fill("[name=password]", PASSWORD)
    window.click("button:has-text('登录')")
    window.wait_for_url(re.compile("/$"))
    page.click("button:has-text('保存草稿')")
    page.wait_for_url(re.compile(r"/ledgers/outreach-events/\d+/$"))
    assert OutreachEvent.objects.get().attendance == 35


def test_setting_the_second_factor_up_on_a_phone(world, open_as):
    page = open_as(world.deputy, PHONE)
    page.goto("/sessions/")
    assert_fits(page)
    expect(page.locator(".session-line")).to_have_count(1)
    page.click("main a:has-text('动态口令')")
    expect(page.locator(".factor-picture svg")).to_be_visible()
    assert_fits(page)
    expect(page.locator(".factor-secret")).to_be_visible()
    page.fill("[name=code]", pyotp.TOTP(page.inner_text(".factor-secret")).now())
    page.click("button:has-text('启用')")
    expect(page.locator(".recovery-codes li")).to_have_count(10)
    assert_fits(page)
    auditor = open_as(world.auditor, PHONE)
    auditor.goto("/audit/")
    expect(auditor.locator("h1")).to_have_text("审计记录")
    assert_fits(auditor)
