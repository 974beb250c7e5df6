"""`manage.py verify_audit`: whether the audit trail is as it was sealed; exit code 1 when it is not."""

import sys

from django.core.management.base import BaseCommand

from township.people.trail.chain import verify

SHOWN = 50


class Command(BaseCommand):
    help = "核验审计记录有没有被改动、删除或插入。完好时退出码为 0，否则为 1。"

    def add_arguments(self, parser):
        parser.add_argument("--expect", default="", help="以前核验时抄下的指纹，一并核对。")

    def handle(self, **options):
        finding = verify(options["expect"])
        for sentence in finding.faults[:SHOWN]:
            self.stdout.write(sentence)
        if len(finding.faults) > SHOWN:
            self.stdout.write(f"另有 {len(finding.faults) - SHOWN} 处。")
        if finding.faults:
            self.stdout.write("审计记录被动过，请保留现场并报告。")
            sys.exit(1)
        self.stdout.write(f"审计记录完好：{finding.seals} 批，{finding.rows} 条已封存。")
        if finding.last:
            self.stdout.write(f"最后一批的指纹（请抄下另存）：{finding.last}")
