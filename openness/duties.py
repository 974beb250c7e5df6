"""What villages owe in open affairs, by the rules of their township (设置里的三务公开频次)."""

from django.db.models import Q

from township.figures.duties import Duty, duties

from .models import Affairs, PostingRule
from .registers import VillageNotices


def postings_owed(area):
    """One duty for each of the three affairs that the place has a rule for."""
    return [_duty(rule) for rule in PostingRule.objects.in_force(area).values()]


def _duty(rule):
    affairs = Affairs(rule.category)
    return Duty(
        f"openness.{affairs.value}",
        f"{rule.get_every_display()}{affairs.label}公开",
        VillageNotices,
        each="village",
        every=rule.every,
        days=rule.days,
        where=Q(category=affairs.value),
        date="period_start",
    )


duties.add_source(postings_owed)
