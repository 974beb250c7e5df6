"""自定指标 under 设置: all of them, choosing what to count, the form with its live preview."""

from django.contrib import messages
from django.db import IntegrityError
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.functional import cached_property
from django.views.decorators.http import require_POST
from django.views.generic import View

from township.people.roles import Power
from township.records.context import MENUS
from township.records.listing import columns_of, rows, with_related
from township.records.register import registry

from ..choosing import chosen_year, years_with_records
from ..comparison import shown
from ..drilldown import drill_url
from ..indicator import indicators
from ..models import OwnIndicator
from ..reading import read, records_behind
from ..years import years_of
from .asking import source_of, sources_of
from .building import build, build_ratio
from .defining import InUse, save_indicator, set_active
from .forms import UNITS, IndicatorForm, RatioForm

RATIO = "ratio"
RECORDS_SHOWN = 8


def own_indicators(request):
    """The township's own indicators, with this year's values."""
    township = request.gate.home_township(Power.DEFINE)
    known, year = indicators.for_area(township), timezone.localdate().year
    definitions = list(OwnIndicator.objects.filter(area=township).select_related("updated_by"))
    found = [known.get(one.key) for one in definitions if known.get(one.key)]
    figures = read(found, area=township, period=years_of(township).span(year), gate=request.gate)
    listed = [(one, known.get(one.key), figures.get(one.key)) for one in definitions]
    return render(request, "figures/own/list.html", {"rows": listed, "year": year})


def choose_source(request):
    """The first step: what to count, by the groups of the menu."""
    township = request.gate.home_township(Power.DEFINE)
    found = [
        (register, sources_of(register))
        for register in registry.for_area(township).all()
        if request.gate.can_in(register, Power.READ)
    ]
    found.sort(key=lambda pair: MENUS.index(pair[0].menu))
    return render(request, "figures/own/sources.html", {"registers": found})


class DefineView(View):
    """The form of one definition: shows it, previews it (`part=preview`), saves it."""

    def dispatch(self, request, *args, **kwargs):
        self.township = request.gate.home_township(Power.DEFINE)
        self.known = indicators.for_area(self.township)
        return super().dispatch(request, *args, **kwargs)

    @cached_property
    def definition(self):
        return OwnIndicator(area=self.township)

    @cached_property
    def source(self):
        """The rows to count; None for a ratio."""
        code = self.source_code()
        if code == RATIO:
            return None
        found = source_of(code, registry.for_area(self.township))
        if found is None or not self.request.gate.can_in(found.register, Power.READ):
            raise Http404
        return found

    def source_code(self):
        return self.request.GET.get("source", "")

    def form(self, data=None):
        given = {"definition": self.definition, "known": self.known}
        if self.source is None:
            return RatioForm(data, initial=self.starting_values(), **given)
        return IndicatorForm(data, source=self.source, initial=self.starting_values(), **given)

    def starting_values(self):
        """What a link already knows of a new indicator."""
        return {name: self.request.GET[name] for name in ("label", "measure") if name in self.request.GET}

    def get(self, request, **kwargs):
        return self.show(self.form())

    def post(self, request, **kwargs):
        form = self.form(request.POST)
        valid = form.is_valid()
        if request.POST.get("part") == "preview":
            return render(request, "figures/own/_preview.html", self.preview(form))
        if not valid:
            return self.show(form, status=422)
        try:
            save_indicator(form.chosen(), by=request.user)
        except IntegrityError:
            form.add_error("label", f"刚有人用了“{form.cleaned_data['label']}”这个名称，请换一个。")
            return self.show(form, status=422)
        messages.success(request, f"“{form.cleaned_data['label']}”已保存，指标页和“插入数据”里都能用了。")
        return redirect("own_indicators:list")

    def show(self, form, status=200):
        context = {
            "form": form,
            "definition": self.definition,
            "source": self.source,
            "units": UNITS,
            **self.preview(form),
        }
        return render(self.request, "figures/own/form.html", context, status=status)

    def preview(self, form):
        """The value for a year and the records behind it, as chosen so far."""
        years = years_with_records(self.request.gate)
        year = chosen_year(self.request, years, self.township, self.request.POST)
        context = {"year": year, "years": sorted({*years, year}, reverse=True)}
        if not form.is_bound:
            form = self.form({**form.initial, **_typed(form)})
            form.is_valid()
        chosen = form.chosen()
        made = (
            build_ratio(chosen, self.known)
            if self.source is None
            else build(chosen, registry.for_area(self.township))
        )
        if made is None:
            return context
        asked = {
            "area": self.township,
            "period": years_of(self.township).span(year),
            "gate": self.request.gate,
        }
        figure = read([made], **asked)[made.key]
        return {
            **context,
            "figure": figure,
            "shown": shown(figure),
            "proposal": form.proposal(),
        } | self.behind(made, asked)

    def behind(self, made, asked):
        """The newest records that the figure counts, as their own list shows them."""
        register = made.register
        found = (
            records_behind(made, **asked).filter(self.request.gate.scope(register)).order_by("-date", "-pk")
        )
        columns = [column for column in columns_of(register) if column.name != "state"][:3]
        return {
            "records": rows(register, with_related(found[:RECORDS_SHOWN], columns), columns),
            "number": found.count(),
            "register": register,
            "all_records": drill_url(made, area=asked["area"], period=asked["period"])
            if made.key in self.known.by_key
            else "",
        }


def _typed(form):
    """The initial values of a form as a post would bring them."""
    return {
        name: value
        for name, value in (
            (name, form.get_initial_for_field(field, name)) for name, field in form.fields.items()
        )
        if value is not None
    }


class ChangeView(DefineView):
    """Changing a definition; what it counts stays the same register."""

    @cached_property
    def definition(self):
        return get_object_or_404(OwnIndicator, area=self.township, pk=self.kwargs["pk"])

    def source_code(self):
        return RATIO if self.definition.is_ratio else self.definition.source

    def starting_values(self):
        return {}


@require_POST
def switch(request, pk):
    """停用, or 恢复使用."""
    township = request.gate.home_township(Power.DEFINE)
    definition = get_object_or_404(OwnIndicator, area=township, pk=pk)
    try:
        set_active(definition, not definition.active, by=request.user)
        messages.success(request, f"“{definition}”已{'恢复使用' if definition.active else '停用'}。")
    except InUse as refusal:
        messages.error(request, str(refusal))
    return redirect("own_indicators:list")
