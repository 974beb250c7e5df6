"""A list of kinds of materials that administrators keep, inherited down the tree."""

import django.db.models.deletion
from django.db import migrations, models

import township.records.models.reference


class Migration(migrations.Migration):
    dependencies = [("outreach", "0001_initial"), ("people", "0005_reduced_data")]

    operations = [
        migrations.CreateModel(
            name="MaterialKind",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "key",
                    models.SlugField(
                        default=township.records.models.reference.own_key,
                        editable=False,
                        max_length=30,
                        unique=True,
                        verbose_name="代号",
                    ),
                ),
                ("name", models.CharField(max_length=20, verbose_name="名称")),
                (
                    "area",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="people.area",
                        verbose_name="适用范围",
                    ),
                ),
            ],
            options={
                "verbose_name": "宣传资料品种",
                "verbose_name_plural": "宣传资料品种",
                "ordering": ["pk"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("area", "name"), name="material_kind_name_unique_per_area"
                    )
                ],
            },
        ),
    ]
