"""That a table has been written to."""

from django.db import models


class TableWrite(models.Model):
    """One transaction wrote to `table` (its name in the database; `EVERY`: it may be any).

    Rows are only ever added, so that writers neither wait for nor lock each other out. What counts is the
    sum of the weights: it stays the same when old rows are folded into one, and, the weights being drawn at
    random, it does not come to an earlier value again where a database is taken back to an earlier state.
    """

    EVERY = "*"
    LARGEST_WEIGHT = 2**31

    table = models.CharField(max_length=63)
    weight = models.BigIntegerField()

    class Meta:
        verbose_name = verbose_name_plural = "数据变动"

    def __str__(self):
        return self.table
