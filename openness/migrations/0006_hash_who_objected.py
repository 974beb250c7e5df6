"""Fingerprints of those who raised objections before, by the keys of today."""

from django.db import migrations


def hash_who_objected(apps, schema_editor):
    for row in apps.get_model("openness", "NoticeObjection").objects.iterator(chunk_size=500):
        # What is saved is the fingerprint alone: it follows the sealed value by itself.
        row.save(update_fields=["raised_by_fingerprint"])


class Migration(migrations.Migration):
    dependencies = [("openness", "0005_objections_known_and_reckoned")]
    operations = [migrations.RunPython(hash_who_objected, migrations.RunPython.noop)]
