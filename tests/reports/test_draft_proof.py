"""数据核对 of a report in the portal: places, waivers, sources, bindings, and what keeps it from 定稿锁定."""

import json

import pytest
from django.urls import reverse

from outreach.models import OutreachEvent
from reports.life import Refused
from reports.locking import lock
from reports.models import AnnualReport, DatedWording, LearnedWording, TypedFigure, Waiver
from reports.proofing.draft import give_source, learn, prove, waive
from tests.reports.texts import PARTS, SIGNATURE


def url(name, report):
    return reverse(f"reports:{name}", args=[report.pk])


def with_text(report, text):
    AnnualReport.objects.filter(pk=report.pk).update(text=text)
    return AnnualReport.objects.get(pk=report.pk)


def post(client, report, name, **sent):
    return client.post(url(name, report), json.dumps(sent), content_type="application/json")


def errors(report):
    return [one.finding.check for one in prove(report).open_errors]


def test_a_sound_draft_has_nothing_in_its_way(report):
    found = prove(report)
    assert (found.obstacle, found.open_errors, found.typed) == ("", [], [])


def test_places_are_those_of_the_draft_with_its_tokens(report):
    text = (
        "一、成效\n“法律进乡村”活动{{法律进乡村活动次数}}次(参加{{普法活动参加人次|余:百}}人次),平安柳塘建设向好。"
        + PARTS
    )
    report = with_text(report, text)
    found = {one.finding.check: one for one in prove(report).noted}
    place = found["foreign_places"]
    assert text[place.start : place.end] == "柳塘"
    mended = list(text)
    for check in ("mend_brackets", "mend_punctuation"):
        for start, end, new in sorted(found[check].edits, reverse=True):
            mended[start:end] = [new] + [""] * (end - start - 1)
    assert "（参加{{普法活动参加人次|余:百}}人次），平安" in "".join(mended)


def test_an_error_keeps_the_report_open_until_it_is_waived(report, world):
    report = with_text(report, "一、成效\n推进平安柳塘建设。" + PARTS)
    with pytest.raises(Refused, match="还有1处应改的"):
        lock(report, by=world.coordinator)
    (noted,) = prove(report).open_errors
    waive(report, noted, reason="柳塘是本镇的一个自然村", by=world.coordinator)
    assert lock(report, by=world.coordinator).ordinal == 1


def test_a_waiver_holds_for_its_finding_only(report, world):
    report = with_text(report, "一、成效\n推进平安柳塘建设。" + PARTS)
    waive(report, prove(report).open_errors[0], reason="自然村", by=world.coordinator)
    report = with_text(report, "一、成效\n今年推进平安柳塘建设，学习法治竹坪建设经验。" + PARTS)
    assert [one.quote for one in prove(report).open_errors] == ["竹坪"]


def test_typed_figures_need_a_source_and_are_confirmed_in_one_step(report, world):
    report = with_text(report, "一、成效\n新建法治长廊3处，安装路灯45盏，投入20万元。" + PARTS)
    with pytest.raises(Refused, match="还有3个手写的数字"):
        lock(report, by=world.coordinator)
    give_source(report, prove(report).typed, source="镇财政所", by=world.coordinator)
    assert prove(report).obstacle == ""
    assert set(TypedFigure.objects.values_list("text", "source")) == {
        ("3处", "镇财政所"),
        ("45", "镇财政所"),
        ("20万元", "镇财政所"),
    }
    report = with_text(report, report.text.replace("3处", "4处"))
    assert [one.text for one in prove(report).unsourced] == ["4处"]


def test_what_could_be_filled_is_offered_as_a_token(report, make):
    make(OutreachEvent, attendance=100, consultations=320)
    report = with_text(
        report,
        "一、成效\n“法律进乡村”活动3次，接受群众咨询300余人次，普法活动参加445人次，每月召开联席会议。"
        + PARTS,
    )
    assert [(one.text, one.ledger, one.token) for one in prove(report).typed] == [
        ("3次", "3次", "{{法律进乡村活动次数}}次"),
        ("300余人次", "320人次", "{{接受群众咨询人次|余:百}}人次"),
        ("445人次", "445人次", "{{普法活动参加人次}}人次"),
        ("每月", "未填", ""),
    ]


def test_accepted_wordings_belong_to_the_township(report, world, make):
    text = "一、成效\n全镇赶集摆摊2次。" + PARTS
    report = with_text(report, text)
    (typed,) = prove(report).typed
    assert typed.token == ""
    LearnedWording.objects.create(
        area=world.other_township, wording=typed.wording, unit="次", indicator="outreach.events"
    )
    assert prove(report).typed[0].token == ""
    LearnedWording.objects.create(
        area=world.township, wording=typed.wording, unit="次", indicator="outreach.events"
    )
    (typed,) = prove(report).typed
    assert (typed.bound.score, typed.token) == (1.0, "{{普法活动场次}}次")


def test_learning_twice_keeps_the_later_indicator(report, world):
    report = with_text(report, "一、成效\n“法律进乡村”活动2次。" + PARTS)
    for _ in range(2):
        learn(world.township, prove(report).typed, by=world.coordinator)
    assert list(LearnedWording.objects.values_list("unit", "indicator")) == [("次", "outreach.events_rural")]


def test_phrases_that_an_administrator_adds_count_below_that_place_only(report, world):
    report = with_text(report, "一、成效\n推进星火行动。" + PARTS)
    DatedWording.objects.create(area=world.other_township, phrase="星火行动", instead="已经结束")
    assert "dated_wordings" not in [one.finding.check for one in prove(report).noted]
    DatedWording.objects.create(area=world.county_area, phrase="星火行动", instead="现在叫“燎原行动”。")
    (noted,) = [one for one in prove(report).noted if one.finding.check == "dated_wordings"]
    assert noted.finding.message == "“星火行动”已经过时：现在叫“燎原行动”。"


def test_last_years_text_is_held_against_this_years(report, world):
    sentence = "坚持把法治建设摆在全局工作的突出位置，层层压实工作责任，形成齐抓共管的格局。"
    AnnualReport.objects.create(
        area=world.township, year=2021, title="上年", text=f"一、成效\n{sentence}", cutoff="2021-12-31"
    )
    report = with_text(report, f"一、成效\n{sentence}" + PARTS + SIGNATURE)
    assert "repeated_passages" in [one.finding.check for one in prove(report).noted]
    assert errors(report) == []


# Through the page -----------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["proof", "waive", "give_sources", "accept_bindings"])
def test_only_who_compiles_reaches_it(world, sign_in, report, name):
    def status(user):
        client = sign_in(user)
        return (client.get(url(name, report)) if name == "proof" else post(client, report, name)).status_code

    assert {who for who, user in world.users.items() if status(user) != 404} == {"coordinator"}


def test_the_panel_says_what_is_open(world, sign_in, report):
    report = with_text(report, "一、成效\n推进平安柳塘建设，新建长廊3处。" + PARTS)
    answer = sign_in(world.coordinator).get(url("proof", report)).json()
    assert answer["obstacle"].startswith("还有1处应改的")
    error = next(one for one in answer["findings"] if one["level"] == "error")
    assert report.text[error["start"] : error["end"]] == "柳塘"
    assert [one["text"] for one in answer["figures"]] == ["3处"]


def test_waiving_and_sourcing_through_the_page(world, sign_in, report):
    report = with_text(report, "一、成效\n推进平安柳塘建设，新建长廊3处。" + PARTS)
    client = sign_in(world.coordinator)
    answer = client.get(url("proof", report)).json()
    error = next(one for one in answer["findings"] if one["level"] == "error")
    refused = post(client, report, "waive", finding=error["id"], reason="  ")
    assert (refused.status_code, refused.json()["message"]) == (422, "请写明不改的原因，一句话即可。")
    after = post(client, report, "waive", finding=error["id"], reason="本镇自然村").json()
    assert next(one["reason"] for one in after["findings"] if one["id"] == error["id"]) == "本镇自然村"
    figures = [one["id"] for one in after["figures"]]
    refused = post(client, report, "give_sources", figures=figures, source="")
    assert "出处" in refused.json()["message"]
    after = post(client, report, "give_sources", figures=figures, source="镇村建办").json()
    assert after["obstacle"] == ""
    assert Waiver.objects.get().by == world.coordinator


@pytest.mark.parametrize(
    ("sent", "sentence"),
    [
        ({"finding": "gone", "reason": "原因"}, "正文刚有变化"),
        ({"finding": ["x"], "reason": "原因"}, "正文刚有变化"),
        ({"finding": "gone", "reason": "长" * 201}, "最多写 200 个字"),
        ({}, "请写明不改的原因"),
    ],
)
def test_bad_waivers_get_a_sentence(world, sign_in, report, sent, sentence):
    answer = post(sign_in(world.coordinator), report, "waive", **sent)
    assert answer.status_code == 422
    assert sentence in answer.json()["message"]
    assert not Waiver.objects.exists()


def test_what_is_no_json_gets_a_sentence(world, sign_in, report):
    answer = sign_in(world.coordinator).post(url("waive", report), "[1", content_type="application/json")
    assert (answer.status_code, answer.json()["message"][:6]) == (400, "没有收到内容")


def test_the_page_of_the_report_says_why_it_cannot_be_locked(world, sign_in, report):
    report = with_text(report, "一、成效\n新建长廊3处。" + PARTS)
    page = sign_in(world.coordinator).get(reverse("reports:detail", args=[report.pk])).content.decode()
    assert "还有1个手写的数字没有确认出处" in page


def test_the_proof_of_a_locked_report_is_not_shown(world, sign_in, report):
    AnnualReport.objects.filter(pk=report.pk).update(state=AnnualReport.State.SIGNED)
    assert sign_in(world.coordinator).get(url("proof", report)).status_code == 404


@pytest.mark.usefixtures("in_request")
def test_a_proof_takes_a_fixed_number_of_queries(report, django_assert_max_num_queries):
    with_text(report, report.text + "\n新建长廊3处，开展普法活动2场。" * 30)
    report = AnnualReport.objects.get(pk=report.pk)
    with django_assert_max_num_queries(26):
        prove(report)
