"""What a township decides about its mediation for a year (调解办案规则), and what the law fixes."""

import datetime
import re

from django.core.exceptions import ValidationError
from django.db import models

from township.records.fields import CountField, YearField
from township.records.models import Inherited
from township.records.models.reference import InheritedQuerySet
from township.records.working_days import working_days_near

# 人民调解法 art. 33: both parties together, within 30 days of the agreement's effect.
DAYS_TO_CONFIRM = 30
PATTERN = "（{年}）{简称}人调字第{序号}号"
PLACES = {"年", "简称", "序号"}


def confirmation_deadline(effective_on):
    """The last day to apply for 司法确认 (民诉法 art. 85: the first day is not counted, a free last day moves on)."""
    day = effective_on + datetime.timedelta(days=DAYS_TO_CONFIRM)
    _, last = working_days_near([day])[day]
    return last


def check_pattern(text):
    """Validator of a pattern of case numbers: the year and the sequence have to be in it, nothing unknown."""
    places = set(re.findall(r"\{([^{}]*)\}", text))
    if not {"年", "序号"} <= places or places - PLACES:
        raise ValidationError(
            "编号格式里要有 {年} 和 {序号}，还可以有 {简称}，例如：（{年}）{简称}人调字第{序号}号。"
        )


class MediationRuleQuerySet(InheritedQuerySet):
    def in_force(self, area, year):
        """The rule for `area` in `year`: the nearest unit's that says something, its latest; else the defaults."""
        found = self.for_area(area).select_related("area").filter(first_year__lte=year)
        return max(found, key=lambda rule: (rule.level, rule.first_year), default=None) or self.model(
            first_year=year
        )


class MediationRule(Inherited):
    """How cases are numbered, timed and counted from a year on."""

    class Basis(models.TextChoices):
        CONCLUDED = "concluded", "成功÷（成功＋不成）"
        ACCEPTED = "accepted", "成功÷受理"

    first_year = YearField("从哪一年起")
    number_pattern = models.CharField(
        "案卷号格式",
        max_length=60,
        default=PATTERN,
        validators=[check_pattern],
        help_text="{年} {简称} {序号} 会换成年份、调委会简称和当年的顺序号。",
    )
    number_digits = models.PositiveSmallIntegerField(
        "序号位数", default=3, choices=[(number, f"{number} 位") for number in range(1, 6)]
    )
    days_to_close = CountField("调解期限（天）", required=True, ceiling=365, default=30)
    days_to_follow_up = CountField("结案后多少天内回访", required=True, ceiling=365, default=30)
    success_basis = models.CharField(
        "调解成功率算法", max_length=12, choices=Basis.choices, default=Basis.CONCLUDED
    )
    retention = models.CharField(
        "保管期限", max_length=20, blank=True, help_text="印在卷宗封面上，例如 长期；以本地档案规定为准。"
    )

    objects = MediationRuleQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "调解办案规则"
        ordering = ["-first_year", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["area", "first_year"], name="mediation_rule_once_a_year")
        ]

    def __str__(self):
        return f"{self.first_year} 年起"

    @property
    def level(self):
        """How near the unit is that made the rule; a common one is farthest."""
        return self.area.level if self.area_id else 0

    def case_number(self, year, name, sequence):
        """The number in words, e.g. （2026）毛俊人调字第001号."""
        values = {"年": str(year), "简称": name, "序号": str(sequence).zfill(self.number_digits)}
        return re.sub(r"\{([^{}]*)\}", lambda match: values[match[1]], self.number_pattern)


class CaseCounter(models.Model):
    """How far a committee has come in a year; its row is locked while a number is given out."""

    committee = models.ForeignKey("disputes.MediationCommittee", models.CASCADE, related_name="+")
    year = models.PositiveSmallIntegerField()
    last = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["committee", "year"], name="one_counter_a_year")]

    def __str__(self):
        return f"{self.committee_id} {self.year}: {self.last}"
