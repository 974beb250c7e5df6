"""自评表: the scoring sheet with what proves each item and the own scores, as a workbook."""

from decimal import Decimal

from township.workbooks.ledgers import notes_of
from township.workbooks.sheets import add_table, book_bytes, new_book

HEADERS = [
    "一级指标", "二级指标", "编号", "考核指标", "评分标准", "分值", "对应数据和材料", "材料份数", "状态", "自评分",
    "自评说明", "责任部门", "责任人", "完成时限",
]  # fmt: skip


def table_bytes(assessment, rows, *, gate):
    """The workbook of [Proven]."""
    book = new_book()
    notes = notes_of(gate, f"{assessment}自评表", f"依据：{assessment.basis}")
    totals = sums([one.item for one in rows])
    add_table(
        book,
        title="自评表",
        notes=notes,
        headers=HEADERS,
        rows=[_row(one) for one in rows],
        totals=["合计", *[None] * 4, totals["points"], *[None] * 3, totals["own"], *[None] * 4],
    )
    return book_bytes(book)


def _row(one):
    item = one.item
    proofs = "；".join(f"{proof.label} {proof.text}".strip() for proof in one.proofs)
    return [
        item.first,
        item.second,
        item.code,
        item.third or item.name,
        item.standard,
        item.points,
        proofs,
        one.files,
        one.standing.value,
        item.own_points,
        item.own_reason or item.not_applicable,
        str(item.office or ""),
        str(item.responsible or ""),
        item.due_on,
    ]


def sums(items):
    """Points of the sheet, of the items that apply and of the own scores, and how many items stand how."""
    applicable = [item for item in items if not item.not_applicable]
    return {
        "points": total(item.points for item in items),
        "applicable": total(item.points for item in applicable),
        "own": total(item.own_points for item in items),
        "county": total(item.county_points for item in items),
        "scored": sum(item.own_points is not None for item in applicable),
        "open": sum(item.own_points is None for item in applicable),
    }


def total(numbers):
    """The sum of those that are given, without idle zeros; 0 of none."""
    found = sum((one for one in numbers if one is not None), Decimal(0))
    return found.quantize(Decimal(1)) if found == found.to_integral() else found.normalize()
