"""粘贴识别: a message of a group chat becomes a filled form, which somebody looks at and saves."""

from django.http import Http404
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.generic import View

from ..messages.reading import enterable, read_message
from ..register import registry
from .entry import NewRecordView

# A work chat's message is a few sentences; more is a document, which has an import of its own.
MESSAGE_LENGTH = 2000


class PasteView(View):
    """Where a message is pasted; posting it shows the form of the register it speaks of."""

    def dispatch(self, request, *args, **kwargs):
        self.registers = enterable(request.gate)
        if not self.registers:
            raise Http404
        return super().dispatch(request, *args, **kwargs)

    def get(self, request):
        return self.show()

    def post(self, request):
        # A NUL byte would stop the database, and nobody types one.
        text = request.POST.get("text", "").replace("\0", "").strip()
        chosen = registry.for_area(request.user.area).get(request.POST.get("register", ""))
        if not text:
            return self.show(error="请先粘贴一条消息。", status=422)
        if len(text) > MESSAGE_LENGTH:
            return self.show(text, error=f"消息超过 {MESSAGE_LENGTH} 字，请只粘贴一件事的消息。", status=422)
        if chosen is not None and chosen not in self.registers:
            raise Http404
        draft = read_message(text, gate=request.gate, today=timezone.localdate(), register=chosen)
        if draft is None:
            return self.show(text, error="没认出是哪个台账的事，请选一个台账再识别。", status=422)
        view = FilledView.as_view(draft=draft, text=text, registers=self.registers)
        return view(request, slug=draft.register.slug)

    def show(self, text="", error="", status=200):
        context = {"text": text, "error": error, "registers": self.registers, "limit": MESSAGE_LENGTH}
        return render(self.request, "records/paste.html", context, status=status)


class FilledView(NewRecordView):
    """The form of a new record with what was read of a message; it is saved at the form's own address."""

    draft, text, registers = None, "", ()

    def post(self, request, **kwargs):
        return self.get(request, **kwargs)

    def starting_values(self):
        values = {**self.draft.values, "message": self.text}
        if self.draft.also:
            values["also"] = self.draft.also
        return values, self.draft.lines

    @property
    def action(self):
        return reverse("records:new", args=[self.declaration.slug])

    def draft_key(self):
        return f"{self.request.user.pk}:{self.action}"

    def show(self, form, formsets, attachments=(), status=200, **extra):
        filled = [self.declaration.field_label(name) for name in self.draft.values]
        filled += [formset.line_set.label for name, formset in formsets.items() if name in self.draft.lines]
        read = {"action": self.action, "draft": self.draft, "filled": filled, "registers": self.registers}
        return super().show(form, formsets, attachments, status, **read, text=self.text, **extra)
