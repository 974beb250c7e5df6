"""What the trail says of backups."""

import datetime

from django.conf import settings
from django.utils import timezone

from .models import AuditEvent


def backup_warning():
    """A sentence when the last backup failed or is too old; empty when all is well or nobody looks for backups."""
    if not settings.BACKUP_HOURS:
        return ""
    acts = [AuditEvent.Action.BACKED_UP, AuditEvent.Action.BACKUP_FAILED]
    last = AuditEvent.objects.filter(action__in=acts).order_by("-at", "-pk").first()
    if last is None:
        return "还没有做过备份，请按安装说明打开每晚的备份。"
    when = f"{timezone.localtime(last.at):%Y-%m-%d %H:%M}"
    if last.action == AuditEvent.Action.BACKUP_FAILED:
        return f"{when} 的备份没有做成：{last.what}"
    if timezone.now() - last.at > datetime.timedelta(hours=settings.BACKUP_HOURS):
        return f"最近一次备份是 {when}，已超过 {settings.BACKUP_HOURS} 小时，请查看每晚的备份是否还在运行。"
    return ""
