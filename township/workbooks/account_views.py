"""Accounts in bulk: the template, the preview with every problem at its cell, the passwords handed out once."""

from django.contrib import messages
from django.core import signing
from django.core.exceptions import ValidationError
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods

from township.people.models import Office
from township.people.outgoing import XLSX, outgoing, taken_out
from township.people.roles import Power, Role, grantable_by

from .account_book import COLUMNS, MAX_ROWS, AccountRow, check, create_all, read
from .sheets import workbook_bytes

SALT = "accounts-from-workbook"
# How long a preview may lie on the screen before it has to be uploaded again.
PREVIEW_SECONDS = 3600


@require_GET
def template(request):
    """An empty workbook that says which units, offices and roles there are."""
    gate = request.gate
    gate.require(Power.MANAGE_ACCOUNTS)
    offices = Office.objects.filter(area__path__startswith=request.user.area.path, active=True)
    roles = grantable_by(request.user.roles)
    notes = [
        "一行一个人，从表头下面开始填；部门只有部门填报人要填；几个岗位用顿号隔开。不要改表头。",
        f"单位：{'、'.join(area.name for area in gate.areas())}",
        f"部门：{'、'.join(dict.fromkeys(office.name for office in offices))}",
        f"岗位：{'、'.join(role.label for role in Role if role in roles)}",
    ]
    content = workbook_bytes(title="账号", notes=notes, headers=list(COLUMNS.values()), rows=[])
    return outgoing(content, "账号模板.xlsx", XLSX)


@never_cache
@require_http_methods(["GET", "POST"])
def import_accounts(request):
    """Upload, look at the preview, confirm; the answer to the confirmation is the workbook of passwords."""
    request.gate.require(Power.MANAGE_ACCOUNTS)
    if request.method == "GET":
        return _show(request)
    try:
        rows = _confirmed(request) if "rows" in request.POST else read(_upload(request))
    except ValidationError as error:
        return _show(request, problem=error.messages[0], status=422)
    if "rows" in request.POST and (made := create_all(rows, gate=request.gate)):
        name = f"一次性密码{timezone.localdate():%Y%m%d}.xlsx"
        what = f"{len(made)} 个新账号的一次性密码"
        return taken_out(request, _passwords(request, made), name, XLSX, what=what)
    wrong = check(rows, gate=request.gate)
    return _show(request, rows=rows, wrong=wrong, status=422 if wrong else 200)


def _upload(request):
    if "file" not in request.FILES:
        raise ValidationError("请先选择填好的表格。")
    return request.FILES["file"]


def _confirmed(request):
    """The rows of the preview that this very user had on the screen."""
    try:
        kept = signing.loads(request.POST["rows"], salt=SALT, max_age=PREVIEW_SECONDS)
    except signing.BadSignature as error:
        raise ValidationError("预览已失效，请重新上传表格。") from error
    if kept["for"] != request.user.pk:
        raise ValidationError("预览已失效，请重新上传表格。")
    return [AccountRow(number, cells) for number, cells in kept["rows"]]


def _show(request, rows=(), wrong=0, problem="", status=200):
    kept = {"for": request.user.pk, "rows": [(row.number, row.cells) for row in rows]}
    if wrong:
        messages.error(request, f"有 {wrong} 行要改，一个账号都还没有建。请在表格里改好，再上传一次。")
    context = {
        "columns": COLUMNS.values(),
        "rows": rows,
        "wrong": wrong,
        "problem": problem,
        "max_rows": MAX_ROWS,
        "kept": signing.dumps(kept, salt=SALT, compress=True) if rows and not wrong else "",
    }
    return render(request, "workbooks/accounts.html", context, status=status)


def _passwords(request, made):
    """The workbook that hands the one-time passwords over; they are stored nowhere."""
    notes = [
        f"{request.user} 建于 {timezone.localtime():%Y-%m-%d %H:%M}，共 {len(made)} 个账号。",
        "请当面或打电话逐个告诉本人，不要发到工作群；发完就删掉这个文件。第一次登录时必须换成自己的密码。",
    ]
    rows = [
        [user.name, user.username, str(user.area), user.role_names, password, _last_day(user)]
        for user, password in made
    ]
    headers = ["姓名", "账号", "单位", "岗位", "一次性密码", "有效期至"]
    return workbook_bytes(title="一次性密码", notes=notes, headers=headers, rows=rows)


def _last_day(user):
    return timezone.localtime(user.one_time_until).date()
