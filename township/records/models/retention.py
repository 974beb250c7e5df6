"""How long the personal data of closed cases is kept (个人信息保存年限), and of which records it is gone."""

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models

from .reference import Inherited

TWICE = "这个台账已经定过年限，请改那一条。"


def register_choices():
    """The registers whose records hold personal data under seal."""
    from ..personal import registers_with_people

    return [(register.slug, register.label) for register in registers_with_people()]


class RetentionRule(Inherited):
    """After so many years a unit reduces what the closed records of a register say of people.

    No law names these years for a township: each unit decides, and where nothing is decided nothing is reduced.
    """

    register = models.CharField("台账", max_length=40, choices=register_choices)
    years = models.PositiveSmallIntegerField(
        "办结后保存（年）",
        validators=[
            MinValueValidator(1, "保存年限最少 1 年。"),
            MaxValueValidator(100, "保存年限最多 100 年；要长期保存的，不要定这一条。"),
        ],
        help_text="从办结那天算起。按本地档案规定定；案卷写明保管期限更长的，从其规定。",
    )

    class Meta:
        verbose_name = verbose_name_plural = "个人信息保存年限"
        ordering = ["register", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["area", "register"], name="retention_once_per_register", violation_error_message=TWICE
            ),
            # No area is equal to no area.
            models.UniqueConstraint(
                fields=["register"],
                condition=models.Q(area=None),
                name="common_retention_once_per_register",
                violation_error_message=TWICE,
            ),
        ]

    def __str__(self):
        return f"{self.get_register_display()}：{self.years} 年"


class Reduced(models.Model):
    """That a record's personal data was reduced, and when; what is written into it later is due again."""

    register = models.CharField(max_length=40)
    record_id = models.BigIntegerField()
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["register", "record_id"], name="reduced_once_per_record")
        ]

    def __str__(self):
        return f"{self.register} {self.record_id}"
