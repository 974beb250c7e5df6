"""`manage.py report`: a township's annual report as PDF, Word file and plain text."""

import json
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from reports.document import plain_text
from reports.management.commands.check_report import read
from reports.models import AnnualReport
from reports.outline import outline, title_for
from reports.typesetting import render_pdf, render_word
from reports.writing import write, write_report
from township.figures.management.commands.indicators import area_of
from township.figures.years import years_of
from township.printing.rendering import Unprintable


class Command(BaseCommand):
    help = "输出年度报告。不写 --area 时用本镇，不写 --year 时用今年；没有建立报告时用内置提纲。"

    def add_arguments(self, parser):
        parser.add_argument("--year", type=int, help="年度，例如 2022")
        parser.add_argument("--area", help="乡镇的区划代码")
        parser.add_argument("--pdf", type=Path, help="PDF 存到哪里")
        parser.add_argument("--docx", type=Path, help="Word 文件存到哪里")
        parser.add_argument("--text", type=Path, help="文字稿存到哪里")
        parser.add_argument(
            "--from-text", type=Path, help="用这个文本（txt）或 Word（docx）文件里的文字代替报告正文来排版"
        )
        parser.add_argument("--json", action="store_true", help="只输出 JSON：用到的数据和存放的文件")

    def handle(self, *, year, area, pdf, docx, text, from_text, **options):
        place, year = area_of(area), year or timezone.localdate().year
        written = self.write(place, year, from_text)
        if written.problems:
            raise CommandError("\n".join(str(problem) for problem in written.problems))
        if pdf:
            try:
                pdf.write_bytes(render_pdf(written.document))
            except Unprintable as refusal:
                raise CommandError(str(refusal)) from refusal
        if docx:
            docx.write_bytes(render_word(written.document))
        plain = plain_text(written.document)
        if text:
            text.write_text(plain, encoding="utf-8")
        if options["json"]:
            self.stdout.write(self.as_json(written, pdf=pdf, docx=docx, text=text))
        elif not (pdf or docx or text):
            self.stdout.write(plain)

    def write(self, place, year, from_text):
        """The stored report of the year, or the outline, or the given text."""
        report = AnnualReport.objects.filter(area=place, year=year).first()
        source = read(from_text).lstrip("\ufeff") if from_text else None
        if report:
            return write_report(report, source)
        return write(
            outline(place, year) if source is None else source,
            title=title_for(place, year),
            area=place,
            period=years_of(place).span(year),
        )

    def as_json(self, written, **files):
        return json.dumps(
            {
                "title": written.document.title,
                **{kind: str(path) if path else None for kind, path in files.items()},
                "figures": [
                    {"key": key, "label": figure.indicator.label, "value": number_of(figure.value)}
                    for key, figure in written.figures.items()
                ],
            },
            ensure_ascii=False,
            indent=2,
        )


def number_of(value):
    """A value as JSON has it: decimals become plain numbers."""
    return float(value) if hasattr(value, "as_tuple") else value
