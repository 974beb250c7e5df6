"""A mediator works one case from the application to the follow-up and takes the volume along."""

import io
import re

import pdfplumber
from playwright.sync_api import expect

from disputes.models import Dispute, MediationCommittee
from tests.browser.conftest import PHONE, assert_fits
from tests.disputes.test_papers import FIELDS
from township.people.trail.models import AuditEvent

NAMES = ("欧阳䶮", "㛃喆堃")


def row(page, table, number):
    return page.locator(f"[data-lines={table}] [data-line]").nth(number)


def add_row(page, table):
    rows = page.locator(f"[data-lines={table}] [data-line-rows] [data-line]")
    number = rows.count()
    page.click(f"[data-lines={table}] [data-add-line]")
    expect(rows).to_have_count(number + 1)
    return number


def fill(page, prefix="", **values):
    for name, value in values.items():
        field = page.locator(f"[name={prefix}{name}]")
        if field.evaluate("element => element.tagName") == "SELECT":
            field.select_option(value)
        else:
            field.fill(value)


def choose(page, name, text):
    """Choose in a list that is searched by typing."""
    box = page.locator(f".field-{name} .ts-control")
    box.click()
    box.locator("input").type(text)
    page.locator(f".field-{name} .ts-dropdown .option", has_text=text).first.click()


def save(page):
    page.click(".form-buttons button[value=submit]")
    page.wait_for_url(re.compile(r"/ledgers/disputes/\d+/$"))


def edit(page):
    page.click(".page-acts >> text=修改")
    page.wait_for_selector("[data-record-form]")


def test_from_the_application_to_the_follow_up(world, open_as):
    committee = MediationCommittee.objects.create(
        area=world.township, keeper=world.township, date="2020-01-01", title="毛俊镇调委会", kind="township"
    )
    page = open_as(world.mediator)
    page.goto("/ledgers/disputes/new/")
    fill(page, date="2022-03-05", area=str(world.a.pk), kind="neighbours", origin="application")
    fill(page, summary="甲、乙因排水沟走向发生争执。", committee=str(committee.pk), people_involved="2")
    fill(page, applied_on="2022-03-05", request="请求疏通排水沟。")
    for number, (name, side) in enumerate(zip(NAMES, ("applicant", "respondent"), strict=True)):
        fill(page, f"parties-{number}-", name=name, side=side, consent="given", phone="13912345678")
    save(page)
    expect(page.locator(".facts").first).to_contain_text("（2022）毛俊人调字第001号")
    expect(page.locator(".facts").first).to_contain_text("2022-04-04")

    # The mediation, at first with a day that cannot be.
    edit(page)
    number = add_row(page, "sessions")
    fill(
        page,
        f"sessions-{number}-",
        held_on="2022-03-04",
        place="村委会",
        minutes="双方各有让步。",
        outcome="agreed",
    )
    choose(page, "mediators", "陈志远")
    fill(page, result="agreed", closed_on="2022-03-09", agreement_form="written")
    fill(page, agreed_on="2022-03-09", effective_on="2022-03-09", terms="甲于三日内疏通排水沟。")
    fill(page, confirmation="applied", confirmation_applied_on="2022-03-20")
    page.click(".form-buttons button[value=submit]")
    page.wait_for_selector("text=调解日期不能早于受理日期。")
    assert page.input_value(f"[name=sessions-{number}-minutes]") == "双方各有让步。"
    fill(page, f"sessions-{number}-", held_on="2022-03-09")
    save(page)
    expect(page.locator(".facts").first).to_contain_text("回访期限")

    edit(page)
    number = add_row(page, "follow_ups")
    fill(page, f"follow_ups-{number}-", visited_on="2022-04-08", performance="done", satisfaction="satisfied")
    fill(page, f"follow_ups-{number}-", found="沟已疏通。")
    save(page)
    expect(page.locator(".facts").first).not_to_contain_text("回访期限")
    assert_fits(page)

    with page.expect_download() as download:
        page.click("text=下载整卷")
    case = Dispute.objects.get()
    assert download.value.suggested_filename == f"案卷{case.pk}-整卷.pdf"
    with pdfplumber.open(io.BytesIO(download.value.path().read_bytes())) as pdf:
        text = re.sub(r"\s", "", "".join(one.extract_text() for one in pdf.pages))
    bound = (
        "cover",
        "contents",
        "application",
        "rights",
        "session",
        "agreement",
        "follow-up",
        "confirmation",
        "closing",
    )
    wanted = {re.sub(r"\s", "", label) for key in bound for label in FIELDS[key]}
    assert [
        label for label in (*wanted, *NAMES, "甲于三日内疏通排水沟。", "沟已疏通。") if label not in text
    ] == []
    assert (
        AuditEvent.objects.filter(
            action="printed", what__contains=f"第 {case.pk} 号", by=world.mediator
        ).count()
        == 1
    )

    phone = open_as(world.mediator, PHONE)
    for address in (
        f"/ledgers/disputes/{case.pk}/",
        f"/ledgers/disputes/{case.pk}/edit/",
        "/cases/statistics/",
        "/search/people/",
    ):
        assert phone.goto(address).status == 200
        assert_fits(phone)
