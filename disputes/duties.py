"""What is expected of villages in finding disputes early, and of leaders in receiving people."""

from township.figures.duties import Duty, duties

from .registers import ReceptionDays, RiskChecks

duties.add(
    Duty("disputes.monthly_check", "每月矛盾纠纷排查", RiskChecks, each="village", every="month", days=5),
    Duty(
        "disputes.monthly_reception",
        "每月领导接访",
        ReceptionDays,
        each="township",
        every="month",
        days=5,
    ),
)
