"""What is expected in legal outreach; the rhythm follows the calendar of the year's work."""

from township.figures.duties import Duty, duties

from .indicators.events import about
from .registers import CounselVisits, OutreachEvents

duties.add(
    Duty("outreach.quarterly", "每季度普法活动", OutreachEvents, each="village", every="quarter", days=10),
    Duty(
        "outreach.counsel",
        "每季度法律顾问服务",
        CounselVisits,
        each="village",
        every="quarter",
        days=10,
    ),
    Duty(
        "outreach.constitution_week",
        "年度宪法宣传周活动",
        OutreachEvents,
        each="township",
        every="year",
        where=about("constitution-week", "constitution-day"),
    ),
)
