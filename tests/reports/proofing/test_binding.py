"""The indicator behind a figure: real statements of other townships, and how a township's own words are learned."""

import csv
import re
from dataclasses import replace
from decimal import Decimal

import pytest

from reports.proofing.binding import propose, wording
from reports.proofing.binding.spoken import spoken_names
from reports.proofing.quantities import agreement, quantities
from tests.acceptance import FOLDER
from township.figures.indicator import indicators

from . import sentences, yardstick
from .names import KEYS, USER

STATEMENTS = FOLDER / "figures-open.tsv"
needs_statements = pytest.mark.skipif(
    not STATEMENTS.exists(), reason="没有验收用的语句（../shared/acceptance）"
)


def proposals(text, **more):
    figures = [one for one in quantities(text) if one.is_figure]
    return propose(text, figures, indicators.all(), **more)


def first(text):
    """Keys of the first proposals in order, None where there is none."""
    return [found[0].indicator.key if found else None for found in proposals(text).values()]


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("组织会前学法，党委会会前学法8次。", ["training.party_committee"]),
        ("发放普法资料1200份，悬挂横幅15条。", ["outreach.leaflets", "outreach.banners"]),
        ("举办法治培训3场，120人次参加。", ["training.courses", "training.course_attendance"]),
        ("“法律进校园”活动6次，“法律进企业”2次。", ["outreach.events_school", "outreach.events_enterprise"]),
        (
            "受理矛盾纠纷40件，调解成功38件，调解成功率95%。",
            ["disputes.accepted", "disputes.agreed", "disputes.success_rate"],
        ),
        ("排查矛盾纠纷24次，收集群众意见31条。", ["checks.rounds", "opinions.collected"]),
        ("司法所列席会议5次，审查合同12份。", ["governance.justice_office_present", "governance.contracts"]),
        (
            "中心组学法9次，其中习近平法治思想3次。",
            ["training.central_group", "training.central_group_xi_thought"],
        ),
        ("每月召开联席会议。", ["governance.liaison_months"]),
        # What 等 gives examples of, and who took part, is not what is counted.
        ("开展知识竞赛、法治讲座等普法活动30场。", ["outreach.events"]),
        ("组织村干部40人次旁听庭审。", ["training.court_attendance"]),
        ("新建停车位60个，种树300棵。", [None, None]),
        ("帮助10个行政村硬化道路。", [None]),
        ("完成招商引资4亿元。", [None]),
    ],
)
def test_proposals_read_the_words_around(text, keys):
    assert first(text) == keys


def test_an_indicator_is_found_by_its_label_alone():
    """A new indicator needs no rule: words that nobody has taught come from its label."""
    known = indicators.all()
    new = replace(
        known[0], key="test.lamps", label="太阳能路灯安装盏数", unit="个", aliases=(), words=("照明灯",)
    )
    for text in ("安装太阳能路灯45个", "添置照明灯45个"):
        figures = [one for one in quantities(text) if one.is_figure]
        assert propose(text, figures, (*known, new))[figures[0]][0].indicator.key == "test.lamps"


def test_every_name_that_reports_use_is_of_an_indicator():
    assert spoken_names().keys() <= {indicator.key for indicator in indicators.all()}


def test_accepted_wordings_are_proposed_again():
    text = "全镇共走街串巷36次。"
    figure = next(one for one in quantities(text) if one.is_figure)
    assert first(text) == [None]
    learned = {(wording(text, figure), "次"): "outreach.events"}
    (found,) = proposals(text, learned=learned).values()
    assert (found[0].indicator.key, found[0].score) == ("outreach.events", 1.0)


@pytest.mark.parametrize(
    ("unit", "other", "score"),
    [("次", "次", 1), ("场次", "场", 0.97), ("人", "人次", 0.8), ("人", "件", 0), ("次/月", "个月", 1)],
)
def test_units_say_what_may_be_behind_a_figure(unit, other, score):
    assert agreement(unit, other) == score


@needs_statements
def test_real_statements(capsys):
    """Recall of figures, and the first proposal for those that an indicator covers; the table is printed."""
    known = {indicator.key for indicator in indicators.all()}
    rows = list(csv.DictReader(STATEMENTS.open(encoding="utf-8"), delimiter="\t"))
    rows = [row for row in rows if row["phrase_check"] == "exact"]
    found = covered = right = false = 0
    table = []
    for row in rows:
        figure, best = proposed(row)
        wanted = set(KEYS[row["indicator"]].split()) & known
        found += figure is not None
        covered += bool(wanted)
        is_right = best is not None and best.indicator.key in wanted
        right += is_right
        false += best is not None and not is_right
        if not is_right and (wanted or best):
            said = f"{best.indicator.label}（{best.score}）" if best else "—"
            table.append(f"  {row['exact_phrase']}　应为 {row['indicator']}　提出 {said}")
    unknown = sorted(key for names in KEYS.values() for key in names.split() if key not in known | {USER})
    with capsys.disabled():
        print(f"\n语句 {len(rows)}：找到数据 {found}（{found / len(rows):.1%}）；", end="")
        print(
            f"有指标的 {covered}，首选正确 {right}（{right / covered:.1%}）；误提 {false}（{false / len(rows):.1%}）"
        )
        print("\n".join(table))
        if unknown:
            print(f"  还没有的指标：{'、'.join(unknown)}")
    assert found >= 0.98 * len(rows)
    assert right >= 0.9 * covered
    assert false <= 0.03 * len(rows)


def proposed(row):
    """(figure, first proposal) for the statement's number, each None without one."""
    numbers = {Decimal(part.strip("余近")) for part in row["number"].split("/")}
    for figure, found in proposals(row["exact_phrase"]).items():
        if figure.number in numbers:
            return figure, found[0] if found else None
    return None, None


MARKED = re.compile("【([^|]+)[|]([^】]+)】")


def marked(sentence):
    """(sentence, [(place, figure, keys)]) of a sentence with its marks."""
    text, places = "", []
    for number, part in enumerate(MARKED.split(sentence)):
        if number % 3 == 1:
            places.append((len(text), part))
        if number % 3 < 2:
            text += part
    keys = [set(mark[2].split("/")) for mark in MARKED.finditer(sentence)]
    return text, [(*place, wanted) for place, wanted in zip(places, keys, strict=True)]


@pytest.mark.parametrize(
    ("name", "written", "least"),
    [("自拟语句", sentences.SENTENCES, 0.95), ("外省说法", yardstick.SENTENCES, 0.9)],
    ids=["own", "yardstick"],
)
def test_sentences_of_our_own(capsys, name, written, least):
    """The same for wordings that were written for it, with things that nothing should be proposed for."""
    known = {indicator.key for indicator in indicators.all()} | {"-"}
    marks = covered = right = false = 0
    table = []
    for text, places in map(marked, written.strip().splitlines()):
        found = proposals(text)
        for place, said, wanted in places:
            assert wanted <= known
            marks += 1
            # A word before the digits may belong to the figure (近100份).
            figure = next(one for one in found if one.start < place + len(said) and place < one.end)
            best = found[figure][0].indicator.key if found[figure] else "-"
            covered += "-" not in wanted
            right += best in wanted - {"-"} and "-" not in wanted
            false += best not in wanted | {"-"}
            if best not in wanted:
                keys = "、".join(sorted(wanted))
                table.append(f"  {text[max(0, place - 16) : place]}【{said}】　应为 {keys}　提出 {best}")
    with capsys.disabled():
        print(
            f"\n{name} {marks}：有指标的 {covered}，首选正确 {right}（{right / covered:.1%}）；误提 {false}（{false / marks:.1%}）"
        )
        print("\n".join(table))
    assert right >= least * covered
    assert false <= 0.03 * marks
