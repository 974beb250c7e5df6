from django.db import migrations

from township.people.trail.guard import guard


class Migration(migrations.Migration):
    dependencies = [("reports", "0003_audit_trail")]
    operations = [guard("reports_registration")]
