"""The lists that figures and duties go by: how a township counts its years, and what units do not owe."""

from django import forms

from township.people.forms import PlaceChoice
from township.people.models import Area
from township.records.reference.declaration import ReferenceList, reference_list
from township.records.reference.forms import EntryForm

from .duties import duties
from .models import Exemption, StatisticalYear
from .years import years_of


@reference_list
class StatisticalYears(ReferenceList):
    """Calendar years unless set otherwise; a change holds from a year on, so that earlier years stay as they were."""

    model = StatisticalYear
    slug = "statistical-years"
    label = "统计年度"
    intro = (
        "没有设置时一年从1月1日算到12月31日；按上年12月至当年11月统计的，写明从哪个年度起，以前的年度不变。"
    )
    columns = ("first_year", "begins", "seam")
    fields = ("first_year", "begins")
    unique = ("first_year",)
    removable = True
    order = ("-first_year",)

    @classmethod
    def open_to(cls, gate):
        return super().open_to(gate) and gate.user.area.level == Area.Level.TOWNSHIP

    @classmethod
    def may_add(cls, gate):
        return super().may_add(gate) and cls.open_to(gate)

    @classmethod
    def entries(cls, gate):
        return StatisticalYear.objects.filter(area=gate.user.area).select_related("area")

    @classmethod
    def warning(cls, gate):
        """Which days are counted twice or not at all."""
        years = years_of(gate.user.area)
        found = [seam for first, _ in years.changes if (seam := years.seam(first))]
        return "；".join(map(str, found)) + "。" if found else ""


class ExemptionForm(EntryForm):
    """A duty of a place, once at a time."""

    def arrange(self):
        self.fields["area"] = PlaceChoice(
            self.gate.areas(),
            label="单位",
            empty_label="请选择",
            help_text="选镇本级的，全镇各村（社区）都不适用。",
        )
        owed = duties.for_area(self.gate.user.area)
        choices = [("", "请选择"), *((key, duty.label) for key, duty in owed.items())]
        self.fields["duty"] = forms.ChoiceField(label="应办事项", choices=choices)

    def clean(self):
        cleaned = super().clean()
        place, duty = cleaned.get("area"), cleaned.get("duty")
        if place and duty and not self.errors and self._overlapping(place, duty, cleaned):
            self.add_error("duty", f"{place}这段时间的这一项已经登记为不适用，不用再加。")
        return cleaned

    def _overlapping(self, place, duty, cleaned):
        start, end = cleaned.get("start"), cleaned.get("end")
        others = Exemption.objects.filter(area=place, duty=duty).exclude(pk=self.instance.pk)
        return any(
            (end is None or one.start is None or one.start <= end)
            and (start is None or one.end is None or start <= one.end)
            for one in others
        )


@reference_list
class Exemptions(ReferenceList):
    """What units do not owe; a unit sees what holds for it from above."""

    model = Exemption
    slug = "exemptions"
    label = "不适用事项"
    unit = "项"
    intro = "哪个村（社区）哪一项确实不涉及，写明原因；不算已报，也不算未报，不催补。某个月没有发生的，报“零报告”。"
    columns = ("area", "duty", "reason", "start", "end")
    fields = ("area", "duty", "reason", "start", "end")
    search = ("area__name", "reason")
    removable = True
    order = ("area__path", "pk")
    form_class = ExemptionForm

    @classmethod
    def may_change(cls, gate, entry):
        return gate.can(cls.change_power) and entry.area.path.startswith(gate.user.area.path)

    @classmethod
    def entries(cls, gate):
        return Exemption.objects.touching(gate.user.area)

    @classmethod
    def text(cls, entry, name):
        if name != "duty":
            return super().text(entry, name)
        duty = duties.for_area(entry.area).get(entry.duty)
        return duty.label if duty else entry.duty
