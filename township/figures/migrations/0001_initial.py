import django.db.models.deletion
import django.utils.timezone
import township.records.fields
import township.records.models.record
import uuid
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True
    dependencies = [("people", "0001_initial"), migrations.swappable_dependency(settings.AUTH_USER_MODEL)]
    operations = [
        migrations.CreateModel(
            name="OwnIndicator",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("label", models.CharField(max_length=40, verbose_name="名称")),
                ("unit", models.CharField(max_length=6, verbose_name="单位")),
                ("definition", models.CharField(max_length=300, verbose_name="口径")),
                ("source", models.CharField(blank=True, max_length=80, verbose_name="台账")),
                ("measure", models.CharField(blank=True, max_length=60, verbose_name="怎么数")),
                ("conditions", models.JSONField(blank=True, default=dict, verbose_name="条件")),
                ("category", models.CharField(blank=True, max_length=60, verbose_name="按什么分类")),
                ("numerator", models.CharField(blank=True, max_length=60, verbose_name="分子")),
                ("denominator", models.CharField(blank=True, max_length=60, verbose_name="分母")),
                ("active", models.BooleanField(default=True, verbose_name="在用")),
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
                "verbose_name": "自定指标",
                "verbose_name_plural": "自定指标",
                "ordering": ["pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("measure", ""), ("source", "")),
                            models.Q(("denominator", ""), ("numerator", "")),
                            _connector="XOR",
                        ),
                        name="own_indicator_counts_or_divides",
                        violation_error_message="指标要么数一个台账，要么是两个指标的比率。",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="OwnName",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("text", models.CharField(max_length=40, verbose_name="名称")),
                (
                    "area",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.area"
                    ),
                ),
                (
                    "indicator",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="names",
                        to="figures.ownindicator",
                    ),
                ),
            ],
            options={
                "ordering": ["pk"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("area", "text"),
                        name="own_name_once_per_township",
                        violation_error_message="本镇已有叫这个名称的指标（或以前用过的名称），请换一个。",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="PlanItem",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
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
                ("date", models.DateField(db_index=True, verbose_name="下达日期")),
                ("title", models.CharField(blank=True, max_length=120, verbose_name="任务内容")),
                ("year", township.records.fields.YearField(verbose_name="年度")),
                (
                    "plan",
                    models.CharField(
                        choices=[
                            ("county_points", "县工作要点分解"),
                            ("study", "学法计划"),
                            ("outreach", "普法计划"),
                            ("responsibility", "普法责任清单"),
                            ("last_report", "上年报告“下一步安排”"),
                            ("other", "其他"),
                        ],
                        max_length=16,
                        verbose_name="计划类别",
                    ),
                ),
                ("basis", models.CharField(blank=True, max_length=100, verbose_name="依据文件及文号")),
                ("deadline", models.DateField(blank=True, null=True, verbose_name="完成时限")),
                (
                    "indicator",
                    models.CharField(
                        blank=True,
                        help_text="选了指标，进度由台账自动计算，不用再填。",
                        max_length=60,
                        verbose_name="对应指标",
                    ),
                ),
                (
                    "target",
                    township.records.fields.CountField(
                        blank=True, ceiling=100000000, null=True, verbose_name="目标数"
                    ),
                ),
                (
                    "unit",
                    models.CharField(
                        blank=True, help_text="选了指标的自动带出。", max_length=8, verbose_name="目标单位"
                    ),
                ),
                (
                    "stage",
                    models.CharField(
                        choices=[
                            ("not_started", "未启动"),
                            ("running", "进行中"),
                            ("done", "已完成"),
                            ("partly", "部分完成"),
                            ("failed", "未完成"),
                        ],
                        default="not_started",
                        max_length=12,
                        verbose_name="任务状态",
                    ),
                ),
                ("shortfall", models.CharField(blank=True, max_length=200, verbose_name="未完成原因")),
                (
                    "account",
                    models.TextField(
                        blank=True,
                        help_text="年底可直接作为报告里“上年安排完成情况”的素材。",
                        verbose_name="完成说明",
                    ),
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
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="people.office",
                        verbose_name="责任部门",
                    ),
                ),
                (
                    "responsible",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="people.person",
                        verbose_name="责任人",
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
            ],
            options={
                "verbose_name": "年度任务",
                "verbose_name_plural": "年度任务",
                "ordering": ["-date", "-pk"],
                "abstract": False,
                "indexes": [
                    models.Index(fields=["keeper", "date"], name="figures_pla_keeper__7ec7cd_idx"),
                    models.Index(fields=["area", "date"], name="figures_pla_area_id_1644d2_idx"),
                ],
                "constraints": [
                    township.records.models.record.FieldRule(
                        condition=models.Q(("shortfall", ""), ("stage", "failed"), _negated=True),
                        field="shortfall",
                        message="任务未完成的，请写明原因。",
                        name="plan_item_failed_with_reason",
                    ),
                    township.records.models.record.FieldRule(
                        condition=models.Q(("indicator", ""), ("target__isnull", False), _connector="OR"),
                        field="target",
                        message="选了对应指标的，请填写目标数，才能计算进度。",
                        name="plan_item_indicator_with_target",
                    ),
                    township.records.models.record.FieldRule(
                        condition=models.Q(("target", None), ("target__gte", 1), _connector="OR"),
                        field="target",
                        message="目标数至少是 1；没有数量要求的不填。",
                        name="plan_item_target_is_positive",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="NilReturn",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("register", models.CharField(max_length=40, verbose_name="台账")),
                ("start", models.DateField(verbose_name="从")),
                ("end", models.DateField(verbose_name="到")),
                ("at", models.DateTimeField(auto_now_add=True, verbose_name="时间")),
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
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "零报告",
                "verbose_name_plural": "零报告",
                "ordering": ["-start", "pk"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("register", "area", "start", "end"),
                        name="nil_return_once_per_span",
                        violation_error_message="这个月已经报过零报告。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("end__gte", models.F("start"))),
                        name="nil_return_dates_in_order",
                        violation_error_message="结束日期不能早于开始日期。",
                    ),
                ],
            },
        ),
    ]
