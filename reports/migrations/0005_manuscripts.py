import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("people", "0001_initial"),
        ("reports", "0004_trail_is_fixed"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.RenameModel("AnnualReport", "Manuscript"),
        migrations.CreateModel(
            name="PublicEdition",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("text", models.TextField(verbose_name="公开版正文")),
                ("pdf", models.BinaryField()),
                ("sha256", models.CharField(max_length=64, verbose_name="指纹")),
                ("made_at", models.DateTimeField(auto_now_add=True, verbose_name="生成时间")),
            ],
            options={
                "ordering": ["pk"],
            },
        ),
        migrations.CreateModel(
            name="AnnualReport",
            fields=[],
            options={
                "verbose_name": "年度报告",
                "verbose_name_plural": "年度报告",
                "proxy": True,
                "indexes": [],
                "constraints": [],
            },
            bases=("reports.manuscript",),
        ),
        migrations.AlterModelOptions(
            name="manuscript",
            options={"ordering": ["-year", "-pk"], "verbose_name": "文稿", "verbose_name_plural": "文稿"},
        ),
        migrations.RemoveConstraint(
            model_name="manuscript",
            name="one_report_per_area_and_year",
        ),
        migrations.AddField(
            model_name="manuscript",
            name="end",
            field=models.DateField(blank=True, editable=False, null=True, verbose_name="统计期止"),
        ),
        migrations.AddField(
            model_name="manuscript",
            name="kind",
            field=models.CharField(default="annual", editable=False, max_length=16, verbose_name="材料种类"),
        ),
        migrations.AddField(
            model_name="manuscript",
            name="start",
            field=models.DateField(blank=True, editable=False, null=True, verbose_name="统计期起"),
        ),
        migrations.AddField(
            model_name="manuscript",
            name="subject",
            field=models.CharField(blank=True, editable=False, max_length=80, verbose_name="主题或述法人"),
        ),
        migrations.AddField(
            model_name="revision",
            name="tables",
            field=models.JSONField(default=list, verbose_name="表格"),
        ),
        migrations.AddConstraint(
            model_name="manuscript",
            constraint=models.UniqueConstraint(
                condition=models.Q(("kind", "annual")),
                fields=("area", "year"),
                name="one_report_per_area_and_year",
                violation_error_message="这个年度的报告已经建立，请直接打开。",
            ),
        ),
        migrations.AddConstraint(
            model_name="manuscript",
            constraint=models.UniqueConstraint(
                condition=models.Q(("kind", "annual"), _negated=True),
                fields=("area", "kind", "start", "end", "subject"),
                name="one_text_of_a_kind_per_span",
                violation_error_message="这份材料已经建立，请直接打开。",
            ),
        ),
        migrations.AddField(
            model_name="publicedition",
            name="made_by",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="publicedition",
            name="revision",
            field=models.OneToOneField(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="public_edition",
                to="reports.revision",
            ),
        ),
    ]
