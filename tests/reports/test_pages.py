"""The pages of reports: who may do what, and autosaving."""

import io
import json

import docx
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from outreach.models import OutreachEvent
from reports.forms import LONGEST_TEXT
from reports.locking import lock
from reports.models import AnnualReport

READERS = {"coordinator", "reviewer", "deputy", "principal"}


def url(name, *arguments):
    return reverse(f"reports:{name}", args=arguments)


@pytest.mark.parametrize("name", ["detail", "preview", "draft_text", "draft_word"])
def test_readers_read_and_strangers_do_not_learn_that_it_exists(world, sign_in, report, name):
    found = {
        who for who, user in world.users.items() if sign_in(user).get(url(name, report.pk)).status_code == 200
    }
    assert found == READERS


@pytest.mark.parametrize("name", ["edit", "insertable", "particulars"])
def test_only_who_compiles_opens_the_editor(world, sign_in, report, name):
    found = {
        who for who, user in world.users.items() if sign_in(user).get(url(name, report.pk)).status_code == 200
    }
    assert found == {"coordinator"}


def test_locked_bytes_are_handed_out_unchanged(world, sign_in, report):
    revision = lock(report, by=world.coordinator)
    address = url("revision_pdf", report.pk, 1)
    assert sign_in(world.principal).get(address).content == bytes(revision.pdf)
    assert sign_in(world.stranger).get(address).status_code == 404


@pytest.mark.parametrize("name", ["revision_text", "revision_word"])
def test_other_forms_of_a_locked_revision_are_its_readers_own(world, sign_in, report, name):
    lock(report, by=world.coordinator)
    address = url(name, report.pk, 1)
    reached = {who for who, user in world.users.items() if sign_in(user).get(address).status_code == 200}
    assert reached == READERS


def save(client, report, text, version):
    return client.post(
        url("save_text", report.pk),
        json.dumps({"text": text, "version": version}),
        content_type="application/json",
    )


def test_autosave_says_what_is_wrong_and_where(world, sign_in, report):
    answer = save(sign_in(world.coordinator), report, "共{{没有的数}}次", report.version).json()
    assert answer["version"] == report.version + 1
    assert answer["problems"][0]["message"].startswith("第 1 行第 2 个字")
    assert AnnualReport.objects.get().text == "共{{没有的数}}次"


def test_a_second_tab_never_overwrites_silently(world, sign_in, report):
    client = sign_in(world.coordinator)
    assert save(client, report, "甲", report.version).status_code == 200
    answer = save(client, report, "乙", report.version)
    assert answer.status_code == 409
    assert answer.json()["text"] == "甲"
    assert AnnualReport.objects.get().text == "甲"


def test_a_save_that_was_answered_too_late_may_be_repeated(world, sign_in, report):
    client = sign_in(world.coordinator)
    save(client, report, "甲", report.version)
    assert save(client, report, "甲", report.version).status_code == 200


@pytest.mark.parametrize("body", ["", "[]", "{}", '{"text": "甲"}', '{"text": "甲", "version": "x"}'])
def test_broken_saves_get_a_sentence(world, sign_in, report, body):
    answer = sign_in(world.coordinator).post(
        url("save_text", report.pk), body, content_type="application/json"
    )
    assert (answer.status_code, answer.json()["message"]) == (400, "没有收到正文，请刷新页面后再试。")


def test_an_expired_session_does_not_save(client, report):
    assert save(client, report, "丙", report.version).status_code == 302
    assert AnnualReport.objects.get().text == report.text


def test_insertable_figures_are_found_by_pinyin_initials(world, sign_in, report):
    rows = sign_in(world.coordinator).get(url("insertable", report.pk)).json()["indicators"]
    row = next(row for row in rows if row["label"] == "法律进乡村活动次数")
    assert (row["initials"], row["value"]) == ("fljxchdcs", "2次")


def test_a_new_report_starts_from_the_outline(world, sign_in):
    answer = sign_in(world.coordinator).post(url("list"), {"year": 2025, "start": "outline"})
    report = AnnualReport.objects.get(year=2025)
    assert answer.url == url("edit", report.pk)
    assert "{{党委会会前学法次数}}" in report.text


def test_last_years_prose_comes_forward_and_its_figures_do_not(world, sign_in, report):
    lock(report, by=world.coordinator)
    sign_in(world.coordinator).post(url("list"), {"year": 2023, "start": "last"})
    text = AnnualReport.objects.get(year=2023).text
    assert "{{法律进乡村活动次数}}" in text
    assert "2022年" not in text


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        ({"year": "", "start": "outline"}, "请填写年度。"),
        ({"year": "22", "start": "outline"}, "年度请填四位数"),
        ({"year": 2022, "start": "outline"}, "已经建立"),
        ({"year": 2030, "start": "last"}, "没有2029年的报告"),
        ({"year": 2030, "start": "pasted"}, "请把文字粘贴进来，或者上传文件。"),
    ],
)
def test_bad_beginnings_get_a_sentence(world, sign_in, report, data, sentence):
    answer = sign_in(world.coordinator).post(url("list"), data)
    assert answer.status_code == 422
    assert sentence in answer.content.decode()


def upload(content, name="报告.txt"):
    return SimpleUploadedFile(name, content)


def word_file(*lines):
    document, buffer = docx.Document(), io.BytesIO()
    for line in lines:
        document.add_paragraph(line)
    document.save(buffer)
    return buffer.getvalue()


@pytest.mark.parametrize(
    "content",
    ["一、成效\n开展普法。".encode("gb18030"), word_file("一、成效", "开展普法。")],
    ids=["txt", "docx"],
)
def test_a_new_report_starts_from_a_file(world, sign_in, content):
    # What a file is called says nothing.
    sent = {"year": 2021, "start": "pasted", "upload": upload(content, "2021.bin")}
    sign_in(world.coordinator).post(url("list"), sent)
    assert AnnualReport.objects.get(year=2021).text == "一、成效\n开展普法。"


def test_what_was_read_from_a_file_stays_when_something_else_is_wrong(world, sign_in):
    sent = {"year": "21", "start": "pasted", "upload": upload("一、成效".encode())}
    answer = sign_in(world.coordinator).post(url("list"), sent)
    assert answer.status_code == 422
    assert answer.context["form"]["text"].value() == "一、成效"
    assert "upload" not in answer.context["form"].errors


@pytest.mark.parametrize(
    ("typed", "content", "sentence"),
    [
        ("", b"%PDF-1.7\n%%EOF", "PDF 里的文字取不完整"),
        ("一、成效", "二".encode(), "文件和粘贴只用一样"),
        ("", "字".encode() * (LONGEST_TEXT + 1), f"超过 {LONGEST_TEXT} 字"),
    ],
    ids=["pdf", "both", "long"],
)
def test_a_file_that_cannot_be_used_gets_a_sentence_at_its_field(world, sign_in, typed, content, sentence):
    sent = {"year": 2021, "start": "pasted", "text": typed, "upload": upload(content)}
    answer = sign_in(world.coordinator).post(url("list"), sent)
    assert answer.status_code == 422
    assert sentence in answer.context["form"].errors["upload"][0]
    assert answer.context["form"]["text"].value() == typed
    assert not AnnualReport.objects.filter(year=2021).exists()


@pytest.mark.parametrize(
    ("sent", "status", "answer"),
    [
        ({"file": word_file("一、成效")}, 200, {"text": "一、成效"}),
        ({"file": "一\r\n二".encode("utf-8-sig")}, 200, {"text": "一\n二"}),
        ({"file": b"PK\x03\x04"}, 422, None),
        ({}, 422, {"message": "没有收到文件，请重新选择。"}),
    ],
    ids=["docx", "txt", "broken", "none"],
)
def test_the_editor_reads_a_file_and_stores_nothing(world, sign_in, report, sent, status, answer):
    files = {name: upload(content) for name, content in sent.items()}
    got = sign_in(world.coordinator).post(url("read_file", report.pk), files)
    assert got.status_code == status
    assert answer is None or got.json() == answer
    assert AnnualReport.objects.get().text == report.text


def test_only_who_compiles_an_open_report_reads_files_into_it(world, sign_in, report):
    def status(user):
        return sign_in(user).post(url("read_file", report.pk), {"file": upload("一".encode())}).status_code

    assert {name for name, user in world.users.items() if status(user) == 200} == {"coordinator"}
    AnnualReport.objects.update(state=AnnualReport.State.SIGNED)
    assert status(world.coordinator) == 404


def step(client, report, key, **data):
    return client.post(url("step", report.pk, key), data)


def test_a_report_goes_its_way_through_the_pages(world, sign_in, report):
    coordinator, office = sign_in(world.coordinator), sign_in(world.office_clerk)
    step(coordinator, report, "confirm")
    confirming = url("confirm", report.pk)
    office.post(confirming, {"seen": office.get(confirming).context["seen"]})
    version = coordinator.get(url("detail", report.pk)).context["report"].version
    coordinator.post(url("lock", report.pk), {"version": version})
    step(coordinator, report, "send")
    step(sign_in(world.deputy), report, "approve")
    step(coordinator, report, "deliberate", date="2023-01-10", who="镇党委会议")
    step(coordinator, report, "sign", date="2023-01-12", who="周敏", reference="毛政〔2023〕1号")
    step(coordinator, report, "submit", date="2023-02-01", who="县委、县人民政府")
    step(coordinator, report, "publish", date="2023-03-01", who="黄秀兰", reference="https://example.com/1")
    report.refresh_from_db()
    assert report.state == AnnualReport.State.PUBLISHED
    assert [(entry.kind, entry.who) for entry in report.registrations.all()] == [
        ("confirm", "coordinator"),
        ("send", "coordinator"),
        ("approve", "deputy"),
        ("deliberate", "镇党委会议"),
        ("sign", "周敏"),
        ("submit", "县委、县人民政府"),
        ("publish", "黄秀兰"),
    ]
    assert [revision.number for revision in report.revisions.all()] == ["毛政〔2023〕1号", ""]


@pytest.mark.parametrize(
    ("key", "data", "sentence"),
    [
        ("deliberate", {"date": "", "who": "镇党委会议"}, "请填写日期。"),
        ("deliberate", {"date": "2999-01-01", "who": "镇党委会议"}, "日期晚于今天，请核对。"),
        ("deliberate", {"date": "2023-01-10", "who": ""}, "请填写审议会议。"),
        ("return", {"note": ""}, "请写明原因，一句话即可。"),
    ],
)
def test_a_registration_that_has_to_be_mended_keeps_what_was_typed(
    world, sign_in, report, key, data, sentence
):
    lock(report, by=world.coordinator)
    AnnualReport.objects.update(state=AnnualReport.State.REVIEWING, reviewed=True)
    who = world.deputy if key == "return" else world.coordinator
    answer = step(sign_in(who), report, key, **data)
    assert answer.status_code == 422
    assert sentence in answer.content.decode()
    assert not report.registrations.exists()
    [row] = [row for row in answer.context["steps"] if row["step"].key == key]
    assert {name: row["form"].data[name] for name in data} == data


def test_a_scan_is_kept_with_its_registration(world, sign_in, report):
    lock(report, by=world.coordinator)
    AnnualReport.objects.update(state=AnnualReport.State.REVIEWING, reviewed=True)
    scan = SimpleUploadedFile("纪要.pdf", b"%PDF-1.7\n%%EOF", "application/pdf")
    step(sign_in(world.coordinator), report, "deliberate", date="2023-01-10", who="镇党委会议", upload=scan)
    address = url("scan", report.pk, report.registrations.get().pk)
    reached = {name for name, user in world.users.items() if sign_in(user).get(address).status_code == 200}
    assert reached == READERS


def test_a_scan_that_is_no_document_is_refused(world, sign_in, report):
    lock(report, by=world.coordinator)
    AnnualReport.objects.update(state=AnnualReport.State.REVIEWING, reviewed=True)
    scan = SimpleUploadedFile("纪要.pdf", b"<html></html>", "application/pdf")
    answer = step(
        sign_in(world.coordinator), report, "deliberate", date="2023-01-10", who="镇党委会议", upload=scan
    )
    assert answer.status_code == 422
    assert not report.registrations.exists()


def test_readers_cannot_take_steps(world, sign_in, report):
    assert step(sign_in(world.principal), report, "send").status_code == 404
    assert (
        sign_in(world.stranger).post(url("lock", report.pk), {"version": report.version}).status_code == 404
    )


def test_the_second_click_of_a_double_click_locks_nothing_more(world, sign_in, report):
    client = sign_in(world.coordinator)
    for _ in range(2):
        answer = client.post(url("lock", report.pk), {"version": report.version}, follow=True)
    assert "已经锁定，不用再点" in answer.content.decode()
    assert report.revisions.count() == 1


def test_figures_are_confirmed_as_they_were_seen(world, sign_in, make, report):
    AnnualReport.objects.update(state=AnnualReport.State.CONFIRMING)
    client, address = sign_in(world.office_clerk), url("confirm", report.pk)
    seen = client.get(address).context["seen"]
    make(OutreachEvent)
    answer = client.post(address, {"seen": seen})
    assert "数据刚有变化，请再核对一遍。" in answer.content.decode()
    assert not report.confirmations.exists()


def test_who_confirms_figures(world, sign_in, report):
    AnnualReport.objects.update(state=AnnualReport.State.CONFIRMING)
    address = url("confirm", report.pk)
    reached = {name for name, user in world.users.items() if sign_in(user).get(address).status_code == 200}
    assert reached == {"office_clerk", "coordinator"}
