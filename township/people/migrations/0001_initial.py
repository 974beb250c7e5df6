import django.contrib.auth.models
import django.contrib.auth.validators
import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True
    dependencies = [("auth", "0012_alter_user_first_name_max_length")]
    operations = [
        migrations.CreateModel(
            name="Area",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "level",
                    models.PositiveSmallIntegerField(
                        choices=[(1, "县（市、区）"), (2, "乡镇（街道）"), (3, "村（社区）")],
                        verbose_name="层级",
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[("village", "村"), ("community", "社区"), ("other", "其他")],
                        default="other",
                        max_length=12,
                        verbose_name="类型",
                    ),
                ),
                ("code", models.CharField(blank=True, max_length=12, verbose_name="区划代码")),
                ("name", models.CharField(max_length=40, verbose_name="名称")),
                ("short_name", models.CharField(blank=True, max_length=20, verbose_name="简称")),
                ("population", models.PositiveIntegerField(blank=True, null=True, verbose_name="常住人口")),
                ("path", models.CharField(editable=False, max_length=16, unique=True)),
                ("definitions", models.CharField(blank=True, editable=False, max_length=32)),
                (
                    "parent",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="children",
                        to="people.area",
                        verbose_name="上级",
                    ),
                ),
            ],
            options={
                "verbose_name": "辖区",
                "verbose_name_plural": "辖区",
                "ordering": ["path"],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("code", ""), _negated=True),
                        fields=("code",),
                        name="area_code_unique",
                        violation_error_message="这个区划代码已有别的辖区在用。",
                    ),
                    models.UniqueConstraint(
                        fields=("parent", "name"),
                        name="area_name_unique_in_parent",
                        violation_error_message="同一上级下已有同名的辖区。",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="User",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("password", models.CharField(max_length=128, verbose_name="password")),
                ("last_login", models.DateTimeField(blank=True, null=True, verbose_name="last login")),
                (
                    "is_superuser",
                    models.BooleanField(
                        default=False,
                        help_text="Designates that this user has all permissions without explicitly assigning them.",
                        verbose_name="superuser status",
                    ),
                ),
                (
                    "username",
                    models.CharField(
                        error_messages={"unique": "A user with that username already exists."},
                        help_text="Required. 150 characters or fewer. Letters, digits and @/./+/-/_ only.",
                        max_length=150,
                        unique=True,
                        validators=[django.contrib.auth.validators.UnicodeUsernameValidator()],
                        verbose_name="username",
                    ),
                ),
                ("first_name", models.CharField(blank=True, max_length=150, verbose_name="first name")),
                ("last_name", models.CharField(blank=True, max_length=150, verbose_name="last name")),
                ("email", models.EmailField(blank=True, max_length=254, verbose_name="email address")),
                (
                    "is_staff",
                    models.BooleanField(
                        default=False,
                        help_text="Designates whether the user can log into this admin site.",
                        verbose_name="staff status",
                    ),
                ),
                (
                    "is_active",
                    models.BooleanField(
                        default=True,
                        help_text="Designates whether this user should be treated as active. Unselect this instead of deleting accounts.",
                        verbose_name="active",
                    ),
                ),
                (
                    "date_joined",
                    models.DateTimeField(default=django.utils.timezone.now, verbose_name="date joined"),
                ),
                ("name", models.CharField(max_length=30, verbose_name="姓名")),
                (
                    "one_time_until",
                    models.DateTimeField(
                        blank=True, editable=False, null=True, verbose_name="一次性密码有效期至"
                    ),
                ),
                ("demo", models.BooleanField(default=False, editable=False, verbose_name="演示账号")),
                (
                    "groups",
                    models.ManyToManyField(
                        blank=True,
                        help_text="The groups this user belongs to. A user will get all permissions granted to each of their groups.",
                        related_name="user_set",
                        related_query_name="user",
                        to="auth.group",
                        verbose_name="groups",
                    ),
                ),
                (
                    "user_permissions",
                    models.ManyToManyField(
                        blank=True,
                        help_text="Specific permissions for this user.",
                        related_name="user_set",
                        related_query_name="user",
                        to="auth.permission",
                        verbose_name="user permissions",
                    ),
                ),
                (
                    "area",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="users",
                        to="people.area",
                        verbose_name="所属单位",
                    ),
                ),
            ],
            options={"verbose_name": "用户", "verbose_name_plural": "用户"},
            managers=[("objects", django.contrib.auth.models.UserManager())],
        ),
        migrations.CreateModel(
            name="Feedback",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("page", models.CharField(blank=True, max_length=200, verbose_name="页面")),
                ("text", models.TextField(max_length=1000, verbose_name="意见")),
                ("at", models.DateTimeField(auto_now_add=True, verbose_name="时间")),
                ("answer", models.TextField(blank=True, max_length=1000, verbose_name="答复")),
                ("answered_at", models.DateTimeField(null=True, verbose_name="答复时间")),
                ("answer_seen", models.BooleanField(default=False, verbose_name="已看到答复")),
                (
                    "answered_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="答复人",
                    ),
                ),
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
                    "sender",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="反馈人",
                    ),
                ),
            ],
            options={
                "verbose_name": "意见反馈",
                "verbose_name_plural": "意见反馈",
                "ordering": ["-at", "-pk"],
            },
        ),
        migrations.CreateModel(
            name="Office",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=40, verbose_name="名称")),
                ("registers", models.JSONField(blank=True, default=list, verbose_name="本部门台账")),
                (
                    "active",
                    models.BooleanField(
                        default=True, help_text="撤并的部门去掉勾，原来的记录都还在。", verbose_name="在用"
                    ),
                ),
                (
                    "area",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="offices",
                        to="people.area",
                        verbose_name="所属乡镇",
                    ),
                ),
            ],
            options={
                "verbose_name": "部门",
                "verbose_name_plural": "部门",
                "ordering": ["area__path", "pk"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("area", "name"),
                        name="office_name_unique_in_area",
                        violation_error_message="本乡镇已有同名的部门。",
                    )
                ],
            },
        ),
        migrations.AddField(
            model_name="user",
            name="office",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="users",
                to="people.office",
                verbose_name="所在部门",
            ),
        ),
        migrations.CreateModel(
            name="Person",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=30, verbose_name="姓名")),
                (
                    "other_names",
                    models.CharField(
                        blank=True,
                        help_text="曾用名或常写错的字，用顿号隔开；填写时打哪个都认得出。",
                        max_length=120,
                        verbose_name="其他写法",
                    ),
                ),
                ("position", models.CharField(blank=True, max_length=60, verbose_name="职务")),
                ("principal", models.BooleanField(default=False, verbose_name="党政主要负责人")),
                ("joined_on", models.DateField(blank=True, null=True, verbose_name="到岗日期")),
                (
                    "left_on",
                    models.DateField(
                        blank=True,
                        help_text="人走了填这里，不要删，以前的记录还要用。",
                        null=True,
                        verbose_name="离岗日期",
                    ),
                ),
                ("term_starts_on", models.DateField(blank=True, null=True, verbose_name="任期起")),
                (
                    "term_ends_on",
                    models.DateField(
                        blank=True,
                        help_text="有任期的填，到期前 90 天会提醒。",
                        null=True,
                        verbose_name="任期止",
                    ),
                ),
                (
                    "area",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="people",
                        to="people.area",
                        verbose_name="所属单位",
                    ),
                ),
                (
                    "office",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        to="people.office",
                        verbose_name="所在部门",
                    ),
                ),
            ],
            options={
                "verbose_name": "人员名册",
                "verbose_name_plural": "人员名册",
                "ordering": ["area__path", "pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("left_on", None),
                            ("joined_on", None),
                            ("left_on__gte", models.F("joined_on")),
                            _connector="OR",
                        ),
                        name="person_leaves_after_joining",
                        violation_error_message="离岗日期不能早于到岗日期。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("term_ends_on", None),
                            ("term_starts_on", None),
                            ("term_ends_on__gte", models.F("term_starts_on")),
                            _connector="OR",
                        ),
                        name="person_term_ends_after_start",
                        violation_error_message="任期止不能早于任期起。",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="RoleGrant",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "role",
                    models.CharField(
                        choices=[
                            ("village_clerk", "村级填报人"),
                            ("office_clerk", "部门填报人"),
                            ("coordinator", "综合管理员"),
                            ("reviewer", "审核人"),
                            ("mediator", "调解员"),
                            ("deputy_leader", "分管领导"),
                            ("principal_leader", "主要领导"),
                            ("administrator", "系统管理员"),
                            ("auditor", "安全审计员"),
                            ("county_reader", "县级查阅人"),
                        ],
                        max_length=20,
                        verbose_name="岗位",
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="grants",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="用户",
                    ),
                ),
            ],
            options={
                "verbose_name": "岗位",
                "verbose_name_plural": "岗位",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("user", "role"),
                        name="role_granted_once",
                        violation_error_message="已有这个岗位。",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="SettingChange",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("subject", models.CharField(max_length=40)),
                ("object_id", models.BigIntegerField()),
                (
                    "action",
                    models.CharField(
                        choices=[
                            ("added", "新增"),
                            ("changed", "修改"),
                            ("off", "停用"),
                            ("on", "恢复使用"),
                            ("removed", "删除"),
                            ("merged", "合并"),
                            ("reset", "重设密码"),
                            ("password", "本人修改密码"),
                            ("handed_over", "移交工作"),
                        ],
                        max_length=12,
                        verbose_name="操作",
                    ),
                ),
                ("at", models.DateTimeField(auto_now_add=True, verbose_name="时间")),
                ("details", models.JSONField(default=list)),
                (
                    "area",
                    models.ForeignKey(
                        null=True,
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
                        verbose_name="经办人",
                    ),
                ),
            ],
            options={
                "ordering": ["-at", "-pk"],
                "indexes": [models.Index(fields=["subject", "object_id"], name="setting_change_of_object")],
            },
        ),
    ]
