"""Entering and changing a record."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse

from township.people import carried
from township.people.roles import Power

from ..forms import form_class, line_formsets
from ..history import is_locked
from ..intake import take_in
from ..life import may_edit
from ..models import Attachment, State
from ..saving import Conflict, save_entry
from ..values import display, raw
from .base import RegisterView
from .detail import files_of


class EntryView(RegisterView):
    """Shared by new and changed records: build the form, check everything, save once."""

    power = Power.ENTER
    title = "新增"

    def instance(self):
        return self.declaration.model()

    def starting_values(self):
        """Initial values and sub-table rows that a new form starts with."""
        return {}, {}

    def get(self, request, **kwargs):
        instance = self.instance()
        restored = carried.take(request)
        if restored is not None:
            messages.info(request, "登录已超时，您填的内容已保留并自动恢复，请检查后提交。")
            if names := restored.getlist("file_names"):
                messages.warning(request, f"照片和文件需要重新选择：{'、'.join(names)}。")
        values, rows = self.starting_values()
        form = self.form(instance, restored, initial=values)
        formsets = line_formsets(
            self.declaration,
            instance,
            gate=request.gate,
            data=self.with_management(restored, instance),
            copied=rows,
        )
        return self.show(form, formsets)

    def post(self, request, **kwargs):
        instance = self.instance()
        form = self.form(instance, request.POST, request.FILES)
        formsets = line_formsets(self.declaration, instance, gate=request.gate, data=request.POST)
        # Every part is checked, so that all errors show at once.
        valid = all([form.is_valid(), *(formset.is_valid() for formset in formsets.values())])
        attachments = self.take_files(form)
        if not valid or form.errors:
            return self.show(form, formsets, attachments, status=422)
        try:
            record = save_entry(
                form=form,
                formsets=formsets,
                attachments=attachments,
                by=request.user,
                submit=request.POST.get("then") != "draft",
            )
        except Conflict as conflict:
            return self.show_conflict(form, formsets, conflict.current, attachments)
        except ValidationError as error:
            form.add_error(None, error.messages)
            return self.show(form, formsets, attachments, status=422)
        return self.go_on(record)

    def form(self, instance, data=None, files=None, initial=None):
        locked = is_locked(instance) if instance.pk else ""
        return form_class(self.declaration)(
            data, files, instance=instance, gate=self.request.gate, locked=locked, initial=initial
        )

    def with_management(self, data, instance):
        """Carried data that lacks a sub-table's management fields cannot bind it."""
        return (
            data
            if data is not None and all(f"{line.name}-TOTAL_FORMS" in data for line in self.declaration.lines)
            else None
        )

    def take_files(self, form):
        """Store what was uploaded even when the form has errors, so that nobody has to choose it again."""
        attachments = list(form.cleaned_data.get("kept_files") or []) if hasattr(form, "cleaned_data") else []
        for upload in self.request.FILES.getlist("files"):
            try:
                attachments.append(take_in(upload, by=self.request.user))
            except ValidationError as error:
                form.add_error("files", error)
        return attachments

    def show(self, form, formsets, attachments=(), status=200, **extra):
        context = {
            "register": self.declaration,
            "title": f"{self.title}{self.declaration.label}",
            "form": form,
            "formsets": [(formset.line_set, formset) for formset in formsets.values()],
            "kept": attachments,
            "people": self.request.gate.people().select_related("area"),
            "cited": self.cited(form.instance),
            **extra,
        }
        return render(self.request, "records/form.html", context, status=status)

    def cited(self, instance):
        if instance.pk is None:
            return Attachment.objects.none()
        return files_of(self.declaration, instance, self.request.gate)

    def show_conflict(self, form, formsets, current, attachments):
        """The page that shows both values of every field that differs; nothing is overwritten."""
        differences = []
        for name in self.declaration.form_fields():
            if name in self.declaration.sealed_fields():
                continue
            theirs, mine = display(current, name), display(form.instance, name)
            field = current._meta.get_field(name)
            if field.many_to_many:
                mine = "、".join(str(item) for item in form.cleaned_data.get(name) or []) or "—"
            if theirs != mine:
                differences.append((self.declaration.field_label(name), theirs, mine))
        form.data = form.data.copy()
        form.data["version"] = current.version
        return self.show(form, formsets, attachments, status=409, conflict=current, differences=differences)

    def go_on(self, record):
        if record.state == State.DRAFT:
            messages.success(self.request, f"“{record}”已存为草稿，提交后才计入统计。")
        else:
            messages.success(self.request, f"“{record}”已保存。")
        if self.request.POST.get("then") == "another":
            return redirect(f"{reverse('records:new', args=[self.declaration.slug])}?like={record.pk}")
        return redirect("records:detail", self.declaration.slug, record.pk)


class NewRecordView(EntryView):
    """A new record, blank or like an earlier one (`?copy=last` or `?like=ID`)."""

    def starting_values(self):
        source = self.source()
        if source is None:
            return {}, {}
        names = self.declaration.copied
        values = {name: initial(source, name) for name in names}
        if self.request.GET.get("like"):
            values["date"] = source.date
        values["area"] = source.area_id
        rows = {
            line.name: [
                {name: initial(row, name) for name in line.fields} for row in getattr(source, line.name).all()
            ]
            for line in self.declaration.lines
            if not line.personal and line.name in names
        }
        return {name: value for name, value in values.items() if name not in rows}, rows

    def source(self):
        records = self.request.gate.records(self.declaration, Power.ENTER)
        if like := self.request.GET.get("like"):
            return records.filter(pk=like).first() if like.isdecimal() else None
        if self.request.GET.get("copy"):
            return records.filter(created_by=self.request.user).order_by("-pk").first()
        return None


class EditRecordView(EntryView):
    """Changing a record; a locked one only as a correction with a reason."""

    power = Power.READ
    title = "修改"

    def instance(self):
        record = self.record()
        if not may_edit(record, self.request.gate):
            raise Http404
        return record


def initial(record, name):
    """A value as a form's initial wants it."""
    value = raw(record, name) if name not in ("area",) else record.area_id
    return value.pk if hasattr(value, "pk") else value
