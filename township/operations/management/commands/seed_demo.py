"""`manage.py seed_demo`: the demonstration township; running it again changes nothing."""

import secrets

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from django.utils.module_loading import autodiscover_modules

from township.operations.demo import World, neighbour_seeders, seeders


class Command(BaseCommand):
    help = "建立演示乡镇：辖区、账号和三年的台账。重复运行不会重复录入。"

    def add_arguments(self, parser):
        parser.add_argument("--alone", action="store_true", help="只建演示乡镇，不建供县里对照的邻镇")

    def handle(self, *, alone=False, **options):
        if not settings.DEMO:
            raise CommandError("演示数据只能在演示模式（DEMO=1）下建立。")
        autodiscover_modules("demo")
        with transaction.atomic():
            world = World.build()
            for seed in seeders():
                seed(world)
            accounts = world.accounts() if alone else [*world.accounts(), *self.seed_neighbour(world)]
            passwords = self.give_passwords(accounts)
        self.stdout.write(f"演示乡镇已就绪：{world.township.name}，{len(world.villages)} 个村（社区）。")
        for user, password in passwords:
            self.stdout.write(f"  {user.username:<10}{password}    {user.name}（{user.role_names}）")
        if passwords:
            self.stdout.write("以上口令只显示这一次，只在演示模式下有效。")

    def seed_neighbour(self, world):
        """Accounts of the neighbour township, which is kept as well."""
        neighbour = world.neighbour()
        for seed in neighbour_seeders():
            seed(neighbour)
        return neighbour.accounts()

    def give_passwords(self, accounts):
        """A fresh password for every demonstration account that has none yet."""
        given = []
        for user in accounts:
            if not user.password:
                password = secrets.token_urlsafe(6)
                user.set_password(password)
                user.save(update_fields=["password"])
                given.append((user, password))
        return given
