"""The passages of an Excel file: cells (hidden sheets too), comments, headers, names."""

from lxml import etree

from .packages import BROKEN, Package, everything, rewrite

S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
# A shorter number is no telephone number.
SHORTEST_NUMBER = 11


def walk(content, visitor):
    """Show `visitor` every passage; the bytes of the copy."""
    try:
        package = Package(content)
        strings = _strings(package)
        places = {}
        for name, part in _sheets(package, visitor):
            _cells(package.tree(part), name, strings, places, visitor)
        for number, string in enumerate(strings):
            rewrite(string.iter(f"{S}t"), places.get(number, "没有显示的文字"), visitor)
        for part in package.names(r"xl/comments.*\.xml"):
            for comment in package.tree(part).iter(f"{S}comment"):
                rewrite(comment.iter(f"{S}t"), f"批注 {comment.get('ref')}", visitor)
        for part in package.names(r"xl/threadedComments/.*\.xml"):
            rewrite(package.tree(part).iter("{*}text"), "批注", visitor)
        package.walk_common(visitor)
        return package.bytes()
    except BROKEN:
        visitor.unread("", "文件打不开")
        return content


def _strings(package):
    """The shared strings, by their numbers."""
    part = "xl/sharedStrings.xml"
    return list(package.tree(part).iter(f"{S}si")) if part in package.parts else []


def _sheets(package, visitor):
    """[(name of the sheet, its part)]."""
    targets = {
        link.get("Id"): link.get("Target").removeprefix("/xl/")
        for link in package.tree("xl/_rels/workbook.xml.rels")
    }
    found = []
    for sheet in package.tree("xl/workbook.xml").iter(f"{S}sheet"):
        name = sheet.get("name")
        sheet.set("name", visitor.text("工作表名", name))
        found.append((name, f"xl/{targets[sheet.get(f'{R}id')]}"))
    for defined in package.tree("xl/workbook.xml").iter(f"{S}definedName"):
        rewrite([defined], "名称", visitor)
    return [(name, part) for name, part in found if part in package.parts]


def _cells(root, name, strings, places, visitor):
    for cell in root.iter(f"{S}c"):
        place = f"“{name}”{cell.get('r', '')}"
        value, kind = cell.find(f"{S}v"), cell.get("t", "n")
        if kind == "s" and value is not None:
            places.setdefault(int(value.text), place)
        elif kind == "n":
            _number(cell, value, place, visitor)
        else:
            rewrite(cell.iter(f"{S}t", f"{S}v"), place, visitor)
        rewrite(cell.iter(f"{S}f"), f"{place}公式", visitor)
    for validation in root.iter(f"{S}dataValidation", f"{S}conditionalFormatting"):
        everything(validation, f"“{name}”数据验证", visitor)
    for element in root.iter(*(f"{S}{part}{side}" for part in ("odd", "even", "first") for side in ("Header", "Footer"))):  # fmt: skip
        rewrite([element], f"“{name}”页眉页脚", visitor)


def _number(cell, value, place, visitor):
    """A long whole number may be a telephone number; masked it is a text."""
    if value is None or not value.text:
        return
    number = float(value.text)
    digits = f"{number:.0f}"
    if len(digits) < SHORTEST_NUMBER or number != int(number):
        return
    answer = visitor.text(place, digits)
    if answer != digits:
        cell.remove(value)
        cell.set("t", "inlineStr")
        etree.SubElement(etree.SubElement(cell, f"{S}is"), f"{S}t").text = answer
