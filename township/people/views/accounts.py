"""Accounts of the own area: the list, one account, one-time passwords."""

from django import forms
from django.contrib import messages
from django.core.paginator import Paginator
from django.db import transaction
from django.db.models import Q
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from ..accounts import ONE_TIME_DAYS, SUBJECT, give_one_time_password, hold_still, in_words, save_account
from ..changes import history_of
from ..forms import AccountForm
from ..models import User
from ..readable import ReadableForm, problems_of
from ..roles import Power, Role, grantable_by
from ..second_factor import confirmed

PAGE_SIZE = 50


class AccountFilter(ReadableForm, forms.Form):
    """Finding accounts by name, role or state."""

    q = forms.CharField(label="搜索", required=False, max_length=60)
    role = forms.ChoiceField(label="岗位", required=False)
    state = forms.ChoiceField(
        label="状态",
        required=False,
        choices=[("", "全部"), ("active", "在用"), ("waiting", "还没改一次性密码"), ("off", "已停用")],
    )

    STATES = {
        "active": Q(is_active=True),
        "waiting": Q(is_active=True, one_time_until__isnull=False),
        "off": Q(is_active=False),
    }

    def __init__(self, *args, gate, **kwargs):
        super().__init__(*args, **kwargs)
        roles = grantable_by(gate.user.roles)
        self.fields["role"].choices = [
            ("", "全部"),
            *((role.value, role.label) for role in Role if role in roles),
        ]
        self.dress()

    def narrow(self, accounts):
        """`accounts` as far as the filters go; a value that is not offered narrows nothing."""
        wanted = self.cleaned_data if self.is_valid() else {}
        if wanted.get("q"):
            accounts = accounts.filter(Q(name__contains=wanted["q"]) | Q(username__contains=wanted["q"]))
        if wanted.get("role"):
            accounts = accounts.filter(grants__role=wanted["role"])
        return accounts.filter(self.STATES.get(wanted.get("state"), Q()))


@require_GET
def account_list(request):
    """Accounts that the user manages, by unit."""
    request.gate.require(Power.MANAGE_ACCOUNTS)
    query = AccountFilter(request.GET, gate=request.gate)
    accounts = query.narrow(request.gate.accounts()).order_by("-is_active", "area__path", "pk")
    accounts = accounts.select_related("area", "office").prefetch_related("grants")
    page = Paginator(accounts, PAGE_SIZE).get_page(request.GET.get("page"))
    context = {
        "query": query,
        "page": page,
        "pages": page.paginator.get_elided_page_range(page.number, on_each_side=2, on_ends=1),
        "narrowed": sum(1 for name in query.fields if request.GET.get(name)),
    }
    return render(request, "people/accounts.html", context)


@never_cache
@require_http_methods(["GET", "POST"])
def new_account(request):
    """A new account; its one-time password shows on the page that answers, and nowhere again."""
    request.gate.require(Power.MANAGE_ACCOUNTS)
    if request.method == "GET":
        form = AccountForm(gate=request.gate, initial={"area": request.gate.user.area_id})
        return _show(request, form, "新增账号")
    with transaction.atomic():
        hold_still(request.user.area)
        form = AccountForm(request.POST, gate=request.gate)
        if form.is_valid():
            save_account(form.instance, by=request.user, roles=form.chosen_roles)
            password = give_one_time_password(form.instance, by=request.user)
            return _hand_over(request, form.instance, password)
    return _show(request, form, "新增账号", status=422)


@require_http_methods(["GET", "POST"])
def edit_account(request, pk):
    """Unit, roles and state of one account, with what happened to it."""
    account = _account(request, pk)
    title = str(account)
    if request.method == "GET":
        return _show(request, AccountForm(instance=account, gate=request.gate), title)
    with transaction.atomic():
        hold_still(request.user.area)
        account = _account(request, pk)
        before = in_words(account)
        form = AccountForm(request.POST, instance=account, gate=request.gate)
        if form.is_valid():
            save_account(account, by=request.user, roles=form.chosen_roles, before=before)
            messages.success(request, f"“{account}”的账号已保存。")
            return redirect("account", pk)
    return _show(request, form, title, status=422)


@never_cache
@require_POST
def reset_password(request, pk):
    """A one-time password for somebody who forgot theirs."""
    account = _account(request, pk)
    if account.pk == request.user.pk:
        messages.error(request, "自己的密码请在“修改密码”里改。")
        return redirect("account", pk)
    if not account.is_active:
        messages.error(request, f"“{account}”的账号已停用，请先恢复使用。")
        return redirect("account", pk)
    return _hand_over(request, account, give_one_time_password(account, by=request.user))


def _account(request, pk):
    found = request.gate.accounts().filter(pk=pk).select_related("area", "office").first()
    if found is None:
        raise Http404
    return found


def _show(request, form, title, status=200):
    account = form.instance
    context = {
        "form": form,
        "title": title,
        "account": User.objects.get(pk=account.pk) if account.pk else None,
        "problems": problems_of(form) if status == 422 else [],
        "changes": history_of(SUBJECT, account) if account.pk else [],
        "has_factor": bool(account.pk and confirmed(account)),
        "back": reverse("accounts"),
    }
    return render(request, "people/account.html", context, status=status)


def _hand_over(request, account, password):
    context = {"account": account, "password": password, "days": ONE_TIME_DAYS}
    return render(request, "people/one_time_password.html", context)
