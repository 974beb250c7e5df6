from django.db import migrations

from township.people.trail.guard import guard


class Migration(migrations.Migration):
    dependencies = [("people", "0002_audit_trail_and_credentials")]
    operations = [guard("people_auditevent", "people_settingchange", "people_seal", "people_sealedrow")]
