from django.contrib.auth.views import LogoutView
from django.urls import path

from .views import accounts
from .views.signing_in import OwnPasswordView, SignInView

urlpatterns = [
    path("login/", SignInView.as_view(), name="login"),
    path("logout/", LogoutView.as_view(), name="logout"),
    path("password/", OwnPasswordView.as_view(), name="password"),
    path("settings/accounts/", accounts.account_list, name="accounts"),
    path("settings/accounts/new/", accounts.new_account, name="new_account"),
    path("settings/accounts/<int:pk>/", accounts.edit_account, name="account"),
    path("settings/accounts/<int:pk>/password/", accounts.reset_password, name="reset_password"),
]
