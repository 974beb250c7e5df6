from django.urls import path

from . import views

app_name = "openness"

urlpatterns = [
    path("village-notices/posters-a4.pdf", views.PostersView.as_view(), name="posters"),
    path("village-notices/posters-a3.pdf", views.PostersView.as_view(size="a3"), name="large_posters"),
    path("village-notices/<int:pk>/poster-a4.pdf", views.PosterView.as_view(), name="poster"),
    path("village-notices/<int:pk>/poster-a3.pdf", views.PosterView.as_view(size="a3"), name="large_poster"),
    path("disclosures/<int:pk>/package.zip", views.PackageView.as_view(), name="package"),
    path("disclosures/<int:pk>/address/", views.register_address, name="register_address"),
]
