"""Files with personal data planted where it hides."""

import io
from collections import defaultdict

import openpyxl
from docx import Document
from openpyxl.comments import Comment
from PIL import Image
from reportlab.pdfgen.canvas import Canvas

from township.people.models import Area

ID, MOBILE, CARD = "11010519491231002X", "13912345678", "6222021234567890128"


def word():
    """An ID number in two runs, a mobile in a table, another in the header; the author in the properties."""
    document = Document()
    document.add_paragraph("关于补助发放的公示")
    paragraph = document.add_paragraph("身份证")
    for part in (ID[:7], ID[7:]):
        paragraph.add_run(part)
    table = document.add_table(2, 2)
    table.cell(1, 1).text = MOBILE
    document.sections[0].header.paragraphs[0].text = f"联系电话{MOBILE}"
    document.core_properties.author = "经办人"
    return _saved(document)


def sheet():
    """A number, a shared string twice, a hidden sheet, a comment."""
    book = openpyxl.Workbook()
    first = book.active
    first.title = "名单"
    first["A1"], first["B2"], first["B3"], first["C3"] = 13912345678, f"卡{CARD}", f"卡{CARD}", 20220305
    first["D1"] = "备注"
    first["D1"].comment = Comment(f"电话{MOBILE}", "经办人")
    hidden = book.create_sheet("底稿")
    hidden.sheet_state = "hidden"
    hidden["A1"] = ID
    return _saved(book)


def pdf(*lines):
    """A PDF of these lines; without any it is a page that holds only a drawing."""
    buffer = io.BytesIO()
    canvas = Canvas(buffer)
    canvas.rect(100, 100, 50, 50)
    for number, line in enumerate(lines):
        canvas.drawString(72, 700 - 20 * number, line)
    canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def photo():
    """A photo that says where it was taken."""
    exif = Image.Exif()
    exif.get_ifd(0x8825)[1] = "N"
    buffer = io.BytesIO()
    Image.new("RGB", (32, 24), "steelblue").save(buffer, "JPEG", exif=exif)
    return buffer.getvalue()


def _saved(thing):
    buffer = io.BytesIO()
    thing.save(buffer)
    return buffer.getvalue()


def township_of_nobody():
    """A township that holds nobody under seal, for tests that ask no database."""
    area = Area(pk=1, path="00010001", name="毛俊镇")
    area.known_people = defaultdict(set)
    return area
