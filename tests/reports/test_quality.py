"""数据质量: what is asked about, of whom, and that an answer is remembered until the record changes."""

import datetime
import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from PIL import Image, ImageDraw

from governance.models import LegalReview
from outreach.models import OutreachEvent
from tests.factories import build_record, make_attachment
from township.figures.models import StatisticalYear
from township.records.anomalies import with_anomalies
from township.records.intake import cite, take_in
from township.records.models import Attachment, Change, State, Verified
from township.records.pictures import NOTHING_SEEN, looks
from township.records.same_photos import MOST_DIFFERENT, different

URL = "reports:quality"
SOON = timezone.make_aware(datetime.datetime(2022, 3, 6, 9))


def asked(client, year=2022):
    """{kind: [(title, why)]} of the page."""
    sections = client.get(reverse(URL), {"year": year}).context["sections"]
    return {section.key: [(doubt.place.title, doubt.why) for doubt in section.doubts] for section in sections}


@pytest.fixture
def event(make):
    """An event entered in time."""
    return lambda **values: make(OutreachEvent, created_at=SOON, **values)


@pytest.fixture
def reviewer(world, sign_in):
    return sign_in(world.reviewer)


def answer(client, record, doubt, reason="已看签到表"):
    url = reverse("reports:verify", args=["outreach-events", record.pk])
    return client.post(url, {"doubt": doubt, "reason": reason}, follow=True)


# Photos ---------------------------------------------------------------------------------------------


def picture(seed):
    """A picture with shapes of its own, as a photo has."""
    image = Image.new("RGB", (800, 600), "white")
    draw = ImageDraw.Draw(image)
    for number in range(40):
        x, y = (seed * 131 + number * 197) % 700, (seed * 71 + number * number * 53) % 500
        grey = (seed * 37 + number * 61) % 256
        draw.ellipse((x, y, x + 160, y + 120), fill=(grey, (grey * 3) % 256, 255 - grey))
    return image


def saved(image, quality=90, size=None):
    buffer = io.BytesIO()
    (image.resize(size) if size else image).save(buffer, "JPEG", quality=quality)
    return buffer.getvalue()


@pytest.fixture
def photo(world):
    """`photo(record, content)` sends a photo and lets the record cite it."""

    def _photo(record, content, by=world.clerk_a):
        cite(record, [take_in(SimpleUploadedFile("照片.jpg", content), by=by)])

    return _photo


@pytest.mark.parametrize("seed", range(6))
def test_a_photo_saved_anew_looks_the_same_and_another_does_not(seed):
    original = looks(saved(picture(seed)))
    assert different(original, looks(saved(picture(seed), quality=35, size=(400, 300)))) <= MOST_DIFFERENT
    assert different(original, looks(saved(picture(seed + 6)))) > 2 * MOST_DIFFERENT


def test_the_same_photo_of_different_days_is_asked_about(event, photo, reviewer):
    first, again = event(title="春耕普法"), event(title="禁毒宣传", date=datetime.date(2022, 6, 26))
    same_day, other = event(title="同一天的"), event(title="别的", date=datetime.date(2022, 7, 1))
    for record in (first, same_day):
        photo(record, saved(picture(1)))
    photo(again, saved(picture(1), quality=40, size=(640, 480)))
    photo(other, saved(picture(2)))
    assert asked(reviewer)["photo"] == [
        ("春耕普法", "与2022-06-26“禁毒宣传”的照片相同"),
        ("同一天的", "与2022-06-26“禁毒宣传”的照片相同"),
        ("禁毒宣传", "与2022-03-05“春耕普法”等2条的照片相同"),
    ]
    answer(reviewer, again, "photo")
    assert [title for title, _ in asked(reviewer)["photo"]] == ["春耕普法", "同一天的"]


def test_blank_pictures_say_nothing(event, photo, reviewer):
    for number, shade in enumerate(("white", "lightgrey")):
        record = event(title=f"第{number}场", date=datetime.date(2022, 3, 1 + number))
        photo(record, saved(Image.new("RGB", (400, 300), shade)))
    assert "photo" not in asked(reviewer)


def test_older_photos_are_read_on_the_way(event, photo, reviewer, world):
    for number in range(2):
        photo(event(date=datetime.date(2022, 3, 1 + number)), saved(picture(3), quality=90 - number))
    lost = make_attachment(event(), by=world.clerk_a)
    lost.thumbnail.storage.delete(lost.thumbnail.name)
    Attachment.objects.update(looks="")
    assert len(asked(reviewer)["photo"]) == 2
    assert sorted(Attachment.objects.values_list("looks", flat=True))[0] == NOTHING_SEEN


def test_photos_of_another_township_are_not_compared(event, photo, world, reviewer, sign_in):
    photo(event(title="本镇的"), saved(picture(1)))
    foreign = event(area=world.foreign_village, date=datetime.date(2022, 5, 1))
    photo(foreign, saved(picture(1)), by=world.stranger_clerk)
    assert "photo" not in asked(reviewer)
    assert "photo" not in asked(sign_in(world.stranger))


# Other kinds, answers and access ---------------------------------------------------------------------


def test_kinds_and_what_they_lack(event, world, make, reviewer):
    world.a.population = 100
    world.a.save()
    event(title="人多", attendance=101)
    make(OutreachEvent, title="补录", created_at=SOON + datetime.timedelta(days=90), area=world.b)
    event(title="有电话", note="13800001234", date=datetime.date(2022, 3, 4))
    event(title="草稿", attendance=900, state=State.DRAFT, date=datetime.date(2022, 3, 3))
    event(title="去年", attendance=900, date=datetime.date(2021, 3, 3))
    review = build_record(LegalReview, world, area=world.township, created_at=SOON, title="合同审查")
    review.save()
    found = asked(reviewer)
    assert {kind: [title for title, _ in rows] for kind, rows in found.items() if kind != "missing"} == {
        "crowd": ["人多"],
        "numbers": ["有电话"],
        "late": ["补录"],
    }
    lacking = dict(found["missing"])
    assert lacking["合同审查"].startswith("还缺：")
    review.state = State.APPROVED
    review.save()
    assert "合同审查" not in dict(asked(reviewer).get("missing", []))


def test_twins_are_asked_about_once_each(event, reviewer):
    event(title="普法一"), event(title="普法二")
    assert [title for title, _ in asked(reviewer)["twin"]] == ["普法一", "普法二"]


def test_an_answer_holds_until_the_record_changes(event, world, reviewer):
    world.a.population = 100
    world.a.save()
    record = event(attendance=101, title="人多")
    page = answer(reviewer, record, "crowd").content.decode()
    assert "已记为核实无误" in page
    assert "已看签到表" in page
    assert "crowd" not in asked(reviewer)
    assert list(with_anomalies(OutreachEvent.objects.all())) == []
    Change.objects.create(register="outreach-events", record_id=record.pk, action="approved")
    assert "crowd" not in asked(reviewer)
    Change.objects.create(register="outreach-events", record_id=record.pk, action="edited")
    assert [title for title, _ in asked(reviewer)["crowd"]] == ["人多"]


def test_after_an_answer_the_page_stays_at_the_statistical_year(event, world, reviewer):
    StatisticalYear.objects.create(area=world.township, first_year=2022, begins="december")
    record = event(attendance=101, date=datetime.date(2021, 12, 3))
    url = reverse("reports:verify", args=["outreach-events", record.pk])
    answered = reviewer.post(url, {"doubt": "crowd", "reason": "已看签到表"})
    assert answered.url == f"{reverse('reports:quality')}?year=2022#crowd"


@pytest.mark.parametrize(
    ("reason", "sentence"), [("", "请写明怎样核实的。"), ("长" * 101, "说明最多 100 个字。")]
)
def test_an_answer_needs_its_reason(event, reviewer, reason, sentence):
    assert sentence in answer(reviewer, event(), "crowd", reason).content.decode()
    assert not Verified.objects.exists()


def test_who_sees_and_who_answers(event, world, sign_in):
    record = event()
    seen = {name for name, user in world.users.items() if sign_in(user).get(reverse(URL)).status_code == 200}
    assert seen == {"coordinator", "reviewer", "deputy", "stranger"}
    answered = {
        name
        for name, user in world.users.items()
        if answer(sign_in(user), record, "crowd").status_code == 200
    }
    assert answered == {"coordinator", "reviewer"}
    assert answer(sign_in(world.reviewer), record, "nonsense").status_code == 404


def test_nothing_to_ask(reviewer, world):
    assert "没有要核对的记录" in reviewer.get(reverse(URL), {"year": 2022}).content.decode()


def test_the_number_of_queries_does_not_grow(event, photo, world, reviewer):
    counts = []
    for round_number in range(2):
        for number in range(3):
            day = datetime.date(2022, 4 + round_number, 1 + number)
            record = event(attendance=10, note="13800001234", date=day)
            photo(record, saved(picture(1), quality=60 + 10 * round_number + number))
            review = build_record(LegalReview, world, area=world.township, title=f"{round_number}{number}")
            review.save()
        answer(reviewer, record, "numbers")
        with CaptureQueriesContext(connection) as queries:
            asked(reviewer)
        counts.append(len(queries))
    assert counts[0] == counts[1] < 70
