import datetime

from disputes.models import RiskCheck
from township.figures.duties import CellState, cells, duties
from township.figures.models import NilReturn
from township.figures.period import Period


def test_each_village_owes_a_check_or_a_zero_report_every_month(world, make):
    make(RiskCheck, date=datetime.date(2022, 1, 20), found=0)
    NilReturn.objects.create(
        register="risk-checks", area=world.a, start=datetime.date(2022, 2, 1), end=datetime.date(2022, 2, 28)
    )
    make(RiskCheck, date=datetime.date(2022, 3, 20), found=1, state="draft")
    period = Period(datetime.date(2022, 1, 1), datetime.date(2022, 4, 30))
    found = cells(
        duties["disputes.monthly_check"], area=world.a, period=period, today=datetime.date(2022, 4, 15)
    )
    states = [cell.state for cell in found]
    assert states == [CellState.DONE, CellState.NIL, CellState.MISSING, CellState.AHEAD]
    assert found[2].due == datetime.date(2022, 4, 5)
