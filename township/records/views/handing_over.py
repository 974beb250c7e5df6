"""Handing a leaver's work to a successor, in one page."""

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from township.people.accounts import hold_still
from township.people.readable import ReadableForm, problems_of

from ..handover import hand_over, unfinished


class SuccessorChoice(forms.ModelChoiceField):
    def label_from_instance(self, user):
        return f"{user}（{user.area}，{user.role_names or '没有岗位'}）"


class HandoverForm(ReadableForm, forms.Form):
    """Who takes over, and how much."""

    seat = forms.BooleanField(
        label="接任单位、部门和岗位",
        required=False,
        initial=True,
        help_text="接手人在同一单位的，岗位合在一起；原来在别处的，改到离任人的单位和岗位。应办事项随单位和岗位走。",
    )
    close = forms.BooleanField(
        label="同时停用离任人的账号", required=False, initial=True, help_text="填过的记录和签过的字都还在。"
    )
    field_order = ("successor", "seat", "close")

    def __init__(self, *args, accounts, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["successor"] = SuccessorChoice(accounts, label="接手人", empty_label="请选择")
        self.order_fields(self.field_order)
        self.name_errors()
        self.dress()


@require_http_methods(["GET", "POST"])
def handover(request, pk):
    """What is unfinished, who takes it, and what becomes of the leaver's account."""
    leaver = request.gate.accounts().filter(pk=pk).select_related("area", "office").first()
    if leaver is None or leaver.pk == request.user.pk:
        raise Http404
    others = request.gate.accounts().filter(is_active=True).exclude(pk=leaver.pk).order_by("area__path", "pk")
    others = others.select_related("area", "office").prefetch_related("grants")
    form = HandoverForm(request.POST or None, accounts=others)
    if form.is_valid() and _done(request, leaver, form):
        return redirect("account", leaver.pk)
    failed = request.method == "POST"
    context = {
        "form": form,
        "leaver": leaver,
        "unfinished": unfinished(leaver),
        "problems": problems_of(form) if failed else [],
        "back": reverse("account", args=[leaver.pk]),
        "verb": "移交",
    }
    return render(request, "records/handover.html", context, status=422 if failed else 200)


def _done(request, leaver, form):
    wanted = form.cleaned_data
    try:
        with transaction.atomic():
            hold_still(request.user.area)
            moved = hand_over(
                leaver, wanted["successor"], by=request.user, seat=wanted["seat"], close=wanted["close"]
            )
    except ValidationError as error:
        form.add_error("successor", error.messages)
        return False
    messages.success(request, f"已移交给{wanted['successor']}：没办完的记录 {moved} 条。")
    return True
