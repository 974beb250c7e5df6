import django.db.models.deletion
import django.utils.timezone
import township.people.sealing
import township.records.fields
import township.records.models.record
import township.records.models.reference
import township.records.personal_numbers
import uuid
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("openness", "0001_initial"),
        ("people", "0001_initial"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="NoticeItem",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("position", models.PositiveSmallIntegerField(default=0, editable=False)),
                ("name", models.CharField(blank=True, max_length=40, verbose_name="清单里没有的事项")),
                ("text", models.TextField(blank=True, verbose_name="内容")),
                (
                    "amount",
                    township.records.fields.AmountField(
                        blank=True, decimal_places=2, max_digits=14, null=True, verbose_name="金额（元）"
                    ),
                ),
            ],
            options={
                "verbose_name": "公开内容",
                "verbose_name_plural": "公开内容",
                "ordering": ["position", "pk"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="NoticeObjection",
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
                ("date", models.DateField(db_index=True, verbose_name="提出日期")),
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
                    "question",
                    models.TextField(
                        help_text="写对什么有疑问，不写提出人的姓名、电话。",
                        validators=[township.records.personal_numbers.no_personal_numbers],
                        verbose_name="异议内容",
                    ),
                ),
                (
                    "raised_by",
                    township.people.sealing.SealedTextField(
                        blank=True, help_text="可匿名不填；加密保存。", max_length=40, verbose_name="提出人"
                    ),
                ),
                ("due_on", models.DateField(editable=False, null=True, verbose_name="答复期限")),
                ("answered_on", models.DateField(blank=True, null=True, verbose_name="答复日期")),
                (
                    "answer",
                    models.TextField(
                        blank=True,
                        validators=[township.records.personal_numbers.no_personal_numbers],
                        verbose_name="答复内容",
                    ),
                ),
            ],
            options={
                "verbose_name": "三务公开异议",
                "verbose_name_plural": "三务公开异议",
                "ordering": ["-date", "-pk"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="PostingMatter",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
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
                    "key",
                    models.SlugField(
                        default=township.records.models.reference.own_key,
                        editable=False,
                        max_length=30,
                        verbose_name="代号",
                    ),
                ),
                ("name", models.CharField(max_length=40, verbose_name="事项名称")),
            ],
            options={
                "verbose_name": "三务公开事项",
                "verbose_name_plural": "三务公开事项",
                "ordering": ["pk"],
            },
        ),
        migrations.CreateModel(
            name="PostingRule",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
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
                    "every",
                    models.CharField(
                        choices=[
                            ("month", "每月"),
                            ("quarter", "每季度"),
                            ("half", "每半年"),
                            ("year", "年度"),
                        ],
                        max_length=8,
                        verbose_name="公开频次",
                    ),
                ),
                (
                    "days",
                    township.records.fields.CountField(
                        ceiling=90,
                        default=10,
                        help_text="所属期结束后几天内张贴算按期。",
                        required=True,
                        verbose_name="期后几天内公开",
                    ),
                ),
                ("supervised", models.BooleanField(default=False, verbose_name="要村务监督委员会审核")),
            ],
            options={
                "verbose_name": "三务公开频次",
                "verbose_name_plural": "三务公开频次",
                "ordering": ["pk"],
            },
        ),
        migrations.CreateModel(
            name="RequestRemedy",
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
                            ("review", "行政复议"),
                            ("lawsuit", "未经复议直接起诉"),
                            ("lawsuit_after", "复议后起诉"),
                        ],
                        max_length=14,
                        verbose_name="复议、诉讼",
                    ),
                ),
                ("begun_on", models.DateField(verbose_name="受理（立案）日期")),
                (
                    "concluded_on",
                    models.DateField(
                        blank=True, help_text="尚未审结的不填。", null=True, verbose_name="审结日期"
                    ),
                ),
                (
                    "result",
                    models.CharField(
                        blank=True,
                        choices=[("upheld", "结果维持"), ("corrected", "结果纠正"), ("other", "其他结果")],
                        max_length=10,
                        verbose_name="结果",
                    ),
                ),
            ],
            options={
                "verbose_name": "复议、诉讼",
                "verbose_name_plural": "复议、诉讼",
                "ordering": ["position", "pk"],
                "abstract": False,
            },
        ),
        migrations.AddField(
            model_name="disclosure",
            name="document_number",
            field=models.CharField(
                blank=True,
                help_text="例如 毛政发〔2022〕5号；没有文号的不填。",
                max_length=40,
                verbose_name="发文字号",
            ),
        ),
        migrations.AddField(
            model_name="disclosure",
            name="issuer",
            field=models.CharField(
                blank=True, help_text="不填就是本镇（街道）。", max_length=40, verbose_name="发文机构"
            ),
        ),
        migrations.AddField(
            model_name="disclosure",
            name="publish_by",
            field=models.DateField(editable=False, null=True, verbose_name="公开期限"),
        ),
        migrations.AddField(
            model_name="disclosure",
            name="scope",
            field=models.CharField(
                blank=True,
                choices=[("all", "面向社会"), ("concerned", "面向本镇有关村（社区）、单位")],
                default="all",
                max_length=10,
                verbose_name="公开范围",
            ),
        ),
        migrations.AddField(
            model_name="disclosure",
            name="shown_until",
            field=models.DateField(
                blank=True, help_text="限期公开的填。", null=True, verbose_name="公开截止日期"
            ),
        ),
        migrations.AddField(
            model_name="disclosure",
            name="signed_on",
            field=models.DateField(blank=True, null=True, verbose_name="成文日期"),
        ),
        migrations.AddField(
            model_name="disclosure",
            name="subject",
            field=models.CharField(
                blank=True,
                help_text="按县政府网站的分类写，例如 农业、林业、水利。",
                max_length=40,
                verbose_name="主题分类",
            ),
        ),
        migrations.AddField(
            model_name="disclosure",
            name="summary",
            field=models.TextField(
                blank=True,
                validators=[township.records.personal_numbers.no_personal_numbers],
                verbose_name="内容概述",
            ),
        ),
        migrations.AddField(
            model_name="disclosure",
            name="term",
            field=models.CharField(
                blank=True,
                choices=[("lasting", "长期公开"), ("limited", "限期公开")],
                default="lasting",
                max_length=10,
                verbose_name="公开时限",
            ),
        ),
        migrations.AddField(
            model_name="disclosure",
            name="text",
            field=models.TextField(
                blank=True,
                help_text="要打包报县政府网站的填；可以从 Word 里整篇粘贴，一段一行。",
                verbose_name="正文",
            ),
        ),
        migrations.AddField(
            model_name="disclosure",
            name="validity",
            field=models.CharField(
                blank=True,
                choices=[
                    ("valid", "有效"),
                    ("amended", "已修改"),
                    ("repealed", "已废止"),
                    ("expired", "已失效"),
                ],
                default="valid",
                max_length=10,
                verbose_name="有效性",
            ),
        ),
        migrations.AddField(
            model_name="disclosurerequest",
            name="consulted_on",
            field=models.DateField(
                blank=True,
                help_text="征求第三方或者其他机关意见；第三方应在收到之日起 15 个工作日内提出意见，所需时间不计入答复期限。",
                null=True,
                verbose_name="征求意见日期",
            ),
        ),
        migrations.AddField(
            model_name="disclosurerequest",
            name="consulted_until",
            field=models.DateField(
                blank=True, help_text="逾期没有提出意见的填期满之日。", null=True, verbose_name="收到意见日期"
            ),
        ),
        migrations.AddField(
            model_name="disclosurerequest",
            name="correct_by",
            field=models.DateField(editable=False, null=True, verbose_name="告知补正期限"),
        ),
        migrations.AddField(
            model_name="disclosurerequest",
            name="corrected_on",
            field=models.DateField(
                blank=True,
                help_text="答复期限从收到补正的申请之日起算。",
                null=True,
                verbose_name="收到补正日期",
            ),
        ),
        migrations.AddField(
            model_name="disclosurerequest",
            name="correction_asked_on",
            field=models.DateField(
                blank=True,
                help_text="申请内容不明确的，收到之日起 7 个工作日内一次性告知。",
                null=True,
                verbose_name="告知补正日期",
            ),
        ),
        migrations.AddField(
            model_name="disclosurerequest",
            name="extension_told_on",
            field=models.DateField(blank=True, null=True, verbose_name="延期告知申请人日期"),
        ),
        migrations.AddField(
            model_name="disclosurerequest",
            name="receipt_given_on",
            field=models.DateField(blank=True, null=True, verbose_name="出具登记回执日期"),
        ),
        migrations.AddField(
            model_name="disclosurerequest",
            name="way",
            field=models.CharField(
                blank=True,
                choices=[
                    ("desk", "当面提交"),
                    ("signed_post", "邮寄（签收）"),
                    ("plain_post", "平常信函"),
                    ("network", "网络、传真"),
                ],
                max_length=12,
                verbose_name="收到方式",
            ),
        ),
        migrations.AddField(
            model_name="villagenotice",
            name="days_late",
            field=models.PositiveIntegerField(editable=False, null=True, verbose_name="逾期天数"),
        ),
        migrations.AddField(
            model_name="villagenotice",
            name="supervised_on",
            field=models.DateField(blank=True, null=True, verbose_name="审核日期"),
        ),
        migrations.AlterField(
            model_name="disclosure",
            name="date",
            field=models.DateField(
                db_index=True,
                help_text="还没有发布的先填今天，登记网址时按实际发布的日期改。",
                verbose_name="发布日期",
            ),
        ),
        migrations.AlterField(
            model_name="disclosure",
            name="made_on",
            field=models.DateField(
                blank=True,
                help_text="信息形成或者变更的那天，20 个工作日从第二天算起。",
                null=True,
                verbose_name="生成日期",
            ),
        ),
        migrations.AlterField(
            model_name="disclosurerequest",
            name="date",
            field=models.DateField(
                db_index=True,
                help_text="当面提交的是提交之日，邮寄的是签收之日，平常信函和网络、传真的是与申请人确认之日。",
                verbose_name="收到日期",
            ),
        ),
        migrations.AlterField(
            model_name="villagenotice",
            name="span",
            field=models.CharField(
                choices=[("month", "按月"), ("quarter", "按季度"), ("half", "按半年"), ("year", "按年")],
                default="month",
                max_length=8,
                verbose_name="公开周期",
            ),
        ),
        migrations.AddConstraint(
            model_name="disclosure",
            constraint=township.records.models.record.FieldRule(
                condition=models.Q(
                    ("date", None),
                    ("shown_until", None),
                    ("shown_until__gte", models.F("date")),
                    _connector="OR",
                ),
                field="shown_until",
                message="公开截止日期不能早于发布日期。",
                name="disclosure_shown_after_publishing",
            ),
        ),
        migrations.AddConstraint(
            model_name="disclosure",
            constraint=township.records.models.record.FieldRule(
                condition=models.Q(("term", "limited"), ("shown_until", None), _negated=True),
                field="shown_until",
                message="限期公开的，请填写公开截止日期。",
                name="disclosure_limited_until",
            ),
        ),
        migrations.AddConstraint(
            model_name="disclosurerequest",
            constraint=township.records.models.record.FieldRule(
                condition=models.Q(
                    ("date", None),
                    ("correction_asked_on", None),
                    ("correction_asked_on__gte", models.F("date")),
                    _connector="OR",
                ),
                field="correction_asked_on",
                message="告知补正日期不能早于收到日期。",
                name="request_correction_after_receipt",
            ),
        ),
        migrations.AddConstraint(
            model_name="disclosurerequest",
            constraint=township.records.models.record.FieldRule(
                condition=models.Q(
                    ("correction_asked_on", None),
                    ("corrected_on", None),
                    ("corrected_on__gte", models.F("correction_asked_on")),
                    _connector="OR",
                ),
                field="corrected_on",
                message="收到补正日期不能早于告知补正日期。",
                name="request_corrected_after_asking",
            ),
        ),
        migrations.AddConstraint(
            model_name="disclosurerequest",
            constraint=township.records.models.record.FieldRule(
                condition=models.Q(
                    ("corrected_on__isnull", False), ("correction_asked_on", None), _negated=True
                ),
                field="correction_asked_on",
                message="收到了补正，请填写告知补正的日期。",
                name="request_correction_was_asked",
            ),
        ),
        migrations.AddConstraint(
            model_name="disclosurerequest",
            constraint=township.records.models.record.FieldRule(
                condition=models.Q(
                    ("date", None),
                    ("consulted_on", None),
                    ("consulted_on__gte", models.F("date")),
                    _connector="OR",
                ),
                field="consulted_on",
                message="征求意见日期不能早于收到日期。",
                name="request_consulted_after_receipt",
            ),
        ),
        migrations.AddConstraint(
            model_name="disclosurerequest",
            constraint=township.records.models.record.FieldRule(
                condition=models.Q(
                    ("consulted_on", None),
                    ("consulted_until", None),
                    ("consulted_until__gte", models.F("consulted_on")),
                    _connector="OR",
                ),
                field="consulted_until",
                message="收到意见日期不能早于征求意见日期。",
                name="request_consultation_in_order",
            ),
        ),
        migrations.AddConstraint(
            model_name="disclosurerequest",
            constraint=township.records.models.record.FieldRule(
                condition=models.Q(("consulted_until__isnull", False), ("consulted_on", None), _negated=True),
                field="consulted_on",
                message="填了收到意见日期，请填写征求意见日期。",
                name="request_consultation_began",
            ),
        ),
        migrations.AddConstraint(
            model_name="disclosurerequest",
            constraint=township.records.models.record.FieldRule(
                condition=models.Q(("extension_told_on__isnull", False), ("extension", None), _negated=True),
                field="extension",
                message="告知了延期，请填写延长的工作日数。",
                name="request_extension_told",
            ),
        ),
        migrations.AddField(
            model_name="noticeitem",
            name="record",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="contents",
                to="openness.villagenotice",
            ),
        ),
        migrations.AddField(
            model_name="noticeobjection",
            name="area",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="people.area",
                verbose_name="所属村（社区）",
            ),
        ),
        migrations.AddField(
            model_name="noticeobjection",
            name="created_by",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="录入人",
            ),
        ),
        migrations.AddField(
            model_name="noticeobjection",
            name="keeper",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="people.area",
                verbose_name="填报单位",
            ),
        ),
        migrations.AddField(
            model_name="noticeobjection",
            name="notice",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="objections",
                to="openness.villagenotice",
                verbose_name="对哪次公开",
            ),
        ),
        migrations.AddField(
            model_name="noticeobjection",
            name="office",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="people.office",
                verbose_name="承办部门",
            ),
        ),
        migrations.AddField(
            model_name="noticeobjection",
            name="reviewed_by",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="审核人",
            ),
        ),
        migrations.AddField(
            model_name="noticeobjection",
            name="updated_by",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="最后修改人",
            ),
        ),
        migrations.AddField(
            model_name="postingmatter",
            name="area",
            field=models.ForeignKey(
                blank=True,
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="people.area",
                verbose_name="适用范围",
            ),
        ),
        migrations.AddField(
            model_name="noticeitem",
            name="matter",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="openness.postingmatter",
                verbose_name="公开事项",
            ),
        ),
        migrations.AddField(
            model_name="villagenotice",
            name="subjects",
            field=models.ManyToManyField(
                blank=True,
                help_text="事项清单在“设置”里维护；要打印张贴稿的，在下面逐项写内容。",
                related_name="+",
                to="openness.postingmatter",
                verbose_name="公开事项",
            ),
        ),
        migrations.AddConstraint(
            model_name="villagenotice",
            constraint=township.records.models.record.FieldRule(
                condition=models.Q(
                    ("supervised_on", None),
                    ("date", None),
                    ("date__gte", models.F("supervised_on")),
                    _connector="OR",
                ),
                field="date",
                message="先审核后公开，公开日期不能早于审核日期。",
                name="notice_supervised_before_posting",
            ),
        ),
        migrations.AddField(
            model_name="postingrule",
            name="area",
            field=models.ForeignKey(
                blank=True,
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="people.area",
                verbose_name="适用范围",
            ),
        ),
        migrations.AddField(
            model_name="requestremedy",
            name="record",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="remedies",
                to="openness.disclosurerequest",
            ),
        ),
        migrations.AddIndex(
            model_name="noticeobjection",
            index=models.Index(fields=["keeper", "date"], name="openness_no_keeper__188bd8_idx"),
        ),
        migrations.AddIndex(
            model_name="noticeobjection",
            index=models.Index(fields=["area", "date"], name="openness_no_area_id_b81d53_idx"),
        ),
        migrations.AddConstraint(
            model_name="noticeobjection",
            constraint=township.records.models.record.FieldRule(
                condition=models.Q(("disclosure", "internal")),
                field="disclosure",
                message="这类记录固定为内部。",
                name="notice_objection_internal",
            ),
        ),
        migrations.AddConstraint(
            model_name="noticeobjection",
            constraint=township.records.models.record.FieldRule(
                condition=models.Q(
                    ("date", None),
                    ("answered_on", None),
                    ("answered_on__gte", models.F("date")),
                    _connector="OR",
                ),
                field="answered_on",
                message="答复日期不能早于提出日期。",
                name="notice_objection_answered_after",
            ),
        ),
        migrations.AddConstraint(
            model_name="noticeobjection",
            constraint=township.records.models.record.FieldRule(
                condition=models.Q(
                    ("answered_on", None), models.Q(("answer", ""), _negated=True), _connector="OR"
                ),
                field="answer",
                message="已经答复的，请写明答复内容。",
                name="notice_objection_answer_written",
            ),
        ),
        migrations.AddConstraint(
            model_name="postingmatter",
            constraint=models.UniqueConstraint(
                fields=("area", "category", "key"), name="posting_matter_key_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="noticeitem",
            constraint=township.records.models.record.FieldRule(
                condition=models.Q(
                    ("matter__isnull", False), models.Q(("name", ""), _negated=True), _connector="OR"
                ),
                field="matter",
                message="请选公开事项；清单里没有的写在“清单里没有的事项”里。",
                name="notice_item_named",
            ),
        ),
        migrations.AddConstraint(
            model_name="postingrule",
            constraint=models.UniqueConstraint(
                fields=("area", "category"),
                name="posting_rule_once_per_category",
                violation_error_message="这个类别已经定了频次，请改原来的那一条。",
            ),
        ),
        migrations.AddConstraint(
            model_name="requestremedy",
            constraint=township.records.models.record.FieldRule(
                condition=models.Q(
                    ("begun_on", None),
                    ("concluded_on", None),
                    ("concluded_on__gte", models.F("begun_on")),
                    _connector="OR",
                ),
                field="concluded_on",
                message="审结日期不能早于受理日期。",
                name="remedy_concluded_after_beginning",
            ),
        ),
        migrations.AddConstraint(
            model_name="requestremedy",
            constraint=township.records.models.record.FieldRule(
                condition=models.Q(
                    ("concluded_on", None), models.Q(("result", ""), _negated=True), _connector="OR"
                ),
                field="result",
                message="已经审结，请选择结果。",
                name="remedy_result_given",
            ),
        ),
        migrations.AddConstraint(
            model_name="requestremedy",
            constraint=township.records.models.record.FieldRule(
                condition=models.Q(
                    models.Q(("result", ""), _negated=True), ("concluded_on", None), _negated=True
                ),
                field="concluded_on",
                message="有了结果，请填写审结日期。",
                name="remedy_day_of_result",
            ),
        ),
    ]
