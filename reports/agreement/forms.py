"""Forms of 对数: one stated figure, a workbook of them, the note of what explains a difference."""

from itertools import groupby

from django import forms

from township.figures.choosing import may_see
from township.figures.indicator import indicators
from township.people.readable import ReadableForm
from township.records.form_fields import DateInput
from township.workbooks.book import MAX_BYTES, REFUSALS

from .models import StatedFigure, StatedSheet

DATES = {"start": DateInput, "end": DateInput, "stated_on": DateInput}
IN_ORDER = "统计期止不能早于统计期起。"


def indicator_choices(gate, area):
    """Every figure within reach in the groups of the menu."""
    seen = [one for one in indicators.for_area(area).all() if may_see(gate, one.register, area)]
    return [
        (name, [(one.key, one.label) for one in members])
        for name, members in groupby(seen, key=lambda one: one.register.label)
    ]


class StatedForm(ReadableForm, forms.ModelForm):
    """One stated figure."""

    class Meta:
        model = StatedFigure
        fields = ("indicator", "value", "start", "end", "source", "stated_on", "explanation")
        widgets = DATES

    def __init__(self, *args, gate, area, **kwargs):
        super().__init__(*args, **kwargs)
        self.instance.area = area
        choices = [("", "请选择"), *indicator_choices(gate, area)]
        self.fields["indicator"] = forms.ChoiceField(label="指标", choices=choices)
        self.name_errors()
        self.dress()

    def _get_validation_exclusions(self):
        # The township is not typed, but a source states a figure of it once.
        return super()._get_validation_exclusions() - {"area"}


class StatedSheetForm(ReadableForm, forms.ModelForm):
    """A workbook of stated figures with what holds for all of them."""

    upload = forms.FileField(
        label="县里的表格",
        help_text="Excel 文件（xlsx、xls）或 csv：各乡镇一行的通报表，或者一行一个指标的表。",
        widget=forms.FileInput(attrs={"accept": ".xlsx,.xls,.csv"}),
        error_messages={"required": "请选择县里的表格。", "empty": REFUSALS["empty"]},
    )

    class Meta:
        model = StatedSheet
        fields = ("source", "stated_on", "start", "end")
        widgets = DATES

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["source"].widget.attrs["placeholder"] = "例如 县司法局三季度通报"
        self.name_errors()
        self.dress()

    def clean_upload(self):
        upload = self.cleaned_data["upload"]
        if upload.size > MAX_BYTES:
            raise forms.ValidationError(REFUSALS["too_big"])
        return upload

    def clean(self):
        cleaned = super().clean()
        start, end = cleaned.get("start"), cleaned.get("end")
        if start and end and end < start:
            self.add_error("end", IN_ORDER)
        return cleaned
