import django.db.models.deletion
import django.utils.timezone
import township.people.sealing
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True
    dependencies = [("people", "0001_initial"), migrations.swappable_dependency(settings.AUTH_USER_MODEL)]
    operations = [
        migrations.CreateModel(
            name="Import",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("register", models.CharField(max_length=40)),
                (
                    "created_at",
                    models.DateTimeField(default=django.utils.timezone.now, verbose_name="上传时间"),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[("preview", "待确认"), ("done", "已导入"), ("undone", "已撤销")],
                        default="preview",
                        max_length=10,
                        verbose_name="状态",
                    ),
                ),
                ("file_name", township.people.sealing.SealedTextField(blank=True, verbose_name="文件名")),
                ("content", township.people.sealing.SealedTextField(blank=True)),
                ("sheet", township.people.sealing.SealedTextField(blank=True)),
                ("layout", township.people.sealing.SealedTextField(blank=True)),
                ("year", models.PositiveSmallIntegerField(verbose_name="年度")),
                ("mapping", models.JSONField(default=dict)),
                ("counts", models.JSONField(default=dict)),
                ("take_new", models.BooleanField(default=True, verbose_name="导入新增的")),
                ("take_changed", models.BooleanField(default=True, verbose_name="更新有变化的")),
                (
                    "twins",
                    models.CharField(
                        choices=[
                            ("skip", "不导入"),
                            ("add", "仍作为新记录导入"),
                            ("update", "更新原来的记录"),
                        ],
                        default="skip",
                        max_length=8,
                        verbose_name="疑似重复的",
                    ),
                ),
                ("good_only", models.BooleanField(default=False, verbose_name="只导入没有问题的行")),
                ("done_at", models.DateTimeField(blank=True, null=True, verbose_name="导入时间")),
                (
                    "created_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="导入人",
                    ),
                ),
            ],
            options={
                "verbose_name": "表格导入",
                "verbose_name_plural": "表格导入",
                "ordering": ["-pk"],
                "indexes": [models.Index(fields=["created_by", "register"], name="import_of_user")],
            },
        ),
        migrations.CreateModel(
            name="Imported",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("record_id", models.BigIntegerField()),
                ("version", models.PositiveIntegerField()),
                ("before", township.people.sealing.SealedTextField(blank=True)),
                (
                    "owner",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="imported",
                        to="workbooks.import",
                    ),
                ),
            ],
            options={
                "ordering": ["pk"],
                "constraints": [models.UniqueConstraint(fields=("owner", "record_id"), name="imported_once")],
            },
        ),
        migrations.CreateModel(
            name="ImportRow",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("number", models.PositiveIntegerField()),
                ("kind", models.CharField(default="", max_length=10)),
                ("edited", models.BooleanField(default=False)),
                ("cells", township.people.sealing.SealedTextField()),
                ("verdict", township.people.sealing.SealedTextField(blank=True)),
                (
                    "owner",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="rows",
                        to="workbooks.import",
                    ),
                ),
            ],
            options={
                "ordering": ["number"],
                "indexes": [models.Index(fields=["owner", "kind"], name="import_rows_by_kind")],
                "constraints": [models.UniqueConstraint(fields=("owner", "number"), name="import_row_once")],
            },
        ),
        migrations.CreateModel(
            name="HeaderMemory",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("register", models.CharField(max_length=40)),
                ("header", models.CharField(max_length=80)),
                ("target", models.CharField(blank=True, max_length=60)),
                (
                    "area",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="people.area"
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("area", "register", "header"), name="header_remembered_once"
                    )
                ]
            },
        ),
    ]
