"""Tables as lines of plain text: written so, and found again in a text.

    表1　各村普法活动场次
    单位⇥普法活动场次（场）
    甲村⇥3
    合计⇥3
    注：…

A caption with its number, then two or more lines with the same number of tabs. Tabs alone make no table: word
processors put one behind each number of a list.
"""

import re

from .cleaning import clean_line
from .tree import Span, Table

CAPTION = re.compile(r"[\s　]*表(\d{1,2})[　 ]+([^\t]*\S)[\s　]*")
NOTE = re.compile(r"[\s　]*(注：[^\t]*\S)[\s　]*")
# Stands for a table among the lines of a text; the mark in it keeps it from being read as a title or an organ.
_PLACE = "\ue000；{}"
_PLACED = re.compile("\ue000；(\\d+)")


def as_lines(table):
    """The lines that a table is written as."""
    yield table.heading
    yield from ("\t".join(row) for row in (table.head, *table.rows))
    if table.note:
        yield table.note


def take_out(text):
    """(text with one placeholder line for each table, [Table]); the number of lines stays."""
    lines, tables, position = re.split(r"\r\n|\r|\n", text), [], 0
    while position < len(lines):
        length = _length(lines, position)
        if length:
            tables.append(_read(lines[position : position + length], position + 1))
            lines[position : position + length] = [_PLACE.format(len(tables) - 1)] + [""] * (length - 1)
        position += length or 1
    return "\n".join(lines), tables


def placed(line, tables):
    """The table that a line stands for; None for a line of the text."""
    found = _PLACED.fullmatch(line)
    return tables[int(found[1])] if found and int(found[1]) < len(tables) else None


def _length(lines, start):
    """How many lines from `start` on make up a table; 0 where none begins."""
    if not CAPTION.fullmatch(lines[start]):
        return 0
    tabs, end = lines[start + 1].count("\t") if start + 1 < len(lines) else 0, start + 1
    while tabs and end < len(lines) and lines[end].count("\t") == tabs:
        end += 1
    if end - start < 3:
        return 0
    return end - start + (1 if end < len(lines) and NOTE.fullmatch(lines[end]) else 0)


def _read(lines, number):
    first, *rest = lines
    found = CAPTION.fullmatch(first)
    note = ""
    if "\t" not in rest[-1]:
        note = clean_line(NOTE.fullmatch(rest.pop())[1])
    head, *rows = (tuple(clean_line(cell) for cell in line.split("\t")) for line in rest)
    table = Table(
        (),
        line=number,
        number=int(found[1]),
        caption=clean_line(found[2]),
        head=head,
        rows=tuple(rows),
        note=note,
    )
    return with_text(table)


def with_text(table):
    """The table with its plain text as its only span."""
    values = {name: getattr(table, name) for name in ("line", "number", "caption", "head", "rows", "note")}
    return Table((Span("\n".join(as_lines(table))),), **values)
