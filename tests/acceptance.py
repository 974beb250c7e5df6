"""The acceptance texts, which live beside the project and are never copied into it."""

from pathlib import Path

import pytest

FOLDER = Path(__file__).resolve().parents[2] / "shared" / "acceptance"
REPORT = FOLDER / "maojun_2022.txt"

needs_report = pytest.mark.skipif(not REPORT.exists(), reason="没有验收用的报告文本（../shared/acceptance）")
FIGURES = FOLDER / "figures-open.tsv"
needs_figures = pytest.mark.skipif(
    not FIGURES.exists(), reason="没有验收用的数据语句（../shared/acceptance）"
)
