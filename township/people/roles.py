"""Roles (岗位) and the powers that each one carries; names and defaults as in the users' own list."""

from enum import Enum, auto
from functools import cache

from django.db.models import TextChoices


class Power(Enum):
    """One thing a user may do; where it may be done is the gate's business."""

    READ = auto()
    ENTER = auto()
    ENTER_FOR_OTHERS = auto()
    REVIEW = auto()
    MERGE = auto()
    READ_PARTIES = auto()
    EXPORT = auto()
    FIGURES = auto()
    READ_REPORT = auto()
    COMPILE_REPORT = auto()
    REVIEW_REPORT = auto()
    CONFIRM_FIGURES = auto()
    MANAGE_ACCOUNTS = auto()
    MANAGE_LISTS = auto()
    ANSWER_FEEDBACK = auto()
    DEFINE = auto()
    READ_AUDIT = auto()


class Role(TextChoices):
    VILLAGE_CLERK = "village_clerk", "村级填报人"
    OFFICE_CLERK = "office_clerk", "部门填报人"
    COORDINATOR = "coordinator", "综合管理员"
    REVIEWER = "reviewer", "审核人"
    MEDIATOR = "mediator", "调解员"
    DEPUTY_LEADER = "deputy_leader", "分管领导"
    PRINCIPAL_LEADER = "principal_leader", "主要领导"
    ADMINISTRATOR = "administrator", "系统管理员"
    AUDITOR = "auditor", "安全审计员"
    COUNTY_READER = "county_reader", "县级查阅人"


_POWERS = {
    Role.VILLAGE_CLERK: {Power.READ, Power.ENTER, Power.EXPORT, Power.FIGURES},
    Role.OFFICE_CLERK: {Power.READ, Power.ENTER, Power.EXPORT, Power.FIGURES, Power.CONFIRM_FIGURES},
    Role.COORDINATOR: {
        Power.READ,
        Power.ENTER,
        Power.ENTER_FOR_OTHERS,
        Power.MERGE,
        Power.READ_PARTIES,
        Power.EXPORT,
        Power.FIGURES,
        Power.READ_REPORT,
        Power.COMPILE_REPORT,
        Power.CONFIRM_FIGURES,
        Power.MANAGE_ACCOUNTS,
        Power.MANAGE_LISTS,
        Power.ANSWER_FEEDBACK,
        Power.DEFINE,
    },
    Role.REVIEWER: {
        Power.READ,
        Power.REVIEW,
        Power.MERGE,
        Power.READ_PARTIES,
        Power.EXPORT,
        Power.FIGURES,
        Power.READ_REPORT,
    },
    Role.MEDIATOR: {Power.READ, Power.ENTER, Power.READ_PARTIES, Power.FIGURES},
    Role.DEPUTY_LEADER: {
        Power.READ,
        Power.READ_PARTIES,
        Power.EXPORT,
        Power.FIGURES,
        Power.READ_REPORT,
        Power.REVIEW_REPORT,
    },
    Role.PRINCIPAL_LEADER: {Power.READ, Power.FIGURES, Power.READ_REPORT},
    Role.ADMINISTRATOR: {Power.MANAGE_ACCOUNTS, Power.MANAGE_LISTS, Power.ANSWER_FEEDBACK},
    Role.AUDITOR: {Power.READ_AUDIT},
    Role.COUNTY_READER: {Power.FIGURES},
}

# These see their own office's or committee's registers only, wherever in the township they are kept.
OFFICE_BOUND = frozenset({Role.OFFICE_CLERK})
CASE_BOUND = frozenset({Role.MEDIATOR})


# The county's technicians and auditors never touch cases: whoever is one of them is nothing else.
APART = frozenset({Role.ADMINISTRATOR, Role.AUDITOR})
# What whoever manages accounts may grant; a township's coordinator stays within the township.
_GRANTS = {
    Role.COORDINATOR: frozenset(Role) - APART - {Role.COUNTY_READER},
    Role.ADMINISTRATOR: frozenset(Role),
}


def grantable_by(roles):
    """Roles that somebody with `roles` may grant and take away."""
    return frozenset().union(*(_GRANTS.get(role, ()) for role in roles))


def powers_of(role):
    """The powers that come with `role`."""
    return frozenset(_POWERS[role])


@cache
def roles_with(power):
    """Every role that carries `power`."""
    return frozenset(role for role, powers in _POWERS.items() if power in powers)
