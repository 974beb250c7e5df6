from django.urls import path

from . import views

app_name = "own_registers"

urlpatterns = [
    path("settings/registers/", views.own_registers, name="list"),
    path("settings/registers/new/", views.SetUpView.as_view(), name="new"),
    path("settings/registers/<int:pk>/", views.SetUpView.as_view(), name="change"),
    path("settings/registers/<int:pk>/switch/", views.switch, name="switch"),
    path("settings/registers/<int:pk>/remove/", views.remove, name="remove"),
]
