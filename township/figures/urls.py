from django.urls import path

from . import views

app_name = "figures"

urlpatterns = [
    path("figures/", views.figures, name="list"),
    path("figures/<str:key>/", views.figure, name="detail"),
    path("ledgers/<slug:slug>/nil/", views.nil_return, name="nil"),
]
