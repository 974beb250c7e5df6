"""`manage.py restore`: a backup into an empty installation; with --verify it is only looked through."""

from django.core.management.base import BaseCommand, CommandError
from django.db import DatabaseError

from township.operations.backup.archive import Refused, verify
from township.operations.backup.restoring import restore


class Command(BaseCommand):
    help = "把备份恢复到刚建好表的空库里，可以换数据库；要么全部恢复，要么什么都不变。"

    def add_arguments(self, parser):
        parser.add_argument("file", metavar="in", help="备份文件")
        parser.add_argument("--verify", action="store_true", help="只核对备份是否完好，不恢复")

    def handle(self, file, **options):
        try:
            manifest = (verify if options["verify"] else restore)(file)
        except Refused as error:
            raise CommandError(str(error)) from error
        except (OSError, DatabaseError) as error:
            raise CommandError("磁盘或数据库出了错，没有恢复，这里什么都没有变。") from error
        done = "备份完好" if options["verify"] else "已恢复"
        self.stdout.write(
            f"{done}：{manifest.at[:16]} 的备份，{manifest.rows} 行、{len(manifest.files)} 个附件。"
        )
        self.stdout.write(f"要用的密钥指纹：{'、'.join(manifest.keys)}")
        for name in manifest.missing:
            self.stdout.write(f"做备份时附件就不在磁盘上：{name}")
