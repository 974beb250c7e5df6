"""The annual report from the request to the PDF, beside the typesetter alone and two other programs."""

import shutil
import subprocess

from .county import client, coordinator, got
from .work import Aim, Work


def report():
    """(the demonstration's report of 2022, begun from the outline where there is none; who opens it)."""
    from reports.drafting import begin
    from reports.models import AnnualReport
    from reports.outline import outline
    from township.people.models import Area

    township = Area.objects.home()
    by, kept = coordinator(township), AnnualReport.objects.filter(area=township, year=2022)
    if not kept.exists():
        begin(area=township, year=2022, text=outline(township, 2022), by=by)
    return kept.get(), by


def document():
    from reports.writing import write_report

    return write_report(report()[0]).document


def portal(case):
    from django.urls import reverse

    found, by = report()
    page, url = client(by), reverse("reports:preview", args=[found.pk])
    return lambda: len(got(page, url))


def weasyprint(case):
    """The same final page source, the same fonts and tags, as warm."""
    import gc

    from weasyprint import HTML
    from weasyprint.text.fonts import FontConfiguration

    from reports.typesetting.pdf import build_html

    fonts = FontConfiguration()
    source = build_html(document(), _national())

    def act():
        gc.disable()
        try:
            return len(HTML(string=source).write_pdf(font_config=fonts, pdf_tags=True))
        finally:
            gc.enable()
            gc.collect()

    return act


def _national():
    from reports.typesetting.profile import NATIONAL

    return NATIONAL


def libreoffice(case):
    from reports.typesetting import render_word

    path = case.folder / "report.docx"
    path.write_bytes(render_word(document()))
    return program("soffice", "--headless", "--convert-to", "pdf", "--outdir", str(case.folder), str(path))


def chromium(case):
    from reports.typesetting.pdf import build_html

    path = case.folder / "report.html"
    path.write_text(build_html(document(), _national()))
    return printing(path, case.folder / "chromium.pdf")


def printing(path, to):
    return program("chromium", "--headless", "--no-sandbox", f"--print-to-pdf={to}", path.as_uri())


def program(name, *options):
    """A function that runs another program to its end; False where this machine has none."""
    if shutil.which(name) is None:
        return lambda: False
    return lambda: (
        subprocess.run([name, *options], capture_output=True, check=True, timeout=600).returncode + 1
    )


WORK = Work(
    name="年度报告：从请求到 PDF",
    ways={
        "portal": ("本门户：取数、成文、排版", portal),
        "weasyprint": ("只用 WeasyPrint 排最后的网页", weasyprint),
        "libreoffice": ("LibreOffice 转换 DOCX", libreoffice),
        "chromium": ("Chromium 打印同一网页", chromium),
    },
    aims=(Aim("weasyprint", 1.15), Aim("libreoffice", 0.25), Aim("chromium", 0.25)),
    times=5,
)
