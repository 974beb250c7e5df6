"""The verdict on every row of a table: the one code path of preview, real run, shell and annotated file."""

from openpyxl.utils import get_column_letter

from township.figures.years import years_of
from township.records.life import may_edit
from township.records.models import State
from township.records.values import EMPTY, SEALED

from ..cells import cell_text
from ..collection import no_collection
from ..lines import words
from ..lookups import Lookups
from ..standing import Neighbour, Standing, lines_of, row_state, state_of
from ..targets import KEY, targets_of
from ..values import Reader, shown
from .filling import Filler
from .rows import RowReader
from .verdict import CHANGED, DUPLICATE, NEW, SAME, WRONG, Problem, Verdict


class Checker:
    """Checks the rows of one table against one register for one user.

    `mapping` is {column: target name}. With `update_twins` a row that likely repeats a stored record is
    taken as a change of it.
    """

    def __init__(self, declaration, gate, *, table, mapping, year, date_1904=False, update_twins=False):
        self.declaration, self.gate, self.table = declaration, gate, table
        self.update_twins = update_twins
        known = targets_of(declaration, gate)
        self.columns = {name: column for column, name in mapping.items() if name in known}
        self.targets = {name: known[name] for name in self.columns}
        self.lookups = Lookups(declaration, gate)
        self.reader = RowReader(
            declaration,
            Reader(self.lookups, year, date_1904, years_of(gate.user.area)),
            self.targets,
            self.columns,
        )
        self.filler = Filler(declaration, gate, self.targets, self.lookups)
        self.missing = [
            target
            for name, target in known.items()
            if target.required
            and name not in self.columns
            and not (name == "area" and self.filler.own_area is not None)
        ]
        self.standing = Standing(declaration, gate, self.targets)
        self.line_sets = [target.line_set for target in self.targets.values() if target.line_set is not None]
        self.compared = [
            name for name, target in self.targets.items() if target.field is not None and name != KEY
        ]

    def check(self):
        """A `Verdict` for each row, in the order of the table."""
        with no_collection():
            return self._check()

    def _check(self):
        readings = [reading for row in self.table.rows if (reading := self.reader.read(row)) is not None]
        self.standing.load(
            keys=[reading.key for reading in readings if reading.key],
            refs=[ref for reading in readings if (ref := reading.values.get("external_ref"))],
            days=[day for reading in readings if (day := reading.values.get("date"))],
        )
        self.used, self.refs = {}, {}
        return [self._judge(reading) for reading in readings]

    def _judge(self, reading):
        verdict = Verdict(reading.row.number, understood=reading.understood, lines=reading.lines)
        stored, this = self._named(reading), None
        if stored is not None:
            self._judge_known(verdict, reading, stored)
        else:
            this = self._judge_new(verdict, reading)
        for name, sentences in reading.errors.items():
            verdict.problems += [self._problem(reading.row, name, sentence) for sentence in sentences]
        if verdict.problems:
            verdict.kind = WRONG
        elif verdict.kind != SAME:
            self._remember(verdict, this)
        return verdict

    def _remember(self, verdict, this):
        """Later rows are compared with this one, and what it takes is taken."""
        if verdict.kind != DUPLICATE:
            self.filler.rules.claim(verdict.record)
        if verdict.kind != CHANGED:
            self.standing.add(this)

    # Rows that name a stored record ----------------------------------------------------------------

    def _named(self, reading):
        """The record that the row names by its key or its outside number."""
        ref = reading.values.get("external_ref")
        record = self.standing.by_key.get(reading.key) or self.standing.by_ref.get(ref)
        if record is None:
            if ref and self.refs.setdefault(ref, reading.row.number) != reading.row.number:
                reading.say("external_ref", f"和第 {self.refs[ref]} 行的外部系统编号相同，请只留一行。")
            return None
        earlier = self.used.setdefault(record.pk, reading.row.number)
        if earlier != reading.row.number:
            reading.say(KEY, f"和第 {earlier} 行是同一条记录，请只留一行。")
        if record.state == State.VOIDED:
            reading.say(KEY, "这条记录已作废，不能再改；要重新登记，请清空这一行的记录编号。")
        return record

    def _judge_known(self, verdict, reading, stored):
        """Same as stored, or what would change, or why it cannot."""
        verdict.record, verdict.kind = stored, CHANGED
        names = self._names(reading)
        before = state_of(stored, names), lines_of(stored, self.line_sets)
        words_before = self._words(stored)
        _, verdict.many = self.filler.change(reading, stored)
        if before == row_state(verdict, names, self.line_sets) and not reading.unreadable:
            # What is stored already may stay as it is, whoever may change it.
            verdict.kind = SAME
            reading.errors = {name: said for name, said in reading.errors.items() if name == KEY}
            return
        verdict.changes = _differences(words_before, self._words(stored, verdict))
        if KEY in reading.errors:
            return
        if label := self.standing.locks.get(stored.pk):
            reading.say(KEY, f"“{stored}”已用于{label}，不能用表格修改；请打开记录点“申请更正”。")
        elif not may_edit(stored, self.gate):
            reading.say(
                KEY, f"“{stored}”是“{stored.get_state_display()}”，您不能修改；请把这一行删去，或由审核人改。"
            )

    def _names(self, reading):
        """Fields that the row speaks of: those with a column, and 概数 where a number said 约."""
        loose = reading.approximate and "approximate" not in self.compared
        return [*self.compared, "approximate"] if loose else self.compared

    # Rows that name none ---------------------------------------------------------------------------

    def _judge_new(self, verdict, reading):
        """The row as later ones are compared with it."""
        for target in self.missing:
            reading.say(target.name, f"表里没有“{target.label}”这一栏，请指定是哪一列，或在表里补上。")
        verdict.record, verdict.many = self.filler.new(reading)
        if reading.key and reading.key in self.standing.free_keys:
            verdict.record.entry_id = reading.key
        this = Neighbour(verdict.record, verdict)
        if reading.unreadable:
            return this
        if self._is_stored(this, reading):
            reading.errors = {}
        elif not reading.errors and verdict.kind == NEW:
            self._look_for_twin(this, reading)
        return this

    def _is_stored(self, this, reading):
        """Whether the very same record stands already and no earlier row stood for it."""
        verdict = this.verdict
        same_day = self.standing.on_the_day(this.record)
        if not same_day:
            return False
        names = self._names(reading)
        mine = this.state(names, self.line_sets)
        for other in same_day:
            if mine != other.state(names, self.line_sets):
                continue
            if other.verdict is not None:
                verdict.kind, verdict.twin_row = DUPLICATE, other.verdict.number
                continue
            earlier = self.used.setdefault(other.record.pk, verdict.number)
            if earlier == verdict.number:
                verdict.kind, verdict.record, verdict.twin_row = SAME, other.record, None
                return True
            verdict.kind, verdict.twin_row = DUPLICATE, earlier
        return False

    def _look_for_twin(self, this, reading):
        """Mark the row as a likely duplicate of a stored record or of an earlier row."""
        verdict = this.verdict
        if self.declaration.alike is None:
            return
        for other in self.standing.repeated_by(this):
            stored = other.record
            if stored.pk in self.used:
                continue
            verdict.kind = DUPLICATE
            if other.verdict is not None:
                verdict.twin_row = other.verdict.number
                return
            self.used[stored.pk] = verdict.number
            if self.update_twins:
                self._judge_known(verdict, reading, stored)
            else:
                verdict.twin = stored
                verdict.changes = _differences(self._words(stored), self._words(verdict.record, verdict))
            return

    # Words -----------------------------------------------------------------------------------------

    def _words(self, record, verdict=None):
        """[(label, text, sealed)] of the parts with a column; relations of an unsaved record from `verdict`."""
        parts = []
        for name in self.compared:
            target = self.targets[name]
            if verdict is not None and target.field.many_to_many:
                text = "、".join(str(one) for one in verdict.many.get(name, ()))
            else:
                text = cell_text(record, name)
            parts.append((target.label, text or EMPTY, hasattr(target.field, "sealed")))
        for line_set in self.line_sets:
            rows = verdict.lines.get(line_set.name, ()) if verdict else getattr(record, line_set.name).all()
            text = "\n".join(words(line, line_set.fields) for line in rows)
            parts.append((line_set.label, text or EMPTY, line_set.personal))
        return parts

    def _problem(self, row, name, sentence):
        column = self.columns.get(name)
        label = self.targets[name].label if name in self.targets and name != KEY else ""
        if label and label not in sentence:
            sentence = f"{label}：{sentence}"
        at = min(self.columns.values(), default=0) if column is None else column
        value = "" if column is None else shown(row.cell(column))
        return Problem(self.table.sheet, f"{get_column_letter(at + 1)}{row.number}", value, sentence, column)


def _differences(before, after):
    return [
        [label, SEALED, SEALED] if sealed else [label, old, new]
        for (label, old, sealed), (_, new, _) in zip(before, after, strict=True)
        if old != new
    ]
