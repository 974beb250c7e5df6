import django.db.models.deletion
import django.utils.timezone
import township.records.fields
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True
    dependencies = [
        ("people", "0001_initial"),
        ("records", "0001_initial"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]
    operations = [
        migrations.CreateModel(
            name="AnnualReport",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("year", township.records.fields.YearField(verbose_name="年度")),
                ("title", models.CharField(max_length=120, verbose_name="标题")),
                ("text", models.TextField(blank=True, verbose_name="正文")),
                ("carried", models.TextField(blank=True, editable=False)),
                (
                    "cutoff",
                    models.DateField(help_text="数字算到这一天为止，默认年底。", verbose_name="统计截止日"),
                ),
                ("number", models.CharField(blank=True, max_length=40, verbose_name="发文字号")),
                (
                    "signers",
                    models.CharField(
                        blank=True, help_text="多个用顿号隔开。", max_length=60, verbose_name="签发人"
                    ),
                ),
                (
                    "sealed",
                    models.BooleanField(
                        default=False, help_text="盖章的，落款按盖章格式排。", verbose_name="加盖印章"
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("drafting", "起草中"),
                            ("confirming", "核数中"),
                            ("reviewing", "送审中"),
                            ("deliberated", "已审议"),
                            ("signed", "已签发"),
                            ("submitted", "已报送"),
                            ("published", "已公开"),
                            ("correcting", "更正中"),
                        ],
                        default="drafting",
                        max_length=12,
                        verbose_name="状态",
                    ),
                ),
                (
                    "reviewed",
                    models.BooleanField(default=False, editable=False, verbose_name="分管领导已审核"),
                ),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
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
                    "created_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
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
                "verbose_name": "年度报告",
                "verbose_name_plural": "年度报告",
                "ordering": ["-year"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("area", "year"),
                        name="one_report_per_area_and_year",
                        violation_error_message="这个年度的报告已经建立，请直接打开。",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="DatedWording",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("phrase", models.CharField(max_length=60, verbose_name="提法")),
                (
                    "until",
                    models.DateField(
                        blank=True, help_text="空着表示一直不宜用。", null=True, verbose_name="用到哪天"
                    ),
                ),
                ("instead", models.CharField(max_length=80, verbose_name="现在怎么写")),
                (
                    "area",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="people.area",
                        verbose_name="适用范围",
                    ),
                ),
            ],
            options={
                "verbose_name": "时效提法",
                "verbose_name_plural": "时效提法",
                "ordering": ["pk"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("area", "phrase"),
                        name="dated_wording_once_per_area",
                        violation_error_message="这个提法已经登记过。",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="FigureConfirmation",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("at", models.DateTimeField(auto_now=True, verbose_name="确认时间")),
                ("figures", models.JSONField(default=dict, verbose_name="确认的数据")),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "office",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="people.office",
                        verbose_name="部门",
                    ),
                ),
                (
                    "report",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="confirmations",
                        to="reports.annualreport",
                    ),
                ),
            ],
            options={
                "ordering": ["at"],
                "constraints": [
                    models.UniqueConstraint(fields=("report", "by"), name="figures_confirmed_once_per_person")
                ],
            },
        ),
        migrations.CreateModel(
            name="LearnedWording",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("wording", models.CharField(max_length=20, verbose_name="说法")),
                ("unit", models.CharField(blank=True, max_length=10, verbose_name="单位")),
                ("indicator", models.CharField(max_length=60, verbose_name="指标")),
                (
                    "area",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="people.area",
                        verbose_name="乡镇",
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
                "ordering": ["pk"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("area", "wording", "unit"), name="wording_learned_once_per_area"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Revision",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("ordinal", models.PositiveSmallIntegerField(verbose_name="第几稿")),
                ("draft_version", models.PositiveIntegerField()),
                ("title", models.CharField(max_length=120, verbose_name="标题")),
                ("cutoff", models.DateField(verbose_name="统计截止日")),
                ("number", models.CharField(blank=True, max_length=40, verbose_name="发文字号")),
                ("signers", models.CharField(blank=True, max_length=60, verbose_name="签发人")),
                ("sealed", models.BooleanField(default=False, verbose_name="加盖印章")),
                ("text", models.TextField(verbose_name="正文（含数据标记）")),
                ("filled_text", models.TextField(verbose_name="成文")),
                ("figures", models.JSONField(verbose_name="数据")),
                ("pdf", models.BinaryField()),
                ("sha256", models.CharField(max_length=64, verbose_name="指纹")),
                (
                    "locked_at",
                    models.DateTimeField(default=django.utils.timezone.now, verbose_name="锁定时间"),
                ),
                (
                    "locked_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "report",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="revisions",
                        to="reports.annualreport",
                    ),
                ),
            ],
            options={
                "ordering": ["-ordinal"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("report", "ordinal"), name="revision_ordinal_once_per_report"
                    ),
                    models.UniqueConstraint(
                        fields=("report", "sha256"), name="revision_differs_from_the_others"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Registration",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("confirm", "发起核数"),
                            ("send", "送审"),
                            ("withdraw", "撤回"),
                            ("return", "退回修改"),
                            ("approve", "审核通过"),
                            ("deliberate", "审议"),
                            ("sign", "签发"),
                            ("submit", "报送"),
                            ("publish", "公开"),
                            ("correct", "申请更正"),
                        ],
                        max_length=14,
                        verbose_name="事项",
                    ),
                ),
                ("date", models.DateField(default=django.utils.timezone.localdate, verbose_name="日期")),
                ("who", models.CharField(blank=True, max_length=80, verbose_name="会议、签发人或报送对象")),
                ("reference", models.CharField(blank=True, max_length=200, verbose_name="文号、回执或网址")),
                ("note", models.CharField(blank=True, max_length=200, verbose_name="说明")),
                ("at", models.DateTimeField(auto_now_add=True, verbose_name="登记时间")),
                (
                    "by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "report",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="registrations",
                        to="reports.annualreport",
                    ),
                ),
                (
                    "scan",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="records.attachment",
                        verbose_name="扫描件",
                    ),
                ),
                (
                    "revision",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="reports.revision",
                    ),
                ),
            ],
            options={"ordering": ["pk"]},
        ),
        migrations.CreateModel(
            name="TypedFigure",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("wording", models.CharField(blank=True, max_length=20, verbose_name="前文")),
                ("text", models.CharField(max_length=40, verbose_name="数字")),
                ("source", models.CharField(max_length=100, verbose_name="出处")),
                ("at", models.DateTimeField(auto_now_add=True, verbose_name="时间")),
                (
                    "by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "report",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="typed_figures",
                        to="reports.annualreport",
                    ),
                ),
            ],
            options={
                "ordering": ["pk"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("report", "wording", "text"), name="typed_figure_sourced_once_per_report"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Waiver",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("check_key", models.CharField(max_length=40, verbose_name="核对项")),
                ("quote", models.CharField(blank=True, max_length=200, verbose_name="原文")),
                ("message", models.CharField(max_length=300, verbose_name="提示")),
                ("reason", models.CharField(max_length=200, verbose_name="原因")),
                ("at", models.DateTimeField(auto_now_add=True, verbose_name="时间")),
                (
                    "by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "report",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="waivers",
                        to="reports.annualreport",
                    ),
                ),
            ],
            options={
                "ordering": ["pk"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("report", "check_key", "quote", "message"),
                        name="finding_waived_once_per_report",
                    )
                ],
            },
        ),
    ]
