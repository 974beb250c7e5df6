"""Accounts: who may sign in, which roles go together and where, one-time passwords."""

import datetime
import secrets

from django.conf import settings
from django.contrib.auth.backends import ModelBackend
from django.db import transaction
from django.utils import timezone

from .changes import note
from .models import Area, RoleGrant, SettingChange, User
from .roles import APART, Power, Role, grantable_by, powers_of

SUBJECT = "accounts"
ONE_TIME_DAYS = 14
# No 0 and o, 1, l and i: the password is read from paper and typed on a phone.
ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789"

_TOWNSHIP = frozenset({Area.Level.TOWNSHIP})
_ABOVE_VILLAGES = frozenset({Area.Level.COUNTY, Area.Level.TOWNSHIP})
# Where each role has its seat.
SEATS = {
    Role.VILLAGE_CLERK: frozenset({Area.Level.VILLAGE}),
    Role.OFFICE_CLERK: _TOWNSHIP,
    Role.COORDINATOR: _TOWNSHIP,
    Role.REVIEWER: _TOWNSHIP,
    Role.MEDIATOR: frozenset({Area.Level.TOWNSHIP, Area.Level.VILLAGE}),
    Role.DEPUTY_LEADER: _TOWNSHIP,
    Role.PRINCIPAL_LEADER: _TOWNSHIP,
    Role.ADMINISTRATOR: _ABOVE_VILLAGES,
    Role.AUDITOR: _ABOVE_VILLAGES,
    Role.COUNTY_READER: frozenset({Area.Level.COUNTY}),
}
# Without one of these nobody could mend the accounts any more.
INDISPENSABLE = (Role.COORDINATOR, Role.ADMINISTRATOR)


class PortalBackend(ModelBackend):
    """Django's own check, less the demonstration accounts when DEMO is off."""

    def user_can_authenticate(self, user):
        return super().user_can_authenticate(user) and (settings.DEMO or not user.demo)


# Rules ----------------------------------------------------------------------------------------------


def refusals(account, *, by, roles, area, office, active):
    """(field, sentence) of every rule that giving `account` these roles there would break."""
    if not roles:
        yield "roles", "请至少选一个岗位。"
    for role in _sorted(roles - grantable_by(by.roles)):
        yield "roles", f"“{role.label}”不由您授予，请联系系统管理员。"
    for role in _sorted(roles & APART):
        if len(roles) > 1:
            yield "roles", f"{role.label}不接触案情，要与其他岗位分开，不能由同一个账号兼任。"
    yield from _misplaced(roles, area)
    yield from _wrong_office(roles, area, office)
    if account.pk == by.pk:
        yield from _shut_out(account, roles, area, active)
    yield from _last_ones(account, roles, area, active)


def refusals_to_close(account, *, by):
    """(field, sentence) of every rule that deactivating `account` as it stands would break."""
    if account.pk == by.pk:
        yield from _shut_out(account, account.roles, account.area, active=False)
    yield from _last_ones(account, account.roles, account.area, active=False)


def _sorted(roles):
    return [role for role in Role if role in roles]


def _misplaced(roles, area):
    for role in _sorted(roles):
        if area is not None and area.level not in SEATS[role]:
            seats = "或".join(level.label for level in Area.Level if level in SEATS[role])
            yield "area", f"“{role.label}”的单位应选{seats}。"


def _wrong_office(roles, area, office):
    if Role.OFFICE_CLERK in roles and office is None:
        yield "office", "部门填报人请选择所在部门。"
    if office is not None and area is not None and office.area_id != area.pk:
        yield "office", f"{office}不是{area}的部门，请重新选择。"


def _shut_out(account, roles, area, active):
    """Nobody locks themselves out."""
    if not active:
        yield "is_active", "不能停用自己的账号，请另一位管理员办理。"
    if not any(Power.MANAGE_ACCOUNTS in powers_of(role) for role in roles):
        yield "roles", "不能取消自己管理账号的岗位，请另一位管理员办理。"
    if area is not None and area.pk != account.area_id:
        yield "area", "不能变更自己的单位，请另一位管理员办理。"


def _last_ones(account, roles, area, active):
    """The last holder of a role that a place cannot do without keeps it."""
    held = account.roles if account.pk and account.is_active else frozenset()
    for role in INDISPENSABLE:
        stays = (
            active and role in roles and (area is None or area.township_path == account.area.township_path)
        )
        if role in held and not stays and not _others(account, role).exists():
            place = account.area
            yield "roles", f"这是{place}最后一个在用的{role.label}，请先把这个岗位给另一个人。"


def _others(account, role):
    """Other active accounts that hold `role` in the same township (or county)."""
    place = account.area.township_path
    holders = User.objects.filter(is_active=True, grants__role=role, area__path__startswith=place)
    return holders.exclude(pk=account.pk)


# Acts -----------------------------------------------------------------------------------------------


def hold_still(area):
    """Let nobody else change accounts around `area` until the transaction ends: the last two coordinators
    must not remove each other at the same moment."""
    list(Area.objects.select_for_update().filter(path=area.path[:4]))


def in_words(account):
    """What an account says, for its history."""
    return {
        "账号": account.username,
        "姓名": account.name,
        "单位": str(account.area or ""),
        "部门": str(account.office or ""),
        "岗位": account.role_names,
        "状态": "在用" if account.is_active else "停用",
    }


@transaction.atomic
def save_account(account, *, by, roles, before=None):
    """Save a checked account with exactly these roles; the history says what became different."""
    is_new = account.pk is None
    if is_new:
        account.set_unusable_password()
    account.save()
    grant_exactly(account, roles)
    action = SettingChange.Action.ADDED if is_new else SettingChange.Action.CHANGED
    after = in_words(account)
    if is_new or before != after:
        note(SUBJECT, account, action, by=by, before=before, after=after)


def grant_exactly(account, roles):
    account.grants.exclude(role__in=roles).delete()
    held = set(account.grants.values_list("role", flat=True))
    RoleGrant.objects.bulk_create(
        RoleGrant(user=account, role=role) for role in _sorted(roles) if role not in held
    )
    account.forget_roles()


@transaction.atomic
def give_one_time_password(account, *, by):
    """A password that serves once, to be handed over in person; ends the account's open sessions."""
    password = "-".join("".join(secrets.choice(ALPHABET) for _ in range(4)) for _ in range(3))
    account.set_password(password)
    account.one_time_until = timezone.now() + datetime.timedelta(days=ONE_TIME_DAYS)
    account.save(update_fields=["password", "one_time_until"])
    note(SUBJECT, account, SettingChange.Action.PASSWORD_RESET, by=by)
    return password
