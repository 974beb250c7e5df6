"""Pages of 考核佐证: the assessments, the columns of a workbook, an assessment's items, one item, what is handed out."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from township.people.gate import is_id
from township.people.outgoing import XLSX, taken_out
from township.people.readable import problems_of
from township.people.roles import Power
from township.records.jobs import ask
from township.records.jobs.views import respond
from township.records.models import Attachment
from township.records.register import registry
from township.records.views.files import may_open
from township.workbooks.book import Unreadable

from ..columns import chosen_columns, keep_choice, read_columns
from ..models import Manuscript
from ..papers.beginning import begin_anew, begin_paper
from ..papers.self_assessment import SELF_ASSESSMENT, subject_of
from ..proofing.binding import suggestions
from . import packing
from .forms import AssignForm, ItemForm, KeyTieForm, NewAssessmentForm, RegisterTieForm
from .keeping import SURE, found_files, found_records, take_items, tie_indicators, untied
from .matching import counterpart, scored_before
from .models import Tie
from .reach import assessment_or_404, assessments_for, item_or_404, items_for, may_prove, own_items
from .sheet import MEMORY, TARGETS
from .standing import Standing, proven
from .table import sums, table_bytes

NAMING = ("second", "third", "standard")


def assessments(request):
    """The township's assessments, and where a new one begins."""
    gate = request.gate
    found = assessments_for(gate)
    may_write = gate.can(Power.COMPILE_REPORT) and gate.user.area.level == gate.user.area.Level.TOWNSHIP
    if not (gate.can(Power.READ_REPORT) or gate.can(Power.CONFIRM_FIGURES)):
        raise Http404
    sent = (request.POST or None, request.FILES or None)
    form = NewAssessmentForm(*sent, area=gate.user.area) if may_write else None
    if request.method == "POST":
        if form is None:
            raise Http404
        if form.is_valid() and (made := _begun(form, by=request.user)):
            return redirect("reports:assessment_columns", made.pk)
    context = {
        "assessments": found,
        "form": form,
        "problems": problems_of(form) if form and form.errors else [],
    }
    return render(
        request, "reports/assessment/list.html", context, status=422 if form and form.errors else 200
    )


def _begun(form, *, by):
    """The assessment with its workbook; None with the sentence in the form when that cannot be read."""
    content = form.cleaned_data["upload"].read()
    try:
        read_columns(content, TARGETS, area=form.instance.area, memory=MEMORY)
    except Unreadable as error:
        form.add_error("upload", str(error))
        return None
    assessment = form.save(commit=False)
    assessment.content, assessment.created_by = content, by
    assessment.save()
    return assessment


def columns(request, pk):
    """Which column is what, with examples; the items are made from the choice."""
    found = get_object_or_404(assessments_for(request.gate, Power.COMPILE_REPORT).defer(None), pk=pk)
    sheet = request.POST.get("sheet") or request.GET.get("sheet") or None
    try:
        reading = read_columns(bytes(found.content), TARGETS, area=found.area, memory=MEMORY, sheet=sheet)
    except Unreadable as error:
        raise Http404 from error
    problem = ""
    if request.method == "POST":
        chosen = chosen_columns(request.POST, reading, TARGETS)
        if any(name in chosen.values() for name in NAMING):
            keep_choice(reading, chosen, TARGETS, area=found.area, memory=MEMORY)
            number = take_items(found, reading, chosen)
            messages.success(request, f"已读入 {number} 条。下面按字面给出可能对应的指标，核对后再对应。")
            return redirect("reports:assessment_suggestions", pk)
        problem = "请至少指明哪一列是三级指标、二级指标或评分标准，否则不知道考核什么。"
    context = {"assessment": found, "reading": reading, "targets": TARGETS.values(), "problem": problem}
    return render(request, "reports/assessment/columns.html", context, status=422 if problem else 200)


def suggested(request, pk):
    """Items without any proof, each with the likeliest indicators to tick."""
    found = assessment_or_404(request, pk, Power.COMPILE_REPORT)
    rows = untied(found)
    if request.method == "POST":
        offered = {f"{item.pk}:{one.indicator.key}" for item, likely in rows for one in likely}
        pairs = [value.split(":", 1) for value in request.POST.getlist("tie") if value in offered]
        made = tie_indicators(found, [(int(item), key) for item, key in pairs], by=request.user)
        messages.success(request, f"已对应 {made} 个指标。" if made else "没有勾选，没有改动。")
        return redirect("reports:assessment", pk)
    context = {"assessment": found, "rows": rows, "sure": SURE}
    return render(request, "reports/assessment/suggestions.html", context)


@require_POST
def remove(request, pk):
    """Take a sheet that was the wrong one away again, as long as nobody has scored by it."""
    found = assessment_or_404(request, pk, Power.COMPILE_REPORT)
    if found.items.exclude(own_points=None, county_points=None).exists():
        messages.error(request, "已经有条目打了分，不能删去；要改条目，请改栏目重新读入。")
        return redirect("reports:assessment", pk)
    found.delete()
    messages.success(request, f"已删去“{found}”，记录和材料没有变。")
    return redirect("reports:assessments")


@require_safe
def assessment(request, pk):
    """All items with their state; narrowed to one state, or to the user's own."""
    return _detail(request, assessment_or_404(request, pk), None)


def _detail(request, found, form):
    gate = request.gate
    rows = proven(_items(request, found), gate=gate, assessment=found)
    wanted = request.GET.get("state", "")
    may_keep = gate.can(Power.COMPILE_REPORT)
    tiles = [(one.name, one.value, sum(row.standing is one for row in rows)) for one in Standing]
    earlier = scored_before(found)
    shown = [row for row in rows if wanted in ("", row.standing.name)]
    context = {
        "assessment": found,
        "rows": [(row, counterpart(row.item, earlier)) for row in shown],
        "tiles": tiles,
        "all": len(rows),
        "state": wanted,
        "mine": "mine" in request.GET,
        "sums": sums([one.item for one in rows]),
        "report": report_of(found),
        "form": form or (AssignForm(gate=gate, assessment=found) if may_keep else None),
        "may_keep": may_keep,
        "may_export": gate.can(Power.EXPORT),
        "reads_all": gate.can(Power.READ_REPORT),
    }
    return render(request, "reports/assessment/detail.html", context, status=422 if form else 200)


def _items(request, found):
    items = items_for(request.gate).filter(assessment=found).select_related("office", "responsible")
    return items.filter(pk__in=own_items(request.gate).values("pk")) if "mine" in request.GET else items


@require_POST
def assign(request, pk):
    """Give ticked items to an office or a person."""
    found = assessment_or_404(request, pk, Power.COMPILE_REPORT)
    form = AssignForm(request.POST, gate=request.gate, assessment=found)
    if not form.is_valid():
        return _detail(request, found, form)
    messages.success(request, f"已分派 {form.assign()} 条，会出现在责任人的“我的待办”里。")
    return redirect("reports:assessment", pk)


def item(request, pk):
    """One item: what proves it, what may, the scores, and what the county took off at the same item before."""
    found = item_or_404(request, pk)
    may_write = may_prove(request.gate, found)
    form = ItemForm(request.POST or None, instance=found, gate=request.gate) if may_write else None
    if request.method == "POST":
        if form is None:
            raise Http404
        if form.is_valid():
            form.save()
            messages.success(request, "已保存。")
            return redirect("reports:assessment_item", pk)
    return item_page(request, found, form, may_write)


def item_page(request, found, form, may_write, *, refused=None):
    """The page of an item; `refused` is a form of a tie that has to be mended."""
    gate, text = request.gate, " ".join(request.GET.get("q", "").split())[:60]
    if form is not None and form.errors:
        # What was typed is in the form; the page itself shows the item as it is stored.
        found = item_or_404(request, found.pk)
    shown = proven([found], gate=gate, assessment=found.assessment)[0]
    tied = {(proof.tie.kind, proof.tie.key) for proof in shown.proofs}
    likely = suggestions([found.wording], found.assessment.area)[0] if may_write else []
    items = list(items_for(gate).filter(assessment=found.assessment).values_list("pk", flat=True))
    place = items.index(found.pk)
    context = {
        "item": found,
        "shown": shown,
        "form": form,
        "problems": problems_of(form) if form is not None and form.errors else [],
        "may_write": may_write,
        "suggestions": [one for one in likely if (Tie.Kind.INDICATOR, one.indicator.key) not in tied],
        "tie_forms": tie_forms(gate, found, refused),
        "text": text,
        "records": found_records(gate, text, found.assessment.year) if may_write else [],
        "files": found_files(gate, text) if may_write else [],
        "before": counterpart(found, scored_before(found.assessment)),
        "next": items[place + 1] if place + 1 < len(items) else None,
        "previous": items[place - 1] if place else None,
    }
    wrong = refused is not None or bool(context["problems"])
    return render(request, "reports/assessment/item.html", context, status=422 if wrong else 200)


def tie_forms(gate, found, refused=None):
    """[(kind, form)] of what is chosen from a list; `refused` is the one that has to be mended."""
    return [
        (form.kind, refused if type(refused) is form else form(gate=gate, item=found, prefix=form.kind.value))
        for form in (KeyTieForm, RegisterTieForm)
    ]


@require_POST
def tie(request, pk, kind):
    """Tie one thing to an item: an indicator, a register, a record or a file."""
    found = item_or_404(request, pk)
    if kind not in Tie.Kind.values or not may_prove(request.gate, found):
        raise Http404
    if kind in (Tie.Kind.INDICATOR, Tie.Kind.REGISTER):
        maker = KeyTieForm if kind == Tie.Kind.INDICATOR else RegisterTieForm
        form = maker(request.POST, gate=request.gate, item=found, prefix=kind)
        if not form.is_valid():
            return item_page(request, found, ItemForm(instance=found, gate=request.gate), True, refused=form)
        form.save()
    else:
        _tie_one(request, found, kind)
    messages.success(request, "已对应。")
    query = f"?q={request.POST['q']}" if request.POST.get("q") else ""
    return redirect(f"{reverse('reports:assessment_item', args=[pk])}{query}")


def _tie_one(request, found, kind):
    """Tie a record or a file that the user may open; 404 for all others."""
    given = {"item": found, "kind": kind}
    if kind == Tie.Kind.RECORD:
        register = registry.for_area(found.assessment.area).get(request.POST.get("register", ""))
        if register is None or not request.gate.can_in(register, Power.READ):
            raise Http404
        record = request.gate.record(register, _id(request.POST.get("record")))
        given |= {"key": register.slug, "record_id": record.pk}
    else:
        attachment = get_object_or_404(Attachment, pk=_id(request.POST.get("file")))
        if not may_open(attachment, request.gate):
            raise Http404
        given["attachment"] = attachment
    Tie.objects.get_or_create(**given, defaults={"by": request.user})


def _id(text):
    if not is_id(text):
        raise Http404
    return int(text)


@require_POST
def untie(request, pk, tie):
    """Take one proof off an item; the record or file itself stays as it is."""
    found = item_or_404(request, pk)
    if not may_prove(request.gate, found):
        raise Http404
    get_object_or_404(found.ties, pk=tie).delete()
    messages.success(request, "已取消对应，记录和材料本身没有变。")
    return redirect("reports:assessment_item", pk)


# What is handed out ---------------------------------------------------------------------------------


@require_safe
def package(request, pk):
    """The zip of all proofs, made in the background."""
    found = assessment_or_404(request, pk)
    request.gate.require(Power.EXPORT)
    job = ask(request.user, packing.MAKER, f"{found.year}年考核第 {found.pk} 号佐证材料", assessment=found.pk)
    return respond(request, job, reverse("reports:assessment", args=[pk]))


@require_safe
def table(request, pk):
    """The self-assessment table as a workbook."""
    found = assessment_or_404(request, pk)
    request.gate.require(Power.EXPORT)
    rows = proven(_items(request, found), gate=request.gate, assessment=found)
    content = table_bytes(found, rows, gate=request.gate)
    return taken_out(request, content, f"{found}自评表.xlsx", XLSX, what=f"考核第 {pk} 号自评表")


@require_POST
def report(request, pk):
    """The self-assessment report: begun from the items, or as it stands once somebody has worked on it."""
    found = assessment_or_404(request, pk, Power.COMPILE_REPORT)
    subject = subject_of(found)
    manuscript = report_of(found)
    if manuscript is None:
        span = subject.span(found.year)
        manuscript = begin_paper(
            SELF_ASSESSMENT, area=found.area, span=span, subject=subject, by=request.user
        )
    else:
        begin_anew(manuscript, subject, by=request.user)
    return redirect("reports:edit", manuscript.pk)


def report_of(assessment):
    """The self-assessment report of an assessment; None before it is begun."""
    texts = Manuscript.objects.filter(area=assessment.area, kind=SELF_ASSESSMENT.key)
    return texts.filter(subject=str(assessment.pk)).order_by("pk").first()
