"""登记签发: the 发文字号 and 签发人 that a report gets with its signature go onto its first page."""

from django.db import transaction

from .life import STEPS, Refused, obstacle, take
from .locking import issued
from .models import AnnualReport

SIGN = STEPS["sign"]


def sign(report, *, by, entry):
    """Register the signing; `entry.who` are the signers, `entry.reference` is the 发文字号 if there is one.

    When the locked text does not show them yet, a further revision with the same text and figures does.
    Returns the revision that was signed.
    """
    if sentence := obstacle(SIGN, report, by=by):
        raise Refused(sentence)
    number = entry.reference or report.number
    revision = issued(report, number=number, signers=entry.who, by=by)
    with transaction.atomic():
        take(SIGN, report, by=by, entry=entry, revision=revision)
        if revision:
            AnnualReport.objects.filter(pk=report.pk).update(number=number, signers=entry.who)
    return entry.revision
