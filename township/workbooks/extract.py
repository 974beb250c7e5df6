"""Getting the cells out of a file, in a process of its own with bounded memory and time.

Run as `python -m township.workbooks.extract` with the file on standard input; it imports nothing of Django. A
hostile file can at worst end this process. The answer on standard output is one JSON object: `sheets`, or
`refused` with a key of `book.REFUSALS`. A cell is text, a number, true or false, null when empty, or
`{"date": …}` / `{"time": …}`.
"""

import csv
import datetime
import io
import json
import re
import resource
import sys
import zipfile

MEMORY = 640 * 1024 * 1024
SECONDS = 20
# A sheet of a million styled empty rows is some 60 MB of XML; beyond this nobody typed it.
UNPACKED = 300 * 1024 * 1024
# Office packs XML to a tenth or so; only what was made to hurt packs a thousand times.
PACKED_TIMES = 1000
MAX_ROWS, MAX_COLUMNS, MAX_SHEETS = 60_000, 300, 60
CFB = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ERROR_CELL = re.compile(rb'<c r="([A-Z]{1,3}[0-9]{1,7})"[^>]*\bt="e"')
DATE_1904 = re.compile(rb'date1904="(1|true|on)"')
DOCTYPE = re.compile(rb"<!(DOCTYPE|ENTITY)", re.IGNORECASE)


class Refused(Exception):
    """The file cannot be read; the text is a key of `book.REFUSALS`."""


def extract(content):
    """Sheets of `content` as plain data; raises `Refused`."""
    if content.startswith(b"PK"):
        return _workbook(content, **_inside_of_zip(content))
    if content.startswith(CFB):
        # An encrypted .xlsx lies in the same envelope as an old .xls.
        if "EncryptedPackage".encode("utf-16-le") in content:
            raise Refused("encrypted")
        return _workbook(content)
    return {"sheets": [_csv(content)], "date_1904": False}


def _inside_of_zip(content):
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            _check_sizes(package)
            return _look_at_parts(package)
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, OSError) as error:
        raise Refused("broken") from error


def _check_sizes(package):
    entries = package.infolist()
    if len(entries) > 5000 or sum(entry.file_size for entry in entries) > UNPACKED:
        raise Refused("bomb")
    for entry in entries:
        if entry.flag_bits & 1:
            raise Refused("encrypted")
        if entry.file_size > 10_000_000 and entry.file_size > PACKED_TIMES * max(entry.compress_size, 1):
            raise Refused("bomb")
    if not any(entry.filename == "xl/workbook.xml" for entry in entries):
        raise Refused("not_a_workbook")


def _look_at_parts(package):
    """What the reader itself does not tell: the date system, and formulas that ended in an error."""
    errors, date_1904 = {}, False
    for entry in package.infolist():
        if not entry.filename.endswith((".xml", ".rels")):
            continue
        with package.open(entry) as part:
            head = part.read(65_536)
            if DOCTYPE.search(head):
                raise Refused("entities")
            if entry.filename == "xl/workbook.xml":
                date_1904 = bool(DATE_1904.search(head))
            if entry.filename.startswith("xl/worksheets/sheet"):
                errors[entry.filename] = _error_cells(head, part)
    return {"errors": errors, "date_1904": date_1904, "parts": _sheet_parts(package)}


def _error_cells(chunk, part):
    found, kept = set(), b""
    while chunk:
        # A cell may lie across two chunks.
        chunk = kept + chunk
        found.update(match.decode() for match in ERROR_CELL.findall(chunk))
        if len(found) > 10_000:
            break
        kept = chunk[-200:]
        chunk = part.read(1 << 20)
    return sorted(found)


def _sheet_parts(package):
    """{sheet name: file inside the package}; empty where the usual files are missing."""
    try:
        book = package.read("xl/workbook.xml").decode(errors="replace")
        links = package.read("xl/_rels/workbook.xml.rels").decode(errors="replace")
    except KeyError:
        return {}
    targets = {}
    for tag in re.findall(r"<Relationship\b[^>]*>", links):
        found = dict(re.findall(r'(Id|Target)="([^"]*)"', tag))
        targets[found.get("Id")] = "xl/" + found.get("Target", "").removeprefix("/xl/")
    parts = {}
    for tag in re.findall(r"<(?:\w+:)?sheet\b[^>]*>", book):
        found = dict(re.findall(r'(name|r:id)="([^"]*)"', tag))
        parts[found.get("name")] = targets.get(found.get("r:id"))
    return parts


def _workbook(content, errors=None, parts=None, date_1904=False):
    import python_calamine as calamine

    try:
        book = calamine.CalamineWorkbook.from_filelike(io.BytesIO(content))
        sheets = [
            _sheet(book, meta, (errors or {}).get((parts or {}).get(meta.name), ()))
            for meta in book.sheets_metadata[:MAX_SHEETS]
            if meta.typ == calamine.SheetTypeEnum.WorkSheet
        ]
    except calamine.PasswordError as error:
        raise Refused("encrypted") from error
    except (calamine.CalamineError, OSError, ValueError) as error:
        raise Refused("encrypted" if "password" in str(error).lower() else "broken") from error
    return {"sheets": sheets, "date_1904": date_1904}


def _sheet(book, meta, errors):
    import python_calamine as calamine

    sheet = book.get_sheet_by_name(meta.name)
    _, left = sheet.start or (0, 0)
    rows = []
    # The reader gives every row from the first one of the sheet, but columns from the first one in use.
    for number, cells in enumerate(sheet.iter_rows(), 1):
        if any(cell != "" for cell in cells):
            plain = [_cell(cell) for cell in cells]
            while plain and plain[-1] is None:
                plain.pop()
            if left + len(plain) > MAX_COLUMNS:
                raise Refused("too_wide")
            rows.append([number, [None] * left + plain])
        if len(rows) > MAX_ROWS:
            raise Refused("too_long")
    return {
        "name": meta.name,
        "hidden": meta.visible != calamine.SheetVisibleEnum.Visible,
        "rows": rows,
        "merged": [[*first, *last] for first, last in (sheet.merged_cell_ranges or [])[:20_000]],
        "errors": list(errors),
    }


def _cell(value):
    if isinstance(value, str):
        return value.replace("\0", "") if value and not value.isspace() else None
    if isinstance(value, bool):
        return value
    if isinstance(value, float):
        return int(value) if value.is_integer() and abs(value) < 1e15 else value
    if isinstance(value, datetime.datetime):
        return {"date": value.date().isoformat()}
    if isinstance(value, datetime.date):
        return {"date": value.isoformat()}
    if isinstance(value, datetime.time | datetime.timedelta):
        return {"time": str(value)}
    return value


def _csv(content):
    text = _decoded(content)
    if not text.strip():
        raise Refused("empty")
    if "\0" in text or text.lstrip()[:15].lower().startswith(("<!doctype", "<html", "<?xml")):
        raise Refused("not_a_workbook")
    csv.field_size_limit(1_000_000)
    first = next(line for line in text.splitlines() if line.strip())
    delimiter = max(",\t;", key=first.count)
    rows = []
    try:
        for number, cells in enumerate(csv.reader(io.StringIO(text), delimiter=delimiter), 1):
            if len(cells) > MAX_COLUMNS:
                raise Refused("too_wide")
            if any(cell.strip() for cell in cells):
                rows.append([number, [cell.strip() or None for cell in cells]])
            if len(rows) > MAX_ROWS:
                raise Refused("too_long")
    except csv.Error as error:
        raise Refused("broken") from error
    if max(len(cells) for _, cells in rows) < 2:
        raise Refused("not_a_workbook")
    return {"name": "", "hidden": False, "rows": rows, "merged": [], "errors": []}


def _decoded(content):
    encodings = ("utf-16",) if content[:2] in (b"\xff\xfe", b"\xfe\xff") else ("utf-8-sig", "gb18030")
    for encoding in encodings:
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise Refused("not_a_workbook")


def main():
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    try:
        answer = extract(sys.stdin.buffer.read())
    except Refused as refusal:
        answer = {"refused": str(refusal)}
    except MemoryError:
        answer = {"refused": "too_large"}
    sys.stdout.write(json.dumps(answer, separators=(",", ":")))


if __name__ == "__main__":
    main()
