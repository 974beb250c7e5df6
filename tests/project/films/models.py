from django.db import models

from township.records.fields import CountField
from township.records.models import Record
from township.records.models.record import date_field, title_field


class FilmShowing(Record):
    """One evening on which a film about the law was shown (法治电影放映)."""

    class Place(models.TextChoices):
        SQUARE = "square", "广场"
        SCHOOL = "school", "学校"

    date = date_field("放映日期")
    title = title_field("影片名称")
    place = models.CharField("地点", max_length=10, choices=Place.choices)
    audience = CountField("观众（人次）", required=True)

    class Meta(Record.Meta):
        abstract = False
        verbose_name = verbose_name_plural = "法治电影放映"
