"""What nobody foresaw, added without code: a register and an indicator of the township's own, into a sentence."""

import datetime

from playwright.sync_api import expect

from reports.models import AnnualReport
from tests.browser.conftest import DESK, PHONE, assert_fits
from township.figures.models import OwnIndicator
from township.people.models import Area
from township.records.models import OwnRegister
from township.records.register import registry


def set_up_register(page):
    """困难群众走访 with a count and a single choice."""
    page.goto("/settings/registers/")
    page.click("text=新建台账")
    page.fill("[name=label]", "困难群众走访")
    page.fill("[name=unit]", "次")
    page.fill("[name=fields-0-label]", "慰问户数")
    page.fill("[name=fields-0-unit]", "户")
    page.check("[name=fields-0-required]")
    page.fill("[name=fields-1-label]", "对象")
    page.select_option("[name=fields-1-kind]", "choice")
    expect(page.locator("[name=fields-1-unit]")).to_be_hidden()
    page.fill("[name=fields-1-choices]", "困难户\n五保户")
    page.click("text=加一行")
    page.fill("[name=fields-2-label]", "慰问金")
    page.select_option("[name=fields-2-kind]", "amount")
    page.fill("[name=fields-2-unit]", "元")
    assert_fits(page)
    page.click("button:text-is('保存')")
    expect(page.locator("main")).to_contain_text("“困难群众走访”已保存")
    assert_fits(page)


def enter(page, households, kind):
    slug = OwnRegister.objects.get().slug
    page.goto(f"/ledgers/{slug}/new/")
    page.fill("[name=count_1]", str(households))
    page.select_option("[name=choice_1]", label=kind)
    assert_fits(page)
    page.click("button:text-is('提交')")
    expect(page.locator("main")).to_contain_text("已提交")


def test_a_register_and_an_indicator_of_ones_own(world, open_as):
    coordinator, clerk = open_as(world.coordinator, DESK), open_as(world.clerk_a, PHONE)
    set_up_register(coordinator)
    for households, kind in ((3, "困难户"), (4, "困难户"), (5, "五保户")):
        enter(clerk, households, kind)

    coordinator.goto("/settings/registers/")
    coordinator.click("text=为它建指标")
    preview = coordinator.locator("#own-preview")
    coordinator.select_option("[name=measure]", label="慰问户数（户），各条相加")
    expect(preview).to_contain_text("12户次")
    coordinator.check("label:has-text('困难户') input")
    expect(preview).to_contain_text("7户次")
    expect(preview).to_contain_text("数到的记录（2 条）")
    coordinator.click("text=放进“口径”再改")
    expect(coordinator.locator("[name=definition]")).to_have_value(
        "困难群众走访中对象为“困难户”的慰问户数（户）各条相加，按日期计。"
    )
    coordinator.fill("[name=label]", "走访困难户户次")
    coordinator.click("button:text-is('保存')")
    expect(coordinator.locator("main")).to_contain_text("“走访困难户户次”已保存")
    assert_fits(coordinator)
    assert OwnIndicator.objects.get().unit == "户次"

    year = datetime.date.today().year
    report = AnnualReport.objects.create(
        area=world.township, year=year, title="毛俊镇报告", text="", cutoff=f"{year}-12-31"
    )
    coordinator.goto(f"/reports/{report.pk}/edit/")
    coordinator.fill("#report-text", "一、成效\n全年走访困难户{{走访困难户户次}}户次。")
    expect(coordinator.locator("#save-state")).to_have_text("已保存")
    report.refresh_from_db()
    text = coordinator.request.get(f"/reports/{report.pk}/draft.txt").text()
    assert "全年走访困难户7户次。" in text


def test_the_pages_fit_a_phone(world, open_as):
    page = open_as(world.coordinator, PHONE)
    set_up_register(page)
    known = registry.for_area(Area.objects.get(pk=world.township.pk))
    sources = ["ratio", "outreach-events", "disputes", "teams/members", OwnRegister.objects.get().slug]
    assert all(known.get(source.partition("/")[0]) for source in sources[1:])
    page.goto("/settings/indicators/")
    assert_fits(page)
    page.click("text=新建指标")
    assert_fits(page)
    for source in sources:
        page.goto(f"/settings/indicators/new/?source={source}")
        assert_fits(page)
    page.click("button:text-is('保存')")
    expect(page.locator("main")).to_contain_text("请填写名称。")
    assert_fits(page)
