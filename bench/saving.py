"""Saving one record through all checks, with its history, beside the same form of bare Django."""

import datetime
import itertools
import uuid

from .work import Aim, Work

_numbers = itertools.count(1)


def typed():
    """What a clerk types into the form of an outreach event: no two alike."""
    from township.people.models import Area
    from township.records.models import SchemeMember

    number = next(_numbers)
    return {
        "date": str(datetime.date(2022, 1, 1) + datetime.timedelta(days=number % 360)),
        "area": Area.objects.get(name="毛俊村").pk,
        "title": f"第{number}次院坝普法",
        "setting": SchemeMember.objects.get(key="rural").pk,
        "attendance": 30 + number,
        "part": "host",
        "place": "村部",
        "entry_id": str(uuid.uuid4()),
        **{
            f"{rows}-{name}": 0
            for rows in ("materials", "reports")
            for name in ("TOTAL_FORMS", "INITIAL_FORMS")
        },
    }


def portal(case):
    """The form with its sub-tables and history, from the posted values to what is stored."""
    from township.people.gate import Gate
    from township.people.models import User
    from township.records.forms import form_class, line_formsets
    from township.records.register import registry
    from township.records.saving import save_entry

    register = registry.get("outreach-events")
    user = User.objects.get(username="zonghe")
    kind = form_class(register)

    def save(posted):
        gate = Gate(user)
        form = kind(posted, instance=register.model(), gate=gate)
        formsets = line_formsets(register, form.instance, gate=gate, data=posted)
        if not (form.is_valid() and all(formset.is_valid() for formset in formsets.values())):
            raise SystemExit(f"{form.errors}")
        save_entry(form=form, formsets=formsets, attachments=[], by=user, submit=True)

    return many(case, save)


def bare(case):
    """The same fields and rows, with Django's own forms and nothing beside."""
    from django.db import transaction
    from django.forms import inlineformset_factory, modelform_factory

    from township.people.models import Area, User
    from township.records.register import registry

    register = registry.get("outreach-events")
    kind = modelform_factory(register.model, fields=register.form_fields())
    kinds = {
        line_set.name: inlineformset_factory(
            register.model, line_set.model, fields=line_set.fields, fk_name="record"
        )
        for line_set in register.lines
    }
    user, keeper = User.objects.get(username="zonghe"), Area.objects.get(name="毛俊村")

    def save(posted):
        form = kind(posted, instance=register.model(keeper=keeper, created_by=user, updated_by=user))
        formsets = [one(posted, instance=form.instance, prefix=name) for name, one in kinds.items()]
        if not (form.is_valid() and all(formset.is_valid() for formset in formsets)):
            raise SystemExit(f"{form.errors}")
        with transaction.atomic():
            form.save()
            for formset in formsets:
                formset.save()

    return many(case, save)


def many(case, save):
    """Several, for one alone is too short to be measured."""

    def act():
        for posted in [typed() for _ in range(case.size)]:
            save(posted)
        return case.size

    return act


WORK = Work(
    name="存 {size} 条普法活动，一条一条",
    ways={
        "portal": ("本门户：表单、子表、核对、历史", portal),
        "bare": ("Django 自己的同样表单和子表", bare),
    },
    aims=(Aim("bare", 1.5),),
    times=5,
)
