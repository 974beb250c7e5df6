"""The main job, played by several people from the first entry to the printed report."""

import datetime
import re

import pytest
from PIL import Image
from playwright.sync_api import expect

from outreach.models import OutreachEvent
from reports.models import AnnualReport, Revision
from tests.browser.conftest import PHONE, assert_fits
from tests.reports.texts import PARTS, SIGNATURE
from tests.reports.typesetting.page import body_lines, pages
from township.records.models import Citation, State

TEXT = (
    "一、成效\n全年开展“法律进乡村”活动{{法律进乡村活动次数}}次，参加群众{{普法活动参加人次}}人次。"
    + PARTS
    + SIGNATURE
)


@pytest.fixture
def photos(tmp_path):
    """Three different photos as a phone would make them."""
    paths = []
    for number, colour in enumerate(("red", "green", "blue")):
        path = tmp_path / f"现场{number + 1}.jpg"
        Image.new("RGB", (640, 480), colour).save(path, quality=80)
        paths.append(path)
    return paths


@pytest.fixture
def report(world):
    return AnnualReport.objects.create(
        area=world.township,
        year=2022,
        title="毛俊镇2022年法治政府建设情况报告",
        text=TEXT,
        cutoff=datetime.date(2022, 12, 31),
        created_by=world.coordinator,
        updated_by=world.coordinator,
    )


def sentence(page, report):
    """The report's sentence as its text stands now."""
    return page.request.get(f"/reports/{report.pk}/draft.txt").text()


def press(page, report, verb, *, said="", **fields):
    """Fill in and press one button of the report's page, and wait for its answer."""
    page.goto(f"/reports/{report.pk}/")
    form = page.locator(f"form:has(button:text-is('{verb}'))")
    for name, value in fields.items():
        form.locator(f"[name={name}]").fill(value)
    form.locator(f"button:text-is('{verb}')").click()
    page.wait_for_selector(f"text={said or f'已{verb}'}")


def test_from_a_village_photo_to_the_signed_report(world, open_as, report, photos, make):
    make(OutreachEvent, area=world.b, attendance=60, state=State.APPROVED)
    clerk, leader = open_as(world.clerk_a, PHONE), open_as(world.deputy)
    assert "活动1次，参加群众60人次" in sentence(leader, report)

    # A village clerk enters an event with three photos on a phone and submits.
    clerk.goto("/ledgers/outreach-events/new/")
    assert_fits(clerk)
    clerk.fill("[name=date]", "2022-03-05")
    clerk.fill("[name=title]", "春耕普法进田间")
    clerk.select_option("[name=setting]", label="进乡村")
    clerk.fill("[name=attendance]", "500")
    clerk.set_input_files("[name=files]", photos)
    clerk.click(".form-buttons button[value=submit]")
    clerk.wait_for_url(re.compile(r"/ledgers/outreach-events/\d+/$"))
    assert_fits(clerk)
    event = OutreachEvent.objects.get(title="春耕普法进田间")
    assert (event.state, event.keeper, event.created_by) == (State.SUBMITTED, world.a, world.clerk_a)
    assert Citation.objects.filter(record_id=event.pk).count() == 3

    # Figure and sentence change at once, marked as not yet reviewed.
    assert "活动2次，参加群众560人次" in sentence(leader, report)
    leader.goto(f"/reports/{report.pk}/")
    assert "含未审核 1 条" in leader.content()

    # The reviewer returns it with a reason; it no longer counts.
    reviewer = open_as(world.reviewer)
    reviewer.goto(f"/ledgers/outreach-events/{event.pk}/")
    reviewer.click("summary:has-text('退回修改')")
    reviewer.fill("#reason-return", "人数与签到表不一致，请核对。")
    reviewer.click("button:has-text('确认退回修改')")
    reviewer.wait_for_load_state()
    event.refresh_from_db()
    assert event.state == State.RETURNED
    assert "活动1次，参加群众60人次" in sentence(leader, report)

    # The clerk sees why, mends it and submits again.
    clerk.goto(f"/ledgers/outreach-events/{event.pk}/")
    assert "人数与签到表不一致" in clerk.content()
    clerk.goto(f"/ledgers/outreach-events/{event.pk}/edit/")
    clerk.fill("[name=attendance]", "50")
    clerk.click(".form-buttons button[value=submit]")
    clerk.wait_for_url(f"**/ledgers/outreach-events/{event.pk}/")
    event.refresh_from_db()
    assert (event.state, event.attendance) == (State.SUBMITTED, 50)

    # The reviewer approves in bulk.
    reviewer.goto("/ledgers/outreach-events/?state=submitted")
    reviewer.check(f"[name=chosen][value='{event.pk}']")
    reviewer.click("button:has-text('批量审核')")
    reviewer.wait_for_load_state()
    event.refresh_from_db()
    assert (event.state, event.reviewed_by) == (State.APPROVED, world.reviewer)

    # The coordinator mends the text, has the figures confirmed, locks the report and sends it for review.
    coordinator = open_as(world.coordinator)
    coordinator.goto(f"/reports/{report.pk}/edit/")
    coordinator.fill("#report-text", TEXT.replace("全年", "全年共"))
    expect(coordinator.locator("#save-state")).to_have_text("已保存", timeout=15_000)
    press(coordinator, report, "发起核数")
    office = open_as(world.office_clerk, PHONE)
    office.goto("/todo/")
    office.click("a:has-text('去核对')")
    assert_fits(office)
    expect(office.locator("main")).to_contain_text("2次")
    office.click("button:has-text('数据无误，确认')")
    office.wait_for_selector("text=已确认 2 个数据")
    press(coordinator, report, "定稿锁定", said="第1稿已定稿锁定")
    press(coordinator, report, "送审")

    # The leader reviews it; deliberation and signing happened on paper and are registered.
    press(leader, report, "审核通过")
    press(coordinator, report, "登记审议", who="镇党委会议")
    press(coordinator, report, "登记签发", who="周敏", reference="毛政〔2023〕1号")
    report.refresh_from_db()
    assert report.state == AnnualReport.State.SIGNED

    # The PDF is downloaded, with its number on the first page.
    with coordinator.expect_download() as download:
        coordinator.click(".report-revisions li:first-child a:has-text('下载 PDF')")
    content = download.value.path().read_bytes()
    assert bytes(Revision.objects.get(ordinal=2).pdf) == content
    printed = "".join(line.text for page in pages(content) for line in body_lines(page))
    assert "毛政〔2023〕1号" in printed
    assert "全年共开展“法律进乡村”活动2次，参加群众110人次。" in printed

    # A late edit leaves the locked PDF unchanged, and the page says what would differ.
    reviewer.goto(f"/ledgers/outreach-events/{event.pk}/edit/")
    assert "已用于2022年度报告" in reviewer.content()
    reviewer.fill("[name=attendance]", "90")
    reviewer.fill("[name=correction]", "签到表漏记一页")
    reviewer.click(".form-buttons button[value=submit]")
    reviewer.wait_for_url(f"**/ledgers/outreach-events/{event.pk}/")
    event.refresh_from_db()
    assert event.attendance == 90
    again = coordinator.request.get(f"/reports/{report.pk}/revisions/2.pdf").body()
    assert again == content
    coordinator.goto(f"/reports/{report.pk}/")
    assert "报告里是 110人次，现在是 150人次" in coordinator.content()
