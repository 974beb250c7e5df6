"""`manage.py rotate_keys`: seals all personal data with the first key of DATA_KEYS."""

from cryptography.fernet import InvalidToken
from django.core.management.base import BaseCommand, CommandError

from township.operations.rotating import rotate
from township.people.trail.log import Action, log


class Command(BaseCommand):
    help = (
        "更换加密密钥：把新密钥写在 DATA_KEYS 最前面、旧密钥留在后面，重启后运行本命令，全部个人信息改用新密钥加密。"
        "可以随时中断，再运行时接着做；期间门户照常使用。"
    )

    def handle(self, **options):
        total = 0
        try:
            for table, number in rotate():
                total += number
                if number:
                    self.stdout.write(f"{table}：{number} 行")
        except InvalidToken as error:
            raise CommandError(
                "有的内容用现有的密钥都打不开，请把当时的密钥补进 DATA_KEYS 再运行。"
            ) from error
        log(Action.KEYS_ROTATED, what=f"{total} 行")
        self.stdout.write(f"已改用新密钥加密 {total} 行。")
        self.stdout.write(
            "证件号的检索码仍用 DATA_KEYS 里最后一个密钥，请不要删掉它；更早的备份也要用旧密钥打开。"
        )
