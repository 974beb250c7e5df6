from django.urls import path

from ..views import handing_over

app_name = "reference"

urlpatterns = [
    path("accounts/<int:pk>/handover/", handing_over.handover, name="handover"),
]
