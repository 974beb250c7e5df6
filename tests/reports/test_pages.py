"""The pages of reports: who may do what, and autosaving."""

import json

import pytest
from django.urls import reverse

from reports.locking import lock
from reports.models import AnnualReport

READERS = {"coordinator", "reviewer", "deputy", "principal"}


def url(name, *arguments):
    return reverse(f"reports:{name}", args=arguments)


@pytest.mark.parametrize("name", ["detail", "preview", "draft_text"])
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
        ({"year": 2030, "start": "pasted"}, "请把文字粘贴进来"),
    ],
)
def test_bad_beginnings_get_a_sentence(world, sign_in, report, data, sentence):
    answer = sign_in(world.coordinator).post(url("list"), data)
    assert answer.status_code == 422
    assert sentence in answer.content.decode()


def test_steps_are_registered_through_the_page(world, sign_in, report):
    lock(report, by=world.coordinator)
    sign_in(world.coordinator).post(url("step", report.pk, "send"))
    sign_in(world.deputy).post(
        url("step", report.pk, "deliberate"), {"date": "2023-01-10", "who": "党委会议"}
    )
    sign_in(world.coordinator).post(url("step", report.pk, "sign"), {"date": "2023-01-12", "who": "周敏"})
    report.refresh_from_db()
    assert report.state == AnnualReport.State.SIGNED
    assert [entry.who for entry in report.registrations.all()] == ["党委会议", "周敏"]


def test_readers_cannot_take_steps(world, sign_in, report):
    assert sign_in(world.principal).post(url("step", report.pk, "send")).status_code == 404
    assert (
        sign_in(world.stranger).post(url("lock", report.pk), {"version": report.version}).status_code == 404
    )
