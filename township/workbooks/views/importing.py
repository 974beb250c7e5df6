"""Bringing a file in: upload, look at the verdicts, mend, decide, take back."""

import json

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse, StreamingHttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone

from township.people.outgoing import XLSX, outgoing, taken_out
from township.people.roles import Power
from township.people.trail.log import Action
from township.records.saving import Refused
from township.records.views.base import RegisterView

from ..blank import template_bytes
from ..book import Unreadable
from ..committing import finished
from ..forms import ChoicesForm, ReadAgainForm, UploadForm
from ..models import Import
from ..preview import columns_for, missing_for, rows_for, tiles
from ..staging import (
    annotated_file,
    begin,
    change_sheet,
    check,
    checker,
    committing,
    discard,
    edit,
    remap,
    sweep,
)
from ..undoing import obstacles, undo

PAGE_SIZE = 50
LINES = "application/x-ndjson"


class ImportView(RegisterView):
    """Shared: whoever may enter into the register, and of imports only the own ones."""

    power = Power.ENTER

    def staged(self, **conditions):
        own = Import.objects.filter(created_by=self.request.user, register=self.declaration.slug)
        return get_object_or_404(own, pk=self.kwargs["pk"], **conditions)

    def waiting(self):
        """The import in the address while it can still be changed, else 404."""
        return self.staged(state=Import.State.PREVIEW)

    def back(self, staged, anchor=""):
        """To the page of the import, as it was narrowed."""
        kept = self.request.POST.get("back", "")
        query = f"?{kept}" if kept and all(char.isalnum() or char in "=&" for char in kept) else ""
        url = reverse("workbooks:preview", args=[self.declaration.slug, staged.pk])
        return redirect(f"{url}{query}{anchor}")


class UploadView(ImportView):
    """Choosing or dropping a file; the own imports of the last days below."""

    def get(self, request, slug):
        sweep()
        return self.show(UploadForm())

    def post(self, request, slug):
        form = UploadForm(request.POST, request.FILES)
        if not form.is_valid():
            return self.show(form, status=422)
        upload = form.cleaned_data["file"]
        try:
            staged = begin(
                self.declaration,
                request.gate,
                content=upload.read(),
                name=upload.name,
                year=form.cleaned_data["year"],
            )
        except Unreadable as error:
            form.add_error("file", str(error))
            return self.show(form, status=422)
        return redirect("workbooks:preview", slug, staged.pk)

    def show(self, form, status=200):
        own = Import.objects.filter(created_by=self.request.user, register=self.declaration.slug)
        context = {
            "register": self.declaration,
            "form": form,
            "imports": own.defer("content", "layout")[:10],
        }
        return render(self.request, "workbooks/upload.html", context, status=status)


class TemplateView(ImportView):
    """The empty workbook to fill in."""

    def get(self, request, slug):
        content = template_bytes(self.declaration, request.gate, timezone.localdate().year)
        return outgoing(content, f"{self.declaration.label}导入模板.xlsx", XLSX)


class PreviewView(ImportView):
    """What the file says and what would happen; afterwards what has happened."""

    def get(self, request, slug, pk):
        staged = self.staged()
        if staged.state != Import.State.PREVIEW:
            return self.show_done(staged)
        return self.show(staged, ChoicesForm(instance=staged))

    def show(self, staged, choices, status=200):
        kind = self.request.GET.get("kind", "")
        stored = staged.rows.exclude(kind="").order_by("number")
        if kind:
            stored = stored.filter(kind=kind)
        page = Paginator(stored, PAGE_SIZE).get_page(self.request.GET.get("page"))
        columns = columns_for(staged, self.declaration, self.request.gate)
        layout = json.loads(staged.layout)
        context = {
            "register": self.declaration,
            "staged": staged,
            "kind": kind,
            "tiles": tiles(staged.counts, kind),
            "columns": columns,
            "shown": [column for column in columns if column.target],
            "unmatched": [column for column in columns if column.missed],
            "missing": missing_for(staged, checker(staged, self.request.gate, [])),
            "rows": rows_for(page.object_list, columns, opened=self.request.GET.get("edit", "")),
            "page": page,
            "pages": page.paginator.get_elided_page_range(page.number, on_each_side=2, on_ends=1),
            "skipped": layout["skipped"],
            "again": ReadAgainForm(
                sheets=layout["sheets"], initial={"sheet": staged.sheet, "year": staged.year}
            ),
            "choices": choices,
            "back": self.request.GET.urlencode(),
        }
        return render(self.request, "workbooks/preview.html", context, status=status)

    def show_done(self, staged):
        found = obstacles(staged) if staged.may_be_undone else []
        context = {
            "register": self.declaration,
            "staged": staged,
            "obstacles": found[:50],
            "more": max(len(found) - 50, 0),
            "left": staged.rows.count(),
        }
        return render(self.request, "workbooks/done.html", context)


class CellsView(ImportView):
    """Mending the cells of one row."""

    def post(self, request, slug, pk):
        staged = self.waiting()
        number = request.POST.get("row", "")
        texts = {
            int(name.removeprefix("cell-")): text[:2000]
            for name, text in request.POST.items()
            if name.startswith("cell-") and name.removeprefix("cell-").isdecimal() and len(name) < 9
        }
        if not number.isdecimal() or len(number) > 8:
            raise Http404
        kind = edit(staged, request.gate, int(number), texts)
        if kind is None:
            raise Http404
        if kind == "wrong":
            messages.warning(request, f"第 {number} 行还有问题，请接着改。")
        else:
            messages.success(request, f"第 {number} 行已改好。")
        return self.back(staged, f"#row-{number}")


class ColumnsView(ImportView):
    """Saying which column fills which field."""

    def post(self, request, slug, pk):
        staged = self.waiting()
        mapping = {
            int(name.removeprefix("column-")): target
            for name, target in request.POST.items()
            if name.startswith("column-") and name.removeprefix("column-").isdecimal() and len(name) < 11
        }
        given = [target for target in mapping.values() if target]
        if len(given) != len(set(given)):
            messages.error(request, "有两列对应了同一个栏目，请改成一列对一个栏目。")
            return self.back(staged)
        remap(staged, request.gate, mapping)
        messages.success(request, "栏目已重新对应，下次同样的表头会记住。")
        return self.back(staged)


class SheetView(ImportView):
    """Reading another sheet, or days without a year as those of another year."""

    def post(self, request, slug, pk):
        staged = self.waiting()
        form = ReadAgainForm(request.POST, sheets=json.loads(staged.layout)["sheets"])
        if not form.is_valid():
            for sentences in form.errors.values():
                messages.error(request, sentences[0])
            return self.back(staged)
        try:
            change_sheet(staged, request.gate, **form.cleaned_data)
        except Unreadable as error:
            messages.error(request, str(error))
        return self.back(staged)


class CommitView(ImportView):
    """Writing what was decided; a script that asks for lines is told how far it has come."""

    def post(self, request, slug, pk):
        staged = self.waiting()
        twins = staged.twins
        form = ChoicesForm(request.POST, instance=staged)
        if not form.is_valid():
            messages.error(request, "请重新选择各类行怎么办。")
            return self.answer(staged)
        staged = form.save()
        if staged.twins != twins and Import.Twins.UPDATE in (twins, staged.twins):
            check(staged, request.gate)
            messages.warning(request, "疑似重复的行已按“更新原来的记录”核对，请再看一遍后确认导入。")
            return self.answer(staged)
        if request.headers.get("Accept") == LINES:
            return StreamingHttpResponse(self.progress(staged), content_type=LINES)
        try:
            finished(committing(staged, request.gate))
        except Refused as refusal:
            messages.error(request, str(refusal))
        return self.back(staged)

    def answer(self, staged):
        if self.request.headers.get("Accept") == LINES:
            return HttpResponse(_line(url=self.url(staged)), content_type=LINES)
        return self.back(staged)

    def url(self, staged):
        return reverse("workbooks:preview", args=[self.declaration.slug, staged.pk])

    def progress(self, staged):
        """One JSON object a line; a browser that goes away closes this, and then nothing is written."""
        yield _line(done=0, total=0)
        try:
            for done, total in committing(staged, self.request.gate):
                yield _line(done=done, total=total)
        except Refused as refusal:
            yield _line(refused=str(refusal))
            return
        yield _line(url=self.url(staged))


def _line(**facts):
    return json.dumps(facts, ensure_ascii=False) + "\n"


class AnnotatedView(ImportView):
    """The user's own file with the reasons at its wrong cells."""

    def get(self, request, slug, pk):
        staged = self.staged()
        if not staged.content:
            raise Http404
        what = f"{self.declaration.label}导入表格（标出问题）"
        name = f"{self.declaration.label}（标出问题）.xlsx"
        return taken_out(request, annotated_file(staged), name, XLSX, what=what, action=Action.DOWNLOADED)


class DiscardView(ImportView):
    """Giving a waiting import up."""

    def post(self, request, slug, pk):
        discard(self.waiting())
        messages.success(request, "这次导入已放弃，表格内容已删除。")
        return redirect("workbooks:import", slug)


class UndoView(ImportView):
    """Taking a finished import back."""

    def post(self, request, slug, pk):
        staged = self.staged(state=Import.State.DONE)
        try:
            undo(staged, by=request.user)
            messages.success(request, "这次导入已撤销：新增的记录已作废，改过的记录已还原。")
        except Refused as refusal:
            messages.error(request, str(refusal))
        return self.back(staged)
