"""The small forms of an import."""

from django import forms

from .models import Import

ACCEPT = ".xlsx,.xlsm,.xls,.csv"


class UploadForm(forms.Form):
    """A file, and the year of days that were written without one."""

    file = forms.FileField(
        label="表格文件",
        allow_empty_file=True,
        error_messages={"required": "请先选一个表格文件，或把它拖到框里。", "invalid": "请重新选择文件。"},
        widget=forms.FileInput(attrs={"accept": ACCEPT, "class": "drop-input", "data-drop-input": ""}),
    )
    year = forms.IntegerField(
        label="年度",
        required=False,
        min_value=2000,
        max_value=2100,
        help_text="表里只写“3月5日”的，按这一年算；不填就看表格标题。",
        error_messages={
            "invalid": "年度请填四位数，例如 2026。",
            "min_value": "年度请填 2000 到 2100 之间的四位数。",
            "max_value": "年度请填 2000 到 2100 之间的四位数。",
        },
        widget=forms.NumberInput(attrs={"class": "form-control"}),
    )


class ReadAgainForm(forms.Form):
    """Another sheet of the same file, or another year."""

    sheet = forms.ChoiceField(
        label="工作表",
        required=False,
        error_messages={"invalid_choice": "文件里没有这个工作表，请重新选择。"},
        widget=forms.Select(attrs={"class": "form-select"}),
    )
    year = forms.IntegerField(
        label="年度",
        min_value=2000,
        max_value=2100,
        error_messages=dict.fromkeys(
            ("invalid", "min_value", "max_value", "required"), "年度请填四位数，例如 2026。"
        ),
        widget=forms.NumberInput(attrs={"class": "form-control"}),
    )

    def __init__(self, *args, sheets, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["sheet"].choices = [(name, name or "（唯一的表）") for name in sheets]


class ChoicesForm(forms.ModelForm):
    """What happens to each group of rows."""

    class Meta:
        model = Import
        fields = ("take_new", "take_changed", "twins", "good_only")
        widgets = {
            "take_new": forms.CheckboxInput(attrs={"class": "form-check-input"}),
            "take_changed": forms.CheckboxInput(attrs={"class": "form-check-input"}),
            "twins": forms.Select(attrs={"class": "form-select"}),
            "good_only": forms.CheckboxInput(attrs={"class": "form-check-input"}),
        }
