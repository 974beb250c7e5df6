"""What all rows of the audit trail share: who, when, from where, and that they are never changed again."""

import ipaddress
from contextvars import ContextVar

from django.conf import settings
from django.db import models

# Address of whoever the present request comes from; commands have none. Set anew by each request and never
# taken back: an answer that is streamed writes its rows after the request has left the middleware.
origin = ContextVar("origin", default="")


class Fixed(Exception):
    """A row of the audit trail was to be changed or removed."""


def address_of(request):
    """The address a request comes from; behind PROXIES proxies the one that the outermost of them saw."""
    hops = [request.META.get("REMOTE_ADDR", "")]
    if settings.PROXIES:
        forwarded = request.META.get("HTTP_X_FORWARDED_FOR", "").split(",")
        hops = [*forwarded, *hops][-settings.PROXIES - 1 :]
    try:
        return str(ipaddress.ip_address(hops[0].strip()))
    except ValueError:
        return ""


class Group(models.TextChoices):
    """What the auditor looks for."""

    SIGN_IN = "sign_in", "登录、退出"
    VIEW = "view", "查看个人信息"
    TAKE = "take", "导出、下载"
    RECORD = "record", "记录增改"
    REVIEW = "review", "审核、退回、作废"
    SETTING = "setting", "账号、设置"
    REPORT = "report", "年度报告"
    SYSTEM = "system", "系统运行"


class TrailQuerySet(models.QuerySet):
    def update(self, **values):
        raise Fixed(self.model.__name__)

    def delete(self):
        raise Fixed(self.model.__name__)

    def bulk_update(self, *arguments, **options):
        raise Fixed(self.model.__name__)

    def bulk_create(self, rows, *arguments, **options):
        rows = list(rows)
        for row in rows:
            row.say_where()
        return super().bulk_create(rows, *arguments, **options)


class TrailRow(models.Model):
    """One act, in the table of its kind; all tables are read and sealed as one trail.

    `place` is the path of the unit that the person worked for at the time: whoever moves on leaves the
    trail where it was laid. `SEALED` names what a seal vouches for; it never changes once rows are sealed.
    """

    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name="经办人"
    )
    at = models.DateTimeField("时间", auto_now_add=True, db_index=True)
    address = models.CharField("地址", max_length=45, blank=True, editable=False)
    place = models.CharField("单位", max_length=12, blank=True, editable=False)

    objects = TrailQuerySet.as_manager()

    SEALED = ("by_id", "at", "address", "place")
    # {group: condition}; what no condition takes is not shown under any group.
    GROUPS = {}
    # Where the auditor's search looks.
    SEARCH = ("by__name", "by__username", "address")

    class Meta:
        abstract = True

    @property
    def act(self):
        """What was done, in two or four characters."""
        return self.get_action_display()

    @property
    def thing(self):
        """What it was done to, without anything personal."""
        return str(self)

    def say_where(self):
        """Fill in where the act came from."""
        self.address = self.address or origin.get()
        if not self.place and self.by_id and self.by.area_id:
            self.place = self.by.area.path

    def save(self, *arguments, **options):
        if not self._state.adding:
            raise Fixed(type(self).__name__)
        self.say_where()
        super().save(*arguments, **options)

    def delete(self, *arguments, **options):
        raise Fixed(type(self).__name__)
