"""Kinds of materials handed out at outreach events (宣传资料品种): built-in ones and those townships add."""

from django.db import models

from township.records.models import Inherited
from township.records.models.reference import own_key

# Figures, messages and demonstration rows name them by key.
BUILT_IN_KINDS = {
    "leaflet": "宣传资料",
    "handbook": "宣传手册",
    "reader": "法治读本",
    "poster": "海报",
    "gift": "宣传品",
}


class MaterialKind(Inherited):
    """One kind of material. Rows of events keep its key, which never changes."""

    key = models.SlugField("代号", max_length=30, default=own_key, editable=False, unique=True)
    name = models.CharField("名称", max_length=20)

    class Meta:
        verbose_name = verbose_name_plural = "宣传资料品种"
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["area", "name"], name="material_kind_name_unique_per_area")
        ]

    def __str__(self):
        return self.name

    @property
    def built_in(self):
        return self.key in BUILT_IN_KINDS


def install_material_kinds(sender, using, **kwargs):
    """Make sure that the built-in kinds exist (after migrating); what was renamed stays as it is."""
    kinds = MaterialKind.objects.using(using)
    known = set(kinds.filter(key__in=BUILT_IN_KINDS).values_list("key", flat=True))
    kinds.bulk_create(
        MaterialKind(key=key, name=name) for key, name in BUILT_IN_KINDS.items() if key not in known
    )
