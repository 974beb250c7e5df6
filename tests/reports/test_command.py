"""`manage.py report` for people and scripts."""

import json

import docx
import pytest
from django.core.management import CommandError, call_command

from tests.acceptance import REPORT, needs_report
from tests.reports.typesetting.page import body_lines, pages


def test_stored_report_as_pdf_and_text(report, tmp_path, capsys):
    pdf, text = tmp_path / "a.pdf", tmp_path / "a.txt"
    call_command("report", year=2022, pdf=pdf, text=text, json=True)
    answer = json.loads(capsys.readouterr().out)
    assert answer["title"] == report.title
    assert {row["label"]: row["value"] for row in answer["figures"]} == {
        "法律进乡村活动次数": 2,
        "普法活动参加人次": 345,
    }
    assert "活动2次，参加300余人次" in text.read_text()
    assert "活动2次" in "".join(line.text for line in pages(pdf.read_bytes())[0])


def test_problems_end_with_their_sentences(report, tmp_path):
    source = tmp_path / "bad.txt"
    source.write_text("共{{没有的数}}次")
    with pytest.raises(CommandError, match="第 1 行第 2 个字"):
        call_command("report", year=2022, from_text=source)


def test_a_missing_file_is_said(world, tmp_path):
    with pytest.raises(CommandError, match="读不到"):
        call_command("report", year=2022, from_text=tmp_path / "none.txt")


@needs_report
def test_given_text_is_set_instead_of_the_stored_one(report, tmp_path):
    pdf = tmp_path / "a.pdf"
    call_command("report", year=2022, from_text=REPORT, pdf=pdf)
    lines = [line for page in pages(pdf.read_bytes()) for line in body_lines(page)]
    assert lines[0].text == report.title
    assert lines[-1].text == "2022年12月30日"


def test_word_files_are_read_by_both_commands(world, tmp_path, capsys):
    source = tmp_path / "report.docx"
    document = docx.Document()
    for line in ("一、成效", "全年开展普法活动12场。"):
        document.add_paragraph(line)
    document.save(source)
    call_command("report", year=2022, from_text=source)
    assert "全年开展普法活动12场。" in capsys.readouterr().out
    call_command("check_report", source, year=2022, json=True)
    assert [row["text"] for row in json.loads(capsys.readouterr().out)["figures"]][-1] == "12场"


@pytest.mark.parametrize("command", ["report", "check_report"])
def test_a_file_without_text_is_said(world, tmp_path, command):
    source = tmp_path / "a.pdf"
    source.write_bytes(b"%PDF-1.7")
    options = {"from_text": source} if command == "report" else {}
    with pytest.raises(CommandError, match="PDF 里的文字取不完整"):
        call_command(command, *([] if options else [source]), **options)
