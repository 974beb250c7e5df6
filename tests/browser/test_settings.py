"""Settings in a browser: laws found by their short names, a first sign-in, a copied scheme on a phone."""

import re

from playwright.sync_api import expect

from tests.browser.conftest import PHONE, assert_fits
from township.people.models import User
from township.records.models import Law, Scheme


def type_law(page, text):
    """What the law picker offers for `text`."""
    box = page.locator(".field-laws .ts-control input")
    box.fill("")
    box.type(text)
    return page.locator(".field-laws .ts-dropdown .option")


def test_a_law_is_found_by_part_of_its_name_and_by_its_short_name(world, open_as):
    page = open_as(world.clerk_a)
    page.goto("/ledgers/outreach-events/new/")
    offered = type_law(page, "土地承包")
    expect(offered).to_have_text(
        ["中华人民共和国农村土地承包法", "中华人民共和国农村土地承包经营纠纷调解仲裁法"]
    )
    # 保密法 is no part of the full name.
    offered = type_law(page, "保密法")
    expect(offered).to_have_text(["中华人民共和国保守国家秘密法"])
    offered.first.click()
    chosen = page.eval_on_selector(
        "select[name=laws]", "box => Array.from(box.selectedOptions, o => o.value)"
    )
    assert chosen == [str(Law.objects.get(name="中华人民共和国保守国家秘密法").pk)]


def test_a_new_clerk_from_the_one_time_password_to_the_first_page(world, open_as, browser, live_server):
    manager = open_as(world.coordinator, PHONE)
    manager.goto("/settings/accounts/")
    assert_fits(manager)
    manager.click("text=新增账号")
    manager.fill("[name=name]", "王芳")
    manager.fill("[name=username]", "wangfang")
    manager.select_option("[name=area]", label="甲村")
    manager.check("text=村级填报人")
    assert_fits(manager)
    manager.click("button:has-text('保存')")
    password = manager.input_value("#one-time-password")
    assert_fits(manager)

    clerk = open_as(User.objects.get(username="wangfang"), PHONE)
    clerk.context.clear_cookies()
    clerk.goto("/login/?next=/ledgers/outreach-events/")
    clerk.fill("[name=username]", "wangfang")
    clerk.fill("[name=password]", password)
    clerk.click("button:has-text('登录')")
    expect(clerk.locator("h1")).to_have_text("修改密码")
    assert_fits(clerk)
    clerk.fill("[name=old_password]", password)
    for name in ("new_password1", "new_password2"):
        clerk.fill(f"[name={name}]", "Maojun-2026-a")
    clerk.click("main button:has-text('修改密码')")
    clerk.wait_for_url("**/ledgers/outreach-events/")
    expect(clerk.locator(".message-success")).to_contain_text("密码已修改")


def test_next_years_scheme_is_copied_on_a_phone(world, open_as):
    page = open_as(world.coordinator, PHONE)
    page.goto(f"/settings/lists/schemes/{world.scheme.pk}/")
    page.click("text=复制为新年度")
    assert_fits(page)
    page.fill("[name=name]", "法律五进")
    page.click("text=加一行")
    page.locator("[data-line]").nth(4).locator("[name$='-name']").fill("进寺庙")
    page.click("button:has-text('保存')")
    page.wait_for_url(re.compile("/settings/lists/schemes/$"))
    assert_fits(page)
    scheme = Scheme.objects.get(name="法律五进")
    assert {"rural", "school"} < {member.key for member in scheme.members.all()}
    assert scheme.members.count() == 5
