"""That somebody has looked into what was odd about a record and found it right (核实无误)."""

from django.conf import settings
from django.db import models
from django.db.models import Exists, OuterRef

from .history import Change

# After these a record says something else, and what was found right has to be looked at anew.
REWORDED = (Change.Action.EDITED, Change.Action.CORRECTED, Change.Action.MERGED)


class VerifiedQuerySet(models.QuerySet):
    def holding(self):
        """Those after which the record has not been changed."""
        later = Change.objects.filter(
            register=OuterRef("register"),
            record_id=OuterRef("record_id"),
            at__gt=OuterRef("at"),
            action__in=REWORDED,
        )
        return self.filter(~Exists(later))

    def about(self, slug, doubt):
        """What still holds about one kind of doubt on the records of a register."""
        return self.holding().filter(register=slug, doubt=doubt)


class Verified(models.Model):
    """One doubt about one record, answered with the reason why the record is right as it stands."""

    register = models.CharField(max_length=40)
    record_id = models.BigIntegerField()
    # The key of an anomaly, or of another check on the data quality page.
    doubt = models.CharField(max_length=20)
    reason = models.CharField("说明", max_length=100)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    objects = VerifiedQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["register", "record_id", "doubt"], name="verified_of_record")]

    def __str__(self):
        return f"{self.register} {self.record_id} {self.doubt}: {self.reason}"
