"""登记公开: what is published is the public edition of the locked text, frozen when it is registered."""

import hashlib
from dataclasses import replace

from django.db import transaction

from township.printing.rendering import Unprintable

from .document import OfficialHeading, parse
from .editions import public_text
from .life import STEPS, Refused, obstacle, take
from .locking import profile_of
from .models import PublicEdition
from .typesetting import render_pdf

PUBLISH = STEPS["publish"]


def public_of(revision):
    """The `PublicText` of a revision: as it was published, or as it would be now."""
    edition = PublicEdition.objects.filter(revision=revision).defer("pdf").first()
    found = public_text(revision.filled_text, revision.report.area)
    return found if edition is None else replace(found, text=edition.text)


def public_document(revision, text, title=None):
    """The public document: no signers, for the leader who signed is named there."""
    heading = OfficialHeading(number=revision.number)
    return parse(text, title=title or public_title(revision), heading=heading, sealed=revision.sealed)


def public_title(revision):
    """The title as the public edition has it."""
    return public_text(revision.title, revision.report.area).text


def publish(report, *, by, entry):
    """Register the publication and freeze the public edition; raises `Refused` with a sentence."""
    if sentence := obstacle(PUBLISH, report, by=by):
        raise Refused(sentence)
    revision = report.latest_revision()
    text = public_text(revision.filled_text, report.area).text
    try:
        pdf = render_pdf(public_document(revision, text), profile_of(revision))
    except Unprintable as refusal:
        raise Refused(str(refusal)) from refusal
    with transaction.atomic():
        take(PUBLISH, report, by=by, entry=entry)
        PublicEdition.objects.get_or_create(
            revision=revision,
            defaults={"text": text, "pdf": pdf, "sha256": hashlib.sha256(pdf).hexdigest(), "made_by": by},
        )
