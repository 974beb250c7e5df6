"""Forms of the assessment: beginning one from a workbook, one item, what is tied to it, handing items out."""

from itertools import groupby

from django import forms
from django.utils import timezone

from township.figures.choosing import may_see
from township.figures.indicator import indicators
from township.people.readable import ReadableForm
from township.people.roles import Power
from township.records.form_fields import DateInput
from township.records.register import registry
from township.workbooks.book import MAX_BYTES, REFUSALS

from .models import Assessment, Item, Tie

ONLY_FOR_COMPILERS = ("office", "responsible", "due_on", "county_points", "county_reason")


class NewAssessmentForm(ReadableForm, forms.ModelForm):
    """A year, what it is called, the paper it rests on, and the county's workbook."""

    upload = forms.FileField(
        label="县里的考核表",
        help_text="Excel 文件（xlsx、xls）或 csv，版式不限；下一步选哪一列是什么。",
        widget=forms.FileInput(attrs={"accept": ".xlsx,.xls,.csv"}),
        error_messages={"required": "请选择县里的考核表。", "empty": REFUSALS["empty"]},
    )

    class Meta:
        model = Assessment
        fields = ("year", "title", "basis")

    def __init__(self, *args, area, **kwargs):
        super().__init__(*args, **kwargs)
        self.instance.area = area
        self.fields["year"].initial = timezone.localdate().year
        self.fields["title"].widget.attrs["placeholder"] = "例如 法治建设考核"
        self.fields["basis"].widget.attrs["placeholder"] = (
            "例如 《2026年度法治建设考核细则》（×法办〔2026〕3号）"
        )
        self.name_errors()
        self.dress()

    def clean_upload(self):
        upload = self.cleaned_data["upload"]
        if upload.size > MAX_BYTES:
            raise forms.ValidationError(REFUSALS["too_big"])
        return upload

    def _get_validation_exclusions(self):
        # The township is not typed, but one name stands for one assessment of it.
        return super()._get_validation_exclusions() - {"area"}


class ItemForm(ReadableForm, forms.ModelForm):
    """Who sees to an item and until when, the scores and their reasons."""

    class Meta:
        model = Item
        fields = (
            "office", "responsible", "due_on", "method", "target", "own_points", "own_reason", "not_applicable",
            "county_points", "county_reason",
        )  # fmt: skip
        widgets = {
            "due_on": DateInput,
            "own_reason": forms.Textarea(attrs={"rows": 3}),
            "county_reason": forms.Textarea(attrs={"rows": 2}),
        }

    def __init__(self, *args, gate, **kwargs):
        super().__init__(*args, **kwargs)
        if gate.can(Power.COMPILE_REPORT):
            self.fields["office"].queryset = gate.offices()
            self.fields["responsible"].queryset = gate.people()
            self.fields["office"].empty_label = self.fields["responsible"].empty_label = "还没有定"
        else:
            for name in ONLY_FOR_COMPILERS:
                del self.fields[name]
        self.name_errors()
        self.dress()

    def _get_validation_exclusions(self):
        # The full score is the sheet's and not typed, but own scores are held against it.
        return super()._get_validation_exclusions() - {"points"}


class AssignForm(ReadableForm, forms.Form):
    """Several items to one office or person, with a day."""

    items = forms.ModelMultipleChoiceField(Item.objects.none(), label="条目")
    office = forms.ModelChoiceField(None, label="责任部门", required=False, empty_label="不变")
    responsible = forms.ModelChoiceField(None, label="责任人", required=False, empty_label="不变")
    due_on = forms.DateField(label="完成时限", required=False, widget=DateInput)

    def __init__(self, *args, gate, assessment, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["items"].queryset = assessment.items.all()
        self.fields["office"].queryset = gate.offices()
        self.fields["responsible"].queryset = gate.people()
        self.name_errors()
        self.fields["items"].error_messages["required"] = "请先勾选条目，再分派。"
        self.dress()

    def clean(self):
        cleaned = super().clean()
        if not self.errors and not any(cleaned.get(name) for name in ("office", "responsible", "due_on")):
            raise forms.ValidationError("请至少选一样：责任部门、责任人或完成时限。")
        return cleaned

    def assign(self):
        """Put what was chosen into the ticked items; how many they are."""
        chosen = {
            name: self.cleaned_data[name]
            for name in ("office", "responsible", "due_on")
            if self.cleaned_data[name]
        }
        return self.cleaned_data["items"].update(**chosen)


class KeyTieForm(ReadableForm, forms.ModelForm):
    """An indicator or a register that proves an item, with its span where that is not the year."""

    kind = Tie.Kind.INDICATOR
    key = forms.ChoiceField(label="指标")

    class Meta:
        model = Tie
        fields = ("key", "start", "end")
        widgets = {"start": DateInput, "end": DateInput}

    def __init__(self, *args, gate, item, **kwargs):
        super().__init__(*args, **kwargs)
        self.instance.item, self.instance.kind, self.instance.by = item, self.kind, gate.user
        self.fields["key"].choices = [("", "请选择"), *self.choices(gate, item.assessment.area)]
        self.name_errors()
        self.fields["key"].error_messages["invalid_choice"] = "没有这个选项，请重新选择。"
        self.dress()

    def choices(self, gate, area):
        seen = [one for one in indicators.for_area(area).all() if may_see(gate, one.register, area)]
        return [
            (name, [(one.key, one.label) for one in members])
            for name, members in groupby(seen, key=lambda one: one.register.label)
        ]

    def clean(self):
        cleaned = super().clean()
        if self.instance.item.ties.filter(kind=self.kind, key=cleaned.get("key", "")).exists():
            self.add_error("key", "已经对应过了。")
        return cleaned


class RegisterTieForm(KeyTieForm):
    """The same for all records of a register in a span."""

    kind = Tie.Kind.REGISTER
    key = forms.ChoiceField(label="台账")

    def choices(self, gate, area):
        return [
            (one.slug, one.label) for one in registry.for_area(area).all() if gate.can_in(one, Power.READ)
        ]
