"""自建台账 under 设置: all of them, the form of one, closing and removing."""

from django.contrib import messages
from django.db import transaction
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.functional import cached_property
from django.views.decorators.http import require_POST
from django.views.generic import View

from township.people.roles import Power

from ..form_data import rows_without_errors, with_one_more_row, without_errors
from ..models import OwnRegister
from ..register import registry
from ..views.entry import problems
from .forms import RegisterForm, field_formset


def own_registers(request):
    """The township's own registers."""
    township = request.gate.home_township(Power.DEFINE)
    definitions = OwnRegister.objects.filter(area=township).prefetch_related("fields")
    known = registry.for_area(township)
    listed = [
        (
            one,
            [field for field in one.fields.all() if not field.retired],
            known.get(one.slug).model.objects.count(),
        )
        for one in definitions
    ]
    return render(request, "records/own/list.html", {"rows": listed})


class SetUpView(View):
    """A new register, or (`pk`) one to change."""

    def dispatch(self, request, *args, **kwargs):
        self.township = request.gate.home_township(Power.DEFINE)
        return super().dispatch(request, *args, **kwargs)

    @cached_property
    def definition(self):
        if "pk" in self.kwargs:
            return get_object_or_404(OwnRegister, area=self.township, pk=self.kwargs["pk"])
        return OwnRegister(area=self.township)

    def get(self, request, **kwargs):
        return self.show(RegisterForm(instance=self.definition), field_formset(self.definition))

    def post(self, request, **kwargs):
        data = request.POST
        if "add_row" in data:
            data = with_one_more_row(data, field_formset(self.definition))
            form, formset = RegisterForm(data, instance=self.definition), field_formset(self.definition, data)
            form.is_valid(), formset.is_valid()
            return self.show(without_errors(form), rows_without_errors(formset))
        form, formset = RegisterForm(data, instance=self.definition), field_formset(self.definition, data)
        if not all([form.is_valid(), formset.is_valid()]):
            return self.show(form, formset, status=422)
        self.save(form, formset)
        messages.success(request, f"“{self.definition}”已保存，菜单里就能打开。")
        return redirect("own_registers:list")

    @transaction.atomic
    def save(self, form, formset):
        form.instance.updated_by = self.request.user
        form.save()
        for position, row in enumerate(formset.forms):
            row.instance.position = position
        formset.save()
        for row in formset.initial_forms:
            if row.instance.pk and not row.cleaned_data.get("DELETE"):
                row.instance.save()
        self.township.mark_definitions_changed()

    def show(self, form, formset, status=200):
        context = {
            "form": form,
            "formset": formset,
            "definition": self.definition,
            "lines": formset.line_set,
            "problems": problems(form, {formset.prefix: formset}) if status == 422 else [],
        }
        return render(self.request, "records/own/form.html", context, status=status)


@require_POST
def switch(request, pk):
    """停用 a register, or 恢复使用."""
    township = request.gate.home_township(Power.DEFINE)
    definition = get_object_or_404(OwnRegister, area=township, pk=pk)
    with transaction.atomic():
        definition.closed, definition.updated_by = not definition.closed, request.user
        definition.save(update_fields=["closed", "updated_by", "updated_at"])
        township.mark_definitions_changed()
    done = "停用，不再录入，已有记录照常查看和统计" if definition.closed else "恢复使用"
    messages.success(request, f"“{definition}”已{done}。")
    return redirect("own_registers:list")


@require_POST
def remove(request, pk):
    """Delete a register that holds nothing; one with records can only be closed."""
    township = request.gate.home_township(Power.DEFINE)
    definition = get_object_or_404(OwnRegister, area=township, pk=pk)
    if definition.has_records:
        messages.error(request, f"“{definition}”已有记录，不能删除，可以停用。")
        return redirect("own_registers:list")
    with transaction.atomic():
        definition.delete()
        township.mark_definitions_changed()
    messages.success(request, f"“{definition}”已删除。")
    return redirect("own_registers:list")
