"""Fingerprints of those who were asked or represent an organisation before, by the keys of today."""

from django.db import migrations

FINGERPRINTS = {"Inquiry": "asked_fingerprint", "Party": "representative_fingerprint"}


def hash_who_was_asked(apps, schema_editor):
    for name, field in FINGERPRINTS.items():
        for row in apps.get_model("disputes", name).objects.iterator(chunk_size=500):
            # What is saved is the fingerprint alone: it follows the sealed value by itself.
            row.save(update_fields=[field])


class Migration(migrations.Migration):
    dependencies = [("disputes", "0006_know_who_was_asked")]
    operations = [migrations.RunPython(hash_who_was_asked, migrations.RunPython.noop)]
