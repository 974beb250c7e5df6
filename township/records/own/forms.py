"""The form of an own register: its particulars, and one row for each field."""

import re

from django import forms
from django.core.exceptions import ValidationError
from django.forms.models import BaseInlineFormSet, inlineformset_factory

from ..context import MENUS
from ..forms import ReadableErrors
from ..models import OwnField, OwnRegister
from ..models.own import columns_of_kind
from ..register import LineSet, registry

MOST_FIELDS = 12
MOST_OPTIONS = 30
OPTION_LENGTH = 20
# Every record has these anyway.
BUILT_IN = ("日期", "名称", "所属村（社区）", "承办部门", "备注", "状态")


class RegisterForm(ReadableErrors, forms.ModelForm):
    """Name, place in the menu, unit, who enters."""

    menu = forms.ChoiceField(label="放在哪组菜单", choices=[(name, name) for name in MENUS])

    class Meta:
        model = OwnRegister
        fields = ("label", "menu", "unit", "intro", "village_entry")
        widgets = {"intro": forms.TextInput}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.initial["menu"] = self.initial.get("menu") or MENUS[-1]
        self.name_errors()
        self.dress()

    def clean_label(self):
        label = self.cleaned_data["label"].strip()
        if any(one.label == label for one in registry.all()):
            raise ValidationError(f"系统里已有“{label}”台账，请换一个名称。")
        return label

    def _get_validation_exclusions(self):
        """The township is not typed, and yet the name has to be its only one."""
        return super()._get_validation_exclusions() - {"area"}


class FieldForm(ReadableErrors, forms.ModelForm):
    """One field of the register."""

    choices = forms.CharField(
        label="单选的选项",
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="一行一个。要改已有选项的名称，写成“旧名称=新名称”。",
    )

    class Meta:
        model = OwnField
        fields = ("label", "kind", "unit", "required", "retired")
        help_texts = {"unit": "数量、数值填，例如 户、元。"}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.initial["choices"] = "\n".join(label for _, label in self.instance.options)
        if self.instance.pk is None:
            del self.fields["retired"]
        self.order_fields(["label", "kind", "unit", "choices", "required", "retired"])
        self.name_errors()
        self.dress()

    def clean_label(self):
        label = re.sub(r"\s", "", self.cleaned_data["label"])
        if label in BUILT_IN:
            raise ValidationError(f"“{label}”是每条记录都有的，不用另加。")
        return label

    def clean_kind(self):
        kind = self.cleaned_data["kind"]
        if self.instance.pk and kind != self.initial["kind"] and self.instance.has_data:
            raise ValidationError("已有记录填了这一项，不能改成别的类型。可以停用它，另加一项。")
        return kind

    def clean(self):
        cleaned = super().clean()
        kind = cleaned.get("kind")
        if kind not in (OwnField.Kind.COUNT, OwnField.Kind.AMOUNT):
            cleaned["unit"] = ""
        if kind == OwnField.Kind.CHOICE:
            try:
                self.instance.options = self.read_options(cleaned.get("choices", ""))
            except ValidationError as error:
                self.add_error("choices", error)
        return cleaned

    def read_options(self, text):
        """[[key, label], …] of the lines typed; an option that stays keeps its key, one in use cannot go."""
        known = {label: key for key, label in self.instance.options}
        used = {int(key) for key in known.values()}
        number = max(used, default=0)
        found = []
        for line in filter(None, (line.strip() for line in text.splitlines())):
            old, equals, new = (part.strip() for part in line.partition("="))
            label = new if equals and old in known else line
            key = known.get(old if equals else line)
            if key is None:
                number += 1
                key = str(number)
            found.append([key, label])
        self.check_options(found)
        return found

    def check_options(self, found):
        labels = [label for _, label in found]
        if not 2 <= len(labels) <= MOST_OPTIONS:
            raise ValidationError(f"单选请写 2 到 {MOST_OPTIONS} 个选项，一行一个。")
        if too_long := [label for label in labels if len(label) > OPTION_LENGTH]:
            raise ValidationError(f"选项“{too_long[0]}”太长，请控制在 {OPTION_LENGTH} 字以内。")
        if twice := [label for label in labels if labels.count(label) > 1]:
            raise ValidationError(f"选项“{twice[0]}”写了两次。")
        kept = {key for key, _ in found}
        for key, label in self.instance.options if self.instance.pk else ():
            if key not in kept and (count := self.instance.count_of_option(key)):
                raise ValidationError(
                    f"选项“{label}”已有 {count} 条记录在用，不能去掉；要改名，请写成“{label}=新名称”。"
                )


class FieldFormSet(BaseInlineFormSet):
    """All fields: at most twelve in use, no two with one name, none with data removed."""

    line_set = LineSet(OwnField, (), "项目", min_rows=1)

    def clean(self):
        super().clean()
        if any(form.errors for form in self.forms):
            return
        kept = [form for form in self.forms if self.is_kept(form)]
        live = [form for form in kept if not form.cleaned_data.get("retired")]
        if not live:
            raise ValidationError("台账至少要有一个项目。")
        if len(live) > MOST_FIELDS:
            raise ValidationError(
                f"一个台账最多 {MOST_FIELDS} 个项目，现在有 {len(live)} 个，请去掉或停用几个。"
            )
        labels = [form.cleaned_data["label"] for form in kept]
        if twice := [label for label in labels if labels.count(label) > 1]:
            raise ValidationError(f"项目“{twice[0]}”写了两次（停用的也算）。")
        for form in self.forms:
            if form.instance.pk and form.cleaned_data.get("DELETE") and form.instance.has_data:
                raise ValidationError(f"“{form.instance}”已有记录填过，不能删除，可以停用。")
        self.give_columns(kept)

    def is_kept(self, form):
        return (form.instance.pk or form.has_changed()) and not form.cleaned_data.get("DELETE")

    def give_columns(self, kept):
        """Each new field, and each that changed its kind, gets the first free column of its kind."""
        taken = {form.instance.column for form in self.forms if form.instance.pk}
        for form in kept:
            kind = form.cleaned_data["kind"]
            if form.instance.column in columns_of_kind(kind):
                continue
            free = [name for name in columns_of_kind(kind) if name not in taken]
            if not free:
                raise ValidationError(f"“{OwnField.Kind(kind).label}”的项目太多了（停用的也占位置）。")
            form.instance.column = free[0]
            taken.add(free[0])


def field_formset(definition, data=None):
    """The rows of a register's fields; a new one starts with two empty rows."""
    factory = inlineformset_factory(
        OwnRegister,
        OwnField,
        form=FieldForm,
        formset=FieldFormSet,
        extra=0 if definition.pk else 2,
        can_delete=True,
    )
    return factory(data, instance=definition, prefix="fields")
