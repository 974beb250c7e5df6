"""What villages owe in open affairs, by the rules of their township (设置里的三务公开频次)."""

from django.db.models import Q

from township.figures.duties import Duty, duties

from .models import Affairs, PostingRule
from .models.posting import RULES
from .registers import VillageNotices


def postings_owed(area):
    """The duty of each of the three affairs as the place has it; None where its rule was switched off."""
    rules = PostingRule.objects.in_force(area)
    return {_key(affairs): _duty(rules[affairs]) if affairs in rules else None for affairs in Affairs}


def _key(category):
    return f"openness.{category}"


def _duty(rule):
    return Duty(
        _key(rule.category),
        f"{rule.get_every_display()}{rule.get_category_display()}公开",
        VillageNotices,
        each="village",
        every=rule.every,
        days=rule.days,
        where=Q(category=str(rule.category)),
        date="period_start",
    )


# As every installation starts; what a place has changed takes their place there.
duties.add(*(_duty(PostingRule(category=category.value, every=every.value)) for category, every, _ in RULES))
duties.add_source(postings_owed)
