"""What is expected of villages in open affairs."""

from django.db.models import Q

from township.figures.duties import Duty, duties

from .models import DAYS_TO_POST
from .registers import VillageNotices

duties.add(
    Duty(
        "openness.monthly_finance",
        "每月财务公开",
        VillageNotices,
        each="village",
        every="month",
        days=DAYS_TO_POST,
        where=Q(category="finance"),
        date="period_start",
    ),
)
