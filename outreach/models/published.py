"""News of the township's own work, sent in and taken up (信息报送)."""

from django.db import models
from django.db.models import Q

from township.people.models import Person
from township.records.fields import WebAddressField
from township.records.models import Record
from township.records.models.record import FieldRule, date_field, in_order, needed_when, title_field

from .events import MediaReport


class PublishedItem(Record):
    """One article that the township has sent in, and who has taken it up.

    What several outlets have taken up is entered once for each. The news of one outreach event stands with
    the event (信息报道); an article about it is not entered here a second time.
    """

    PAST_DATES = ("adopted_on",)
    Rank = MediaReport.Rank

    date = date_field("报送日期")
    title = title_field("标题")
    sent_to = models.CharField("报送单位", max_length=40, blank=True)
    outlet = models.CharField("采用单位", max_length=40, blank=True, help_text="没有采用的不填。")
    rank = models.CharField("采用级别", max_length=10, choices=Rank.choices, blank=True)
    adopted_on = models.DateField("采用日期", null=True, blank=True)
    author = models.ForeignKey(
        Person, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="撰稿人"
    )
    link = WebAddressField("链接", blank=True)

    class Meta(Record.Meta):
        abstract = False
        verbose_name = verbose_name_plural = "信息报送"
        constraints = [
            in_order(
                "published_item_adopted_after_sending", "date", "adopted_on", "采用日期不能早于报送日期。"
            ),
            needed_when(
                "published_item_adopted_with_date",
                "adopted_on",
                ~Q(outlet=""),
                "填了采用单位的，请填写采用日期。",
            ),
            FieldRule(
                condition=Q(outlet="") | ~Q(rank=""),
                name="published_item_adopted_with_rank",
                field="rank",
                message="填了采用单位的，请选择采用级别。",
            ),
            FieldRule(
                condition=~Q(outlet="") | Q(rank="", adopted_on=None),
                name="published_item_adopted_by_somebody",
                field="outlet",
                message="填了采用级别或采用日期的，请填写采用单位。",
            ),
        ]
