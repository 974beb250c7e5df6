import django.db.models.deletion
import township.records.models.record
import township.records.models.reference
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("figures", "0001_initial"),
        ("people", "0001_initial"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="CalendarItem",
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
                        max_length=40,
                        unique=True,
                        verbose_name="代号",
                    ),
                ),
                ("title", models.CharField(max_length=60, verbose_name="办什么")),
                (
                    "rhythm",
                    models.CharField(
                        choices=[("year", "每年一次"), ("quarter", "每季度"), ("month", "每月")],
                        default="year",
                        max_length=8,
                        verbose_name="多久一次",
                    ),
                ),
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
                        help_text="不选就是当月最后一天；每季度的指季度最后一个月。",
                        null=True,
                        verbose_name="最晚哪一日",
                    ),
                ),
                (
                    "shift",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("", "不调整"),
                            ("before", "提前到前一个工作日"),
                            ("after", "顺延到后一个工作日"),
                        ],
                        default="",
                        max_length=8,
                        verbose_name="遇休息日",
                    ),
                ),
                ("gives", models.CharField(blank=True, max_length=120, verbose_name="系统要给")),
                ("page", models.CharField(blank=True, max_length=60, verbose_name="在哪里办")),
                ("answered_by", models.CharField(blank=True, max_length=60, verbose_name="怎样算办了")),
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
                "verbose_name": "年度工作日历",
                "verbose_name_plural": "年度工作日历",
                "ordering": ["month", "day", "pk"],
            },
        ),
        migrations.CreateModel(
            name="CalendarEntry",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("month", models.DateField()),
                ("due_on", models.DateField(blank=True, null=True, verbose_name="最晚日期")),
                ("done_on", models.DateField(blank=True, null=True, verbose_name="办结日期")),
                ("at", models.DateTimeField(auto_now=True)),
                (
                    "area",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="people.area"
                    ),
                ),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "item",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="entries",
                        to="figures.calendaritem",
                    ),
                ),
            ],
        ),
        migrations.AddConstraint(
            model_name="calendaritem",
            constraint=township.records.models.record.FieldRule(
                condition=models.Q(
                    models.Q(("rhythm", "year"), _negated=True), ("month__isnull", False), _connector="OR"
                ),
                field="month",
                message="每年一次的，请选在几月办。",
                name="calendar_item_of_a_year_has_a_month",
            ),
        ),
        migrations.AddConstraint(
            model_name="calendaritem",
            constraint=township.records.models.record.FieldRule(
                condition=models.Q(("rhythm", "year"), ("month", None), _connector="OR"),
                field="month",
                message="每月、每季度办的，不用选月。",
                name="calendar_item_month_only_once_a_year",
            ),
        ),
        migrations.AddConstraint(
            model_name="calendarentry",
            constraint=models.UniqueConstraint(
                fields=("area", "item", "month"), name="calendar_entry_once_a_month"
            ),
        ),
    ]
