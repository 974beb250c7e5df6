"""The lists under 设置 that 数据核对 and the year's calendar go by."""

from django import forms
from django.db.models import Q
from django.utils import timezone

from township.figures.calendar import DUTY
from township.figures.duties import duties
from township.figures.indicator import indicators
from township.figures.models import CalendarItem
from township.people.models import Area
from township.people.roles import Power
from township.records.reference.declaration import ReferenceList, State, reference_list
from township.records.reference.forms import EntryForm
from township.records.register import registry

from .calendar import ANSWERS, PAGES
from .models import DatedWording, LearnedWording


@reference_list
class DatedWordings(ReferenceList):
    """Set phrases that 数据核对 reminds of once they are out of date."""

    model = DatedWording
    slug = "dated-wordings"
    label = "时效提法"
    intro = "报告里写了已经过时的提法，数据核对会提醒现在怎么写。新的活动结束、机构改名后在这里补上。"
    columns = ("phrase", "instead", "until", "source", "scope")
    fields = ("phrase", "but_not", "until", "instead", "source")
    search = ("phrase", "instead", "source")
    unique = ("phrase",)
    states = (
        State("over", "已过时", lambda phrases: phrases.filter(_is_over())),
        State("valid", "还在用", lambda phrases: phrases.exclude(_is_over())),
    )
    removable = True
    order = ("area__path", "pk")


def _is_over():
    return Q(until=None) | Q(until__lt=timezone.localdate())


@reference_list
class LearnedWordings(ReferenceList):
    """What accepted bindings have taught about the township's own way of speaking."""

    class Form(EntryForm):
        def arrange(self):
            known = indicators.for_area(self.gate.user.area).all()
            self.fields["indicator"] = forms.ChoiceField(
                label="指标", choices=[("", "请选择"), *((one.key, one.label) for one in known)]
            )

    model = LearnedWording
    slug = "learned-wordings"
    label = "本镇说法"
    intro = "在数据核对里绑定过的数字，前面的说法会记在这里，以后自动认出；认错了的可以改或删。"
    columns = ("wording", "unit", "indicator")
    fields = ("wording", "unit", "indicator")
    search = ("wording",)
    unique = ("unit", "wording")
    removable = True
    form_class = Form

    @classmethod
    def open_to(cls, gate):
        return gate.can(Power.MANAGE_LISTS) and gate.user.area.level == Area.Level.TOWNSHIP

    @classmethod
    def may_add(cls, gate):
        return cls.open_to(gate)

    @classmethod
    def entries(cls, gate):
        return LearnedWording.objects.filter(area=gate.user.area)

    @classmethod
    def text(cls, entry, name):
        if name != "indicator":
            return super().text(entry, name)
        found = indicators.for_area(entry.area).get(entry.indicator)
        return found.label if found else "已停用的指标"


def pages_for(area):
    """[(value, label)] of all pages on which something can be done."""
    own = [(register.slug, register.label) for register in registry.for_area(area).all()]
    return [*((key, label) for key, (label, _) in PAGES.items()), *own]


def answers():
    """[(value, label)] of what can show that something is done."""
    return [
        *((key, label) for key, (label, _) in ANSWERS.items()),
        *((f"{DUTY}{key}", f"{duty.label}已报齐") for key, duty in duties.items()),
    ]


class CalendarForm(EntryForm):
    """Pages and answers are chosen by their names."""

    def arrange(self):
        pages, shown = pages_for(self.gate.user.area), answers()
        self.fields["page"] = forms.ChoiceField(
            label="在哪里办", required=False, choices=[("", "不用链接"), *pages]
        )
        self.fields["answered_by"] = forms.ChoiceField(
            label="怎样算办了",
            required=False,
            choices=[("", "办完由人勾选"), *shown],
            help_text="选了的，台账里报齐就自动算办了。",
        )


@reference_list
class CalendarItems(ReferenceList):
    """What the year's work consists of."""

    model = CalendarItem
    slug = "calendar"
    label = "年度工作日历"
    unit = "项"
    intro = "一年里什么时候办什么，到期前进入“我的待办”；某一年的日子在日历页上改，不用改这里。"
    columns = ("title", "when", "gives", "page", "scope")
    fields = ("title", "rhythm", "month", "day", "shift", "gives", "page", "answered_by")
    search = ("title", "gives")
    unique = ("title",)
    removable = True
    states = tuple(
        State(rhythm.value, rhythm.label, lambda items, rhythm=rhythm: items.filter(rhythm=rhythm))
        for rhythm in CalendarItem.Rhythm
    )
    order = ("rhythm", "month", "pk")
    form_class = CalendarForm

    @classmethod
    def open_to(cls, gate):
        at_home = gate.user.area_id and gate.user.area.level != Area.Level.VILLAGE
        return bool(at_home) and gate.can(Power.MANAGE_LISTS)

    @classmethod
    def text(cls, entry, name):
        if name == "page" and entry.page:
            return PAGES[entry.page][0] if entry.page in PAGES else _register_label(entry.page)
        if name == "answered_by":
            return dict(answers()).get(entry.answered_by, "办完由人勾选")
        return super().text(entry, name)


def _register_label(slug):
    register = registry.get(slug)
    return register.label if register else "自建台账"
