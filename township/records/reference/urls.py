from django.urls import path

from ..views import handing_over, roster_merging
from . import views

app_name = "reference"

urlpatterns = [
    path("accounts/<int:pk>/handover/", handing_over.handover, name="handover"),
    path("lists/people/<int:pk>/merge/", roster_merging.merge, name="merge"),
    path("lists/", views.index, name="index"),
    path("lists/<slug:slug>/", views.EntryListView.as_view(), name="list"),
    path("lists/<slug:slug>/new/", views.NewEntryView.as_view(), name="new"),
    path("lists/<slug:slug>/<int:pk>/", views.EntryView.as_view(), name="entry"),
    path("lists/<slug:slug>/<int:pk>/remove/", views.RemoveView.as_view(), name="remove"),
    path("lists/<slug:slug>/<int:pk>/switch/", views.SwitchView.as_view(), name="switch"),
]
