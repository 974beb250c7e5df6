"""What the demonstration township had reviewed for legality."""

from dataclasses import dataclass

from township.records.models import State

from ..models import LegalReview

Matter = LegalReview.Kind
Method = LegalReview.Method
Conclusion = LegalReview.Conclusion


@dataclass(frozen=True)
class Review:
    """A matter sent for review on `sent`, answered after `days`; no conclusion while it is under way."""

    title: str
    kind: str
    method: str
    submitter: str
    sent: tuple
    days: int = 5
    conclusion: str = Conclusion.LAWFUL
    opinions: int = 0
    rounds: int = 1
    amount: int | None = None
    village: str = ""
    state: str = State.APPROVED
    reason: str = ""


REVIEWS = (
    # 2021
    Review(
        "垃圾清运服务合同",
        Matter.CONTRACT,
        Method.JUSTICE_OFFICE,
        "党政办",
        (2021, 3, 9),
        opinions=2,
        amount=186000,
    ),
    Review(
        "文化广场建设合同",
        Matter.CONTRACT,
        Method.COUNSEL,
        "党政办",
        (2021, 5, 26),
        opinions=3,
        amount=420000,
    ),
    Review(
        "岭脚村村规民约修订稿",
        Matter.VILLAGE_RULES,
        Method.JUSTICE_OFFICE,
        "政法办",
        (2021, 6, 17),
        conclusion=Conclusion.AMENDED,
        opinions=4,
        village="岭脚村",
    ),
    Review(
        "违法搭建限期拆除决定", Matter.ENFORCEMENT, Method.JUSTICE_OFFICE, "综合行政执法队", (2021, 8, 24)
    ),
    Review("河道保洁外包方案", Matter.DECISION, Method.COUNSEL, "党政办", (2021, 10, 13), opinions=2),
    # 2022
    Review(
        "农贸市场改造项目实施方案",
        Matter.DECISION,
        Method.COUNSEL,
        "党政办",
        (2022, 3, 3),
        conclusion=Conclusion.AMENDED,
        opinions=5,
        rounds=2,
    ),
    Review(
        "闲置粮站租赁合同", Matter.CONTRACT, Method.COUNSEL, "党政办", (2022, 6, 8), opinions=4, amount=96000
    ),
    Review(
        "历史遗留林权信访事项处理意见", Matter.PETITION, Method.COUNSEL, "政法办", (2022, 9, 7), opinions=3
    ),
    Review(
        "圩镇烟花爆竹燃放管理的通告",
        Matter.NORMATIVE_DOCUMENT,
        Method.COUNTY,
        "党政办",
        (2022, 1, 11),
        days=9,
        conclusion=Conclusion.AMENDED,
        opinions=3,
    ),
    Review(
        "高标准农田沟渠施工合同",
        Matter.CONTRACT,
        Method.JUSTICE_OFFICE,
        "党政办",
        (2022, 4, 6),
        opinions=2,
        amount=358000,
    ),
    Review(
        "环卫保洁服务合同",
        Matter.CONTRACT,
        Method.JUSTICE_OFFICE,
        "党政办",
        (2022, 5, 16),
        conclusion=Conclusion.AMENDED,
        opinions=6,
        rounds=2,
        amount=264000,
    ),
    Review("通村公路养护协议", Matter.CONTRACT, Method.JUSTICE_OFFICE, "党政办", (2022, 7, 14), amount=75000),
    Review(
        "石桥村村规民约修订稿",
        Matter.VILLAGE_RULES,
        Method.JUSTICE_OFFICE,
        "政法办",
        (2022, 5, 24),
        conclusion=Conclusion.AMENDED,
        opinions=3,
        village="石桥村",
    ),
    Review(
        "枫木村村规民约修订稿",
        Matter.VILLAGE_RULES,
        Method.JUSTICE_OFFICE,
        "政法办",
        (2022, 10, 18),
        opinions=1,
        village="枫木村",
    ),
    Review(
        "圩日交通组织调整方案", Matter.DECISION, Method.JUSTICE_OFFICE, "派出所", (2022, 8, 15), opinions=2
    ),
    Review("专职网格员考核办法", Matter.OTHER, Method.JUSTICE_OFFICE, "政法办", (2022, 11, 3), opinions=2),
    Review(
        "占用耕地建房处罚决定", Matter.ENFORCEMENT, Method.JUSTICE_OFFICE, "综合行政执法队", (2022, 6, 21)
    ),
    Review(
        "河道违建限期拆除决定",
        Matter.ENFORCEMENT,
        Method.JUSTICE_OFFICE,
        "综合行政执法队",
        (2022, 9, 27),
        conclusion=Conclusion.AMENDED,
        opinions=2,
    ),
    Review(
        "便民服务中心物业合同",
        Matter.CONTRACT,
        Method.JUSTICE_OFFICE,
        "党政办",
        (2022, 12, 22),
        conclusion="",
        amount=58000,
        state=State.SUBMITTED,
    ),
    Review(
        "校园周边商铺租约（待送审）",
        Matter.CONTRACT,
        Method.COUNSEL,
        "中心学校",
        (2022, 12, 14),
        conclusion="",
        state=State.DRAFT,
    ),
    Review(
        "林权信访事项处理意见（第二稿）",
        Matter.PETITION,
        Method.COUNSEL,
        "政法办",
        (2022, 9, 19),
        state=State.RETURNED,
        reason="同一事项审第二稿，请在原记录里把审查次数改成2。",
    ),
    # 2023
    Review(
        "路灯维护服务合同",
        Matter.CONTRACT,
        Method.JUSTICE_OFFICE,
        "党政办",
        (2023, 2, 14),
        opinions=1,
        amount=42000,
    ),
    Review("征地补偿信访事项处理意见", Matter.PETITION, Method.COUNSEL, "政法办", (2023, 3, 21), opinions=3),
    Review(
        "违规采砂行政处罚决定",
        Matter.ENFORCEMENT,
        Method.JUSTICE_OFFICE,
        "综合行政执法队",
        (2023, 5, 9),
        opinions=1,
    ),
    # 2025
    Review("集镇停车管理方案", Matter.DECISION, Method.COUNSEL, "党政办", (2025, 3, 12), opinions=3),
    Review(
        "乡村道路保洁合同",
        Matter.CONTRACT,
        Method.JUSTICE_OFFICE,
        "党政办",
        (2025, 5, 14),
        opinions=2,
        amount=150000,
    ),
    Review(
        "集体林地流转合同",
        Matter.CONTRACT,
        Method.COUNSEL,
        "政法办",
        (2025, 9, 10),
        opinions=4,
        amount=310000,
    ),
    Review("占道经营处罚决定", Matter.ENFORCEMENT, Method.JUSTICE_OFFICE, "综合行政执法队", (2025, 10, 22)),
    # 2026
    Review(
        "养老服务设施租赁合同",
        Matter.CONTRACT,
        Method.COUNSEL,
        "党政办",
        (2026, 3, 10),
        opinions=3,
        amount=120000,
    ),
    Review(
        "防汛物资采购合同",
        Matter.CONTRACT,
        Method.JUSTICE_OFFICE,
        "党政办",
        (2026, 4, 22),
        opinions=1,
        amount=88000,
    ),
    Review("圩镇污水管网建设方案", Matter.DECISION, Method.COUNSEL, "党政办", (2026, 6, 11), opinions=4),
    Review(
        "茶园村村规民约修订稿",
        Matter.VILLAGE_RULES,
        Method.JUSTICE_OFFICE,
        "政法办",
        (2026, 7, 16),
        village="茶园村",
    ),
    Review(
        "违法占地处罚决定",
        Matter.ENFORCEMENT,
        Method.JUSTICE_OFFICE,
        "综合行政执法队",
        (2026, 9, 3),
        opinions=2,
    ),
    Review(
        "秋季造林施工合同",
        Matter.CONTRACT,
        Method.JUSTICE_OFFICE,
        "党政办",
        (2026, 10, 21),
        conclusion="",
        amount=95000,
        state=State.SUBMITTED,
    ),
)
