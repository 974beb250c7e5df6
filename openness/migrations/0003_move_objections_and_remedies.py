"""Move ticked matters, objections and remedies from their old columns to rows of their own."""

import uuid

from django.db import migrations

from openness.models.posting import MATTERS, RULES


def install(apps):
    """{key of a matter: it}; the rules and matters that every installation starts with."""
    rule, matter = apps.get_model("openness", "PostingRule"), apps.get_model("openness", "PostingMatter")
    for category, every, supervised in RULES:
        rule.objects.get_or_create(
            area=None, category=category, defaults={"every": every, "supervised": supervised}
        )
    found = {}
    for category, rows in MATTERS.items():
        for key, name in rows:
            found[key], _ = matter.objects.get_or_create(
                area=None, category=category, key=key, defaults={"name": name}
            )
    return found


def move(apps, schema_editor):
    notice = apps.get_model("openness", "VillageNotice")
    request = apps.get_model("openness", "DisclosureRequest")
    if notice.objects.exists():
        move_notices(apps, notice)
    move_remedies(apps, request)


def move_notices(apps, notice):
    matters = install(apps)
    objection = apps.get_model("openness", "NoticeObjection")
    for record in notice.objects.all():
        record.subjects.set(matters[key] for key in record.matters if key in matters)
        if record.objection == "raised":
            asked = record.date
            objection.objects.create(
                entry_id=uuid.uuid4(),
                area_id=record.area_id,
                keeper_id=record.keeper_id,
                date=asked,
                title=f"{record.title}的异议"[:120],
                notice=record,
                question=record.objection_text,
                answered_on=record.replied_on,
                answer="见异议内容。" if record.replied_on else "",
                state=record.state,
                created_by_id=record.created_by_id,
                updated_by_id=record.updated_by_id,
            )


def move_remedies(apps, request):
    remedy = apps.get_model("openness", "RequestRemedy")
    for record in request.objects.exclude(remedy=""):
        pending = record.remedy_result in ("", "pending")
        day = record.answered_on or record.date
        remedy.objects.create(
            record=record,
            kind=record.remedy,
            begun_on=day,
            concluded_on=None if pending else day,
            result="" if pending else record.remedy_result,
        )


class Migration(migrations.Migration):
    dependencies = [("openness", "0002_postings_and_clocks")]

    operations = [migrations.RunPython(move, migrations.RunPython.noop)]
