import django.db.models.deletion
import django.utils.timezone
import township.records.fields
import township.records.models.record
import township.records.personal_numbers
import uuid
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
            name="OutreachEvent",
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
                ("date", models.DateField(db_index=True, verbose_name="活动日期")),
                (
                    "ended_on",
                    models.DateField(
                        blank=True,
                        help_text="在同一地点连办几天的填最后一天，算一场；在几个村各办一天的，每个村录一场。",
                        null=True,
                        verbose_name="结束日期",
                    ),
                ),
                ("title", models.CharField(blank=True, max_length=120, verbose_name="活动名称")),
                (
                    "attendance",
                    township.records.fields.CountField(required=True, verbose_name="参加群众（人次）"),
                ),
                (
                    "forms",
                    township.records.fields.MultiChoiceField(
                        blank=True,
                        choices=[
                            ("stall", "设点宣传"),
                            ("lecture", "法治讲座"),
                            ("talk", "法治宣讲"),
                            ("yard", "院坝会（屋场会）"),
                            ("visit", "入户走访"),
                            ("show", "文艺演出"),
                            ("film", "法治电影"),
                            ("vehicle", "宣传车"),
                            ("broadcast", "村村响（广播）"),
                            ("quiz", "知识竞赛"),
                            ("case", "以案释法"),
                            ("checkup", "企业法治体检"),
                            ("online", "线上"),
                        ],
                        default=list,
                        max_length=200,
                        verbose_name="活动形式",
                    ),
                ),
                (
                    "part",
                    models.CharField(
                        choices=[("host", "主办"), ("cohost", "协办")],
                        default="host",
                        max_length=8,
                        verbose_name="本镇",
                    ),
                ),
                ("organiser", models.CharField(blank=True, max_length=100, verbose_name="主办、协办单位")),
                (
                    "consultations",
                    township.records.fields.CountField(
                        blank=True, null=True, verbose_name="现场咨询（人次）"
                    ),
                ),
                (
                    "banners",
                    township.records.fields.CountField(blank=True, null=True, verbose_name="横幅（条）"),
                ),
                (
                    "boards",
                    township.records.fields.CountField(blank=True, null=True, verbose_name="展板（块）"),
                ),
                (
                    "vehicles",
                    township.records.fields.CountField(blank=True, null=True, verbose_name="宣传车（台次）"),
                ),
                (
                    "staff",
                    township.records.fields.CountField(
                        blank=True, null=True, verbose_name="出动工作人员（人）"
                    ),
                ),
                (
                    "online_reads",
                    township.records.fields.CountField(
                        blank=True,
                        ceiling=100000000,
                        help_text="不与参加人次相加。",
                        null=True,
                        verbose_name="线上阅读（次）",
                    ),
                ),
                ("place", models.CharField(blank=True, max_length=60, verbose_name="地点")),
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
                    "laws",
                    models.ManyToManyField(
                        blank=True, related_name="+", to="records.law", verbose_name="宣传内容（法律）"
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
                    "other_settings",
                    models.ManyToManyField(
                        blank=True,
                        help_text="单列“兼顾”，不进合计。",
                        related_name="+",
                        to="records.schememember",
                        verbose_name="法律进（兼）",
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
                    "setting",
                    models.ForeignKey(
                        help_text="只有主进计入分项次数。",
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="records.schememember",
                        verbose_name="法律进（主）",
                    ),
                ),
                (
                    "topics",
                    models.ManyToManyField(
                        blank=True,
                        limit_choices_to={"use": "outreach"},
                        related_name="+",
                        to="records.topic",
                        verbose_name="节点、主题",
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
                    "villages",
                    models.ManyToManyField(
                        blank=True,
                        help_text="几个村联合办的，除牵头村外都选上。",
                        related_name="+",
                        to="people.area",
                        verbose_name="参与村",
                    ),
                ),
            ],
            options={
                "verbose_name": "普法活动",
                "verbose_name_plural": "普法活动",
                "ordering": ["-date", "-pk"],
                "abstract": False,
                "indexes": [
                    models.Index(fields=["keeper", "date"], name="outreach_ou_keeper__9af6c1_idx"),
                    models.Index(fields=["area", "date"], name="outreach_ou_area_id_266bd0_idx"),
                ],
                "constraints": [
                    township.records.models.record.FieldRule(
                        condition=models.Q(
                            ("date", None),
                            ("ended_on", None),
                            ("ended_on__gte", models.F("date")),
                            _connector="OR",
                        ),
                        field="ended_on",
                        message="结束日期不能早于活动日期。",
                        name="outreach_event_ends_after_start",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="MediaReport",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("position", models.PositiveSmallIntegerField(default=0, editable=False)),
                ("headline", models.CharField(max_length=100, verbose_name="标题")),
                ("outlet", models.CharField(blank=True, max_length=40, verbose_name="媒体")),
                (
                    "rank",
                    models.CharField(
                        choices=[
                            ("township", "镇"),
                            ("county", "县"),
                            ("city", "市"),
                            ("province", "省"),
                            ("nation", "国家"),
                        ],
                        default="county",
                        max_length=10,
                        verbose_name="级别",
                    ),
                ),
                ("published_on", models.DateField(blank=True, null=True, verbose_name="日期")),
                ("link", township.records.fields.WebAddressField(blank=True, verbose_name="链接")),
                (
                    "record",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="reports",
                        to="outreach.outreachevent",
                    ),
                ),
            ],
            options={
                "verbose_name": "信息报道",
                "verbose_name_plural": "信息报道",
                "ordering": ["position", "pk"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="CounselVisit",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
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
                ("date", models.DateField(db_index=True, verbose_name="服务日期")),
                (
                    "method",
                    models.CharField(
                        choices=[("on_duty", "到村值班"), ("telephone", "电话"), ("online", "线上")],
                        max_length=10,
                        verbose_name="服务方式",
                    ),
                ),
                (
                    "matters",
                    township.records.fields.MultiChoiceField(
                        blank=False,
                        choices=[
                            ("advice", "咨询"),
                            ("lecture", "讲座"),
                            ("contract", "审合同"),
                            ("village_rules", "审村规民约"),
                            ("mediation", "参与调解"),
                            ("writing", "代写文书"),
                        ],
                        default=list,
                        max_length=200,
                        verbose_name="服务事项",
                    ),
                ),
                (
                    "served",
                    township.records.fields.CountField(blank=True, null=True, verbose_name="服务人次"),
                ),
                (
                    "hours",
                    township.records.fields.QuantityField(
                        blank=True,
                        ceiling=24,
                        decimal_places=1,
                        max_digits=6,
                        null=True,
                        verbose_name="时长（小时）",
                    ),
                ),
                (
                    "summary",
                    models.TextField(
                        blank=True,
                        help_text="不写当事人姓名，用“甲、乙”代替。",
                        validators=[township.records.personal_numbers.no_personal_numbers],
                        verbose_name="简要内容",
                    ),
                ),
                (
                    "case_reference",
                    models.CharField(
                        blank=True,
                        help_text="只写案卷号或意见书编号，不写姓名。",
                        max_length=60,
                        verbose_name="关联的纠纷或审查",
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
                    "counsel",
                    models.ForeignKey(
                        help_text="例如 吴启明（某某律师事务所）。",
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="people.person",
                        verbose_name="法律顾问及单位",
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
                    "event",
                    models.ForeignKey(
                        blank=True,
                        help_text="讲座已在“普法活动”里录了的，选上那一场。",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="outreach.outreachevent",
                        verbose_name="关联普法活动",
                    ),
                ),
            ],
            options={
                "verbose_name": "法律顾问服务",
                "verbose_name_plural": "法律顾问服务",
                "ordering": ["-date", "-pk"],
                "abstract": False,
                "indexes": [
                    models.Index(fields=["keeper", "date"], name="outreach_co_keeper__16bd50_idx"),
                    models.Index(fields=["area", "date"], name="outreach_co_area_id_52e6f5_idx"),
                ],
            },
        ),
        migrations.CreateModel(
            name="OutreachMaterial",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("position", models.PositiveSmallIntegerField(default=0, editable=False)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("leaflet", "宣传资料"),
                            ("handbook", "宣传手册"),
                            ("reader", "法治读本"),
                            ("poster", "海报"),
                            ("gift", "宣传品"),
                        ],
                        default="leaflet",
                        max_length=10,
                        verbose_name="品种",
                    ),
                ),
                ("quantity", township.records.fields.CountField(required=True, verbose_name="数量")),
                (
                    "unit",
                    models.CharField(
                        choices=[("份", "份"), ("册", "册"), ("本", "本"), ("张", "张"), ("件", "件")],
                        default="份",
                        max_length=4,
                        verbose_name="单位",
                    ),
                ),
                (
                    "record",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="materials",
                        to="outreach.outreachevent",
                    ),
                ),
            ],
            options={
                "verbose_name": "发放资料",
                "verbose_name_plural": "发放资料",
                "ordering": ["position", "pk"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="PublishedItem",
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
                ("date", models.DateField(db_index=True, verbose_name="报送日期")),
                ("title", models.CharField(blank=True, max_length=120, verbose_name="标题")),
                ("sent_to", models.CharField(blank=True, max_length=40, verbose_name="报送单位")),
                (
                    "outlet",
                    models.CharField(
                        blank=True, help_text="没有采用的不填。", max_length=40, verbose_name="采用单位"
                    ),
                ),
                (
                    "rank",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("township", "镇"),
                            ("county", "县"),
                            ("city", "市"),
                            ("province", "省"),
                            ("nation", "国家"),
                        ],
                        max_length=10,
                        verbose_name="采用级别",
                    ),
                ),
                ("adopted_on", models.DateField(blank=True, null=True, verbose_name="采用日期")),
                ("link", township.records.fields.WebAddressField(blank=True, verbose_name="链接")),
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
                    "author",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="people.person",
                        verbose_name="撰稿人",
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
            ],
            options={
                "verbose_name": "信息报送",
                "verbose_name_plural": "信息报送",
                "ordering": ["-date", "-pk"],
                "abstract": False,
                "indexes": [
                    models.Index(fields=["keeper", "date"], name="outreach_pu_keeper__e47ca8_idx"),
                    models.Index(fields=["area", "date"], name="outreach_pu_area_id_579585_idx"),
                ],
                "constraints": [
                    township.records.models.record.FieldRule(
                        condition=models.Q(
                            ("date", None),
                            ("adopted_on", None),
                            ("adopted_on__gte", models.F("date")),
                            _connector="OR",
                        ),
                        field="adopted_on",
                        message="采用日期不能早于报送日期。",
                        name="published_item_adopted_after_sending",
                    ),
                    township.records.models.record.FieldRule(
                        condition=models.Q(
                            models.Q(("outlet", ""), _negated=True), ("adopted_on", None), _negated=True
                        ),
                        field="adopted_on",
                        message="填了采用单位的，请填写采用日期。",
                        name="published_item_adopted_with_date",
                    ),
                    township.records.models.record.FieldRule(
                        condition=models.Q(
                            ("outlet", ""), models.Q(("rank", ""), _negated=True), _connector="OR"
                        ),
                        field="rank",
                        message="填了采用单位的，请选择采用级别。",
                        name="published_item_adopted_with_rank",
                    ),
                    township.records.models.record.FieldRule(
                        condition=models.Q(
                            models.Q(("outlet", ""), _negated=True),
                            models.Q(("adopted_on", None), ("rank", "")),
                            _connector="OR",
                        ),
                        field="outlet",
                        message="填了采用级别或采用日期的，请填写采用单位。",
                        name="published_item_adopted_by_somebody",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Team",
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
                ("date", models.DateField(db_index=True, verbose_name="组建日期")),
                ("title", models.CharField(blank=True, max_length=120, verbose_name="队伍名称")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("outreach", "法治宣传队"),
                            ("lecturers", "普法讲师团"),
                            ("service", "法律服务小分队"),
                            ("volunteers", "普法志愿队"),
                            ("vice_principals", "法治副校长"),
                            ("mediators", "调解员队伍"),
                            ("counsel", "村（社区）法律顾问"),
                            ("other", "其他"),
                        ],
                        max_length=16,
                        verbose_name="类别",
                    ),
                ),
                (
                    "time",
                    models.CharField(
                        choices=[("full", "专职"), ("part", "兼职"), ("both", "专兼职")],
                        default="both",
                        max_length=6,
                        verbose_name="专兼职",
                    ),
                ),
                ("valid_to", models.DateField(blank=True, null=True, verbose_name="撤销日期")),
                ("document_number", models.CharField(blank=True, max_length=40, verbose_name="组建文件文号")),
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
                    "deputy",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="people.person",
                        verbose_name="副队长（法律顾问）",
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
                    "leader",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="people.person",
                        verbose_name="队长",
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
                    "villages_served",
                    models.ManyToManyField(
                        blank=True, related_name="+", to="people.area", verbose_name="服务村"
                    ),
                ),
            ],
            options={
                "verbose_name": "普法队伍",
                "verbose_name_plural": "普法队伍",
                "ordering": ["-date", "-pk"],
                "abstract": False,
                "indexes": [
                    models.Index(fields=["keeper", "date"], name="outreach_te_keeper__d85ba0_idx"),
                    models.Index(fields=["area", "date"], name="outreach_te_area_id_2af252_idx"),
                ],
                "constraints": [
                    township.records.models.record.FieldRule(
                        condition=models.Q(
                            ("date", None),
                            ("valid_to", None),
                            ("valid_to__gte", models.F("date")),
                            _connector="OR",
                        ),
                        field="valid_to",
                        message="撤销日期不能早于组建日期。",
                        name="team_closes_after_founding",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="TeamMember",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("position", models.PositiveSmallIntegerField(default=0, editable=False)),
                (
                    "time",
                    models.CharField(
                        choices=[("full", "专职"), ("part", "兼职")],
                        default="part",
                        max_length=6,
                        verbose_name="专兼职",
                    ),
                ),
                ("joined_on", models.DateField(blank=True, null=True, verbose_name="加入日期")),
                ("left_on", models.DateField(blank=True, null=True, verbose_name="退出日期")),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="people.person",
                        verbose_name="姓名",
                    ),
                ),
                (
                    "record",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="members",
                        to="outreach.team",
                    ),
                ),
            ],
            options={
                "verbose_name": "成员",
                "verbose_name_plural": "成员",
                "ordering": ["position", "pk"],
                "abstract": False,
                "constraints": [
                    township.records.models.record.FieldRule(
                        condition=models.Q(
                            ("joined_on", None),
                            ("left_on", None),
                            ("left_on__gte", models.F("joined_on")),
                            _connector="OR",
                        ),
                        field="left_on",
                        message="退出日期不能早于加入日期。",
                        name="team_member_leaves_after_joining",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="DemonstrationSite",
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
                ("date", models.DateField(db_index=True, verbose_name="申报日期")),
                ("title", models.CharField(blank=True, max_length=120, verbose_name="创建对象")),
                (
                    "programme",
                    models.CharField(
                        choices=[
                            ("village", "民主法治示范村（社区）"),
                            ("township", "法治示范乡镇"),
                            ("household", "学法用法示范户"),
                            ("venue", "法治文化阵地"),
                            ("other", "其他"),
                        ],
                        max_length=12,
                        verbose_name="项目",
                    ),
                ),
                (
                    "rank",
                    models.CharField(
                        choices=[("nation", "国家"), ("province", "省"), ("city", "市"), ("county", "县")],
                        max_length=10,
                        verbose_name="级别",
                    ),
                ),
                (
                    "stage",
                    models.CharField(
                        choices=[
                            ("applied", "申报"),
                            ("building", "创建中"),
                            ("named", "已命名"),
                            ("kept", "复核保留"),
                            ("mending", "限期整改"),
                            ("revoked", "撤销"),
                            ("cancelled", "注销"),
                        ],
                        max_length=10,
                        verbose_name="创建状态",
                    ),
                ),
                ("named_on", models.DateField(blank=True, null=True, verbose_name="命名日期")),
                ("valid_to", models.DateField(blank=True, null=True, verbose_name="撤销（注销）日期")),
                ("document_number", models.CharField(blank=True, max_length=40, verbose_name="命名文号")),
                ("named_by", models.CharField(blank=True, max_length=40, verbose_name="命名单位")),
                ("reviewed_on", models.DateField(blank=True, null=True, verbose_name="最近复核日期")),
                (
                    "conclusion",
                    models.CharField(
                        blank=True,
                        choices=[("kept", "保留"), ("revoked", "撤销"), ("cancelled", "注销")],
                        max_length=10,
                        verbose_name="复核结论",
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
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="people.office",
                        verbose_name="承办部门",
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
                "verbose_name": "法治创建",
                "verbose_name_plural": "法治创建",
                "ordering": ["-date", "-pk"],
                "abstract": False,
                "indexes": [
                    models.Index(fields=["keeper", "date"], name="outreach_de_keeper__021539_idx"),
                    models.Index(fields=["area", "date"], name="outreach_de_area_id_a213e9_idx"),
                ],
                "constraints": [
                    township.records.models.record.FieldRule(
                        condition=models.Q(
                            ("stage__in", ["named", "kept"]), ("named_on", None), _negated=True
                        ),
                        field="named_on",
                        message="已命名的请填写命名日期。",
                        name="site_named_with_date",
                    ),
                    township.records.models.record.FieldRule(
                        condition=models.Q(
                            ("stage__in", ["revoked", "cancelled"]), ("valid_to", None), _negated=True
                        ),
                        field="valid_to",
                        message="撤销或注销的请填写撤销日期。",
                        name="site_ended_with_date",
                    ),
                    township.records.models.record.FieldRule(
                        condition=models.Q(
                            ("date", None),
                            ("named_on", None),
                            ("named_on__gte", models.F("date")),
                            _connector="OR",
                        ),
                        field="named_on",
                        message="命名日期不能早于申报日期。",
                        name="site_named_after_applying",
                    ),
                    township.records.models.record.FieldRule(
                        condition=models.Q(
                            ("named_on", None),
                            ("valid_to", None),
                            ("valid_to__gte", models.F("named_on")),
                            _connector="OR",
                        ),
                        field="valid_to",
                        message="撤销日期不能早于命名日期。",
                        name="site_ends_after_naming",
                    ),
                    township.records.models.record.FieldRule(
                        condition=models.Q(
                            ("named_on", None),
                            ("reviewed_on", None),
                            ("reviewed_on__gte", models.F("named_on")),
                            _connector="OR",
                        ),
                        field="reviewed_on",
                        message="复核日期不能早于命名日期。",
                        name="site_reviewed_after_naming",
                    ),
                    township.records.models.record.FieldRule(
                        condition=models.Q(
                            models.Q(("conclusion", ""), _negated=True), ("reviewed_on", None), _negated=True
                        ),
                        field="reviewed_on",
                        message="有复核结论的请填写最近复核日期。",
                        name="site_conclusion_with_date",
                    ),
                    township.records.models.record.FieldRule(
                        condition=models.Q(
                            models.Q(("conclusion__in", ["revoked", "cancelled"]), _negated=True),
                            ("stage", models.F("conclusion")),
                            _connector="OR",
                        ),
                        field="stage",
                        message="复核结论是撤销或注销的，创建状态请选同样的一项。",
                        name="site_lost_by_review_has_lost_its_name",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="FiveItem",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
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
                ("date", models.DateField(db_index=True, verbose_name="形成日期")),
                ("year", township.records.fields.YearField(verbose_name="年度")),
                (
                    "item",
                    models.CharField(
                        choices=[
                            ("plan", "工作方案"),
                            ("materials", "宣传资料"),
                            ("events", "宣传活动"),
                            ("ledger", "工作台账"),
                            ("letter", "责任书"),
                        ],
                        max_length=12,
                        verbose_name="项目",
                    ),
                ),
                (
                    "presence",
                    models.CharField(
                        choices=[("present", "已有"), ("absent", "没有"), ("na", "不适用")],
                        max_length=8,
                        verbose_name="状态",
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
                    "handler",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="people.person",
                        verbose_name="经办人",
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
                    "responsible",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="people.office",
                        verbose_name="责任单位",
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
                    "setting",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="records.schememember",
                        verbose_name="法律进",
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
                "verbose_name": "“五有”落实",
                "verbose_name_plural": "“五有”落实",
                "ordering": ["-date", "-pk"],
                "abstract": False,
                "indexes": [
                    models.Index(fields=["keeper", "date"], name="outreach_fi_keeper__153466_idx"),
                    models.Index(fields=["area", "date"], name="outreach_fi_area_id_4f5e26_idx"),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("state", "voided"), _negated=True),
                        fields=("year", "setting", "responsible", "item"),
                        name="five_item_once_a_year",
                        violation_error_message="这一年这个单位的这一项已经登记过，请打开原来的记录修改。",
                    ),
                    township.records.models.record.FieldRule(
                        condition=models.Q(
                            models.Q(("item__in", ["events", "ledger"]), _negated=True),
                            ("presence", "na"),
                            _connector="OR",
                        ),
                        field="item",
                        message="宣传活动、工作台账由普法活动自动判定，不用登记；确实没有的，状态选“不适用”。",
                        name="five_item_not_told_by_events",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="LegalAwarePerson",
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
                ("date", models.DateField(db_index=True, verbose_name="认定日期")),
                ("title", models.CharField(max_length=30, verbose_name="姓名")),
                (
                    "identity",
                    models.CharField(
                        choices=[
                            ("cadre", "村干部"),
                            ("mediator", "人民调解员"),
                            ("grid", "网格员"),
                            ("elder", "“五老”"),
                            ("party", "党员"),
                            ("veteran", "退役军人"),
                            ("other", "其他"),
                        ],
                        max_length=10,
                        verbose_name="身份类别",
                    ),
                ),
                (
                    "standing",
                    models.CharField(
                        choices=[("serving", "在册"), ("left", "退出")],
                        default="serving",
                        max_length=8,
                        verbose_name="在册情况",
                    ),
                ),
                ("certificate_number", models.CharField(blank=True, max_length=40, verbose_name="证书编号")),
                (
                    "gender",
                    models.CharField(
                        blank=True,
                        choices=[("male", "男"), ("female", "女")],
                        max_length=8,
                        verbose_name="性别",
                    ),
                ),
                (
                    "born_in",
                    township.records.fields.MonthField(blank=True, null=True, verbose_name="出生年月"),
                ),
                (
                    "education",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("primary", "小学"),
                            ("junior", "初中"),
                            ("senior", "高中（中专）"),
                            ("college", "大专"),
                            ("bachelor", "本科及以上"),
                        ],
                        max_length=10,
                        verbose_name="文化程度",
                    ),
                ),
                ("last_trained_on", models.DateField(blank=True, null=True, verbose_name="最近培训日期")),
                ("valid_to", models.DateField(blank=True, null=True, verbose_name="退出日期")),
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
            ],
            options={
                "verbose_name": "法律明白人",
                "verbose_name_plural": "法律明白人",
                "ordering": ["-date", "-pk"],
                "abstract": False,
                "indexes": [
                    models.Index(fields=["keeper", "date"], name="outreach_le_keeper__916ab8_idx"),
                    models.Index(fields=["area", "date"], name="outreach_le_area_id_3555a5_idx"),
                ],
                "constraints": [
                    township.records.models.record.FieldRule(
                        condition=models.Q(
                            ("date", None),
                            ("valid_to", None),
                            ("valid_to__gte", models.F("date")),
                            _connector="OR",
                        ),
                        field="valid_to",
                        message="退出日期不能早于认定日期。",
                        name="legal_aware_leaves_after_joining",
                    ),
                    township.records.models.record.FieldRule(
                        condition=models.Q(("standing", "left"), ("valid_to", None), _negated=True),
                        field="valid_to",
                        message="退出的请填写退出日期。",
                        name="legal_aware_left_with_date",
                    ),
                    township.records.models.record.FieldRule(
                        condition=models.Q(("valid_to", None), ("standing", "left"), _connector="OR"),
                        field="standing",
                        message="填了退出日期的，在册情况请选“退出”。",
                        name="legal_aware_with_end_has_left",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(
                            ("standing", "serving"), models.Q(("state", "voided"), _negated=True)
                        ),
                        fields=("area", "title"),
                        name="legal_aware_once_per_village",
                        violation_error_message="这个村（社区）已有同名的在册法律明白人；确是同名的两个人，请在姓名后注明，例如 张三（二组）。",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(
                            models.Q(("certificate_number", ""), _negated=True),
                            ("standing", "serving"),
                            models.Q(("state", "voided"), _negated=True),
                        ),
                        fields=("certificate_number",),
                        name="legal_aware_certificate_once",
                        violation_error_message="这个证书编号已有别的在册法律明白人在用，请核对。",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="LegalCulturePlace",
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
                ("date", models.DateField(db_index=True, verbose_name="建成日期")),
                ("title", models.CharField(blank=True, max_length=120, verbose_name="阵地名称")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("park", "法治公园（广场）"),
                            ("corridor", "法治长廊"),
                            ("reading_room", "法治书屋"),
                            ("board", "法治宣传栏"),
                            ("other", "其他"),
                        ],
                        max_length=14,
                        verbose_name="阵地类别",
                    ),
                ),
                (
                    "standing",
                    models.CharField(
                        choices=[("in_use", "在用"), ("under_repair", "维修中"), ("closed", "停用")],
                        default="in_use",
                        max_length=14,
                        verbose_name="使用状态",
                    ),
                ),
                ("valid_to", models.DateField(blank=True, null=True, verbose_name="停用日期")),
                ("place", models.CharField(blank=True, max_length=60, verbose_name="地点")),
                (
                    "invested",
                    township.records.fields.AmountField(
                        blank=True, decimal_places=2, max_digits=14, null=True, verbose_name="建设投入（元）"
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
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="people.office",
                        verbose_name="承办部门",
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
                        verbose_name="管理责任人",
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
                "verbose_name": "法治阵地",
                "verbose_name_plural": "法治阵地",
                "ordering": ["-date", "-pk"],
                "abstract": False,
                "indexes": [
                    models.Index(fields=["keeper", "date"], name="outreach_le_keeper__ba9d5d_idx"),
                    models.Index(fields=["area", "date"], name="outreach_le_area_id_a1a058_idx"),
                ],
                "constraints": [
                    township.records.models.record.FieldRule(
                        condition=models.Q(
                            ("date", None),
                            ("valid_to", None),
                            ("valid_to__gte", models.F("date")),
                            _connector="OR",
                        ),
                        field="valid_to",
                        message="停用日期不能早于建成日期。",
                        name="culture_place_closes_after_opening",
                    ),
                    township.records.models.record.FieldRule(
                        condition=models.Q(("standing", "closed"), ("valid_to", None), _negated=True),
                        field="valid_to",
                        message="停用的请填写停用日期。",
                        name="culture_place_closed_with_date",
                    ),
                    township.records.models.record.FieldRule(
                        condition=models.Q(("valid_to", None), ("standing", "closed"), _connector="OR"),
                        field="standing",
                        message="填了停用日期的，使用状态请选“停用”。",
                        name="culture_place_with_end_is_closed",
                    ),
                ],
            },
        ),
    ]
