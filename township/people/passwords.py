"""Rules for passwords in the words of the portal; their numbers are settings."""

from django.conf import settings
from django.contrib.auth import password_validation as rules
from django.contrib.auth.hashers import check_password
from django.core.exceptions import ValidationError

from .models import UsedPassword

KINDS_WANTED = 3


class LongEnough(rules.MinimumLengthValidator):
    def get_error_message(self):
        return f"密码太短，至少要 {self.min_length} 位。"


class NotCommon(rules.CommonPasswordValidator):
    def get_error_message(self):
        return "这个密码太常见，容易被猜到，请换一个。"


class SeveralKinds:
    """Three of: capitals, small letters, digits, anything else (GB/T 22239 asks for complexity)."""

    def validate(self, password, user=None):
        tests = (
            str.isupper,
            str.islower,
            str.isdecimal,
            lambda char: not (char.isascii() and char.isalnum()),
        )
        if sum(any(test(char) for char in password) for test in tests) < KINDS_WANTED:
            raise ValidationError("密码太简单，大写字母、小写字母、数字、符号里至少要有三种。", code="kinds")


class UnlikeTheOwner(rules.UserAttributeSimilarityValidator):
    """Unlike the name of the account and of the person."""

    def __init__(self):
        super().__init__(user_attributes=("username", "name"))

    def get_error_message(self):
        return "密码和姓名或账号太像，请换一个。"


class NotUsedBefore:
    """Not one of the last passwords of the same account; keeps their hashes for that."""

    def validate(self, password, user=None):
        if user is None or user.pk is None:
            return
        last = UsedPassword.objects.filter(user=user).order_by("-pk")[: settings.PASSWORD_MEMORY]
        if any(check_password(password, used.password) for used in last):
            raise ValidationError(
                f"最近 {settings.PASSWORD_MEMORY} 次用过的密码不能再用，请换一个。", code="used"
            )

    def password_changed(self, password, user=None):
        UsedPassword.objects.create(user=user, password=user.password)
        kept = UsedPassword.objects.filter(user=user).order_by("-pk").values("pk")[: settings.PASSWORD_MEMORY]
        UsedPassword.objects.filter(user=user).exclude(
            pk__in=list(kept.values_list("pk", flat=True))
        ).delete()
