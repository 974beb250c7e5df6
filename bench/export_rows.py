"""Rows of outreach events as a workbook, beside the least it could cost and a well-known library.

The floor reads plain values and writes them with the library that every Django project uses.
"""

import io

from .import_rows import FIELDS
from .work import Aim, Work


def fill(case):
    """Put the rows into this way's own database."""
    import datetime
    import random

    from outreach.models import OutreachEvent
    from township.people.models import Area
    from township.records.models import SchemeMember, State

    chance, setting = random.Random(2022), SchemeMember.objects.get(key="rural")
    villages = list(Area.objects.villages())
    OutreachEvent.objects.bulk_create(
        (
            OutreachEvent(
                area=village,
                keeper=village,
                date=datetime.date(2022, 1, 1) + datetime.timedelta(days=chance.randrange(365)),
                title=f"赶圩日法治宣传{number}",
                setting=setting,
                attendance=chance.randrange(300),
                consultations=chance.randrange(50),
                place="村部",
                organiser="司法所",
                state=State.SUBMITTED,
                note="天气晴",
            )
            for number in range(case.size)
            for village in (chance.choice(villages),)
        ),
        batch_size=1000,
    )


def portal(case):
    """Every field of the form and every sub-table, as the import reads them back."""
    from outreach.models import OutreachEvent
    from township.people.models import Area
    from township.records.register import registry
    from township.workbooks.ledgers import whole_bytes
    from township.workbooks.shell import gate_of

    fill(case)
    gate, records = gate_of(Area.objects.home()), OutreachEvent.objects.filter(note="天气晴")
    return lambda: len(whole_bytes(gate, registry.get("outreach-events"), records=records, words=""))


def floor(case):
    import openpyxl

    from outreach.models import OutreachEvent
    from township.records.register import registry
    from township.workbooks.ledgers import whole_fields

    fill(case)
    names = [
        name
        for name in whole_fields(registry.get("outreach-events"))
        if not OutreachEvent._meta.get_field(name).many_to_many
    ]
    names = [{"area": "area__name", "setting": "setting__name"}.get(name, name) for name in names]

    def act():
        book = openpyxl.Workbook(write_only=True)
        sheet = book.create_sheet("普法活动")
        sheet.append(names)
        for row in OutreachEvent.objects.filter(note="天气晴").values_list(*names).iterator(2000):
            sheet.append([",".join(cell) if isinstance(cell, list) else cell for cell in row])
        book.save(to := io.BytesIO())
        return len(to.getvalue())

    return act


def django_import_export(case):
    from import_export import fields, resources, widgets

    from outreach.models import OutreachEvent
    from township.people.models import Area
    from township.records.models import SchemeMember

    fill(case)

    class EventResource(resources.ModelResource):
        area = fields.Field("area", "area", widgets.ForeignKeyWidget(Area, "name"))
        setting = fields.Field("setting", "setting", widgets.ForeignKeyWidget(SchemeMember, "name"))

        class Meta:
            model = OutreachEvent
            fields = FIELDS

    records = OutreachEvent.objects.filter(note="天气晴").select_related("area", "setting")
    return lambda: len(EventResource().export(records).export("xlsx"))


WORK = Work(
    name="导出 {size:,} 行普法活动",
    ways={
        "portal": ("本门户：全部字段、子表、格式", portal),
        "floor": ("下限：取值，openpyxl 写出", floor),
        "django-import-export": ("django-import-export：12 个字段", django_import_export),
    },
    aims=(Aim("floor", 2), Aim("django-import-export", 0.1)),
    most_megabytes=250,
)
