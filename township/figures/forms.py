"""The entry form of plan items: which figures may answer a task."""

from itertools import groupby

from django import forms

from township.people.roles import Power
from township.records.forms import RecordForm

from .indicator import indicators


class PlanItemForm(RecordForm):
    """Tasks with the figures that the user may see, in the groups of the menu."""

    def __init__(self, *args, gate, **kwargs):
        super().__init__(*args, gate=gate, **kwargs)
        field = self.fields["indicator"]
        self.fields["indicator"] = forms.ChoiceField(
            choices=self.indicator_choices(), label=field.label, help_text=field.help_text, required=False
        )
        self.name_errors()
        self.dress()

    def indicator_choices(self):
        """Nothing, then every figure within reach; one that was chosen before stays choosable."""
        seen = [
            one
            for one in indicators.for_area(self.gate.user.area).all()
            if self.gate.can_in(one.register, Power.FIGURES)
        ]
        groups = [
            (name, [(one.key, one.label) for one in members])
            for name, members in groupby(seen, key=lambda one: one.register.label)
        ]
        kept = self.instance.indicator
        if kept and kept not in {one.key for one in seen}:
            groups.append(("原来选的", [(kept, self.instance.get_indicator_display())]))
        return [("", "没有对应的指标"), *groups]

    def set_defaults(self):
        super().set_defaults()
        if self.instance.pk is None and (office := self.gate.bound_office(self.declaration)):
            self.initial["office"] = office.pk
