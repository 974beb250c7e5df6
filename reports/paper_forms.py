"""The form that begins a text: what it is about, and the span it counts."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone

from township.figures.period import Period
from township.figures.years import years_of
from township.people.readable import Dressed
from township.records.form_fields import DateInput

from .models import Manuscript
from .papers.spans import FREE, OFFERED, OWN, offered

WHOLE_YEAR = "年度请填四位数，例如 2026。"
WRONG_DATE = "日期请按 2026-06-20 这样填写。"


class NewPaperForm(Dressed, forms.Form):
    """Beginning a text of `paper`: subject, year, span."""

    subject = forms.ChoiceField()
    year = forms.IntegerField(
        label="年度",
        min_value=2000,
        max_value=2100,
        error_messages=dict.fromkeys(("required", "invalid", "min_value", "max_value"), WHOLE_YEAR),
    )
    span = forms.ChoiceField(label="统计期", error_messages={"required": "请选择统计期。"})
    start = forms.DateField(
        label="从哪天", required=False, widget=DateInput, error_messages={"invalid": WRONG_DATE}
    )
    end = forms.DateField(
        label="到哪天", required=False, widget=DateInput, error_messages={"invalid": WRONG_DATE}
    )

    def __init__(self, *args, paper, area, **kwargs):
        super().__init__(*args, **kwargs)
        self.paper, self.area = paper, area
        self._ask_subject()
        self._ask_span()
        self.fields["year"].initial = years_of(area).running_on(timezone.localdate())
        self.dress()

    def _ask_subject(self):
        if self.paper.subjects is None:
            del self.fields["subject"]
            return
        label = self.paper.subject_label
        self.subjects = {one.key: one for one in self.paper.subjects(self.area)}
        self.fields["subject"].label = label
        self.fields["subject"].choices = [
            ("", "请选择"),
            *((one.key, one.name) for one in self.subjects.values()),
        ]
        self.fields["subject"].error_messages = {
            "required": f"请选择{label}。",
            "invalid_choice": f"请选择{label}。",
        }

    def _ask_span(self):
        choices = [(key, OFFERED[key][0]) for key in self.paper.spans]
        if self.paper.subjects and any(one.span for one in self.subjects.values()):
            choices.insert(0, (OWN, f"这个{self.paper.subject_label}的时间"))
        self.fields["span"].choices = [*choices, (FREE, "自定起止日期")]
        self.fields["span"].initial = choices[0][0]

    @property
    def about(self):
        """The chosen `Subject`, None for a kind without."""
        return self.subjects[self.cleaned_data["subject"]] if "subject" in self.fields else None

    def clean(self):
        cleaned = super().clean()
        if self.errors:
            return cleaned
        cleaned["period"] = self._period(cleaned)
        if cleaned["period"].start > timezone.localdate():
            raise ValidationError(f"{cleaned['period']}还没有到，等开始以后再起草。")
        if self.existing():
            raise ValidationError(f"《{self.existing().title}》已经建立，请直接打开。")
        return cleaned

    def _period(self, cleaned):
        key, year = cleaned["span"], cleaned["year"]
        if key == OWN:
            return self.about.span(year)
        if key != FREE:
            return offered(key, year, years_of(self.area))
        start, end = cleaned.get("start"), cleaned.get("end")
        if not start or not end:
            raise ValidationError("自定起止日期的，请把两个日期都填上。")
        if end < start:
            raise ValidationError("结束日期不能早于开始日期。")
        years = years_of(self.area)
        if not set(years.holding(start)) & set(years.holding(end)):
            raise ValidationError("起止日期要在同一年里，跨年的请分开写。")
        return Period(start, end)

    def existing(self):
        """The text of this kind, span and subject that is there already; None when there is none."""
        period = self.cleaned_data["period"]
        return Manuscript.objects.filter(
            area=self.area,
            kind=self.paper.key,
            start=period.start,
            end=period.end,
            subject=self.about.key if self.about else "",
        ).first()
