"""The lists that every township keeps: laws, 法律进 schemes, theme days, offices, phrases, and the roster."""

from django import forms
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone

from township.people.forms import PlaceChoice
from township.people.models import Area, Office, Person
from township.people.roles import Power

from .models import Holiday, Law, Phrase, RetentionRule, Scheme, SchemeMember, Topic
from .reference.declaration import Members, ReferenceList, State, reference_list
from .reference.forms import EntryForm
from .register import registry


class PersonForm(EntryForm):
    """Somebody on the roster, of any unit below the own one."""

    def arrange(self):
        self.fields["area"] = PlaceChoice(self.gate.areas(), label="所属单位", empty_label="请选择")

    def clean(self):
        cleaned = super().clean()
        name, area, position = (cleaned.get(key) for key in ("name", "area", "position"))
        twins = Person.objects.filter(name=name, area=area, position=position).exclude(pk=self.instance.pk)
        if name and area and twins.exists():
            self.add_error("name", f"{area}已有“{name}”，职务也一样；同名的两个人请用职务区分。")
        return cleaned


@reference_list
class Roster(ReferenceList):
    """Cadres, officers, mediators, team members."""

    model = Person
    slug = "people"
    label = "人员名册"
    unit = "人"
    intro = "干部、执法人员、调解员、普法队员等；有名册，报告里才能数“人”。当事人不进名册。"
    columns = ("name", "area", "position", "term_starts_on", "term_ends_on", "left_on")
    fields = (
        "name",
        "area",
        "office",
        "position",
        "term_starts_on",
        "term_ends_on",
        "joined_on",
        "left_on",
        "principal",
        "other_names",
    )
    search = ("name", "other_names", "position", "area__name")
    states = (
        State("here", "在岗", lambda people: people.at_work()),
        State("ending", "任期将满", lambda people: people.terms_ending()),
        State("left", "已离岗", lambda people: people.filter(left_on__lte=timezone.localdate())),
    )
    order = ("area__path", "pk")
    form_class = PersonForm

    @classmethod
    def open_to(cls, gate):
        return gate.can(Power.READ) or gate.can(Power.MANAGE_LISTS)

    @classmethod
    def may_change(cls, gate, entry):
        return gate.can(Power.MANAGE_LISTS) and entry.area.path.startswith(gate.user.area.path)

    @classmethod
    def entries(cls, gate):
        return gate.people().select_related("area", "office")

    @classmethod
    def acts(cls, gate, entry):
        return [("合并同一人", reverse("reference:merge", args=[entry.pk]))]


@reference_list
class Offices(ReferenceList):
    """Offices of a township with the registers that each keeps."""

    class Form(EntryForm):
        def arrange(self):
            self.fields["registers"] = forms.MultipleChoiceField(
                label="本部门台账",
                required=False,
                choices=[(register.slug, register.label) for register in registry.all()],
                widget=forms.CheckboxSelectMultiple,
                help_text="部门填报人只办这些台账；一个都不选，就是全部台账里本部门的记录。",
            )

    model = Office
    slug = "offices"
    label = "部门"
    unit = "个"
    intro = "站所办、学校等组织工作、报数的部门，以及各自负责的台账。"
    columns = ("name", "registers", "active")
    fields = ("name", "registers", "active")
    search = ("name",)
    unique = ("name",)
    states = (
        State("active", "在用", lambda offices: offices.filter(active=True)),
        State("off", "已停用", lambda offices: offices.filter(active=False)),
    )
    form_class = Form

    @classmethod
    def open_to(cls, gate):
        return gate.can(Power.MANAGE_LISTS) and gate.user.area.level == Area.Level.TOWNSHIP

    @classmethod
    def may_add(cls, gate):
        return cls.open_to(gate)

    @classmethod
    def entries(cls, gate):
        return Office.objects.filter(area=gate.user.area)

    @classmethod
    def text(cls, entry, name):
        if name != "registers":
            return super().text(entry, name)
        kept = [register.label for register in registry.all() if register.slug in entry.registers]
        return "、".join(kept) or "全部台账"


@reference_list
class Laws(ReferenceList):
    """The catalogue that study, outreach and reports cite."""

    class Form(EntryForm):
        def arrange(self):
            within = self._meta.model.objects.seen_from(self.gate.user.area)
            self.fields["successor"].queryset = within.filter(repealed_on=None).exclude(pk=self.instance.pk)

    model = Law
    slug = "laws"
    label = "法律法规"
    unit = "部"
    intro = "填报学法、普法内容时从这里选，打简称也找得到；失效的仍可选，用于补录以前的活动。"
    columns = ("name", "short_names", "effective_on", "repealed_on", "scope")
    fields = ("name", "short_names", "effective_on", "repealed_on", "successor")
    search = ("name", "short_names")
    unique = ("name",)
    states = (
        State("valid", "现行", lambda laws: laws.filter(_in_force())),
        State("repealed", "已失效", lambda laws: laws.exclude(_in_force())),
    )
    order = ("area__path", "pk")
    form_class = Form

    @classmethod
    def entries(cls, gate):
        return super().entries(gate).select_related("area", "successor")


def _in_force():
    return Q(repealed_on=None) | Q(repealed_on__gt=timezone.localdate())


@reference_list
class Schemes(ReferenceList):
    """Schemes of 法律进 by year."""

    class Form(EntryForm):
        def rivals(self):
            return Scheme.objects.filter(area=self.instance.area)

    model = Scheme
    slug = "schemes"
    label = "法律进方案"
    unit = "个"
    intro = "法律六进、七进、八进按年度定；新年度复制上年的再改，同一个“进”前后几年的数可以相比。"
    columns = ("name", "years", "member_names", "area")
    fields = ("name", "first_year", "last_year")
    search = ("name",)
    unique = ("first_year",)
    members = Members(SchemeMember, "scheme", ("position", "name"), "成员")
    copied = True
    order = ("-first_year", "-area__path")
    form_class = Form

    @classmethod
    def entries(cls, gate):
        within = Scheme.objects.filter(area__path__in=gate.user.area.paths_above)
        return within.select_related("area").prefetch_related("members")

    @classmethod
    def warning(cls, gate):
        year = timezone.localdate().year
        if Scheme.objects.for_area(gate.user.area, year) is None:
            return f"{year}年还没有法律进方案，普法活动选不到“进”，请新增或复制上年的。"
        return ""


@reference_list
class Topics(ReferenceList):
    """Themes and theme days."""

    model = Topic
    slug = "topics"
    label = "专题与主题日"
    unit = "个"
    intro = "学法专题和普法节点，用来给活动打标签；一场活动可以选几个，合计不重复。"
    columns = ("name", "use", "when", "scope")
    fields = ("name", "use", "month", "day")
    search = ("name",)
    unique = ("use", "name")
    states = tuple(
        State(use.value, use.label, lambda topics, use=use: topics.filter(use=use)) for use in Topic.Use
    )
    order = ("use", "area__path", "pk")


@reference_list
class Phrases(ReferenceList):
    """Sentences offered as reasons for returning a record."""

    model = Phrase
    slug = "phrases"
    label = "退回原因常用语"
    intro = "退回、作废时可以点选，也可以另写一句。"
    columns = ("text", "scope")
    fields = ("text",)
    search = ("text",)
    unique = ("text",)
    removable = True
    order = ("area__path", "pk")


@reference_list
class Holidays(ReferenceList):
    """Days that are not what their weekday says: arranged once for the whole country, so there is one list."""

    model = Holiday
    slug = "holidays"
    label = "节假日和调休"
    unit = "天"
    intro = "国家每年公布的放假和调休安排；答复期限等按工作日计算的日子都以它为准，没有列出的周末放假、周一到周五上班。"
    columns = ("date", "name", "is_working", "year")
    fields = ("date", "name", "is_working", "year")
    search = ("name",)
    unique = ("date",)
    removable = True
    order = ("-date",)

    @classmethod
    def may_add(cls, gate):
        return gate.manages_common_data

    @classmethod
    def may_change(cls, gate, entry):
        return gate.manages_common_data

    @classmethod
    def entries(cls, gate):
        return Holiday.objects.all()

    @classmethod
    def place(cls, gate):
        return None

    @classmethod
    def warning(cls, gate):
        """The next year's arrangement is published in November at the latest."""
        today = timezone.localdate()
        wanted = {today.year} | ({today.year + 1} if today.month == 12 else set())
        missing = sorted(wanted - set(Holiday.objects.values_list("year", flat=True)))
        return (
            "、".join(f"{year}年" for year in missing) + "的放假安排还没有录入，期限暂按周末计算。"
            if missing
            else ""
        )


@reference_list
class RetentionRules(ReferenceList):
    """After how many years what closed cases say of people is reduced."""

    model = RetentionRule
    slug = "retention-rules"
    label = "个人信息保存年限"
    intro = "办结多少年后，清理案件里的姓名、电话等；没有定的一直保存。记录和统计数字不变。"
    columns = ("register", "years", "scope")
    fields = ("register", "years")
    search = ("register",)
    order = ("register", "pk")
    removable = True
    page = ("到期清理情况", "retention")
