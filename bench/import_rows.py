"""Rows of outreach events through the import, beside the least it could cost and a well-known library.

The floor reads the file, cleans every row without a query a row and inserts in bulk: no names looked up, no
history, no duplicates.
"""

import datetime
import random

from .work import Aim, Work

HEADERS = [
    "活动日期", "村", "活动名称", "法律进", "参加群众（人次）", "地点",
    "主办、协办单位", "现场咨询（人次）", "横幅（条）", "展板（块）", "线上阅读（次）", "备注",
]  # fmt: skip
FIELDS = [
    "date", "area", "title", "setting", "attendance", "place",
    "organiser", "consultations", "banners", "boards", "online_reads", "note",
]  # fmt: skip
ROWS_A_YEAR = 10_000
# Of the demonstration township.
VILLAGES = ["毛俊村", "毛竹村", "沙坪村", "岭脚村", "石桥村", "河源村", "新田村"]


def make_workbook(path, rows, villages):
    """The same workbook for all ways: dates as dates, numbers as numbers, no mistakes.

    More rows are more years back from 2022, as a township that brings in its old ledgers has them.
    """
    import openpyxl

    chance = random.Random(2022)
    days = 365 * max(1, rows // ROWS_A_YEAR)
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("普法活动")
    sheet.append(HEADERS)
    for number in range(rows):
        day = datetime.date(2022, 12, 31) - datetime.timedelta(days=chance.randrange(days))
        title = f"{chr(0x4E00 + chance.randrange(20000))}{chr(0x4E00 + chance.randrange(20000))}宣讲{number}"
        counts = [chance.randrange(50) for _ in range(4)]
        place = [chance.choice(villages), title, "进乡村", chance.randrange(300), "村部"]
        sheet.append([day, *place, "司法所", *counts, "天气晴"])
    book.save(path)


def floor(path):
    """The least: no names understood beyond a dictionary, nothing compared, nothing remembered."""
    import python_calamine as calamine

    from outreach.models import OutreachEvent
    from township.people.models import Area
    from township.records.models import SchemeMember, State

    rows = calamine.CalamineWorkbook.from_path(path).get_sheet_by_index(0).to_python()[1:]
    areas = {area.name: area for area in Area.objects.all()}
    members = {member.name: member for member in SchemeMember.objects.all()}
    skipped = {
        field.name
        for field in OutreachEvent._meta.concrete_fields
        if field.is_relation or field.name not in FIELDS
    }
    records = []
    for row in rows:
        values = dict(zip(FIELDS, row, strict=True))
        values["area"], values["setting"] = areas[values["area"]], members[values["setting"]]
        record = OutreachEvent(keeper=values["area"], state=State.SUBMITTED, **values)
        record.clean_fields(exclude=skipped)
        record.clean()
        records.append(record)
    OutreachEvent.objects.bulk_create(records, batch_size=1000)


def portal(path):
    """The whole import: verdicts as in the preview, then checked again and written as on 确认导入."""
    from township.people.models import Area
    from township.records.register import registry
    from township.workbooks.committing import Choices, commit
    from township.workbooks.draft import draft_of
    from township.workbooks.shell import gate_of

    declaration, gate = registry.get("outreach-events"), gate_of(Area.objects.home())
    draft = draft_of(declaration, gate, path.read_bytes())
    commit(
        draft.checker(declaration, gate).check,
        declaration=declaration,
        by=gate.user,
        choices=Choices(add_duplicates=True),
    )


def django_import_export(path):
    """Its dry run and its real run, with the model's own validation, as its pages do it."""
    import tablib
    from import_export import fields, resources, widgets

    from outreach.models import OutreachEvent
    from township.people.models import Area, User
    from township.records.models import SchemeMember, State

    township, user = Area.objects.home(), User.objects.first()

    class EventResource(resources.ModelResource):
        area = fields.Field("area", "area", widgets.ForeignKeyWidget(Area, "name"))
        setting = fields.Field("setting", "setting", widgets.ForeignKeyWidget(SchemeMember, "name"))

        class Meta:
            model = OutreachEvent
            fields = FIELDS
            import_id_fields = ("date", "area", "title")
            clean_model_instances = True

        def after_init_instance(self, instance, new, row, **kwargs):
            instance.keeper, instance.state = township, State.SUBMITTED
            instance.created_by = instance.updated_by = user

    data = tablib.Dataset().load(path.read_bytes(), format="xlsx")
    data.headers = FIELDS
    for dry in (True, False):
        result = EventResource().import_data(data, dry_run=dry, raise_errors=True, use_transactions=True)
        if result.has_validation_errors():
            raise SystemExit(str(result.invalid_rows[0].error))


def _prepared(way):
    """The workbook is made before the clock runs."""

    def prepare(case):
        path = case.folder / f"import-{case.size}.xlsx"
        if not path.exists():
            make_workbook(path, case.size, VILLAGES)
        return lambda: way(path)

    return prepare


WORK = Work(
    name="导入 {size:,} 行普法活动",
    ways={
        "portal": ("本门户：识别、核对、疑似重复、历史", _prepared(portal)),
        "floor": ("下限：读文件、逐行校验、一次批量写入", _prepared(floor)),
        "django-import-export": ("django-import-export：预览加确认", _prepared(django_import_export)),
    },
    aims=(Aim("floor", 2), Aim("django-import-export", 0.1)),
    most_megabytes=250,
)
