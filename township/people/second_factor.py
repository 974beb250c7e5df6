"""动态口令: a second factor by time (TOTP, RFC 6238) on the owner's telephone, with recovery codes."""

import secrets
import time

import pyotp
import segno
from django.conf import settings
from django.db import transaction
from django.utils import timezone

from .models import Area, RecoveryCode, SecondFactor
from .roles import OFFICE_BOUND, Power
from .sealing import fingerprint
from .trail.log import Action, log

ISSUER = "法治建设工作门户"
CODES = 10
SECONDS = 30
# Kept in the session from the password until the code: ASK for the code, or SET up the factor first.
SESSION_KEY, ASK, SET = "second_factor", "ask", "set"


def sensitive(user):
    """Whether the account sees parties or exports more than its own unit's records."""
    if Power.READ_PARTIES in user.powers:
        return True
    above_village = user.area is not None and user.area.level != Area.Level.VILLAGE
    return Power.EXPORT in user.powers and above_village and not user.roles <= OFFICE_BOUND


def wanted_of(user):
    """What is still to be done after the password: ASK, SET or nothing."""
    if confirmed(user):
        return ASK
    return SET if settings.SECOND_FACTOR and sensitive(user) else ""


def confirmed(user):
    return SecondFactor.objects.filter(user=user).exclude(confirmed_at=None).first()


def begun(user):
    """The factor that is being set up, with its secret; the same until it is confirmed."""
    return SecondFactor.objects.get_or_create(user=user, defaults={"secret": pyotp.random_base32()})[0]


def picture(factor):
    """The QR code of the secret as an SVG, made here: it goes to no other server and into no file."""
    address = pyotp.TOTP(factor.secret).provisioning_uri(name=factor.user.username, issuer_name=ISSUER)
    return segno.make(address, error="m").svg_inline(scale=5, border=2, omitsize=True, svgclass="qr")


@transaction.atomic
def confirm(factor, code):
    """Start using the factor when `code` is right; returns the recovery codes, shown once, else None."""
    if not accept(factor, code):
        return None
    factor.confirmed_at = timezone.now()
    factor.save(update_fields=["confirmed_at"])
    codes = [f"{secrets.token_hex(2)}-{secrets.token_hex(2)}-{secrets.token_hex(2)}" for _ in range(CODES)]
    RecoveryCode.objects.filter(user=factor.user).delete()
    RecoveryCode.objects.bulk_create(
        RecoveryCode(user=factor.user, digest=fingerprint(code, "code")) for code in codes
    )
    log(Action.FACTOR_SET, by=factor.user, what=factor.user.username)
    return codes


def accept(factor, code):
    """Whether `code` is the factor's now, or half a minute off, and was not used before."""
    totp, now = pyotp.TOTP(factor.secret), int(time.time()) // SECONDS
    for step in (now, now - 1, now + 1):
        if secrets.compare_digest(totp.at(step * SECONDS).encode(), code.encode()):
            # One code opens once, also for two requests at the same moment.
            used = SecondFactor.objects.filter(pk=factor.pk, last_step__lt=step).update(last_step=step)
            return bool(used)
    return False


def accept_recovery(user, code):
    """Whether `code` is one of the user's recovery codes that is not used yet; using it uses it up."""
    unused = RecoveryCode.objects.filter(user=user, digest=fingerprint(code.lower(), "code"), used_at=None)
    return bool(unused.update(used_at=timezone.now()))


@transaction.atomic
def reset(user, *, by):
    """Take the factor away, for somebody who lost the telephone and the codes."""
    SecondFactor.objects.filter(user=user).delete()
    RecoveryCode.objects.filter(user=user).delete()
    log(Action.FACTOR_RESET, by=by, what=user.username)
