"""The real report against the demonstration township's ledgers, through the command."""

import json

import pytest
from django.core.management import CommandError, call_command

from tests.acceptance import REPORT, needs_report

pytestmark = needs_report
# Those that depend on the day: in force in 2021, out of date at the end of 2022.
TIME_BOUND = {"《信访条例》", "十九大及十九届历次全会"}


@pytest.fixture
def checked(demonstration, django_db_blocker, capsys):
    """`checked(**options)` is the command's answer about the real report."""

    def _checked(**options):
        with django_db_blocker.unblock():
            call_command("check_report", str(REPORT), json=True, **options)
        return json.loads(capsys.readouterr().out)

    return _checked


def said(answer, check):
    """What the findings of one check point at, in order."""
    text = REPORT.read_bytes().decode()
    return [text[one["start"] : one["end"]] for one in answer["findings"] if one["check"] == check]


def test_eighteen_figures_and_two_frequencies_are_bound_to_their_values(checked):
    text = REPORT.read_bytes().decode()
    figures = [one for one in checked()["figures"] if one["class"] == "figure"]
    assert [one["text"] for one in figures if one["unit"] == "次/月"] == ["每月", "每月"]
    assert len(figures) == 20
    assert all(one["indicator"] and one["ledger_value"] is not None for one in figures)
    assert all(text[one["start"] : one["end"]] == one["text"] for one in figures)
    assert all(
        one.keys()
        == {"text", "number", "unit", "start", "end", "class", "indicator", "score", "ledger_value"}
        for one in figures
    )


def test_the_findings(checked):
    answer = checked()
    assert said(answer, "foreign_places") == ["乾塘"]
    assert said(answer, "repealed_laws") == ["《信访条例》"]
    assert said(answer, "misnamed_laws") == ["《土地承包法》"]
    assert said(answer, "dated_wordings") == [
        "法制副校长",
        "社会管理",
        "综治行政执法",
        "群众路线教育实践活动",
        "十九大及十九届历次全会",
    ]
    assert said(answer, "two_facts_one_figure") == ["34件次"]
    assert said(answer, "rate_without_parts") == ["100%"]
    assert len(said(answer, "missing_causes")) == 1
    (enumeration,) = [one for one in answer["findings"] if one["check"] == "enumerations"]
    assert "6个" in enumeration["message"] and "进社区" in enumeration["message"]
    whole = [one["message"] for one in answer["findings"] if (one["start"], one["end"]) == (0, 0)]
    assert [
        next(word for word in ("第一责任人", "习近平法治思想", "二十大", "宪法", "八五") if word in one)
        for one in whole
    ] == [
        "第一责任人",
        "习近平法治思想",
        "二十大",
        "宪法",
        "八五",
    ]


def test_the_mends(checked):
    answer = checked()
    assert said(answer, "mend_numbering") == ["1、", "2、", "3、"] * 2
    assert said(answer, "mend_quotes") == ["”民主协商”"]
    assert said(answer, "mend_punctuation") == [",", ","]
    brackets = said(answer, "mend_brackets")
    assert set(brackets) == {"(社区)", *(f"({number})" for number in "一二三四五六")}


def test_nothing_else_is_an_error_and_nothing_else_is_said(checked):
    answer = checked()
    errors = {one["check"] for one in answer["findings"] if one["severity"] == "error"}
    assert errors == {"foreign_places", "missing_causes", "missing_parts", "repealed_laws"}
    assert {one["check"] for one in answer["findings"] if one["severity"] == "reminder"} == {
        "dated_wordings",
        "early_signature",
        "enumerations",
        "misnamed_laws",
        "officials_named",
        "two_facts_one_figure",
        "two_spellings",
        "unexplained_short_names",
        "unmentioned",
    }


def test_dated_2021_the_time_bound_findings_vanish(checked):
    from datetime import date

    now, then = checked(), checked(date=date(2021, 12, 30))
    gone = {said_of(one) for one in now["findings"]} - {said_of(one) for one in then["findings"]}
    text = REPORT.read_bytes().decode()
    assert {text[start:end] for _, start, end, _ in gone if end} == TIME_BOUND
    assert [message for _, _, end, message in gone if not end] == ["全文没有提到党的二十大精神。"]


def said_of(finding):
    return finding["check"], finding["start"], finding["end"], finding["message"]


def test_a_file_that_cannot_be_read_is_said(demonstration, django_db_blocker, tmp_path):
    with django_db_blocker.unblock(), pytest.raises(CommandError, match="读不到"):
        call_command("check_report", str(tmp_path / "none.txt"))


def test_other_encodings_and_line_ends_keep_their_places(demonstration, django_db_blocker, tmp_path, capsys):
    source = tmp_path / "old.txt"
    source.write_bytes("一、成效\r\n全年开展普法活动12场。\r\n".encode("gb18030"))
    with django_db_blocker.unblock():
        call_command("check_report", str(source), year=2022, json=True)
    figure = json.loads(capsys.readouterr().out)["figures"][-1]
    assert (figure["text"], figure["start"], figure["end"]) == ("12场", 14, 17)
