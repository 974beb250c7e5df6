"""How group chats speak of checks, disputes and opinions. Nothing about a party is ever read."""

from township.records.messages import Count, Reading, Said, readings

from .registers import Disputes, Opinions, RiskChecks

PEOPLE = ("人", "名", "位")
CASES = ("件", "起", "宗", "处", "个", "条")
KINDS = {
    "wages": ("拖欠工资", "农民工工资", "欠薪", "讨薪"),
    "family": ("婚姻", "家庭", "离婚", "赡养", "抚养", "夫妻", "婆媳"),
    "housing": ("宅基地", "建房", "房屋"),
    "land": ("山林", "土地", "林地", "地界", "田界", "山界"),
    "demolition": ("征地", "拆迁"),
    "traffic": ("交通事故", "车祸"),
    "pollution": ("污染",),
    "contract": ("合同",),
    "damages": ("损害赔偿", "人身损害", "打伤"),
    "medical": ("医疗",),
    "property": ("物业",),
    "consumer": ("消费",),
    "neighbours": ("邻里", "邻居", "相邻", "排水", "通行"),
}

readings.add(
    Reading(
        RiskChecks,
        marks={"矛盾纠纷排查": 8, "纠纷排查": 6, "排查化解": 5, "排查": 4, "隐患": 3, "大走访": 1},
        counts=(
            Count(
                "found",
                CASES,
                ("排查出", "发现", "摸排出", "排查到", "隐患", "纠纷"),
                ("化解", "上报", "调处"),
            ),
            Count("settled", CASES, ("化解", "调处", "解决"), ("排查出", "上报")),
            Count("reported", CASES, ("上报",)),
            Count("households", ("户",), ()),
            Count("participants", PEOPLE, ("参加", "出动", "组织", "网格员", "干部")),
        ),
        said=(
            Said(
                "kind",
                {
                    "festival": ("节前", "节日前", "春节", "国庆前", "中秋"),
                    "special": ("专项",),
                    "monthly": ("月集中", "集中排查", "每月", "月度"),
                    "daily": ("日常",),
                },
            ),
        ),
    ),
    Reading(
        Disputes,
        marks={"调解": 5, "达成协议": 4, "调处": 4, "当事人": 3, "握手言和": 4, "纠纷": 2, "司法确认": 3},
        counts=(Count("people_involved", PEOPLE, ("涉及", "当事人")),),
        said=(
            Said("kind", KINDS),
            Said("agreement_form", {"written": ("书面协议", "调解协议书", "签订协议"), "oral": ("口头",)}),
        ),
    ),
    Reading(
        Opinions,
        marks={"群众反映": 5, "反映": 3, "接访": 4, "诉求": 3, "意见建议": 4, "意见箱": 3},
    ),
)
