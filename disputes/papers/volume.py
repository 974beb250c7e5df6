"""Which papers a case has, and the volume that binds them."""

from dataclasses import dataclass

from ..models import Dispute
from . import forms


@dataclass(frozen=True)
class Paper:
    """A kind of paper: `build(case)` gives its forms, `belongs(case)` whether the volume has it."""

    key: str
    title: str
    build: object
    belongs: object = lambda case: True


def _one(build):
    return lambda case: [build(case)]


def _applied(case):
    return case.origin == Dispute.Origin.APPLICATION


def _orally(case):
    return case.agreement_form == Dispute.AgreementForm.ORAL


def _in_writing(case):
    return case.agreement_form == Dispute.AgreementForm.WRITTEN


def _asked_a_court(case):
    return case.confirmation not in ("", Dispute.Confirmation.NONE)


# In the order of the volume. Each can be printed alone; those a volume would not have are empty forms then.
PAPERS = {
    one.key: one
    for one in (
        Paper("cover", "卷宗封面", _one(forms.cover)),
        Paper("application", "人民调解申请书", _one(forms.application), _applied),
        Paper("registration", "受理登记表", _one(forms.registration), lambda case: not _applied(case)),
        Paper("rights", "当事人权利义务告知书", _one(forms.rights)),
        Paper("inquiry", "调查记录", forms.inquiries, lambda case: case.inquiries.exists()),
        Paper("session", "调解记录", forms.sessions),
        Paper("agreement", "人民调解协议书", _one(forms.agreement), _in_writing),
        Paper("oral-agreement", "口头协议登记表", _one(forms.oral_agreement), _orally),
        Paper("follow-up", "回访记录", forms.follow_ups, lambda case: case.follow_ups.exists()),
        Paper("confirmation", "司法确认申请书", _one(forms.confirmation), _asked_a_court),
        Paper("closing", "结案报告表", _one(forms.closing)),
        Paper("notes", "卷宗情况说明", _one(forms.notes)),
    )
}


def bound(case):
    """The forms inside the volume, in order."""
    inside = (one for one in PAPERS.values() if one.key != "cover" and one.belongs(case))
    return [form for one in inside for form in one.build(case)]


def paper(case, key):
    """The forms of one kind of paper."""
    return PAPERS[key].build(case)


def volume(case):
    """Every form of the volume: cover, contents, what is inside, back."""
    inside = bound(case)
    return [forms.cover(case), forms.contents(inside), *inside, forms.back(case)]
