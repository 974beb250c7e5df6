from django.urls import path

from .audit import audit
from .health import healthz, readyz

urlpatterns = [
    path("healthz", healthz, name="healthz"),
    path("readyz", readyz, name="readyz"),
    path("audit/", audit, name="audit"),
]
