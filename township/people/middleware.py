"""Everything but the sign-in page needs an account; what an expired session was about to save is kept."""

from django.contrib.auth.views import redirect_to_login
from django.http import HttpResponse
from django.shortcuts import render

from . import carried
from .gate import Gate
from .trail.rows import address_of, origin

OPEN_PREFIXES = ("/login/", "/static/", "/healthz", "/readyz")
# Where somebody with a one-time password may go before choosing another.
PASSWORD_PREFIXES = (*OPEN_PREFIXES, "/password/", "/logout/")


class SignedInMiddleware:
    """Puts the access gate on the request and sends strangers to the sign-in page."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        origin.set(address_of(request))
        request.gate = Gate(request.user)
        if request.user.is_authenticated and request.user.one_time_until:
            return self.only_to_the_password(request)
        if request.user.is_authenticated or request.path.startswith(OPEN_PREFIXES):
            return self.get_response(request)
        if request.htmx:
            return HttpResponse(status=204, headers={"HX-Redirect": f"/login/?next={request.path}"})
        if request.method == "POST" and request.POST.get("owner"):
            return render(request, "people/login.html", expired_context(request), status=401)
        return redirect_to_login(request.get_full_path())

    def only_to_the_password(self, request):
        """A one-time password opens the page where another is chosen, and nothing else."""
        if request.path.startswith(PASSWORD_PREFIXES):
            return self.get_response(request)
        if request.htmx:
            return HttpResponse(status=204, headers={"HX-Redirect": "/password/"})
        return redirect_to_login(request.get_full_path(), login_url="/password/")


def expired_context(request):
    """Context of the sign-in page that carries a half-filled form over the new sign-in."""
    from .forms import SignInForm

    return {
        "form": SignInForm(request),
        "expired": True,
        "carried_fields": carried.typed_fields(request),
        "next": request.get_full_path(),
    }
