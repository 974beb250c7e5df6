"""`manage.py reduce_personal_data`: reduces what closed cases say of people once the unit's own term is over."""

from django.core.management.base import BaseCommand

from township.operations.retention import due, reduce


class Command(BaseCommand):
    help = (
        "清理办结多年的案件里的个人信息：按各单位在“个人信息保存年限”里定的年限；没有定的不清理。"
        "记录和统计数字不变。每晚的定时任务会运行本命令。"
    )

    def add_arguments(self, parser):
        parser.add_argument("--dry-run", action="store_true", help="只数一数，不清理")

    def handle(self, dry_run, **options):
        total = 0
        for one in due():
            number = sum(1 for _ in one.records()) if dry_run else reduce(one)
            total += number
            if number:
                self.stdout.write(
                    f"{one.area} {one.register.label}：{number} 条（办结满 {one.rule.years} 年）"
                )
        self.stdout.write(f"到期待清理 {total} 条，还没有清理。" if dry_run else f"已清理 {total} 条。")
