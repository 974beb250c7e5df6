"""Open sessions: the own ones, and for whoever manages accounts everybody's within reach."""

from django.contrib import messages
from django.contrib.auth import logout
from django.core.paginator import Paginator
from django.db.models import Q
from django.http import Http404, HttpResponse, JsonResponse
from django.middleware.csrf import get_token
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from ..models import OpenSession
from ..roles import Power
from ..sessions import reference
from ..trail.log import Action, log

PAGE_SIZE = 50


def reachable(request):
    """Open sessions that the user may end."""
    still_open = OpenSession.objects.filter(expire_date__gt=timezone.now()).select_related("user__area")
    managed = Q(user__in=request.gate.accounts()) if request.gate.can(Power.MANAGE_ACCOUNTS) else Q(pk__in=[])
    return still_open.filter(Q(user=request.user) | managed)


@require_safe
def sessions(request):
    """Where the user is signed in, and for whoever manages accounts where the others are."""
    found = reachable(request)
    page = Paginator(found.exclude(user=request.user), PAGE_SIZE).get_page(request.GET.get("page"))
    context = {
        "own": found.filter(user=request.user),
        "here": reference(request.session.session_key),
        "manages": request.gate.can(Power.MANAGE_ACCOUNTS),
        "page": page,
        "pages": page.paginator.get_elided_page_range(page.number, on_each_side=2, on_ends=1),
    }
    return render(request, "people/sessions.html", context)


@require_POST
def end_session(request, name):
    """End one session at once; whoever had it open signs in again."""
    found = reachable(request).filter(reference=name).first()
    if found is None:
        raise Http404
    if name == reference(request.session.session_key):
        logout(request)
        return redirect("login")
    found.delete()
    log(Action.SESSION_ENDED, by=request.user, what=found.user.username)
    messages.success(request, f"已结束“{found.user}”在{found.device}上的登录。")
    return redirect("sessions")


@never_cache
@require_safe
def state(request):
    """For scripts: whether the user is still signed in, and the token that a form needs now."""
    if not request.user.is_authenticated:
        return HttpResponse(status=401)
    return JsonResponse({"user": request.user.pk, "token": get_token(request)})
