"""Sub-tables in one cell: a row of the sub-table a line, its fields divided by ｜; or as ledgers write it.

`宣传资料｜200｜份` is what the portal writes. Ledgers write `200`, `宣传资料200份、手册50本` or `张三、李四`.
"""

import re

from django.core.exceptions import ValidationError
from django.db import models

from township.people.models import Person
from township.records.fields import CountField
from township.records.models import Inherited
from township.records.values import EMPTY, display

from .cells import cell_text
from .lookups import folded
from .rules import Rules
from .values import Unfit, is_nothing, text_of

DIVIDER = "｜"


def cell_of(record, line_set):
    """The rows of a sub-table as one cell, which `LineReader` reads back."""
    return "\n".join(_row_text(line, line_set.fields) for line in getattr(record, line_set.name).all())


def _row_text(line, names):
    parts = [cell_text(line, name).replace(DIVIDER, "|").replace("\n", " ") for name in names]
    return DIVIDER.join(parts)


class LineReader:
    """Reads the cells of one sub-table; its rules are the model's own."""

    def __init__(self, line_set, reader):
        self.line_set, self.reader = line_set, reader
        self.fields = [line_set.model._meta.get_field(name) for name in line_set.fields]
        self.rules = Rules(line_set.model)

    def read(self, cell):
        """(unsaved rows, whether a number was approximate); raises `Unfit` with the number of the row."""
        if is_nothing(cell):
            return [], False
        rows, loose = [], False
        for number, given in enumerate(self._rows(cell), 1):
            try:
                line, approximate = self._line(given)
            except Unfit as error:
                raise Unfit(f"{self.line_set.label}第 {number} 行：{error}") from error
            line.position = number - 1
            rows.append(line)
            loose |= approximate
        return rows, loose

    def _rows(self, cell):
        """[{field name: cell}] of one cell."""
        text = text_of(cell)
        if DIVIDER in text:
            return [self._divided(row) for row in text.split("\n") if row.strip()]
        parts = [part for part in re.split(r"[、，,；;\n]+(?![^（(]*[)）])", text) if part.strip()]
        return [self._as_written(part.strip()) for part in parts]

    def _divided(self, row):
        parts = row.split(DIVIDER)
        if len(parts) > len(self.fields):
            raise Unfit(f"{self.line_set.label}一行最多 {len(self.fields)} 项，请按“{self.pattern}”填写。")
        return dict(zip(self.line_set.fields, parts, strict=False))

    @property
    def pattern(self):
        return DIVIDER.join(str(field.verbose_name) for field in self.fields)

    def _as_written(self, part):
        """`宣传资料200份` by its number and the choices it names; otherwise the first field alone."""
        counts = [field for field in self.fields if isinstance(field, CountField) and not field.null]
        found = re.search(r"[约近]?[0-9０-９,，.一二两三四五六七八九十百千万]+[余多]?", part)
        if len(counts) != 1 or not found:
            return {self.fields[0].name: part}
        given = {counts[0].name: found[0]}
        for field in self.fields:
            names = [name for name in self._choices(field) if folded(name) in folded(part)]
            if names:
                given[field.name] = max(names, key=len)
        return given

    def _choices(self, field):
        """The names that a field of few choices can be given by."""
        if field.is_relation and issubclass(field.related_model, Inherited):
            return self.reader.lookups.names(field)
        return [str(label) for key, label in field.choices or ()]

    def _line(self, given):
        line, approximate = self.line_set.model(), False
        for field in self.fields:
            value = self.reader.read(field, given.get(field.name), str(field.verbose_name))
            approximate |= value.approximate
            found = self._usual(field) if value.value is None else value.value
            if found is not None:
                setattr(line, field.name, found)
            elif not (field.blank or field.has_default()) or (
                not field.null and (field.is_relation or isinstance(field, CountField))
            ):
                raise Unfit(f"缺少{field.verbose_name}，请按“{self.pattern}”填写。")
        self._check(line)
        return line, approximate

    def _usual(self, field):
        """What stands for nothing written: the default that the list under 设置 still offers; else None."""
        if field.is_relation and field.has_default():
            return self.reader.lookups.by_key(field, field.get_default())
        return None

    def _check(self, line):
        skipped = {field.name for field in line._meta.concrete_fields if field.is_relation}
        skipped |= {field.name for field in line._meta.concrete_fields} - set(self.line_set.fields)
        try:
            line.clean_fields(exclude=skipped)
            line.clean()
        except ValidationError as error:
            raise Unfit(error.messages[0]) from error
        if errors := self.rules.check(line):
            raise Unfit(next(iter(errors.values()))[0])


def words(line, names):
    """A row of a sub-table in words, for the preview."""
    return " ".join(text for name in names if (text := display(line, name)) != EMPTY)


def comparable(line, names):
    """A row as it is compared with a stored one."""
    return tuple(_plain(line, line._meta.get_field(name)) for name in names)


def _plain(line, field):
    value = getattr(line, field.attname)
    if field.is_relation and value is None and (person := getattr(line, field.name)) is not None:
        return person.name if isinstance(person, Person) else None
    if isinstance(field, models.CharField | models.TextField):
        return value or ""
    return value
