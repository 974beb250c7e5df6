"""`manage.py export_register`: a whole ledger as a workbook that can be brought in again."""

from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from township.figures.years import years_of
from township.people.roles import Power
from township.records.models import State
from township.workbooks.ledgers import whole_bytes

from .import_register import reach


class Command(BaseCommand):
    help = "把一本台账导出成 .xlsx，可原样再导入。当事人等个人信息不导出。"

    def add_arguments(self, parser):
        parser.add_argument("register", help="台账代号，见 manage.py registers")
        parser.add_argument("--out", required=True, help="写到哪个文件")
        parser.add_argument("--year", type=int, help="只要这一年的")
        parser.add_argument("--area", help="区划代码；不写时用本镇")
        parser.add_argument("--user", default="", help="以哪个账号导出")

    def handle(self, *, register, out, year, area, user, **options):
        declaration, gate = reach(register, area, user, Power.EXPORT)
        records = gate.records(declaration, Power.EXPORT).exclude(state=State.VOIDED).order_by("date", "pk")
        words = "筛选：无"
        if year:
            period = years_of(gate.user.area).span(year)
            records, words = records.between(period.start, period.end), f"筛选：{period}"
        content = whole_bytes(gate, declaration, records=records, words=words)
        try:
            Path(out).write_bytes(content)
        except OSError as error:
            raise CommandError(f"写不了文件 {out}。") from error
        self.stdout.write(f"{declaration.label} {records.count()} {declaration.unit}，已写入 {out}")
