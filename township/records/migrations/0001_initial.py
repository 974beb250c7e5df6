import django.db.models.deletion
import django.utils.timezone
import township.records.fields
import township.records.models.attachment
import township.records.models.record
import township.records.models.reference
import uuid
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True
    dependencies = [("people", "0001_initial"), migrations.swappable_dependency(settings.AUTH_USER_MODEL)]
    operations = [
        migrations.CreateModel(
            name="Holiday",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("date", models.DateField(unique=True, verbose_name="日期")),
                (
                    "is_working",
                    models.BooleanField(default=False, help_text="周末调休上班的打勾。", verbose_name="上班"),
                ),
                ("name", models.CharField(max_length=20, verbose_name="名称")),
                ("year", models.PositiveSmallIntegerField(db_index=True, verbose_name="安排年度")),
            ],
            options={
                "verbose_name": "节假日和调休",
                "verbose_name_plural": "节假日和调休",
                "ordering": ["date"],
            },
        ),
        migrations.CreateModel(
            name="Attachment",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("sha256", models.CharField(max_length=64, verbose_name="指纹")),
                (
                    "file",
                    models.FileField(
                        max_length=160,
                        upload_to=township.records.models.attachment.stored_path,
                        verbose_name="文件",
                    ),
                ),
                (
                    "thumbnail",
                    models.FileField(
                        blank=True,
                        max_length=160,
                        upload_to=township.records.models.attachment.thumbnail_path,
                        verbose_name="缩略图",
                    ),
                ),
                ("name", models.CharField(max_length=160, verbose_name="文件名")),
                ("content_type", models.CharField(max_length=80, verbose_name="类型")),
                ("size", models.PositiveIntegerField(verbose_name="大小（字节）")),
                ("captured_at", models.DateTimeField(blank=True, null=True, verbose_name="拍摄时间")),
                ("uploaded_at", models.DateTimeField(auto_now_add=True, verbose_name="上传时间")),
                (
                    "also_sent_by",
                    models.ManyToManyField(blank=True, related_name="+", to=settings.AUTH_USER_MODEL),
                ),
                (
                    "keeper",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="people.area",
                        verbose_name="上传单位",
                    ),
                ),
                (
                    "uploaded_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ["pk"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("keeper", "sha256"), name="attachment_stored_once_per_keeper"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Change",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("register", models.CharField(max_length=40)),
                ("record_id", models.BigIntegerField()),
                (
                    "action",
                    models.CharField(
                        choices=[
                            ("created", "新增"),
                            ("edited", "修改"),
                            ("submitted", "提交"),
                            ("withdrawn", "撤回"),
                            ("returned", "退回修改"),
                            ("approved", "审核通过"),
                            ("voided", "作废"),
                            ("corrected", "更正"),
                            ("merged", "合并"),
                            ("handed_over", "移交"),
                        ],
                        max_length=12,
                        verbose_name="操作",
                    ),
                ),
                ("at", models.DateTimeField(auto_now_add=True, verbose_name="时间")),
                ("reason", models.CharField(blank=True, max_length=200, verbose_name="原因")),
                ("details", models.JSONField(default=list)),
                (
                    "by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ["-at", "-pk"],
                "indexes": [models.Index(fields=["register", "record_id"], name="change_of_record")],
            },
        ),
        migrations.CreateModel(
            name="Citation",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("register", models.CharField(max_length=40)),
                ("record_id", models.BigIntegerField()),
                (
                    "attachment",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="citations",
                        to="records.attachment",
                    ),
                ),
            ],
            options={
                "ordering": ["pk"],
                "indexes": [models.Index(fields=["register", "record_id"], name="citation_of_record")],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("attachment", "register", "record_id"),
                        name="attachment_cited_once_per_record",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Law",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=120, verbose_name="全称")),
                (
                    "short_names",
                    models.CharField(
                        blank=True,
                        help_text="多个用顿号隔开；填写时打简称也找得到。",
                        max_length=120,
                        verbose_name="简称",
                    ),
                ),
                ("effective_on", models.DateField(blank=True, null=True, verbose_name="施行日期")),
                ("repealed_on", models.DateField(blank=True, null=True, verbose_name="失效日期")),
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
                (
                    "successor",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="records.law",
                        verbose_name="由哪部接替",
                    ),
                ),
            ],
            options={
                "verbose_name": "法律法规",
                "verbose_name_plural": "法律法规",
                "ordering": ["pk"],
                "constraints": [
                    models.UniqueConstraint(fields=("area", "name"), name="law_name_unique_per_area"),
                    township.records.models.record.FieldRule(
                        condition=models.Q(
                            ("effective_on", None),
                            ("repealed_on", None),
                            ("repealed_on__gte", models.F("effective_on")),
                            _connector="OR",
                        ),
                        field="repealed_on",
                        message="失效日期不能早于施行日期。",
                        name="law_repealed_after_effective",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Merge",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("register", models.CharField(max_length=40)),
                ("record_id", models.BigIntegerField()),
                ("into_id", models.BigIntegerField()),
                ("at", models.DateTimeField(auto_now_add=True)),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["register", "into_id"], name="merged_into")],
                "constraints": [
                    models.UniqueConstraint(fields=("register", "record_id"), name="merged_away_once")
                ],
            },
        ),
        migrations.CreateModel(
            name="OwnRegister",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("label", models.CharField(max_length=20, verbose_name="名称")),
                ("menu", models.CharField(max_length=8, verbose_name="放在哪组菜单")),
                (
                    "unit",
                    models.CharField(
                        default="条",
                        help_text="一条记录叫一什么：次、场、户、件……",
                        max_length=4,
                        verbose_name="记录的单位",
                    ),
                ),
                (
                    "intro",
                    models.CharField(
                        blank=True,
                        help_text="一句话，显示在台账上方。",
                        max_length=120,
                        verbose_name="录什么、不录什么",
                    ),
                ),
                (
                    "village_entry",
                    models.BooleanField(
                        default=True,
                        help_text="不勾的，只由部门和综合管理员录入。",
                        verbose_name="村（社区）也填报",
                    ),
                ),
                ("closed", models.BooleanField(default=False, editable=False, verbose_name="已停用")),
                ("updated_at", models.DateTimeField(auto_now=True, verbose_name="最后修改")),
                (
                    "area",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="people.area",
                        verbose_name="乡镇",
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
                "verbose_name": "自建台账",
                "verbose_name_plural": "自建台账",
                "ordering": ["pk"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("area", "label"),
                        name="own_register_label_unique_in_area",
                        violation_error_message="本镇已有叫这个名称的自建台账，请换一个。",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="OwnRecord",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("date", models.DateField(db_index=True, verbose_name="日期")),
                ("title", models.CharField(blank=True, max_length=120, verbose_name="名称")),
                (
                    "approximate",
                    models.BooleanField(
                        default=False,
                        help_text="原始材料只写“约、余、近”时打勾，报告里不会写成精确数。",
                        verbose_name="概数",
                    ),
                ),
                (
                    "provider",
                    models.CharField(
                        blank=True, help_text="替别的单位代录时填写。", max_length=40, verbose_name="提供人"
                    ),
                ),
                (
                    "source",
                    models.CharField(
                        choices=[
                            ("direct", "直接录入"),
                            ("on_behalf", "代录"),
                            ("workbook", "表格导入"),
                            ("message", "粘贴识别"),
                            ("external", "外部系统导入"),
                        ],
                        default="direct",
                        max_length=12,
                        verbose_name="数据来源",
                    ),
                ),
                ("external_ref", models.CharField(blank=True, max_length=60, verbose_name="外部系统编号")),
                (
                    "disclosure",
                    models.CharField(
                        choices=[("internal", "内部"), ("public", "可公开")],
                        default="internal",
                        max_length=10,
                        verbose_name="公开属性",
                    ),
                ),
                ("note", models.TextField(blank=True, verbose_name="备注")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("draft", "草稿"),
                            ("submitted", "已提交"),
                            ("approved", "已审核"),
                            ("returned", "退回修改"),
                            ("voided", "已作废"),
                        ],
                        db_index=True,
                        default="draft",
                        max_length=10,
                        verbose_name="状态",
                    ),
                ),
                ("reason", models.CharField(blank=True, max_length=200, verbose_name="退回或作废原因")),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("entry_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                (
                    "created_at",
                    models.DateTimeField(
                        default=django.utils.timezone.now, editable=False, verbose_name="录入时间"
                    ),
                ),
                ("updated_at", models.DateTimeField(auto_now=True, verbose_name="最后修改")),
                ("reviewed_at", models.DateTimeField(blank=True, null=True, verbose_name="审核时间")),
                (
                    "count_1",
                    township.records.fields.CountField(
                        blank=True, ceiling=100000000, null=True, verbose_name="count_1"
                    ),
                ),
                (
                    "count_2",
                    township.records.fields.CountField(
                        blank=True, ceiling=100000000, null=True, verbose_name="count_2"
                    ),
                ),
                (
                    "count_3",
                    township.records.fields.CountField(
                        blank=True, ceiling=100000000, null=True, verbose_name="count_3"
                    ),
                ),
                (
                    "count_4",
                    township.records.fields.CountField(
                        blank=True, ceiling=100000000, null=True, verbose_name="count_4"
                    ),
                ),
                (
                    "count_5",
                    township.records.fields.CountField(
                        blank=True, ceiling=100000000, null=True, verbose_name="count_5"
                    ),
                ),
                (
                    "count_6",
                    township.records.fields.CountField(
                        blank=True, ceiling=100000000, null=True, verbose_name="count_6"
                    ),
                ),
                (
                    "count_7",
                    township.records.fields.CountField(
                        blank=True, ceiling=100000000, null=True, verbose_name="count_7"
                    ),
                ),
                (
                    "count_8",
                    township.records.fields.CountField(
                        blank=True, ceiling=100000000, null=True, verbose_name="count_8"
                    ),
                ),
                (
                    "count_9",
                    township.records.fields.CountField(
                        blank=True, ceiling=100000000, null=True, verbose_name="count_9"
                    ),
                ),
                (
                    "count_10",
                    township.records.fields.CountField(
                        blank=True, ceiling=100000000, null=True, verbose_name="count_10"
                    ),
                ),
                (
                    "count_11",
                    township.records.fields.CountField(
                        blank=True, ceiling=100000000, null=True, verbose_name="count_11"
                    ),
                ),
                (
                    "count_12",
                    township.records.fields.CountField(
                        blank=True, ceiling=100000000, null=True, verbose_name="count_12"
                    ),
                ),
                (
                    "count_13",
                    township.records.fields.CountField(
                        blank=True, ceiling=100000000, null=True, verbose_name="count_13"
                    ),
                ),
                (
                    "count_14",
                    township.records.fields.CountField(
                        blank=True, ceiling=100000000, null=True, verbose_name="count_14"
                    ),
                ),
                (
                    "count_15",
                    township.records.fields.CountField(
                        blank=True, ceiling=100000000, null=True, verbose_name="count_15"
                    ),
                ),
                (
                    "count_16",
                    township.records.fields.CountField(
                        blank=True, ceiling=100000000, null=True, verbose_name="count_16"
                    ),
                ),
                (
                    "amount_1",
                    township.records.fields.AmountField(
                        blank=True, decimal_places=2, max_digits=14, null=True, verbose_name="amount_1"
                    ),
                ),
                (
                    "amount_2",
                    township.records.fields.AmountField(
                        blank=True, decimal_places=2, max_digits=14, null=True, verbose_name="amount_2"
                    ),
                ),
                (
                    "amount_3",
                    township.records.fields.AmountField(
                        blank=True, decimal_places=2, max_digits=14, null=True, verbose_name="amount_3"
                    ),
                ),
                (
                    "amount_4",
                    township.records.fields.AmountField(
                        blank=True, decimal_places=2, max_digits=14, null=True, verbose_name="amount_4"
                    ),
                ),
                (
                    "amount_5",
                    township.records.fields.AmountField(
                        blank=True, decimal_places=2, max_digits=14, null=True, verbose_name="amount_5"
                    ),
                ),
                (
                    "amount_6",
                    township.records.fields.AmountField(
                        blank=True, decimal_places=2, max_digits=14, null=True, verbose_name="amount_6"
                    ),
                ),
                (
                    "amount_7",
                    township.records.fields.AmountField(
                        blank=True, decimal_places=2, max_digits=14, null=True, verbose_name="amount_7"
                    ),
                ),
                (
                    "amount_8",
                    township.records.fields.AmountField(
                        blank=True, decimal_places=2, max_digits=14, null=True, verbose_name="amount_8"
                    ),
                ),
                (
                    "amount_9",
                    township.records.fields.AmountField(
                        blank=True, decimal_places=2, max_digits=14, null=True, verbose_name="amount_9"
                    ),
                ),
                (
                    "amount_10",
                    township.records.fields.AmountField(
                        blank=True, decimal_places=2, max_digits=14, null=True, verbose_name="amount_10"
                    ),
                ),
                (
                    "amount_11",
                    township.records.fields.AmountField(
                        blank=True, decimal_places=2, max_digits=14, null=True, verbose_name="amount_11"
                    ),
                ),
                (
                    "amount_12",
                    township.records.fields.AmountField(
                        blank=True, decimal_places=2, max_digits=14, null=True, verbose_name="amount_12"
                    ),
                ),
                ("date_1", models.DateField(blank=True, null=True, verbose_name="date_1")),
                ("date_2", models.DateField(blank=True, null=True, verbose_name="date_2")),
                ("date_3", models.DateField(blank=True, null=True, verbose_name="date_3")),
                ("date_4", models.DateField(blank=True, null=True, verbose_name="date_4")),
                ("date_5", models.DateField(blank=True, null=True, verbose_name="date_5")),
                ("date_6", models.DateField(blank=True, null=True, verbose_name="date_6")),
                ("date_7", models.DateField(blank=True, null=True, verbose_name="date_7")),
                ("date_8", models.DateField(blank=True, null=True, verbose_name="date_8")),
                ("flag_1", models.BooleanField(blank=True, null=True, verbose_name="flag_1")),
                ("flag_2", models.BooleanField(blank=True, null=True, verbose_name="flag_2")),
                ("flag_3", models.BooleanField(blank=True, null=True, verbose_name="flag_3")),
                ("flag_4", models.BooleanField(blank=True, null=True, verbose_name="flag_4")),
                ("flag_5", models.BooleanField(blank=True, null=True, verbose_name="flag_5")),
                ("flag_6", models.BooleanField(blank=True, null=True, verbose_name="flag_6")),
                ("flag_7", models.BooleanField(blank=True, null=True, verbose_name="flag_7")),
                ("flag_8", models.BooleanField(blank=True, null=True, verbose_name="flag_8")),
                ("flag_9", models.BooleanField(blank=True, null=True, verbose_name="flag_9")),
                ("flag_10", models.BooleanField(blank=True, null=True, verbose_name="flag_10")),
                ("flag_11", models.BooleanField(blank=True, null=True, verbose_name="flag_11")),
                ("flag_12", models.BooleanField(blank=True, null=True, verbose_name="flag_12")),
                (
                    "choice_1",
                    models.CharField(
                        blank=True, db_default="", default="", max_length=20, verbose_name="choice_1"
                    ),
                ),
                (
                    "choice_2",
                    models.CharField(
                        blank=True, db_default="", default="", max_length=20, verbose_name="choice_2"
                    ),
                ),
                (
                    "choice_3",
                    models.CharField(
                        blank=True, db_default="", default="", max_length=20, verbose_name="choice_3"
                    ),
                ),
                (
                    "choice_4",
                    models.CharField(
                        blank=True, db_default="", default="", max_length=20, verbose_name="choice_4"
                    ),
                ),
                (
                    "choice_5",
                    models.CharField(
                        blank=True, db_default="", default="", max_length=20, verbose_name="choice_5"
                    ),
                ),
                (
                    "choice_6",
                    models.CharField(
                        blank=True, db_default="", default="", max_length=20, verbose_name="choice_6"
                    ),
                ),
                (
                    "choice_7",
                    models.CharField(
                        blank=True, db_default="", default="", max_length=20, verbose_name="choice_7"
                    ),
                ),
                (
                    "choice_8",
                    models.CharField(
                        blank=True, db_default="", default="", max_length=20, verbose_name="choice_8"
                    ),
                ),
                (
                    "choice_9",
                    models.CharField(
                        blank=True, db_default="", default="", max_length=20, verbose_name="choice_9"
                    ),
                ),
                (
                    "choice_10",
                    models.CharField(
                        blank=True, db_default="", default="", max_length=20, verbose_name="choice_10"
                    ),
                ),
                (
                    "choice_11",
                    models.CharField(
                        blank=True, db_default="", default="", max_length=20, verbose_name="choice_11"
                    ),
                ),
                (
                    "choice_12",
                    models.CharField(
                        blank=True, db_default="", default="", max_length=20, verbose_name="choice_12"
                    ),
                ),
                (
                    "text_1",
                    models.CharField(
                        blank=True, db_default="", default="", max_length=200, verbose_name="text_1"
                    ),
                ),
                (
                    "text_2",
                    models.CharField(
                        blank=True, db_default="", default="", max_length=200, verbose_name="text_2"
                    ),
                ),
                (
                    "text_3",
                    models.CharField(
                        blank=True, db_default="", default="", max_length=200, verbose_name="text_3"
                    ),
                ),
                (
                    "text_4",
                    models.CharField(
                        blank=True, db_default="", default="", max_length=200, verbose_name="text_4"
                    ),
                ),
                (
                    "text_5",
                    models.CharField(
                        blank=True, db_default="", default="", max_length=200, verbose_name="text_5"
                    ),
                ),
                (
                    "text_6",
                    models.CharField(
                        blank=True, db_default="", default="", max_length=200, verbose_name="text_6"
                    ),
                ),
                (
                    "text_7",
                    models.CharField(
                        blank=True, db_default="", default="", max_length=200, verbose_name="text_7"
                    ),
                ),
                (
                    "text_8",
                    models.CharField(
                        blank=True, db_default="", default="", max_length=200, verbose_name="text_8"
                    ),
                ),
                (
                    "text_9",
                    models.CharField(
                        blank=True, db_default="", default="", max_length=200, verbose_name="text_9"
                    ),
                ),
                (
                    "text_10",
                    models.CharField(
                        blank=True, db_default="", default="", max_length=200, verbose_name="text_10"
                    ),
                ),
                (
                    "text_11",
                    models.CharField(
                        blank=True, db_default="", default="", max_length=200, verbose_name="text_11"
                    ),
                ),
                (
                    "text_12",
                    models.CharField(
                        blank=True, db_default="", default="", max_length=200, verbose_name="text_12"
                    ),
                ),
                (
                    "long_text_1",
                    models.TextField(blank=True, db_default="", default="", verbose_name="long_text_1"),
                ),
                (
                    "long_text_2",
                    models.TextField(blank=True, db_default="", default="", verbose_name="long_text_2"),
                ),
                (
                    "long_text_3",
                    models.TextField(blank=True, db_default="", default="", verbose_name="long_text_3"),
                ),
                (
                    "long_text_4",
                    models.TextField(blank=True, db_default="", default="", verbose_name="long_text_4"),
                ),
                (
                    "long_text_5",
                    models.TextField(blank=True, db_default="", default="", verbose_name="long_text_5"),
                ),
                (
                    "long_text_6",
                    models.TextField(blank=True, db_default="", default="", verbose_name="long_text_6"),
                ),
                (
                    "area",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="people.area",
                        verbose_name="所属村（社区）",
                    ),
                ),
                (
                    "created_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="录入人",
                    ),
                ),
                (
                    "keeper",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="people.area",
                        verbose_name="填报单位",
                    ),
                ),
                (
                    "office",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="people.office",
                        verbose_name="承办部门",
                    ),
                ),
                (
                    "reviewed_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="审核人",
                    ),
                ),
                (
                    "updated_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="最后修改人",
                    ),
                ),
                (
                    "definition",
                    models.ForeignKey(
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="records.ownregister",
                    ),
                ),
            ],
            options={
                "verbose_name": "自建台账记录",
                "verbose_name_plural": "自建台账记录",
                "ordering": ["-date", "-pk"],
                "abstract": False,
                "indexes": [
                    models.Index(fields=["definition", "keeper", "date"], name="own_record_by_keeper"),
                    models.Index(fields=["definition", "area", "date"], name="own_record_by_area"),
                ],
            },
        ),
        migrations.CreateModel(
            name="OwnField",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("position", models.PositiveSmallIntegerField(default=0)),
                ("label", models.CharField(max_length=20, verbose_name="项目名称")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("count", "数量（整数）"),
                            ("amount", "金额或小数"),
                            ("date", "日期"),
                            ("flag", "是或否"),
                            ("choice", "单选"),
                            ("text", "短文字"),
                            ("long_text", "长文字"),
                        ],
                        default="count",
                        max_length=10,
                        verbose_name="填什么",
                    ),
                ),
                ("unit", models.CharField(blank=True, max_length=4, verbose_name="单位")),
                ("required", models.BooleanField(default=False, verbose_name="必填")),
                ("options", models.JSONField(blank=True, default=list, verbose_name="选项")),
                ("column", models.CharField(editable=False, max_length=20)),
                ("retired", models.BooleanField(default=False, verbose_name="停用")),
                (
                    "register",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="fields",
                        to="records.ownregister",
                    ),
                ),
            ],
            options={
                "verbose_name": "台账项目",
                "verbose_name_plural": "台账项目",
                "ordering": ["position", "pk"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("register", "column"), name="own_field_has_its_own_column"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Phrase",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("text", models.CharField(max_length=100, verbose_name="常用语")),
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
                "verbose_name": "退回原因常用语",
                "verbose_name_plural": "退回原因常用语",
                "ordering": ["pk"],
            },
        ),
        migrations.CreateModel(
            name="RecordLock",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("register", models.CharField(max_length=40)),
                ("record_id", models.BigIntegerField()),
                ("label", models.CharField(max_length=120)),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("register", "record_id", "label"), name="record_locked_once_each"
                    )
                ]
            },
        ),
        migrations.CreateModel(
            name="SavedFilter",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("register", models.SlugField(max_length=40)),
                ("name", models.CharField(max_length=20, verbose_name="名称")),
                ("query", models.CharField(max_length=500)),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="saved_filters",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ["pk"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("user", "register", "name"), name="saved_filter_name_once_per_register"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Scheme",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=20, verbose_name="名称")),
                ("first_year", township.records.fields.YearField(verbose_name="起始年度")),
                (
                    "last_year",
                    township.records.fields.YearField(
                        blank=True,
                        help_text="不填就一直用到下一个方案开始。",
                        null=True,
                        verbose_name="截止年度",
                    ),
                ),
                (
                    "area",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="people.area",
                        verbose_name="适用范围",
                    ),
                ),
            ],
            options={
                "verbose_name": "法律进方案",
                "verbose_name_plural": "法律进方案",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("area", "first_year"), name="one_scheme_per_area_and_first_year"
                    ),
                    township.records.models.record.FieldRule(
                        condition=models.Q(
                            ("first_year", None),
                            ("last_year", None),
                            ("last_year__gte", models.F("first_year")),
                            _connector="OR",
                        ),
                        field="last_year",
                        message="截止年度不能早于起始年度。",
                        name="scheme_ends_after_start",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="SchemeMember",
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
                        max_length=20,
                        verbose_name="代号",
                    ),
                ),
                ("name", models.CharField(max_length=20, verbose_name="名称")),
                ("position", models.PositiveSmallIntegerField(default=0, verbose_name="顺序")),
                (
                    "scheme",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="members",
                        to="records.scheme",
                        verbose_name="方案",
                    ),
                ),
            ],
            options={
                "verbose_name": "法律进",
                "verbose_name_plural": "法律进",
                "ordering": ["scheme", "position"],
                "constraints": [
                    models.UniqueConstraint(fields=("scheme", "key"), name="scheme_member_key_unique")
                ],
            },
        ),
        migrations.CreateModel(
            name="SwitchedOff",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("list", models.CharField(max_length=40)),
                ("entry_id", models.BigIntegerField()),
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
                        fields=("area", "list", "entry_id"), name="switched_off_once_per_area"
                    )
                ]
            },
        ),
        migrations.CreateModel(
            name="Topic",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "use",
                    models.CharField(
                        choices=[("study", "学法专题"), ("outreach", "普法节点")],
                        max_length=10,
                        verbose_name="用途",
                    ),
                ),
                (
                    "key",
                    models.SlugField(
                        default=township.records.models.reference.own_key,
                        editable=False,
                        max_length=30,
                        verbose_name="代号",
                    ),
                ),
                ("name", models.CharField(max_length=40, verbose_name="名称")),
                (
                    "month",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        choices=[
                            (1, "1月"),
                            (2, "2月"),
                            (3, "3月"),
                            (4, "4月"),
                            (5, "5月"),
                            (6, "6月"),
                            (7, "7月"),
                            (8, "8月"),
                            (9, "9月"),
                            (10, "10月"),
                            (11, "11月"),
                            (12, "12月"),
                        ],
                        null=True,
                        verbose_name="月",
                    ),
                ),
                (
                    "day",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        choices=[
                            (1, "1日"),
                            (2, "2日"),
                            (3, "3日"),
                            (4, "4日"),
                            (5, "5日"),
                            (6, "6日"),
                            (7, "7日"),
                            (8, "8日"),
                            (9, "9日"),
                            (10, "10日"),
                            (11, "11日"),
                            (12, "12日"),
                            (13, "13日"),
                            (14, "14日"),
                            (15, "15日"),
                            (16, "16日"),
                            (17, "17日"),
                            (18, "18日"),
                            (19, "19日"),
                            (20, "20日"),
                            (21, "21日"),
                            (22, "22日"),
                            (23, "23日"),
                            (24, "24日"),
                            (25, "25日"),
                            (26, "26日"),
                            (27, "27日"),
                            (28, "28日"),
                            (29, "29日"),
                            (30, "30日"),
                            (31, "31日"),
                        ],
                        help_text="固定日子的填月和日，整月的只填月。",
                        null=True,
                        verbose_name="日",
                    ),
                ),
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
                "verbose_name": "专题与节点",
                "verbose_name_plural": "专题与节点",
                "ordering": ["use", "pk"],
                "constraints": [
                    models.UniqueConstraint(fields=("use", "key"), name="topic_key_unique_per_use"),
                    township.records.models.record.FieldRule(
                        condition=models.Q(("day", None), ("month__isnull", False), _connector="OR"),
                        field="month",
                        message="填了日，也请选月。",
                        name="topic_day_needs_month",
                    ),
                    township.records.models.record.FieldRule(
                        condition=models.Q(
                            models.Q(("day", 31), ("month__in", [4, 6, 9, 11]), _negated=True),
                            models.Q(("day__in", [30, 31]), ("month", 2), _negated=True),
                        ),
                        field="day",
                        message="这个月没有这一天，请重新选择。",
                        name="topic_day_exists",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Apart",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("register", models.CharField(max_length=40)),
                ("first", models.BigIntegerField()),
                ("second", models.BigIntegerField()),
                ("at", models.DateTimeField(auto_now_add=True)),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("register", "first", "second"), name="told_apart_once"),
                    models.CheckConstraint(
                        condition=models.Q(("first__lt", models.F("second"))), name="told_apart_in_order"
                    ),
                ]
            },
        ),
    ]
