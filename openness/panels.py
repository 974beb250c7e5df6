"""What the pages of openness show above a record's fields: what comes next, what runs out, what was printed."""

from django.urls import reverse
from django.utils import timezone

from township.people.roles import Power
from township.privacy.models import GuardAnswer
from township.records.history import is_locked
from township.records.life import may_edit
from township.records.models import State
from township.records.register import registry


def answers_about(record):
    """What was decided about personal data in what left of a record, newest first."""
    slug = registry.of(type(record)).slug
    return GuardAnswer.objects.filter(register=slug, record_id=record.pk).select_related("by")


def may_take_out(record, gate):
    """Whether the user may print or pack the record: whoever may export or enter it."""
    register = registry.of(type(record))
    return gate.may(register, Power.EXPORT, record) or gate.may(register, Power.ENTER, record)


def notice_panel(record, gate):
    """Posters, objections, and what the guard was answered."""
    from .registers import NoticeObjections

    objections = gate.records(NoticeObjections).filter(notice=record).exclude(state=State.VOIDED)
    today = timezone.localdate()
    new = f"{reverse('records:new', args=[NoticeObjections.slug])}?notice={record.pk}&area={record.area_id}"
    may_print = may_take_out(record, gate)
    return {
        "record": record,
        "last_day": record.last_day,
        "objections": [(one, one.answered_on is None and one.due_on < today) for one in objections],
        "new_objection": new if gate.can_in(NoticeObjections, Power.ENTER) else "",
        "may_print": may_print,
        "answers": answers_about(record),
        "again": reverse("openness:poster", args=[record.pk]) if may_print else "",
    }


def website_panel(record, gate):
    """The way to the county's website, step by step."""
    may_pack = may_take_out(record, gate)
    return {
        "record": record,
        "may_pack": may_pack,
        "may_register": record.is_online and may_edit(record, gate) and not is_locked(record),
        "today": timezone.localdate(),
        "answers": answers_about(record),
        "again": reverse("openness:package", args=[record.pk]) if may_pack else "",
    }


def request_panel(record):
    """The clocks of a request that still run, and what they are reckoned from."""
    today = timezone.localdate()
    clocks = []
    if record.answered_on is None:
        if record.due_on:
            clocks.append(("答复申请人", record.due_on, record.due_on < today))
        if record.correct_by and record.correct_by >= today:
            clocks.append(("内容不明确的，告知补正", record.correct_by, False))
    waiting = record.answered_on is None and record.correction_asked_on and not record.corrected_on
    return {"record": record, "clocks": clocks, "waiting": waiting}
