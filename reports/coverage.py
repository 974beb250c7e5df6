"""覆盖情况: each duty as a matrix of units and spans, with the sentence that says what is missing."""

from dataclasses import dataclass

from django.http import Http404
from django.shortcuts import render

from township.figures.choosing import Choice
from township.figures.drilldown import duty_url
from township.figures.duties import CellState, cells
from township.figures.keeping.kept import at_one_moment
from township.figures.years import years_of
from township.people.roles import Power
from township.records.reference.declaration import list_called

from .due import dated_words, duties_told, enter_urls, matter

NAMES_IN_A_SENTENCE = 3
SIGNS = {
    CellState.DONE: "✓",
    CellState.NIL: "零",
    CellState.MISSING: "未",
    CellState.AHEAD: "·",
    CellState.NOT_APPLICABLE: "／",
}


@dataclass(frozen=True)
class Square:
    """One cell of the matrix, and where it leads: to what answers it, or to a form that would."""

    cell: object
    year: int
    url: str

    @property
    def sign(self):
        return SIGNS[self.cell.state]

    @property
    def key(self):
        return self.cell.state.name.lower()

    @property
    def head(self):
        return dated_words(self.cell.duty, self.cell.period, self.year)

    @property
    def words(self):
        why = f"：{self.cell.reason}" if self.cell.reason else ""
        return f"{self.cell.area.name}{self.head}{self.cell.state.value}{why}"


@dataclass(frozen=True)
class Matrix:
    """One duty of all units of a place in a year: rows of squares under the spans."""

    duty: object
    heads: list
    rows: list

    @property
    def squares(self):
        return [square for _, squares in self.rows for square in squares]

    def count(self, *states):
        """How many squares are in one of the states."""
        return sum(square.cell.state in states for square in self.squares)

    @property
    def sentence(self):
        """What is missing, to paste into a report or a message: 其中河源村4月未报财务公开。"""
        done, nil = self.count(CellState.DONE), self.count(CellState.NIL)
        owed = sum(square.cell.state.is_owed for square in self.squares)
        if not owed:
            only_exempted = self.squares and self.count(CellState.NOT_APPLICABLE) == len(self.squares)
            return f"{self.duty.label}{'不适用' if only_exempted else '还没有到期的'}。"
        told = f"{self.duty.label}应报{owed}项，已报{done}项" + (f"，零报告{nil}项" if nil else "")
        missing = "，".join(self._missing())
        return f"{told}；其中{missing}。" if missing else f"{told}，没有未报。"

    @property
    def exempted(self):
        """[(unit, its spans, why)] of what does not concern a unit; spans are empty when it is all of the year."""
        found = []
        for area, squares in self.rows:
            spared = [square for square in squares if square.cell.state is CellState.NOT_APPLICABLE]
            for reason in dict.fromkeys(square.cell.reason for square in spared):
                heads = [square.head for square in spared if square.cell.reason == reason]
                found.append((area, "" if len(heads) == len(squares) else "、".join(heads), reason))
        return found

    def _missing(self):
        for position, head in enumerate(self.heads):
            names = [
                area.name for area, squares in self.rows if squares[position].cell.state is CellState.MISSING
            ]
            if names:
                few = len(names) <= NAMES_IN_A_SENTENCE
                who = "、".join(names) if few else f"{len(names)}个村（社区）"
                yield f"{who}{head}未报{matter(self.duty)}"


@at_one_moment()
def coverage(request):
    """The matrix of one duty (`?duty=KEY`, the first by default) for the place and year in the address."""
    gate = request.gate
    gate.require(Power.FIGURES)
    choice = Choice(request, whole_year=True)
    told = [duty for duty in duties_told(gate) if duty.each == "village" or not choice.area.is_village]
    wanted = request.GET.get("duty")
    duty = next((one for one in told if one.key == wanted), None) if wanted else next(iter(told), None)
    if wanted and duty is None:
        raise Http404
    context = {
        "choice": choice,
        "duties": told,
        "matrix": matrix_of(duty, choice, gate) if duty else None,
        "keeps_exemptions": list_called("exemptions").may_add(gate),
        "signs": legend(),
    }
    return render(request, "reports/coverage.html", context)


def legend():
    """[(key, sign, words)] of the states of squares."""
    return [(state.name.lower(), sign, state.value) for state, sign in SIGNS.items()]


def matrix_of(duty, choice, gate, *, opens=None, given=None):
    """The matrix of `duty` for the chosen place and the whole of the chosen year.

    `opens(cell)` is the address of what answers a cell, where no list knows the duty by its key; `given` are
    further values of a form that would answer one.
    """
    years = years_of(choice.area)
    year = years.span(choice.year)
    found = cells(duty, area=choice.area, period=year, gate=gate)
    open_to_entry = [cell for cell in found if cell.state is not CellState.NOT_APPLICABLE]
    urls = enter_urls(open_to_entry, gate, given=given)
    if gate.can_in(duty.register, Power.READ):
        answered = [cell for cell in found if cell.state is CellState.DONE]
        urls |= {cell: (opens or _answers)(cell) for cell in answered}
    rows = {}
    for cell in found:
        rows.setdefault(cell.area, []).append(Square(cell, choice.year, urls.get(cell, "")))
    heads = [dated_words(duty, span, choice.year) for span in years.spans(year, duty.every)]
    return Matrix(duty, heads, list(rows.items()))


def _answers(cell):
    return duty_url(cell.duty, area=cell.area, period=cell.period)
