"""意见反馈: sending it from any page, reading and answering it, seeing the answer."""

from urllib.parse import urlsplit

from django import forms
from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import F
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from ..models import Feedback
from ..readable import ReadableForm, problems_of
from ..roles import Power

PAGE_SIZE = 20


class FeedbackForm(ReadableForm, forms.ModelForm):
    """What somebody wants to say; the page comes along by itself."""

    class Meta:
        model = Feedback
        fields = ("text",)
        labels = {"text": "您的意见"}
        help_texts = {
            "text": "哪里不好用、哪里看不懂、想加什么，都可以写。请不要写当事人姓名、电话等个人信息。"
        }
        widgets = {"text": forms.Textarea(attrs={"rows": 5, "maxlength": 1000})}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.name_errors()
        self.dress()


class AnswerForm(ReadableForm, forms.ModelForm):
    class Meta:
        model = Feedback
        fields = ("answer",)
        widgets = {"answer": forms.Textarea(attrs={"rows": 2, "maxlength": 1000})}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["answer"].required = True
        self.name_errors()
        self.dress()


def page_in(address):
    """The path of an address of the portal, without what was asked for there; empty for anything else."""
    path = urlsplit(address).path
    return path[:200] if path.startswith("/") else ""


@require_http_methods(["GET", "POST"])
def new_feedback(request):
    """`?page=ADDRESS` says which page it is about."""
    if not request.gate.powers:
        raise Http404
    page = page_in(request.GET.get("page", ""))
    form = FeedbackForm(request.POST or None)
    if form.is_valid():
        form.instance.sender, form.instance.area = request.user, request.user.area
        form.instance.page = page
        form.save()
        messages.success(request, "意见已收到，谢谢。答复后会出现在这里和“我的待办”里。")
        return redirect("feedback")
    failed = request.method == "POST"
    context = {"form": form, "page_path": page, "back": page or "/", "problems": problems_of(form)}
    return render(request, "people/feedback_form.html", context, status=422 if failed else 200)


@require_GET
def feedback_list(request):
    """The own feedback with its answers, and for whoever answers what waits and what was answered."""
    if not request.gate.powers:
        raise Http404
    own = Feedback.objects.filter(sender=request.user).select_related("answered_by")
    context = {"own": list(own[:PAGE_SIZE]), "may_answer": request.gate.can(Power.ANSWER_FEEDBACK)}
    if context["may_answer"]:
        received = request.gate.feedback_to_answer().select_related("sender", "area", "answered_by")
        page = Paginator(waiting_first(received), PAGE_SIZE).get_page(request.GET.get("page"))
        context |= {
            "page": page,
            "pages": page.paginator.get_elided_page_range(page.number, on_each_side=2, on_ends=1),
        }
    response = render(request, "people/feedback.html", context)
    own.filter(answer_seen=False).exclude(answer="").update(answer_seen=True)
    return response


def waiting_first(received):
    """Unanswered ones first, then the newest; databases differ in where they put empty values."""
    return received.order_by(F("answered_at").desc(nulls_first=True), "-pk")


@require_POST
def answer_feedback(request, pk):
    """The answer, or a better one; the sender is told again."""
    found = request.gate.feedback_to_answer().filter(pk=pk).first()
    if found is None:
        raise Http404
    form = AnswerForm(request.POST, instance=found)
    if form.is_valid():
        found.answered_by, found.answered_at = request.user, timezone.now()
        found.answer_seen = False
        form.save()
        messages.success(request, f"已答复{found.sender}。")
    else:
        messages.error(request, form.errors["answer"][0])
    return redirect("feedback")
