from django.urls import path

from .views import cases

app_name = "disputes"

urlpatterns = [path("cases/<int:pk>/reopen/", cases.reopen_case, name="reopen")]
