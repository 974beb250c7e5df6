"""Pages of the lists under 设置: the index, a list, an entry with its history, switching off and on."""

from dataclasses import dataclass, field

from django import forms
from django.contrib import messages
from django.core.paginator import Paginator
from django.db import models, transaction
from django.db.models import Q
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.functional import cached_property
from django.views.decorators.http import require_GET
from django.views.generic import View

from township.people.changes import history_of, note
from township.people.gate import is_id
from township.people.models import SettingChange
from township.people.readable import ReadableForm, problems_of
from township.people.roles import Power
from township.people.trail.backups import backup_warning

from ..models import SwitchedOff
from ..values import EMPTY
from .declaration import list_called, lists_for
from .forms import accessor, form_class, member_formset

PAGE_SIZE = 50


@require_GET
def index(request):
    """All lists that the user keeps, each with one sentence and what to see to."""
    request.gate.require(Power.MANAGE_LISTS)
    found = [(declaration, declaration.warning(request.gate)) for declaration in lists_for(request.gate)]
    # The installation as a whole is the administrator's to look after.
    backup = backup_warning() if request.gate.manages_common_data else ""
    return render(request, "settings/index.html", {"lists": found, "backup": backup})


class ListView(View):
    """A page of one list; strangers to the list get 404."""

    def dispatch(self, request, *args, **kwargs):
        self.declaration = list_called(kwargs["slug"])
        if self.declaration is None or not self.declaration.open_to(request.gate):
            raise Http404
        return super().dispatch(request, *args, **kwargs)

    def entry(self):
        """The entry in the address within reach, or 404."""
        found = self.declaration.entries(self.request.gate).filter(pk=self.kwargs["pk"]).first()
        if found is None:
            raise Http404
        return found

    def changeable(self):
        """The same, if the user may change it."""
        found = self.entry()
        if not self.declaration.may_change(self.request.gate, found):
            raise Http404
        return found

    @cached_property
    def switches(self):
        """{entry id: switch} of what is switched off for the user's area; the own switch wins."""
        if not self.declaration.inherited():
            return {}
        reaching = SwitchedOff.objects.reaching(self.request.user.area).select_related("area")
        rows = reaching.filter(list=self.declaration.model._meta.model_name).order_by("area__path")
        return {row.entry_id: row for row in rows}

    def words(self, entry):
        """{label: text} of what the entry says, for its history."""
        found = {
            self.declaration.field_label(name): self.declaration.text(entry, name)
            for name in self.declaration.fields
        }
        if members := self.declaration.members:
            rows = getattr(entry, accessor(members)).all()
            found[members.label] = "\n".join(str(row) for row in rows)
        return found


class Filter(ReadableForm, forms.Form):
    """Finding entries by text and state."""

    q = forms.CharField(label="搜索", required=False, max_length=60)
    state = forms.ChoiceField(label="状态", required=False)

    def __init__(self, *args, declaration, **kwargs):
        super().__init__(*args, **kwargs)
        self.declaration = declaration
        self.fields["state"].choices = [
            ("", "全部"),
            *((state.key, state.label) for state in declaration.states),
        ]
        if not declaration.states:
            del self.fields["state"]
        self.dress()

    def narrow(self, entries):
        wanted = self.cleaned_data if self.is_valid() else {}
        if text := wanted.get("q"):
            matching = Q()
            for name in self.declaration.search:
                matching |= Q(**{f"{name}__contains": text})
            entries = entries.filter(matching)
        for state in self.declaration.states:
            if state.key == wanted.get("state"):
                entries = state.narrow(entries)
        return entries


@dataclass(frozen=True)
class Row:
    """One entry of a list page: (label, text, whether a day) of its columns; `off` is the switch that holds for it, if any."""

    entry: object
    url: str
    texts: list = field(default_factory=list)
    off: object = None


class EntryListView(ListView):
    """All entries within reach, own and inherited."""

    def get(self, request, slug):
        declaration = self.declaration
        query = Filter(request.GET, declaration=declaration)
        entries = query.narrow(declaration.entries(request.gate)).order_by(*declaration.order)
        page = Paginator(entries, PAGE_SIZE).get_page(request.GET.get("page"))
        context = {
            "list": declaration,
            "query": query,
            "page": page,
            "pages": page.paginator.get_elided_page_range(page.number, on_each_side=2, on_ends=1),
            "headers": [declaration.field_label(name) for name in declaration.columns],
            "rows": [self.row(entry) for entry in page.object_list],
            "narrowed": sum(1 for name in query.fields if request.GET.get(name)),
            "may_add": declaration.may_add(request.gate),
            "warning": declaration.warning(request.gate),
            "empty": EMPTY,
        }
        return render(request, "settings/list.html", context)

    @cached_property
    def dates(self):
        """Columns that hold days: they are not broken over two lines."""
        fields = self.declaration.model._meta.concrete_fields
        return {field.name for field in fields if isinstance(field, models.DateField)}

    def row(self, entry):
        columns = self.declaration.columns
        texts = [
            (self.declaration.field_label(name), self.declaration.text(entry, name), name in self.dates)
            for name in columns
        ]
        url = reverse("reference:entry", args=[self.declaration.slug, entry.pk])
        return Row(entry, url, texts, self.switches.get(entry.pk))


class EntryFormView(ListView):
    """Shared by new and changed entries: check everything, save once, write the history."""

    def save(self, entry, title, source=None, before=None):
        form = form_class(self.declaration)(self.request.POST, instance=entry, gate=self.request.gate)
        rows = member_formset(self.declaration, entry, data=self.request.POST, source=source)
        if not all([form.is_valid(), rows is None or rows.is_valid()]):
            return self.show(form, rows, title, status=422)
        with transaction.atomic():
            saved = form.save()
            if rows is not None:
                rows.save()
            self.note(saved, before)
        messages.success(self.request, f"“{saved}”已保存。")
        return redirect("reference:list", self.declaration.slug)

    def note(self, saved, before):
        after = self.words(self.declaration.model.objects.get(pk=saved.pk))
        if before == after:
            return
        action = SettingChange.Action.ADDED if before is None else SettingChange.Action.CHANGED
        note(self.declaration.slug, saved, action, by=self.request.user, before=before, after=after)

    def show(self, form, rows, title, status=200, **extra):
        context = {
            "list": self.declaration,
            "form": form,
            "rows": rows,
            "title": title,
            "entry": form.instance if form.instance.pk else None,
            "problems": self.problems(form, rows) if status == 422 else [],
            "changes": history_of(self.declaration.slug, form.instance) if form.instance.pk else [],
            "back": reverse("reference:list", args=[self.declaration.slug]),
            **extra,
        }
        return render(self.request, "settings/entry.html", context, status=status)

    def problems(self, form, rows):
        found = problems_of(form)
        if rows is not None:
            found += [(f"{rows.prefix}_error", sentence) for sentence in rows.non_form_errors()]
            for number, row in enumerate(rows.forms, 1):
                found += [(anchor, f"第 {number} 行：{sentence}") for anchor, sentence in problems_of(row)]
        return found


class NewEntryView(EntryFormView):
    """A new entry: blank, or like another one (`?like=ID`)."""

    def dispatch(self, request, *args, **kwargs):
        declaration = list_called(kwargs["slug"])
        if declaration is None or not declaration.may_add(request.gate):
            raise Http404
        return super().dispatch(request, *args, **kwargs)

    def get(self, request, slug):
        source = self.source()
        form = form_class(self.declaration)(instance=self.blank(source), gate=request.gate)
        return self.show(form, member_formset(self.declaration, form.instance, source=source), self.title)

    def post(self, request, slug):
        return self.save(self.blank(None), self.title, source=self.source())

    @property
    def title(self):
        return f"新增{self.declaration.label}"

    def blank(self, source):
        """An entry of the user's area with what `source` passes on."""
        entry = self.declaration.model()
        if source is not None:
            source.pass_on(entry)
        entry.area = self.declaration.place(self.request.gate)
        return entry

    def source(self):
        like = self.request.GET.get("like", "")
        if not self.declaration.copied or not is_id(like):
            return None
        return self.declaration.entries(self.request.gate).filter(pk=like).first()


class EntryView(EntryFormView):
    """One entry: its form for those who may change it, else what it says; the switch; the history."""

    def get(self, request, slug, pk):
        entry = self.entry()
        if self.declaration.may_change(request.gate, entry):
            form = form_class(self.declaration)(instance=entry, gate=request.gate)
            return self.show(form, member_formset(self.declaration, entry), str(entry), **self.extra(entry))
        context = {
            "list": self.declaration,
            "entry": entry,
            "facts": self.words(entry).items(),
            "changes": history_of(slug, entry),
            "empty": EMPTY,
            **self.extra(entry),
        }
        return render(request, "settings/entry_read.html", context)

    def post(self, request, slug, pk):
        entry = self.changeable()
        return self.save(entry, str(entry), before=self.words(entry))

    def extra(self, entry):
        gate = self.request.gate
        return {
            "may_add": self.declaration.may_add(gate),
            "acts": self.declaration.acts(gate, entry),
            "may_remove": self.declaration.may_remove(entry),
            "off": self.switches.get(entry.pk),
            "may_switch": self.declaration.inherited() and gate.can(self.declaration.change_power),
        }


class RemoveView(ListView):
    """Taking out an entry that was a mistake; only what nothing points to."""

    def post(self, request, slug, pk):
        entry = self.changeable()
        if not self.declaration.may_remove(entry):
            raise Http404
        with transaction.atomic():
            note(slug, entry, SettingChange.Action.REMOVED, by=request.user, before=self.words(entry))
            entry.delete()
        messages.success(request, f"已删除“{entry}”。")
        return redirect("reference:list", slug)


class SwitchView(ListView):
    """Switching an inherited entry off for the own area, or on again."""

    def post(self, request, slug, pk):
        entry = self.entry()
        declaration = self.declaration
        if not declaration.inherited() or not request.gate.can(declaration.change_power):
            raise Http404
        area, action = request.user.area, SettingChange.Action
        row = {"area": area, "list": declaration.model._meta.model_name, "entry_id": entry.pk}
        if request.POST.get("to") == "on":
            changed, _ = SwitchedOff.objects.filter(**row).delete()
            said, done = action.SWITCHED_ON, f"“{entry}”已恢复使用。"
        else:
            _, changed = SwitchedOff.objects.get_or_create(**row)
            said, done = action.SWITCHED_OFF, f"{area}不再提供“{entry}”；已填的记录不受影响。"
        if changed:
            note(slug, entry, said, by=request.user)
        messages.success(request, done)
        return redirect("reference:entry", slug, pk)
