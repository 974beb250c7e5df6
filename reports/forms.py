"""Forms about reports: beginning one, its particulars, and what is registered on the way."""

from django import forms
from django.utils import timezone

from township.records.form_fields import DateInput

from .models import AnnualReport, Registration


class NewReportForm(forms.Form):
    """Beginning a report: from the built-in outline, last year's text, or pasted text."""

    OUTLINE, LAST_YEAR, PASTED = "outline", "last", "pasted"
    year = forms.IntegerField(
        label="年度",
        min_value=2000,
        max_value=2100,
        error_messages={
            "required": "请填写年度。",
            "invalid": "年度请填四位数，例如 2026。",
            "min_value": "年度请填四位数，例如 2026。",
            "max_value": "年度请填四位数，例如 2026。",
        },
    )
    start = forms.ChoiceField(
        label="从哪里起草",
        choices=[(OUTLINE, "内置提纲"), (LAST_YEAR, "按上年稿起草"), (PASTED, "粘贴文字")],
        initial=OUTLINE,
    )
    text = forms.CharField(label="粘贴的文字", required=False, widget=forms.Textarea(attrs={"rows": 4}))

    def __init__(self, *args, area, **kwargs):
        super().__init__(*args, **kwargs)
        self.area = area
        self.fields["year"].initial = timezone.localdate().year

    def clean(self):
        cleaned = super().clean()
        year, start = cleaned.get("year"), cleaned.get("start")
        if year and AnnualReport.objects.filter(area=self.area, year=year).exists():
            self.add_error("year", f"{year}年的报告已经建立，请直接打开。")
        if start == self.PASTED and not cleaned.get("text", "").strip():
            self.add_error("text", "请把文字粘贴进来。")
        if year and start == self.LAST_YEAR and self.last_year(year) is None:
            self.add_error("start", f"没有{year - 1}年的报告，请选内置提纲。")
        return cleaned

    def last_year(self, year):
        return AnnualReport.objects.filter(area=self.area, year=year - 1).first()


class ParticularsForm(forms.ModelForm):
    """Title, cut-off day and what stands above the title."""

    class Meta:
        model = AnnualReport
        fields = ("title", "cutoff", "number", "signers", "sealed")
        widgets = {"cutoff": DateInput}
        error_messages = {
            "title": {"required": "请填写标题。"},
            "cutoff": {"required": "请填写统计截止日。", "invalid": "日期请按 2026-11-30 这样填写。"},
        }

    def clean_cutoff(self):
        cutoff = self.cleaned_data["cutoff"]
        if cutoff.year != self.instance.year:
            raise forms.ValidationError(f"统计截止日应在{self.instance.year}年内。")
        return cutoff


LABELS = {
    Registration.Kind.DELIBERATION: ("会议名称", "会议纪要文号"),
    Registration.Kind.SIGNING: ("签发人", "发文字号"),
    Registration.Kind.SUBMISSION: ("报送对象", "回执或办理情况"),
    Registration.Kind.PUBLICATION: ("公开审查人", "公开网址"),
}


class RegistrationForm(forms.ModelForm):
    """What is written down when a report is deliberated, signed, submitted or published."""

    class Meta:
        model = Registration
        fields = ("date", "who", "reference", "note")
        widgets = {"date": DateInput}
        error_messages = {"date": {"required": "请填写日期。", "invalid": "日期请按 2026-03-05 这样填写。"}}

    def __init__(self, *args, kind, **kwargs):
        super().__init__(*args, **kwargs)
        who, reference = LABELS[kind]
        self.fields["who"].label, self.fields["reference"].label = who, reference
        self.fields["who"].error_messages["required"] = f"请填写{who}。"
        self.fields["date"].initial = timezone.localdate()
        if kind == Registration.Kind.PUBLICATION:
            self.fields["reference"].required = True
            self.fields["reference"].error_messages["required"] = "请填写公开网址。"

    def clean_date(self):
        date = self.cleaned_data["date"]
        if date > timezone.localdate():
            raise forms.ValidationError("日期晚于今天，请核对。")
        return date
