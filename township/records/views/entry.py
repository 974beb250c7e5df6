"""Entering and changing a record."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse

from township.people import carried
from township.people.readable import problems_of
from township.people.roles import Power

from ..conflicts import differences
from ..form_data import put_rows, rows_without_errors, settled, with_one_more_row, without_errors
from ..forms import form_class, line_formsets
from ..history import is_locked
from ..intake import take_in
from ..life import may_edit
from ..models import Attachment, State
from ..saving import Conflict, save_entry
from ..values import raw
from .base import RegisterView
from .detail import files_of


class EntryView(RegisterView):
    """Shared by new and changed records: build the form, check everything, save once."""

    power = Power.ENTER
    title = "新增"
    stands = ""  # the title of the record before anything was typed over it

    def instance(self):
        return self.declaration.model()

    def starting_values(self):
        """Initial values and sub-table rows that a new form starts with."""
        return {}, {}

    def get(self, request, **kwargs):
        instance = self.instance()
        restored = carried.take(request)
        if restored is not None:
            self.tell_restored(restored)
            self.put_back_sealed(restored, instance)
        values, rows = self.starting_values()
        form = self.form(instance, restored, initial=values)
        formsets = self.formsets(instance, self.restorable(restored, instance), copied=rows)
        kept = Attachment.objects.sent_by(request.user).filter(pk__in=self.kept_ids(restored))
        return self.show(form, formsets, kept)

    def tell_restored(self, restored):
        messages.info(self.request, "您填的内容已保留并自动恢复，请检查后提交。")
        if names := restored.getlist("file_names"):
            messages.warning(self.request, f"照片和文件需要重新选择：{'、'.join(names)}。")
        if self.declaration.personal_parts():
            messages.warning(self.request, "当事人、反映人等个人信息不作保留，请重新填写。")

    def put_back_sealed(self, restored, instance):
        """What was never carried must not read as cleared: who may read it gets what is stored."""
        if instance.pk is not None and self.request.gate.may(self.declaration, Power.READ_PARTIES, instance):
            for name in self.declaration.sealed_fields():
                restored.setdefault(name, getattr(instance, name))

    def post(self, request, **kwargs):
        instance = self.instance()
        data = self.posted(instance)
        form, formsets = self.form(instance, data, request.FILES), self.formsets(instance, data)
        # Every part is checked, so that all errors show at once.
        valid = all([form.is_valid(), *(formset.is_valid() for formset in formsets.values())])
        attachments = self.take_files(form)
        if "add_row" in request.POST:
            return self.show_as_typed(form, formsets, attachments)
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

    def formsets(self, instance, data=None, copied=None):
        return line_formsets(self.declaration, instance, gate=self.request.gate, data=data, copied=copied)

    def posted(self, instance):
        """What was posted, with a row more when 加一行 was pressed, fitted to the record as it stands."""
        data = self.request.POST
        if instance.pk is not None:
            locked = is_locked(instance)
            data = settled(data, instance, gate=self.request.gate, locked=locked)
        if (name := data.get("add_row")) and (formset := self.formsets(instance).get(name)):
            data = with_one_more_row(data, formset)
        return data

    def restorable(self, data, instance):
        """Carried data, with the stored rows of sub-tables that are never carried."""
        for name, formset in self.formsets(instance).items() if data is not None else ():
            if f"{name}-TOTAL_FORMS" not in data:
                put_rows(data, formset)
        return data

    def kept_ids(self, data):
        """Ids of the files that a carried form had already stored."""
        return [pk for pk in data.getlist("kept_files") if pk.isdecimal()] if data is not None else []

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
            "stands": self.stands,
            "form": form,
            "formsets": [(formset.line_set, formset) for formset in formsets.values()],
            "problems": problems(form, formsets) if status == 422 else [],
            "locked": form.locked,
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

    def show_as_typed(self, form, formsets, attachments):
        """The form again with one row more; what is still missing is not held against anybody yet."""
        rows = {name: rows_without_errors(formset) for name, formset in formsets.items()}
        return self.show(without_errors(form), rows, attachments)

    def show_conflict(self, form, formsets, current, attachments):
        """The page that shows both values of everything that differs; nothing is overwritten."""
        found = differences(form, formsets, current)
        form.data = form.data.copy()
        form.data["version"] = current.version
        return self.show(form, formsets, attachments, status=409, conflict=current, differences=found)

    def go_on(self, record):
        if record.state == State.DRAFT:
            messages.success(self.request, f"“{record}”已存为草稿，提交后才计入统计。")
        elif record.state == State.SUBMITTED:
            messages.success(self.request, f"“{record}”已提交，已计入统计，待审核。")
        else:
            messages.success(self.request, f"“{record}”已保存。")
        if self.request.POST.get("then") == "another":
            return redirect(f"{reverse('records:new', args=[self.declaration.slug])}?like={record.pk}")
        return redirect("records:detail", self.declaration.slug, record.pk)


class NewRecordView(EntryView):
    """A new record: blank, like an earlier one (`?copy=last`, `?like=ID`), or with values of the address."""

    def starting_values(self):
        source = self.source()
        if source is None:
            return self.values_in_address(), {}
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

    def values_in_address(self):
        """What a link already knows (`?area=3&category=finance`); the form refuses what is out of reach."""
        names = set(self.declaration.form_fields()) - set(self.declaration.sealed_fields())
        return {name: self.request.GET[name] for name in names if name in self.request.GET}

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
        self.stands = str(record)
        return record


def initial(record, name):
    """A value as a form's initial wants it."""
    value = raw(record, name) if name not in ("area",) else record.area_id
    return value.pk if hasattr(value, "pk") else value


def problems(form, formsets):
    """[(anchor, sentence)] of every error of the page, in the order of the fields."""
    found = problems_of(form)
    for name, formset in formsets.items():
        label = formset.line_set.label
        found += [(f"{name}_error", sentence) for sentence in formset.non_form_errors()]
        for number, row in enumerate(formset.forms, 1):
            found += [(anchor, f"{label}第 {number} 行：{sentence}") for anchor, sentence in problems_of(row)]
    return found
