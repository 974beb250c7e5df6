"""附件材料: the records behind each figure in the order of the text, their photos, nothing personal."""

import io

import pdfplumber
import pytest
from django.urls import reverse

from disputes.models import Dispute
from outreach.models import OutreachEvent
from reports.annex import annex_pdf, gather
from reports.locking import lock
from tests.factories import make_attachment
from township.people.gate import Gate
from township.people.trail.models import AuditEvent

TEXT = (
    "一、主要工作\n收集意见不计。参加普法活动{{普法活动参加人次}}人次，开展普法活动{{普法活动场次}}场。\n"
    "其中主办{{主办普法活动场次}}场。\n二、存在的问题\n人手少。\n三、下一步打算\n加强培训。"
)


@pytest.fixture
def revision(world, write_paper, events):
    make_attachment(events, by=world.clerk_a)
    return lock(write_paper("summary", TEXT), by=world.coordinator)


def text_of(pdf):
    with pdfplumber.open(io.BytesIO(pdf)) as file:
        return [page.extract_text() for page in file.pages]


def test_parts_follow_the_text(world, revision, events):
    [part] = gather(revision, Gate(world.coordinator))
    assert part.title == "普法活动参加人次345人次、普法活动场次2场、主办普法活动场次2场"
    assert part.quotes == ("参加普法活动345人次，开展普法活动2场。", "其中主办2场。")
    assert part.amounts == ("普法活动参加人次（人次）",)
    assert [(row.day, row.place, row.amounts) for row in part.rows] == [
        ("2022-03-05", "甲村", ("145",)),
        ("2022-06-01", "甲村", ("200",)),
    ]
    assert [photo.number for photo in part.photos] == [1]
    assert str(events.title) in part.photos[0].caption


def test_sentences_beside_tables_and_internal_passages_are_quoted_as_they_read(world, write_paper, events):
    text = (
        "一、主要工作\n{{统计期}}开展普法活动{{普法活动场次}}场{{表：普法活动场次|按村}}。\n"
        "【内部】参加{{普法活动参加人次}}人次【内部：，有外来的】。\n二、存在的问题\n人手少。\n三、下一步打算\n加强培训。"
    )
    [part] = gather(lock(write_paper("summary", text), by=world.coordinator), Gate(world.principal))
    assert part.quotes == ("2022年开展普法活动2场。", "参加345人次，有外来的。")


def test_the_pdf_has_contents_with_page_numbers(world, sign_in, revision):
    answer = sign_in(world.coordinator).get(reverse("reports:annex", args=[revision.report_id]))
    content = b"".join(answer.streaming_content)
    contents, part = text_of(content)
    assert "附件材料目录" in contents
    assert contents.rstrip().endswith("— 1 —")
    assert [line for line in contents.splitlines() if line.endswith(" 2")]
    assert "附件1" in part and "照片1" in part and "145" in part
    with pdfplumber.open(io.BytesIO(content)) as file:
        assert [title for _, title, *_ in file.doc.get_outlines()] == [f"附件1 {part.splitlines()[1]}"]
        assert len(file.pages[1].images) == 1


def test_cases_are_only_counted(world, write_paper, make, monkeypatch):
    make(Dispute, title="张三和李四的纠纷")
    text = "一、主要工作\n受理矛盾纠纷{{受理矛盾纠纷件数}}件。\n二、存在的问题\n人手少。\n三、下一步打算\n加强培训。"
    revision = lock(write_paper("summary", text), by=world.coordinator)
    [part] = gather(revision, Gate(world.reviewer))
    assert (part.counted, part.rows, part.photos) == (1, [], [])
    said = "".join(text_of(annex_pdf([part], title="小结")))
    assert "只列条数" in said
    assert "张三" not in said


@pytest.mark.usefixtures("in_request")
@pytest.mark.parametrize("more", [0, 20])
def test_gathering_takes_as_many_queries_for_many_records(
    world, write_paper, events, make, more, django_assert_num_queries
):
    for _ in range(more):
        make_attachment(make(OutreachEvent, attendance=1), by=world.clerk_a)
    revision = lock(write_paper("summary", TEXT), by=world.coordinator)
    gate = Gate(world.coordinator)
    gate.user.roles  # noqa: B018  read beforehand, as a request has done
    with django_assert_num_queries(3):
        gather(revision, gate)


def test_what_was_voided_since_is_only_counted(world, revision, events):
    OutreachEvent.objects.filter(pk=events.pk).update(state="void")
    [part] = gather(revision, Gate(world.coordinator))
    assert (part.counted, len(part.rows)) == (2, 1)
    assert "另有1条" in part.reason


def test_an_unlocked_text_has_none_yet_and_strangers_never(world, sign_in, write_paper, revision):
    draft = write_paper("one_page", "一、做了什么", subject="county")
    assert sign_in(world.coordinator).get(reverse("reports:annex", args=[draft.pk])).status_code == 302
    address = reverse("reports:annex", args=[revision.report_id])
    detail = reverse("reports:detail", args=[revision.report_id])
    reached = {who for who, user in world.users.items() if sign_in(user).get(address).status_code == 200}
    assert reached == {"coordinator", "reviewer", "deputy"}
    assert 'annex.pdf"' not in sign_in(world.principal).get(detail).text
    assert 'annex.pdf"' in sign_in(world.deputy).get(detail).text
    taken = AuditEvent.objects.filter(action=AuditEvent.Action.EXPORTED, what__contains="附件材料（第")
    assert {event.by for event in taken} == {world.users[name] for name in reached}
