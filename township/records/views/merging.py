"""合并重复: choosing between records of the same event, and putting them together."""

import re

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render

from township.people.gate import is_id
from township.people.roles import Power

from ..history import is_locked
from ..likeness import tell_apart
from ..merging import choices_between, merge, proposed_keeper
from ..models import Attachment
from ..saving import Conflict, Refused
from .acts import CHANGED_ELSEWHERE
from .base import RegisterView

CHOICE = "choice:"
MOST = 6


class MergeView(RegisterView):
    """The page that compares the chosen records; with a choice of the one to keep, the merge itself."""

    power = Power.MERGE

    def get(self, request, slug):
        return self.show(self.chosen(request.GET.getlist("chosen")))

    def post(self, request, slug):
        records = self.chosen(request.POST.getlist("chosen"))
        if "apart" in request.POST and len(records) > 1:
            return self.tell_apart(records)
        if "keep" in request.POST and len(records) > 1:
            return self.merge(records)
        return self.show(records)

    def chosen(self, ids):
        """The records of the given ids, all of them within reach, or 404."""
        wanted = {int(pk) for pk in ids if re.fullmatch(r"[0-9]{1,18}", pk)}
        reach = self.request.gate.records(self.declaration, self.power)
        found = list(reach.filter(pk__in=wanted).select_related("area", "created_by").order_by("pk"))
        if len(found) != len(wanted):
            raise Http404
        return found

    def show(self, records, status=200):
        if refusal := self.refusal(records):
            messages.warning(self.request, refusal)
            return redirect("records:list", self.declaration.slug)
        keeper = proposed_keeper(records)
        context = {
            "register": self.declaration,
            "records": [
                (record, Attachment.objects.cited_by(self.declaration.slug, record.pk)) for record in records
            ],
            "keeper": keeper,
            "choices": [
                (choice, list(zip(records, choice.texts, strict=True)))
                for choice in choices_between(records, keeper)
            ],
            "joint": self.declaration.model.JOINT_FIELD,
        }
        return render(self.request, "records/merge.html", context, status=status)

    def refusal(self, records):
        """Why these cannot be merged at all; empty when they can."""
        if len(records) < 2:
            return "请勾选两条以上记录再合并。"
        if len(records) > MOST:
            return f"一次最多合并 {MOST} 条，请少选几条。"
        for record in records:
            if record.state == "voided":
                return f"“{record}”已作废，不能合并。"
            if locked := is_locked(record):
                return f"“{record}”已用于{locked}，不能合并。"
        return ""

    def merge(self, records):
        post, by_id = self.request.POST, {str(record.pk): record for record in records}
        keeper = by_id.get(post["keep"])
        if keeper is None:
            raise Http404
        parts = {*self.declaration.form_fields(), *(line_set.name for line_set in self.declaration.lines)}
        choices = {
            name: by_id[post[f"{CHOICE}{name}"]].pk for name in parts if post.get(f"{CHOICE}{name}") in by_id
        }
        versions = {
            record.pk: int(version)
            for pk, record in by_id.items()
            if is_id(version := post.get(f"version:{pk}", ""))
        }
        reviews = self.request.gate.may(self.declaration, Power.REVIEW, keeper)
        try:
            kept = merge(
                records,
                keeper=keeper,
                choices=choices,
                versions=versions,
                by=self.request.user,
                reviews=reviews,
            )
        except Refused as refusal:
            messages.error(self.request, str(refusal))
            return self.show(self.chosen(by_id), status=409)
        except Conflict as conflict:
            messages.error(self.request, CHANGED_ELSEWHERE.format(conflict.current))
            return self.show(self.chosen(by_id), status=409)
        messages.success(
            self.request, f"已合并为“{kept}”，其余 {len(records) - 1} 条已作废，各方材料都在这里。"
        )
        return redirect("records:detail", self.declaration.slug, kept.pk)

    def tell_apart(self, records):
        for number, record in enumerate(records):
            tell_apart(record, records[number + 1 :], by=self.request.user)
        messages.success(self.request, "已记下不是同一件事，以后不再提示。")
        return redirect("records:list", self.declaration.slug)
