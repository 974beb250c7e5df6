"""Posters for village boards, packages for the county's website, and the address once it is published."""

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import F
from django.http import Http404
from django.shortcuts import redirect
from django.urls import reverse

from township.figures.period import spoken
from township.people.outgoing import PDF, ZIP, taken_out
from township.people.roles import Power
from township.privacy.guard import Item
from township.privacy.views import GuardedView
from township.records.history import differences, is_locked, note, snapshot
from township.records.life import may_edit
from township.records.models import Change
from township.records.saving import move_on
from township.records.views.lists import ListQuery
from township.workbooks.book import Unreadable

from .models import Disclosure
from .packages import items_of, package_bytes, safe_name
from .panels import may_take_out
from .posters import Poster, Row, poster_pdf
from .registers import Disclosures, VillageNotices

MOST_POSTERS = 60


# Posters ------------------------------------------------------------------------------------------


class PosterView(GuardedView):
    """One notice for the board."""

    purpose = "公开栏张贴稿"
    size = "a4"

    def subject(self):
        record = self.request.gate.record(VillageNotices, self.kwargs["pk"])
        if not may_take_out(record, self.request.gate):
            raise Http404
        self.records = [record]
        back = reverse("records:detail", args=[VillageNotices.slug, record.pk])
        return VillageNotices.slug, record, record.area, back

    def items(self):
        return [item for record in self.records for item in poster_items(record)]

    def hand_out(self, items):
        texts = iter(item.text for item in items)
        try:
            content = poster_pdf([poster_of(record, texts) for record in self.records], self.size)
        except Unreadable as error:
            messages.error(self.request, str(error))
            return redirect(self.back)
        size = self.size.upper()
        name = f"{self.file_name()}（{size}）.pdf"
        return taken_out(self.request, content, name, PDF, what=f"{self.said()}，{self.purpose}（{size}）")

    def said(self):
        """What the trail says was printed."""
        return f"{VillageNotices.label}第 {self.about.pk} 号"

    def file_name(self):
        [record] = self.records
        return f"{record.area.name}{record.get_period_start_display()}{record.get_category_display()}公开"


class PostersView(PosterView):
    """All notices of a list, as it is filtered, on one PDF."""

    def subject(self):
        gate = self.request.gate
        if not gate.can_in(VillageNotices, Power.EXPORT):
            raise Http404
        found = ListQuery(self.request, VillageNotices, Power.EXPORT).records
        # One more than fit tells that there are more.
        self.records = list(found.prefetch_related("contents__matter", "subjects")[: MOST_POSTERS + 1])
        back = f"{reverse('records:list', args=[VillageNotices.slug])}?{self.request.GET.urlencode()}"
        return VillageNotices.slug, None, gate.user.area, back

    def get(self, request, **kwargs):
        self.slug, self.about, self.area, self.back = self.subject()
        if refusal := self.refusal():
            messages.error(request, refusal)
            return redirect(self.back)
        return super().get(request, **kwargs)

    def refusal(self):
        """Why no posters are made of the list; empty when they are."""
        if not self.records:
            return "列表里没有记录，请先改筛选条件。"
        if len(self.records) > MOST_POSTERS:
            return f"列表里超过 {MOST_POSTERS} 次公开，请先筛选，分几次打印张贴稿。"
        return ""

    def said(self):
        return f"{VillageNotices.label} {len(self.records)} {VillageNotices.unit}"

    def file_name(self):
        return f"三务公开张贴稿{len(self.records)}份"


def poster_items(record):
    """[Item] of everything on a poster that somebody typed, in the order in which `poster_of` reads it back."""
    items = [Item("标题", text=str(record))]
    for number, content in enumerate(record.contents.all(), 1):
        items += [
            Item(f"{record}第{number}项事项", text=str(content)),
            Item(f"{record}第{number}项内容", text=content.text),
        ]
    return items


def poster_of(record, texts):
    """The poster of a record, whose typed texts come cleared from `texts`."""
    title, contents = next(texts), list(record.contents.all())
    rows = [
        Row(next(texts), next(texts), "" if content.amount is None else f"{content.amount:,.2f}")
        for content in contents
    ]
    written = {content.matter_id for content in contents}
    rows += [Row(matter.name) for matter in record.subjects.all() if matter.pk not in written]
    until = f"，公示至 {spoken(record.shown_until)}" if record.shown_until else ""
    committee = f"{'居' if record.area.kind == record.area.Kind.COMMUNITY else '村'}务监督委员会"
    return Poster(
        title=title,
        rows=tuple(rows),
        facts=(
            f"公开日期：{spoken(record.date)}{until}",
            f"对以上内容有疑问的，可以向{committee}提出，也可以向镇（街道）反映。",
        ),
        signatures=(
            f"{committee}审核（签名）：＿＿＿＿＿＿＿＿　　日期：＿＿＿＿＿＿",
            f"{record.area.name}（盖章）：　　　　　　　　经办人（签名）：＿＿＿＿＿＿",
        ),
    )


# The county's website -----------------------------------------------------------------------------


class PackageView(GuardedView):
    """Text, attachments and index of one piece of information, once it is cleared."""

    purpose = "报县政府网站材料"

    def subject(self):
        record = self.request.gate.record(Disclosures, self.kwargs["pk"])
        if not may_take_out(record, self.request.gate):
            raise Http404
        return (
            Disclosures.slug,
            record,
            record.area,
            reverse("records:detail", args=[Disclosures.slug, record.pk]),
        )

    def items(self):
        return items_of(self.about, Disclosures.slug)

    def get(self, request, **kwargs):
        self.slug, self.about, self.area, self.back = self.subject()
        if not self.about.is_cleared:
            messages.error(request, "还没有保密审查，先请另一个人审查，填上保密审查人和审查日期再打包。")
            return redirect(self.back)
        return super().get(request, **kwargs)

    def hand_out(self, items):
        title = next((item.text for item in items if item.label == "标题"), "")
        name = f"{safe_name(title)}_{self.about.made_on or self.about.date}.zip"
        what = f"{Disclosures.label}第 {self.about.pk} 号，{self.purpose}"
        return taken_out(self.request, package_bytes(self.about, items), name, ZIP, what=what)


class AddressForm(forms.ModelForm):
    """Where and when a piece of information was published."""

    class Meta:
        model = Disclosure
        fields = ("link", "date")

    def clean(self):
        """The rules that also ask for what is not in this form hold for it as well."""
        cleaned = super().clean()
        if not self.errors:
            record = Disclosure(pk=self.instance.pk)
            for field in Disclosure._meta.concrete_fields:
                setattr(record, field.attname, cleaned.get(field.name, getattr(self.instance, field.attname)))
            try:
                record.validate_constraints()
            except ValidationError as error:
                raise ValidationError(error.messages) from error
        return cleaned


def register_address(request, pk):
    """Write down the address on the county's website and the day, with a trace in the history."""
    if request.method != "POST":
        raise Http404
    record = request.gate.record(Disclosures, pk)
    if not may_edit(record, request.gate):
        raise Http404
    back = redirect("records:detail", Disclosures.slug, pk)
    form = AddressForm(request.POST, instance=record)
    if refusal := _refusal(record, form):
        messages.error(request, refusal)
        return back
    with transaction.atomic():
        current = Disclosure.objects.select_for_update().get(pk=pk)
        before = snapshot(current)
        current.link, current.date = form.cleaned_data["link"], form.cleaned_data["date"]
        action = move_on(current, by=request.user, submit=False, correcting=False)
        current.updated_by, current.version = request.user, F("version") + 1
        current.save()
        current = Disclosure.objects.get(pk=pk)
        note(
            current,
            action or Change.Action.EDITED,
            by=request.user,
            details=differences(before, snapshot(current)),
        )
    messages.success(request, f"“{record}”的网址已登记。")
    return back


def _refusal(record, form):
    """Why the address cannot be registered; empty when it can."""
    if locked := is_locked(record):
        return f"“{record}”已用于{locked}，如需改正，请点“申请更正”。"
    if not form.is_valid():
        return "".join(message for errors in form.errors.values() for message in errors)
    if not form.cleaned_data["link"]:
        return "请填写公开网址。"
    if not record.is_cleared:
        return "还没有保密审查，先请另一个人审查再公开。"
    return ""
