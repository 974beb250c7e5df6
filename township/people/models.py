"""Who works where: the division tree, offices, accounts and the roster."""

import datetime
import uuid

from django.conf import settings
from django.contrib.auth.models import AbstractUser
from django.db import models
from django.db.models import Q
from django.utils import timezone

from .roles import Role, powers_of

PATH_STEP = 4


class AreaQuerySet(models.QuerySet):
    def within(self, area):
        """`area` itself and everything below it."""
        return self.filter(path__startswith=area.path)

    def townships(self):
        return self.filter(level=Area.Level.TOWNSHIP)

    def villages(self):
        return self.filter(level=Area.Level.VILLAGE)

    def home(self):
        """The township that commands mean when none is named (setting HOME_AREA, else the first one)."""
        if settings.HOME_AREA:
            return self.townships().get(code=settings.HOME_AREA)
        return self.townships().order_by("path").first()


class Area(models.Model):
    """A node of the division tree (辖区): county, township or village (community).

    The 12-digit statistical code is kept as text because it may change or be missing; the tree itself
    hangs on `path`, four digits a level, so that "everything within" is one prefix comparison.
    """

    class Level(models.IntegerChoices):
        COUNTY = 1, "县（市、区）"
        TOWNSHIP = 2, "乡镇（街道）"
        VILLAGE = 3, "村（社区）"

    class Kind(models.TextChoices):
        VILLAGE = "village", "村"
        COMMUNITY = "community", "社区"
        OTHER = "other", "其他"

    parent = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="children", verbose_name="上级"
    )
    level = models.PositiveSmallIntegerField("层级", choices=Level.choices)
    kind = models.CharField("类型", max_length=12, choices=Kind.choices, default=Kind.OTHER)
    code = models.CharField("区划代码", max_length=12, blank=True)
    name = models.CharField("名称", max_length=40)
    short_name = models.CharField("简称", max_length=20, blank=True)
    population = models.PositiveIntegerField("常住人口", null=True, blank=True)
    path = models.CharField(max_length=PATH_STEP * 4, unique=True, editable=False)
    # Stamp of what the township has defined for itself, on all its areas; empty while there is nothing.
    definitions = models.CharField(max_length=32, blank=True, editable=False)

    objects = AreaQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "辖区"
        ordering = ["path"]
        constraints = [
            models.UniqueConstraint(
                fields=["code"],
                condition=~Q(code=""),
                name="area_code_unique",
                violation_error_message="这个区划代码已有别的辖区在用。",
            ),
            models.UniqueConstraint(
                fields=["parent", "name"],
                name="area_name_unique_in_parent",
                violation_error_message="同一上级下已有同名的辖区。",
            ),
        ]

    def __str__(self):
        return self.name

    def save(self, *args, **kwargs):
        if not self.path:
            prefix = self.parent.path if self.parent else ""
            siblings = (
                Area.objects.filter(parent=self.parent).order_by("-path").values_list("path", flat=True)
            )
            last = siblings.first()
            number = int(last[-PATH_STEP:]) + 1 if last else 1
            self.path = f"{prefix}{number:0{PATH_STEP}d}"
            if self.level == self.Level.VILLAGE and self.parent:
                self.definitions = self.parent.definitions
        super().save(*args, **kwargs)

    @property
    def is_village(self):
        return self.level == self.Level.VILLAGE

    @property
    def township_path(self):
        """Path prefix of the township this area is or belongs to; the own path for a county."""
        return self.path[: PATH_STEP * self.Level.TOWNSHIP]

    def mark_definitions_changed(self):
        """Let every process read anew what the township has defined; call it in the transaction of the change."""
        # Never a number that counts up: after a rollback the same one would stand for something else.
        self.definitions = uuid.uuid4().hex
        Area.objects.filter(path__startswith=self.township_path).update(definitions=self.definitions)

    @property
    def paths_above(self):
        """Paths of this area and of everything that it lies in: whose entries it inherits."""
        return [self.path[:length] for length in range(PATH_STEP, len(self.path) + 1, PATH_STEP)]

    @property
    def choice_label(self):
        """How the area reads in a menu of places: the township itself is 镇本级."""
        return f"{self.name}（镇本级）" if self.level == self.Level.TOWNSHIP else self.name


class Office(models.Model):
    """An office of the township (部门: 政法办、司法所、派出所、学校…) that organises work and keeps registers."""

    area = models.ForeignKey(Area, models.PROTECT, related_name="offices", verbose_name="所属乡镇")
    name = models.CharField("名称", max_length=40)
    registers = models.JSONField("本部门台账", default=list, blank=True)
    active = models.BooleanField("在用", default=True, help_text="撤并的部门去掉勾，原来的记录都还在。")

    class Meta:
        verbose_name = verbose_name_plural = "部门"
        ordering = ["area__path", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["area", "name"],
                name="office_name_unique_in_area",
                violation_error_message="本乡镇已有同名的部门。",
            )
        ]

    def __str__(self):
        return self.name


class User(AbstractUser):
    """An account: one person at one unit, with the roles held there."""

    name = models.CharField("姓名", max_length=30)
    area = models.ForeignKey(
        Area, models.PROTECT, null=True, blank=True, related_name="users", verbose_name="所属单位"
    )
    office = models.ForeignKey(
        Office, models.PROTECT, null=True, blank=True, related_name="users", verbose_name="所在部门"
    )
    # Set while the password is one that somebody else handed over: until then it opens the door, and only
    # to the page where the owner chooses another.
    one_time_until = models.DateTimeField("一次性密码有效期至", null=True, blank=True, editable=False)
    demo = models.BooleanField("演示账号", default=False, editable=False)

    class Meta:
        verbose_name = verbose_name_plural = "用户"

    def __str__(self):
        return self.name or self.username

    @property
    def roles(self):
        """Roles held, as a frozenset; read once per instance."""
        if not hasattr(self, "_roles"):
            self._roles = frozenset(Role(grant.role) for grant in self.grants.all())
        return self._roles

    def forget_roles(self):
        """Read the roles anew after they were changed."""
        vars(self).pop("_roles", None)

    @property
    def powers(self):
        return frozenset().union(*(powers_of(role) for role in self.roles))

    @property
    def role_names(self):
        return "、".join(role.label for role in Role if role in self.roles)


class RoleGrant(models.Model):
    """One role held by one user; a person may hold several."""

    user = models.ForeignKey(User, models.CASCADE, related_name="grants", verbose_name="用户")
    role = models.CharField("岗位", max_length=20, choices=Role.choices)

    class Meta:
        verbose_name = verbose_name_plural = "岗位"
        constraints = [
            models.UniqueConstraint(
                fields=["user", "role"], name="role_granted_once", violation_error_message="已有这个岗位。"
            )
        ]

    def __str__(self):
        return f"{self.user} {self.get_role_display()}"


# How long before its end a term is spoken of.
TERM_NOTICE_DAYS = 90


class PersonQuerySet(models.QuerySet):
    def called(self, name):
        """People whose name, or another spelling of it, is `name`."""
        found = self.filter(Q(name=name) | Q(other_names__contains=name))
        return [person for person in found if name in person.spellings]

    def at_work(self):
        return self.filter(Q(left_on=None) | Q(left_on__gt=timezone.localdate()))

    def terms_ending(self):
        """Those at work whose term ends soon or has ended."""
        last = timezone.localdate() + datetime.timedelta(days=TERM_NOTICE_DAYS)
        return self.at_work().filter(term_ends_on__lte=last)


class Person(models.Model):
    """Somebody on the roster (人员名册): cadres, officers, mediators, team members; never a party.

    Without the roster distinct persons (人) cannot be counted, only attendances (人次).
    """

    area = models.ForeignKey(Area, models.PROTECT, related_name="people", verbose_name="所属单位")
    office = models.ForeignKey(Office, models.PROTECT, null=True, blank=True, verbose_name="所在部门")
    name = models.CharField("姓名", max_length=30)
    other_names = models.CharField(
        "其他写法",
        max_length=120,
        blank=True,
        help_text="曾用名或常写错的字，用顿号隔开；填写时打哪个都认得出。",
    )
    position = models.CharField("职务", max_length=60, blank=True)
    principal = models.BooleanField("党政主要负责人", default=False)
    joined_on = models.DateField("到岗日期", null=True, blank=True)
    left_on = models.DateField(
        "离岗日期", null=True, blank=True, help_text="人走了填这里，不要删，以前的记录还要用。"
    )
    term_starts_on = models.DateField("任期起", null=True, blank=True)
    term_ends_on = models.DateField(
        "任期止", null=True, blank=True, help_text="有任期的填，到期前 90 天会提醒。"
    )

    objects = PersonQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "人员名册"
        ordering = ["area__path", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(left_on=None) | Q(joined_on=None) | Q(left_on__gte=models.F("joined_on")),
                name="person_leaves_after_joining",
                violation_error_message="离岗日期不能早于到岗日期。",
            ),
            models.CheckConstraint(
                condition=Q(term_ends_on=None)
                | Q(term_starts_on=None)
                | Q(term_ends_on__gte=models.F("term_starts_on")),
                name="person_term_ends_after_start",
                violation_error_message="任期止不能早于任期起。",
            ),
        ]

    def __str__(self):
        return self.name

    @property
    def choice_label(self):
        """Name with unit or post, so that namesakes can be told apart."""
        post = self.position or self.area.name
        return f"{self.name}（{post}）"

    @property
    def spellings(self):
        """Every way in which the name is written."""
        return {self.name, *(name.strip() for name in self.other_names.split("、") if name.strip())}


class SettingChange(models.Model):
    """One change of an account or of an entry of the lists under 设置: who, when, what, before and after.

    `details` is a list of [label, before, after] in the words of the form; passwords are never in it.
    """

    class Action(models.TextChoices):
        ADDED = "added", "新增"
        CHANGED = "changed", "修改"
        SWITCHED_OFF = "off", "停用"
        SWITCHED_ON = "on", "恢复使用"
        REMOVED = "removed", "删除"
        MERGED = "merged", "合并"
        PASSWORD_RESET = "reset", "重设密码"
        PASSWORD_CHANGED = "password", "本人修改密码"
        HANDED_OVER = "handed_over", "移交工作"

    subject = models.CharField(max_length=40)
    object_id = models.BigIntegerField()
    area = models.ForeignKey(Area, models.PROTECT, null=True, related_name="+", verbose_name="单位")
    action = models.CharField("操作", max_length=12, choices=Action.choices)
    by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+", verbose_name="经办人")
    at = models.DateTimeField("时间", auto_now_add=True)
    details = models.JSONField(default=list)

    class Meta:
        ordering = ["-at", "-pk"]
        indexes = [models.Index(fields=["subject", "object_id"], name="setting_change_of_object")]

    def __str__(self):
        return f"{self.get_action_display()} {self.subject} {self.object_id}"


class PersonalAccess(models.Model):
    """One look at personal data (个人信息查看记录): who, when, of which record, or by what it was searched.

    What was seen or searched for is not kept, only that it was.
    """

    class Action(models.TextChoices):
        VIEWED = "viewed", "查看"
        SEARCHED = "searched", "按当事人查找"
        PRINTED = "printed", "打印"

    action = models.CharField("操作", max_length=10, choices=Action.choices)
    by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="查看人")
    area = models.ForeignKey(Area, models.PROTECT, related_name="+", verbose_name="查看人单位")
    at = models.DateTimeField("时间", auto_now_add=True, db_index=True)
    register = models.CharField("台账", max_length=40, blank=True)
    record_id = models.BigIntegerField(null=True)
    about = models.CharField("说明", max_length=60, blank=True)

    class Meta:
        verbose_name = verbose_name_plural = "个人信息查看记录"
        ordering = ["-at", "-pk"]
        indexes = [models.Index(fields=["register", "record_id"], name="personal_access_of_record")]

    def __str__(self):
        return f"{self.get_action_display()} {self.register} {self.record_id or ''}".strip()


class Feedback(models.Model):
    """What somebody has to say about a page of the portal (意见反馈), and the answer.

    `page` is the address alone: what was searched or filtered for there may name people.
    """

    sender = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="反馈人")
    area = models.ForeignKey(Area, models.PROTECT, related_name="+", verbose_name="单位")
    page = models.CharField("页面", max_length=200, blank=True)
    text = models.TextField("意见", max_length=1000)
    at = models.DateTimeField("时间", auto_now_add=True)
    answer = models.TextField("答复", max_length=1000, blank=True)
    answered_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+", verbose_name="答复人")
    answered_at = models.DateTimeField("答复时间", null=True)
    answer_seen = models.BooleanField("已看到答复", default=False)

    class Meta:
        verbose_name = verbose_name_plural = "意见反馈"
        ordering = ["-at", "-pk"]

    def __str__(self):
        return self.text[:20]
