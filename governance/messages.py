"""How group chats speak of meetings."""

from township.records.messages import Count, Reading, Said, readings

from .registers import Meetings

readings.add(
    Reading(
        Meetings,
        marks={
            "专题会议": 5,
            "领导小组会议": 5,
            "联席会议": 4,
            "推进会": 4,
            "协调会": 4,
            "党委会": 3,
            "会议": 3,
            "专题研究": 3,
            "研究部署": 2,
            "召开": 2,
            "法治政府建设": 2,
        },
        counts=(
            Count("observers", ("人", "名"), ("列席",)),
            Count("present", ("人", "名"), ("出席", "参会", "参加", "到会"), ("列席",)),
        ),
        said=(
            Said(
                "kind",
                {
                    "leading_group": ("领导小组", "委员会会议"),
                    "joint_session": ("党政联席",),
                    "office_meeting": ("镇长办公会",),
                    "liaison": ("联席会",),
                    "party_committee": ("党委会", "党委会议"),
                    "progress": ("推进会",),
                    "coordination": ("协调会",),
                    "dedicated": ("专题会",),
                },
            ),
        ),
    )
)
