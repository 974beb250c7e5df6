"""Entering and changing a record."""

import uuid

from django.conf import settings
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.functional import cached_property

from township.people import carried
from township.people.gate import is_id
from township.people.readable import problems_of
from township.people.roles import Power

from ..conflicts import differences
from ..form_data import put_rows, rows_without_errors, settled, with_one_more_row, without_errors
from ..forms import form_class, line_formsets
from ..history import is_locked
from ..intake import take_in
from ..life import may_edit
from ..likeness import tell_apart, twins_of
from ..models import Attachment, State
from ..saving import Conflict, save_entries
from ..values import raw
from .base import RegisterView
from .detail import files_of, look_at_people


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
        repeats = self.repeats(form) if valid else []
        if not valid or form.errors:
            return self.show(form, formsets, attachments, status=422)
        twins = self.twins([form, *(copy for copy, _ in repeats)])
        if self.warns(form) and any(found - self.answered for found in twins):
            return self.show_twins(form, formsets, attachments, twins)
        try:
            records = save_entries(
                [(form, formsets), *repeats],
                attachments=attachments,
                by=request.user,
                submit=self.submits,
            )
        except Conflict as conflict:
            return self.show_conflict(form, formsets, conflict.current, attachments)
        except ValidationError as error:
            form.add_error(None, error.messages)
            return self.show(form, formsets, attachments, status=422)
        for record, found in zip(records, twins, strict=True):
            tell_apart(record, found & self.answered, by=request.user)
        return self.go_on(*records)

    @property
    def submits(self):
        """Whether what is saved counts from now on; what is going to be merged does not count twice."""
        return self.request.POST.get("then") != "draft" and "merge_into" not in self.request.POST

    def repeats(self, form):
        """[(form, formsets)] of the same entry for other villages; only a new one can have any."""
        return []

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
        return [pk for pk in data.getlist("kept_files") if is_id(pk)] if data is not None else []

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
            "draft_key": self.draft_key(),
            "most_files": settings.ATTACHMENTS_PER_RECORD,
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

    def warns(self, form):
        """A likely duplicate is spoken of when a record begins to count, not each time it is mended."""
        return self.submits and form.instance.state == State.DRAFT

    def twins(self, forms):
        """For each form the set of stored records that may be the same event."""
        return [{twin for twin in self.twins_of(form) if not is_earlier_post(form, twin)} for form in forms]

    def twins_of(self, form):
        joint = self.declaration.model.JOINT_FIELD
        villages = form.cleaned_data.get(joint) or ()
        return twins_of(form.instance, gate=self.request.gate, villages=villages)

    @cached_property
    def answered(self):
        """The records that the user has just said are not the same event."""
        ids = [pk for pk in self.request.POST.get("apart", "").split() if is_id(pk)]
        return set(self.request.gate.records(self.declaration).filter(pk__in=ids)) if ids else set()

    def show_twins(self, form, formsets, attachments, twins):
        """The form again, with what may be the same event; it is said once and stops nobody."""
        found = sorted(set().union(*twins), key=lambda record: record.pk)
        may_merge = len(twins) == 1 and self.request.gate.can_in(self.declaration, Power.MERGE)
        return self.show(form, formsets, attachments, status=409, twins=found, may_merge=may_merge)

    def show_conflict(self, form, formsets, current, attachments):
        """The page that shows both values of everything that differs; nothing is overwritten."""
        found = differences(form, formsets, current)
        form.data = form.data.copy()
        form.data["version"] = current.version
        return self.show(form, formsets, attachments, status=409, conflict=current, differences=found)

    def go_on(self, record, *more):
        self.tell_saved(record, *more)
        if is_id(twin := self.request.POST.get("merge_into", "")):
            query = QueryDict(mutable=True)
            query.setlist("chosen", [twin, record.pk])
            return redirect(f"{reverse('records:merge', args=[self.declaration.slug])}?{query.urlencode()}")
        if self.request.POST.get("then") == "another":
            return redirect(f"{reverse('records:new', args=[self.declaration.slug])}?like={record.pk}")
        if more:
            return redirect("records:list", self.declaration.slug)
        return redirect("records:detail", self.declaration.slug, record.pk)

    def tell_saved(self, record, *more):
        """One sentence, which also lets the browser forget what it kept of the form."""
        messages.success(self.request, self.saved_sentence(record, *more), extra_tags=self.draft_key())

    def draft_key(self):
        """What the browser keeps a half-filled form under: whose it is, and the address of the form."""
        return f"{self.request.user.pk}:{self.request.get_full_path()}"

    def saved_sentence(self, record, *more):
        if more:
            places = "、".join(entry.area.name for entry in (record, *more))
            done = (
                "已存为草稿，提交后才计入统计"
                if record.state == State.DRAFT
                else "已提交，已计入统计，待审核"
            )
            return f"{places}共 {len(more) + 1} 条{done}。"
        if record.state == State.DRAFT:
            return f"“{record}”已存为草稿，提交后才计入统计。"
        if record.state == State.SUBMITTED:
            return f"“{record}”已提交，已计入统计，待审核。"
        return f"“{record}”已保存。"


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

    def repeats(self, form):
        """The same entry for each other village; what is wrong with one of them is said at the choice."""
        entries = []
        for village in form.cleaned_data.get("also") or []:
            data = self.request.POST.copy()
            data["area"] = str(village.pk)
            # Made from the form's own id, so that a second click finds the first one's records.
            data["entry_id"] = str(uuid.uuid5(form.cleaned_data["entry_id"] or uuid.uuid4(), str(village.pk)))
            data.pop("also")
            copy, rows = self.form(self.instance(), data), self.formsets(self.instance(), data)
            valid = all([copy.is_valid(), *(formset.is_valid() for formset in rows.values())])
            if not valid:
                for _, sentence in problems(copy, rows):
                    form.add_error("also", f"{village.name}：{sentence}")
            entries.append((copy, rows))
        return entries

    def source(self):
        records = self.request.gate.records(self.declaration, Power.ENTER)
        if like := self.request.GET.get("like"):
            return records.filter(pk=like).first() if is_id(like) else None
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

    def get(self, request, **kwargs):
        response = super().get(request, **kwargs)
        look_at_people(self.declaration, self.record(), request.gate)
        return response


def is_earlier_post(form, record):
    """Whether `record` is what a first click on the very same form has saved."""
    return record.entry_id == form.cleaned_data.get("entry_id")


def initial(record, name):
    """A value as a form's initial wants it."""
    value = raw(record, name) if name not in ("area",) else record.area_id
    return getattr(record, f"{name}_id") if hasattr(value, "pk") else value


def problems(form, formsets):
    """[(anchor, sentence)] of every error of the page, in the order of the fields."""
    found = problems_of(form)
    for name, formset in formsets.items():
        label = formset.line_set.label
        found += [(f"{name}_error", sentence) for sentence in formset.non_form_errors()]
        for number, row in enumerate(formset.forms, 1):
            found += [(anchor, f"{label}第 {number} 行：{sentence}") for anchor, sentence in problems_of(row)]
    return found
