"""Who raised an objection is known by a fingerprint; its last day follows from its date and is not kept."""

import township.people.sealing
import township.records.models.record
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("openness", "0004_drop_what_moved")]

    operations = [
        migrations.RemoveField(model_name="noticeobjection", name="due_on"),
        migrations.AddField(
            model_name="noticeobjection",
            name="raised_by_fingerprint",
            field=township.people.sealing.FingerprintField(
                blank=True, db_index=True, editable=False, kind="name", max_length=64, of="raised_by"
            ),
        ),
        migrations.AddConstraint(
            model_name="disclosurerequest",
            constraint=township.records.models.record.FieldRule(
                condition=models.Q(
                    ("date", None),
                    ("extension_told_on", None),
                    ("extension_told_on__gte", models.F("date")),
                    _connector="OR",
                ),
                field="extension_told_on",
                message="延期告知申请人日期不能早于收到日期。",
                name="request_extension_told_after_receipt",
            ),
        ),
    ]
