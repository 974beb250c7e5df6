from django.urls import path

from . import views

app_name = "outreach"

urlpatterns = [path("coverage/five-items/", views.five_items, name="five_items")]
