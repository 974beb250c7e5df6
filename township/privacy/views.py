"""The page between a file and whoever takes it out: what is personal in it, and what is to become of that."""

from django import forms
from django.shortcuts import redirect, render
from django.views.generic import View

from .guard import check
from .models import GuardAnswer

# Asked for in the address by whoever wants to answer once more.
AGAIN = "again"
# How many findings of one item are shown, each with its choice; a column of telephones has thousands.
SHOWN = 200
REASON = GuardAnswer._meta.get_field("reason").max_length


class AnswerForm(forms.Form):
    """What is to leave as it is, and why."""

    kept = forms.MultipleChoiceField(required=False)
    keep_all = forms.BooleanField(required=False)
    reason = forms.CharField(
        label="不打码的原因",
        max_length=REASON,
        required=False,
        error_messages={"max_length": f"原因请控制在 {REASON} 字以内。"},
    )
    digest = forms.CharField()

    def __init__(self, *args, found, **kwargs):
        super().__init__(*args, **kwargs)
        self.found = found
        self.fields["kept"].choices = [(one.id, one.label) for one in found.findings]

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("keep_all"):
            cleaned["kept"] = [one.id for one in self.found.findings]
        if cleaned.get("digest") != self.found.digest:
            raise forms.ValidationError("内容刚刚有变化，下面是现在的情况，请重新确认。")
        if cleaned.get("kept") and not cleaned.get("reason", "").strip():
            self.add_error("reason", "有不打码的，请写明原因，一句话即可。")
        return cleaned


class GuardedView(View):
    """A download that is looked through first. Subclasses give `purpose`, and the methods below.

    GET hands it out when nothing was found or the findings have been answered, else it shows them; POST
    takes the answer. With `?again` what was answered is asked once more.
    """

    purpose = ""
    # Whether a file whose text cannot be read (a scan) is asked about, and stays here unless somebody has looked.
    unread = True

    def subject(self):
        """(register's slug, record or None, area, address to go back to)."""
        raise NotImplementedError

    def items(self):
        """[Item] of what is about to leave."""
        raise NotImplementedError

    def hand_out(self, items):
        """The response with the cleared items."""
        raise NotImplementedError

    def prepare(self):
        self.slug, self.about, self.area, self.back = self.subject()
        return check(self.items(), area=self.area, purpose=self.purpose, unread=self.unread)

    def get(self, request, **kwargs):
        found = self.prepare()
        kept = found.kept_before() if found.findings else ()
        if kept is None or (found.findings and AGAIN in request.GET):
            return self.page(found, AnswerForm(found=found))
        return self.let_go(found, kept)

    def let_go(self, found, kept):
        """The response once all is answered; what is made in the background is cleared there."""
        return self.hand_out(found.clear(kept))

    def post(self, request, **kwargs):
        found = self.prepare()
        form = AnswerForm(request.POST, found=found)
        if not form.is_valid():
            return self.page(found, form, status=422)
        self.keep_answer(found, form.cleaned_data)
        query = request.GET.copy()
        query.pop(AGAIN, None)
        return redirect(f"{request.path}?{query.urlencode()}" if query else request.path)

    def keep_answer(self, found, given):
        kept = set(given["kept"])
        GuardAnswer.objects.create(
            purpose=self.purpose,
            register=self.slug,
            record_id=self.about.pk if self.about else None,
            area=self.area,
            digest=found.digest,
            reason=given["reason"].strip(),
            by=self.request.user,
            found=[
                {
                    "item": found.items[one.item].label,
                    "place": one.place,
                    "kind": one.kind,
                    "action": found.action(one, kept),
                }
                for one in found.findings
            ],
        )

    def page(self, found, form, status=200):
        groups = [(item, mine) for item, mine in zip(found.items, found.by_item(), strict=True) if mine]
        context = {
            "purpose": self.purpose,
            "about": self.about,
            "back": self.back,
            "groups": [(item, mine[:SHOWN]) for item, mine in groups],
            "more": sum(max(0, len(mine) - SHOWN) for _, mine in groups),
            "count": len(found.findings),
            "kept": form.data.getlist("kept") if form.is_bound else [],
            "form": form,
            "digest": found.digest,
            "photos": sum(item.content_type.startswith("image/") for item in found.items),
        }
        return render(self.request, "privacy/guard.html", context, status=status)
