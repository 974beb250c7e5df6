"""A summary from 其他材料: begun, given a table and an internal paragraph, locked, its public edition looked at."""

import pytest
from playwright.sync_api import expect

from outreach.models import OutreachEvent
from reports.models import Manuscript
from tests.browser.conftest import PHONE, assert_fits

QUOTING = "一、主要工作\n开展普法活动{{普法活动场次}}场。\n二、存在的问题\n个别人员情况另报。\n三、下一步打算\n加强培训。"


@pytest.fixture
def events(world, make):
    make(OutreachEvent, attendance=60)


def saved(page):
    expect(page.locator("#save-state")).to_have_text("已保存", timeout=15_000)


def test_a_summary_is_written_and_its_public_edition_looked_at(world, open_as, events):
    page = open_as(world.coordinator)
    page.goto("/papers/")
    assert_fits(page)
    page.locator(".paper-kinds a", has_text="阶段小结").click()
    expect(page.locator("[name=start]")).to_be_hidden()
    page.select_option("[name=span]", "free")
    expect(page.locator("[name=start]")).to_be_visible()
    page.select_option("[name=span]", "year")
    page.fill("[name=year]", "2022")
    page.locator("button:has-text('开始起草')").click()
    text = page.locator("#report-text")
    expect(text).to_have_value(Manuscript.objects.get().text.rstrip("\n") + "\n")

    # The text, with the paragraph at the cursor marked as internal.
    text.fill(QUOTING)
    text.evaluate("(box) => { const p = box.value.indexOf('个别人员'); box.setSelectionRange(p, p); }")
    page.locator("[data-mark-internal]").click()
    expect(text).to_have_value(QUOTING.replace("个别", "【内部】个别"))

    # A table, looked at before it is put at the cursor.
    text.evaluate("(box) => { const p = box.value.indexOf('\\n二、'); box.setSelectionRange(p, p); }")
    page.locator("[data-open-table]").click()
    expect(page.locator("#table-known option").first).to_be_attached()
    page.fill("#table-figure", "普法活动场次")
    expect(page.locator(".table-sample")).to_contain_text("甲村")
    page.locator("#table-insert").click()
    expect(text).to_have_value(
        QUOTING.replace("个别", "【内部】个别").replace("\n二、", "\n{{表：普法活动场次|按村}}\n二、")
    )
    saved(page)

    page.goto(f"/reports/{Manuscript.objects.get().pk}/public/")
    expect(page.locator(".edition-differences")).to_contain_text("不公开：个别人员情况另报。")
    page.set_viewport_size(PHONE)
    assert_fits(page)
    page.locator("a:has-text('返回')").click()
    page.locator("button:has-text('定稿锁定')").click()
    expect(page.locator(".report-revisions")).to_contain_text("第1稿")
    page.goto("/papers/said/")
    expect(page.locator(".said-table")).to_contain_text("普法活动场次")
    assert_fits(page)
