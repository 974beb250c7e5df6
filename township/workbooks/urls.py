from django.urls import path

from . import account_views, views

app_name = "workbooks"

urlpatterns = [
    path("ledgers/<slug:slug>/export/", views.export_list, name="export"),
    path("settings/accounts/template/", account_views.template, name="account_template"),
    path("settings/accounts/import/", account_views.import_accounts, name="import_accounts"),
]
