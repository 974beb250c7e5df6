"""Merging two entries of the roster, in one page that first says what would happen."""

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from township.people.models import Person
from township.people.readable import ReadableForm, problems_of
from township.people.roles import Power

from ..roster_merging import merge_people
from ..uses import uses


class OtherChoice(forms.ModelChoiceField):
    def label_from_instance(self, person):
        unit = "" if person.area.name in person.choice_label else f"，{person.area}"
        return f"{person.choice_label}{unit}"


class MergeForm(ReadableForm, forms.Form):
    """Which other entry is the same person."""

    def __init__(self, *args, people, kept, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["other"] = OtherChoice(
            people,
            label="和谁是同一个人",
            empty_label="请选择",
            help_text=f"对方的记录全部改记到“{kept}”名下，对方从名册里去掉，写法保留，以后打哪个都认得出。",
        )
        self.name_errors()
        self.dress()


@require_http_methods(["GET", "POST"])
def merge(request, pk):
    """`?other=ID` shows what the other entry is named in, before anything is done."""
    gate = request.gate
    gate.require(Power.MANAGE_LISTS)
    people = gate.people().filter(area__path__startswith=request.user.area.path).select_related("area")
    kept = people.filter(pk=pk).first()
    if kept is None:
        raise Http404
    others = people.exclude(pk=pk)
    form = MergeForm(request.POST or request.GET or None, people=others, kept=kept)
    if request.method == "POST" and form.is_valid() and _done(request, kept, form):
        return redirect("reference:entry", "people", pk)
    other = form.cleaned_data.get("other") if form.is_bound and form.is_valid() else None
    failed = form.is_bound and bool(form.errors)
    context = {
        "form": form,
        "kept": kept,
        "other": other,
        "uses": [(person, _counts(person)) for person in (kept, other) if person],
        "problems": problems_of(form) if failed else [],
        "back": reverse("reference:entry", args=["people", pk]),
    }
    return render(request, "records/merge_people.html", context, status=422 if failed else 200)


def _counts(person: Person):
    return [(model._meta.verbose_name, number) for model, number in uses(person)]


def _done(request, kept, form):
    other = form.cleaned_data["other"]
    label = other.choice_label
    try:
        merge_people(kept, other, by=request.user)
    except ValidationError as error:
        form.add_error("other", error.messages)
        return False
    messages.success(request, f"已把“{label}”合并到“{kept.choice_label}”。")
    return True
