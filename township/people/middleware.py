"""Everything but the sign-in page needs an account; what an expired session was about to save is kept."""

import time

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.contrib.auth.views import redirect_to_login
from django.http import HttpResponse
from django.shortcuts import render

from . import carried, second_factor
from .gate import Gate
from .sessions import SEEN
from .trail.rows import address_of, origin

OPEN_PREFIXES = ("/login/", "/session/", "/static/", "/healthz", "/readyz")
# In the session while the password is too old.
OLD_PASSWORD = "old_password"
# What has to be done before anything else opens: the page for it, and whose session says so.
PASSWORD, CODE, SET_UP = "/password/", "/second-factor/code/", "/second-factor/"
# How often at most, in seconds, a session is written to say that it is in use.
SEEN_EVERY = 60


# The portal takes photos through the file chooser, which asks for none of these.
PERMISSIONS = "camera=(), geolocation=(), microphone=(), payment=(), usb=()"


def permissions_policy(get_response):
    """Middleware: no page may use the devices of whoever looks at it."""

    def answer(request):
        response = get_response(request)
        response.headers.setdefault("Permissions-Policy", PERMISSIONS)
        return response

    return answer


class SignedInMiddleware:
    """Puts the access gate on the request and sends strangers to the sign-in page."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        origin.set(address_of(request))
        request.gate = Gate(request.user)
        if request.user.is_authenticated and self.has_gone_idle(request):
            request.session.flush()
            request.user = AnonymousUser()
            request.gate = Gate(request.user)
        if request.user.is_authenticated and (first := first_of_all(request)):
            return self.only_to(first, request)
        if request.user.is_authenticated or request.path.startswith(OPEN_PREFIXES):
            return self.get_response(request)
        if request.htmx:
            return HttpResponse(status=204, headers={"HX-Redirect": f"/login/?next={request.path}"})
        if request.method == "POST" and request.POST.get("owner"):
            return render(request, "people/login.html", expired_context(request), status=401)
        return redirect_to_login(request.get_full_path())

    def has_gone_idle(self, request):
        """Whether nobody has used the session for too long; one in use says so, once a minute at most."""
        now, seen = int(time.time()), request.session.get(SEEN, 0)
        if settings.IDLE_MINUTES and now - seen > settings.IDLE_MINUTES * 60:
            return True
        if now - seen > SEEN_EVERY:
            request.session[SEEN] = now
        return False

    def only_to(self, page, request):
        """Nothing opens but the page where the first thing is done, and the way out; no menu leads elsewhere."""
        request.gate = Gate(AnonymousUser())
        if request.path == page or request.path.startswith((*OPEN_PREFIXES, "/logout/")):
            return self.get_response(request)
        if request.htmx:
            return HttpResponse(status=204, headers={"HX-Redirect": page})
        return redirect_to_login(request.get_full_path(), login_url=page)


def first_of_all(request):
    """The page to be gone through before any other: the code, then an own new password, then the factor."""
    wanted = request.session.get(second_factor.SESSION_KEY)
    if wanted == second_factor.ASK:
        return CODE
    if request.user.one_time_until or request.session.get(OLD_PASSWORD):
        return PASSWORD
    return SET_UP if wanted == second_factor.SET else ""


def expired_context(request):
    """Context of the sign-in page that carries a half-filled form over the new sign-in."""
    from .forms import SignInForm

    return {
        "form": SignInForm(request),
        "expired": True,
        "carried_fields": carried.typed_fields(request),
        "next": request.get_full_path(),
    }
