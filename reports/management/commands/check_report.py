"""`manage.py check_report`: 数据核对 of any text, for scripts and for people."""

import datetime
import json
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from reports.document.files import Unreadable, text_of
from reports.proofing.checks import Severity
from reports.proofing.proof import proof
from township.figures.management.commands.indicators import area_of


class Command(BaseCommand):
    help = "核对一份报告文字里的数字和提法。不写 --area 时用本镇；不写 --year 时取文中的年度，不写 --date 时取落款日期。"

    def add_arguments(self, parser):
        parser.add_argument("file", type=Path, metavar="FILE", help="要核对的文本（txt）或 Word（docx）文件")
        parser.add_argument("--year", type=int, help="报告年度，例如 2022")
        parser.add_argument("--area", help="乡镇的区划代码")
        parser.add_argument("--date", type=_day, help="按哪一天的法律和提法核对，例如 2022-12-30")
        parser.add_argument("--json", action="store_true", help="只输出 JSON")

    def handle(self, *, file, year, area, date, **options):
        found = proof(read(file), area=area_of(area), year=year, day=date)
        if options["json"]:
            self.stdout.write(json.dumps(described(found), ensure_ascii=False, indent=2))
            return
        for row in described(found)["findings"]:
            self.stdout.write(f"{Severity(row['severity']).label}　{row['message']}")
        figures = sum(one.is_figure for one in found.quantities)
        self.stdout.write(f"{found.paper.year}年，数据 {figures} 个，要看的地方 {len(found.findings)} 处。")


def _day(text):
    try:
        return datetime.date.fromisoformat(text)
    except ValueError as error:
        raise CommandError(f"日期“{text}”应写成 2022-12-30 这样。") from error


def read(path):
    """The file's text; of a text file as it is, line ends included: places are code points of it."""
    try:
        return text_of(path.read_bytes())
    except OSError as error:
        raise CommandError(f"读不到 {path}：{error.strerror}。") from error
    except Unreadable as error:
        raise CommandError(f"{path}：{error}") from error


def described(found):
    """A proof as plain lists: every numeral of the text, and what ought to be looked at."""
    bound = {one.quantity.start: one for one in found.bound}
    return {
        "figures": [_figure(one, bound.get(one.start)) for one in found.quantities],
        "findings": [
            {
                "check": one.check,
                "severity": one.severity,
                "start": one.start,
                "end": one.end,
                "message": one.message,
            }
            for one in found.findings
        ],
    }


def _figure(quantity, bound):
    return {
        "text": quantity.text,
        "number": plain(quantity.number),
        "unit": quantity.unit,
        "start": quantity.start,
        "end": quantity.end,
        "class": quantity.kind,
        "indicator": bound.indicator.key if bound and bound.indicator else None,
        "score": bound.score if bound else None,
        "ledger_value": plain(bound.value) if bound else None,
    }


def plain(value):
    """A number as JSON has it: whole ones without a point."""
    if value is None or isinstance(value, int):
        return value
    return int(value) if value == int(value) else float(value)
