"""Days due of cases that were there before days due were kept: by the defaults, for no unit had rules then."""

import datetime

from django.db import migrations

DAYS = datetime.timedelta(days=30)


def fill(apps, schema_editor):
    Dispute = apps.get_model("disputes", "Dispute")
    cases = Dispute.objects.filter(due_on=None)
    for pk, day, extended, result, closed in cases.values_list(
        "pk", "date", "extended_to", "result", "closed_on"
    ):
        visit = closed + DAYS if result == "agreed" and closed else None
        Dispute.objects.filter(pk=pk).update(due_on=extended or day + DAYS, follow_up_by=visit)


class Migration(migrations.Migration):
    dependencies = [("disputes", "0004_case_flow")]

    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
