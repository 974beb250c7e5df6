"""Forms about people: signing in."""

from django.contrib.auth.forms import AuthenticationForm


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
