import django.db.models.deletion
import django.utils.timezone
import township.records.fields
import township.records.models.record
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
            name="Attendance",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("position", models.PositiveSmallIntegerField(default=0, editable=False)),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="people.person",
                        verbose_name="姓名",
                    ),
                ),
            ],
            options={
                "verbose_name": "参会人员",
                "verbose_name_plural": "参会人员",
                "ordering": ["position", "pk"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="StudySession",
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
                (
                    "ended_on",
                    models.DateField(
                        blank=True,
                        help_text="几天的培训班填最后一天，算一期；当天结束的不填。",
                        null=True,
                        verbose_name="结束日期",
                    ),
                ),
                ("title", models.CharField(blank=True, max_length=120, verbose_name="学习主题")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("party_committee", "党委会会前学法"),
                            ("office_meeting", "镇长办公会（党政联席会）会前学法"),
                            ("central_group", "党委理论学习中心组学法"),
                            ("first_topic", "“第一议题”学习"),
                            ("staff", "干部职工学法"),
                            ("branch", "支部（主题党日）学法"),
                            ("lecture", "法治讲座"),
                            ("course", "法治培训"),
                            ("principal_lecture", "主要负责人讲法治课"),
                            ("officers", "行政执法人员培训"),
                            ("mediators", "人民调解员培训"),
                            ("guides", "“法律明白人”培训"),
                            ("court", "旁听庭审"),
                            ("online", "线上学法"),
                            ("other", "其他"),
                        ],
                        max_length=20,
                        verbose_name="学法形式",
                    ),
                ),
                (
                    "meeting_name",
                    models.CharField(
                        blank=True,
                        help_text="会前学法写明是哪一次会议，例如 2022年第3次党委会议。",
                        max_length=60,
                        verbose_name="依附会议",
                    ),
                ),
                (
                    "part",
                    models.CharField(
                        choices=[("host", "主办"), ("attend", "参加")],
                        default="host",
                        help_text="县里统一组织的培训、视频会选“参加”，不计入举办次数。",
                        max_length=8,
                        verbose_name="主办或参加",
                    ),
                ),
                (
                    "lecturer",
                    models.CharField(
                        blank=True,
                        help_text="例如 张三（镇党委书记）。",
                        max_length=60,
                        verbose_name="主讲人及职务",
                    ),
                ),
                (
                    "invited",
                    models.BooleanField(
                        default=False, help_text="律师、法官、党校教师等。", verbose_name="外请"
                    ),
                ),
                (
                    "audience",
                    township.records.fields.MultiChoiceField(
                        blank=True,
                        choices=[
                            ("leaders", "班子成员"),
                            ("staff", "机关干部"),
                            ("village", "村（社区）干部"),
                            ("officers", "执法人员"),
                            ("mediators", "人民调解员"),
                            ("guides", "“法律明白人”"),
                            ("teachers", "教师"),
                            ("enterprises", "企业经营管理人员"),
                            ("other", "其他"),
                        ],
                        default=list,
                        max_length=200,
                        verbose_name="参加对象",
                    ),
                ),
                (
                    "ways",
                    township.records.fields.MultiChoiceField(
                        blank=True,
                        choices=[
                            ("reading", "集中学习"),
                            ("discussion", "专题研讨"),
                            ("cases", "案例教学"),
                            ("on_site", "现场教学"),
                            ("video", "视频教学"),
                        ],
                        default=list,
                        help_text="中心组学法里安排了研讨的，选上“专题研讨”，仍算一次。",
                        max_length=200,
                        verbose_name="学习方式",
                    ),
                ),
                (
                    "expected",
                    township.records.fields.CountField(blank=True, null=True, verbose_name="应到人数"),
                ),
                (
                    "attendance",
                    township.records.fields.CountField(
                        help_text="几天的培训按人头只计一次；分场签到的请分场录。",
                        required=True,
                        verbose_name="实到人数",
                    ),
                ),
                ("absences", models.CharField(blank=True, max_length=200, verbose_name="未到及补学")),
                (
                    "hours",
                    township.records.fields.QuantityField(
                        blank=True,
                        ceiling=200,
                        decimal_places=1,
                        max_digits=6,
                        null=True,
                        verbose_name="学时",
                    ),
                ),
                ("place", models.CharField(blank=True, max_length=60, verbose_name="地点")),
                ("planned", models.BooleanField(default=False, verbose_name="列入年度学法计划")),
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
                    "attendees",
                    models.ManyToManyField(
                        blank=True,
                        help_text="从名册勾选，选填；勾了才能统计有多少人学过法（按人去重）。",
                        related_name="+",
                        through="training.Attendance",
                        to="people.person",
                        verbose_name="参会人员",
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
                    "laws",
                    models.ManyToManyField(
                        blank=True,
                        help_text="一次学几部法都选上，仍算一次。",
                        related_name="+",
                        to="records.law",
                        verbose_name="学习内容（法律法规）",
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
                    "topics",
                    models.ManyToManyField(
                        blank=True,
                        limit_choices_to={"use": "study"},
                        related_name="+",
                        to="records.topic",
                        verbose_name="专题标签",
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
                "verbose_name": "学法活动",
                "verbose_name_plural": "学法活动",
                "ordering": ["-date", "-pk"],
                "abstract": False,
                "indexes": [
                    models.Index(fields=["keeper", "date"], name="training_st_keeper__4600c6_idx"),
                    models.Index(fields=["area", "date"], name="training_st_area_id_ed7443_idx"),
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
                        message="结束日期不能早于开始日期。",
                        name="study_session_ends_after_start",
                    ),
                    township.records.models.record.FieldRule(
                        condition=models.Q(
                            ("attendance", None),
                            ("expected", None),
                            ("attendance__lte", models.F("expected")),
                            _connector="OR",
                        ),
                        field="attendance",
                        message="实到人数不能多于应到人数；临时增加的人请一并计入应到。",
                        name="study_session_attendance_within_expected",
                    ),
                    township.records.models.record.FieldRule(
                        condition=models.Q(("kind", "principal_lecture"), ("lecturer", ""), _negated=True),
                        field="lecturer",
                        message="主要负责人讲法治课请填写主讲人及职务。",
                        name="principal_lecture_names_lecturer",
                    ),
                ],
            },
        ),
        migrations.AddField(
            model_name="attendance",
            name="record",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="attendances",
                to="training.studysession",
            ),
        ),
        migrations.CreateModel(
            name="Exam",
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
                ("date", models.DateField(db_index=True, verbose_name="开始日期")),
                (
                    "ended_on",
                    models.DateField(
                        blank=True, help_text="当天考完的不填。", null=True, verbose_name="结束日期"
                    ),
                ),
                ("title", models.CharField(blank=True, max_length=120, verbose_name="考试名称")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("civil", "国家工作人员学法考试"),
                            ("appointment", "任前法律知识考试"),
                            ("qualification", "执法资格考试"),
                            ("must_know", "应知应会测试"),
                            ("guides", "“法律明白人”考试"),
                        ],
                        max_length=16,
                        verbose_name="考试类别",
                    ),
                ),
                ("organiser", models.CharField(blank=True, max_length=60, verbose_name="组织单位")),
                (
                    "method",
                    models.CharField(
                        blank=True,
                        choices=[("online", "线上平台"), ("closed_book", "闭卷")],
                        max_length=12,
                        verbose_name="考试方式",
                    ),
                ),
                ("expected", township.records.fields.CountField(required=True, verbose_name="应考人数")),
                (
                    "taken",
                    township.records.fields.CountField(
                        help_text="只填首考的人数，补考另填。", required=True, verbose_name="实考人数"
                    ),
                ),
                (
                    "passed",
                    township.records.fields.CountField(
                        blank=True,
                        help_text="成绩出来后补填；补考合格的另填。",
                        null=True,
                        verbose_name="合格人数",
                    ),
                ),
                (
                    "excellent",
                    township.records.fields.CountField(blank=True, null=True, verbose_name="优秀人数"),
                ),
                (
                    "average",
                    township.records.fields.QuantityField(
                        blank=True,
                        ceiling=200,
                        decimal_places=1,
                        max_digits=6,
                        null=True,
                        verbose_name="平均分",
                    ),
                ),
                (
                    "pass_mark",
                    township.records.fields.CountField(
                        blank=True, ceiling=200, null=True, verbose_name="合格分数线"
                    ),
                ),
                (
                    "resits",
                    township.records.fields.CountField(blank=True, null=True, verbose_name="补考人数"),
                ),
                (
                    "resits_passed",
                    township.records.fields.CountField(blank=True, null=True, verbose_name="补考合格人数"),
                ),
                (
                    "absentees",
                    models.TextField(blank=True, help_text="仅内部查看。", verbose_name="缺考人员及原因"),
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
                "verbose_name": "学法考试",
                "verbose_name_plural": "学法考试",
                "ordering": ["-date", "-pk"],
                "abstract": False,
                "indexes": [
                    models.Index(fields=["keeper", "date"], name="training_ex_keeper__9d3585_idx"),
                    models.Index(fields=["area", "date"], name="training_ex_area_id_4cb963_idx"),
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
                        message="结束日期不能早于开始日期。",
                        name="exam_ends_after_start",
                    ),
                    township.records.models.record.FieldRule(
                        condition=models.Q(
                            ("taken", None),
                            ("expected", None),
                            ("taken__lte", models.F("expected")),
                            _connector="OR",
                        ),
                        field="taken",
                        message="实考人数不能多于应考人数。",
                        name="exam_taken_within_expected",
                    ),
                    township.records.models.record.FieldRule(
                        condition=models.Q(
                            ("passed", None),
                            ("taken", None),
                            ("passed__lte", models.F("taken")),
                            _connector="OR",
                        ),
                        field="passed",
                        message="合格人数不能多于实考人数。",
                        name="exam_passed_within_taken",
                    ),
                    township.records.models.record.FieldRule(
                        condition=models.Q(
                            ("excellent", None),
                            ("passed", None),
                            ("excellent__lte", models.F("passed")),
                            _connector="OR",
                        ),
                        field="excellent",
                        message="优秀人数不能多于合格人数。",
                        name="exam_excellent_within_passed",
                    ),
                    township.records.models.record.FieldRule(
                        condition=models.Q(
                            ("resits_passed", None),
                            ("resits", None),
                            ("resits_passed__lte", models.F("resits")),
                            _connector="OR",
                        ),
                        field="resits_passed",
                        message="补考合格人数不能多于补考人数。",
                        name="exam_resits_passed_within_resits",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="LeaderLegalReport",
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
                ("date", models.DateField(db_index=True, verbose_name="述法日期")),
                ("year", township.records.fields.YearField(verbose_name="年度")),
                ("post", models.CharField(help_text="述法时的职务。", max_length=60, verbose_name="职务")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("principal", "镇党政主要负责人"),
                            ("member", "班子成员"),
                            ("office_head", "部门负责人"),
                            ("village_secretary", "村（社区）党组织书记"),
                        ],
                        max_length=18,
                        verbose_name="类别",
                    ),
                ),
                (
                    "method",
                    models.CharField(
                        choices=[("meeting", "会议述法"), ("written", "书面述法"), ("joined", "与述职合并")],
                        max_length=8,
                        verbose_name="述法方式",
                    ),
                ),
                ("meeting_name", models.CharField(blank=True, max_length=60, verbose_name="述法会议")),
                (
                    "report_kept_at",
                    models.CharField(
                        blank=True,
                        help_text="上传了述法报告的不用填；纸质报告写明存放处，例如 存党政办，编号××。",
                        max_length=60,
                        verbose_name="述法报告存放",
                    ),
                ),
                (
                    "grade",
                    models.CharField(
                        blank=True,
                        choices=[("good", "好"), ("fairly_good", "较好"), ("fair", "一般"), ("poor", "差")],
                        max_length=12,
                        verbose_name="评议结果",
                    ),
                ),
                (
                    "score",
                    township.records.fields.QuantityField(
                        blank=True,
                        ceiling=200,
                        decimal_places=1,
                        max_digits=6,
                        null=True,
                        verbose_name="评议得分",
                    ),
                ),
                ("problems", models.TextField(blank=True, verbose_name="指出的问题")),
                ("rectified_on", models.DateField(blank=True, null=True, verbose_name="整改完成日期")),
                ("reported_on", models.DateField(blank=True, null=True, verbose_name="报县日期")),
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
                    "commented_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="people.person",
                        verbose_name="点评人",
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
                        verbose_name="述法人",
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
                "verbose_name": "年度述法",
                "verbose_name_plural": "年度述法",
                "ordering": ["-date", "-pk"],
                "abstract": False,
                "indexes": [
                    models.Index(fields=["keeper", "date"], name="training_le_keeper__aeaf7b_idx"),
                    models.Index(fields=["area", "date"], name="training_le_area_id_c5b409_idx"),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("state", "voided"), _negated=True),
                        fields=("year", "person"),
                        name="leader_reports_once_a_year",
                        violation_error_message="这个人这一年的述法已经登记过，请打开原来的记录修改。",
                    ),
                    township.records.models.record.FieldRule(
                        condition=models.Q(
                            ("date", None),
                            ("rectified_on", None),
                            ("rectified_on__gte", models.F("date")),
                            _connector="OR",
                        ),
                        field="rectified_on",
                        message="整改完成日期不能早于述法日期。",
                        name="leader_report_rectified_after_reporting",
                    ),
                    township.records.models.record.FieldRule(
                        condition=models.Q(
                            ("date", None),
                            ("reported_on", None),
                            ("reported_on__gte", models.F("date")),
                            _connector="OR",
                        ),
                        field="reported_on",
                        message="报县日期不能早于述法日期。",
                        name="leader_report_sent_after_reporting",
                    ),
                ],
            },
        ),
        migrations.AddConstraint(
            model_name="attendance",
            constraint=models.UniqueConstraint(fields=("record", "person"), name="attends_a_session_once"),
        ),
    ]
