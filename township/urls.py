from django.urls import include, path

urlpatterns = [
    path("", include("township.operations.urls")),
    path("", include("township.people.urls")),
    path("settings/", include("township.records.reference.urls")),
    path("", include("township.records.urls")),
    path("", include("township.records.jobs.urls")),
    path("", include("township.records.own.urls")),
    path("", include("township.figures.urls")),
    path("", include("township.figures.own.urls")),
    path("", include("township.workbooks.urls")),
    path("", include("disputes.urls")),
    path("", include("openness.urls")),
    path("", include("outreach.urls")),
    path("", include("reports.urls")),
]
