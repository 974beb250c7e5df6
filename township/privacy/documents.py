"""The passages of a Word file: body, tables, headers, notes, comments, and what was deleted but is still in it."""

from collections import Counter

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
    number, places = 0, _places(root)
    for paragraph in root.iter(f"{W}p"):
        cell = next(paragraph.iterancestors(f"{W}tc"), None)
        if cell is None:
            number += 1
            place = f"第{number}段"
        else:
            place = places[cell]
        rewrite(_texts(paragraph), place, visitor)


def _places(root):
    """{cell: its place} of all tables, those inside a cell of another included."""
    tables, rows, columns, places = {}, Counter(), Counter(), {}
    for element in root.iter(f"{W}tr", f"{W}tc"):
        if element.tag == f"{W}tr":
            table = next(element.iterancestors(f"{W}tbl"), element)
            tables.setdefault(table, len(tables) + 1)
            rows[table] += 1
            places[element] = f"表{tables[table]}第{rows[table]}行"
        else:
            row = next(element.iterancestors(f"{W}tr"), element)
            columns[row] += 1
            places[element] = f"{places.get(row, '')}第{columns[row]}列"
    return places


def _texts(paragraph):
    """The texts of a paragraph itself, not those of a text box inside it, which has paragraphs of its own."""
    return [
        element
        for element in paragraph.iter(*_TEXTS)
        if next(element.iterancestors(f"{W}p"), None) is paragraph
    ]
