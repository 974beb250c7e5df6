"""The page of the yearly report on openness and its files."""

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from township.figures.choosing import chosen_year, years_with_records
from township.figures.period import Period
from township.people.roles import Power
from township.printing.rendering import Unprintable
from township.privacy.guard import Item
from township.privacy.views import GuardedView

from ..typesetting import render_pdf
from ..views.files import pdf_response, text_response, word_response
from .model import OpennessYear
from .reading import read_tables
from .writing import document_of, opening, text_of, title


class WrittenForm(forms.ModelForm):
    """The parts that are written by hand."""

    class Meta:
        model = OpennessYear
        fields = ("overview", "problems", "others", "fees")
        widgets = {name: forms.Textarea(attrs={"rows": 4, "class": "form-control"}) for name in ("overview", "problems", "others")}  # fmt: skip

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["fees"].widget.attrs["class"] = "form-control"


def chosen(request, power=Power.READ_REPORT):
    """(township, year) of the request; 404 without the power or for users of a village or county."""
    area = request.gate.home_township(power)
    return area, chosen_year(request, years_with_records(request.gate), area)


def kept_of(area, year):
    """What was written for the year, saved or not yet."""
    return OpennessYear.objects.filter(area=area, year=year).first() or OpennessYear(area=area, year=year)


def tables_of(area, year, kept, *, gate, linked=False):
    return read_tables(area=area, period=Period.year(year), gate=gate, fees=kept.fees, linked=linked)


def openness_year(request):
    """The tables with their records, whether they add up, and the parts to write."""
    area, year = chosen(request)
    kept = kept_of(area, year)
    may_write = request.gate.can(Power.COMPILE_REPORT)
    form = WrittenForm(request.POST or None, instance=kept) if may_write else None
    if request.method == "POST":
        if form is None:
            raise Http404
        if form.is_valid():
            form.instance.updated_by = request.user
            form.save()
            messages.success(request, "已保存。")
            return redirect(f"{reverse('reports:openness_year')}?year={year}")
        kept = kept_of(area, year)
    tables = tables_of(area, year, kept, gate=request.gate, linked=True)
    context = {
        "title": title(area, year),
        "area": area,
        "year": year,
        "years": years_with_records(request.gate),
        "tables": tables,
        "grids": [*tables.disclosed, tables.requests, tables.remedies],
        "problems": tables.problems,
        "opening": opening(tables, year),
        "form": form,
        "kept": kept,
    }
    status = 422 if form is not None and form.errors else 200
    return render(request, "reports/openness_year.html", context, status=status)


class OpennessFileView(GuardedView):
    """The report as a file (`kind`: pdf, docx or txt), looked through before it leaves."""

    purpose = "信息公开年报"
    kind = "pdf"

    def subject(self):
        self.home, self.year = chosen(self.request)
        return "", None, self.home, f"{reverse('reports:openness_year')}?year={self.year}"

    def items(self):
        kept = kept_of(self.home, self.year)
        tables = tables_of(self.home, self.year, kept, gate=self.request.gate)
        return [Item("正文", text=text_of(self.home, self.year, tables, kept))]

    def hand_out(self, items):
        [item] = items
        document, name = document_of(item.text, self.home, self.year), title(self.home, self.year)
        about = f"{self.year}年{self.purpose}"
        if self.kind == "docx":
            return word_response(self.request, document, name, about)
        if self.kind == "txt":
            return text_response(self.request, document, name, about)
        try:
            return pdf_response(self.request, render_pdf(document), name, about)
        except Unprintable as missing:
            return HttpResponse(str(missing), status=422, content_type="text/plain; charset=utf-8")
