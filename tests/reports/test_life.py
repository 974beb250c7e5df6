"""The states of a report: every step from every state, what stands in its way, and who may not take it."""

import pytest

from outreach.models import OutreachEvent
from reports.confirming import confirm, values_of
from reports.life import STEPS, Refused, take
from reports.locking import lock
from reports.models import AnnualReport, Registration, Revision
from reports.signing import sign
from reports.writing import write_report

State = AnnualReport.State

# (step, state, reviewed) -> (state afterwards, reviewed afterwards); everything else is refused.
ALLOWED = {
    ("confirm", State.DRAFTING, False): (State.CONFIRMING, False),
    ("confirm", State.CORRECTING, False): (State.CONFIRMING, False),
    ("send", State.CONFIRMING, False): (State.REVIEWING, False),
    ("send", State.CORRECTING, False): (State.REVIEWING, False),
    ("approve", State.REVIEWING, False): (State.REVIEWING, True),
    ("return", State.REVIEWING, False): (State.DRAFTING, False),
    ("return", State.REVIEWING, True): (State.DRAFTING, False),
    ("withdraw", State.REVIEWING, False): (State.DRAFTING, False),
    ("deliberate", State.REVIEWING, True): (State.DELIBERATED, True),
    ("sign", State.DELIBERATED, True): (State.SIGNED, True),
    ("submit", State.SIGNED, True): (State.SUBMITTED, True),
    ("publish", State.SUBMITTED, True): (State.PUBLISHED, True),
    ("correct", State.DELIBERATED, True): (State.CORRECTING, False),
    ("correct", State.SIGNED, True): (State.CORRECTING, False),
    ("correct", State.SUBMITTED, True): (State.CORRECTING, False),
    ("correct", State.PUBLISHED, True): (State.CORRECTING, False),
}


def possible_reviews(state):
    """A report is never reviewed while its text is open, and always once it is deliberated."""
    if state in (State.DRAFTING, State.CONFIRMING, State.CORRECTING):
        return (False,)
    return (False, True) if state == State.REVIEWING else (True,)


def entry():
    return Registration(who="镇党委会议", note="原因")


def confirm_all(report, by):
    confirm(report, by=by, values=values_of(write_report(report).figures.values()))


@pytest.fixture
def ready(report, world):
    """The report locked and all its figures confirmed, in whatever state a test puts it."""
    lock(report, by=world.coordinator)
    confirm_all(report, world.office_clerk)
    return report


def put(report, state, *, reviewed=False):
    AnnualReport.objects.filter(pk=report.pk).update(state=state, reviewed=reviewed)
    report.refresh_from_db()


@pytest.mark.parametrize("key", list(STEPS))
@pytest.mark.parametrize("state", list(State))
def test_every_step_from_every_state(ready, world, key, state):
    step = STEPS[key]
    for reviewed in possible_reviews(state):
        put(ready, state, reviewed=reviewed)
        if (key, state, reviewed) not in ALLOWED:
            with pytest.raises(Refused, match=f"不能{step.verb}"):
                take(step, ready, by=world.deputy, entry=entry())
            continue
        confirm_all(ready, world.office_clerk)
        take(step, ready, by=world.deputy, entry=entry())
        ready.refresh_from_db()
        assert (ready.state, ready.reviewed) == ALLOWED[key, state, reviewed]
        assert ready.registrations.last().kind == key


@pytest.mark.parametrize("key", [key for key, step in STEPS.items() if step.locked])
def test_a_text_changed_since_it_was_locked_goes_nowhere(ready, world, key):
    source = STEPS[key].sources[0]
    AnnualReport.objects.filter(pk=ready.pk).update(text=ready.text + "。")
    put(ready, source, reviewed=key != "approve")
    with pytest.raises(Refused, match="请先“定稿锁定”"):
        take(STEPS[key], ready, by=world.deputy, entry=entry())


@pytest.mark.parametrize("key", [key for key, step in STEPS.items() if step.needs_reason])
def test_a_reason_is_asked_for(ready, world, key):
    put(ready, STEPS[key].sources[0], reviewed=True)
    with pytest.raises(Refused, match="原因"):
        take(STEPS[key], ready, by=world.deputy, entry=Registration(note=" "))


class TestConfirming:
    def test_figures_are_confirmed_before_the_report_is_sent(self, report, world):
        lock(report, by=world.coordinator)
        put(report, State.CONFIRMING)
        with pytest.raises(Refused, match="还有2个数据没有核对确认：法律进乡村活动次数、普法活动参加人次"):
            take(STEPS["send"], report, by=world.coordinator)
        confirm_all(report, world.office_clerk)
        take(STEPS["send"], report, by=world.coordinator)

    def test_a_figure_that_has_changed_waits_again(self, report, world, make):
        confirm_all(report, world.office_clerk)
        make(OutreachEvent, attendance=5)
        lock(report, by=world.coordinator)
        put(report, State.CONFIRMING)
        with pytest.raises(Refused, match="还有2个数据"):
            take(STEPS["send"], report, by=world.coordinator)

    def test_a_second_word_replaces_the_first(self, report, world):
        confirm(report, by=world.office_clerk, values={"outreach.events": 1})
        confirm(report, by=world.office_clerk, values={"outreach.events": 2})
        confirmation = report.confirmations.get()
        assert (confirmation.office, confirmation.figures) == (world.office, {"outreach.events": 2})

    def test_a_new_round_asks_everybody_again(self, ready, world):
        take(STEPS["confirm"], ready, by=world.coordinator)
        assert not ready.confirmations.exists()


class TestAnotherPerson:
    @pytest.mark.parametrize("key", ["approve", "return"])
    def test_authors_do_not_review_their_own_report(self, ready, world, key):
        put(ready, State.REVIEWING)
        with pytest.raises(Refused, match="起草人以外"):
            take(STEPS[key], ready, by=world.coordinator, entry=entry())
        AnnualReport.objects.filter(pk=ready.pk).update(updated_by=world.deputy)
        ready.refresh_from_db()
        with pytest.raises(Refused, match="起草人以外"):
            take(STEPS[key], ready, by=world.deputy, entry=entry())
        take(STEPS[key], ready, by=world.reviewer, entry=entry())

    def test_a_report_changed_meanwhile_is_not_moved(self, ready, world):
        stale = AnnualReport.objects.get(pk=ready.pk)
        take(STEPS["confirm"], ready, by=world.coordinator)
        with pytest.raises(Refused, match="刚被别人改过"):
            take(STEPS["confirm"], stale, by=world.coordinator)
        assert ready.registrations.count() == 1


class TestSigning:
    @pytest.fixture
    def deliberated(self, ready):
        put(ready, State.DELIBERATED, reviewed=True)
        return ready

    def signing(self, **values):
        return Registration(who="周敏", reference="毛政〔2023〕1号", **values)

    def test_number_and_signer_go_onto_the_first_page(self, deliberated, world):
        signed = sign(deliberated, by=world.coordinator, entry=self.signing())
        first = Revision.objects.get(ordinal=1)
        assert (signed.ordinal, signed.number, signed.signers) == (2, "毛政〔2023〕1号", "周敏")
        assert (signed.filled_text, signed.figures) == (first.filled_text, first.figures)
        assert bytes(signed.pdf) != bytes(first.pdf)
        deliberated.refresh_from_db()
        assert (deliberated.number, deliberated.signers) == ("毛政〔2023〕1号", "周敏")
        assert deliberated.registrations.get().revision == signed

    def test_what_stands_there_already_needs_no_further_revision(self, deliberated, world):
        for rows in (AnnualReport.objects.all(), Revision.objects.all()):
            rows.update(number="毛政〔2023〕1号", signers="周敏")
        deliberated.refresh_from_db()
        assert sign(deliberated, by=world.coordinator, entry=self.signing()).ordinal == 1

    def test_nothing_is_signed_before_its_time(self, ready, world):
        with pytest.raises(Refused, match="不能登记签发"):
            sign(ready, by=world.coordinator, entry=self.signing())
        assert Revision.objects.count() == 1
