"""Tokens: parsed with their place, filled with figures, never silently wrong."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports.tokens import fill, tokens_of
from township.figures.indicator import indicators
from township.figures.reading import Figure
from township.figures.wording import rounded_down

RURAL = indicators.by_label["法律进乡村活动次数"]


def filled(text, value):
    return fill(text, {RURAL.key: Figure(RURAL, value)})


@pytest.mark.parametrize(("value", "written"), [(0, "开展0次。"), (1, "开展1次。"), (14, "开展14次。")])
def test_values_are_put_in_place(value, written):
    result = filled("开展{{法律进乡村活动次数}}次。", value)
    assert (result.text, result.problems) == (written, ())


def test_marks_say_where_each_figure_stands():
    result = filled("甲{{法律进乡村活动次数}}乙{{法律进乡村活动次数}}", 14)
    assert [(result.text[start:end], key) for start, end, key in result.marks] == [
        ("14", RURAL.key),
        ("14", RURAL.key),
    ]


@pytest.mark.parametrize(
    "token",
    [
        "{{ 法律进乡村活动次数 }}",
        "｛｛法律进乡村活动次数｝｝",
        "{{法律进 乡村活动次数}}",
        "{ {法律进乡村活动次数} }",
    ],
)
def test_what_a_word_processor_does_to_a_token_is_understood(token):
    assert filled(token, 14).text == "14"


def test_nothing_recorded_is_a_problem_and_not_zero():
    result = filled("开展{{法律进乡村活动次数}}次", None)
    (problem,) = result.problems
    assert "还没有填" in str(problem)
    assert result.text == "开展{{法律进乡村活动次数}}次"


def test_unknown_names_are_problems_at_their_place():
    (problem,) = filled("第一行\n共{{不存在的数}}次", 1).problems
    assert (problem.line, problem.column) == (2, 2)
    assert "没有叫“不存在的数”的数据" in str(problem)


@pytest.mark.parametrize(
    "text", ["{{法律进乡村活动次数", "法律进乡村活动次数}}", "{{甲{{法律进乡村活动次数}}"]
)
def test_unpaired_braces_are_problems(text):
    assert any("没有配成对" in str(problem) for problem in filled(text, 1).problems)


def test_unknown_options_are_problems():
    (problem,) = filled("{{法律进乡村活动次数|约}}", 1).problems
    assert "不是认识的写法" in str(problem)


@pytest.mark.parametrize(
    ("value", "step", "written"),
    [
        (5137, "百", "5100余"),
        (5137, "千", "5000余"),
        (5000, "千", "5000"),
        (326, "百", "300余"),
        (99, "百", "99"),
        (0, "百", "0"),
        (12_345, "万", "10000余"),
    ],
)
def test_rounding_with_yu(value, step, written):
    assert rounded_down(value, step) == written


@given(st.integers(0, 10**7), st.sampled_from("十百千万"))
def test_a_rounded_figure_never_claims_more_than_there_is(value, step):
    written = rounded_down(value, step)
    whole = int(written.removesuffix("余"))
    assert whole <= value
    assert written.endswith("余") == (whole != value)


@given(st.text(st.sampled_from("法治{}｛｝| \n数余:百12"), max_size=80))
def test_any_text_is_filled_or_explained(text):
    result = filled(text, 3)
    assert (not result.problems) or all(
        problem.line >= 1 and problem.column >= 1 for problem in result.problems
    )
    assert [token.start for token in tokens_of(text)] == sorted(token.start for token in tokens_of(text))
