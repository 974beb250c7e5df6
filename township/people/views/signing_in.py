"""Signing in and out, and choosing another password."""

import datetime

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.views import LoginView, PasswordChangeView, RedirectURLMixin
from django.shortcuts import redirect, render
from django.utils import timezone

from .. import carried, second_factor
from ..forms import OwnPasswordForm, SignInForm
from ..middleware import OLD_PASSWORD
from ..models import UsedPassword
from ..readable import problems_of


class SignInView(LoginView):
    """The sign-in page; brings back a form that an expired session had interrupted."""

    form_class = SignInForm
    template_name = "people/login.html"
    redirect_authenticated_user = True

    def form_valid(self, form):
        response = super().form_valid(form)
        user, session = form.get_user(), self.request.session
        carried.keep(self.request, user)
        if left := second_factor.wanted_of(user):
            session[second_factor.SESSION_KEY] = left
        if second_factor.sensitive(user) and password_is_old(user):
            session[OLD_PASSWORD] = True
        return response

    def get_context_data(self, **kwargs):
        fields = [
            (key.removeprefix(carried.PREFIX), value)
            for key, values in self.request.POST.lists()
            if key.startswith(carried.PREFIX)
            for value in values
        ]
        return super().get_context_data(carried_fields=fields, expired=bool(fields), **kwargs)


def password_is_old(user):
    """Whether the password is to be replaced because of its age."""
    if not settings.PASSWORD_DAYS:
        return False
    last = UsedPassword.objects.filter(user=user).order_by("-at").values_list("at", flat=True).first()
    return (last or user.date_joined) < timezone.now() - datetime.timedelta(days=settings.PASSWORD_DAYS)


class OwnPasswordView(RedirectURLMixin, PasswordChangeView):
    """Choosing another password; whoever came with a one-time password goes on to where they wanted to go."""

    form_class = OwnPasswordForm
    template_name = "people/password.html"
    next_page = "reports:overview"

    def form_valid(self, form):
        messages.success(self.request, "密码已修改，下次登录请用新密码。")
        self.request.session.pop(OLD_PASSWORD, None)
        return super().form_valid(form)

    def form_invalid(self, form):
        return self.render_to_response(self.get_context_data(form=form), status=422)

    def get_context_data(self, **kwargs):
        context = super().get_context_data(next=self.get_redirect_url(), **kwargs)
        old = self.request.session.get(OLD_PASSWORD)
        return {**context, "problems": problems_of(context["form"]), "title": "修改密码", "old": old}


def csrf_failure(request, reason=""):
    """A form whose security token is stale: bring it back to be sent again, or say how to go on."""
    if carried.hold(request):
        return redirect(request.get_full_path())
    return render(request, "errors/csrf.html", status=403)
