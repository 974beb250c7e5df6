"""The one access gate: every query that a user can cause is narrowed here.

Access follows `keeper`, the unit that keeps a record, within the user's own area and below; an office
clerk is further bound to the records of the own office, a mediator to the registers of cases. What the
gate does not hand out answers 404, so that nobody learns whether it exists.
"""

import copy
import re

from django.db.models import Exists, OuterRef, Q
from django.http import Http404

from .models import Area, Feedback, Office, Person, RoleGrant, User
from .places import inside
from .roles import CASE_BOUND, OFFICE_BOUND, Power, Role, grantable_by, roles_with

NOTHING = Q(pk__in=[])


class Gate:
    """What `user` may reach. Made once per request (`request.gate`)."""

    def __init__(self, user):
        self.user = user
        self.powers = (
            user.powers if user.is_authenticated and user.is_active and user.area_id else frozenset()
        )
        # Set by `of_office`: what the user looks at is one office's part only.
        self.office = None

    def of_office(self, office):
        """The same gate, narrowed to the records of one office (None: not narrowed)."""
        narrowed = copy.copy(self)
        narrowed.office = office
        return narrowed

    @property
    def key(self):
        """All that decides what it lets through: gates with equal keys let through the same records of an account's places.

        The ids within the places are not part of it.
        """
        if not self.powers:
            return None
        user, office = self.user, self.user.office
        bound = office and (office.pk, tuple(office.registers))
        return self.powers, user.roles, user.area_id, user.area.path, bound, self.office and self.office.pk

    def can(self, power):
        return power in self.powers

    def require(self, power):
        """Raise 404 unless the user has `power` at all."""
        if not self.can(power):
            raise Http404

    @property
    def manages_common_data(self):
        """Whether reference data that all places share is the user's to keep."""
        return self.can(Power.MANAGE_LISTS) and Role.ADMINISTRATOR in self.user.roles

    # Areas, offices and people -------------------------------------------------------------------

    def areas(self):
        """Areas the user may see figures of or choose in a form."""
        return Area.objects.within(self.user.area) if self.powers else Area.objects.none()

    def area(self, code_or_pk):
        """The area with that id within reach, or 404."""
        found = self.areas().filter(pk=code_or_pk).first() if is_id(code_or_pk) else None
        if found is None:
            raise Http404
        return found

    def entry_areas(self):
        """Areas a record may be entered for: the own unit, or everything below for those who enter for others."""
        if (
            self.can(Power.ENTER_FOR_OTHERS)
            or self.can(Power.REVIEW)
            or self.user.roles & (OFFICE_BOUND | CASE_BOUND)
        ):
            return self.areas()
        if self.can(Power.ENTER):
            return Area.objects.filter(pk=self.user.area_id)
        return Area.objects.none()

    def neighbours(self):
        """Villages that may be named as taking part in a joint event: all of the own township."""
        return Area.objects.filter(path__startswith=self.user.area.township_path, level=Area.Level.VILLAGE)

    def offices(self):
        return Office.objects.filter(area__path__startswith=self.user.area.township_path, active=True)

    def office_called(self, code_or_pk):
        """The office in use with that id within reach, or 404."""
        found = self.offices().filter(pk=code_or_pk).first() if is_id(code_or_pk) else None
        if found is None:
            raise Http404
        return found

    def people(self):
        """The roster of the own township: names and posts, open to everybody who works there."""
        return Person.objects.filter(area__path__startswith=self.user.area.township_path)

    def accounts(self):
        """Accounts that the user manages: of the own area, with no role beyond what the user may grant."""
        if not self.can(Power.MANAGE_ACCOUNTS):
            return User.objects.none()
        beyond = RoleGrant.objects.filter(user=OuterRef("pk")).exclude(role__in=grantable_by(self.user.roles))
        return User.objects.filter(~Exists(beyond), area__path__startswith=self.user.area.path)

    def feedback_to_answer(self):
        """Feedback from the own township; the county's own staff write to its system administrator."""
        if not self.can(Power.ANSWER_FEEDBACK):
            return Feedback.objects.none()
        if self.user.area.level == Area.Level.COUNTY:
            return Feedback.objects.filter(area=self.user.area)
        return Feedback.objects.filter(area__path__startswith=self.user.area.path)

    def home_township(self, power):
        """The township that the user works for, with `power` there; 404 for users of villages and counties."""
        self.require(power)
        if self.user.area.level != Area.Level.TOWNSHIP:
            raise Http404
        return self.user.area

    # Records --------------------------------------------------------------------------------------

    def roles_for(self, register, power):
        """The user's roles that carry `power` over the records of `register`."""
        if power not in self.powers or not self.knows(register):
            return frozenset()
        roles = self.user.roles & roles_with(power)
        if not register.cases:
            roles -= CASE_BOUND
        if not self._kept_by_own_office(register):
            roles -= OFFICE_BOUND
        if not register.village_access or (power is Power.ENTER and not register.village_entry):
            roles -= {Role.VILLAGE_CLERK}
        if power is Power.ENTER and register.closed:
            return frozenset()
        return roles

    def knows(self, register):
        """Whether the register is everybody's, or one that the user's own township (or one below) has set up."""
        own, theirs = self.user.area.path, register.township_path
        return own.startswith(theirs) or theirs.startswith(own)

    def _kept_by_own_office(self, register):
        office = self.user.office
        return office is not None and (not office.registers or register.slug in office.registers)

    def bound_office(self, register):
        """The office that whatever the user enters in `register` belongs to; None for those not so bound."""
        roles = self.roles_for(register, Power.ENTER)
        return self.user.office if roles and roles <= OFFICE_BOUND else None

    def can_in(self, register, power):
        """Whether the user has `power` over any record of `register`."""
        return bool(self.roles_for(register, power))

    def scope(self, register, power=Power.READ, prefix=""):
        """The condition on records of `register` that the user has `power` over, of the office looked at if any.

        With `prefix`, the path from a row to its record, it is a condition on those rows.
        """
        reach = self._reach(register, power, prefix)
        return reach & Q(**{f"{prefix}office": self.office}) if self.office else reach

    def _reach(self, register, power, prefix):
        roles = self.roles_for(register, power)
        if not roles:
            return NOTHING
        kept = inside(self.user.area, f"{prefix}keeper")
        if roles <= OFFICE_BOUND:
            return kept & Q(**{f"{prefix}office": self.user.office_id})
        if power in {Power.READ, Power.FIGURES, Power.EXPORT}:
            return kept | joint_with(register.model, self.user.area, prefix)
        return kept

    def records(self, register, power=Power.READ):
        """Records of `register` within reach."""
        return register.model.objects.filter(self.scope(register, power))

    def record(self, register, pk, power=Power.READ):
        """One record within reach, or 404."""
        found = self.records(register, power).filter(pk=pk).first()
        if found is None:
            raise Http404
        return found

    def may(self, register, power, record):
        """Whether the user has `power` over this very record."""
        roles = self.roles_for(register, power)
        if not roles or not record.keeper.path.startswith(self.user.area.path):
            return False
        return not roles <= OFFICE_BOUND or record.office_id == self.user.office_id


def is_id(text):
    """Whether `text` can be an id; `str.isdigit` would let ² and ٣ pass, which no database reads."""
    return re.fullmatch(r"[0-9]{1,18}", str(text)) is not None


def joint_with(model, area, prefix=""):
    """Condition: `area` or a place below it takes part in the (joint) record; false where none can.

    The records are named by a list of their own, which is made once, not looked up for each record.
    """
    if not model.JOINT_FIELD:
        return NOTHING
    through = model._meta.get_field(model.JOINT_FIELD).remote_field.through
    joint = through.objects.filter(inside(area)).values(f"{model._meta.model_name}_id")
    return Q(**{f"{prefix or 'pk__'}in": joint})
