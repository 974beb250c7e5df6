"""`manage.py backup`: everything in one archive, while people work."""

from pathlib import Path

from django.core.files.storage import default_storage
from django.core.management.base import BaseCommand, CommandError
from django.db import DatabaseError, connection
from django.utils import timezone

from township.operations.backup.archive import Refused
from township.operations.backup.taking import back_up, discard_older
from township.people.trail.log import Action, log


class Command(BaseCommand):
    help = (
        "把数据库、附件和已锁定的 PDF 备份到一个文件，做完自动核对；期间门户照常使用。"
        "当事人信息在备份里仍是加密的，备份里没有密钥，请另存 DATA_KEYS。"
    )

    def add_arguments(self, parser):
        parser.add_argument("out", help="备份文件；可以含日期，如 portal-%%Y%%m%%d.tar.gz")
        parser.add_argument("--keep", type=int, default=0, help="同名规则的只留最新这么多份，更早的删掉")

    def handle(self, out, keep, **options):
        path = Path(timezone.localtime().strftime(out))
        if path.exists():
            raise CommandError(f"{path} 已经有了，请换一个文件名。")
        if keep < 0 or (keep and "%" not in out):
            raise CommandError("--keep 要写正数，并且备份文件名里要有日期（如 %Y%m%d）。")
        if path.absolute().is_relative_to(Path(default_storage.location)):
            raise CommandError("备份不能放在附件目录里，请换一个地方。")
        try:
            manifest = back_up(path)
        except (OSError, DatabaseError, Refused) as error:
            self.failed(error)
        missing = f"，缺 {len(manifest.missing)} 个附件" if manifest.missing else ""
        done = f"{manifest.rows} 行、{len(manifest.files)} 个附件{missing}"
        self.note(Action.BACKED_UP, what=done)
        older = discard_older(out, keep) if keep else []
        self.stdout.write(f"已备份到 {path}：{done}，已核对。")
        for name in manifest.missing:
            self.stdout.write(f"附件在磁盘上找不到：{name}")
        if older:
            self.stdout.write(f"删掉了更早的 {len(older)} 份。")

    def failed(self, error):
        """Tell the administrator, on the page as well if the database still takes it."""
        reason = why(error)
        self.note(Action.BACKUP_FAILED, what=reason)
        raise CommandError(f"没有备份成：{reason}没写完的文件已经删掉。") from error

    def note(self, action, *, what):
        """Write it down over a connection of its own: the one before may have been cut while files were read."""
        if not connection.in_atomic_block:
            connection.close()
        try:
            log(action, what=what)
        except DatabaseError:
            self.stderr.write("数据库连不上，这次备份没能记进审计记录。")


def why(error):
    """The failure as a sentence, without what the system or the database quotes."""
    if isinstance(error, Refused):
        return str(error)
    if isinstance(error, DatabaseError):
        return "读数据库时连接断了或出了错。"
    return f"文件写不下去（{error.strerror or type(error).__name__}）。"
