"""Which papers a case has, and the volume that binds them."""

from dataclasses import dataclass

from ..models import Dispute
from . import attached, forms


@dataclass(frozen=True)
class Paper:
    """A kind of paper: `build(case)` gives its forms, `belongs(case)` whether the volume has it.

    Where the volume has fewer of its forms than are printed alone, `bind(case)` gives those.
    """

    key: str
    title: str
    build: object
    belongs: object = lambda case: True
    bind: object = None

    def bound(self, case):
        return (self.bind or self.build)(case) if self.belongs(case) else []


def _one(build):
    return lambda case: [build(case)]


def _applied(case):
    return case.origin == Dispute.Origin.APPLICATION


def _orally(case):
    return case.agreement_form == Dispute.AgreementForm.ORAL


def _in_writing(case):
    return case.agreement_form == Dispute.AgreementForm.WRITTEN


def _performed(case):
    """Whether there may be something to show for what was agreed on."""
    return case.result == Dispute.Result.AGREED and case.performance != Dispute.Performance.NOTHING_DUE


def _inquired(case):
    return case.inquiries.exists()


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
        Paper("identity", "当事人身份证明", _one(attached.identity)),
        Paper(
            "authorisation",
            "授权委托书",
            attached.authorisations,
            bind=attached.authorisations_of_organisations,
        ),
        Paper("inquiry", "调查记录", forms.inquiries, _inquired),
        Paper("evidence", "证据材料", _one(attached.evidence), _inquired),
        Paper("session", "调解记录", forms.sessions),
        Paper("agreement", "人民调解协议书", _one(forms.agreement), _in_writing),
        Paper("oral-agreement", "口头协议登记表", _one(forms.oral_agreement), _orally),
        Paper("receipts", "履行凭证", _one(attached.receipts), _performed),
        Paper("follow-up", "回访记录", forms.follow_ups, lambda case: case.follow_ups.exists()),
        Paper("confirmation", "司法确认申请书", _one(forms.confirmation), _asked_a_court),
        Paper("closing", "结案报告表", _one(forms.closing)),
        Paper("notes", "卷宗情况说明", _one(forms.notes)),
    )
}


def bound(case):
    """The forms inside the volume, in order."""
    inside = (one for one in PAPERS.values() if one.key != "cover")
    return [form for one in inside for form in one.bound(case)]


def paper(case, key):
    """The forms of one kind of paper."""
    return PAPERS[key].build(case)


def volume(case):
    """Every form of the volume: cover, contents, what is inside, back."""
    inside = bound(case)
    return [forms.cover(case), forms.contents(inside), *inside, forms.back(case)]
