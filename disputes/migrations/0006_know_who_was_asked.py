"""Who was asked and who represents an organisation are known by fingerprints, as parties are."""

from django.db import migrations

from township.people.sealing import FingerprintField


def _fingerprint_of(field):
    return FingerprintField(blank=True, db_index=True, editable=False, kind="name", max_length=64, of=field)


class Migration(migrations.Migration):
    dependencies = [("disputes", "0005_fill_days_due")]

    operations = [
        migrations.AddField("inquiry", "asked_fingerprint", _fingerprint_of("asked")),
        migrations.AddField("party", "representative_fingerprint", _fingerprint_of("representative")),
    ]
