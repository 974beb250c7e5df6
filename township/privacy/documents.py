"""The passages of a Word file: body, tables, headers, notes, comments, and what was deleted but is still in it."""

from .packages import BROKEN, Package, rewrite

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_TEXTS = (f"{W}t", f"{W}delText", f"{W}instrText")
_PLACES = (
    (r"word/header\d*\.xml", "页眉"),
    (r"word/footer\d*\.xml", "页脚"),
    (r"word/footnotes\.xml", "脚注"),
    (r"word/endnotes\.xml", "尾注"),
    (r"word/comments\.xml", "批注"),
)


def walk(content, visitor):
    """Show `visitor` every passage; the bytes of the copy."""
    try:
        package = Package(content)
        _body(package.tree("word/document.xml"), visitor)
        for pattern, place in _PLACES:
            for name in package.names(pattern):
                for paragraph in package.tree(name).iter(f"{W}p"):
                    rewrite(_texts(paragraph), place, visitor)
        package.walk_common(visitor)
        return package.bytes()
    except BROKEN:
        visitor.unread("", "文件打不开")
        return content


def _body(root, visitor):
    number, tables = 0, {}
    for paragraph in root.iter(f"{W}p"):
        cell = next(paragraph.iterancestors(f"{W}tc"), None)
        if cell is None:
            number += 1
            place = f"第{number}段"
        else:
            place = _cell_place(cell, tables)
        rewrite(_texts(paragraph), place, visitor)


def _cell_place(cell, tables):
    row = cell.getparent()
    table = next(row.iterancestors(f"{W}tbl"), row)
    number = tables.setdefault(table, len(tables) + 1)
    rows = list(table.iter(f"{W}tr"))
    return f"表{number}第{rows.index(row) + 1}行第{list(row.iter(f'{W}tc')).index(cell) + 1}列"


def _texts(paragraph):
    """The texts of a paragraph itself, not those of a text box inside it, which has paragraphs of its own."""
    return [
        element
        for element in paragraph.iter(*_TEXTS)
        if next(element.iterancestors(f"{W}p"), None) is paragraph
    ]
