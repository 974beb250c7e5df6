"""Ledgers, their attachments and the year's book go past the privacy guard; without a finding it is not noticed."""

import io
import zipfile

import openpyxl
import pytest
from django.core.files.base import ContentFile
from django.urls import reverse

from outreach.models import OutreachEvent
from tests.factories import make_attachment
from tests.privacy.files import ID, MOBILE, pdf, word
from township.people.trail.models import AuditEvent
from township.privacy.models import GuardAnswer
from township.privacy.pages import _read
from township.records.intake import DOCX
from township.records.models import Attachment
from township.workbooks import bundles

SLUG = "outreach-events"


@pytest.fixture
def client(sign_in, world):
    return sign_in(world.coordinator)


@pytest.fixture
def event(make):
    """One event whose title holds a telephone number."""
    return make(OutreachEvent, title=f"宣讲，联系{MOBILE}", note=f"身份证{ID}")


def content_of(response):
    return b"".join(response) if response.streaming else response.content


def told(content):
    """All cells of a workbook."""
    book = openpyxl.load_workbook(io.BytesIO(content))
    return [str(cell) for sheet in book for row in sheet.iter_rows(values_only=True) for cell in row if cell]


def findings(response):
    return [(one.place, one.kind) for _, mine in response.context["groups"] for one in mine]


def answer(client, page, address, **given):
    """The file behind `address` once the guard has its answer."""
    response = client.post(address, {"digest": page.context["digest"], **given})
    return content_of(client.get(response["Location"]))


def test_a_list_is_masked_in_one_click_and_the_answer_kept(client, event):
    address = f"{reverse('workbooks:export', args=[SLUG])}?area={event.area_id}"
    page = client.get(address)
    assert findings(page) == [("第1条“活动名称”", "mobile")]
    assert MOBILE not in page.content.decode()
    assert not AuditEvent.objects.filter(action="exported").exists()
    texts = told(answer(client, page, address))
    assert "宣讲，联系139****5678" in texts
    assert MOBILE not in "".join(texts)
    kept = GuardAnswer.objects.get()
    assert (kept.register, kept.sentence, MOBILE in str(kept.found)) == (SLUG, "发现1处：打码1处", False)
    # The same list is one click from now on; another one is another question.
    assert client.get(address)["Content-Type"].startswith("application/vnd.openxmlformats")
    OutreachEvent.objects.update(title=f"又一场，{MOBILE}")
    assert findings(client.get(address)) == [("第1条“活动名称”", "mobile")]


def test_a_whole_ledger_and_its_print(client, event):
    whole = f"{reverse('workbooks:export', args=[SLUG])}?columns=all"
    page = client.get(whole)
    assert sorted(kind for _, kind in findings(page)) == ["id_number", "mobile"]
    texts = "".join(told(answer(client, page, whole)))
    assert (MOBILE in texts, ID in texts, "1101**********002X" in texts) == (False, False, True)
    printed = reverse("workbooks:pdf", args=[SLUG])
    text = "".join(_read(answer(client, client.get(printed), printed))["pages"])
    assert (MOBILE in text, "139****5678" in text) == (False, True)


def test_all_of_it_is_kept_with_one_reason(client, event):
    address = reverse("workbooks:export", args=[SLUG])
    page = client.get(address)
    refused = client.post(address, {"digest": page.context["digest"], "keep_all": "on"})
    assert refused.context["form"].errors["reason"] == ["有不打码的，请写明原因，一句话即可。"]
    assert f"宣讲，联系{MOBILE}" in told(answer(client, page, address, keep_all="on", reason="办公电话"))


def test_without_a_finding_it_stays_one_click(client, make):
    make(OutreachEvent, title="宣讲")
    photo = make_attachment(OutreachEvent.objects.get(), by=OutreachEvent.objects.get().created_by)
    Attachment.objects.filter(pk=photo.pk).update(name="合影.jpg")
    for name in ("export", "pdf", "files"):
        assert client.get(reverse(f"workbooks:{name}", args=[SLUG])).has_header("Content-Disposition"), name
    book = client.get(reverse("workbooks:yearbook"), {"year": 2022})
    assert book.has_header("Content-Disposition")
    assert not GuardAnswer.objects.exists()


def test_columns_of_thousands_are_shown_in_part(client, make, monkeypatch):
    monkeypatch.setattr("township.privacy.views.SHOWN", 1)
    for number in range(3):
        make(OutreachEvent, title=f"{number}：{MOBILE}")
    address = reverse("workbooks:export", args=[SLUG])
    page = client.get(address)
    assert (len(findings(page)), page.context["count"]) == (1, 3)
    assert "另有 2 处没有逐条列出，同样打码。" in page.content.decode()
    assert MOBILE not in "".join(told(answer(client, page, address)))


@pytest.fixture
def files(world, event):
    """A Word file with numbers in it under a name with one, a PDF with a number, and a scan without any text."""
    kinds = (
        (f"{MOBILE}.docx", word(), DOCX),
        ("名单.pdf", pdf(ID), "application/pdf"),
        ("扫描件.pdf", pdf(), "application/pdf"),
    )
    for name, content, kind in kinds:
        file = make_attachment(event, by=world.coordinator, image=False)
        file.name, file.content_type = name, kind
        file.file.save(name, ContentFile(content))
        file.save()


def test_attachments_are_masked_or_stay_here(client, event, files):
    address = reverse("workbooks:files", args=[SLUG])
    page = client.get(address)
    assert [item.label for item, _ in page.context["groups"]] == [
        "目录.xlsx",
        "第1条记录的第1个文件",
        "第1条记录的第2个文件",
        "第1条记录的第3个文件",
    ]
    package = zipfile.ZipFile(io.BytesIO(answer(client, page, address)))
    names = package.namelist()
    assert [name.rsplit("/")[-1] for name in names] == ["01_139_5678.docx", "03_扫描件.pdf", "目录.xlsx"]
    index = told(package.read("目录.xlsx"))
    assert bundles.LEFT_OUT in index
    inner = zipfile.ZipFile(io.BytesIO(package.read(names[0])))
    everything = "".join(
        [*names, *index, *(inner.read(name).decode("utf-8", "replace") for name in inner.namelist())]
    )
    assert [planted for planted in (ID, MOBILE) if planted in everything] == []


def test_an_answer_for_records_that_are_gone_leads_back(client, event, files):
    address = reverse("workbooks:files", args=[SLUG])
    page = client.get(address)
    OutreachEvent.objects.update(state="voided")
    response = client.post(address, {"digest": page.context["digest"]}, follow=True)
    assert "选出的记录都没有佐证材料。" in response.content.decode()


def test_what_changed_since_it_was_answered_is_not_packed(client, event, files, monkeypatch):
    """The look of the request and that of the worker are two: only what was answered for leaves."""
    monkeypatch.setattr("township.privacy.guard.Check.kept_before", lambda found: None)
    with pytest.raises(bundles.Unreadable, match="内容刚刚有变化"):
        gate = client.get(reverse("records:list", args=[SLUG])).wsgi_request.gate
        bundles.make_bundle(gate, lambda *_: None, SLUG, [event.pk], "", "x.zip")


def test_the_years_book(client, event):
    address = f"{reverse('workbooks:yearbook')}?year=2022"
    page = client.get(address)
    assert sorted(kind for _, kind in findings(page)) == ["id_number", "mobile"]
    texts = "".join(told(answer(client, page, address)))
    assert (MOBILE in texts, ID in texts, "139****5678" in texts) == (False, False, True)
