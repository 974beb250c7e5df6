from django.urls import path

from .audit import audit
from .health import healthz, readyz
from .person_copy import person_copy
from .retention_page import retention

urlpatterns = [
    path("healthz", healthz, name="healthz"),
    path("readyz", readyz, name="readyz"),
    path("audit/", audit, name="audit"),
    path("settings/retention/", retention, name="retention"),
    path("search/people/copy/", person_copy, name="person_copy"),
]
