"""The handover papers as one workbook, a sheet for each part, and as one PDF, the parts below each other."""

from township.workbooks.ledgers import notes_of
from township.workbooks.printing import ledger_pdf
from township.workbooks.sheets import add_table, book_bytes, new_book

NOTHING = "没有"


def title_of(leaver):
    return f"{leaver}工作移交清单"


def workbook(leaver, sections, *, gate):
    """The bytes of the workbook; a part without a line keeps its sheet, so that nobody looks for it."""
    book = new_book()
    for section in sections:
        add_table(
            book,
            title=section.title,
            notes=notes_of(gate, title_of(leaver), f"{section.title}：{len(section.lines) or NOTHING}"),
            headers=list(section.headers),
            rows=[line.cells for line in section.lines] or [[NOTHING, None, None, None]],
        )
    return book_bytes(book)


def pdf(leaver, sections, *, gate):
    """The bytes of the PDF; raises `Unreadable` where the font for printing is missing."""
    rows = []
    for number, section in enumerate(sections, 1):
        rows.append([f"{number}. {section.title}", *section.headers])
        rows += [["", *line.cells] for line in section.lines] or [["", NOTHING, "", "", ""]]
    lead = "移交人、接手人、监交人签字：____________________　____________________　____________________"
    return ledger_pdf(
        notes=notes_of(gate, title_of(leaver), lead),
        headers=["部分", "事项", "说明", "数值、状态或时限", "在哪里"],
        rows=rows,
    )
