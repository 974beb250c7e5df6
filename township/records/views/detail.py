"""One record: its fields, rows, files and history, and what may be done with it."""

from django.db import models
from django.shortcuts import render

from township.people.roles import Power
from township.people.trail.log import Action, log

from ..history import is_locked
from ..known_people import related
from ..life import acts_for, may_edit
from ..models import Attachment, Change, Merge, Phrase, State
from ..values import EMPTY, display
from .base import RegisterView
from .files import power_for_files


def sections(declaration, record, *, with_personal):
    """The groups of a record's fields, each (title, [(label, value)]): those that say something, those that do not.

    Empty values stay, so that gaps are seen.
    """
    closed = () if with_personal else declaration.sealed_fields()
    filled, unfilled = [], []
    for title, names in groups_of(declaration, record):
        values = {name: (given if name in closed else display)(record, name) for name in names}
        pairs = [(declaration.field_label(name), value) for name, value in values.items()]
        says = any(says_something(record, name, value) for name, value in values.items())
        (filled if says else unfilled).append((title, pairs))
    return filled, unfilled


def groups_of(declaration, record):
    """[(title, names)]: what follows from the rest stands in the first group, what is no longer asked for last."""
    (title, names), *others = declaration.fieldsets
    past = tuple(name for name in declaration.retired if display(record, name) != EMPTY)
    return [(title, (*names, *declaration.derived)), *others, *([("停用的项目", past)] if past else [])]


def says_something(record, name, value):
    """Whether somebody filled a field in; a box that is not ticked may never have been thought of."""
    return value != EMPTY and getattr(record, name) is not False


def given(record, name):
    """That a sealed value was given, for those who may not read it."""
    return "已填写，不显示" if getattr(record, name) else EMPTY


def line_tables(declaration, record, *, with_personal):
    """[(label, headers, rows)] of the sub-tables, a row being [(header, value, whether it is a date)].

    Personal ones only for those who may read them.
    """
    tables = []
    for line_set in declaration.lines:
        if line_set.personal and not with_personal:
            continue
        meta = line_set.model._meta
        headers = [meta.get_field(name).verbose_name for name in line_set.fields]
        links = [name for name in line_set.fields if meta.get_field(name).many_to_one]
        dates = {name for name in line_set.fields if isinstance(meta.get_field(name), models.DateField)}
        lines = getattr(record, line_set.name).select_related("record", *links)
        rows = [
            [
                (header, display(line, name), name in dates)
                for header, name in zip(headers, line_set.fields, strict=True)
            ]
            for line in lines
        ]
        tables.append((line_set.label, headers, rows))
    return tables


def files_of(declaration, record, gate):
    """The files that prove a record; those of cases for those who may read the parties or sent the file."""
    files = Attachment.objects.cited_by(declaration.slug, record.pk)
    if gate.records(declaration, power_for_files(declaration)).filter(pk=record.pk).exists():
        return files
    return files.filter(pk__in=Attachment.objects.sent_by(gate.user).values("pk"))


def merged_away(declaration, record, gate):
    """The voided records that live on in this one."""
    ids = Merge.objects.filter(register=declaration.slug, into_id=record.pk).values("record_id")
    return list(gate.records(declaration).filter(pk__in=ids).select_related("created_by"))


def merged_into(declaration, record, gate):
    """The record that a merged-away one lives on in, for those who may read it."""
    if record.state != State.VOIDED:
        return None
    found = Merge.objects.filter(register=declaration.slug, record_id=record.pk).values("into_id")
    return gate.records(declaration).filter(pk__in=found).first()


def names_somebody(declaration, record):
    """Whether there is anything about people in the record that the power to read parties opens."""
    return any(getattr(record, name) for name in declaration.sealed_fields()) or any(
        getattr(record, line_set.name).exists() for line_set in declaration.lines if line_set.personal
    )


def same_people(record, gate):
    """Other records of the record's people: surely by a number, perhaps by a name that others may have too."""
    found = related(record, gate=gate)
    return {
        "surely": [row for row in found if row[2] != {"name"}],
        "perhaps": [row for row in found if row[2] == {"name"}],
    }


def look_at_people(declaration, record, gate):
    """Whether the user is shown people of the record; that is written down each time."""
    shown = gate.may(declaration, Power.READ_PARTIES, record) and names_somebody(declaration, record)
    if shown:
        log(Action.VIEWED, by=gate.user, what=f"{declaration.label}第 {record.pk} 号")
    return shown


class RecordDetailView(RegisterView):
    """The page of one record."""

    def get(self, request, slug, pk):
        record = self.record()
        gate = request.gate
        merged = merged_away(self.declaration, record, gate)
        with_personal = gate.may(self.declaration, Power.READ_PARTIES, record)
        names_people = look_at_people(self.declaration, record, gate)
        filled, unfilled = sections(self.declaration, record, with_personal=with_personal)
        context = {
            "register": self.declaration,
            "record": record,
            "panels": self.declaration.detail_panels(record, gate=gate),
            "sections": filled,
            "unfilled": unfilled,
            "tables": line_tables(self.declaration, record, with_personal=with_personal),
            "attachments": files_of(self.declaration, record, gate),
            "changes": Change.objects.filter(
                register=slug, record_id__in=[pk, *(other.pk for other in merged)]
            ).select_related("by"),
            "same_people": same_people(record, gate) if names_people else {},
            "merged": merged,
            "merged_into": merged_into(self.declaration, record, gate),
            "acts": acts_for(record, gate),
            "reasons": Phrase.objects.for_area(request.user.area),
            "may_edit": may_edit(record, gate),
            "may_enter": gate.can_in(self.declaration, Power.ENTER),
            "locked": is_locked(record),
            "empty": EMPTY,
        }
        return render(request, "records/detail.html", context)
