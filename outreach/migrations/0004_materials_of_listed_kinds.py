"""Rows of materials point to the list by the key they have held all along, in the same column."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("outreach", "0003_built_in_material_kinds")]

    operations = [
        migrations.AlterField(
            model_name="outreachmaterial",
            name="kind",
            field=models.ForeignKey(
                db_column="kind",
                default="leaflet",
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="outreach.materialkind",
                to_field="key",
                verbose_name="品种",
            ),
        ),
    ]
