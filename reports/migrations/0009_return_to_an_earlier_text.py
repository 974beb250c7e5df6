from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [
        ("reports", "0008_returned_points"),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name="revision",
            name="revision_differs_from_the_others",
        ),
    ]
