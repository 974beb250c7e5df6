"""The register of the year's plans; its progress is read from all the others."""

from township.records.register import Panel, Register, register

from .forms import PlanItemForm
from .models import PlanItem
from .progress import measure


@register
class PlanItems(Register):
    model = PlanItem
    slug = "plan-items"
    label = "年度任务"
    menu = "年度计划"
    order = 5
    unit = "项"
    intro = "一项任务录一条；选了对应指标并填了目标数的，进度由台账自动计算。"
    carried_on = True
    nil_returns = False
    village_entry = False
    form_class = PlanItemForm
    columns = ("title", "plan", "office", "responsible", "deadline", "progress", "stage")
    fieldsets = (
        ("任务", ("year", "plan", "title", "office", "deadline", "stage")),
        ("目标与进度", ("indicator", "target", "unit", "shortfall", "account")),
        ("更多内容", ("responsible", "basis", "area", "date", "provider", "note")),
    )
    filters = ("year", "plan", "office", "stage")
    search = ("title", "basis", "responsible__name", "account", "note")
    required = ("title",)
    needed_for_approval = ("deadline",)
    copied = ("year", "plan", "office", "responsible", "basis", "indicator", "unit")

    @classmethod
    def queryset_for_list(cls, queryset):
        return queryset.for_list().select_related("area__parent", "responsible")

    @classmethod
    def measure(cls, records, *, gate):
        measure(records, gate=gate)

    @classmethod
    def detail_panels(cls, record, *, gate):
        measure([record], gate=gate)
        return (Panel("figures/_progress_panel.html", {"item": record}),) if record.measured else ()

    @classmethod
    def prepare(cls, record, *, by):
        """The unit of a target is that of the indicator that answers it."""
        if indicator := record.answered_by:
            record.unit = indicator.unit
