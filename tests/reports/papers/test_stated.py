"""One truth: what locked texts say, where they disagree, and what would differ today in each."""

from django.urls import reverse

from outreach.models import OutreachEvent
from reports.comparing import drifts
from reports.locking import lock
from reports.models import Manuscript
from reports.proofing.draft import prove
from reports.stated import everything_said
from tests.reports.texts import PARTS

from .conftest import END, QUOTING

ANNUAL = "一、成效\n全年开展普法活动{{普法活动场次}}场，参加{{普法活动参加人次}}人次。" + PARTS + END


def test_each_of_three_locked_texts_says_what_one_change_alters(world, write_paper, events, sign_in):
    first = lock(write_paper("annual", ANNUAL), by=world.coordinator)
    second = lock(write_paper("summary", QUOTING), by=world.coordinator)
    page = "一、做了什么\n参加{{普法活动参加人次}}人次。\n二、还差什么\n人手少。"
    third = lock(write_paper("one_page", page, subject="county"), by=world.coordinator)
    OutreachEvent.objects.filter(pk=events.pk).update(attendance=210)
    changed = [
        (one.label, one.frozen, one.now) for revision in (first, second, third) for one in drifts(revision)
    ]
    assert changed == [("普法活动参加人次", 345, 355)] * 3
    client = sign_in(world.principal)
    for revision in (first, second, third):
        said = client.get(reverse("reports:detail", args=[revision.report_id])).content.decode()
        assert "报告里是 345人次，现在是 355人次" in said


def test_a_later_text_that_says_otherwise_is_told(world, write_paper, events, make):
    lock(write_paper("summary", QUOTING, title="上一份小结"), by=world.coordinator)
    make(OutreachEvent, attendance=5)
    later = write_paper(
        "one_page", "一、做了什么\n开展普法活动{{普法活动场次}}场。\n二、还差什么\n人手少。", subject="county"
    )
    [finding] = [one.finding for one in prove(later).noted if one.finding.check == "said_otherwise"]
    assert finding.message == "“普法活动场次”这里是3场，已定稿的《上一份小结》是2场。"
    assert "还有1处应改" in prove(later).obstacle
    earlier = Manuscript.objects.get(title="上一份小结")
    assert not [one for one in prove(earlier).noted if one.finding.check == "said_otherwise"]


def test_another_span_is_no_disagreement(world, write_paper, events):
    lock(write_paper("summary", QUOTING), by=world.coordinator)
    half = write_paper("summary", QUOTING, end="2022-06-30", cutoff="2022-05-31")
    half.refresh_from_db()
    assert not [one for one in prove(half).noted if one.finding.check == "said_otherwise"]


def test_the_list_shows_who_says_what(
    world, write_paper, events, make, sign_in, django_assert_max_num_queries
):
    lock(write_paper("summary", QUOTING, title="小结"), by=world.coordinator)
    make(OutreachEvent, attendance=5)
    later = write_paper(
        "one_page", "一、做了什么\n普法活动{{普法活动场次}}场。\n二、还差什么\n人手少。", subject="county"
    )
    for noted in prove(later).noted:
        later.waivers.create(
            check_key=noted.finding.check, quote=noted.quote, message=noted.finding.message, reason="补录"
        )
    lock(later, by=world.coordinator)
    with django_assert_max_num_queries(4):
        said = {
            one.label: [statement.value for statement in one.statements]
            for one in everything_said(world.township)
        }
    assert said == {"普法活动场次": [3, 2], "普法活动参加人次": [345]}
    assert everything_said(world.other_township) == []
    page = sign_in(world.coordinator).get(reverse("reports:said")).content.decode()
    assert "1 个数说法不一" in page
