"""Forms about reports: beginning one, its particulars, and what is registered on the way."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone

from township.people.readable import Dressed, ReadableForm
from township.records.form_fields import DateInput
from township.records.intake import take_in

from .document.files import MAX_BYTES, TOO_BIG, Unreadable, text_of
from .models import AnnualReport, Manuscript, Registration

LONGEST_TEXT = 200_000


def uploaded_text(upload):
    """The text of an uploaded report; raises `Unreadable` with one sentence."""
    if upload.size > MAX_BYTES:
        raise Unreadable(TOO_BIG)
    text = text_of(upload.read()).lstrip("\ufeff")
    if len(text) > LONGEST_TEXT:
        raise Unreadable(f"文件里的文字超过 {LONGEST_TEXT} 字，请精简。")
    return text


class NewReportForm(Dressed, forms.Form):
    """Beginning a report: from the built-in outline, last year's text, or a text written elsewhere."""

    OUTLINE, LAST_YEAR, PASTED = "outline", "last", "pasted"
    STARTS = (
        (OUTLINE, "内置提纲：按规定的四个部分列好，数据自动取"),
        (LAST_YEAR, "按上年稿起草：沿用文字，数字重新取"),
        (PASTED, "用现成的文字：从 Word 复制过来，或者上传文件"),
    )
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
        choices=STARTS,
        initial=OUTLINE,
        widget=forms.RadioSelect,
        error_messages={"required": "请选择从哪里起草。", "invalid_choice": "请选择从哪里起草。"},
    )
    text = forms.CharField(
        label="粘贴的文字",
        required=False,
        max_length=LONGEST_TEXT,
        widget=forms.Textarea(attrs={"rows": 6}),
        error_messages={"max_length": f"正文超过 {LONGEST_TEXT} 字，请精简。"},
    )

    upload = forms.FileField(
        label="或者上传文件",
        required=False,
        help_text="Word（docx）或文本（txt）文件，10 MB 以内。",
        widget=forms.FileInput(attrs={"accept": ".docx,.txt"}),
    )

    def __init__(self, *args, area, **kwargs):
        super().__init__(*args, **kwargs)
        self.area = area
        self.dress()
        self.fields["year"].initial = timezone.localdate().year

    def clean(self):
        cleaned = super().clean()
        year, start = cleaned.get("year"), cleaned.get("start")
        if year and AnnualReport.objects.filter(area=self.area, year=year).exists():
            self.add_error("year", f"{year}年的报告已经建立，请直接打开。")
        if start == self.PASTED:
            self.take_text(cleaned)
        if year and start == self.LAST_YEAR and self.last_year(year) is None:
            self.add_error("start", f"没有{year - 1}年的报告，请选内置提纲。")
        return cleaned

    def take_text(self, cleaned):
        """The text from the box or from the file; what was read from a file stays on the page as text."""
        upload, typed = cleaned.get("upload"), cleaned.get("text", "").strip()
        if upload and typed:
            self.add_error("upload", "文字已经粘贴了，文件和粘贴只用一样，请去掉一样。")
        elif upload:
            self.read(upload, cleaned)
        elif not typed and not {"text", "upload"} & self.errors.keys():
            self.add_error("text", "请把文字粘贴进来，或者上传文件。")

    def read(self, upload, cleaned):
        try:
            text = uploaded_text(upload)
        except Unreadable as error:
            self.add_error("upload", str(error))
            return
        cleaned["text"] = text
        self.data = self.data.copy()
        self.data["text"] = text

    def last_year(self, year):
        return AnnualReport.objects.filter(area=self.area, year=year - 1).first()


class TakeOverForm(ReadableForm, forms.Form):
    """Which of last year's plans become tasks of the year, and which office answers for them."""

    office = forms.ModelChoiceField(queryset=None, label="责任部门", empty_label="请选择")

    def __init__(self, *args, proposals, gate, **kwargs):
        super().__init__(*args, **kwargs)
        self.proposals = proposals
        self.fields["office"].queryset = gate.offices()
        self.fields["office"].initial = gate.user.office
        self.name_errors()
        self.dress()

    @property
    def ticked(self):
        """Marks of what is ticked: all that is not yet a task, until somebody has chosen."""
        if self.is_bound:
            return set(self.data.getlist("chosen"))
        return {one.id for one in self.proposals if one.item is None}

    @property
    def chosen(self):
        return [one for one in self.proposals if one.id in self.ticked]

    def clean(self):
        if not self.chosen:
            raise ValidationError("请至少勾选一条安排。")
        return super().clean()


class ParticularsForm(Dressed, forms.ModelForm):
    """Title, cut-off day and what stands above the title."""

    class Meta:
        model = Manuscript
        fields = Manuscript.PARTICULARS
        widgets = {"cutoff": DateInput}
        error_messages = {
            "title": {"required": "请填写标题。", "max_length": "标题最多 120 个字。"},
            "cutoff": {"required": "请填写统计截止日。", "invalid": "日期请按 2026-11-30 这样填写。"},
            "number": {"max_length": "发文字号最多 40 个字。"},
            "signers": {"max_length": "签发人最多 60 个字。"},
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.dress()

    def clean_cutoff(self):
        cutoff = self.cleaned_data["cutoff"]
        if cutoff not in self.instance.span:
            raise ValidationError(f"统计截止日应在{self.instance.span}内。")
        return cutoff


Kind = Registration.Kind
# What `who`, `reference` and `note` are called in each registration.
LABELS = {
    Kind.DELIBERATE: ("审议会议", "会议纪要文号", "审议意见"),
    Kind.SIGN: ("签发人", "发文字号", "说明"),
    Kind.SUBMIT: ("报送对象", "回执", "退回意见或办理情况"),
    Kind.PUBLISH: ("公开审查人", "公开网址", "说明"),
}
HINTS = {
    (Kind.SIGN, "who"): "只写姓名，几个人用顿号隔开；会排在报告首页。",
    (Kind.SIGN, "reference"): "例如 毛政〔2026〕5号；会排在报告首页。",
    (Kind.SUBMIT, "who"): "例如 县委、县人民政府，抄送县委依法治县办。",
}
NEEDED = {(Kind.PUBLISH, "reference")}
# On the report's first page there is room for this many characters.
LIMITS = {(Kind.SIGN, "who"): 60, (Kind.SIGN, "reference"): 40}


class RegistrationForm(Dressed, forms.ModelForm):
    """What is written down when a report is deliberated, signed, submitted or published."""

    upload = forms.FileField(label="扫描件", required=False)

    class Meta:
        model = Registration
        fields = ("date", "who", "reference", "note")
        widgets = {"date": DateInput}
        error_messages = {"date": {"required": "请填写日期。", "invalid": "日期请按 2026-03-05 这样填写。"}}

    def __init__(self, *args, kind, by, **kwargs):
        super().__init__(*args, auto_id=f"{kind}-%s", **kwargs)
        self.by = by
        for name, label in zip(("who", "reference", "note"), LABELS[kind], strict=True):
            limit = LIMITS.get((kind, name), Registration._meta.get_field(name).max_length)
            self.fields[name] = forms.CharField(
                label=label,
                required=name == "who" or (kind, name) in NEEDED,
                max_length=limit,
                help_text=HINTS.get((kind, name), ""),
                error_messages={
                    "required": f"请填写{label}。",
                    "max_length": f"{label}最多 {limit} 个字。",
                },
            )
        self.order_fields(["date", "who", "reference", "note", "upload"])
        self.dress()

    def clean_date(self):
        date = self.cleaned_data["date"]
        if date > timezone.localdate():
            raise ValidationError("日期晚于今天，请核对。")
        return date

    def clean(self):
        """Take in the scan last: a form that is refused for something else stores nothing."""
        cleaned = super().clean()
        if cleaned.get("upload") and not self.errors:
            try:
                self.instance.scan = take_in(cleaned["upload"], by=self.by)
            except ValidationError as error:
                self.add_error("upload", error)
        return cleaned


class ReasonForm(Dressed, forms.ModelForm):
    """Why a report is returned or opened for correction."""

    class Meta:
        model = Registration
        fields = ("note",)
        labels = {"note": "原因"}
        error_messages = {
            "note": {"required": "请写明原因，一句话即可。", "max_length": "原因最多 200 个字。"}
        }

    def __init__(self, *args, kind, by, **kwargs):
        super().__init__(*args, auto_id=f"{kind}-%s", **kwargs)
        self.fields["note"].required = True
        self.dress()


def form_for(step, *, by, data=None, files=None):
    """The form that goes with a step of a report's life, None for a bare button."""
    form_class = RegistrationForm if step.outside else ReasonForm if step.needs_reason else None
    return form_class and form_class(data, files, kind=step.key, by=by)
