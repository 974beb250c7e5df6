"""Signing in and out."""

from django.contrib.auth.views import LoginView
from django.shortcuts import redirect, render

from . import carried
from .forms import SignInForm


class SignInView(LoginView):
    """The sign-in page; brings back a form that an expired session had interrupted."""

    form_class = SignInForm
    template_name = "people/login.html"
    redirect_authenticated_user = True

    def form_valid(self, form):
        response = super().form_valid(form)
        carried.keep(self.request, form.get_user())
        return response

    def get_context_data(self, **kwargs):
        fields = [
            (key.removeprefix(carried.PREFIX), value)
            for key, values in self.request.POST.lists()
            if key.startswith(carried.PREFIX)
            for value in values
        ]
        return super().get_context_data(carried_fields=fields, expired=bool(fields), **kwargs)


def csrf_failure(request, reason=""):
    """A form whose security token is stale: bring it back to be sent again, or say how to go on."""
    if carried.hold(request):
        return redirect(request.get_full_path())
    return render(request, "errors/csrf.html", status=403)
