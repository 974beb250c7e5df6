"""Entering on a phone: photos, drafts on the device, pasted messages, and how many taps an event takes."""

import datetime
import io
import re
import time

import pytest
from PIL import ExifTags, Image
from playwright.sync_api import expect

from disputes.models import Dispute
from outreach.models import OutreachEvent
from tests.browser.conftest import DESK, PHONE, assert_fits
from township.people.models import Person
from township.records.models import Attachment, State

NEW = "/ledgers/outreach-events/new/"
SUBMIT = ".form-buttons button[value=submit]"
MOST_TAPS = 12
SAVED = re.compile(r"/ledgers/outreach-events/\d+/$")


def camera_photo(path, number=0):
    """A photo as a phone writes it: 12 megapixels, lying on its side, with time and place of the exposure."""
    noise = Image.effect_noise((1000, 750), 60).convert("RGB").resize((4000, 3000))
    # The part that is up when the camera's orientation is followed.
    noise.paste((220, 30 + number, 30), (0, 0, 1000, 3000))
    exif = Image.Exif()
    exif[ExifTags.Base.Orientation] = 6
    exif.get_ifd(ExifTags.IFD.Exif)[ExifTags.Base.DateTimeOriginal] = "2022:03:05 15:20:30"
    exif.get_ifd(ExifTags.IFD.GPSInfo)[ExifTags.GPS.GPSLatitude] = (25.0, 22.0, 11.0)
    noise.save(path, "JPEG", quality=90, exif=exif)
    return path


@pytest.fixture
def photos(tmp_path):
    return [camera_photo(tmp_path / f"IMG_{number}.jpg", number) for number in range(3)]


def fill_event(page, **values):
    values = {"date": "2022-03-05", "title": "春耕普法进田间", "attendance": "50", **values}
    for name, value in values.items():
        page.fill(f"[name={name}]", value)
    page.select_option("[name=setting]", label="进乡村")


# Photos -------------------------------------------------------------------------------------------


def test_photos_arrive_small_upright_and_with_their_time(world, open_as, photos):
    page = open_as(world.clerk_a, PHONE)
    sizes = []
    page.on("request", lambda request: sizes.append(len(request.post_data_buffer or b"")))
    page.goto(NEW)
    page.set_input_files("[name=files]", photos)
    expect(page.locator(".file-stored")).to_have_count(3, timeout=60_000)
    assert_fits(page)
    assert max(sizes) < photos[0].stat().st_size / 2
    fill_event(page)
    page.click(SUBMIT)
    page.wait_for_url(SAVED)
    # The form itself brings no photo a second time.
    event = OutreachEvent.objects.get()
    stored = Attachment.objects.cited_by("outreach-events", event.pk)
    assert (stored.count(), Attachment.objects.count()) == (3, 3)
    with Image.open(io.BytesIO(stored[0].file.read())) as picture:
        assert picture.size == (1500, 2000)
        assert not picture.getexif()
        red, green, _ = picture.getpixel((750, 100))
        assert red > 180 > green
    taken = datetime.datetime(2022, 3, 5, 15, 20, 30)
    assert stored[0].captured_at.replace(tzinfo=None) + datetime.timedelta(hours=8) == taken


def test_a_press_while_photos_are_under_way_waits_for_them(world, open_as, photos):
    page = open_as(world.clerk_a, PHONE)
    page.goto(NEW)
    fill_event(page)
    page.set_input_files("[name=files]", photos)
    page.click(SUBMIT)
    page.wait_for_url(SAVED)
    assert Attachment.objects.cited_by("outreach-events", OutreachEvent.objects.get().pk).count() == 3


def test_a_dropped_network_is_said_and_the_photo_can_be_sent_again(world, open_as, photos):
    page = open_as(world.clerk_a, PHONE)
    page.goto(NEW)
    page.route("**/files/", lambda route: route.abort("internetdisconnected"))
    page.set_input_files("[name=files]", photos[:1])
    expect(page.locator(".file-upload .field-error")).to_have_text("网络断了，没有传上去。")
    page.unroute("**/files/")
    page.click("button:has-text('重传')")
    expect(page.locator(".file-stored")).to_have_count(1, timeout=60_000)


def test_a_refused_file_says_why_and_does_not_hold_up_the_rest(world, open_as, photos, tmp_path):
    broken = tmp_path / "坏的.jpg"
    broken.write_bytes(b"\xff\xd8\xff\xe0 no picture")
    page = open_as(world.clerk_a, PHONE)
    page.goto(NEW)
    page.set_input_files("[name=files]", [broken, photos[0]])
    expect(page.locator(".file-stored")).to_have_count(1, timeout=60_000)
    expect(page.locator(".file-upload .field-error")).to_contain_text("“坏的.jpg”")
    fill_event(page)
    page.click(SUBMIT)
    page.wait_for_url(SAVED)
    assert Attachment.objects.count() == 1


def test_a_file_that_could_not_be_sent_goes_with_the_form(world, open_as, photos):
    """As it would without the script."""
    page = open_as(world.clerk_a, PHONE)
    page.goto(NEW)
    page.route("**/files/", lambda route: route.abort("internetdisconnected"))
    page.set_input_files("[name=files]", photos[:2])
    expect(page.locator(".file-upload .field-error")).to_have_count(2)
    fill_event(page)
    page.click(SUBMIT)
    page.wait_for_url(SAVED)
    assert Attachment.objects.cited_by("outreach-events", OutreachEvent.objects.get().pk).count() == 2


def test_without_scripts_photos_go_with_the_form(world, open_as, photos):
    page = open_as(world.clerk_a, PHONE, scripts=False)
    page.goto(NEW)
    fill_event(page)
    page.set_input_files("[name=files]", photos[:1])
    page.click(SUBMIT)
    page.wait_for_url(SAVED)
    assert Attachment.objects.cited_by("outreach-events", OutreachEvent.objects.get().pk).count() == 1


# Drafts on the device -----------------------------------------------------------------------------


def kept_drafts(page):
    return page.evaluate(
        "Object.entries(localStorage).filter(([k]) => k.startsWith('draft:')).map(([k, v]) => k + v).join()"
    )


def test_a_closed_page_loses_nothing_and_saving_ends_it(world, open_as):
    page = open_as(world.clerk_a, PHONE)
    page.goto(NEW)
    fill_event(page)
    page.click("summary:has-text('发放资料')")
    page.click("[data-lines=materials] [data-add-line]")
    page.fill("[name=materials-1-quantity]", "80")
    page.goto("/ledgers/outreach-events/")
    page.goto(NEW)
    expect(page.locator(".draft-restored")).to_contain_text("填的内容还没有保存，已自动恢复，请检查后提交。")
    assert_fits(page)
    assert page.input_value("[name=title]") == "春耕普法进田间"
    assert page.input_value("[name=materials-1-quantity]") == "80"
    expect(page.locator("[name=setting] option:checked")).to_have_text("进乡村")
    page.click(SUBMIT)
    page.wait_for_url(SAVED)
    assert kept_drafts(page) == ""
    page.goto(NEW)
    expect(page.locator(".draft-restored")).to_have_count(0)
    assert page.input_value("[name=title]") == ""


def test_a_dropped_network_keeps_the_text(world, open_as):
    page = open_as(world.clerk_a, PHONE)
    page.goto(NEW)
    fill_event(page)
    page.route(f"**{NEW}", lambda route: route.abort("internetdisconnected"))
    page.click(SUBMIT)
    page.wait_for_url("chrome-error://**")
    page.unroute(f"**{NEW}")
    page.goto(NEW)
    assert page.input_value("[name=title]") == "春耕普法进田间"
    page.click(SUBMIT)
    page.wait_for_url(SAVED)
    assert OutreachEvent.objects.count() == 1


def test_a_draft_can_be_thrown_away(world, open_as):
    page = open_as(world.clerk_a, DESK)
    page.goto(NEW)
    fill_event(page)
    page.goto(NEW)
    page.click("button:has-text('不要了，清空')")
    expect(page.locator(".draft-restored")).to_have_count(0)
    assert page.input_value("[name=title]") == ""
    assert kept_drafts(page) == ""


def test_drafts_are_each_persons_and_each_records_own(world, open_as, make):
    page = open_as(world.clerk_a, DESK)
    event = make(OutreachEvent)
    page.goto(f"/ledgers/outreach-events/{event.pk}/edit/")
    page.fill("[name=place]", "晒谷坪")
    page.goto(NEW)
    expect(page.locator(".draft-restored")).to_have_count(0)
    page.goto(f"/ledgers/outreach-events/{event.pk}/edit/")
    assert page.input_value("[name=place]") == "晒谷坪"
    # Somebody else has changed the record: what was typed over the old one is not put over the new one.
    OutreachEvent.objects.update(version=9)
    page.goto(f"/ledgers/outreach-events/{event.pk}/edit/")
    assert page.input_value("[name=place]") == ""


def test_nothing_about_people_is_kept_on_the_device(world, open_as):
    page = open_as(world.mediator, DESK)
    page.goto("/ledgers/disputes/new/")
    page.fill("[name=date]", "2022-03-05")
    page.fill("[name=summary]", "李四与王五争水")
    page.fill("[name=note]", "李四来过")
    page.fill("[name=parties-0-name]", "李四")
    page.fill("[name=parties-0-phone]", "13800001234")
    page.goto("/ledgers/disputes/")
    kept = kept_drafts(page)
    assert "2022-03-05" in kept
    assert not re.search("李四|王五|1380", kept)
    assert Dispute.objects.count() == 0


# Pasting ------------------------------------------------------------------------------------------


def test_a_pasted_message_becomes_a_record_when_it_is_confirmed(world, open_as):
    page = open_as(world.clerk_a, PHONE)
    page.goto("/ledgers/outreach-events/")
    page.click("a:has-text('粘贴识别')")
    assert_fits(page)
    page.fill("[name=text]", "2022年3月5日下午甲村开展法律进乡村，发放资料120份，约50人参加，抽奖3次")
    page.click("button:has-text('识别')")
    expect(page.locator("[data-message-read]")).to_contain_text("发放资料120份")
    assert_fits(page)
    assert OutreachEvent.objects.count() == 0
    assert page.input_value("[name=attendance]") == "50"
    assert page.input_value("[name=materials-0-quantity]") == "120"
    page.click(SUBMIT)
    page.wait_for_url(SAVED)
    event = OutreachEvent.objects.get()
    assert (event.attendance, event.approximate, event.source) == (50, True, "message")
    assert "粘贴" not in kept_drafts(page)


# Taps ---------------------------------------------------------------------------------------------


def test_an_event_with_three_photos_takes_few_taps(world, open_as, photos, capsys):
    """Typing apart: a tap is whatever a finger does to the page or to the picker that it opens."""
    page = open_as(world.clerk_a, PHONE)
    taps = []

    def tap(selector):
        taps.append(selector)
        page.click(selector)

    page.goto("/ledgers/outreach-events/")
    begun = time.monotonic()
    tap("a:has-text('新增')")
    # The day (today) and the village are there already.
    tap("[name=title]")
    page.keyboard.type("春耕普法进田间")
    tap("[name=setting]")
    taps.append("进乡村 in the list that has opened")
    page.select_option("[name=setting]", label="进乡村")
    tap("[name=attendance]")
    page.keyboard.type("50")
    with page.expect_file_chooser() as chooser:
        tap("[name=files]")
    taps += ["photo"] * 3 + ["done in the picker"]
    chooser.value.set_files(photos)
    tap(SUBMIT)
    page.wait_for_url(SAVED)
    seconds = time.monotonic() - begun
    event = OutreachEvent.objects.get()
    assert event.state == State.SUBMITTED
    assert Attachment.objects.cited_by("outreach-events", event.pk).count() == 3
    with capsys.disabled():
        print(f"\n360 px 录一场活动带三张照片：点 {len(taps)} 下，机器操作 {seconds:.1f} 秒（打字另计）")
    assert len(taps) < MOST_TAPS


# The roster ---------------------------------------------------------------------------------------


def test_ticking_the_roster_counts_and_names_who_is_missing(world, open_as):
    for name in ("李一", "王二", "张三"):
        Person.objects.create(area=world.township, name=name, position="干部")
    page = open_as(world.coordinator, PHONE)
    page.goto("/ledgers/study-sessions/new/")
    page.click("summary:has-text('出勤与学时')")
    page.click("[data-roster-all]")
    assert page.input_value("[name=attendance]") == "4"
    page.click("label.choice:has-text('王二')")
    assert page.input_value("[name=attendance]") == "3"
    expect(page.locator("[data-roster-missing]")).to_contain_text("所在单位还有 1 人没有勾选：王二")
    page.click("[data-roster-take]")
    assert page.input_value("[name=absences]") == "未到：王二"
    assert page.input_value("[name=expected]") == "4"
    assert_fits(page)
    page.fill("[name=attendance]", "9")
    page.click("label.choice:has-text('王二')")
    assert page.input_value("[name=attendance]") == "9"
