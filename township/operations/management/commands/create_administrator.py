"""`manage.py create_administrator`: the county, its first township and the first system administrator."""

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from township.people.accounts import ONE_TIME_DAYS, give_one_time_password, grant_exactly
from township.people.models import Area, User
from township.people.roles import Role


class Command(BaseCommand):
    help = "新安装后建立县、第一个乡镇和系统管理员账号；一次性密码只显示这一次。"

    def add_arguments(self, parser):
        parser.add_argument("username", help="系统管理员的账号")
        parser.add_argument("--name", required=True, help="姓名")
        parser.add_argument("--county", required=True, help="县（市、区）名称")
        parser.add_argument("--township", default="", help="第一个乡镇（街道）名称")
        parser.add_argument("--code", default="", help="第一个乡镇的区划代码，12 位")

    @transaction.atomic
    def handle(self, username, **options):
        if User.objects.filter(grants__role=Role.ADMINISTRATOR, is_active=True, demo=False).exists():
            raise CommandError("已经有在用的系统管理员，请由他在“账号”里新增。")
        county = self.area(options["county"], Area.Level.COUNTY)
        if options["township"]:
            self.area(options["township"], Area.Level.TOWNSHIP, parent=county, code=options["code"])
        account = User(username=username, name=options["name"], area=county)
        account.set_unusable_password()
        self.check(account)
        account.save()
        grant_exactly(account, frozenset({Role.ADMINISTRATOR}))
        password = give_one_time_password(account, by=None)
        self.stdout.write(f"已建立系统管理员 {username}（{county}）。一次性密码：{password}")
        self.stdout.write(
            f"{ONE_TIME_DAYS} 天内有效，第一次登录时换成自己的密码；这行只显示一次，请不要留在日志里。"
        )

    def area(self, name, level, **values):
        """The place of that name and level, made if it is not there."""
        parent = values.get("parent")
        found = Area.objects.filter(name=name, level=level, parent=parent).first()
        if found is None:
            found = Area(name=name, level=level, **values)
            self.check(found)
            found.save()
        return found

    def check(self, thing):
        try:
            thing.full_clean(exclude=["path", "password"])
        except ValidationError as error:
            raise CommandError("".join(error.messages)) from error
