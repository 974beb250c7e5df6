"""A list with a filter and a two-character Chinese search, beside Django's admin on the same table."""

from urllib.parse import urlencode

from .county import client, coordinator, got
from .work import Aim, Work

SLUG = "village-notices"
TEXT, STATE = "公开", "approved"


def declaration():
    from township.records.register import registry

    return registry.get(SLUG)


def portal(case):
    page = client(coordinator())
    url = f"/ledgers/{SLUG}/?{urlencode({'q': TEXT, 'state': STATE})}"
    return lambda: len(got(page, url))


def django_admin(case):
    user, meta = coordinator(), declaration().model._meta
    user.is_staff = user.is_superuser = True
    user.save()
    page = client(user)
    url = f"/admin/{meta.app_label}/{meta.model_name}/?{urlencode({'q': TEXT, 'state__exact': STATE})}"
    return lambda: len(got(page, url))


WORK = Work(
    name="列表：一个筛选加两个字的搜索（全县 {size:,} 条记录，PostgreSQL）",
    ways={
        "portal": ("本门户：从请求到网页", portal),
        "admin": ("Django admin 的列表，同样的列、筛选和范围", django_admin),
    },
    aims=(Aim("admin", 1 / 3),),
    base="county",
    together=True,
    times=9,
    settings="bench.with_admin",
)
