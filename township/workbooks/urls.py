from django.urls import path

from . import views

app_name = "workbooks"

urlpatterns = [path("ledgers/<slug:slug>/export/", views.export_list, name="export")]
