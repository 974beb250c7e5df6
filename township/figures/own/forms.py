"""The forms in which an own indicator is chosen together; its fields follow from the register."""

import re

from django import forms

from township.records.forms import ReadableErrors

from ..models import OwnIndicator, OwnName
from ..wording import spelled
from .asking import Chosen, Range, YesNo, unit_refusal
from .proposing import proposed, proposed_ratio

NAME = re.compile(r"[\w（）“”、·%—-]+")
# Begins the names of the inputs of conditions: a register may call its own fields unit or category.
IF = "if-"
UNITS = ("次", "场", "件", "条", "项", "个", "份", "人次", "人", "户次", "起", "批", "支", "处", "元", "小时")


class NamedForm(ReadableErrors, forms.Form):
    """What both kinds of own indicators have: a name nobody else has, a unit, a definition."""

    label = forms.CharField(
        label="名称",
        max_length=40,
        help_text="写进报告的数据标记就用这个名称，例如“反诈宣传活动场次”。改名以后，旧名称仍然认得。",
    )
    definition = forms.CharField(
        label="口径",
        required=False,
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 3, "data-definition": ""}),
        help_text="一两句话说清数什么、怎么数。不填就用自动写好的。",
    )

    def __init__(self, *args, definition, known, **kwargs):
        self.stored, self.known, self.township = definition, known, definition.area
        super().__init__(*args, **kwargs)

    def finish(self):
        self.name_errors()
        self.dress()

    def clean_label(self):
        label = spelled(self.cleaned_data["label"])
        if not NAME.fullmatch(label) or label.isdecimal():
            raise forms.ValidationError(
                "名称请用汉字、字母和数字，可以带括号和顿号，不要用逗号、竖线、花括号。"
            )
        known = self.known.by_label.get(label)
        if known is not None and known.key != self.stored.key:
            raise forms.ValidationError(f"已有叫“{label}”的指标（或它以前的名称），请换一个。")
        taken = OwnName.objects.filter(area=self.township, text=label).exclude(indicator=self.stored.pk)
        if taken.exists():
            raise forms.ValidationError(f"“{label}”是停用的指标用过的名称，请换一个。")
        return label

    def chosen(self):
        """The definition as chosen so far, unsaved; its name and words may still be missing."""
        found = OwnIndicator(pk=self.stored.pk, area=self.township, active=True)
        for name, value in self.values().items():
            setattr(found, name, value)
        return found

    def values(self):
        """{field of the model: value} of what was chosen."""
        data = self.cleaned_data
        return {
            "label": data.get("label") or "未命名",
            "unit": self.unit(),
            "definition": data.get("definition") or self.proposal(),
        }


class IndicatorForm(NamedForm):
    """An indicator over the rows of `source`."""

    def __init__(self, *args, source, **kwargs):
        self.source = source
        super().__init__(*args, **kwargs)
        self.ways, self.asked = source.ways(), source.conditions()
        self.ends = {
            f"{IF}{path}-{side}"
            for path, condition in self.asked.items()
            if isinstance(condition, Range)
            for side in ("from", "to")
        }
        self.fields["measure"] = forms.ChoiceField(
            label="怎么数", choices=[(way.code, way.label) for way in self.ways.values()]
        )
        self.fields["unit"] = forms.CharField(
            label="单位",
            required=False,
            max_length=6,
            help_text="不填就按怎么数自动定。“人”只用于按人去重，各条相加的是“人次”。",
            widget=forms.TextInput(attrs={"list": "units", "autocomplete": "off"}),
        )
        if categories := source.categories():
            self.fields["category"] = forms.ChoiceField(
                label="按什么分类", required=False, choices=[("", "不分类"), *categories.items()]
            )
        for condition in self.asked.values():
            self.add_condition(condition)
        self.start()
        self.finish()

    def start(self):
        """The stored choices as initial values."""
        stored = self.stored
        self.initial.setdefault("measure", "count")
        if stored.pk is None:
            return
        for name in ("label", "unit", "definition", "measure", "category"):
            self.initial[name] = getattr(stored, name)
        for path, value in stored.conditions.items():
            if isinstance(self.asked.get(path), Range):
                self.initial[f"{IF}{path}-from"], self.initial[f"{IF}{path}-to"] = value
            else:
                self.initial[f"{IF}{path}"] = (
                    {True: "yes", False: "no"}[value] if isinstance(value, bool) else value
                )

    def add_condition(self, condition):
        label, path = condition.label, f"{IF}{condition.path}"
        if isinstance(condition, Range):
            number = {"required": False, "max_digits": 14, "decimal_places": 2, "min_value": 0}
            self.fields[f"{path}-from"] = forms.DecimalField(label=f"{label}不少于", **number)
            self.fields[f"{path}-to"] = forms.DecimalField(label=f"{label}不超过", **number)
            for side in ("from", "to"):
                messages = self.fields[f"{path}-{side}"].error_messages
                messages["invalid"] = f"{label}请填数字，例如 50。"
        elif isinstance(condition, YesNo):
            choices = [("", "不限"), ("yes", "是"), ("no", "否")]
            self.fields[path] = forms.ChoiceField(label=label, required=False, choices=choices)
        else:
            options = [(str(key), name) for key, name in condition.options(self.township)]
            few = len(options) <= 12
            self.fields[path] = forms.MultipleChoiceField(
                label=label,
                required=False,
                choices=options,
                widget=forms.CheckboxSelectMultiple if few else forms.SelectMultiple,
            )

    def condition_fields(self):
        """Bound fields of what can be chosen, for the page."""
        return [self[name] for name in self.fields if name.startswith(IF) and name not in self.ends]

    def range_fields(self):
        """Bound fields of the ends of numbers, two for each."""
        return [self[name] for name in self.fields if name in self.ends]

    @property
    def has_ranges(self):
        """Whether any of them is filled in, rightly or wrongly, so that they are to be seen."""
        return any(bound.value() not in (None, "") for bound in self.range_fields())

    def conditions(self):
        """The chosen conditions as they are stored; nothing chosen is no condition."""
        found = {}
        for path, condition in self.asked.items():
            if isinstance(condition, Range):
                ends = [self.cleaned_data.get(f"{IF}{path}-{side}") for side in ("from", "to")]
                if ends != [None, None]:
                    found[path] = [None if end is None else _plain(end) for end in ends]
            elif value := self.cleaned_data.get(f"{IF}{path}"):
                found[path] = _as_stored(condition, value, self.township)
        return found

    @property
    def way(self):
        return self.ways[self.cleaned_data.get("measure") or "count"]

    def unit(self):
        return self.cleaned_data.get("unit") or self.way.unit or "个"

    def proposal(self):
        return proposed(self.source, self.way, self.conditions(), self.township)

    def clean(self):
        cleaned = super().clean()
        if "measure" in cleaned and (refusal := unit_refusal(self.way, self.unit())):
            self.add_error("unit", refusal)
        for path, condition in self.asked.items():
            if isinstance(condition, Range):
                low, high = (cleaned.get(f"{IF}{path}-{side}") for side in ("from", "to"))
                if low is not None and high is not None and low > high:
                    self.add_error(f"{IF}{path}-to", f"{condition.label}“不超过”比“不少于”还小，请改正。")
        return cleaned

    def values(self):
        return {
            **super().values(),
            "source": self.source.code,
            "measure": self.way.code,
            "category": self.cleaned_data.get("category", ""),
            "conditions": self.conditions(),
        }


class RatioForm(NamedForm):
    """A rate: one indicator in per cent of another."""

    numerator = forms.ChoiceField(label="分子")
    denominator = forms.ChoiceField(label="分母")

    def __init__(self, *args, definition, known, **kwargs):
        super().__init__(*args, definition=definition, known=known, **kwargs)
        whole = [one for one in known.all() if not one.is_ratio and one.key != definition.key]
        groups = {}
        for one in whole:
            groups.setdefault(one.register.label, []).append((one.key, f"{one.label}（{one.unit}）"))
        for name in ("numerator", "denominator"):
            self.fields[name].choices = [("", "请选择"), *groups.items()]
        if definition.pk is not None:
            for name in ("label", "definition", "numerator", "denominator"):
                self.initial[name] = getattr(definition, name)
        self.finish()

    def parts(self):
        return [self.known.get(self.cleaned_data.get(name)) for name in ("numerator", "denominator")]

    def unit(self):
        return "%"

    def proposal(self):
        return proposed_ratio(*self.parts()) if None not in self.parts() else ""

    def clean(self):
        cleaned = super().clean()
        over, under = self.parts()
        if over is not None and over == under:
            self.add_error("denominator", "分子和分母是同一个指标，比率总是 100%，请换一个。")
        elif over and under and over.unit != under.unit:
            self.add_error("denominator", f"分子的单位是“{over.unit}”，分母是“{under.unit}”，不能相比。")
        return cleaned

    def values(self):
        keys = {name: self.cleaned_data.get(name, "") for name in ("numerator", "denominator")}
        return {**super().values(), **keys}


def _plain(number):
    """A number as JSON keeps it."""
    return int(number) if number == int(number) else float(number)


def _as_stored(condition, value, township):
    """What was chosen in the form of the field's own keys."""
    if isinstance(condition, YesNo):
        return value == "yes"
    assert isinstance(condition, Chosen)
    return [key for key, _ in condition.options(township) if str(key) in value]
