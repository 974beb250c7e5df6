"""What is expected of villages in finding disputes early."""

from township.figures.duties import Duty, duties

from .registers import RiskChecks

duties.add(
    Duty("disputes.monthly_check", "每月矛盾纠纷排查", RiskChecks, each="village", every="month", days=5),
)
