"""Ten thousand outreach events through the import, beside the least it could cost and a well-known library.

    make bench            one table of ratios
    make bench ROWS=50000

Each way runs in a process of its own on a database of its own, so that time and memory are its own. The floor
reads the file, cleans every row without a query a row and inserts in bulk: no names looked up, no history, no
duplicates. All three go by processor time, which other work on the machine disturbs least.
"""

import argparse
import datetime
import io
import json
import os
import random
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
HEADERS = [
    "活动日期", "村", "活动名称", "法律进", "参加群众（人次）", "地点",
    "主办、协办单位", "现场咨询（人次）", "横幅（条）", "展板（块）", "线上阅读（次）", "备注",
]  # fmt: skip
FIELDS = [
    "date", "area", "title", "setting", "attendance", "place",
    "organiser", "consultations", "banners", "boards", "online_reads", "note",
]  # fmt: skip
# Of the demonstration township.
VILLAGES = ["毛俊村", "毛竹村", "沙坪村", "岭脚村", "石桥村", "河源村", "新田村"]
WAYS = {
    "floor": "下限：读文件、逐行校验（不逐行查库）、一次批量写入",
    "portal": "本门户：同上，加识别、核对、疑似重复、历史",
    "django-import-export": "django-import-export：预览加确认，同样的行和规则",
}


def make_workbook(path, rows, villages):
    """The same workbook for all ways: dates as dates, numbers as numbers, no mistakes."""
    import openpyxl

    chance = random.Random(2022)
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("普法活动")
    sheet.append(HEADERS)
    for number in range(rows):
        day = datetime.date(2022, 1, 1) + datetime.timedelta(days=chance.randrange(365))
        title = f"{chr(0x4E00 + chance.randrange(20000))}{chr(0x4E00 + chance.randrange(20000))}宣讲{number}"
        counts = [chance.randrange(50) for _ in range(4)]
        place = [chance.choice(villages), title, "进乡村", chance.randrange(300), "村部"]
        sheet.append([day, *place, "司法所", *counts, "天气晴"])
    book.save(path)


def set_up():
    import django

    os.environ["DJANGO_SETTINGS_MODULE"] = "township.settings"
    django.setup()
    from django.core.management import call_command

    call_command("migrate", verbosity=0)
    call_command("seed_demo", stdout=io.StringIO())


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
    draft = draft_of(declaration, gate, Path(path).read_bytes())
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

    data = tablib.Dataset().load(Path(path).read_bytes(), format="xlsx")
    data.headers = FIELDS
    for dry in (True, False):
        result = EventResource().import_data(data, dry_run=dry, raise_errors=True, use_transactions=True)
        if result.has_validation_errors():
            raise SystemExit(str(result.invalid_rows[0].error))


def measure(way, path):
    """Run one way in this process and print what it cost."""
    set_up()
    before = resource.getrusage(resource.RUSAGE_SELF)
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    started = time.perf_counter()
    {"floor": floor, "portal": portal, "django-import-export": django_import_export}[way](path)
    wall = time.perf_counter() - started
    after, reading = resource.getrusage(resource.RUSAGE_SELF), resource.getrusage(resource.RUSAGE_CHILDREN)
    from outreach.models import OutreachEvent

    used = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    used += reading.ru_utime + reading.ru_stime - children.ru_utime - children.ru_stime
    print(
        json.dumps(
            {
                "seconds": used,
                "wall": wall,
                "megabytes": max(after.ru_maxrss, reading.ru_maxrss) / 1024,
                "rows": OutreachEvent.objects.filter(note="天气晴").count(),
            }
        )
    )


def run(way, path, folder):
    environment = {**os.environ, "DATABASE_URL": f"sqlite:///{folder}/{way}.sqlite3"}
    command = [sys.executable, "-m", "bench.import_rows", "--way", way, "--file", str(path)]
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(done.stderr)
    return json.loads(done.stdout.splitlines()[-1])


def compare(rows, ways):
    """Measure all ways on the same rows and print one table."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "rows.xlsx"
        make_workbook(path, rows, VILLAGES)
        found = {way: run(way, path, folder) for way in ways}
    least = found["floor"]["seconds"]
    print(f"{rows:,} 行普法活动")
    print(f"{'':<26}{'处理器秒':>8}{'倍数':>8}{'峰值内存 MB':>12}{'写入行':>10}")
    for way, one in found.items():
        print(
            f"{way:<26}{one['seconds']:>10.2f}{one['seconds'] / least:>10.2f}"
            f"{one['megabytes']:>12.0f}{one['rows']:>12,}"
        )
    for way in ways:
        print(f"  {way}: {WAYS[way]}")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--rows", type=int, default=10_000)
    parser.add_argument("--way", choices=WAYS)
    parser.add_argument("--file")
    parser.add_argument("--without", choices=WAYS, action="append", default=[])
    given = parser.parse_args()
    if given.way:
        measure(given.way, given.file)
    else:
        compare(given.rows, [way for way in WAYS if way not in given.without])


if __name__ == "__main__":
    main()
