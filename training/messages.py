"""How group chats speak of legal study."""

from township.records.messages import Count, Guess, Reading, Said, readings

from .registers import Exams, StudySessions

readings.add(
    Reading(
        StudySessions,
        marks={
            "会前学法": 8,
            "学法": 5,
            "中心组": 4,
            "第一议题": 4,
            "主题党日": 4,
            "法治课": 3,
            "旁听": 3,
            "庭审": 3,
            "集体学习": 3,
            "专题学习": 3,
            "法律明白人": 3,
            "培训": 3,
            "调解员培训": 6,
            "业务培训": 6,
            "学习": 2,
            "干部职工": 1,
            "应到": 2,
        },
        counts=(
            Count("expected", ("人", "名"), ("应到", "应参加")),
            Count("hours", ("学时", "课时")),
            Count(
                "attendance",
                ("人次", "人", "名", "位"),
                ("实到", "参加", "参学", "参训", "到会", "出席", "到场", "学习", "旁听", "培训"),
                ("应到", "缺席", "请假"),
            ),
        ),
        said=(
            Said(
                "kind",
                {
                    "party_committee": ("党委会会前", "党委会前", "党委会议会前", "党委会学法"),
                    "office_meeting": ("镇长办公会", "党政联席会", "办公会会前"),
                    "central_group": ("中心组",),
                    "first_topic": ("第一议题",),
                    "branch": ("主题党日", "支部"),
                    "principal_lecture": ("书记讲法治课", "镇长讲法治课", "主要负责人讲法治课"),
                    "court": ("旁听", "庭审"),
                    "officers": ("执法人员培训", "行政执法培训", "执法培训", "执法人员"),
                    "mediators": ("调解员培训", "调解员业务", "人民调解员"),
                    "guides": ("法律明白人",),
                    "lecture": ("讲座",),
                    "course": ("培训",),
                    "online": ("线上学法", "网上学法", "如法网", "在线学法"),
                    "staff": ("干部职工", "机关干部", "全体干部", "干部"),
                },
            ),
            Said(
                "audience",
                {
                    "leaders": ("班子成员", "党政班子"),
                    "staff": ("机关干部", "干部职工", "全体干部"),
                    "village": ("村干部", "村支两委", "村（社区）干部"),
                    "officers": ("执法人员",),
                    "mediators": ("调解员",),
                    "guides": ("法律明白人",),
                    "teachers": ("教师",),
                },
            ),
            Said("part", {"attend": ("参加县", "参加市", "参加全县", "参加全市", "收听收看")}),
        ),
        guesses=(
            Guess(
                "title",
                (r"(学习(?:了)?《[^》]{2,40}》)", r"(学习(?:习近平法治思想|民法典|宪法)[^，。；]{0,12})"),
            ),
            Guess("lecturer", (r"由([^，。；]{2,30}?)(?:主讲|讲授|授课|领学|讲解)",)),
        ),
    ),
    Reading(
        Exams,
        marks={"考试": 6, "应考": 4, "实考": 4, "测试": 2},
        counts=(
            Count("expected", ("人", "名"), ("应考", "应参考")),
            Count("taken", ("人", "名"), ("实考", "参考", "参加"), ("应考",)),
            Count("passed", ("人", "名"), ("合格", "及格")),
            Count("excellent", ("人", "名"), ("优秀",)),
        ),
        said=(
            Said(
                "kind",
                {
                    "appointment": ("任前",),
                    "qualification": ("执法资格", "执法证"),
                    "guides": ("法律明白人",),
                    "must_know": ("应知应会",),
                    "civil": ("国家工作人员", "学法考试", "干部"),
                },
            ),
            Said("method", {"online": ("线上", "网上", "在线"), "closed_book": ("闭卷",)}),
        ),
    ),
)
