"""What all records of people's own matters have in common: internal, and without names in free text."""

from django.db import models
from django.db.models import Q

from township.records.models.record import FieldRule
from township.records.personal_numbers import no_personal_numbers

NO_NAMES = "不写姓名、身份证号、电话，用“甲、乙”代替。"


def free_text(label, **options):
    """A text that must hold nobody's ID or mobile number."""
    return models.TextField(label, validators=[no_personal_numbers], **options)


def always_internal(name):
    """Rule that such records are never marked for publication."""
    return FieldRule(
        condition=Q(disclosure="internal"), name=name, field="disclosure", message="这类记录固定为内部。"
    )
