"""The public edition: nothing internal in it, officials by their posts, frozen when it is published."""

import io
import zipfile

import pdfplumber
import pytest
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from reports.document import plain_text
from reports.document.numbering import chinese
from reports.editions import public_text, without_marks
from reports.life import STEPS
from reports.locking import document_of, lock
from reports.models import AnnualReport, PublicEdition, Registration
from reports.publishing import publish
from reports.renumbering import renumbered
from reports.typesetting import render_pdf, render_word
from reports.views.editions import shown
from tests.privacy.files import MOBILE
from tests.reports.texts import PARTS
from tests.reports.typesetting.page import pages
from township.people.models import Person
from township.people.trail.models import AuditEvent

from .conftest import END

TEXT = (
    "一、成效\n镇党委书记陈志远同志带头学法，全年开展普法活动{{普法活动场次}}场【内部：，其中联合办的一场】。\n"
    "【内部】重点人员情况另行报告。\n【内部】\n{{表：普法活动场次|按村}}" + PARTS + END
)
SECRETS = ("重点人员", "联合办的一场", "陈志远", "表1", "内部")


@pytest.mark.parametrize(
    ("text", "public"),
    [
        ("镇党委书记陈志远主持。", "镇党委书记主持。"),
        ("党委书记陈志远同志主持。", "党委书记主持。"),
        ("陈志远书记主持，陈志远讲话。", "镇党委书记主持，镇党委书记讲话。"),
        ("　　【内部】不公开。\n公开。", "公开。"),
        ("公开【内部：不公开】的。", "公开的。"),
        ("没有内部事项。", "没有内部事项。"),
    ],
)
def test_what_becomes_of_a_text(world, text, public):
    assert public_text(text, world.township).text == public


def test_a_short_name_is_one_only_beside_a_post(world):
    Person.objects.create(area=world.township, name="文明", position="党建办主任")
    text = "精神文明建设有序推进，文明主任、文明同志带队，党建办主任文明讲话，文明到场。"
    found = public_text(text, world.township)
    assert found.text == "精神文明建设有序推进，党建办主任、党建办主任带队，党建办主任讲话，文明到场。"
    assert found.renamed == (("文明", "党建办主任"),)
    assert found.doubtful == (("文明", "精神文明建设有序推进"), ("文明", "办主任讲话，文明到场。"))


def test_the_public_edition_is_looked_through_before_it_leaves(world, write_paper, events, sign_in):
    report = write_paper("annual", TEXT.replace("全年", f"咨询电话{MOBILE}，全年"))
    client = sign_in(world.coordinator)
    for name in ("public_pdf", "public_word", "public_text"):
        page = client.get(reverse(f"reports:{name}", args=[report.pk]))
        assert [one.kind for _, mine in page.context["groups"] for one in mine] == ["mobile"]
        assert MOBILE not in page.content.decode()
    client.post(reverse("reports:public_text", args=[report.pk]), {"digest": page.context["digest"]})
    # One answer holds for every form of the same text.
    text = client.get(reverse("reports:public_text", args=[report.pk])).content.decode()
    assert ("139****5678" in text, MOBILE in text) == (True, False)
    word = client.get(reverse("reports:public_word", args=[report.pk])).content
    assert MOBILE not in zipfile.ZipFile(io.BytesIO(word)).read("word/document.xml").decode()
    logged = AuditEvent.objects.filter(action="exported").order_by("pk").values_list("action", "what")
    assert list(logged) == [
        ("exported", f"年度报告第 {report.pk} 号（公开版），文字"),
        ("exported", f"年度报告第 {report.pk} 号（公开版），Word"),
    ]


TABLE = "表{}　各村情况\n单位\t次\n甲村\t{}\n乙村\t2"


@pytest.mark.parametrize(
    ("text", "public"),
    [
        ("一、甲\n【内部】二、乙\n三、丙\n四、丁", "一、甲\n二、丙\n三、丁"),
        ("一、甲\n【内部：二、乙】\n三、丙", "一、甲\n二、丙"),
        (
            "一、甲\n（一）子\n【内部】（二）丑\n(三)寅。详。\n二、乙\n（一）卯",
            "一、甲\n（一）子\n(二)寅。详。\n二、乙\n（一）卯",
        ),
        # What stood below a heading that is gone goes on after what stands above it.
        (
            "一、甲\n（一）子\n【内部】二、乙\n（一）丑\n三、丙\n（一）寅",
            "一、甲\n（一）子\n（二）丑\n二、丙\n（一）寅",
        ),
        ("（一）甲\n【内部】1.子\n2．丑\n3、寅\n（二）乙\n1.卯", "（一）甲\n1．丑\n2、寅\n（二）乙\n1.卯"),
        ("【内部】1.子\n（1）丑\n2.寅\n（1）卯", "（1）丑\n1.寅\n（1）卯"),
        # What its author left out of the count, or began anew, stays so.
        ("一、甲\n【内部】二、乙\n四、丁\n一、子\n二、丑", "一、甲\n三、丁\n一、子\n二、丑"),
        ("【内部】九、甲\n十、乙\n十一、丙", "九、乙\n十、丙"),
        # Sentences are no headings, and years and quantities no references.
        (
            "【内部】一、甲\n二、乙\n2022年办3件，代表2人，报表2份。",
            "一、乙\n2022年办3件，代表2人，报表2份。",
        ),
        ("一、甲\n【内部】二、乙\n三、丙\n做法见第三部分。", "一、甲\n二、丙\n做法见第二部分。"),
        (
            "【内部】一、甲\n二、乙\n按《规划》第二部分和第八条第（二）项办。",
            "一、乙\n按《规划》第二部分和第八条第（二）项办。",
        ),
        (
            "一、甲\n【内部】（一）子\n（二）丑\n二、乙\n（一）寅\n（二）卯，见第一部分（二）和第（二）项。",
            "一、甲\n（一）丑\n二、乙\n（一）寅\n（二）卯，见第一部分（一）和第（二）项。",
        ),
        (
            f"【内部】\n{TABLE.format(1, 3)}\n见表2。\n{TABLE.format(2, 4)}\n情况（表2）。",
            f"见表1。\n{TABLE.format(1, 4)}\n情况（表1）。",
        ),
    ],
)
def test_numbers_close_up_where_something_is_left_out(world, text, public):
    found = public_text(text, world.township)
    assert (found.text, found.dangling) == (public, ())


def test_what_refers_to_something_left_out_is_said(world, write_paper, sign_in):
    text = f"一、甲\n【内部】二、乙\n三、丙\n如第二部分所说，见表1和表2。\n【内部】\n{TABLE.format(1, 3)}\n{TABLE.format(2, 4)}"
    found = public_text(text, world.township)
    assert found.dangling == ("如第二部分所说，见表1和表", "如第二部分所说，见表1和表2。")
    assert "如第二部分所说，见表1和表1。" in found.text
    page = sign_in(world.principal).get(reverse("reports:public", args=[write_paper("annual", text).pk]))
    assert "第二部分所说，见表1和表2。" in page.text


@given(
    st.lists(st.tuples(st.sampled_from([1, 2, 3]), st.booleans()), max_size=12).map(
        lambda rows: [(1, True), *rows]
    )
)
def test_a_well_numbered_text_stays_well_numbered(rows):
    """Numbered anew by hand, what is left of an outline reads as its public edition does."""
    whole = _numbered([level for level, _ in rows])
    lines = [(line, stays) for line, (_, stays) in zip(whole, rows, strict=True)]
    kept = [level for level, stays in rows if stays]
    assert renumbered(lines) == (_numbered(kept), [])


def _numbered(levels):
    counts, lines = [0, 0, 0], []
    for level in levels:
        counts[level - 1] += 1
        counts[level:] = [0] * (3 - level)
        number = counts[level - 1]
        lines.append((f"{chinese(number)}、", f"（{chinese(number)}）", f"{number}.")[level - 1])
    return lines


def test_the_internal_edition_loses_only_the_marks():
    text = "　　【内部】甲12。乙【内部：丙34】丁"
    place = text.index("34")
    plain, [(start, end, key)] = without_marks(text, [(place, place + 2, "k")])
    assert (plain, plain[start:end], key) == ("　　甲12。乙丙34丁", "34", "k")


def test_the_public_edition_carries_nothing_internal(world, write_paper, events):
    report = write_paper("annual", TEXT, signers="陈志远")
    revision = lock(report, by=world.coordinator)
    inner = plain_text(document_of(revision))
    assert all(secret in inner for secret in SECRETS if secret != "内部")
    assert "【内部" not in inner
    found = shown(report)
    pdf = render_pdf(found.document)
    said = "".join(line.text for page in pages(pdf) for line in page)
    with pdfplumber.open(io.BytesIO(pdf)) as file:
        about = str(file.metadata)
        bookmarks = [title for _, title, *_ in file.doc.get_outlines()]
    word = render_word(found.document)
    parts = zipfile.ZipFile(io.BytesIO(word))
    written = "".join(
        parts.read(name).decode("utf-8", "ignore") for name in parts.namelist() if name.endswith(".xml")
    )
    for secret in SECRETS:
        for place in (said, about, "".join(bookmarks), written, plain_text(found.document)):
            assert secret not in place
    assert "镇党委书记带头学法，全年开展普法活动2场。" in plain_text(found.document)


def test_publishing_freezes_the_public_edition(world, write_paper, events, sign_in):
    report = write_paper("annual", TEXT)
    revision = lock(report, by=world.coordinator)
    AnnualReport.objects.filter(pk=report.pk).update(state=AnnualReport.State.SUBMITTED, reviewed=True)
    report = AnnualReport.objects.get(pk=report.pk)
    page = sign_in(world.coordinator).get(reverse("reports:detail", args=[report.pk])).content.decode()
    assert "不公开 3 处，姓名改职务 1 人" in page
    publish(report, by=world.coordinator, entry=Registration(who="审查人", reference="http://example.com"))
    edition = PublicEdition.objects.get(revision=revision)
    world.person.name = "别人"
    world.person.save()
    client = sign_in(world.principal)
    assert client.get(reverse("reports:public_pdf", args=[report.pk])).content == bytes(edition.pdf)
    assert "陈志远" not in client.get(reverse("reports:public_text", args=[report.pk])).content.decode()


def test_the_page_shows_both_side_by_side(world, sign_in, write_paper, events):
    report = write_paper("annual", TEXT)
    page = sign_in(world.principal).get(reverse("reports:public", args=[report.pk])).content.decode()
    assert "不公开：重点人员情况另行报告。" in page
    assert "姓名改为职务：陈志远 → 镇党委书记" in page
    names = ("public", "public_pdf", "public_word", "public_text")
    for name in names:
        address = reverse(f"reports:{name}", args=[report.pk])
        reached = {who for who, user in world.users.items() if sign_in(user).get(address).status_code == 200}
        assert reached == {"coordinator", "reviewer", "deputy", "principal"}


def test_other_kinds_take_no_steps(world, write_paper, events):
    paper = write_paper("summary", "一、主要工作\n无。")
    assert not [step for step in STEPS.values() if step.starts_from(paper)]
