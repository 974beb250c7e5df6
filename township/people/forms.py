"""Forms about accounts: signing in, the own password, and what whoever manages accounts fills in."""

from django import forms
from django.contrib.auth.forms import AuthenticationForm, PasswordChangeForm
from django.core.exceptions import ValidationError
from django.db.models import Q
from django.utils import timezone

from .accounts import SUBJECT, refusals
from .changes import note
from .lockout import count, pause
from .models import Office, SettingChange, User
from .readable import ReadableForm
from .roles import Role, grantable_by
from .trail.rows import address_of
from .trail.signing import known_as


class SignInForm(AuthenticationForm):
    """Account and password, with one sentence for every failure."""

    error_messages = {
        "invalid_login": "账号或密码不对，请重新输入。",
        "inactive": "这个账号已停用，请联系本镇综合管理员。",
    }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["username"].label = "账号"
        self.fields["password"].label = "密码"
        for field in self.fields.values():
            field.widget.attrs["class"] = "form-control"

    def clean(self):
        name, place = known_as(self.cleaned_data.get("username") or "")
        address = address_of(self.request)
        if sentence := pause(name, address):
            raise ValidationError(sentence)
        try:
            return super().clean()
        except ValidationError:
            count(name, address, place)
            raise

    def confirm_login_allowed(self, user):
        super().confirm_login_allowed(user)
        if user.one_time_until and user.one_time_until < timezone.now():
            raise ValidationError("一次性密码已过期，请联系本镇综合管理员重新设置。")


class OwnPasswordForm(ReadableForm, PasswordChangeForm):
    """Choosing another password for the own account."""

    error_messages = {
        "password_incorrect": "现在的密码不对，请重新输入。",
        "password_mismatch": "两次输入的新密码不一样，请重新输入。",
    }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        labels = ("一次性密码" if self.user.one_time_until else "现在的密码", "新密码", "再输入一遍新密码")
        for name, label in zip(("old_password", "new_password1", "new_password2"), labels, strict=True):
            self.fields[name].label = label
            self.fields[name].help_text = ""
        self.fields[
            "new_password1"
        ].help_text = "至少 8 位，大写字母、小写字母、数字、符号里至少三种，不要用姓名、账号或以前的密码。"
        self.name_errors()
        self.dress()

    def clean_new_password1(self):
        password = self.cleaned_data["new_password1"]
        if self.user.check_password(password):
            raise ValidationError("新密码不能和现在的密码一样。")
        return password

    def save(self, commit=True):
        self.user.one_time_until = None
        user = super().save(commit)
        note(SUBJECT, user, SettingChange.Action.PASSWORD_CHANGED, by=user)
        return user


class OfficeChoice(forms.ModelChoiceField):
    """An office with its township, for those who look after several."""

    def __init__(self, queryset, *, several, **kwargs):
        super().__init__(queryset.select_related("area"), empty_label="不属于哪个部门", **kwargs)
        self.several = several

    def label_from_instance(self, office):
        return f"{office.area} {office}" if self.several else str(office)


class PlaceChoice(forms.ModelChoiceField):
    def label_from_instance(self, area):
        return area.choice_label


class AccountForm(ReadableForm, forms.ModelForm):
    """An account with its unit and roles, within what the gate lets the manager grant."""

    roles = forms.MultipleChoiceField(label="岗位", widget=forms.CheckboxSelectMultiple)

    class Meta:
        model = User
        fields = ("name", "username", "area", "office", "roles", "is_active")

    def __init__(self, *args, gate, **kwargs):
        self.gate = gate
        super().__init__(*args, **kwargs)
        user = gate.user
        self.fields["name"].label = "姓名"
        self.fields["username"].label = "账号"
        self.fields["username"].help_text = "登录时用，例如 maojun 或 毛俊村文书。"
        self.fields["username"].error_messages |= {
            "unique": "这个账号已有人用，请换一个。",
            "invalid": "账号只能用汉字、字母、数字和 @ . - _ 这几个符号。",
        }
        self.fields["area"] = PlaceChoice(gate.areas(), label="单位", empty_label="请选择")
        self.fields["office"] = OfficeChoice(
            self.reachable_offices(), several=len(user.area.path) == 4, label="部门", required=False
        )
        self.fields["roles"].choices = [
            (role.value, role.label) for role in Role if role in grantable_by(user.roles)
        ]
        self.fields["is_active"].label = "在用"
        self.fields["is_active"].help_text = "人调走或不再使用时去掉勾，填过的记录都还在。"
        if self.instance.pk is None:
            del self.fields["is_active"]
        else:
            self.initial["roles"] = [role.value for role in self.instance.roles]
        self.name_errors()
        self.dress()

    def reachable_offices(self):
        """Offices in use, and the one that the account has."""
        inside = Office.objects.filter(area__path__startswith=self.gate.user.area.path)
        return inside.filter(Q(active=True) | Q(pk=self.instance.office_id))

    def clean(self):
        cleaned = super().clean()
        roles = frozenset(Role(value) for value in cleaned.get("roles", ()))
        self.chosen_roles = roles
        if "roles" in cleaned:
            active = cleaned.get("is_active", True)
            places = {"area": cleaned.get("area"), "office": cleaned.get("office")}
            found = refusals(self.instance, by=self.gate.user, roles=roles, active=active, **places)
            for field, sentence in found:
                self.add_error(field, sentence)
        return cleaned
