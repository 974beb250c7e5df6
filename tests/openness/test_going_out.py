"""What leaves openness: posters, packages, the address afterwards; and that nothing personal leaves with it."""

import datetime
import io
import logging
import zipfile
from importlib import import_module

import openpyxl
import pytest
from django.apps import apps
from django.core.files.base import ContentFile
from django.urls import reverse
from docx import Document

from disputes.models import Dispute
from openness import views
from openness.models import Disclosure, NoticeObjection, PostingMatter, PostingRule, VillageNotice
from tests.entries import errors_of, post_new
from tests.factories import make_attachment
from tests.privacy.files import ID, MOBILE, pdf, word
from township.figures.duties import cells, duties
from township.figures.period import Period
from township.people.gate import Gate
from township.privacy.models import GuardAnswer
from township.privacy.pages import _read
from township.records.deadlines import pending
from township.records.intake import DOCX
from township.records.known_people import people_named_in
from township.records.models import Change

DAY = datetime.date(2022, 9, 13)
NAME = "䶮喆犇"


@pytest.fixture
def notice(world, make):
    """Finances of March, one matter written out with a telephone number in it."""
    income = PostingMatter.objects.get(area=None, key="income")
    record = make(
        VillageNotice,
        date=datetime.date(2022, 4, 6),
        period_start=datetime.date(2022, 3, 1),
        category="finance",
        forms=["board"],
        supervisor=world.person,
        items=2,
        lines={"contents": [{"matter": income, "text": f"承包费由经手人（{MOBILE}）收取。", "amount": 1200}]},
    )
    record.subjects.set([income, PostingMatter.objects.get(area=None, key="debts")])
    return record


@pytest.fixture
def disclosure(world, make):
    record = make(
        Disclosure,
        area=world.township,
        date=DAY,
        made_on=datetime.date(2022, 9, 1),
        title="临时救助发放情况",
        column="welfare",
        channels=["website"],
        index_number="006/2022-1",
        subject=f"民政（{MOBILE}）",
        text=f"现公布如下。\n一、发放情况\n咨询电话{MOBILE}。",
        cleared_by=world.person,
        cleared_on=datetime.date(2022, 9, 12),
        created_by=world.coordinator,
    )
    for name, content, kind in (
        (f"{MOBILE}名单.docx", word(), DOCX),
        ("扫描件.pdf", pdf(ID), "application/pdf"),
    ):
        file = make_attachment(record, by=world.coordinator, image=False)
        file.name, file.content_type = name, kind
        file.file.save(name, ContentFile(content))
        file.save()
    return record


def answered(client, address, kept=(), reason=""):
    """The file behind `address` once the guard has its answer."""
    page = client.get(address)
    response = client.post(address, {"digest": page.context["digest"], "kept": list(kept), "reason": reason})
    return client.get(response["Location"])


# Three affairs ------------------------------------------------------------------------------------


def test_a_poster_says_all_and_no_number(world, sign_in, notice):
    client, address = sign_in(world.clerk_a), reverse("openness:poster", args=[notice.pk])
    page = client.get(address)
    assert [one.kind for _, mine in page.context["groups"] for one in mine] == ["mobile"]
    assert MOBILE not in page.content.decode()
    text = "".join(_read(answered(client, address).content)["pages"]).replace("\r\n", "")
    for said in (
        "甲村2022年3月财务公开",
        "收入明细",
        "1,200.00",
        "债权债务",
        "139****5678",
        "公开日期：2022年4月6日",
        "村务监督委员会审核",
    ):
        assert said in text
    assert MOBILE not in text
    answer = GuardAnswer.objects.get()
    assert (answer.by, answer.sentence, MOBILE in str(answer.found)) == (
        world.clerk_a,
        "发现1处：打码1处",
        False,
    )
    # The same question needs no second answer; A3 is the same in larger type.
    large = client.get(reverse("openness:large_posters"))
    assert "".join(_read(large.content)["pages"]).count("甲村2022年3月财务公开") == 1


def test_what_stays_readable_needs_a_reason(world, sign_in, notice):
    client, address = sign_in(world.clerk_a), reverse("openness:poster", args=[notice.pk])
    page = client.get(address)
    [(_, [finding])] = page.context["groups"]
    given = {"digest": page.context["digest"], "kept": [finding.id]}
    refused = client.post(address, given)
    assert refused.status_code == 422
    assert refused.context["form"].errors["reason"] == ["有不打码的，请写明原因，一句话即可。"]
    assert client.post(address, {**given, "digest": "old", "reason": "办公电话"}).status_code == 422
    text = "".join(_read(answered(client, address, [finding.id], "办公电话").content)["pages"])
    assert MOBILE in text.replace("\r\n", "")
    # Another text is another question.
    notice.contents.update(text=f"电话{MOBILE}。")
    assert client.get(address).context["count"] == 1


@pytest.mark.parametrize("user", ["clerk_b", "stranger", "stranger_clerk", "mediator", "county", "auditor"])
def test_strangers_print_nothing(world, sign_in, notice, disclosure, user):
    client = sign_in(world.users[user])
    assert client.get(reverse("openness:poster", args=[notice.pk])).status_code == 404
    assert client.get(reverse("openness:package", args=[disclosure.pk])).status_code == 404
    address = reverse("openness:register_address", args=[disclosure.pk])
    assert client.post(address, {"link": "https://a.cn/1", "date": "2022-09-14"}).status_code == 404


def test_a_township_sets_its_own_rhythm(world, notice):
    own = PostingRule.objects.create(area=world.township, category="finance", every="quarter", days=3)
    duty = duties.for_area(world.a)["openness.finance"]
    assert (duty.label, duty.every, duty.days) == ("每季度财务公开", "quarter", 3)
    assert duties.for_area(world.foreign_village)["openness.finance"].every == "month"
    year = Period.year(2022)
    found = cells(duty, area=world.a, period=year, today=datetime.date(2022, 8, 1))
    assert [cell.state.value for cell in found] == ["已报", "未报", "待报", "待报"]
    notice.save()
    assert (notice.late, notice.days_late) == (True, 3)
    own.delete()
    notice.save()
    assert (notice.late, notice.days_late) == (False, None)


def test_an_objection_keeps_who_raised_it(world, sign_in, notice):
    client = sign_in(world.clerk_a)
    values = {"date": "2022-04-08", "area": world.a.pk, "notice": notice.pk, "question": "对承包费有疑问。"}
    early = post_new(client, "notice-objections", **{**values, "date": "2022-04-01"})
    assert errors_of(early) == {"date": ["提出日期不能早于公开日期。"]}
    assert post_new(client, "notice-objections", **values, raised_by=NAME).status_code == 302
    objection = NoticeObjection.objects.get()
    assert (objection.raised_by, str(objection.due_on)) == (NAME, "2022-04-18")
    # Whoever objected is known to the guard, in a text of any other record too.
    assert [one.kind for one in people_named_in(f"由{NAME}反映。", township=world.township)] == ["name"]
    page = client.get(reverse("records:detail", args=["notice-objections", objection.pk])).content.decode()
    assert (NAME in page, "已填写，不显示" in page) == (False, True)
    board = client.get(reverse("records:detail", args=["village-notices", notice.pk])).content.decode()
    assert ("对承包费有疑问。" in board, "应在 2022-04-18 前答复" in board, NAME in board) == (
        True,
        True,
        False,
    )


def test_whoever_objected_is_not_named_on_a_poster(world, sign_in, notice, make):
    make(NoticeObjection, date=DAY, notice=notice, question="有疑问。", raised_by=NAME)
    notice.contents.update(text=f"已向{NAME}当面说明。")
    client, address = sign_in(world.clerk_a), reverse("openness:poster", args=[notice.pk])
    page = client.get(address)
    assert [one.kind for _, mine in page.context["groups"] for one in mine] == ["name"]
    assert NAME not in page.content.decode()
    text = "".join(_read(answered(client, address).content)["pages"]).replace("\r\n", "")
    assert (NAME in text, f"已向{NAME[0]}**当面说明。" in text) == (False, True)


def test_whom_a_case_names_in_any_part_is_not_named_on_a_poster(world, sign_in, notice, make):
    case = make(Dispute, date=DAY, kind="contract", origin="application", summary="甲、乙对尾款有分歧。")
    case.parties.create(name="某公司", kind="organisation", representative="司马某乙")
    case.inquiries.create(asked_on=DAY, asked="诸葛某丙")
    notice.contents.update(text="由司马某乙和诸葛某丙说明。")
    page = sign_in(world.clerk_a).get(reverse("openness:poster", args=[notice.pk]))
    assert [one.kind for _, mine in page.context["groups"] for one in mine] == ["name", "name"]
    assert [name for name in ("司马某乙", "诸葛某丙") if name in page.content.decode()] == []


def test_those_who_objected_before_are_hashed_by_the_migration(world, notice, make):
    objection = make(NoticeObjection, date=DAY, notice=notice, question="有疑问。", raised_by=NAME)
    known = objection.raised_by_fingerprint
    NoticeObjection.objects.update(raised_by_fingerprint="")
    import_module("openness.migrations.0006_hash_who_objected").hash_who_objected(apps, None)
    objection.refresh_from_db()
    assert objection.raised_by_fingerprint == known != ""


def test_an_objection_without_an_answer_is_due_ten_days_later(world, notice, make):
    objection = make(NoticeObjection, date=DAY, notice=notice, question="有疑问。")
    waiting = [one for one in pending(Gate(world.clerk_a), today=DAY) if one.deadline.act == "答复群众异议"]
    assert [(one.place.pk, str(one.due)) for one in waiting] == [(objection.pk, "2022-09-23")]


def test_more_posters_than_fit_are_refused_whole(world, sign_in, notice, monkeypatch):
    client, back = sign_in(world.clerk_a), reverse("records:list", args=["village-notices"])
    monkeypatch.setattr(views, "MOST_POSTERS", 0)
    response = client.get(reverse("openness:posters"), {"category": "finance"})
    assert response["Location"] == f"{back}?category=finance"
    assert (
        "列表里超过 0 次公开，请先筛选，分几次打印张贴稿。"
        in client.get(response["Location"]).content.decode()
    )


def test_an_answer_can_be_given_once_more(world, sign_in, notice):
    client, address = sign_in(world.clerk_a), reverse("openness:poster", args=[notice.pk])
    answered(client, address)
    detail = client.get(reverse("records:detail", args=["village-notices", notice.pk])).content.decode()
    assert f"{address}?again=1" in detail
    page = client.get(f"{address}?again=1")
    [(_, [finding])] = page.context["groups"]
    given = {"digest": page.context["digest"], "kept": [finding.id], "reason": "办公电话"}
    response = client.post(f"{address}?again=1", given)
    assert response["Location"] == address
    text = "".join(_read(client.get(address).content)["pages"]).replace("\r\n", "")
    assert MOBILE in text


# The township -------------------------------------------------------------------------------------


def test_a_package_holds_text_attachments_and_an_index(world, sign_in, disclosure):
    client, address = sign_in(world.coordinator), reverse("openness:package", args=[disclosure.pk])
    page = client.get(address)
    found = {item.label: [one.kind for one in mine] for item, mine in page.context["groups"]}
    assert found == {
        "正文": ["mobile"],
        "主题分类": ["mobile"],
        "附件1": ["mobile", "id_number", "mobile", "mobile"],
        "附件2": ["id_number"],
    }
    package = zipfile.ZipFile(io.BytesIO(answered(client, address).content))
    names = ["临时救助发放情况.docx", "临时救助发放情况.txt", "附件1_139_5678名单.docx", "目录.xlsx"]
    assert package.namelist() == names
    text = package.read("临时救助发放情况.txt").decode("utf-8-sig")
    assert ("139****5678" in text, "毛俊镇人民政府" in text) == (True, True)
    document = Document(io.BytesIO(package.read("临时救助发放情况.docx")))
    assert "一、发放情况" in [paragraph.text for paragraph in document.paragraphs]
    index = openpyxl.load_workbook(io.BytesIO(package.read("目录.xlsx"))).active
    rows = {row[0].value: row[1].value for row in index.iter_rows() if len(row) > 1}
    assert (rows["索引号"], rows["发文机构"], rows["标题"]) == (
        "006/2022-1",
        "毛俊镇人民政府",
        "临时救助发放情况",
    )
    assert rows["主题分类"] == "民政（139****5678）"
    everything = (
        b"".join(package.read(name) for name in package.namelist()) + "".join(package.namelist()).encode()
    )
    inner = zipfile.ZipFile(io.BytesIO(package.read(names[2])))
    everything += b"".join(inner.read(name) for name in inner.namelist())
    assert [planted for planted in (ID, MOBILE) if planted.encode() in everything] == []
    assert GuardAnswer.objects.get().sentence == "发现7处：打码6处，文件没有放进去1处"


def test_nothing_is_packed_before_the_review(world, sign_in, disclosure):
    Disclosure.objects.filter(pk=disclosure.pk).update(cleared_on=None)
    response = sign_in(world.coordinator).get(reverse("openness:package", args=[disclosure.pk]), follow=True)
    assert "还没有保密审查" in response.content.decode()


def test_the_address_is_registered_afterwards(world, sign_in, disclosure):
    client, address = sign_in(world.coordinator), reverse("openness:register_address", args=[disclosure.pk])
    assert str(disclosure.publish_by) == "2022-09-30"
    wrong = client.post(address, {"link": "不是网址", "date": "2022-09-14"}, follow=True).content.decode()
    assert "链接请填完整的网址" in wrong
    early = client.post(address, {"link": "www.a.cn/1", "date": "2022-09-11"}, follow=True).content.decode()
    assert "先保密审查后公开" in early
    client.post(address, {"link": "www.a.cn/1", "date": "2022-10-20"})
    disclosure.refresh_from_db()
    assert (disclosure.link, str(disclosure.date)) == ("https://www.a.cn/1", "2022-10-20")
    assert disclosure.timeliness == "逾期"
    assert Change.objects.filter(register="disclosures", record_id=disclosure.pk).count() == 1


# Planted ------------------------------------------------------------------------------------------


def test_what_was_planted_is_nowhere(world, sign_in, notice, disclosure, make, caplog):
    """A name under seal and numbers in files: on no page, in no export, file name, log line, answer or error page."""
    objection = make(
        NoticeObjection, date=datetime.date(2022, 4, 8), notice=notice, question="有疑问。", raised_by=NAME
    )
    caplog.set_level(logging.DEBUG)
    client = sign_in(world.clerk_a)
    client.raise_request_exception = False
    slug = "notice-objections"
    seen = [
        client.get(reverse("records:detail", args=[slug, objection.pk])),
        client.get(reverse("records:list", args=[slug])),
        client.get(reverse("records:search"), {"q": NAME[:1]}),
        client.get(reverse("records:edit", args=[slug, objection.pk])),
        client.get(reverse("records:detail", args=["village-notices", notice.pk])),
        client.get(f"/nothing/{objection.pk}/"),
        client.get(reverse("openness:poster", args=[notice.pk])),
    ]
    told = "".join(response.content.decode() for response in seen)
    told += "".join(f"{change.details}{change.reason}" for change in Change.objects.all())
    for columns in ("", "all"):
        content = client.get(reverse("workbooks:export", args=[slug]), {"columns": columns}).content
        book = openpyxl.load_workbook(io.BytesIO(content)).active
        told += "".join(str(cell.value) for row in book.iter_rows() for cell in row)
    poster = answered(client, reverse("openness:poster", args=[notice.pk]))
    read = _read(poster.content)
    told += "".join(
        [*read["pages"], *(text for _, text in read["properties"]), poster["Content-Disposition"]]
    )
    told += "".join(f"{one.found}{one.reason}" for one in GuardAnswer.objects.all()) + caplog.text
    # The board's own text is open to the village that wrote it; nothing else is.
    assert NAME not in told
    assert told.count(MOBILE) == seen[4].content.decode().count(MOBILE)
    assert ID not in told
