"""What real reports call the figures of study and outreach is a label or an alias of ours."""

import csv
import re

import pytest

from tests.acceptance import FOLDER
from township.figures.indicator import indicators

NAMES = FOLDER / "figures-open.tsv"
OURS = re.compile("study session|exam|outreach event|materials|team|demonstration|consultation|述法")

pytestmark = pytest.mark.skipif(
    not NAMES.exists(), reason="没有验收用的指标名称（../shared/acceptance/figures-open.tsv）"
)


def reported_names():
    """Distinct names of the kinds of record that study and outreach keep, without remarks in brackets."""
    with NAMES.open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file, delimiter="\t") if OURS.search(row["record_type"])]
    names = set()
    for row in rows:
        name = row["indicator"].replace("(社区)", "（社区）").replace("法律进X", "法律进")
        name = re.sub(r"\(.*?\)", "", name)
        first, *others = name.split("/")
        # “学法考试参考率/合格率” says two names that begin alike.
        names |= {first, *(f"{first.removesuffix('参考率')}{other}" for other in others)}
    return names


def test_each_is_answered_by_a_figure():
    names = reported_names()
    assert len(names) > 35
    assert sorted(name for name in names if name not in indicators.by_label) == []
