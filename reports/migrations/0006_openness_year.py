import django.db.models.deletion
import township.records.fields
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("people", "0001_initial"),
        ("reports", "0005_manuscripts"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="OpennessYear",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("year", models.PositiveSmallIntegerField(verbose_name="年度")),
                (
                    "overview",
                    models.TextField(
                        blank=True, help_text="不填就用台账里的数字写成的一段。", verbose_name="一、总体情况"
                    ),
                ),
                ("problems", models.TextField(blank=True, verbose_name="五、存在的主要问题及改进情况")),
                ("others", models.TextField(blank=True, verbose_name="六、其他需要报告的事项")),
                (
                    "fees",
                    township.records.fields.AmountField(
                        blank=True,
                        ceiling=100000,
                        decimal_places=2,
                        help_text="台账里没有这个数，有收费的填，没有不填。",
                        max_digits=14,
                        null=True,
                        verbose_name="行政事业性收费金额（万元）",
                    ),
                ),
                ("updated_at", models.DateTimeField(auto_now=True)),
                (
                    "area",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="people.area",
                        verbose_name="乡镇（街道）",
                    ),
                ),
                (
                    "updated_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "信息公开年报",
                "verbose_name_plural": "信息公开年报",
                "constraints": [
                    models.UniqueConstraint(fields=("area", "year"), name="one_openness_report_a_year")
                ],
            },
        ),
    ]
