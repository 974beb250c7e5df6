"""`manage.py seal_audit`: seals what has been added to the audit trail; for a nightly timer."""

from django.core.management.base import BaseCommand

from township.people.trail.chain import seal_up


class Command(BaseCommand):
    help = "封存新增的审计记录。供夜间定时运行，可随时重复运行。"

    def handle(self, **options):
        self.stdout.write(f"已封存 {seal_up()} 条审计记录。")
