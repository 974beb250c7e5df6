"""The dated phrases that hold for a township (时效词表): common ones and its own, less what is switched off."""

from ..models import DatedWording


def wordings_for(area):
    """[DatedWording] for `area`, those of its county and of everybody included."""
    return list(DatedWording.objects.for_area(area).order_by("pk"))
