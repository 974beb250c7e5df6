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
    dependencies = [("people", "0001_initial"), migrations.swappable_dependency(settings.AUTH_USER_MODEL)]
    operations = [
        migrations.CreateModel(
            name="Disclosure",
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
                ("date", models.DateField(db_index=True, verbose_name="发布日期")),
                (
                    "title",
                    models.CharField(
                        blank=True,
                        max_length=120,
                        validators=[township.records.personal_numbers.no_personal_numbers],
                        verbose_name="标题",
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
                    "column",
                    models.CharField(
                        choices=[
                            ("policy", "政策文件"),
                            ("budget", "财政预决算"),
                            ("rural_funds", "乡村振兴资金"),
                            ("welfare", "社会救助"),
                            ("enforcement", "行政执法"),
                            ("emergency", "应急"),
                            ("other", "其他"),
                        ],
                        max_length=12,
                        verbose_name="公开栏目",
                    ),
                ),
                (
                    "channels",
                    township.records.fields.MultiChoiceField(
                        blank=False,
                        choices=[
                            ("website", "县政府网站本镇专栏"),
                            ("account", "公众号"),
                            ("board", "公开栏"),
                        ],
                        default=list,
                        help_text="同一条信息发几个渠道都选上，仍计一条。",
                        max_length=200,
                        verbose_name="渠道",
                    ),
                ),
                ("made_on", models.DateField(blank=True, null=True, verbose_name="生成日期")),
                ("index_number", models.CharField(blank=True, max_length=60, verbose_name="索引号")),
                ("normative", models.BooleanField(default=False, verbose_name="规范性文件")),
                ("cleared_on", models.DateField(blank=True, null=True, verbose_name="审查日期")),
                (
                    "link",
                    township.records.fields.WebAddressField(
                        blank=True, help_text="只在公开栏张贴的不填。", verbose_name="链接"
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
                    "cleared_by",
                    models.ForeignKey(
                        blank=True,
                        help_text="要换一个人，不能是录入这条信息的人。",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="people.person",
                        verbose_name="保密审查人",
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
                "verbose_name": "政务公开",
                "verbose_name_plural": "政务公开",
                "ordering": ["-date", "-pk"],
                "abstract": False,
                "indexes": [
                    models.Index(fields=["keeper", "date"], name="openness_di_keeper__f8d92a_idx"),
                    models.Index(fields=["area", "date"], name="openness_di_area_id_72281f_idx"),
                ],
                "constraints": [
                    township.records.models.record.FieldRule(
                        condition=models.Q(
                            ("made_on", None),
                            ("date", None),
                            ("date__gte", models.F("made_on")),
                            _connector="OR",
                        ),
                        field="date",
                        message="发布日期不能早于生成日期。",
                        name="disclosure_made_before_publishing",
                    ),
                    township.records.models.record.FieldRule(
                        condition=models.Q(
                            ("cleared_on", None),
                            ("date", None),
                            ("date__gte", models.F("cleared_on")),
                            _connector="OR",
                        ),
                        field="date",
                        message="先保密审查后公开，发布日期不能早于审查日期。",
                        name="disclosure_cleared_before_publishing",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="DisclosureRequest",
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
                ("date", models.DateField(db_index=True, verbose_name="收到日期")),
                (
                    "title",
                    models.CharField(
                        blank=True,
                        help_text="写申请公开什么，不写申请人姓名、证件号码、电话。",
                        max_length=120,
                        validators=[township.records.personal_numbers.no_personal_numbers],
                        verbose_name="申请内容",
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
                ("external_ref", models.CharField(blank=True, max_length=60, verbose_name="登记编号")),
                (
                    "applicant",
                    models.CharField(
                        choices=[
                            ("person", "自然人"),
                            ("business", "商业企业"),
                            ("research", "科研机构"),
                            ("welfare", "社会公益组织"),
                            ("legal", "法律服务机构"),
                            ("other", "其他组织"),
                        ],
                        max_length=10,
                        verbose_name="申请人类别",
                    ),
                ),
                (
                    "extension",
                    township.records.fields.CountField(
                        blank=True,
                        ceiling=365,
                        help_text="经批准并告知申请人的，最多 20 个工作日；没有延长不填。",
                        null=True,
                        verbose_name="延长工作日数",
                    ),
                ),
                ("due_on", models.DateField(editable=False, null=True, verbose_name="答复期限")),
                (
                    "answered_on",
                    models.DateField(blank=True, db_index=True, null=True, verbose_name="答复日期"),
                ),
                (
                    "result",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("granted", "予以公开"),
                            ("partial", "部分公开"),
                            ("refused_secret", "不予公开：属于国家秘密"),
                            ("refused_law", "不予公开：其他法律行政法规禁止公开"),
                            ("refused_safety", "不予公开：危及“三安全一稳定”"),
                            ("refused_third", "不予公开：保护第三方合法权益"),
                            ("refused_internal", "不予公开：属于三类内部事务信息"),
                            ("refused_process", "不予公开：属于四类过程性信息"),
                            ("refused_case_file", "不予公开：属于行政执法案卷"),
                            ("refused_inquiry", "不予公开：属于行政查询事项"),
                            ("none_held", "无法提供：本机关不掌握"),
                            ("none_ready", "无法提供：没有现成信息需要另行制作"),
                            ("none_clear", "无法提供：补正后申请内容仍不明确"),
                            ("unhandled_petition", "不予处理：信访举报投诉类申请"),
                            ("unhandled_repeat", "不予处理：重复申请"),
                            ("unhandled_published", "不予处理：要求提供公开出版物"),
                            ("unhandled_many", "不予处理：无正当理由大量反复申请"),
                            ("unhandled_confirm", "不予处理：要求确认或重新出具已获取信息"),
                            ("other_unamended", "其他处理：逾期不补正"),
                            ("other_unpaid", "其他处理：逾期未按收费通知缴费"),
                            ("other", "其他处理：其他"),
                        ],
                        help_text="选项同政府信息公开年报；部分公开的只选“部分公开”一种。",
                        max_length=20,
                        verbose_name="处理结果",
                    ),
                ),
                (
                    "remedy",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("review", "行政复议"),
                            ("lawsuit", "未经复议直接起诉"),
                            ("lawsuit_after", "复议后起诉"),
                        ],
                        max_length=14,
                        verbose_name="复议、诉讼",
                    ),
                ),
                (
                    "remedy_result",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("upheld", "结果维持"),
                            ("corrected", "结果纠正"),
                            ("other", "其他结果"),
                            ("pending", "尚未审结"),
                        ],
                        max_length=10,
                        verbose_name="复议、诉讼结果",
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
                "verbose_name": "依申请公开",
                "verbose_name_plural": "依申请公开",
                "ordering": ["-date", "-pk"],
                "abstract": False,
                "indexes": [
                    models.Index(fields=["keeper", "date"], name="openness_di_keeper__a81ce3_idx"),
                    models.Index(fields=["area", "date"], name="openness_di_area_id_3fd9d2_idx"),
                ],
                "constraints": [
                    township.records.models.record.FieldRule(
                        condition=models.Q(("disclosure", "internal")),
                        field="disclosure",
                        message="这类记录固定为内部。",
                        name="request_internal",
                    ),
                    township.records.models.record.FieldRule(
                        condition=models.Q(
                            ("date", None),
                            ("answered_on", None),
                            ("answered_on__gte", models.F("date")),
                            _connector="OR",
                        ),
                        field="answered_on",
                        message="答复日期不能早于收到日期。",
                        name="request_answered_after_it",
                    ),
                    township.records.models.record.FieldRule(
                        condition=models.Q(
                            ("extension", None),
                            models.Q(("extension__gte", 1), ("extension__lte", 20)),
                            _connector="OR",
                        ),
                        field="extension",
                        message="答复期限可延长 1 到 20 个工作日；没有延长的不填。",
                        name="request_extension_within_limit",
                    ),
                    township.records.models.record.FieldRule(
                        condition=models.Q(("result", ""), ("answered_on__isnull", False), _connector="OR"),
                        field="answered_on",
                        message="已有处理结果，请填写答复日期。",
                        name="request_result_with_date",
                    ),
                    township.records.models.record.FieldRule(
                        condition=models.Q(
                            ("answered_on", None), models.Q(("result", ""), _negated=True), _connector="OR"
                        ),
                        field="result",
                        message="已经答复，请选择处理结果。",
                        name="request_date_with_result",
                    ),
                    township.records.models.record.FieldRule(
                        condition=models.Q(
                            ("remedy", ""), models.Q(("remedy_result", ""), _negated=True), _connector="OR"
                        ),
                        field="remedy_result",
                        message="有复议、诉讼的，请选择结果；还没有结果选“尚未审结”。",
                        name="request_remedy_with_result",
                    ),
                    township.records.models.record.FieldRule(
                        condition=models.Q(
                            ("remedy_result", ""), models.Q(("remedy", ""), _negated=True), _connector="OR"
                        ),
                        field="remedy",
                        message="填了复议、诉讼结果，请选择是复议还是诉讼。",
                        name="request_result_of_remedy",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="VillageNotice",
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
                ("date", models.DateField(db_index=True, verbose_name="公开日期")),
                (
                    "title",
                    models.CharField(
                        blank=True, help_text="可不填，自动生成。", max_length=120, verbose_name="标题"
                    ),
                ),
                (
                    "category",
                    models.CharField(
                        choices=[("party", "党务"), ("village", "村（居）务"), ("finance", "财务")],
                        max_length=10,
                        verbose_name="公开类别",
                    ),
                ),
                (
                    "span",
                    models.CharField(
                        choices=[("month", "按月"), ("quarter", "按季度"), ("half", "按半年")],
                        default="month",
                        max_length=8,
                        verbose_name="公开周期",
                    ),
                ),
                (
                    "period_start",
                    township.records.fields.MonthField(
                        db_index=True,
                        help_text="选月份；按季度、半年公开的，选其中任何一个月都行。",
                        verbose_name="所属期",
                    ),
                ),
                ("period_end", models.DateField(editable=False, verbose_name="所属期止")),
                ("late", models.BooleanField(default=False, editable=False, verbose_name="逾期")),
                (
                    "matters",
                    township.records.fields.MultiChoiceField(
                        blank=True,
                        choices=[
                            ("resolutions", "党组织决议及执行"),
                            ("members", "党员发展与教育"),
                            ("dues", "党费收缴使用"),
                            ("discipline", "党风廉政建设"),
                            ("decisions", "村（居）民会议决定事项"),
                            ("welfare", "低保、救助对象"),
                            ("homesteads", "宅基地审批"),
                            ("land", "土地承包与征收补偿"),
                            ("projects", "工程项目建设"),
                            ("subsidies", "惠农补贴发放"),
                            ("labour", "筹资筹劳"),
                            ("income", "收入明细"),
                            ("expenses", "支出明细"),
                            ("assets", "集体资产与资源"),
                            ("debts", "债权债务"),
                            ("allowances", "干部报酬补贴"),
                            ("other", "其他事项"),
                        ],
                        default=list,
                        max_length=200,
                        verbose_name="公开事项",
                    ),
                ),
                (
                    "items",
                    township.records.fields.CountField(
                        blank=True,
                        ceiling=1000,
                        help_text="不填就按勾选的公开事项数。",
                        null=True,
                        verbose_name="条数",
                    ),
                ),
                (
                    "forms",
                    township.records.fields.MultiChoiceField(
                        blank=False,
                        choices=[
                            ("board", "公开栏"),
                            ("meeting", "村民代表会议"),
                            ("broadcast", "广播"),
                            ("chat", "微信群"),
                            ("platform", "监督平台"),
                        ],
                        default=list,
                        max_length=200,
                        verbose_name="公开形式",
                    ),
                ),
                ("shown_until", models.DateField(blank=True, null=True, verbose_name="公示至")),
                (
                    "objection",
                    models.CharField(
                        choices=[("none", "无"), ("raised", "有")],
                        default="none",
                        max_length=8,
                        verbose_name="群众异议",
                    ),
                ),
                ("objection_text", models.TextField(blank=True, verbose_name="异议内容及答复")),
                ("replied_on", models.DateField(blank=True, null=True, verbose_name="异议答复日期")),
                ("link", township.records.fields.WebAddressField(blank=True, verbose_name="平台链接")),
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
                    "supervisor",
                    models.ForeignKey(
                        blank=True,
                        help_text="村务监督委员会的审核人；财务公开必须填写。",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="people.person",
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
                "verbose_name": "三务公开",
                "verbose_name_plural": "三务公开",
                "ordering": ["-date", "-pk"],
                "abstract": False,
                "indexes": [
                    models.Index(fields=["keeper", "date"], name="openness_vi_keeper__b2e6b9_idx"),
                    models.Index(fields=["area", "date"], name="openness_vi_area_id_5c98cd_idx"),
                ],
                "constraints": [
                    township.records.models.record.FieldRule(
                        condition=models.Q(
                            ("period_start", None),
                            ("date", None),
                            ("date__gte", models.F("period_start")),
                            _connector="OR",
                        ),
                        field="date",
                        message="公开日期不能早于所属期。",
                        name="notice_posted_after_span_begins",
                    ),
                    township.records.models.record.FieldRule(
                        condition=models.Q(
                            ("date", None),
                            ("shown_until", None),
                            ("shown_until__gte", models.F("date")),
                            _connector="OR",
                        ),
                        field="shown_until",
                        message="公示至不能早于公开日期。",
                        name="notice_shown_after_posting",
                    ),
                    township.records.models.record.FieldRule(
                        condition=models.Q(
                            ("date", None),
                            ("replied_on", None),
                            ("replied_on__gte", models.F("date")),
                            _connector="OR",
                        ),
                        field="replied_on",
                        message="异议答复日期不能早于公开日期。",
                        name="notice_replied_after_posting",
                    ),
                    township.records.models.record.FieldRule(
                        condition=models.Q(("category", "finance"), ("supervisor", None), _negated=True),
                        field="supervisor",
                        message="财务公开要经村务监督委员会审核，请填写审核人。",
                        name="notice_finance_supervised",
                    ),
                    township.records.models.record.FieldRule(
                        condition=models.Q(
                            models.Q(("objection", "raised"), _negated=True),
                            models.Q(("objection_text", ""), _negated=True),
                            _connector="OR",
                        ),
                        field="objection_text",
                        message="有群众异议的，请写明异议内容。",
                        name="notice_objection_described",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("period_end__gte", models.F("period_start"))),
                        name="notice_span_in_order",
                    ),
                ],
            },
        ),
    ]
