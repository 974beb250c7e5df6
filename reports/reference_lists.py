"""The lists under 设置 that 数据核对 goes by: dated phrases, and how the township speaks of its figures."""

from django import forms
from django.db.models import Q
from django.utils import timezone

from township.figures.indicator import indicators
from township.people.models import Area
from township.people.roles import Power
from township.records.reference.declaration import ReferenceList, State, reference_list
from township.records.reference.forms import EntryForm

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
