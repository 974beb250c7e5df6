"""`manage.py populate`: a county's decade of records beside the demonstration, for measuring speed."""

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError

from township.operations.populating import Populator
from township.people.models import Area


class Command(BaseCommand):
    help = "灌入供测速用的台账：演示乡镇的记录抄到同县的其他乡镇，十年左右。只能在演示模式下运行。"

    def add_arguments(self, parser):
        parser.add_argument("--records", type=int, required=True, help="至少多少条记录")
        parser.add_argument("--seed", type=int, default=2022, help="同一个数得到同样的记录")

    def handle(self, *, records, seed, **options):
        if not settings.DEMO:
            raise CommandError("测速数据只能灌入演示库（DEMO=1），不能灌入正式的库。")
        if records < 1:
            raise CommandError("--records 请填 1 以上的整数。")
        call_command("seed_demo", alone=True, stdout=self.stdout)
        if Area.objects.filter(level=Area.Level.TOWNSHIP).count() > 1:
            raise CommandError("库里已经有别的乡镇，没有再灌。要重新灌，请换一个空库。")
        written = 0
        for written in Populator(records, seed).write():
            if options["verbosity"] > 1:
                self.stdout.write(f"{written:,} 条")
        self.stdout.write(f"已灌入 {written:,} 条记录，分属 {Area.objects.townships().count()} 个乡镇。")
