"""How group chats speak of village notices."""

from township.records.messages import Count, Reading, Said, readings

from .registers import VillageNotices

readings.add(
    Reading(
        VillageNotices,
        marks={
            "三务公开": 8,
            "党务公开": 7,
            "村务公开": 7,
            "居务公开": 7,
            "财务公开": 7,
            "公开栏": 5,
            "公示栏": 5,
            "公示": 3,
            "公开": 2,
        },
        counts=(Count("items", ("条", "项"), ()),),
        said=(
            Said(
                "category",
                {"finance": ("财务", "收支", "账目"), "party": ("党务",), "village": ("村务", "居务")},
            ),
            Said("span", {"quarter": ("季度",), "half": ("半年",), "month": ("月",)}),
            Said(
                "forms",
                {
                    "board": ("公开栏", "公示栏", "宣传栏", "张贴", "上墙"),
                    "meeting": ("代表会", "村民会议"),
                    "broadcast": ("广播", "大喇叭", "村村响"),
                    "chat": ("微信群", "群里"),
                    "platform": ("平台", "系统"),
                },
            ),
        ),
    )
)
