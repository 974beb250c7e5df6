from .calendar import CalendarEntry, CalendarItem
from .exemption import Exemption
from .nil_return import NilReturn
from .own import OwnIndicator, OwnName
from .plan_item import PlanItem
from .statistical_year import StatisticalYear
from .table_write import TableWrite

__all__ = [
    "CalendarEntry",
    "CalendarItem",
    "Exemption",
    "NilReturn",
    "OwnIndicator",
    "OwnName",
    "PlanItem",
    "StatisticalYear",
    "TableWrite",
]
