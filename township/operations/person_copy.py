"""One workbook with everything that the portal holds about one person, for a request to see or copy it.

The person is found by the hash of a name, ID number or telephone; of a record that names others too only the
person's own rows are given. 个人信息保护法 art. 45: whoever is concerned may see and copy it.
"""

from django.contrib import messages
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_POST

from township.people.outgoing import XLSX, taken_out
from township.people.roles import Power
from township.people.sealing import fingerprint
from township.records.known_people import KINDS, holdings
from township.records.values import EMPTY, display
from township.records.views.known_people import LONGEST_SEARCH, SHORTEST_SEARCH
from township.workbooks.sheets import workbook_bytes

HEADERS = ("台账", "记录", "地点", "日期", "状态", "凭什么找到", "项目", "内容")
NOTE = "只含本门户台账里的内容；按姓名找到的，可能是同名的另一个人，交给本人以前请逐条核对。"


@require_POST
def person_copy(request):
    """The workbook, for those who may read parties and take data along; it names nobody outside of itself."""
    request.gate.require(Power.READ_PARTIES)
    request.gate.require(Power.EXPORT)
    text = request.POST.get("person", "").strip()[:LONGEST_SEARCH]
    rows = about(text, gate=request.gate) if len(text) >= SHORTEST_SEARCH else []
    if not rows:
        messages.error(request, "没有找到这个人的信息，请先查找。")
        return redirect("records:find_people")
    number = len({row[:2] for row in rows})
    now = timezone.localtime().strftime("%Y-%m-%d %H:%M")
    notes = ["个人信息查阅、复制", f"{now} 由{request.user.area}{request.user}导出", NOTE]
    content = workbook_bytes(title="个人信息", notes=notes, headers=HEADERS, rows=rows)
    what = f"一个人的全部信息（{number} 条记录）"
    return taken_out(request, content, "个人信息查阅复制.xlsx", XLSX, what=what)


def about(text, *, gate):
    """[row] of every part of every record within reach that is about whoever `text` names."""
    rows = {}
    for holding in holdings():
        code = fingerprint(text, holding.field.kind)
        if not code or not gate.can_in(holding.register, Power.EXPORT):
            continue
        for found in _found(holding, code, gate):
            rows.setdefault((holding.model, found.pk), (holding, found, set()))[2].add(holding.field.kind)
    return [row for holding, found, kinds in rows.values() for row in _rows(holding, found, kinds)]


def _found(holding, code, gate):
    """The rows with that code, of records that the user may both read and take along; voided ones too."""
    readable = gate.records(holding.register, Power.READ_PARTIES)
    records = readable.filter(pk__in=gate.records(holding.register, Power.EXPORT).order_by().values("pk"))
    rows = holding.model.objects.filter(**{holding.field.name: code})
    rows = rows.filter(**{f"{holding.prefix}pk__in": records.order_by().values("pk")})
    related = ("record__area",) if holding.prefix else ("area",)
    return rows.select_related(*related).order_by("pk")


def _rows(holding, found, kinds):
    """One row for each thing that is said; what belongs to the record's keeping is left out."""
    record = found.record if holding.prefix else found
    matched = "、".join(label for kind, label in KINDS.items() if kind in kinds)
    head = (
        holding.register.label,
        str(record),
        str(record.area),
        record.date,
        record.get_state_display(),
        matched,
    )
    names = _line_fields(holding) if holding.prefix else holding.register.form_fields()
    said = [(name, display(found, name)) for name in names]
    return [(*head, _label(found, name), text) for name, text in said if text != EMPTY]


def _line_fields(holding):
    lines = [line_set for line_set in holding.register.lines if line_set.model is holding.model]
    return (
        lines[0].fields
        if lines
        else [field.name for field in holding.model._meta.concrete_fields if field.editable]
    )


def _label(found, name):
    return str(found._meta.get_field(name).verbose_name)
