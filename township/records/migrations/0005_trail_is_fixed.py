from django.db import migrations

from township.people.trail.guard import guard


class Migration(migrations.Migration):
    dependencies = [("records", "0004_audit_trail")]
    operations = [guard("records_change")]
