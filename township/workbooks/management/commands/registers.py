"""`manage.py registers`: every register with its columns, for scripts and for people."""

import json

from django.core.management.base import BaseCommand

from township.people.models import Area
from township.records.register import registry


class Command(BaseCommand):
    help = "列出全部台账：代号、名称、分组、栏目。"

    def add_arguments(self, parser):
        parser.add_argument("--json", action="store_true", help="只输出 JSON")

    def handle(self, *, json: bool, **options):
        found = [describe(register) for register in registry.for_area(Area.objects.home()).all()]
        if json:
            self.stdout.write(_as_json(found))
            return
        for register in found:
            self.stdout.write(f"{register['slug']}    {register['label']}（{register['menu']}）")


def describe(register):
    """One register as a plain dictionary."""
    fields = [
        {
            "name": name,
            "label": str(register.field_label(name)),
            "required": not register.model._meta.get_field(name).blank or name in register.required,
        }
        for name in register.form_fields()
    ]
    return {
        "key": register.slug,
        "slug": register.slug,
        "label": register.label,
        "menu": register.menu,
        "unit": register.unit,
        "fields": fields,
        "lines": [{"name": line.name, "label": line.label} for line in register.lines],
    }


def _as_json(found):
    return json.dumps(found, ensure_ascii=False, indent=2)
