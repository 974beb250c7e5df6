"""Monthly totals (按月汇总): what happens too often to be entered one by one."""

from django.db import models
from django.db.models import Q

from ..fields import MonthField
from .record import Record


class MonthlyTotal(Record):
    """The sums of one calendar month, kept under its first day: they count in the month, whatever the day."""

    date = MonthField("月份", db_index=True)

    class Meta(Record.Meta):
        abstract = True

    def validate_constraints(self, exclude=None):
        # That a month is summed up once is asked of its first day.
        self.settle()
        super().validate_constraints(exclude)

    def save(self, *args, **kwargs):
        self.settle()
        super().save(*args, **kwargs)

    def settle(self):
        """Fill what follows from the rest: the month's first day."""
        if self.date:
            self.date = self.date.replace(day=1)

    def get_date_display(self):
        """The month in words, e.g. 2022年3月."""
        return f"{self.date.year}年{self.date.month}月" if self.date else ""

    def default_title(self):
        return f"{self.get_date_display()}{self.area.name}{self._meta.verbose_name}"


def once_a_month(name, *fields):
    """Rules that each office sums a month up once for what `fields` tell apart; a second sum counts twice."""
    message = "这个月的这一项已经汇总过，请打开原来的记录修改。"
    standing = ~Q(state="voided")
    return [
        models.UniqueConstraint(
            fields=["date", "area", "office", *fields],
            condition=standing,
            name=name,
            violation_error_message=message,
        ),
        # An empty office equals no other empty one, so those without an office need a rule of their own.
        models.UniqueConstraint(
            fields=["date", "area", *fields],
            condition=standing & Q(office=None),
            name=f"{name}_without_office",
            violation_error_message=message,
        ),
    ]
