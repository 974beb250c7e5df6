"""考核佐证 as it is done in November: the county's sheet in, items proven, the package out."""

import io
import re
import zipfile

from openpyxl import load_workbook
from playwright.sync_api import expect

from outreach.models import OutreachEvent
from reports.models import Assessment, Tie
from tests.browser.conftest import PHONE, assert_fits
from tests.factories import make_attachment
from tests.reports.assessment.scoring import scoring_sheet
from township.records.models import Attachment

SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def test_a_sheet_of_forty_items_is_proven_and_packed(world, open_as, make, tmp_path):
    event = make(OutreachEvent, title="宪法进乡村宣传")
    photo = make_attachment(event, by=world.clerk_a)
    notice = make_attachment(make(OutreachEvent, title="农民工普法"), by=world.clerk_a, image=False)
    desk = open_as(world.coordinator)
    desk.goto("/assessments/")
    desk.fill("[name=year]", "2022")
    desk.fill("[name=title]", "法治建设考核")
    desk.fill("[name=basis]", "县考核细则（县法办〔2022〕3号）")
    desk.set_input_files(
        "[name=upload]", {"name": "考核表.xlsx", "mimeType": SHEET, "buffer": scoring_sheet(limit=40)}
    )
    desk.click("text=导入，下一步选栏目")
    desk.wait_for_url(re.compile(r"/columns/$"))
    assert desk.input_value("#column-3") == "third"
    desk.click("text=按此读入条目")
    desk.wait_for_url(re.compile(r"/suggestions/$"))
    assessment = Assessment.objects.get()
    items = list(assessment.items.all())
    assert [item.number for item in items] == [str(number) for number in range(1, 41)]
    assert {item.first for item in items[:8]} == {"一、加强党的领导（18分）"}

    # The ten items of outreach and a scoring reason each; the others wait.
    assert desk.locator("[name=tie]:checked").count() > 20
    desk.evaluate("document.querySelectorAll('[name=tie]').forEach((box) => { box.checked = false; })")
    ten = [item for item in items if item.number in map(str, range(15, 25))]
    for item in ten:
        desk.locator(f"[name=tie][value^='{item.pk}:']").first.check()
    desk.click("text=对应勾选的指标")
    desk.wait_for_url(re.compile(rf"/assessments/{assessment.pk}/$"))
    assert Tie.objects.count() == 10
    for item in ten:
        desk.goto(f"/assessments/items/{item.pk}/?q=宪法进乡村")
        desk.click("button[aria-label='对应 宪法进乡村宣传']")
        desk.wait_for_selector("text=已对应。")
        desk.fill("[name=own_points]", str(item.points))
        desk.fill("[name=own_reason]", "按要求完成。")
        desk.click(".form-buttons button:has-text('保存')")
        desk.wait_for_selector("text=已保存。")
    desk.goto(f"/assessments/items/{ten[0].pk}/?q={notice.name}")
    desk.click(f"button[aria-label='对应 {notice.name}']")
    desk.wait_for_selector("text=已对应。")

    desk.goto(f"/assessments/{assessment.pk}/")
    expect(desk.locator(".page-lead")).to_contain_text("已自评 10 条")
    with desk.expect_download() as download:
        desk.click("text=打包佐证")
    check_package(zipfile.ZipFile(download.value.path()), ten, photo, notice)

    desk.click("text=起草自评报告")
    desk.wait_for_url(re.compile(r"/reports/\d+/edit/$"))
    expect(desk.get_by_label("报告正文", exact=True)).to_have_value(
        re.compile("开展普法宣传活动：.*自评3分（分值3分）")
    )

    phone = open_as(world.coordinator, PHONE)
    for path in ("", f"{assessment.pk}/", f"{assessment.pk}/columns/", f"items/{ten[0].pk}/"):
        phone.goto(f"/assessments/{path}")
        assert_fits(phone)


def check_package(package, ten, photo, notice):
    """Every file belongs to an item that its folder and its name say, and opens."""
    files = [name for name in package.namelist() if name != "目录.xlsx"]
    folders = {}
    for name in files:
        folder, _, leaf = name.partition("/")
        number, title = folder.split("-", 1)
        item = next(one for one in ten if one.number == number)
        assert item.name.startswith(title.replace("_", ""))
        assert re.fullmatch(rf"{re.escape(folder)}-\d\d\.(jpg|pdf)", leaf)
        folders.setdefault(number, []).append(package.read(name))
    stored = {one.pk: one.file.read() for one in Attachment.objects.all()}
    assert set(folders) == {item.number for item in ten}
    for contents in folders.values():
        assert contents[0].startswith(b"\xff\xd8") or contents[0].startswith(b"%PDF")
        assert stored[photo.pk] in contents and set(contents) <= set(stored.values())
    assert stored[notice.pk] in folders[ten[0].number]
    index = load_workbook(io.BytesIO(package.read("目录.xlsx"))).active
    listed = [row[5] for row in index.iter_rows(min_row=5, values_only=True) if row[5]]
    assert listed == files
