"""A task of the year, from the coordinator's desk to the office that answers for it on a phone."""

import datetime
import re

from playwright.sync_api import expect

from outreach.models import OutreachEvent
from tests.browser.conftest import PHONE, assert_fits
from township.figures.models import PlanItem
from township.records.models import State


def test_a_task_with_its_progress_is_carried_on_by_its_office(world, open_as, make):
    year = datetime.date.today().year
    make(OutreachEvent, area=world.township, office=world.office, date=datetime.date(year, 1, 1))
    desk = open_as(world.coordinator)
    desk.goto("/ledgers/plan-items/new/")
    desk.select_option("[name=plan]", label="普法计划")
    desk.fill("[name=title]", "全年开展普法活动4场")
    desk.select_option("[name=office]", label="派出所")
    desk.fill("[name=deadline]", f"{year}-12-31")
    desk.select_option("[name=indicator]", label="普法活动场次")
    desk.fill("[name=target]", "4")
    desk.click(".form-buttons button[value=submit]")
    desk.wait_for_url(re.compile(r"/ledgers/plan-items/\d+/$"))
    item = PlanItem.objects.get()
    assert (item.unit, item.office, item.stage) == ("场", world.office, "not_started")
    expect(desk.locator(".task-value")).to_have_text("1／4场（25%）")
    assert desk.get_attribute(".task-bar", "value") == "25"
    desk.click(".task-value a")
    desk.wait_for_url(re.compile("figure=outreach.events"))
    assert desk.locator(".list-table tbody tr").count() == 1

    # It stands in the overview and in the office's list of waiting work; the office carries it on.
    desk.goto(f"/?year={year}")
    expect(desk.locator("[aria-labelledby=plan-heading]")).to_contain_text("全年开展普法活动4场")
    PlanItem.objects.update(state=State.APPROVED)
    phone = open_as(world.office_clerk, PHONE)
    phone.goto("/todo/")
    assert_fits(phone)
    phone.click("text=全年开展普法活动4场")
    phone.wait_for_url(re.compile(r"/ledgers/plan-items/\d+/$"))
    assert_fits(phone)
    expect(phone.locator("main")).to_contain_text("只含本部门的记录")
    phone.click("main a:has-text('修改')")
    phone.select_option("[name=stage]", label="未完成")
    phone.click(".form-buttons button[value=submit]")
    phone.wait_for_selector("text=任务未完成的，请写明原因。")
    phone.select_option("[name=stage]", label="已完成")
    phone.click(".form-buttons button[value=submit]")
    phone.wait_for_url(re.compile(r"/ledgers/plan-items/\d+/$"))
    item.refresh_from_db()
    assert (item.stage, item.state) == ("done", State.SUBMITTED)
    phone.goto("/todo/")
    expect(phone.locator("main")).not_to_contain_text("全年开展普法活动4场")
    phone.goto("/ledgers/legal-aware-people/")
    assert_fits(phone)
