import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("people", "0001_initial"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="GuardAnswer",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("purpose", models.CharField(max_length=40, verbose_name="对外用途")),
                ("register", models.CharField(blank=True, max_length=40, verbose_name="台账")),
                ("record_id", models.BigIntegerField(null=True)),
                ("digest", models.CharField(db_index=True, max_length=64)),
                ("found", models.JSONField(default=list, verbose_name="发现")),
                ("reason", models.CharField(blank=True, max_length=200, verbose_name="不打码的原因")),
                ("at", models.DateTimeField(auto_now_add=True, verbose_name="确认时间")),
                (
                    "area",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="people.area",
                        verbose_name="单位",
                    ),
                ),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="确认人",
                    ),
                ),
            ],
            options={
                "verbose_name": "个人信息把关记录",
                "verbose_name_plural": "个人信息把关记录",
                "ordering": ["-at", "-pk"],
                "indexes": [models.Index(fields=["register", "record_id"], name="guard_answer_of_record")],
            },
        ),
    ]
