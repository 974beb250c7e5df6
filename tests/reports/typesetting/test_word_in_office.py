"""The Word file as LibreOffice sets it: 22 lines a page, and the text of the PDF and of the plain text.

LibreOffice is heavy and no part of the set-up; where it is not installed, nothing is tried.
"""

import shutil
import subprocess

import pytest

from reports.document import parse, plain_text
from reports.typesetting import render_pdf, render_word
from reports.typesetting.profile import NATIONAL
from tests.acceptance import REPORT, needs_report
from tests.reports.typesetting.page import body_lines, pages
from tests.reports.typesetting.test_geometry import LONG, SENTENCE, TITLE

# Four pages: the inner ones are full.
LONG_TEXT = LONG.replace("\n青山镇", "".join(f"\n{SENTENCE * 3}" for _ in range(12)) + "\n青山镇")
SOFFICE = shutil.which("soffice")
needs_office = pytest.mark.skipif(SOFFICE is None, reason="没有安装 LibreOffice")


def converted(document, folder):
    """The pages of the Word file of a document as LibreOffice prints it."""
    source = folder / "report.docx"
    source.write_bytes(render_word(document))
    # A profile of its own: the one of whoever runs the tests may be in use.
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    convert = [SOFFICE, profile, "--headless", "--convert-to", "pdf", "--outdir", folder, source]
    subprocess.run(convert, check=True, capture_output=True, timeout=180)
    return pages(source.with_suffix(".pdf").read_bytes())


def squeezed(text):
    return "".join(text.split())


def said(found):
    return squeezed("".join(line.text for page in found for line in body_lines(page)))


def assert_official(document, folder):
    found = converted(document, folder)
    full = [len(body_lines(page)) for page in found[1:-1]]
    assert full
    assert set(full) == {NATIONAL.lines}
    assert said(found) == squeezed(plain_text(document)) == said(pages(render_pdf(document)))


@needs_office
def test_a_long_report(tmp_path):
    assert_official(parse(LONG_TEXT, title=TITLE), tmp_path)


@needs_office
@needs_report
def test_a_real_report(tmp_path):
    assert_official(parse(REPORT.read_text(), title=TITLE), tmp_path)
