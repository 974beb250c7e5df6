"""How many of the figures that other townships report have records behind them here."""

import csv

from tests.acceptance import FIGURES, needs_figures
from tests.reports.proofing.names import KEYS, USER
from township.figures.indicator import indicators

WANTED = 0.85


@needs_figures
def test_most_names_of_real_reports_are_record_backed_figures(capsys):
    with FIGURES.open(encoding="utf-8") as file:
        names = {row["indicator"] for row in csv.DictReader(file, delimiter="\t")}
    assert names - set(KEYS) == set()
    keys = {key for value in KEYS.values() if value != USER for key in value.split()}
    assert {key for key in keys if indicators.get(key) is None} == set()
    own = sorted(name for name in names if KEYS[name] == USER)
    share = 1 - len(own) / len(names)
    with capsys.disabled():
        print(f"\n指标名称 {len(names)} 个，有台账的 {share:.1%}；由各镇自己定的：{'、'.join(own)}")
    assert share >= WANTED
