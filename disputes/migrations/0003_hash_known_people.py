"""Fingerprints of the people who are already recorded, by the keys and kinds of today."""

from django.db import migrations

FINGERPRINTS = {
    "Party": ("name_fingerprint", "id_fingerprint", "phone_fingerprint"),
    "Visitor": ("name_fingerprint", "phone_fingerprint"),
    "Opinion": ("reporter_fingerprint", "phone_fingerprint"),
}


def hash_known_people(apps, schema_editor):
    for name, fields in FINGERPRINTS.items():
        model = apps.get_model("disputes", name)
        for row in model.objects.iterator(chunk_size=500):
            # What is saved is the fingerprint alone: it follows the sealed value by itself.
            row.save(update_fields=fields)


class Migration(migrations.Migration):
    dependencies = [("disputes", "0002_find_people")]
    operations = [migrations.RunPython(hash_known_people, migrations.RunPython.noop)]
