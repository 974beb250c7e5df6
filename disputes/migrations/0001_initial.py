import django.db.models.deletion
import django.utils.timezone
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
            name="Dispute",
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
                ("date", models.DateField(db_index=True, verbose_name="受理日期")),
                (
                    "title",
                    models.CharField(
                        blank=True,
                        help_text="可不填，自动生成。不写姓名、身份证号、电话，用“甲、乙”代替。",
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
                            ("family", "婚姻家庭纠纷"),
                            ("neighbours", "邻里纠纷"),
                            ("housing", "房屋宅基地纠纷"),
                            ("contract", "合同纠纷"),
                            ("business", "生产经营纠纷"),
                            ("damages", "损害赔偿纠纷"),
                            ("land", "山林土地纠纷"),
                            ("demolition", "征地拆迁纠纷"),
                            ("pollution", "环境污染纠纷"),
                            ("wages", "拖欠农民工工资纠纷"),
                            ("labour", "其他劳动争议纠纷"),
                            ("tourism", "旅游纠纷"),
                            ("e_commerce", "电子商务纠纷"),
                            ("consumer", "其他消费纠纷"),
                            ("medical", "医疗纠纷"),
                            ("traffic", "道路交通事故纠纷"),
                            ("property", "物业纠纷"),
                            ("other", "其他纠纷"),
                        ],
                        max_length=12,
                        verbose_name="纠纷类型",
                    ),
                ),
                (
                    "origin",
                    models.CharField(
                        choices=[
                            ("application", "当事人申请"),
                            ("initiative", "主动调解"),
                            ("check", "排查发现"),
                            ("police", "公安机关移送"),
                            ("court", "法院移送"),
                            ("prosecution", "检察院移送"),
                            ("petition", "信访部门移送"),
                            ("other", "其他部门移送"),
                        ],
                        max_length=12,
                        verbose_name="案件来源",
                    ),
                ),
                (
                    "summary",
                    models.TextField(
                        help_text="不写姓名、身份证号、电话，用“甲、乙”代替。",
                        validators=[township.records.personal_numbers.no_personal_numbers],
                        verbose_name="简要情况",
                    ),
                ),
                (
                    "organisation",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("village", "村（社区）调委会"),
                            ("township", "镇调委会"),
                            ("industry", "行业性专业性调委会"),
                            ("studio", "个人调解室"),
                        ],
                        max_length=10,
                        verbose_name="调解组织",
                    ),
                ),
                (
                    "part",
                    models.CharField(
                        choices=[("lead", "主持调解"), ("joined", "参与调解")],
                        default="lead",
                        help_text="派出所、法庭等主持，本镇配合的选“参与调解”，不计入本镇的件数。",
                        max_length=8,
                        verbose_name="本镇",
                    ),
                ),
                (
                    "people_involved",
                    township.records.fields.CountField(
                        blank=True,
                        ceiling=10000,
                        help_text="5 人以上的群体性纠纷，请及时报告镇政法办。",
                        null=True,
                        verbose_name="涉及人数",
                    ),
                ),
                (
                    "amount",
                    township.records.fields.AmountField(
                        blank=True, decimal_places=2, max_digits=14, null=True, verbose_name="涉及金额（元）"
                    ),
                ),
                (
                    "difficulty",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("simple", "简易"),
                            ("ordinary", "一般"),
                            ("difficult", "疑难复杂"),
                            ("major", "重大"),
                        ],
                        max_length=10,
                        verbose_name="难易程度",
                    ),
                ),
                (
                    "result",
                    models.CharField(
                        choices=[
                            ("ongoing", "正在调解"),
                            ("agreed", "达成协议"),
                            ("failed", "调解不成终止"),
                            ("withdrawn", "当事人撤回"),
                            ("referred", "转其他途径"),
                        ],
                        default="ongoing",
                        max_length=10,
                        verbose_name="调解结果",
                    ),
                ),
                (
                    "closed_on",
                    models.DateField(blank=True, db_index=True, null=True, verbose_name="结案日期"),
                ),
                (
                    "agreement_form",
                    models.CharField(
                        blank=True,
                        choices=[("oral", "口头协议"), ("written", "书面协议")],
                        max_length=8,
                        verbose_name="协议形式",
                    ),
                ),
                (
                    "performance",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("at_once", "当场履行"),
                            ("under_way", "履行中"),
                            ("done", "已履行"),
                            ("not_done", "未履行"),
                            ("nothing_due", "无履行内容"),
                        ],
                        max_length=12,
                        verbose_name="履行情况",
                    ),
                ),
                (
                    "confirmation",
                    models.CharField(
                        blank=True,
                        choices=[("none", "不申请"), ("applied", "已申请"), ("confirmed", "已确认")],
                        max_length=10,
                        verbose_name="司法确认",
                    ),
                ),
                ("followed_up_on", models.DateField(blank=True, null=True, verbose_name="回访日期")),
                (
                    "follow_up",
                    models.TextField(
                        blank=True,
                        validators=[township.records.personal_numbers.no_personal_numbers],
                        verbose_name="回访情况",
                    ),
                ),
                ("case_number", models.CharField(blank=True, max_length=60, verbose_name="案卷号")),
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
                    "mediators",
                    models.ManyToManyField(
                        blank=True, related_name="+", to="people.person", verbose_name="调解员"
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
                "verbose_name": "矛盾纠纷",
                "verbose_name_plural": "矛盾纠纷",
                "ordering": ["-date", "-pk"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="MediationCommittee",
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
                ("title", models.CharField(blank=True, max_length=120, verbose_name="组织名称")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("village", "村（社区）调委会"),
                            ("township", "镇调委会"),
                            ("industry", "行业性专业性调委会"),
                            ("studio", "个人调解室"),
                        ],
                        max_length=10,
                        verbose_name="类别",
                    ),
                ),
                ("place", models.CharField(blank=True, max_length=60, verbose_name="调解室地点")),
                ("document_number", models.CharField(blank=True, max_length=40, verbose_name="设立文号")),
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
                    "chair",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="people.person",
                        verbose_name="主任",
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
                "verbose_name": "调解组织",
                "verbose_name_plural": "调解组织",
                "ordering": ["-date", "-pk"],
                "abstract": False,
                "indexes": [
                    models.Index(fields=["keeper", "date"], name="disputes_me_keeper__f51269_idx"),
                    models.Index(fields=["area", "date"], name="disputes_me_area_id_7e2a06_idx"),
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
                        message="撤销日期不能早于成立日期。",
                        name="committee_closes_after_founding",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Mediator",
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
                ("joined_on", models.DateField(blank=True, null=True, verbose_name="聘任日期")),
                ("left_on", models.DateField(blank=True, null=True, verbose_name="离任日期")),
                ("certificate", models.CharField(blank=True, max_length=40, verbose_name="调解员证号")),
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
                        related_name="mediators",
                        to="disputes.mediationcommittee",
                    ),
                ),
            ],
            options={
                "verbose_name": "调解员",
                "verbose_name_plural": "调解员",
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
                        message="离任日期不能早于聘任日期。",
                        name="mediator_leaves_after_joining",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Opinion",
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
                ("date", models.DateField(db_index=True, verbose_name="收集日期")),
                (
                    "title",
                    models.CharField(
                        blank=True,
                        help_text="可不填，自动生成。不写姓名、身份证号、电话，用“甲、乙”代替。",
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
                    "channel",
                    models.CharField(
                        choices=[
                            ("visit", "走访"),
                            ("yard", "院坝会"),
                            ("box", "意见箱"),
                            ("hotline", "热线"),
                            ("network", "网络"),
                            ("deputies", "代表联络站"),
                            ("reception", "接访"),
                        ],
                        max_length=10,
                        verbose_name="渠道",
                    ),
                ),
                (
                    "content",
                    models.TextField(
                        help_text="写反映的事，不写姓名、身份证号、电话；一人提三条分三条录。",
                        validators=[township.records.personal_numbers.no_personal_numbers],
                        verbose_name="内容",
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("roads", "道路水利"),
                            ("environment", "环境"),
                            ("welfare", "民政"),
                            ("land", "土地"),
                            ("safety", "治安"),
                            ("other", "其他"),
                        ],
                        max_length=12,
                        verbose_name="类别",
                    ),
                ),
                ("is_hardship", models.BooleanField(default=False, verbose_name="群众难题")),
                (
                    "progress",
                    models.CharField(
                        choices=[
                            ("pending", "待办"),
                            ("under_way", "办理中"),
                            ("solved", "已解决"),
                            ("explained", "已解释说明"),
                            ("passed_on", "转办"),
                            ("not_now", "暂不具备条件"),
                        ],
                        default="pending",
                        max_length=10,
                        verbose_name="办理状态",
                    ),
                ),
                (
                    "answered_on",
                    models.DateField(blank=True, db_index=True, null=True, verbose_name="答复日期"),
                ),
                (
                    "outcome",
                    models.TextField(
                        blank=True,
                        validators=[township.records.personal_numbers.no_personal_numbers],
                        verbose_name="办理结果",
                    ),
                ),
                (
                    "satisfaction",
                    models.CharField(
                        blank=True,
                        choices=[("satisfied", "满意"), ("fair", "基本满意"), ("unsatisfied", "不满意")],
                        max_length=12,
                        verbose_name="满意度",
                    ),
                ),
                (
                    "reporter",
                    township.people.sealing.SealedTextField(
                        blank=True, help_text="可匿名；加密保存。", max_length=40, verbose_name="反映人"
                    ),
                ),
                (
                    "reporter_phone",
                    township.people.sealing.SealedTextField(
                        blank=True,
                        help_text="加密保存。",
                        max_length=20,
                        validators=[township.records.personal_numbers.check_telephone],
                        verbose_name="反映人电话",
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
                    "dispute",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="disputes.dispute",
                        verbose_name="关联纠纷",
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
                "verbose_name": "群众意见",
                "verbose_name_plural": "群众意见",
                "ordering": ["-date", "-pk"],
                "abstract": False,
                "indexes": [
                    models.Index(fields=["keeper", "date"], name="disputes_op_keeper__f8228a_idx"),
                    models.Index(fields=["area", "date"], name="disputes_op_area_id_1cbe00_idx"),
                ],
                "constraints": [
                    township.records.models.record.FieldRule(
                        condition=models.Q(("disclosure", "internal")),
                        field="disclosure",
                        message="这类记录固定为内部。",
                        name="opinion_internal",
                    ),
                    township.records.models.record.FieldRule(
                        condition=models.Q(
                            ("progress__in", ["solved", "explained"]), ("answered_on", None), _negated=True
                        ),
                        field="answered_on",
                        message="已解决或已解释说明的，请填写答复日期。",
                        name="opinion_answered_with_date",
                    ),
                    township.records.models.record.FieldRule(
                        condition=models.Q(
                            ("date", None),
                            ("answered_on", None),
                            ("answered_on__gte", models.F("date")),
                            _connector="OR",
                        ),
                        field="answered_on",
                        message="答复日期不能早于收集日期。",
                        name="opinion_answered_after_it",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Party",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("position", models.PositiveSmallIntegerField(default=0, editable=False)),
                ("name", township.people.sealing.SealedTextField(max_length=40, verbose_name="姓名")),
                (
                    "gender",
                    models.CharField(
                        blank=True,
                        choices=[("male", "男"), ("female", "女")],
                        max_length=6,
                        verbose_name="性别",
                    ),
                ),
                (
                    "age",
                    township.records.fields.CountField(
                        blank=True, ceiling=130, null=True, verbose_name="年龄"
                    ),
                ),
                (
                    "id_number",
                    township.people.sealing.SealedTextField(
                        blank=True,
                        max_length=20,
                        validators=[township.records.personal_numbers.check_id_number],
                        verbose_name="身份证号",
                    ),
                ),
                (
                    "phone",
                    township.people.sealing.SealedTextField(
                        blank=True,
                        max_length=20,
                        validators=[township.records.personal_numbers.check_telephone],
                        verbose_name="联系电话",
                    ),
                ),
                (
                    "address",
                    township.people.sealing.SealedTextField(blank=True, max_length=100, verbose_name="住址"),
                ),
                (
                    "id_fingerprint",
                    models.CharField(blank=True, db_index=True, editable=False, max_length=64),
                ),
                (
                    "record",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="parties",
                        to="disputes.dispute",
                    ),
                ),
            ],
            options={
                "verbose_name": "当事人",
                "verbose_name_plural": "当事人",
                "ordering": ["position", "pk"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Petition",
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
                ("date", models.DateField(db_index=True, verbose_name="登记日期")),
                ("title", models.CharField(blank=True, editable=False, max_length=120, verbose_name="名称")),
                (
                    "note",
                    models.TextField(
                        blank=True,
                        validators=[township.records.personal_numbers.no_personal_numbers],
                        verbose_name="备注",
                    ),
                ),
                ("external_ref", models.CharField(blank=True, max_length=60, verbose_name="信访系统编号")),
                (
                    "channel",
                    models.CharField(
                        choices=[
                            ("letter", "来信"),
                            ("visit", "来访"),
                            ("online", "网上信访"),
                            ("phone", "电话信访"),
                        ],
                        max_length=8,
                        verbose_name="信访形式",
                    ),
                ),
                (
                    "visitors",
                    township.records.fields.CountField(
                        blank=True,
                        ceiling=10000,
                        help_text="来访的填这一批有几人，一条记录是一批。",
                        null=True,
                        verbose_name="来访人次",
                    ),
                ),
                (
                    "demand",
                    models.CharField(
                        choices=[
                            ("suggestion", "建议意见"),
                            ("grievance", "申诉求决"),
                            ("report", "检举控告"),
                        ],
                        max_length=12,
                        verbose_name="诉求类别",
                    ),
                ),
                (
                    "matter",
                    models.CharField(
                        blank=True,
                        help_text="一句话，不写姓名；信访人以信访系统为准。检举控告只计数，不填。",
                        max_length=120,
                        validators=[township.records.personal_numbers.no_personal_numbers],
                        verbose_name="事由",
                    ),
                ),
                (
                    "repeat",
                    models.CharField(
                        blank=True,
                        choices=[("first", "初次"), ("again", "重复")],
                        max_length=6,
                        verbose_name="初次或重复",
                    ),
                ),
                (
                    "destination",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("township", "本镇"),
                            ("county", "越级到县"),
                            ("city", "越级到市"),
                            ("province", "越级到省"),
                            ("capital", "越级到京"),
                        ],
                        max_length=10,
                        verbose_name="去向",
                    ),
                ),
                (
                    "problem",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("agriculture", "农业农村"),
                            ("land", "自然资源"),
                            ("construction", "城乡建设"),
                            ("labour", "劳动和社会保障"),
                            ("health", "卫生健康"),
                            ("education", "教育"),
                            ("welfare", "民政"),
                            ("justice", "政法"),
                            ("traffic", "交通运输"),
                            ("environment", "生态环境"),
                            ("economy", "经济管理"),
                            ("other", "其他"),
                        ],
                        max_length=14,
                        verbose_name="问题类别",
                    ),
                ),
                (
                    "accepted_on",
                    models.DateField(blank=True, db_index=True, null=True, verbose_name="受理日期"),
                ),
                (
                    "extension",
                    township.records.fields.CountField(
                        blank=True,
                        ceiling=365,
                        help_text="经批准并告知信访人的，最多 30 天；没有延长不填。",
                        null=True,
                        verbose_name="延长天数",
                    ),
                ),
                ("due_on", models.DateField(editable=False, null=True, verbose_name="办理期限")),
                (
                    "result",
                    models.CharField(
                        choices=[
                            ("ongoing", "在办"),
                            ("settled", "已化解"),
                            ("answered", "已答复"),
                            ("redirected", "已导入其他程序"),
                        ],
                        default="ongoing",
                        max_length=12,
                        verbose_name="办理结果",
                    ),
                ),
                (
                    "closed_on",
                    models.DateField(blank=True, db_index=True, null=True, verbose_name="办结日期"),
                ),
                ("reply_number", models.CharField(blank=True, max_length=60, verbose_name="答复意见书文号")),
                (
                    "appeal",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("review", "已申请复查"),
                            ("reviewed", "复查办结"),
                            ("recheck", "已申请复核"),
                            ("rechecked", "复核办结"),
                        ],
                        max_length=10,
                        verbose_name="复查、复核",
                    ),
                ),
                ("appealed_on", models.DateField(blank=True, null=True, verbose_name="复查、复核日期")),
                (
                    "satisfaction",
                    models.CharField(
                        blank=True,
                        choices=[("satisfied", "满意"), ("fair", "基本满意"), ("unsatisfied", "不满意")],
                        max_length=12,
                        verbose_name="满意度",
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
                    "dispute",
                    models.ForeignKey(
                        blank=True,
                        help_text="转为调解的，纠纷另录一件，在这里选上；两边各计各的，不重复。",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="petitions",
                        to="disputes.dispute",
                        verbose_name="转调解的纠纷",
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
                        verbose_name="包案领导",
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
                    "opinion",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="petitions",
                        to="disputes.opinion",
                        verbose_name="关联群众意见",
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
                "verbose_name": "信访事项",
                "verbose_name_plural": "信访事项",
                "ordering": ["-date", "-pk"],
                "abstract": False,
                "indexes": [
                    models.Index(fields=["keeper", "date"], name="disputes_pe_keeper__8b7ccb_idx"),
                    models.Index(fields=["area", "date"], name="disputes_pe_area_id_16b513_idx"),
                ],
                "constraints": [
                    township.records.models.record.FieldRule(
                        condition=models.Q(("disclosure", "internal")),
                        field="disclosure",
                        message="这类记录固定为内部。",
                        name="petition_internal",
                    ),
                    township.records.models.record.FieldRule(
                        condition=models.Q(("channel", "visit"), ("visitors", None), _connector="OR"),
                        field="visitors",
                        message="不是来访的，不填来访人次。",
                        name="petition_visitors_of_visit",
                    ),
                    township.records.models.record.FieldRule(
                        condition=models.Q(("visitors", None), ("visitors__gte", 1), _connector="OR"),
                        field="visitors",
                        message="来访人次至少是 1。",
                        name="petition_visit_by_somebody",
                    ),
                    township.records.models.record.FieldRule(
                        condition=models.Q(
                            models.Q(("demand", "report"), _negated=True), ("matter", ""), _connector="OR"
                        ),
                        field="matter",
                        message="检举控告只计数，不得录入内容，请清空这一栏。",
                        name="petition_report_without_matter",
                    ),
                    township.records.models.record.FieldRule(
                        condition=models.Q(
                            models.Q(("demand", "report"), _negated=True), ("problem", ""), _connector="OR"
                        ),
                        field="problem",
                        message="检举控告只计数，不得录入内容，请清空这一栏。",
                        name="petition_report_without_problem",
                    ),
                    township.records.models.record.FieldRule(
                        condition=models.Q(
                            models.Q(("demand", "report"), _negated=True),
                            ("reply_number", ""),
                            _connector="OR",
                        ),
                        field="reply_number",
                        message="检举控告只计数，不得录入内容，请清空这一栏。",
                        name="petition_report_without_reply",
                    ),
                    township.records.models.record.FieldRule(
                        condition=models.Q(
                            models.Q(("demand", "report"), _negated=True), ("note", ""), _connector="OR"
                        ),
                        field="note",
                        message="检举控告只计数，不得录入内容，请清空这一栏。",
                        name="petition_report_without_note",
                    ),
                    township.records.models.record.FieldRule(
                        condition=models.Q(
                            ("date", None),
                            ("accepted_on", None),
                            ("accepted_on__gte", models.F("date")),
                            _connector="OR",
                        ),
                        field="accepted_on",
                        message="受理日期不能早于登记日期。",
                        name="petition_accepted_after_it",
                    ),
                    township.records.models.record.FieldRule(
                        condition=models.Q(
                            ("date", None),
                            ("closed_on", None),
                            ("closed_on__gte", models.F("date")),
                            _connector="OR",
                        ),
                        field="closed_on",
                        message="办结日期不能早于登记日期。",
                        name="petition_closes_after_it",
                    ),
                    township.records.models.record.FieldRule(
                        condition=models.Q(
                            ("accepted_on", None),
                            ("closed_on", None),
                            ("closed_on__gte", models.F("accepted_on")),
                            _connector="OR",
                        ),
                        field="closed_on",
                        message="办结日期不能早于受理日期。",
                        name="petition_closes_after_acceptance",
                    ),
                    township.records.models.record.FieldRule(
                        condition=models.Q(
                            ("closed_on", None),
                            ("appealed_on", None),
                            ("appealed_on__gte", models.F("closed_on")),
                            _connector="OR",
                        ),
                        field="appealed_on",
                        message="复查、复核日期不能早于办结日期。",
                        name="petition_appealed_after_closing",
                    ),
                    township.records.models.record.FieldRule(
                        condition=models.Q(
                            ("extension", None),
                            models.Q(("accepted_on__isnull", False), ("demand", "grievance")),
                            _connector="OR",
                        ),
                        field="extension",
                        message="已受理的申诉求决事项才有办理期限可以延长，请先填受理日期。",
                        name="petition_extension_of_accepted",
                    ),
                    township.records.models.record.FieldRule(
                        condition=models.Q(
                            ("extension", None),
                            models.Q(("extension__gte", 1), ("extension__lte", 30)),
                            _connector="OR",
                        ),
                        field="extension",
                        message="办理期限可延长 1 到 30 天；没有延长的不填。",
                        name="petition_extension_within_limit",
                    ),
                    township.records.models.record.FieldRule(
                        condition=models.Q(
                            ("result", "ongoing"), ("closed_on__isnull", False), _connector="OR"
                        ),
                        field="closed_on",
                        message="已有办理结果，请填写办结日期。",
                        name="petition_result_with_date",
                    ),
                    township.records.models.record.FieldRule(
                        condition=models.Q(
                            models.Q(("result", "ongoing"), _negated=True),
                            ("closed_on", None),
                            _connector="OR",
                        ),
                        field="result",
                        message="填了办结日期，请选择办理结果；还在办的请去掉办结日期。",
                        name="petition_date_with_result",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ReceptionDay",
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
                ("date", models.DateField(db_index=True, verbose_name="接访日期")),
                (
                    "title",
                    models.CharField(
                        blank=True,
                        help_text="可不填，自动生成。",
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
                    "method",
                    models.CharField(
                        choices=[("office", "定点接访"), ("field", "带案下访"), ("appointment", "约访")],
                        default="office",
                        max_length=12,
                        verbose_name="方式",
                    ),
                ),
                ("place", models.CharField(blank=True, max_length=60, verbose_name="地点")),
                (
                    "batches",
                    township.records.fields.CountField(
                        ceiling=1000,
                        help_text="没有人来访填 0，即零报告。",
                        required=True,
                        verbose_name="接待批次",
                    ),
                ),
                (
                    "people",
                    township.records.fields.CountField(ceiling=10000, required=True, verbose_name="接待人次"),
                ),
                (
                    "answered",
                    township.records.fields.CountField(
                        blank=True,
                        ceiling=1000,
                        help_text="填了反映事项的，这三项由事项自动算出。",
                        null=True,
                        verbose_name="当场答复（件）",
                    ),
                ),
                (
                    "assigned",
                    township.records.fields.CountField(
                        blank=True, ceiling=1000, null=True, verbose_name="交办（件）"
                    ),
                ),
                (
                    "settled",
                    township.records.fields.CountField(
                        blank=True, ceiling=1000, null=True, verbose_name="办结（件）"
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
                    "leader",
                    models.ForeignKey(
                        help_text="例如 张三（镇党委书记）。",
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="people.person",
                        verbose_name="接访领导及职务",
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
                "verbose_name": "领导接访",
                "verbose_name_plural": "领导接访",
                "ordering": ["-date", "-pk"],
                "abstract": False,
                "indexes": [
                    models.Index(fields=["keeper", "date"], name="disputes_re_keeper__9d1629_idx"),
                    models.Index(fields=["area", "date"], name="disputes_re_area_id_00acd4_idx"),
                ],
                "constraints": [
                    township.records.models.record.FieldRule(
                        condition=models.Q(("disclosure", "internal")),
                        field="disclosure",
                        message="这类记录固定为内部。",
                        name="reception_internal",
                    ),
                    township.records.models.record.FieldRule(
                        condition=models.Q(
                            ("batches", None),
                            ("people", None),
                            ("batches__lte", models.F("people")),
                            _connector="OR",
                        ),
                        field="batches",
                        message="接待批次不能多于接待人次。",
                        name="reception_batch_is_somebody",
                    ),
                    township.records.models.record.FieldRule(
                        condition=models.Q(("batches__gte", 1), ("people", 0), _connector="OR"),
                        field="batches",
                        message="有人来访的，接待批次至少是 1。",
                        name="reception_people_come_in_batches",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ReceptionMatter",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("position", models.PositiveSmallIntegerField(default=0, editable=False)),
                (
                    "summary",
                    models.CharField(
                        help_text="不写姓名。",
                        max_length=200,
                        validators=[township.records.personal_numbers.no_personal_numbers],
                        verbose_name="事项摘要",
                    ),
                ),
                ("due_on", models.DateField(blank=True, null=True, verbose_name="期限")),
                (
                    "outcome",
                    models.CharField(
                        choices=[
                            ("answered", "当场答复"),
                            ("assigned", "交办，在办"),
                            ("settled", "交办，已办结"),
                            ("redirected", "引导到其他程序"),
                        ],
                        default="assigned",
                        max_length=10,
                        verbose_name="结果",
                    ),
                ),
                ("settled_on", models.DateField(blank=True, null=True, verbose_name="办结日期")),
                (
                    "dispute",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="receptions",
                        to="disputes.dispute",
                        verbose_name="转调解的纠纷",
                    ),
                ),
                (
                    "petition",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="receptions",
                        to="disputes.petition",
                        verbose_name="关联信访",
                    ),
                ),
                (
                    "record",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="matters",
                        to="disputes.receptionday",
                    ),
                ),
                (
                    "responsible",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="people.office",
                        verbose_name="责任单位",
                    ),
                ),
                (
                    "village",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="people.area",
                        verbose_name="发生地",
                    ),
                ),
            ],
            options={
                "verbose_name": "反映事项",
                "verbose_name_plural": "反映事项",
                "ordering": ["position", "pk"],
                "abstract": False,
                "constraints": [
                    township.records.models.record.FieldRule(
                        condition=models.Q(("outcome", "settled"), ("settled_on", None), _connector="OR"),
                        field="outcome",
                        message="填了办结日期，结果请选“交办，已办结”。",
                        name="reception_matter_settled_with_date",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="RiskCheck",
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
                ("date", models.DateField(db_index=True, verbose_name="排查日期")),
                (
                    "title",
                    models.CharField(
                        blank=True,
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
                            ("daily", "日常排查"),
                            ("monthly", "月集中排查"),
                            ("festival", "节日前排查"),
                            ("special", "专项排查"),
                        ],
                        default="monthly",
                        max_length=10,
                        verbose_name="排查类型",
                    ),
                ),
                (
                    "found",
                    township.records.fields.CountField(
                        ceiling=1000,
                        help_text="没有发现隐患填 0，即零报告。",
                        required=True,
                        verbose_name="排查出隐患（件）",
                    ),
                ),
                (
                    "settled",
                    township.records.fields.CountField(
                        blank=True, ceiling=1000, null=True, verbose_name="当场化解（件）"
                    ),
                ),
                (
                    "reported",
                    township.records.fields.CountField(
                        blank=True, ceiling=1000, null=True, verbose_name="上报（件）"
                    ),
                ),
                ("organiser", models.CharField(blank=True, max_length=60, verbose_name="组织单位")),
                (
                    "participants",
                    township.records.fields.CountField(
                        blank=True, ceiling=1000, null=True, verbose_name="参加人数"
                    ),
                ),
                (
                    "households",
                    township.records.fields.CountField(
                        blank=True, ceiling=10000, null=True, verbose_name="走访户数"
                    ),
                ),
                ("closed_on", models.DateField(blank=True, null=True, verbose_name="办结日期")),
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
                "verbose_name": "矛盾纠纷排查",
                "verbose_name_plural": "矛盾纠纷排查",
                "ordering": ["-date", "-pk"],
                "abstract": False,
                "indexes": [
                    models.Index(fields=["keeper", "date"], name="disputes_ri_keeper__c9f721_idx"),
                    models.Index(fields=["area", "date"], name="disputes_ri_area_id_9359ff_idx"),
                ],
                "constraints": [
                    township.records.models.record.FieldRule(
                        condition=models.Q(("disclosure", "internal")),
                        field="disclosure",
                        message="这类记录固定为内部。",
                        name="risk_check_internal",
                    ),
                    township.records.models.record.FieldRule(
                        condition=models.Q(
                            ("settled", None),
                            ("found", None),
                            ("settled__lte", models.F("found")),
                            _connector="OR",
                        ),
                        field="settled",
                        message="当场化解的件数不能多于排查出的隐患件数。",
                        name="risk_check_settled_of_found",
                    ),
                    township.records.models.record.FieldRule(
                        condition=models.Q(
                            ("reported", None),
                            ("found", None),
                            ("reported__lte", models.F("found")),
                            _connector="OR",
                        ),
                        field="reported",
                        message="上报的件数不能多于排查出的隐患件数。",
                        name="risk_check_reported_of_found",
                    ),
                    township.records.models.record.FieldRule(
                        condition=models.Q(
                            ("date", None),
                            ("closed_on", None),
                            ("closed_on__gte", models.F("date")),
                            _connector="OR",
                        ),
                        field="closed_on",
                        message="办结日期不能早于排查日期。",
                        name="risk_check_closes_after_it",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Hazard",
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
                            ("family", "婚姻家庭纠纷"),
                            ("neighbours", "邻里纠纷"),
                            ("housing", "房屋宅基地纠纷"),
                            ("contract", "合同纠纷"),
                            ("business", "生产经营纠纷"),
                            ("damages", "损害赔偿纠纷"),
                            ("land", "山林土地纠纷"),
                            ("demolition", "征地拆迁纠纷"),
                            ("pollution", "环境污染纠纷"),
                            ("wages", "拖欠农民工工资纠纷"),
                            ("labour", "其他劳动争议纠纷"),
                            ("tourism", "旅游纠纷"),
                            ("e_commerce", "电子商务纠纷"),
                            ("consumer", "其他消费纠纷"),
                            ("medical", "医疗纠纷"),
                            ("traffic", "道路交通事故纠纷"),
                            ("property", "物业纠纷"),
                            ("other", "其他纠纷"),
                        ],
                        max_length=12,
                        verbose_name="隐患类型",
                    ),
                ),
                (
                    "summary",
                    models.CharField(
                        help_text="不写姓名。",
                        max_length=120,
                        validators=[township.records.personal_numbers.no_personal_numbers],
                        verbose_name="简述",
                    ),
                ),
                (
                    "risk",
                    models.CharField(
                        choices=[("high", "高"), ("middle", "中"), ("low", "低")],
                        default="low",
                        max_length=8,
                        verbose_name="风险等级",
                    ),
                ),
                ("due_on", models.DateField(blank=True, null=True, verbose_name="化解时限")),
                (
                    "progress",
                    models.CharField(
                        choices=[
                            ("pending", "待化解"),
                            ("under_way", "化解中"),
                            ("settled", "已化解"),
                            ("mediation", "已转调解"),
                            ("reported", "已上报"),
                        ],
                        default="pending",
                        max_length=10,
                        verbose_name="状态",
                    ),
                ),
                (
                    "dispute",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="hazards",
                        to="disputes.dispute",
                        verbose_name="转调解的纠纷",
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
                    "record",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="hazards",
                        to="disputes.riskcheck",
                    ),
                ),
            ],
            options={
                "verbose_name": "隐患清单",
                "verbose_name_plural": "隐患清单",
                "ordering": ["position", "pk"],
                "abstract": False,
            },
        ),
        migrations.AddField(
            model_name="dispute",
            name="risk_check",
            field=models.ForeignKey(
                blank=True,
                help_text="排查发现的，选是哪一次排查。",
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="disputes",
                to="disputes.riskcheck",
                verbose_name="来源排查",
            ),
        ),
        migrations.CreateModel(
            name="Visitor",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("position", models.PositiveSmallIntegerField(default=0, editable=False)),
                ("name", township.people.sealing.SealedTextField(max_length=40, verbose_name="姓名")),
                (
                    "phone",
                    township.people.sealing.SealedTextField(
                        blank=True,
                        max_length=20,
                        validators=[township.records.personal_numbers.check_telephone],
                        verbose_name="联系电话",
                    ),
                ),
                (
                    "address",
                    township.people.sealing.SealedTextField(blank=True, max_length=100, verbose_name="住址"),
                ),
                (
                    "matter",
                    township.records.fields.CountField(
                        blank=True,
                        ceiling=100,
                        help_text="反映事项从上往下数的第几项。",
                        null=True,
                        verbose_name="第几项事项",
                    ),
                ),
                (
                    "record",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="visitors",
                        to="disputes.receptionday",
                    ),
                ),
            ],
            options={
                "verbose_name": "来访人",
                "verbose_name_plural": "来访人",
                "ordering": ["position", "pk"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="HotlineMonth",
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
                ("date", township.records.fields.MonthField(db_index=True, verbose_name="月份")),
                ("title", models.CharField(blank=True, editable=False, max_length=120, verbose_name="名称")),
                (
                    "received",
                    township.records.fields.CountField(
                        help_text="这个月转来的工单，没有填 0。", required=True, verbose_name="工单件数"
                    ),
                ),
                (
                    "closed",
                    township.records.fields.CountField(
                        blank=True,
                        help_text="这个月办结的，含上月转来的。",
                        null=True,
                        verbose_name="办结件数",
                    ),
                ),
                (
                    "on_time",
                    township.records.fields.CountField(blank=True, null=True, verbose_name="按时办结件数"),
                ),
                (
                    "rated",
                    township.records.fields.CountField(
                        blank=True,
                        help_text="回访到、作了评价的件数，是满意率的分母。",
                        null=True,
                        verbose_name="回访评价件数",
                    ),
                ),
                (
                    "satisfied",
                    township.records.fields.CountField(blank=True, null=True, verbose_name="满意件数"),
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
                "verbose_name": "12345 工单",
                "verbose_name_plural": "12345 工单",
                "ordering": ["-date", "-pk"],
                "abstract": False,
                "indexes": [
                    models.Index(fields=["keeper", "date"], name="disputes_ho_keeper__34582c_idx"),
                    models.Index(fields=["area", "date"], name="disputes_ho_area_id_921e79_idx"),
                ],
                "constraints": [
                    township.records.models.record.FieldRule(
                        condition=models.Q(("disclosure", "internal")),
                        field="disclosure",
                        message="这类记录固定为内部。",
                        name="hotline_internal",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("state", "voided"), _negated=True),
                        fields=("keeper", "area", "date"),
                        name="hotline_month_once",
                        violation_error_message="这个月的工单已经汇总过，请打开原来的记录修改。",
                    ),
                    township.records.models.record.FieldRule(
                        condition=models.Q(("rated__isnull", False), ("satisfied", None), _negated=True),
                        field="satisfied",
                        message="填了回访评价件数的，请填满意件数；没有满意的填 0。",
                        name="hotline_satisfied_of_those_rated",
                    ),
                    township.records.models.record.FieldRule(
                        condition=models.Q(
                            ("on_time", None),
                            ("closed", None),
                            ("on_time__lte", models.F("closed")),
                            _connector="OR",
                        ),
                        field="on_time",
                        message="按时办结件数不能多于办结件数。",
                        name="hotline_on_time_of_closed",
                    ),
                    township.records.models.record.FieldRule(
                        condition=models.Q(
                            ("rated", None),
                            ("closed", None),
                            ("rated__lte", models.F("closed")),
                            _connector="OR",
                        ),
                        field="rated",
                        message="回访评价件数不能多于办结件数。",
                        name="hotline_rated_of_closed",
                    ),
                    township.records.models.record.FieldRule(
                        condition=models.Q(
                            ("satisfied", None),
                            ("rated", None),
                            ("satisfied__lte", models.F("rated")),
                            _connector="OR",
                        ),
                        field="satisfied",
                        message="满意件数不能多于回访评价件数。",
                        name="hotline_satisfied_of_rated",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="LegalAid",
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
                ("date", models.DateField(db_index=True, verbose_name="日期")),
                (
                    "title",
                    models.CharField(
                        blank=True,
                        help_text="可不填，自动生成。不写姓名、身份证号、电话，用“甲、乙”代替。",
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
                    "service",
                    models.CharField(
                        choices=[
                            ("advice", "法律咨询"),
                            ("writing", "代写文书"),
                            ("guiding", "指引申请"),
                            ("forwarding", "初审转交"),
                        ],
                        max_length=12,
                        verbose_name="服务方式",
                    ),
                ),
                (
                    "recipient",
                    models.CharField(
                        choices=[
                            ("migrant_worker", "农民工"),
                            ("elderly", "老年人"),
                            ("woman", "妇女"),
                            ("minor", "未成年人"),
                            ("disabled", "残疾人"),
                            ("military", "军人军属"),
                            ("low_income", "低收入"),
                            ("other", "其他"),
                        ],
                        max_length=16,
                        verbose_name="受援人类别",
                    ),
                ),
                (
                    "matter",
                    models.CharField(
                        choices=[
                            ("wages", "请求支付劳动报酬"),
                            ("injury", "工伤和人身损害"),
                            ("traffic", "交通事故"),
                            ("family", "婚姻家庭"),
                            ("support", "赡养、抚养、扶养"),
                            ("insurance", "社会保险、社会救助"),
                            ("land", "土地、宅基地"),
                            ("contract", "合同债务"),
                            ("administrative", "行政争议"),
                            ("criminal", "刑事"),
                            ("other", "其他"),
                        ],
                        max_length=16,
                        verbose_name="事项类别",
                    ),
                ),
                (
                    "people",
                    township.records.fields.CountField(
                        blank=True,
                        ceiling=1000,
                        default=1,
                        help_text="一起来的填几人，默认 1 人。",
                        null=True,
                        verbose_name="人数",
                    ),
                ),
                (
                    "agency",
                    models.CharField(
                        blank=True, help_text="例如 县法律援助中心。", max_length=60, verbose_name="转交机构"
                    ),
                ),
                ("agency_number", models.CharField(blank=True, max_length=60, verbose_name="受理编号")),
                (
                    "result",
                    models.CharField(
                        blank=True,
                        choices=[("accepted", "已受理"), ("refused", "不符合条件"), ("closed", "已办结")],
                        help_text="县法律援助机构审查、办理的结果。",
                        max_length=10,
                        verbose_name="结果",
                    ),
                ),
                ("handler", models.CharField(blank=True, max_length=40, verbose_name="承办人")),
                (
                    "recovered",
                    township.records.fields.AmountField(
                        blank=True, decimal_places=2, max_digits=14, null=True, verbose_name="挽回损失（元）"
                    ),
                ),
                ("closed_on", models.DateField(blank=True, null=True, verbose_name="办结日期")),
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
                    "dispute",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="legal_aid",
                        to="disputes.dispute",
                        verbose_name="关联纠纷",
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
                "verbose_name": "法律援助",
                "verbose_name_plural": "法律援助",
                "ordering": ["-date", "-pk"],
                "abstract": False,
                "indexes": [
                    models.Index(fields=["keeper", "date"], name="disputes_le_keeper__09ae33_idx"),
                    models.Index(fields=["area", "date"], name="disputes_le_area_id_e93f73_idx"),
                ],
                "constraints": [
                    township.records.models.record.FieldRule(
                        condition=models.Q(("disclosure", "internal")),
                        field="disclosure",
                        message="这类记录固定为内部。",
                        name="legal_aid_internal",
                    ),
                    township.records.models.record.FieldRule(
                        condition=models.Q(("people", None), ("people__gte", 1), _connector="OR"),
                        field="people",
                        message="人数至少是 1；不清楚的可不填。",
                        name="legal_aid_helps_somebody",
                    ),
                    township.records.models.record.FieldRule(
                        condition=models.Q(
                            ("result", ""), ("service__in", ["guiding", "forwarding"]), _connector="OR"
                        ),
                        field="result",
                        message="只有指引申请、初审转交的才有县法律援助机构的结果。",
                        name="legal_aid_result_of_application",
                    ),
                    township.records.models.record.FieldRule(
                        condition=models.Q(("result", "closed"), ("closed_on", None), _negated=True),
                        field="closed_on",
                        message="已办结的，请填写办结日期。",
                        name="legal_aid_closed_on_a_day",
                    ),
                    township.records.models.record.FieldRule(
                        condition=models.Q(
                            ("date", None),
                            ("closed_on", None),
                            ("closed_on__gte", models.F("date")),
                            _connector="OR",
                        ),
                        field="closed_on",
                        message="办结日期不能早于日期。",
                        name="legal_aid_closes_after_it",
                    ),
                ],
            },
        ),
        migrations.AddIndex(
            model_name="dispute",
            index=models.Index(fields=["keeper", "date"], name="disputes_di_keeper__696c98_idx"),
        ),
        migrations.AddIndex(
            model_name="dispute",
            index=models.Index(fields=["area", "date"], name="disputes_di_area_id_7f5f5c_idx"),
        ),
        migrations.AddConstraint(
            model_name="dispute",
            constraint=township.records.models.record.FieldRule(
                condition=models.Q(("disclosure", "internal")),
                field="disclosure",
                message="这类记录固定为内部。",
                name="dispute_internal",
            ),
        ),
        migrations.AddConstraint(
            model_name="dispute",
            constraint=township.records.models.record.FieldRule(
                condition=models.Q(
                    ("date", None), ("closed_on", None), ("closed_on__gte", models.F("date")), _connector="OR"
                ),
                field="closed_on",
                message="结案日期不能早于受理日期。",
                name="dispute_closes_after_acceptance",
            ),
        ),
        migrations.AddConstraint(
            model_name="dispute",
            constraint=township.records.models.record.FieldRule(
                condition=models.Q(("result", "ongoing"), ("closed_on__isnull", False), _connector="OR"),
                field="closed_on",
                message="调解已有结果，请填写结案日期。",
                name="dispute_result_with_date",
            ),
        ),
        migrations.AddConstraint(
            model_name="dispute",
            constraint=township.records.models.record.FieldRule(
                condition=models.Q(
                    models.Q(("result", "ongoing"), _negated=True), ("closed_on", None), _connector="OR"
                ),
                field="result",
                message="填了结案日期，请选择调解结果；还在调解的请去掉结案日期。",
                name="dispute_date_with_result",
            ),
        ),
        migrations.AddConstraint(
            model_name="dispute",
            constraint=township.records.models.record.FieldRule(
                condition=models.Q(
                    models.Q(("result", "agreed"), _negated=True),
                    models.Q(("agreement_form", ""), _negated=True),
                    _connector="OR",
                ),
                field="agreement_form",
                message="达成协议的，请选择口头协议或书面协议。",
                name="dispute_agreement_has_form",
            ),
        ),
        migrations.AddConstraint(
            model_name="dispute",
            constraint=township.records.models.record.FieldRule(
                condition=models.Q(("result", "agreed"), ("agreement_form", ""), _connector="OR"),
                field="agreement_form",
                message="没有达成协议的，不用选协议形式。",
                name="dispute_form_only_of_agreement",
            ),
        ),
        migrations.AddConstraint(
            model_name="dispute",
            constraint=township.records.models.record.FieldRule(
                condition=models.Q(
                    ("result", "ongoing"), models.Q(("organisation", ""), _negated=True), _connector="OR"
                ),
                field="organisation",
                message="结案的请选择调解组织。",
                name="dispute_closed_by_organisation",
            ),
        ),
        migrations.AddConstraint(
            model_name="dispute",
            constraint=township.records.models.record.FieldRule(
                condition=models.Q(
                    ("closed_on", None),
                    ("followed_up_on", None),
                    ("followed_up_on__gte", models.F("closed_on")),
                    _connector="OR",
                ),
                field="followed_up_on",
                message="回访日期不能早于结案日期。",
                name="dispute_followed_up_after_closing",
            ),
        ),
    ]
