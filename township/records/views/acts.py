"""Performing acts on one record or on several chosen in the list."""

import re

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect
from django.urls import reverse

from township.people.addresses import onward

from ..life import ACTS, Refused, perform
from ..saving import Conflict
from .base import RegisterView

CHANGED_ELSEWHERE = "“{}”刚被别人改过，请打开看过再办。"


class ActView(RegisterView):
    """One act on one record."""

    def post(self, request, slug, pk, act):
        act = ACTS.get(act)
        if act is None:
            raise Http404
        record = self.record(act.power)
        try:
            perform(act, record, by=request.user, reason=request.POST.get("reason", ""))
            messages.success(request, f"“{record}”已{act.verb}。")
        except Refused as refusal:
            messages.error(request, str(refusal))
        except Conflict:
            messages.error(request, CHANGED_ELSEWHERE.format(record))
        return redirect("records:detail", slug, pk)


class BulkActView(RegisterView):
    """One act on all chosen records of a list; each stands or fails on its own, and both are said."""

    def post(self, request, slug):
        act = ACTS.get(request.POST.get("act", ""))
        if act is None:
            raise Http404
        chosen = [int(pk) for pk in request.POST.getlist("chosen") if re.fullmatch(r"[0-9]{1,18}", pk)]
        records = list(request.gate.records(self.declaration, act.power).filter(pk__in=chosen))
        done, problems = 0, []
        for record in records:
            try:
                perform(act, record, by=request.user, reason=request.POST.get("reason", ""))
                done += 1
            except Refused as refusal:
                problems.append(str(refusal))
            except Conflict:
                problems.append(CHANGED_ELSEWHERE.format(record))
        self.report(act, done, problems, chosen)
        return redirect(self.back())

    def report(self, act, done, problems, chosen):
        if not chosen:
            messages.warning(self.request, "请先在列表里勾选记录。")
        if done:
            messages.success(self.request, f"已{act.verb} {done} 条。")
        for problem in problems[:5]:
            messages.error(self.request, problem)
        if len(problems) > 5:
            messages.error(self.request, f"另有 {len(problems) - 5} 条因同样的原因没有办成。")

    def back(self):
        shown = reverse("records:list", args=[self.declaration.slug])
        return onward(self.request, self.request.POST.get("back", ""), shown)
