import django.db.models.deletion
import django.utils.timezone
import governance.models.resources
import township.people.sealing
import township.records.fields
import township.records.models.record
import township.records.personal_numbers
import uuid
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True
    dependencies = [("people", "0001_initial"), migrations.swappable_dependency(settings.AUTH_USER_MODEL)]
    operations = [
        migrations.CreateModel(
            name="Inspection",
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
                ("date", models.DateField(db_index=True, verbose_name="反馈日期")),
                (
                    "title",
                    models.CharField(
                        blank=True, help_text="可不填，自动生成。", max_length=120, verbose_name="名称"
                    ),
                ),
                (
                    "origin",
                    models.CharField(
                        choices=[
                            ("committee", "县委依法治县办督察"),
                            ("justice_bureau", "司法局检查"),
                            ("party", "巡察"),
                            ("audit", "审计"),
                            ("congress", "人大评议"),
                        ],
                        max_length=16,
                        verbose_name="来源",
                    ),
                ),
                ("document_number", models.CharField(blank=True, max_length=40, verbose_name="文号")),
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
                "verbose_name": "督察检查反馈",
                "verbose_name_plural": "督察检查反馈",
                "ordering": ["-date", "-pk"],
                "abstract": False,
                "indexes": [
                    models.Index(fields=["keeper", "date"], name="governance__keeper__9f0393_idx"),
                    models.Index(fields=["area", "date"], name="governance__area_id_afbf36_idx"),
                ],
            },
        ),
        migrations.CreateModel(
            name="Finding",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("position", models.PositiveSmallIntegerField(default=0, editable=False)),
                ("content", models.CharField(max_length=300, verbose_name="问题内容")),
                (
                    "stage",
                    models.CharField(
                        choices=[
                            ("not_started", "未启动"),
                            ("under_way", "整改中"),
                            ("done", "已完成待销号"),
                            ("closed", "已销号"),
                            ("lasting", "长期坚持"),
                        ],
                        default="not_started",
                        max_length=12,
                        verbose_name="整改状态",
                    ),
                ),
                ("measures", models.TextField(blank=True, verbose_name="整改措施")),
                ("due_on", models.DateField(blank=True, null=True, verbose_name="整改期限")),
                ("progress", models.TextField(blank=True, verbose_name="进展")),
                ("done_on", models.DateField(blank=True, db_index=True, null=True, verbose_name="完成日期")),
                ("recurrent", models.BooleanField(default=False, verbose_name="去年有同类问题")),
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
                    "responsible_office",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="people.office",
                        verbose_name="责任部门",
                    ),
                ),
                (
                    "record",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="findings",
                        to="governance.inspection",
                    ),
                ),
            ],
            options={
                "verbose_name": "问题与整改",
                "verbose_name_plural": "问题与整改",
                "ordering": ["position", "pk"],
                "abstract": False,
                "constraints": [
                    township.records.models.record.FieldRule(
                        condition=models.Q(
                            ("stage__in", ["done", "closed"]), ("done_on", None), _negated=True
                        ),
                        field="done_on",
                        message="已完成或已销号的，请填写完成日期。",
                        name="finding_done_with_date",
                    ),
                    township.records.models.record.FieldRule(
                        condition=models.Q(
                            ("stage__in", ["done", "closed"]), ("done_on", None), _connector="OR"
                        ),
                        field="stage",
                        message="填了完成日期，整改状态请选“已完成待销号”或“已销号”。",
                        name="finding_stage_once_done",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="LeadingGroup",
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
                ("date", models.DateField(db_index=True, verbose_name="成立日期")),
                ("title", models.CharField(blank=True, max_length=120, verbose_name="机构名称")),
                ("document_number", models.CharField(blank=True, max_length=40, verbose_name="文号")),
                (
                    "adjusted_on",
                    models.DateField(
                        blank=True,
                        help_text="人员变动发“调整”文的，改这里，不要另建一条。",
                        null=True,
                        verbose_name="最近调整日期",
                    ),
                ),
                ("tasks", models.TextField(blank=True, verbose_name="职责")),
                ("valid_to", models.DateField(blank=True, null=True, verbose_name="撤销日期")),
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
                    "deputies",
                    models.ManyToManyField(
                        blank=True, related_name="+", to="people.person", verbose_name="副组长"
                    ),
                ),
                (
                    "director",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="people.person",
                        verbose_name="办公室主任",
                    ),
                ),
                (
                    "head",
                    models.ForeignKey(
                        help_text="例如 张三（镇党委书记）。",
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="people.person",
                        verbose_name="组长及职务",
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
                    "liaison",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="people.person",
                        verbose_name="联络员",
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
                    "seat",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="people.office",
                        verbose_name="办公室设在",
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
                "verbose_name": "领导小组",
                "verbose_name_plural": "领导小组",
                "ordering": ["-date", "-pk"],
                "abstract": False,
                "indexes": [
                    models.Index(fields=["keeper", "date"], name="governance__keeper__bdcd6f_idx"),
                    models.Index(fields=["area", "date"], name="governance__area_id_73a3a8_idx"),
                ],
                "constraints": [
                    township.records.models.record.FieldRule(
                        condition=models.Q(
                            ("date", None),
                            ("adjusted_on", None),
                            ("adjusted_on__gte", models.F("date")),
                            _connector="OR",
                        ),
                        field="adjusted_on",
                        message="最近调整日期不能早于成立日期。",
                        name="leading_group_adjusted_after_founding",
                    ),
                    township.records.models.record.FieldRule(
                        condition=models.Q(
                            ("date", None),
                            ("valid_to", None),
                            ("valid_to__gte", models.F("date")),
                            _connector="OR",
                        ),
                        field="valid_to",
                        message="撤销日期不能早于成立日期。",
                        name="leading_group_closes_after_founding",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="LeadingGroupMember",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("position", models.PositiveSmallIntegerField(default=0, editable=False)),
                (
                    "part",
                    models.CharField(
                        choices=[("head", "组长"), ("deputy", "副组长"), ("member", "成员")],
                        default="member",
                        max_length=8,
                        verbose_name="组内职务",
                    ),
                ),
                ("joined_on", models.DateField(blank=True, null=True, verbose_name="开始日期")),
                ("left_on", models.DateField(blank=True, null=True, verbose_name="结束日期")),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="people.person",
                        verbose_name="姓名及职务",
                    ),
                ),
                (
                    "record",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="members",
                        to="governance.leadinggroup",
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
                        message="结束日期不能早于开始日期。",
                        name="leading_group_member_leaves_after_joining",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="LegalBudget",
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
                ("date", models.DateField(db_index=True, verbose_name="列支日期")),
                ("title", models.CharField(blank=True, max_length=120, verbose_name="项目")),
                (
                    "purpose",
                    models.CharField(
                        choices=[
                            ("outreach", "普法宣传"),
                            ("venue", "法治阵地建设"),
                            ("counsel", "法律顾问"),
                            ("mediation", "人民调解"),
                            ("enforcement", "行政执法"),
                            ("other", "其他"),
                        ],
                        max_length=12,
                        verbose_name="用途",
                    ),
                ),
                (
                    "amount",
                    township.records.fields.AmountField(
                        decimal_places=2,
                        help_text="一律填元，1 万元填 10000。",
                        max_digits=14,
                        required=True,
                        verbose_name="金额（元）",
                    ),
                ),
                (
                    "origin",
                    models.CharField(
                        choices=[
                            ("township", "镇财政"),
                            ("county", "县级财政"),
                            ("special", "上级专项"),
                            ("other", "其他"),
                        ],
                        max_length=10,
                        verbose_name="来源",
                    ),
                ),
                (
                    "year",
                    township.records.fields.YearField(
                        default=governance.models.resources.this_year, verbose_name="年份"
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
                "verbose_name": "法治经费",
                "verbose_name_plural": "法治经费",
                "ordering": ["-date", "-pk"],
                "abstract": False,
                "indexes": [
                    models.Index(fields=["keeper", "date"], name="governance__keeper__3cd358_idx"),
                    models.Index(fields=["area", "date"], name="governance__area_id_2985e6_idx"),
                ],
            },
        ),
        migrations.CreateModel(
            name="LegalProceeding",
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
                ("date", models.DateField(db_index=True, verbose_name="收到日期")),
                (
                    "title",
                    models.CharField(
                        blank=True,
                        help_text="可不填，自动生成。不写对方姓名。",
                        max_length=120,
                        validators=[township.records.personal_numbers.no_personal_numbers],
                        verbose_name="名称",
                    ),
                ),
                (
                    "note",
                    models.TextField(
                        blank=True,
                        validators=[township.records.personal_numbers.no_personal_numbers],
                        verbose_name="备注",
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("reconsideration", "行政复议"),
                            ("first", "行政诉讼一审"),
                            ("second", "行政诉讼二审"),
                            ("retrial", "行政诉讼再审"),
                            ("compensation", "行政赔偿"),
                        ],
                        max_length=16,
                        verbose_name="类型",
                    ),
                ),
                ("case_number", models.CharField(max_length=60, verbose_name="案号")),
                (
                    "standing",
                    models.CharField(
                        choices=[("respondent", "被申请人、被告"), ("third", "第三人")],
                        max_length=12,
                        verbose_name="本镇地位",
                    ),
                ),
                (
                    "act",
                    models.CharField(
                        help_text="不写对方姓名。",
                        max_length=120,
                        validators=[township.records.personal_numbers.no_personal_numbers],
                        verbose_name="被诉行为",
                    ),
                ),
                (
                    "opponent",
                    township.people.sealing.SealedTextField(
                        blank=True, help_text="加密保存。", max_length=60, verbose_name="对方"
                    ),
                ),
                ("agent", models.CharField(blank=True, max_length=60, verbose_name="代理人")),
                (
                    "hearing_on",
                    models.DateField(blank=True, db_index=True, null=True, verbose_name="开庭日期"),
                ),
                (
                    "attendance",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("attended", "出庭"),
                            ("absent", "未出庭"),
                            ("no_hearing", "未开庭，不适用"),
                        ],
                        max_length=12,
                        verbose_name="负责人出庭",
                    ),
                ),
                (
                    "result",
                    models.CharField(
                        choices=[
                            ("pending", "在审"),
                            ("upheld", "维持"),
                            ("dismissed", "驳回"),
                            ("revoked", "撤销"),
                            ("changed", "变更"),
                            ("unlawful", "确认违法"),
                            ("ordered", "责令履行"),
                            ("withdrawn", "和解撤回"),
                        ],
                        default="pending",
                        max_length=12,
                        verbose_name="结果",
                    ),
                ),
                (
                    "closed_on",
                    models.DateField(blank=True, db_index=True, null=True, verbose_name="结案日期"),
                ),
                ("lost", models.BooleanField(blank=True, null=True, verbose_name="败诉（被纠错）")),
                (
                    "performance",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("nothing_due", "无履行内容"),
                            ("under_way", "履行中"),
                            ("done", "已履行"),
                            ("not_done", "未履行"),
                        ],
                        max_length=12,
                        verbose_name="履行情况",
                    ),
                ),
                (
                    "advice",
                    models.CharField(
                        blank=True,
                        help_text="写文号或标题。",
                        max_length=120,
                        verbose_name="司法建议、复议意见书",
                    ),
                ),
                (
                    "advice_answered_on",
                    models.DateField(blank=True, null=True, verbose_name="建议（意见）回复日期"),
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
                    "attended_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="people.person",
                        verbose_name="出庭负责人",
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
                "verbose_name": "行政复议和应诉",
                "verbose_name_plural": "行政复议和应诉",
                "ordering": ["-date", "-pk"],
                "abstract": False,
                "indexes": [
                    models.Index(fields=["keeper", "date"], name="governance__keeper__83ff1e_idx"),
                    models.Index(fields=["area", "date"], name="governance__area_id_38a0d5_idx"),
                ],
                "constraints": [
                    township.records.models.record.FieldRule(
                        condition=models.Q(
                            ("date", None),
                            ("hearing_on", None),
                            ("hearing_on__gte", models.F("date")),
                            _connector="OR",
                        ),
                        field="hearing_on",
                        message="开庭日期不能早于收到日期。",
                        name="proceeding_heard_after_receipt",
                    ),
                    township.records.models.record.FieldRule(
                        condition=models.Q(
                            ("date", None),
                            ("closed_on", None),
                            ("closed_on__gte", models.F("date")),
                            _connector="OR",
                        ),
                        field="closed_on",
                        message="结案日期不能早于收到日期。",
                        name="proceeding_closed_after_receipt",
                    ),
                    township.records.models.record.FieldRule(
                        condition=models.Q(
                            models.Q(("result", "pending"), _negated=True), ("closed_on", None), _negated=True
                        ),
                        field="closed_on",
                        message="已有结果的，请填写结案日期。",
                        name="proceeding_result_with_date",
                    ),
                    township.records.models.record.FieldRule(
                        condition=models.Q(
                            models.Q(("result", "pending"), _negated=True),
                            ("closed_on", None),
                            _connector="OR",
                        ),
                        field="result",
                        message="填了结案日期，请选择结果；还在审的请去掉结案日期。",
                        name="proceeding_date_with_result",
                    ),
                    township.records.models.record.FieldRule(
                        condition=models.Q(
                            ("lost", None),
                            ("lost", False),
                            models.Q(("result", "pending"), _negated=True),
                            _connector="OR",
                        ),
                        field="lost",
                        message="还在审的，不能填败诉（被纠错）。",
                        name="proceeding_lost_once_closed",
                    ),
                    township.records.models.record.FieldRule(
                        condition=models.Q(
                            ("attendance__in", ["attended", "absent"]), ("hearing_on", None), _negated=True
                        ),
                        field="hearing_on",
                        message="填了是否出庭的，请填写开庭日期；没有开庭的选“未开庭，不适用”。",
                        name="proceeding_attended_a_hearing",
                    ),
                    township.records.models.record.FieldRule(
                        condition=models.Q(
                            ("date", None),
                            ("advice_answered_on", None),
                            ("advice_answered_on__gte", models.F("date")),
                            _connector="OR",
                        ),
                        field="advice_answered_on",
                        message="回复日期不能早于收到日期。",
                        name="proceeding_advice_answered_after_receipt",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="MatterList",
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
                ("date", models.DateField(db_index=True, verbose_name="公布日期")),
                ("title", models.CharField(blank=True, max_length=120, verbose_name="清单名称")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("powers", "权责清单"),
                            ("duties", "履职事项清单"),
                            ("enforcement", "执法事项清单"),
                            ("other", "其他清单"),
                        ],
                        max_length=12,
                        verbose_name="类别",
                    ),
                ),
                (
                    "year",
                    township.records.fields.YearField(
                        default=governance.models.resources.this_year, verbose_name="年份"
                    ),
                ),
                (
                    "matters",
                    township.records.fields.CountField(ceiling=10000, required=True, verbose_name="项数"),
                ),
                (
                    "added",
                    township.records.fields.CountField(
                        blank=True, ceiling=10000, null=True, verbose_name="比上一版新增（项）"
                    ),
                ),
                (
                    "removed",
                    township.records.fields.CountField(
                        blank=True, ceiling=10000, null=True, verbose_name="比上一版减少（项）"
                    ),
                ),
                (
                    "valid_to",
                    models.DateField(
                        blank=True,
                        help_text="换了新清单的，在旧清单上填换下的日期，免得两版都计。",
                        null=True,
                        verbose_name="停用日期",
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
                "verbose_name": "事项清单",
                "verbose_name_plural": "事项清单",
                "ordering": ["-date", "-pk"],
                "abstract": False,
                "indexes": [
                    models.Index(fields=["keeper", "date"], name="governance__keeper__aecba3_idx"),
                    models.Index(fields=["area", "date"], name="governance__area_id_376f5e_idx"),
                ],
                "constraints": [
                    township.records.models.record.FieldRule(
                        condition=models.Q(
                            ("added", None),
                            ("matters", None),
                            ("added__lte", models.F("matters")),
                            _connector="OR",
                        ),
                        field="added",
                        message="新增的项数不能多于清单项数。",
                        name="matter_list_added_of_all",
                    ),
                    township.records.models.record.FieldRule(
                        condition=models.Q(
                            ("date", None),
                            ("valid_to", None),
                            ("valid_to__gte", models.F("date")),
                            _connector="OR",
                        ),
                        field="valid_to",
                        message="停用日期不能早于公布日期。",
                        name="matter_list_ends_after_start",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Meeting",
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
                ("date", models.DateField(db_index=True, verbose_name="日期")),
                ("title", models.CharField(blank=True, max_length=120, verbose_name="会议名称")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("party_committee", "党委会议"),
                            ("joint_session", "党政联席会议"),
                            ("office_meeting", "镇长办公会议"),
                            ("leading_group", "依法治镇领导小组（委员会）会议"),
                            ("liaison", "联席会议"),
                            ("dedicated", "法治专题会议"),
                            ("progress", "工作推进会"),
                            ("coordination", "部门协调会"),
                        ],
                        max_length=16,
                        verbose_name="会议类别",
                    ),
                ),
                (
                    "dedicated",
                    models.BooleanField(
                        default=False,
                        help_text="整场只议法治才勾选；党委会里有一个法治议题的不勾选。",
                        verbose_name="专题会议",
                    ),
                ),
                (
                    "present",
                    township.records.fields.CountField(blank=True, null=True, verbose_name="出席人数"),
                ),
                (
                    "observers",
                    township.records.fields.CountField(blank=True, null=True, verbose_name="列席人数"),
                ),
                ("justice_office_present", models.BooleanField(default=False, verbose_name="司法所列席")),
                ("counsel_present", models.BooleanField(default=False, verbose_name="法律顾问列席")),
                (
                    "preceded_by_study",
                    models.BooleanField(
                        default=False,
                        help_text="这里只作标记，不会自动生成记录；会前学法请另在“学法活动”里录一条，才计入会前学法次数。",
                        verbose_name="会前学法",
                    ),
                ),
                ("minutes_number", models.CharField(blank=True, max_length=40, verbose_name="纪要文号")),
                (
                    "minutes_kept_at",
                    models.CharField(
                        blank=True,
                        help_text="原件不外传的，写明存放处，例如 存党政办，编号××。",
                        max_length=60,
                        verbose_name="会议记录存放",
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
                    "chair",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="people.person",
                        verbose_name="主持人",
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
                "verbose_name": "法治建设会议",
                "verbose_name_plural": "法治建设会议",
                "ordering": ["-date", "-pk"],
                "abstract": False,
                "indexes": [
                    models.Index(fields=["keeper", "date"], name="governance__keeper__0024f2_idx"),
                    models.Index(fields=["area", "date"], name="governance__area_id_aefd6c_idx"),
                ],
            },
        ),
        migrations.CreateModel(
            name="LegalReview",
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
                ("date", models.DateField(db_index=True, verbose_name="送审日期")),
                ("title", models.CharField(blank=True, max_length=120, verbose_name="事项名称")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("normative_document", "行政规范性文件"),
                            ("decision", "重大行政决策"),
                            ("contract", "行政合同"),
                            ("enforcement", "重大执法决定法制审核"),
                            ("village_rules", "村规民约"),
                            ("petition", "信访突出问题处理"),
                            ("other", "其他重大事项"),
                        ],
                        max_length=20,
                        verbose_name="事项类别",
                    ),
                ),
                (
                    "method",
                    models.CharField(
                        choices=[
                            ("justice_office", "司法所审查"),
                            ("counsel", "法律顾问审查"),
                            ("county", "报县司法局审查"),
                        ],
                        max_length=16,
                        verbose_name="审查方式",
                    ),
                ),
                ("issued_on", models.DateField(blank=True, null=True, verbose_name="出具日期")),
                (
                    "conclusion",
                    models.CharField(
                        blank=True,
                        choices=[("lawful", "合法"), ("amended", "修改后通过"), ("unlawful", "不合法")],
                        max_length=10,
                        verbose_name="结论",
                    ),
                ),
                (
                    "opinions",
                    township.records.fields.CountField(
                        blank=True, help_text="没有意见填 0。", null=True, verbose_name="意见条数"
                    ),
                ),
                ("opinion_number", models.CharField(blank=True, max_length=40, verbose_name="意见书编号")),
                (
                    "adoption",
                    models.CharField(
                        blank=True,
                        choices=[("full", "全部采纳"), ("partial", "部分采纳"), ("none", "未采纳")],
                        max_length=8,
                        verbose_name="采纳情况",
                    ),
                ),
                ("adoption_reason", models.CharField(blank=True, max_length=200, verbose_name="未采纳理由")),
                (
                    "rounds",
                    township.records.fields.CountField(
                        ceiling=50,
                        default=1,
                        help_text="同一事项审了两稿填 2，仍是一件。",
                        required=True,
                        verbose_name="审查次数",
                    ),
                ),
                (
                    "contract_amount",
                    township.records.fields.AmountField(
                        blank=True, decimal_places=2, max_digits=14, null=True, verbose_name="合同金额（元）"
                    ),
                ),
                (
                    "competition",
                    models.CharField(
                        blank=True,
                        choices=[("reviewed", "已审"), ("not_concerned", "不涉及")],
                        max_length=14,
                        verbose_name="公平竞争审查",
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
                    "reviewer",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="people.person",
                        verbose_name="审查人",
                    ),
                ),
                (
                    "submitter",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="people.office",
                        verbose_name="送审部门",
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
                    "meeting",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="governance.meeting",
                        verbose_name="议定会议",
                    ),
                ),
            ],
            options={
                "verbose_name": "合法性审查",
                "verbose_name_plural": "合法性审查",
                "ordering": ["-date", "-pk"],
                "abstract": False,
                "indexes": [
                    models.Index(fields=["keeper", "date"], name="governance__keeper__d39d18_idx"),
                    models.Index(fields=["area", "date"], name="governance__area_id_253a03_idx"),
                ],
                "constraints": [
                    township.records.models.record.FieldRule(
                        condition=models.Q(
                            ("date", None),
                            ("issued_on", None),
                            ("issued_on__gte", models.F("date")),
                            _connector="OR",
                        ),
                        field="issued_on",
                        message="出具日期不能早于送审日期。",
                        name="legal_review_issued_after_submission",
                    ),
                    township.records.models.record.FieldRule(
                        condition=models.Q(("adoption", "none"), ("adoption_reason", ""), _negated=True),
                        field="adoption_reason",
                        message="意见未采纳的请写明理由。",
                        name="legal_review_refusal_has_reason",
                    ),
                    township.records.models.record.FieldRule(
                        condition=models.Q(("rounds__gte", 1)),
                        field="rounds",
                        message="审查次数至少是 1。",
                        name="legal_review_at_least_once",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="AgendaItem",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("position", models.PositiveSmallIntegerField(default=0, editable=False)),
                ("subject", models.CharField(max_length=120, verbose_name="议题")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("study", "传达学习"),
                            ("deployment", "研究部署"),
                            ("briefing", "听取汇报"),
                            ("problem", "研究重点难点"),
                            ("report", "审议报告"),
                            ("document", "审议文件"),
                        ],
                        default="deployment",
                        max_length=12,
                        verbose_name="类型",
                    ),
                ),
                ("decision", models.CharField(blank=True, max_length=200, verbose_name="决定事项")),
                ("due_on", models.DateField(blank=True, null=True, verbose_name="期限")),
                ("progress", models.CharField(blank=True, max_length=200, verbose_name="落实情况")),
                (
                    "responsible",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="people.office",
                        verbose_name="责任部门",
                    ),
                ),
                (
                    "record",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="agenda",
                        to="governance.meeting",
                    ),
                ),
            ],
            options={
                "verbose_name": "法治议题",
                "verbose_name_plural": "法治议题",
                "ordering": ["position", "pk"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="NormativeDocument",
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
                (
                    "date",
                    models.DateField(
                        db_index=True,
                        help_text="开始起草或清理的日子；统计按印发日期。",
                        verbose_name="起草（清理）日期",
                    ),
                ),
                ("title", models.CharField(blank=True, max_length=120, verbose_name="名称")),
                (
                    "action",
                    models.CharField(
                        choices=[
                            ("enact", "制定"),
                            ("amend", "修改"),
                            ("repeal", "废止"),
                            ("lapse", "宣布失效"),
                            ("cleanup", "清理"),
                        ],
                        max_length=8,
                        verbose_name="动作",
                    ),
                ),
                ("document_number", models.CharField(blank=True, max_length=40, verbose_name="文号")),
                ("heard_from", models.DateField(blank=True, null=True, verbose_name="征求意见开始")),
                ("heard_to", models.DateField(blank=True, null=True, verbose_name="征求意见结束")),
                (
                    "competition",
                    models.CharField(
                        blank=True,
                        choices=[("reviewed", "已审"), ("not_concerned", "不涉及")],
                        max_length=14,
                        verbose_name="公平竞争审查",
                    ),
                ),
                (
                    "issued_on",
                    models.DateField(blank=True, db_index=True, null=True, verbose_name="印发日期"),
                ),
                ("effective_on", models.DateField(blank=True, null=True, verbose_name="施行日期")),
                (
                    "valid_to",
                    models.DateField(
                        blank=True,
                        help_text="被废止或宣布失效的，改为最后有效的那一天。",
                        null=True,
                        verbose_name="有效期至",
                    ),
                ),
                ("filed_on", models.DateField(blank=True, null=True, verbose_name="备案日期")),
                ("filing_number", models.CharField(blank=True, max_length=40, verbose_name="备案号")),
                ("published_on", models.DateField(blank=True, null=True, verbose_name="公开日期")),
                ("link", township.records.fields.WebAddressField(blank=True, verbose_name="公开链接")),
                (
                    "conclusion",
                    models.CharField(
                        blank=True,
                        choices=[("keep", "继续有效"), ("amend", "修改"), ("repeal", "废止")],
                        max_length=8,
                        verbose_name="清理结论",
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
                    "drafter",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="people.office",
                        verbose_name="起草部门",
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
                    "legal_review",
                    models.ForeignKey(
                        blank=True,
                        limit_choices_to={"kind": "normative_document"},
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="governance.legalreview",
                        verbose_name="合法性审核",
                    ),
                ),
                (
                    "meeting",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="governance.meeting",
                        verbose_name="集体讨论",
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
                "verbose_name": "行政规范性文件",
                "verbose_name_plural": "行政规范性文件",
                "ordering": ["-date", "-pk"],
                "abstract": False,
                "indexes": [
                    models.Index(fields=["keeper", "date"], name="governance__keeper__d218e4_idx"),
                    models.Index(fields=["area", "date"], name="governance__area_id_c3ce86_idx"),
                ],
                "constraints": [
                    township.records.models.record.FieldRule(
                        condition=models.Q(
                            ("heard_from", None),
                            ("heard_to", None),
                            ("heard_to__gte", models.F("heard_from")),
                            _connector="OR",
                        ),
                        field="heard_to",
                        message="征求意见结束日期不能早于开始日期。",
                        name="normative_document_heard_in_order",
                    ),
                    township.records.models.record.FieldRule(
                        condition=models.Q(
                            ("date", None),
                            ("issued_on", None),
                            ("issued_on__gte", models.F("date")),
                            _connector="OR",
                        ),
                        field="issued_on",
                        message="印发日期不能早于起草（清理）日期。",
                        name="normative_document_issued_after_drafting",
                    ),
                    township.records.models.record.FieldRule(
                        condition=models.Q(
                            ("issued_on", None),
                            ("valid_to", None),
                            ("valid_to__gte", models.F("issued_on")),
                            _connector="OR",
                        ),
                        field="valid_to",
                        message="有效期不能在印发日期之前截止。",
                        name="normative_document_ends_after_issue",
                    ),
                    township.records.models.record.FieldRule(
                        condition=models.Q(("filed_on__isnull", False), ("issued_on", None), _negated=True),
                        field="issued_on",
                        message="已备案的，请填写印发日期。",
                        name="normative_document_filed_once_issued",
                    ),
                    township.records.models.record.FieldRule(
                        condition=models.Q(
                            ("issued_on", None),
                            ("filed_on", None),
                            ("filed_on__gte", models.F("issued_on")),
                            _connector="OR",
                        ),
                        field="filed_on",
                        message="备案日期不能早于印发日期。",
                        name="normative_document_filed_after_issue",
                    ),
                    township.records.models.record.FieldRule(
                        condition=models.Q(
                            ("issued_on", None),
                            ("published_on", None),
                            ("published_on__gte", models.F("issued_on")),
                            _connector="OR",
                        ),
                        field="published_on",
                        message="公开日期不能早于印发日期。",
                        name="normative_document_public_after_issue",
                    ),
                    township.records.models.record.FieldRule(
                        condition=models.Q(("action", "cleanup"), ("conclusion", ""), _connector="OR"),
                        field="conclusion",
                        message="只有动作是“清理”的才选清理结论。",
                        name="normative_document_conclusion_of_cleanup",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="OfficerCertificate",
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
                ("date", models.DateField(db_index=True, verbose_name="到执法岗位日期")),
                (
                    "stage",
                    models.CharField(
                        choices=[
                            ("certified", "持证在岗"),
                            ("exam", "待考"),
                            ("waiting", "已考待发"),
                            ("left", "离岗"),
                            ("cancelled", "注销"),
                        ],
                        max_length=10,
                        verbose_name="证件状态",
                    ),
                ),
                ("number", models.CharField(blank=True, max_length=40, verbose_name="证号")),
                (
                    "issued_on",
                    models.DateField(blank=True, db_index=True, null=True, verbose_name="发证日期"),
                ),
                ("expires_on", models.DateField(blank=True, null=True, verbose_name="有效期至")),
                (
                    "employment",
                    models.CharField(
                        blank=True,
                        choices=[("civil", "行政编制"), ("public", "事业编制"), ("other", "其他")],
                        max_length=8,
                        verbose_name="编制性质",
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("enforcement", "行政执法证"),
                            ("supervision", "行政执法监督证"),
                            ("trade", "部门专用执法证"),
                        ],
                        default="enforcement",
                        max_length=12,
                        verbose_name="证件种类",
                    ),
                ),
                (
                    "domain",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("land", "自然资源"),
                            ("farming", "农业农村"),
                            ("construction", "城乡建设"),
                            ("ecology", "生态环境"),
                            ("emergency", "应急"),
                            ("other", "其他"),
                        ],
                        max_length=12,
                        verbose_name="执法领域",
                    ),
                ),
                (
                    "training_hours",
                    township.records.fields.QuantityField(
                        blank=True, decimal_places=1, max_digits=6, null=True, verbose_name="本年培训学时"
                    ),
                ),
                ("legal_reviewer", models.BooleanField(default=False, verbose_name="法制审核人员")),
                ("valid_to", models.DateField(blank=True, null=True, verbose_name="离岗（注销）日期")),
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
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="people.person",
                        verbose_name="姓名",
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
                    "unit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="people.office",
                        verbose_name="所在部门",
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
                "verbose_name": "行政执法证",
                "verbose_name_plural": "行政执法证",
                "ordering": ["-date", "-pk"],
                "abstract": False,
                "indexes": [
                    models.Index(fields=["keeper", "date"], name="governance__keeper__da44b8_idx"),
                    models.Index(fields=["area", "date"], name="governance__area_id_858b22_idx"),
                ],
                "constraints": [
                    township.records.models.record.FieldRule(
                        condition=models.Q(("stage", "certified"), ("issued_on", None), _negated=True),
                        field="issued_on",
                        message="持证在岗的请填写发证日期；还没有发证的，状态选“待考”或“已考待发”。",
                        name="certificate_certified_with_date",
                    ),
                    township.records.models.record.FieldRule(
                        condition=models.Q(
                            models.Q(("stage__in", ["exam", "waiting"]), _negated=True),
                            ("issued_on", None),
                            _connector="OR",
                        ),
                        field="stage",
                        message="已填发证日期的，证件状态请选“持证在岗”。",
                        name="certificate_stage_once_issued",
                    ),
                    township.records.models.record.FieldRule(
                        condition=models.Q(
                            ("stage__in", ["left", "cancelled"]), ("valid_to", None), _negated=True
                        ),
                        field="valid_to",
                        message="离岗或注销的请填写离岗（注销）日期。",
                        name="certificate_ended_with_date",
                    ),
                    township.records.models.record.FieldRule(
                        condition=models.Q(
                            ("stage__in", ["left", "cancelled"]), ("valid_to", None), _connector="OR"
                        ),
                        field="stage",
                        message="已填离岗（注销）日期的，证件状态请选“离岗”或“注销”。",
                        name="certificate_stage_once_ended",
                    ),
                    township.records.models.record.FieldRule(
                        condition=models.Q(
                            ("issued_on", None),
                            ("expires_on", None),
                            ("expires_on__gte", models.F("issued_on")),
                            _connector="OR",
                        ),
                        field="expires_on",
                        message="有效期不能在发证日期之前截止。",
                        name="certificate_expires_after_issue",
                    ),
                    township.records.models.record.FieldRule(
                        condition=models.Q(
                            ("date", None),
                            ("valid_to", None),
                            ("valid_to__gte", models.F("date")),
                            _connector="OR",
                        ),
                        field="valid_to",
                        message="离岗日期不能早于到岗日期。",
                        name="certificate_ends_after_it_begins",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="EnforcementCase",
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
                    "date",
                    models.DateField(db_index=True, help_text="当场处罚的填当天。", verbose_name="立案日期"),
                ),
                (
                    "title",
                    models.CharField(
                        blank=True,
                        help_text="写违法行为，不写当事人姓名。",
                        max_length=120,
                        validators=[township.records.personal_numbers.no_personal_numbers],
                        verbose_name="案由",
                    ),
                ),
                (
                    "note",
                    models.TextField(
                        blank=True,
                        validators=[township.records.personal_numbers.no_personal_numbers],
                        verbose_name="备注",
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("penalty", "行政处罚"),
                            ("coercion", "行政强制"),
                            ("correction", "责令改正"),
                            ("licence", "行政许可"),
                        ],
                        max_length=12,
                        verbose_name="类型",
                    ),
                ),
                (
                    "domain",
                    models.CharField(
                        choices=[
                            ("land", "自然资源"),
                            ("farming", "农业农村"),
                            ("construction", "城乡建设"),
                            ("ecology", "生态环境"),
                            ("emergency", "应急"),
                            ("other", "其他"),
                        ],
                        max_length=12,
                        verbose_name="领域",
                    ),
                ),
                (
                    "subject",
                    models.CharField(
                        choices=[
                            ("person", "个人"),
                            ("trader", "个体工商户"),
                            ("enterprise", "企业"),
                            ("other", "其他"),
                        ],
                        max_length=12,
                        verbose_name="对象类型",
                    ),
                ),
                (
                    "subject_name",
                    township.people.sealing.SealedTextField(
                        blank=True, help_text="加密保存。", max_length=60, verbose_name="对象名称"
                    ),
                ),
                (
                    "procedure",
                    models.CharField(
                        choices=[("summary", "简易程序"), ("ordinary", "普通程序")],
                        max_length=10,
                        verbose_name="程序",
                    ),
                ),
                (
                    "decided_on",
                    models.DateField(blank=True, db_index=True, null=True, verbose_name="决定日期"),
                ),
                ("decision_number", models.CharField(blank=True, max_length=40, verbose_name="决定书文号")),
                ("first_offence", models.BooleanField(default=False, verbose_name="首违不罚")),
                (
                    "penalties",
                    township.records.fields.MultiChoiceField(
                        blank=True,
                        choices=[
                            ("warning", "警告、通报批评"),
                            ("fine", "罚款"),
                            ("confiscation", "没收违法所得、非法财物"),
                            ("permit", "暂扣、吊销许可证件"),
                            ("business", "责令停产停业、限制经营"),
                            ("other", "其他"),
                        ],
                        default=list,
                        max_length=200,
                        verbose_name="处罚种类",
                    ),
                ),
                (
                    "heaviest",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("warning", "警告、通报批评"),
                            ("fine", "罚款"),
                            ("confiscation", "没收违法所得、非法财物"),
                            ("permit", "暂扣、吊销许可证件"),
                            ("business", "责令停产停业、限制经营"),
                            ("other", "其他"),
                        ],
                        editable=False,
                        max_length=12,
                        verbose_name="最重的处罚",
                    ),
                ),
                (
                    "fine",
                    township.records.fields.AmountField(
                        blank=True,
                        decimal_places=2,
                        help_text="以决定书为准，不看实缴。",
                        max_digits=14,
                        null=True,
                        verbose_name="罚款（元）",
                    ),
                ),
                (
                    "confiscated",
                    township.records.fields.AmountField(
                        blank=True, decimal_places=2, max_digits=14, null=True, verbose_name="没收（元）"
                    ),
                ),
                (
                    "amount",
                    township.records.fields.AmountField(
                        blank=True,
                        decimal_places=2,
                        editable=False,
                        max_digits=14,
                        null=True,
                        verbose_name="罚没金额（元）",
                    ),
                ),
                (
                    "execution",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("pending", "履行期内"),
                            ("done", "已履行"),
                            ("partly", "部分履行"),
                            ("court", "申请法院强制执行"),
                            ("not_done", "未履行"),
                        ],
                        max_length=10,
                        verbose_name="执行情况",
                    ),
                ),
                ("hearing", models.BooleanField(default=False, verbose_name="听证")),
                ("published_on", models.DateField(blank=True, null=True, verbose_name="公示日期")),
                ("link", township.records.fields.WebAddressField(blank=True, verbose_name="公示链接")),
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
                    "legal_review",
                    models.ForeignKey(
                        blank=True,
                        limit_choices_to={"kind": "enforcement"},
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="governance.legalreview",
                        verbose_name="法制审核",
                    ),
                ),
                (
                    "officers",
                    models.ManyToManyField(
                        blank=True,
                        help_text="从“行政执法证”里选，至少两人。",
                        related_name="+",
                        to="governance.officercertificate",
                        verbose_name="执法人员及证号",
                    ),
                ),
            ],
            options={
                "verbose_name": "行政执法案件",
                "verbose_name_plural": "行政执法案件",
                "ordering": ["-date", "-pk"],
                "abstract": False,
                "indexes": [
                    models.Index(fields=["keeper", "date"], name="governance__keeper__4fefa0_idx"),
                    models.Index(fields=["area", "date"], name="governance__area_id_573385_idx"),
                ],
                "constraints": [
                    township.records.models.record.FieldRule(
                        condition=models.Q(
                            ("date", None),
                            ("decided_on", None),
                            ("decided_on__gte", models.F("date")),
                            _connector="OR",
                        ),
                        field="decided_on",
                        message="决定日期不能早于立案日期；当场处罚的，两个日期填同一天。",
                        name="enforcement_decided_after_filing",
                    ),
                    township.records.models.record.FieldRule(
                        condition=models.Q(
                            ("published_on__isnull", False), ("decided_on", None), _negated=True
                        ),
                        field="decided_on",
                        message="已公示的，请填写决定日期。",
                        name="enforcement_public_once_decided",
                    ),
                    township.records.models.record.FieldRule(
                        condition=models.Q(
                            ("decided_on", None),
                            ("published_on", None),
                            ("published_on__gte", models.F("decided_on")),
                            _connector="OR",
                        ),
                        field="published_on",
                        message="公示日期不能早于决定日期。",
                        name="enforcement_public_after_decision",
                    ),
                    township.records.models.record.FieldRule(
                        condition=models.Q(
                            models.Q(("first_offence", False), ("kind", "penalty")),
                            ("penalties", ""),
                            _connector="OR",
                        ),
                        field="penalties",
                        message="只有行政处罚才选处罚种类；首违不罚的不选。",
                        name="enforcement_penalties_of_a_penalty",
                    ),
                    township.records.models.record.FieldRule(
                        condition=models.Q(("kind", "penalty"), ("first_offence", False), _connector="OR"),
                        field="first_offence",
                        message="“首违不罚”只用于类型是行政处罚的案件。",
                        name="enforcement_first_offence_of_a_penalty",
                    ),
                    township.records.models.record.FieldRule(
                        condition=models.Q(
                            ("penalties__contains", ",fine,"),
                            ("decided_on__isnull", False),
                            ("fine", None),
                            _negated=True,
                        ),
                        field="fine",
                        message="处罚种类里有罚款的，请填写罚款金额。",
                        name="enforcement_fine_with_amount",
                    ),
                    township.records.models.record.FieldRule(
                        condition=models.Q(
                            ("fine", None), ("fine", 0), ("penalties__contains", ",fine,"), _connector="OR"
                        ),
                        field="fine",
                        message="填了罚款金额的，处罚种类里请选上“罚款”。",
                        name="enforcement_fine_among_penalties",
                    ),
                    township.records.models.record.FieldRule(
                        condition=models.Q(
                            ("confiscated", None),
                            ("confiscated", 0),
                            ("penalties__contains", ",confiscation,"),
                            _connector="OR",
                        ),
                        field="confiscated",
                        message="填了没收金额的，处罚种类里请选上“没收违法所得、非法财物”。",
                        name="enforcement_confiscation_among_penalties",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ResponsibilityLetter",
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
                ("date", models.DateField(db_index=True, verbose_name="签订日期")),
                ("title", models.CharField(blank=True, max_length=120, verbose_name="名称")),
                (
                    "year",
                    township.records.fields.YearField(
                        default=governance.models.resources.this_year, verbose_name="年度"
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("law", "法治建设"),
                            ("outreach", "普法"),
                            ("safety", "平安建设"),
                            ("other", "其他"),
                        ],
                        max_length=10,
                        verbose_name="类别",
                    ),
                ),
                (
                    "partner",
                    models.CharField(
                        choices=[
                            ("village", "村（社区）"),
                            ("office", "部门"),
                            ("school", "学校"),
                            ("enterprise", "企业"),
                        ],
                        max_length=12,
                        verbose_name="签订对象",
                    ),
                ),
                (
                    "partner_name",
                    models.CharField(
                        help_text="例如 各村（社区）、中心学校。", max_length=100, verbose_name="对象名称"
                    ),
                ),
                (
                    "copies",
                    township.records.fields.CountField(
                        ceiling=1000,
                        default=1,
                        help_text="一式两份算 1 份。",
                        required=True,
                        verbose_name="份数",
                    ),
                ),
                ("expires_on", models.DateField(blank=True, null=True, verbose_name="到期日")),
                (
                    "result",
                    models.CharField(
                        blank=True,
                        choices=[("excellent", "优秀"), ("passed", "合格"), ("failed", "不合格")],
                        max_length=10,
                        verbose_name="考核结果",
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
                "verbose_name": "责任书",
                "verbose_name_plural": "责任书",
                "ordering": ["-date", "-pk"],
                "abstract": False,
                "indexes": [
                    models.Index(fields=["keeper", "date"], name="governance__keeper__9a3977_idx"),
                    models.Index(fields=["area", "date"], name="governance__area_id_e8f212_idx"),
                ],
                "constraints": [
                    township.records.models.record.FieldRule(
                        condition=models.Q(("copies__gte", 1)),
                        field="copies",
                        message="份数至少是 1。",
                        name="letter_at_least_one",
                    ),
                    township.records.models.record.FieldRule(
                        condition=models.Q(
                            ("date", None),
                            ("expires_on", None),
                            ("expires_on__gte", models.F("date")),
                            _connector="OR",
                        ),
                        field="expires_on",
                        message="到期日不能早于签订日期。",
                        name="letter_expires_after_signing",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="SatisfactionSurvey",
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
                ("date", models.DateField(db_index=True, verbose_name="测评日期")),
                ("title", models.CharField(blank=True, max_length=120, verbose_name="测评名称")),
                ("organiser", models.CharField(blank=True, max_length=60, verbose_name="组织单位")),
                (
                    "sample",
                    township.records.fields.CountField(
                        help_text="收回的有效问卷或应答数。", required=True, verbose_name="样本数（份）"
                    ),
                ),
                (
                    "satisfied",
                    township.records.fields.CountField(
                        help_text="满意和基本满意的；只通报了比例的，按样本数折算成份数。",
                        required=True,
                        verbose_name="满意数（份）",
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
                "verbose_name": "法治满意度测评",
                "verbose_name_plural": "法治满意度测评",
                "ordering": ["-date", "-pk"],
                "abstract": False,
                "indexes": [
                    models.Index(fields=["keeper", "date"], name="governance__keeper__bdfc47_idx"),
                    models.Index(fields=["area", "date"], name="governance__area_id_dfd0a5_idx"),
                ],
                "constraints": [
                    township.records.models.record.FieldRule(
                        condition=models.Q(
                            ("satisfied", None),
                            ("sample", None),
                            ("satisfied__lte", models.F("sample")),
                            _connector="OR",
                        ),
                        field="satisfied",
                        message="满意数不能多于样本数。",
                        name="survey_satisfied_of_sample",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="ServiceMonth",
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
                ("date", township.records.fields.MonthField(db_index=True, verbose_name="月份")),
                (
                    "kind",
                    models.CharField(
                        choices=[("licence", "行政许可"), ("service", "政务服务")],
                        max_length=10,
                        verbose_name="类型",
                    ),
                ),
                (
                    "received",
                    township.records.fields.CountField(
                        ceiling=1000000, required=True, verbose_name="受理（件）"
                    ),
                ),
                (
                    "finished",
                    township.records.fields.CountField(
                        blank=True,
                        ceiling=1000000,
                        help_text="本月受理的里面已经办结的。",
                        null=True,
                        verbose_name="其中已办结（件）",
                    ),
                ),
                (
                    "online",
                    township.records.fields.CountField(
                        blank=True, ceiling=1000000, null=True, verbose_name="其中网上办理（件）"
                    ),
                ),
                (
                    "self_service",
                    township.records.fields.CountField(
                        blank=True,
                        ceiling=1000000,
                        help_text="自助终端的，不与件数相加。",
                        null=True,
                        verbose_name="自助服务（人次）",
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
                "verbose_name": "政务服务办件",
                "verbose_name_plural": "政务服务办件",
                "ordering": ["-date", "-pk"],
                "abstract": False,
                "indexes": [
                    models.Index(fields=["keeper", "date"], name="governance__keeper__c3e616_idx"),
                    models.Index(fields=["area", "date"], name="governance__area_id_05b88d_idx"),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("state", "voided"), _negated=True),
                        fields=("date", "area", "office", "kind"),
                        name="service_month_once",
                        violation_error_message="这个月的这一项已经汇总过，请打开原来的记录修改。",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(models.Q(("state", "voided"), _negated=True), ("office", None)),
                        fields=("date", "area", "kind"),
                        name="service_month_once_without_office",
                        violation_error_message="这个月的这一项已经汇总过，请打开原来的记录修改。",
                    ),
                    township.records.models.record.FieldRule(
                        condition=models.Q(
                            ("finished", None),
                            ("received", None),
                            ("finished__lte", models.F("received")),
                            _connector="OR",
                        ),
                        field="finished",
                        message="办结件数不能多于受理件数。",
                        name="service_month_finished_of_received",
                    ),
                    township.records.models.record.FieldRule(
                        condition=models.Q(
                            ("online", None),
                            ("received", None),
                            ("online__lte", models.F("received")),
                            _connector="OR",
                        ),
                        field="online",
                        message="网上办理件数不能多于受理件数。",
                        name="service_month_online_of_received",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="VillageRules",
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
                ("date", models.DateField(db_index=True, verbose_name="表决通过日期")),
                (
                    "title",
                    models.CharField(
                        blank=True, help_text="可不填，自动生成。", max_length=120, verbose_name="名称"
                    ),
                ),
                (
                    "action",
                    models.CharField(
                        choices=[("enact", "制定"), ("amend", "修订")],
                        default="amend",
                        max_length=8,
                        verbose_name="动作",
                    ),
                ),
                (
                    "problems",
                    township.records.fields.CountField(
                        blank=True,
                        ceiling=1000,
                        help_text="没有问题填 0。",
                        null=True,
                        verbose_name="审查发现问题（条）",
                    ),
                ),
                ("filed_on", models.DateField(blank=True, null=True, verbose_name="报镇备案日期")),
                (
                    "valid_to",
                    models.DateField(
                        blank=True,
                        help_text="有了新的村规民约，填换下的日期。",
                        null=True,
                        verbose_name="停用日期",
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
                    "legal_review",
                    models.ForeignKey(
                        blank=True,
                        help_text="审查在“合法性审查”里录一次，这里选上。",
                        limit_choices_to={"kind": "village_rules"},
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="governance.legalreview",
                        verbose_name="合法性审查",
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
                "verbose_name": "村规民约",
                "verbose_name_plural": "村规民约",
                "ordering": ["-date", "-pk"],
                "abstract": False,
                "indexes": [
                    models.Index(fields=["keeper", "date"], name="governance__keeper__1ec209_idx"),
                    models.Index(fields=["area", "date"], name="governance__area_id_6c605e_idx"),
                ],
                "constraints": [
                    township.records.models.record.FieldRule(
                        condition=models.Q(
                            ("date", None),
                            ("filed_on", None),
                            ("filed_on__gte", models.F("date")),
                            _connector="OR",
                        ),
                        field="filed_on",
                        message="备案日期不能早于通过日期。",
                        name="village_rules_filed_after_adoption",
                    ),
                    township.records.models.record.FieldRule(
                        condition=models.Q(
                            ("date", None),
                            ("valid_to", None),
                            ("valid_to__gte", models.F("date")),
                            _connector="OR",
                        ),
                        field="valid_to",
                        message="停用日期不能早于通过日期。",
                        name="village_rules_end_after_adoption",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="CongressSuggestion",
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
                ("date", models.DateField(db_index=True, verbose_name="交办日期")),
                ("title", models.CharField(blank=True, max_length=120, verbose_name="标题")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("township_congress", "镇人大代表建议"),
                            ("county_congress", "县人大代表建议"),
                            ("county_cppcc", "县政协提案"),
                        ],
                        max_length=20,
                        verbose_name="类别",
                    ),
                ),
                ("number", models.CharField(max_length=40, verbose_name="编号")),
                ("session", models.CharField(blank=True, max_length=40, verbose_name="届次")),
                ("proposer", models.CharField(blank=True, max_length=60, verbose_name="提出人")),
                (
                    "mode",
                    models.CharField(
                        choices=[("lead", "主办"), ("assist", "协办"), ("alone", "独办")],
                        max_length=8,
                        verbose_name="办理方式",
                    ),
                ),
                ("due_on", models.DateField(blank=True, null=True, verbose_name="答复期限")),
                (
                    "answered_on",
                    models.DateField(blank=True, db_index=True, null=True, verbose_name="答复日期"),
                ),
                (
                    "outcome",
                    models.CharField(
                        blank=True,
                        choices=[("solved", "已解决"), ("planned", "列入计划"), ("hard", "暂难解决")],
                        max_length=8,
                        verbose_name="办理类别",
                    ),
                ),
                ("talks", models.CharField(blank=True, max_length=200, verbose_name="面商情况")),
                (
                    "satisfaction",
                    models.CharField(
                        blank=True,
                        choices=[("satisfied", "满意"), ("fair", "基本满意"), ("unsatisfied", "不满意")],
                        max_length=12,
                        verbose_name="满意度",
                    ),
                ),
                ("again", models.BooleanField(default=False, verbose_name="再次办理")),
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
                "verbose_name": "人大代表建议、政协提案",
                "verbose_name_plural": "人大代表建议、政协提案",
                "ordering": ["-date", "-pk"],
                "abstract": False,
                "indexes": [
                    models.Index(fields=["keeper", "date"], name="governance__keeper__83c141_idx"),
                    models.Index(fields=["area", "date"], name="governance__area_id_1ce595_idx"),
                ],
                "constraints": [
                    township.records.models.record.FieldRule(
                        condition=models.Q(
                            ("date", None),
                            ("due_on", None),
                            ("due_on__gte", models.F("date")),
                            _connector="OR",
                        ),
                        field="due_on",
                        message="答复期限不能早于交办日期。",
                        name="suggestion_due_after_receipt",
                    ),
                    township.records.models.record.FieldRule(
                        condition=models.Q(
                            ("date", None),
                            ("answered_on", None),
                            ("answered_on__gte", models.F("date")),
                            _connector="OR",
                        ),
                        field="answered_on",
                        message="答复日期不能早于交办日期。",
                        name="suggestion_answered_after_receipt",
                    ),
                    township.records.models.record.FieldRule(
                        condition=models.Q(
                            models.Q(("satisfaction", ""), _negated=True),
                            ("answered_on", None),
                            _negated=True,
                        ),
                        field="answered_on",
                        message="填了满意度的，请填写答复日期。",
                        name="suggestion_judged_once_answered",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="EnforcementMonth",
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
                ("date", township.records.fields.MonthField(db_index=True, verbose_name="月份")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("inspection", "行政检查"),
                            ("joint", "联合执法"),
                            ("special", "专项行动"),
                            ("reminder", "劝导"),
                            ("correction", "责令改正"),
                        ],
                        max_length=12,
                        verbose_name="类型",
                    ),
                ),
                (
                    "domain",
                    models.CharField(
                        choices=[
                            ("land", "自然资源"),
                            ("farming", "农业农村"),
                            ("construction", "城乡建设"),
                            ("ecology", "生态环境"),
                            ("emergency", "应急"),
                            ("other", "其他"),
                        ],
                        max_length=12,
                        verbose_name="领域",
                    ),
                ),
                (
                    "times",
                    township.records.fields.CountField(
                        ceiling=1000000, help_text="责令改正一件填一次。", required=True, verbose_name="次数"
                    ),
                ),
                (
                    "inspected",
                    township.records.fields.CountField(
                        blank=True, null=True, verbose_name="检查对象（家、户）"
                    ),
                ),
                (
                    "enterprise_times",
                    township.records.fields.CountField(blank=True, null=True, verbose_name="其中涉企次数"),
                ),
                (
                    "scanned_times",
                    township.records.fields.CountField(blank=True, null=True, verbose_name="扫码入企次数"),
                ),
                (
                    "problems",
                    township.records.fields.CountField(blank=True, null=True, verbose_name="发现问题（个）"),
                ),
                (
                    "corrections",
                    township.records.fields.CountField(
                        blank=True,
                        ceiling=1000000,
                        help_text="类型是“责令改正”的不填，按次数计；别处已录的不再填。",
                        null=True,
                        verbose_name="责令改正（件）",
                    ),
                ),
                (
                    "corrected",
                    township.records.fields.CountField(
                        blank=True,
                        help_text="本月发现的问题里已经整改的。",
                        null=True,
                        verbose_name="整改完成（个）",
                    ),
                ),
                (
                    "attendances",
                    township.records.fields.CountField(blank=True, null=True, verbose_name="出动人次"),
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
            ],
            options={
                "verbose_name": "执法按月汇总",
                "verbose_name_plural": "执法按月汇总",
                "ordering": ["-date", "-pk"],
                "abstract": False,
                "indexes": [
                    models.Index(fields=["keeper", "date"], name="governance__keeper__327ea0_idx"),
                    models.Index(fields=["area", "date"], name="governance__area_id_d1ac1e_idx"),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("state", "voided"), _negated=True),
                        fields=("date", "area", "office", "kind", "domain"),
                        name="enforcement_month_once",
                        violation_error_message="这个月的这一项已经汇总过，请打开原来的记录修改。",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(models.Q(("state", "voided"), _negated=True), ("office", None)),
                        fields=("date", "area", "kind", "domain"),
                        name="enforcement_month_once_without_office",
                        violation_error_message="这个月的这一项已经汇总过，请打开原来的记录修改。",
                    ),
                    township.records.models.record.FieldRule(
                        condition=models.Q(
                            ("enterprise_times", None),
                            ("times", None),
                            ("enterprise_times__lte", models.F("times")),
                            _connector="OR",
                        ),
                        field="enterprise_times",
                        message="涉企次数是次数的一部分，不能多于次数。",
                        name="enforcement_month_enterprises_of_times",
                    ),
                    township.records.models.record.FieldRule(
                        condition=models.Q(
                            ("scanned_times", None),
                            ("enterprise_times", None),
                            ("scanned_times__lte", models.F("enterprise_times")),
                            _connector="OR",
                        ),
                        field="scanned_times",
                        message="扫码入企次数不能多于涉企次数。",
                        name="enforcement_month_scanned_of_enterprises",
                    ),
                    township.records.models.record.FieldRule(
                        condition=models.Q(
                            ("corrected", None),
                            ("problems", None),
                            ("corrected__lte", models.F("problems")),
                            _connector="OR",
                        ),
                        field="corrected",
                        message="整改完成的个数不能多于发现问题的个数。",
                        name="enforcement_month_corrected_of_problems",
                    ),
                ],
            },
        ),
    ]
