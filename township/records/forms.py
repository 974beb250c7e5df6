"""The form of a register, made from its declaration."""

import uuid

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Div, Field, Layout
from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.forms.models import (
    BaseInlineFormSet,
    apply_limit_choices_to_to_formfield,
    inlineformset_factory,
)
from django.utils import timezone

from township.people.carried import owner_token
from township.people.models import Area, Office, Person
from township.people.readable import ReadableForm
from township.people.roles import Power

from .fields import MonthField, YearField
from .form_fields import AreaChoiceField, DateInput, MultipleFileField, PersonField
from .models import Attachment, Inherited, Law, Record, Scheme, SchemeMember, State


def choose_field(field, *, gate):
    """The form field of a model field: with the gate's choices, in the clerk's words."""
    remote = getattr(field, "remote_field", None) and field.remote_field.model
    options = {"label": field.verbose_name, "required": not field.blank, "help_text": field.help_text}
    if isinstance(field, models.ForeignKey) and remote is Person:
        return PersonField(people=gate.people(), area=gate.user.area, **options)
    if isinstance(field, models.ForeignKey) and remote is Area:
        return AreaChoiceField(gate.entry_areas(), empty_label="请选择", **options)
    if isinstance(field, models.ManyToManyField) and remote is Area:
        return forms.ModelMultipleChoiceField(gate.neighbours(), **options)
    if isinstance(field, models.ManyToManyField) and remote is Law:
        return LawsField(reachable(Law.objects.all(), gate=gate), **options)
    if isinstance(field, models.ManyToManyField) and remote is Person:
        return PeopleField(gate.people().select_related("area"), **options)
    formfield = field.formfield()
    if isinstance(field, models.DateField) and not isinstance(field, MonthField):
        formfield.widget = DateInput()
        formfield.error_messages["invalid"] = f"{field.verbose_name}请按 2026-03-05 这样填写。"
    if hasattr(formfield, "queryset"):
        apply_limit_choices_to_to_formfield(formfield)
        formfield.queryset = reachable(formfield.queryset, gate=gate)
    if isinstance(formfield, forms.ModelChoiceField) and not isinstance(
        formfield, forms.ModelMultipleChoiceField
    ):
        formfield.empty_label = "请选择"
    if isinstance(formfield, forms.TypedChoiceField):
        formfield.choices = [
            ("", "请选择") if key in ("", None) else (key, label) for key, label in formfield.choices
        ]
    if isinstance(formfield, forms.CharField) and isinstance(field, models.TextField):
        formfield.widget = forms.Textarea(attrs={"rows": 3})
    if getattr(field, "sealed", False):
        # Without a largest length it is a text to write in, not a line.
        widget = forms.TextInput if field.max_length else forms.Textarea
        formfield.widget = widget(attrs={"autocomplete": "off", **({} if field.max_length else {"rows": 6})})
    return formfield


def reachable(queryset, *, gate):
    """A choice list narrowed to what the gate hands out."""
    from .register import registry

    model = queryset.model
    if issubclass(model, Inherited):
        return queryset.for_area(gate.user.area)
    if issubclass(model, Record):
        return queryset.filter(gate.scope(registry.of(model))).exclude(state="voided")
    if model is gate.offices().model:
        return gate.offices()
    if model is SchemeMember:
        year = timezone.localdate().year
        schemes = {
            scheme.pk
            for past in range(5)
            if (scheme := Scheme.objects.for_area(gate.user.area, year - past)) is not None
        }
        return queryset.filter(scheme__in=schemes).select_related("scheme")
    return queryset


class PeopleField(forms.ModelMultipleChoiceField):
    """Several people of the roster."""

    def label_from_instance(self, person):
        return person.choice_label


class LawsWidget(forms.SelectMultiple):
    """Options that are also found by the law's short names."""

    def create_option(self, name, value, label, selected, index, subindex=None, attrs=None):
        option = super().create_option(name, value, label, selected, index, subindex, attrs)
        if words := value.instance.short_names:
            option["attrs"]["data-words"] = words
        return option


class LawsField(forms.ModelMultipleChoiceField):
    """Several laws, with a note at those no longer in force."""

    widget = LawsWidget

    def label_from_instance(self, law):
        return law.choice_label


class Section(Div):
    """A group of fields under its title; `folds` on small screens."""

    template = "records/_section.html"

    def __init__(self, *fields, title, folds):
        super().__init__(*(Field(name, wrapper_class=f"field-{name}") for name in fields))
        self.title, self.folds = title, folds


class ReadableErrors(ReadableForm):
    """Form mixin for records: also holds people who are about to join the roster."""

    def _get_validation_exclusions(self):
        """A person who is about to join the roster has no id yet that the model could check."""
        excluded = super()._get_validation_exclusions()
        for name, field in self.fields.items():
            if isinstance(field, PersonField) and self.cleaned_data.get(name) is not None:
                excluded.add(name)
        return excluded

    def resolve_people(self):
        """Put new roster entries where the cleaned values still hold unsaved people."""
        for name, field in self.fields.items():
            person = self.cleaned_data.get(name)
            if isinstance(field, PersonField) and person is not None:
                if person.pk is None:
                    person, _ = Person.objects.get_or_create(
                        area=person.area, name=person.name, position=person.position
                    )
                setattr(self.instance, name, person)

    def keep_chosen(self, names):
        """What was chosen stays a choice: since switched off, or out of whoever edits's reach."""
        if self.instance.pk is None:
            return
        for name in names:
            field = self.fields[name]
            model = field.queryset.model if hasattr(field, "queryset") else None
            if model is not None and issubclass(model, Inherited | Office | Record):
                chosen = model.objects.filter(self.is_chosen(name)).values("pk")
                field.queryset = model.objects.filter(
                    Q(pk__in=field.queryset.values("pk")) | Q(pk__in=chosen)
                )

    def is_chosen(self, name):
        """Condition: what the instance points to by the field `name`."""
        field = self._meta.model._meta.get_field(name)
        if field.many_to_many:
            return Q(pk__in=getattr(self.instance, name).values("pk"))
        return Q(**{field.target_field.attname: getattr(self.instance, field.attname)})


class RecordForm(ReadableErrors, forms.ModelForm):
    """Entering one record. Subclass per register only where a rule needs the user's input."""

    version = forms.IntegerField(required=False, widget=forms.HiddenInput)
    entry_id = forms.UUIDField(required=False, widget=forms.HiddenInput)
    owner = forms.CharField(required=False, widget=forms.HiddenInput)
    # Names of what is never carried over an expired sign-in.
    personal = forms.CharField(required=False, widget=forms.HiddenInput)
    kept_files = forms.ModelMultipleChoiceField(
        Attachment.objects.none(), required=False, widget=forms.MultipleHiddenInput
    )
    # The chat message that filled the form: it says where the record comes from, and is never carried or kept.
    message = forms.CharField(required=False, widget=forms.HiddenInput)
    also = forms.ModelMultipleChoiceField(
        Area.objects.none(),
        label="同样的事还有哪些村",
        required=False,
        help_text="每个村各存一条，内容相同，人数等不同的保存后再分别改。",
    )
    files = MultipleFileField(label="照片和文件", help_text="选填，最多 9 个，每个不超过 20 MB。")
    correction = forms.CharField(
        label="更正原因", required=False, max_length=200, widget=forms.Textarea(attrs={"rows": 2})
    )
    declaration = None

    def __init__(self, *args, gate, locked=False, **kwargs):
        self.gate, self.locked = gate, locked
        super().__init__(*args, **kwargs)
        self.is_new = self.instance.pk is None
        self.offer_villages()
        for name in self.declaration.form_fields():
            self.fields[name] = choose_field(self._meta.model._meta.get_field(name), gate=gate)
            self.fields[name].required |= name in self.declaration.required
        self.keep_chosen(self.declaration.form_fields())
        self.keep_sealed_shut()
        self.name_errors()
        self.dress()
        self.fields["kept_files"].queryset = Attachment.objects.sent_by(gate.user)
        self.set_defaults()
        self.helper = self.build_helper()

    def offer_villages(self):
        """A new record may be repeated for other villages by whoever enters for several."""
        villages = self.gate.entry_areas().villages() if self.is_new else Area.objects.none()
        if self._meta.model.JOINT_FIELD:
            self.fields["also"].help_text += "几个村合起来办的一场不用这里，请选“参与村”。"
        self.fields["also"].queryset, self.fields["also"].initial = villages, []
        if not self.is_new or self.gate.user.area.is_village:
            del self.fields["also"]

    def keep_sealed_shut(self):
        """Whoever enters may give sealed values; reading them back takes the power to read parties."""
        self.unread = ()
        if self.instance.pk is None or self.gate.may(self.declaration, Power.READ_PARTIES, self.instance):
            return
        self.unread = [name for name in self.declaration.sealed_fields() if getattr(self.instance, name)]
        for name in self.unread:
            self.initial[name] = ""
            self.fields[name].required = False
            self.fields[name].help_text = "已填写，不显示；不改就留空。"

    def set_defaults(self):
        """What a new form already knows: today, this year, the own village, who is typing."""
        self.fields["owner"].initial = owner_token(self.gate.user)
        self.fields["personal"].initial = " ".join(["message", *self.declaration.personal_parts()])
        self.fields["version"].initial = self.instance.version
        self.fields["entry_id"].initial = self.instance.entry_id or uuid.uuid4()
        if self.locked:
            self.fields["correction"].required = True
        else:
            del self.fields["correction"]
        if self.is_new and self.gate.can(Power.ENTER_FOR_OTHERS):
            self.fields["area"].help_text = "替村里录的会标明“代录”。"
        if self.instance.pk is None:
            # A blank instance brings its empty values along as initial ones.
            today = timezone.localdate()
            self.initial["date"] = self.initial.get("date") or today
            for name in self.declaration.form_fields():
                if isinstance(self._meta.model._meta.get_field(name), YearField):
                    self.initial[name] = self.initial.get(name) or today.year
            if self.gate.user.area.is_village or not self.declaration.village_entry:
                self.initial["area"] = self.initial.get("area") or self.gate.user.area_id

    def build_helper(self):
        helper = FormHelper()
        helper.form_tag = False
        helper.disable_csrf = True
        # The page lists all errors itself, with links to their fields.
        helper.form_show_errors = False
        sections = [
            Section(*names, title=title, folds=number > 0)
            for number, (title, names) in enumerate(self.declaration.fieldsets)
        ]
        hidden = [Field(name) for name in ("version", "entry_id", "owner", "personal", "message")]
        if "also" in self.fields:
            sections.insert(1, Section("also", title="重复到几个村", folds=True))
        if "correction" in self.fields:
            sections.insert(0, Section("correction", title="更正", folds=False))
        helper.layout = Layout(*hidden, *sections)
        return helper

    def clean(self):
        cleaned = super().clean()
        for name in self.unread:
            cleaned[name] = cleaned.get(name) or getattr(self.instance, name)
        area = cleaned.get("area")
        if area is not None and self.instance.pk is None:
            self.instance.keeper = self.keeper_for(area)
        self.say_source(cleaned)
        self.check_villages(cleaned)
        self.check_number_of_files(cleaned)
        return cleaned

    def say_source(self, cleaned):
        """Whether the record is entered for somebody else (代录) or was read from a message (粘贴识别)."""
        for_others = bool(cleaned.get("provider"))
        if self.is_new and self.instance.keeper_id:
            for_others |= self.gate.user.area_id != self.instance.keeper_id
        if self.instance.source == Record.Source.DIRECT:
            if self.is_new and cleaned.get("message"):
                self.instance.source = Record.Source.MESSAGE
            elif for_others:
                self.instance.source = Record.Source.ON_BEHALF

    def check_villages(self, cleaned):
        """The same thing in several villages is not a joint event, and the village itself is in already."""
        also, joint = set(cleaned.get("also") or []), self._meta.model.JOINT_FIELD
        if cleaned.get("area") in also:
            cleaned["also"] = cleaned["also"].exclude(pk=cleaned["area"].pk)
        if twice := also & set(cleaned.get(joint) or []):
            names = "、".join(area.name for area in sorted(twice, key=lambda area: area.path))
            self.add_error("also", f"{names}已经选为参与村：合办的算一场，各办各的才重复，请只选一处。")

    def check_number_of_files(self, cleaned):
        """What the record already cites, what was kept from a refused post, and what is new."""
        known = {attachment.pk for attachment in cleaned.get("kept_files") or []}
        if self.instance.pk is not None:
            cited = Attachment.objects.cited_by(self.declaration.slug, self.instance.pk)
            known |= set(cited.values_list("pk", flat=True))
        limit = settings.ATTACHMENTS_PER_RECORD
        new = len(cleaned.get("files") or [])
        # A merged record keeps everybody's files, however many they are.
        if new + len(known) > limit and (new or self.is_new):
            self.add_error("files", f"佐证材料最多 {limit} 个，请去掉几个再提交。")

    def keeper_for(self, area):
        """The unit that will keep the record: the village itself, or the township for its offices."""
        user = self.gate.user
        if self.gate.can(Power.ENTER_FOR_OTHERS) or user.area.is_village:
            return area
        return user.area

    def _post_clean(self):
        super()._post_clean()
        self.complete()

    def complete(self):
        """What the portal itself adds to the filled instance, and what it must not lose any more."""
        if self.instance.pk is None and (office := self.gate.bound_office(self.declaration)):
            # What an office enters stays within its own reach, whatever the form said.
            self.instance.office = office
        if not self.errors:
            self.declaration.prepare(self.instance, by=self.gate.user)
            self.keep_complete()

    def keep_complete(self):
        """What approval required cannot be emptied again afterwards."""
        if self.instance.pk is not None and self.instance.state == State.APPROVED:
            for name in self.declaration.missing(self.instance):
                self.add_error(name, f"已审核的记录，{self.declaration.field_label(name)}不能空着。")


class LineForm(ReadableErrors, forms.ModelForm):
    """One row of a sub-table."""

    def __init__(self, *args, gate, **kwargs):
        self.gate = gate
        super().__init__(*args, **kwargs)
        for name in self._meta.fields:
            self.fields[name] = choose_field(self._meta.model._meta.get_field(name), gate=gate)
        self.keep_chosen(self._meta.fields)
        self.drop_withdrawn_defaults()
        self.name_errors()
        self.dress()

    def drop_withdrawn_defaults(self):
        """A default that its list no longer offers is none: against it an untouched row would count as filled."""
        if self.instance.pk is not None:
            return
        for name, field in self.fields.items():
            key, queryset = self.get_initial_for_field(field, name), getattr(field, "queryset", None)
            if key is None or queryset is None or not issubclass(queryset.model, Inherited):
                continue
            if not queryset.filter(**{field.to_field_name or "pk": key}).exists():
                self.initial[name] = None


class LineFormSet(BaseInlineFormSet):
    """All rows of one sub-table, with the declared smallest number."""

    line_set = None

    def clean(self):
        super().clean()
        filled = [
            form
            for form in self.forms
            if form.is_valid() and form.cleaned_data and not form.cleaned_data.get("DELETE")
        ]
        if len(filled) < self.line_set.min_rows:
            raise ValidationError(f"{self.line_set.label}至少填 {self.line_set.min_rows} 行。")


def form_class(declaration):
    """The form class of a register."""
    base = declaration.form_class or RecordForm
    meta = type("Meta", (), {"model": declaration.model, "fields": declaration.form_fields()})
    return type(f"{declaration.model.__name__}Form", (base,), {"Meta": meta, "declaration": declaration})


def line_formsets(declaration, instance, *, gate, data=None, copied=None):
    """Bound or empty formsets of a register's sub-tables that the user may change, by name."""
    formsets = {}
    for line_set in declaration.lines:
        if line_set.personal and not gate.can_in(declaration, Power.READ_PARTIES):
            continue
        rows = (copied or {}).get(line_set.name, [])
        factory = inlineformset_factory(
            declaration.model,
            line_set.model,
            form=LineForm,
            formset=LineFormSet,
            fk_name="record",
            fields=line_set.fields,
            extra=max(len(rows), 0 if instance.pk else line_set.extra_rows),
            can_delete=True,
        )
        factory.line_set = line_set
        formsets[line_set.name] = factory(
            data, instance=instance, prefix=line_set.name, form_kwargs={"gate": gate}, initial=rows or None
        )
    return formsets
