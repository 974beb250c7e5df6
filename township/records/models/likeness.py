"""Records of one and the same thing: pairs that somebody has told apart, and merges that made one of several."""

from django.conf import settings
from django.db import models
from django.db.models import Q


class ApartQuerySet(models.QuerySet):
    def of(self, slug, record_id):
        """The statements about one record."""
        return self.filter(Q(first=record_id) | Q(second=record_id), register=slug)

    def others(self, slug, record_id):
        """Ids of the records that it has been told apart from."""
        pairs = self.of(slug, record_id).values_list("first", "second")
        return {pk for pair in pairs for pk in pair} - {record_id}


class Apart(models.Model):
    """That two alike records are not the same event (不是同一场): the warning does not come back."""

    register = models.CharField(max_length=40)
    # The smaller id stands first, so that a pair is stored once.
    first = models.BigIntegerField()
    second = models.BigIntegerField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    objects = ApartQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["register", "first", "second"], name="told_apart_once"),
            models.CheckConstraint(condition=Q(first__lt=models.F("second")), name="told_apart_in_order"),
        ]

    def __str__(self):
        return f"{self.register} {self.first} ≠ {self.second}"


class Merge(models.Model):
    """That a record was merged into another one (合并): it is voided, its evidence lives on there."""

    register = models.CharField(max_length=40)
    record_id = models.BigIntegerField()
    into_id = models.BigIntegerField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        indexes = [models.Index(fields=["register", "into_id"], name="merged_into")]
        constraints = [models.UniqueConstraint(fields=["register", "record_id"], name="merged_away_once")]

    def __str__(self):
        return f"{self.register} {self.record_id} → {self.into_id}"
