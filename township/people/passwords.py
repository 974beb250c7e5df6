"""Django's password rules in the words of the portal."""

from django.contrib.auth import password_validation as rules


class LongEnough(rules.MinimumLengthValidator):
    def get_error_message(self):
        return f"密码太短，至少要 {self.min_length} 位。"


class NotCommon(rules.CommonPasswordValidator):
    def get_error_message(self):
        return "这个密码太常见，容易被猜到，请换一个。"


class NotOnlyDigits(rules.NumericPasswordValidator):
    def get_error_message(self):
        return "密码不能全是数字，请加上字母或符号。"


class UnlikeTheOwner(rules.UserAttributeSimilarityValidator):
    """Unlike the name of the account and of the person."""

    def __init__(self):
        super().__init__(user_attributes=("username", "name"))

    def get_error_message(self):
        return "密码和姓名或账号太像，请换一个。"
