"""动态口令: setting it up, giving the code after the password, taking it away from somebody who lost it."""

from unicodedata import normalize

from django import forms
from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils.safestring import mark_safe
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from .. import second_factor as factors
from ..addresses import onward
from ..lockout import count, pause
from ..readable import ReadableForm
from ..trail.log import Action, log
from ..trail.rows import address_of

WRONG = "动态口令不对或已用过，请输入手机上现在显示的 6 位数字。"


class CodeForm(ReadableForm, forms.Form):
    """Six digits, or a recovery code."""

    code = forms.CharField(label="动态口令", max_length=20)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["code"].widget.attrs |= {
            "inputmode": "text",
            "autocomplete": "one-time-code",
            "autofocus": True,
        }
        self.name_errors()
        self.dress()

    def clean_code(self):
        """Without spaces, and with the digits that a Chinese keyboard types full-width made plain."""
        return normalize("NFKC", self.cleaned_data["code"]).replace(" ", "")


@never_cache
@require_http_methods(["GET", "POST"])
def second_factor(request):
    """Setting the factor up; once it is in use, what may be done about it."""
    if factors.confirmed(request.user):
        return render(request, "people/second_factor.html", {"in_use": True})
    factor = factors.begun(request.user)
    form = CodeForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        codes = _tried(request, form, lambda code: factors.confirm(factor, code))
        if codes:
            request.session.pop(factors.SESSION_KEY, None)
            context = {"codes": codes, "next": _next(request)}
            return render(request, "people/recovery_codes.html", context)
    context = {
        "form": form,
        "next": _next(request),
        "must": request.session.get(factors.SESSION_KEY) == factors.SET,
        # Made by segno from the secret and the account's name, which it escapes.
        "picture": mark_safe(factors.picture(factor)),
        "secret": factor.secret,
    }
    return render(request, "people/second_factor.html", context, status=422 if form.errors else 200)


@never_cache
@require_http_methods(["GET", "POST"])
def give_code(request):
    """The second half of signing in."""
    factor = factors.confirmed(request.user)
    if factor is None or request.session.get(factors.SESSION_KEY) != factors.ASK:
        return redirect(_next(request))
    form = CodeForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        user = request.user
        if _tried(
            request,
            form,
            lambda code: factors.accept(factor, code) or factors.accept_recovery(user, code),
        ):
            del request.session[factors.SESSION_KEY]
            request.session.cycle_key()
            return redirect(_next(request))
    context = {"form": form, "next": _next(request)}
    return render(request, "people/second_factor_code.html", context, status=422 if form.errors else 200)


@require_POST
def reset_second_factor(request, pk):
    """For somebody who lost the telephone: the factor is set up anew at the next sign-in."""
    account = request.gate.accounts().filter(pk=pk).exclude(pk=request.user.pk).first()
    if account is None:
        raise Http404
    factors.reset(account, by=request.user)
    messages.success(request, f"“{account}”的动态口令已取消，下次登录时重新启用。")
    return redirect("account", pk)


def _tried(request, form, accept):
    """What `accept` says of the code; a wrong one is counted, and after too many nothing is accepted."""
    name, address = request.user.username, address_of(request)
    if sentence := pause(name, address):
        form.add_error("code", sentence)
        return None
    outcome = accept(form.cleaned_data["code"])
    if not outcome:
        place = request.user.area.path if request.user.area else ""
        log(Action.FACTOR_FAILED, what=name, place=place)
        count(name, address, place)
        form.add_error("code", WRONG)
    return outcome


def _next(request):
    return onward(request, request.POST.get("next") or request.GET.get("next") or "", "/")
