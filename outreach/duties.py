"""What is expected in legal outreach."""

from township.figures.duties import Duty, duties

from .registers import OutreachEvents

duties.add(
    Duty("outreach.quarterly", "每季度普法活动", OutreachEvents, each="village", every="quarter", days=10),
)
