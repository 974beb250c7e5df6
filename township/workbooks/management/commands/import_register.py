"""`manage.py import_register`: a workbook into a register; without --commit only the verdict."""

import json
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from township.figures.management.commands.indicators import area_of
from township.people.roles import Power
from township.records.register import registry
from township.records.saving import Refused
from township.workbooks.annotating import annotated
from township.workbooks.book import Unreadable
from township.workbooks.checking import counts
from township.workbooks.committing import Choices, commit
from township.workbooks.draft import draft_of
from township.workbooks.shell import gate_of
from township.workbooks.wording import summary

# The exit code tells a script what happened: 0 done, 1 the file or the call is no good, 2 nothing was
# written because of wrong rows. A check without --commit that could be made has done its work.
NOT_WRITTEN = 2


class Command(BaseCommand):
    help = "把表格导入一本台账。不写 --commit 只检查，不写入。退出码：0 已办，1 文件或参数不对，2 有行不对，没有写入。"

    def add_arguments(self, parser):
        parser.add_argument("register", help="台账代号，见 manage.py registers")
        parser.add_argument("file", help="表格文件：.xlsx、.xlsm、.xls 或 .csv")
        parser.add_argument("--sheet", help="工作表名称；不写时按表头判断")
        parser.add_argument("--year", type=int, help="只写月日的日期属于哪一年")
        parser.add_argument("--area", help="区划代码；不写时用本镇")
        parser.add_argument("--user", default="", help="以哪个账号导入；不写时不记录入人")
        parser.add_argument("--good-only", action="store_true", help="有行不对时，只导入没有问题的行")
        parser.add_argument(
            "--duplicates", choices=["skip", "add", "update"], default="skip", help="疑似重复的行怎么办"
        )
        parser.add_argument("--commit", action="store_true", help="写入")
        parser.add_argument("--annotated", help="把标注了问题的表格写到这个 .xlsx 文件")
        parser.add_argument("--json", action="store_true", help="只输出 JSON")

    def handle(self, *, register, file, sheet, year, area, user, commit, json: bool, **options):
        declaration, gate = reach(register, area, user, Power.ENTER)
        try:
            draft = draft_of(declaration, gate, bytes_of(file), sheet=sheet, year=year, name=Path(file).stem)
            verdicts = self._run(draft, declaration, gate, commit=commit, **options)
        except (Unreadable, Refused) as error:
            raise CommandError(str(error)) from error
        problems = [problem.as_dict() for verdict in verdicts for problem in verdict.problems]
        found = counts(verdicts)
        if options["annotated"]:
            write_annotated(options["annotated"], bytes_of(file), draft, verdicts)
        self.stdout.write(_as_json({**found, "problems": problems}) if json else summary(found))
        for problem in [] if json else problems:
            self.stdout.write("{sheet} {cell}“{value}”：{message}".format(**problem))
        if commit and found["wrong"] and not options["good_only"]:
            self.stdout.flush()
            raise SystemExit(NOT_WRITTEN)

    @staticmethod
    def _run(draft, declaration, gate, *, commit: bool, good_only, duplicates, **options):
        def check():
            return draft.checker(declaration, gate, update_twins=duplicates == "update").check()

        if not commit:
            return check()
        choices = Choices(add_duplicates=duplicates == "add", good_only=good_only)
        return write(check, declaration, gate, choices)


def write(check, declaration, gate, choices):
    """Write the rows; with wrong ones the verdicts all the same, for they say what to mend."""
    try:
        verdicts, _ = commit(check, declaration=declaration, by=gate.user, choices=choices)
    except Refused:
        verdicts = check()
        if not counts(verdicts)["wrong"]:
            raise
    return verdicts


def write_annotated(path, content, draft, verdicts):
    """The file itself with what is wrong, beside the verdicts."""
    wrong = [
        (verdict.number, [(problem.column, problem.message) for problem in verdict.problems])
        for verdict in verdicts
        if verdict.problems
    ]
    table = draft.table
    try:
        Path(path).write_bytes(
            annotated(content, sheet=table.sheet, header_row=table.header_row, wrong=wrong)
        )
    except OSError as error:
        raise CommandError(f"写不了文件 {path}。") from error


def reach(slug, code, username, power):
    """(register, gate) of a call of the shell, or an error that says what is wrong with it."""
    area = area_of(code)
    gate = gate_of(area, username)
    if gate is None:
        raise CommandError(f"没有账号 {username}。")
    known = registry.for_area(gate.user.area)
    declaration = known.get(slug)
    if declaration is None:
        names = "、".join(f"{register.slug}（{register.label}）" for register in known.all())
        raise CommandError(f"没有代号为 {slug} 的台账。可用：{names}。")
    if not gate.can_in(declaration, power):
        act = "录入" if power is Power.ENTER else "导出"
        raise CommandError(f"账号 {username or '命令行'} 不能{act}“{declaration.label}”。")
    return declaration, gate


def bytes_of(file):
    try:
        return Path(file).read_bytes()
    except OSError as error:
        raise CommandError(f"读不到文件 {file}。") from error


def _as_json(found):
    return json.dumps(found, ensure_ascii=False, indent=2)
