from django.urls import path

from . import views

app_name = "own_indicators"

urlpatterns = [
    path("settings/indicators/", views.own_indicators, name="list"),
    path("settings/indicators/source/", views.choose_source, name="source"),
    path("settings/indicators/new/", views.DefineView.as_view(), name="new"),
    path("settings/indicators/<int:pk>/", views.ChangeView.as_view(), name="change"),
    path("settings/indicators/<int:pk>/switch/", views.switch, name="switch"),
]
