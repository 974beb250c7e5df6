from django.urls import path

from .views import acts, detail, entry, files, finding, known_people, lists, merging, paste, uploading

app_name = "records"

urlpatterns = [
    path("files/", uploading.upload, name="upload"),
    path("files/<int:pk>/", files.download, name="file"),
    path("files/<int:pk>/thumbnail/", files.thumbnail, name="thumbnail"),
    path("paste/", paste.PasteView.as_view(), name="paste"),
    path("ledgers/<slug:slug>/", lists.RecordListView.as_view(), name="list"),
    path("search/", finding.search, name="search"),
    path("search/people/", known_people.find_people, name="find_people"),
    path("ledgers/<slug:slug>/filters/", finding.SaveFilterView.as_view(), name="save_filter"),
    path(
        "ledgers/<slug:slug>/filters/<int:pk>/forget/",
        finding.ForgetFilterView.as_view(),
        name="forget_filter",
    ),
    path("ledgers/<slug:slug>/acts/", acts.BulkActView.as_view(), name="bulk"),
    path("ledgers/<slug:slug>/merge/", merging.MergeView.as_view(), name="merge"),
    path("ledgers/<slug:slug>/new/", entry.NewRecordView.as_view(), name="new"),
    path("ledgers/<slug:slug>/<int:pk>/", detail.RecordDetailView.as_view(), name="detail"),
    path("ledgers/<slug:slug>/<int:pk>/edit/", entry.EditRecordView.as_view(), name="edit"),
    path(
        "ledgers/<slug:slug>/<int:pk>/files/<int:attachment>/remove/",
        files.RemoveFileView.as_view(),
        name="remove_file",
    ),
    path("ledgers/<slug:slug>/<int:pk>/<slug:act>/", acts.ActView.as_view(), name="act"),
]
