"""A year's ledgers as one workbook: a cover sheet of indicators, then a sheet for each register."""

import io

from township.figures.choosing import may_see, span_of
from township.figures.indicator import indicators
from township.figures.reading import read
from township.figures.wording import number
from township.people.outgoing import XLSX
from township.people.roles import Power
from township.privacy.guard import check
from township.records.jobs import Maker, Product, makers
from township.records.models import State
from township.records.register import registry

from .book import Unreadable
from .bundles import answered_or_refused
from .ledgers import add_ledger, notes_of, whole_table
from .sheets import add_table, book_bytes, new_book

MAKER = "yearbook"
PURPOSE = "全年台账"


def may_make(gate, year):
    """Whether the user may take the year's ledgers out at all; which of them, the gate says of each."""
    return gate.can(Power.EXPORT) and gate.can(Power.FIGURES)


def make(gate, progress, year):
    """The workbook of the year, under the name of the township; raises `Unreadable` where the guard was not asked."""
    items = items_of(gate, year, progress)
    found = check(items, area=gate.user.area, purpose=PURPOSE)
    book = new_book()
    _add_cover(book, gate, year)
    words = f"{span_of(gate.user.area, year)}，不含已作废的记录"
    for table in found.cleared(answered_or_refused(found)):
        add_ledger(book, gate, table, words=words)
    return Product(io.BytesIO(book_bytes(book)), f"{gate.user.area.name}{year}年台账.xlsx", XLSX)


makers.add(Maker(MAKER, make, may_make, (Unreadable,)))


def items_of(gate, year, progress=lambda done, total: None):
    """[Item]: a table for each register that the user may export and that has records in the year."""
    tables, period = [], span_of(gate.user.area, year)
    registers = registry.for_area(gate.user.area).all()
    for done, declaration in enumerate(registers, 1):
        progress(done, len(registers))
        if not gate.can_in(declaration, Power.EXPORT):
            continue
        records = (
            gate.records(declaration, Power.EXPORT)
            .exclude(state=State.VOIDED)
            .between(period.start, period.end)
            .order_by("date", "pk")
        )
        if records.exists():
            tables.append(whole_table(declaration, records=records))
    return tables


def _add_cover(book, gate, year):
    area, period = gate.user.area, span_of(gate.user.area, year)
    wanted = [one for one in indicators.all() if may_see(gate, one.register, area)]
    figures = read(wanted, area=area, period=period, gate=gate) if wanted else {}
    notes = notes_of(
        gate, "年度台账", f"{period}；“含未审核”是已提交还没有审核的条数；“—”是没有记录也没有报零"
    )
    add_table(
        book,
        title="指标",
        notes=notes,
        headers=["台账", "指标", "数值", "单位", "含未审核", "口径"],
        rows=(
            [
                one.register.label,
                one.label,
                _value(figures[one.key].value),
                one.unit,
                figures[one.key].unreviewed or None,
                one.definition,
            ]
            for one in wanted
        ),
    )


def _value(value):
    """Whole numbers as numbers; rates as they are written; what nobody has told as —."""
    return value if isinstance(value, int) else number(value)
