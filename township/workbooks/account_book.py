"""Accounts from a workbook: reading its rows, checking them all, making all or none."""

import io
from dataclasses import dataclass, field
from zipfile import BadZipFile

from django.core.exceptions import ValidationError
from django.db import transaction
from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException

from township.people.accounts import give_one_time_password, hold_still, save_account
from township.people.forms import AccountForm
from township.people.models import Office
from township.people.roles import Role, grantable_by

COLUMNS = {"name": "姓名", "username": "账号", "area": "单位", "office": "部门", "roles": "岗位"}
MAX_ROWS = 300
MAX_BYTES = 2 * 1024 * 1024
# A header further down than this is no template of ours.
HEADER_WITHIN = 30


@dataclass
class AccountRow:
    """One row of the workbook as it was typed, and what is wrong in which cell."""

    number: int
    cells: dict
    problems: dict = field(default_factory=dict)
    form: AccountForm = None

    @property
    def pairs(self):
        """[(column, text, [sentence])] in the order of the columns."""
        return [(label, self.cells[name], self.problems.get(name, [])) for name, label in COLUMNS.items()]


def read(upload):
    """The rows of an uploaded workbook as plain text; raises ValidationError with one sentence."""
    if upload.size > MAX_BYTES:
        raise ValidationError("表格超过 2 MB，请只留账号这一张表再上传。")
    try:
        book = load_workbook(io.BytesIO(upload.read()), read_only=True, data_only=True)
        lines = [list(line) for line in book.worksheets[0].iter_rows(values_only=True, max_col=30)]
    except (InvalidFileException, BadZipFile, KeyError, ValueError, OSError, IndexError) as error:
        raise ValidationError("打不开这个文件，请上传按模板填写的 .xlsx 表格。") from error
    start, places = _header(lines)
    rows = [
        AccountRow(number, {name: _text(line, place) for name, place in places.items()})
        for number, line in enumerate(lines[start + 1 :], start + 2)
    ]
    rows = [row for row in rows if any(row.cells.values())]
    if not rows:
        raise ValidationError("表里还没有填账号，请在表头下面一行一个人填好再上传。")
    if len(rows) > MAX_ROWS:
        raise ValidationError(f"一次最多 {MAX_ROWS} 人，这张表有 {len(rows)} 行，请分几次上传。")
    return rows


def _header(lines):
    """(index of the header row, {field: column}); raises ValidationError when columns are missing."""
    for index, line in enumerate(lines[:HEADER_WITHIN]):
        labels = [str(value or "").strip() for value in line]
        if COLUMNS["name"] in labels:
            if missing := [label for label in COLUMNS.values() if label not in labels]:
                raise ValidationError(f"表头里缺少{'、'.join(missing)}，请用下载的模板填写。")
            return index, {name: labels.index(label) for name, label in COLUMNS.items()}
    raise ValidationError("没有找到表头（姓名、账号、单位、部门、岗位），请用下载的模板填写。")


def _text(line, place):
    value = line[place] if place < len(line) else None
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return str("" if value is None else value).strip()


def check(rows, *, gate):
    """Find what is wrong in each row; the number of rows with problems."""
    places = {area.name: area.pk for area in gate.areas().order_by("-path")}
    offices = {
        (office.area_id, office.name): office.pk
        for office in Office.objects.filter(area__path__startswith=gate.user.area.path, active=True)
    }
    roles = {role.label: role.value for role in Role if role in grantable_by(gate.user.roles)}
    seen = {}
    for row in rows:
        _check_row(row, gate, places, offices, roles)
        first = seen.setdefault(row.cells["username"], row.number)
        if first != row.number and row.cells["username"]:
            row.problems.setdefault("username", []).append(f"与第 {first} 行的账号重复。")
    return sum(1 for row in rows if row.problems)


def _check_row(row, gate, places, offices, roles):
    cells = row.cells
    chosen = [label for label in cells["roles"].replace("，", "、").replace(",", "、").split("、") if label]
    area = places.get(cells["area"])
    unknown = {
        "area": cells["area"] and area is None,
        "office": cells["office"] and (area, cells["office"]) not in offices,
    }
    row.form = AccountForm(
        {
            "name": cells["name"],
            "username": cells["username"],
            "area": area,
            "office": offices.get((area, cells["office"]), ""),
            "roles": [roles[label.strip()] for label in chosen if label.strip() in roles],
        },
        gate=gate,
    )
    row.problems = {name: list(sentences) for name, sentences in row.form.errors.items()}
    if unknown["area"]:
        row.problems["area"] = [f"没有叫“{cells['area']}”的单位。"]
    if unknown["office"]:
        row.problems["office"] = [f"{cells['area']}没有“{cells['office']}”这个部门。"]
    if strange := [label for label in chosen if label.strip() not in roles]:
        row.problems["roles"] = [f"没有“{'、'.join(strange)}”这个岗位，或者不由您授予。"]


@transaction.atomic
def create_all(rows, *, gate):
    """Make every account, or none: [(account, one-time password)], or None when a row has a problem."""
    hold_still(gate.user.area)
    if check(rows, gate=gate):
        return None
    made = []
    for row in rows:
        save_account(row.form.instance, by=gate.user, roles=row.form.chosen_roles)
        made.append((row.form.instance, give_one_time_password(row.form.instance, by=gate.user)))
    return made
