from django.contrib.auth.views import LogoutView
from django.urls import path

from .views import accounts, feedback, second_factor, sessions
from .views.signing_in import OwnPasswordView, SignInView

urlpatterns = [
    path("login/", SignInView.as_view(), name="login"),
    path("logout/", LogoutView.as_view(), name="logout"),
    path("password/", OwnPasswordView.as_view(), name="password"),
    path("session/", sessions.state, name="session"),
    path("sessions/", sessions.sessions, name="sessions"),
    path("sessions/<slug:name>/end/", sessions.end_session, name="end_session"),
    path("second-factor/", second_factor.second_factor, name="second_factor"),
    path("second-factor/code/", second_factor.give_code, name="give_code"),
    path("feedback/", feedback.feedback_list, name="feedback"),
    path("feedback/new/", feedback.new_feedback, name="new_feedback"),
    path("feedback/<int:pk>/", feedback.answer_feedback, name="answer_feedback"),
    path("settings/accounts/", accounts.account_list, name="accounts"),
    path("settings/accounts/new/", accounts.new_account, name="new_account"),
    path("settings/accounts/<int:pk>/", accounts.edit_account, name="account"),
    path("settings/accounts/<int:pk>/password/", accounts.reset_password, name="reset_password"),
    path(
        "settings/accounts/<int:pk>/second-factor/",
        second_factor.reset_second_factor,
        name="reset_second_factor",
    ),
]
