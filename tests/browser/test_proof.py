"""数据核对 in the editor: jumping to a finding, mending, waiving, sourcing and binding, up to 定稿锁定."""

import datetime

import pytest
from playwright.sync_api import expect

from outreach.models import OutreachEvent
from reports.models import AnnualReport, LearnedWording, TypedFigure, Waiver
from tests.browser.conftest import PHONE, assert_fits
from tests.reports.texts import PARTS, SIGNATURE

TEXT = (
    "一、成效\n1、深入推进平安柳塘建设，在各村(社区)开展“法律进乡村”活动1次，新建法治长廊3处。"
    + PARTS
    + SIGNATURE
)

# Milliseconds for the first proof of a process, which reads the dictionary.
SLOW = 30_000


@pytest.fixture
def report(world, make):
    make(OutreachEvent, attendance=60)
    return AnnualReport.objects.create(
        area=world.township,
        year=2022,
        title="毛俊镇2022年法治政府建设情况报告",
        text=TEXT,
        cutoff=datetime.date(2022, 12, 31),
        created_by=world.coordinator,
        updated_by=world.coordinator,
    )


def saved(page):
    expect(page.locator("#save-state")).to_have_text("已保存", timeout=15_000)


def test_a_pasted_text_is_proofed_and_locked(world, open_as, report):
    page = open_as(world.coordinator)
    # The PDF beside the text takes its time; the panel does not wait for it.
    page.goto(f"/reports/{report.pk}/edit/", wait_until="domcontentloaded")
    panel = page.locator("[data-proof]")
    expect(panel.locator("[data-proof-summary]")).to_contain_text("应改 1", timeout=SLOW)

    # A click on a finding selects what it is about.
    panel.locator("button:has-text('柳塘')").click()
    chosen = "(() => { const t = document.getElementById('report-text'); return t.value.slice(t.selectionStart, t.selectionEnd); })()"
    assert page.evaluate(chosen) == "柳塘"

    # One click mends.
    panel.locator("button:has-text('全部改好')").click()
    expect(page.locator("#report-text")).to_have_value(
        TEXT.replace("1、", "1.").replace("(社区)", "（社区）")
    )
    saved(page)
    expect(panel.locator("h2:has-text('一键改')")).to_have_count(0, timeout=SLOW)

    # The figure that the ledgers know becomes a token, and its wording is remembered.
    panel.locator("li:has-text('法律进乡村活动次数') >> button:has-text('绑定')").click()
    expect(page.locator("#report-text")).to_have_value(
        TEXT.replace("1、", "1.")
        .replace("(社区)", "（社区）")
        .replace("活动1次", "活动{{法律进乡村活动次数}}次")
    )
    expect(panel.locator("h2:has-text('可以改成自动取数的')")).to_have_count(0, timeout=SLOW)
    assert LearnedWording.objects.get().indicator == "outreach.events_rural"

    # The other one gets a source, the error a reason.
    source = panel.locator("input[aria-label='这些数字的出处']")
    source.fill("镇村建办")
    source.press("Enter")
    expect(panel.locator("text=手写的数字都有出处")).to_be_visible(timeout=SLOW)
    panel.locator("li:has-text('柳塘') >> button:has-text('不改，写原因')").click()
    reason = panel.locator("input[aria-label='不改的原因']")
    reason.press("Enter")
    expect(panel.locator("text=请写明不改的原因")).to_be_visible(timeout=SLOW)
    reason.fill("柳塘是本镇自然村")
    reason.press("Enter")
    expect(panel.locator("text=不改的原因：柳塘是本镇自然村")).to_be_visible(timeout=SLOW)
    assert (TypedFigure.objects.count(), Waiver.objects.count()) == (1, 1)

    page.goto(f"/reports/{report.pk}/")
    page.click("button:has-text('定稿锁定')")
    page.wait_for_selector("text=第1稿已定稿锁定")


def test_the_panel_fits_a_phone(world, open_as, report):
    page = open_as(world.coordinator, PHONE)
    page.goto(f"/reports/{report.pk}/edit/", wait_until="domcontentloaded")
    expect(page.locator("[data-proof] h2").first).to_be_visible(timeout=SLOW)
    assert_fits(page)


def test_what_stands_beside_the_text_leads_to_records_and_into_it(world, open_as, report, make):
    make(OutreachEvent, title="没有提交的一场", state="draft")
    text = TEXT.replace("平安柳塘", "平安").replace("活动1次", "活动{{法律进乡村活动次数}}次")
    AnnualReport.objects.filter(pk=report.pk).update(text=text)
    page = open_as(world.coordinator)
    page.goto(f"/reports/{report.pk}/edit/", wait_until="domcontentloaded")

    # A figure unfolds what it counts and what it leaves out.
    page.locator("summary:has-text('引用的数据')").click()
    page.locator("#figures summary:has-text('法律进乡村活动次数')").click()
    expect(page.locator("#figures")).to_contain_text("计入的 1 条")
    expect(page.locator("#figures li:has-text('没有提交的一场')").last).to_contain_text("草稿，还没有提交")

    # A measured gap goes into the part on shortcomings, wherever the cursor was.
    page.locator("summary:has-text('可以写进“不足”的差距')").click()
    page.locator("li:has-text('进社区、进学校、进家庭没有活动') >> button:has-text('插入')").click()
    sentence = "普法对象覆盖还不全面，“法律进社区”“法律进学校”“法律进家庭”还没有开展活动。"
    expect(page.locator("#report-text")).to_have_value(
        text.replace("主要原因是人手少。", f"主要原因是人手少。\n{sentence}")
    )
    saved(page)

    # A report written elsewhere stands beside the text until somebody decides.
    other = {"name": "去年.txt", "mimeType": "text/plain", "buffer": "一、成效\n开展普法。".encode("gb18030")}
    page.set_input_files("#report-file", other)
    page.click("button:has-text('换成文件里的')")
    expect(page.locator("#report-text")).to_have_value("一、成效\n开展普法。")
    saved(page)
    page.set_viewport_size(PHONE)
    assert_fits(page)
