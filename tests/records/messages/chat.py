"""Thirty messages as people write them in work chats, all invented, with what a careful clerk would enter.

Each is (message, register, values); places by name, 进 by key, laws and topics by name, materials as
(kind, quantity, unit). A title is only compared where one is given. The day is 20 November 2022, a Sunday.
"""

import datetime

TODAY = datetime.date(2022, 11, 20)


def day(month, number, year=2022):
    return datetime.date(year, month, number)


EVENT, STUDY, CHECK, NOTICE, MEETING = (
    "outreach-events",
    "study-sessions",
    "risk-checks",
    "village-notices",
    "meetings",
)

MESSAGES = (
    (
        "3月5日下午毛俊村开展法律进乡村，发放资料120份，50人参加",
        EVENT,
        {
            "date": day(3, 5),
            "area": "毛俊村",
            "setting": "rural",
            "attendance": 50,
            "materials": [("leaflet", 120, "份")],
        },
    ),
    (
        "【普法动态】2022年4月15日，毛竹村在村部广场开展“4·15”全民国家安全教育日宣传活动，悬挂横幅2条，发放宣传手册80余本，参与群众约一百人次。",
        EVENT,
        {
            "date": day(4, 15),
            "area": "毛竹村",
            "setting": "rural",
            "topics": ["4·15 国家安全"],
            "banners": 2,
            "materials": [("handbook", 80, "本")],
            "attendance": 100,
            "approximate": True,
            "place": "村部广场",
        },
    ),
    (
        "今天上午，派出所联合沙坪村到中心小学开展法治进校园，师生３２０人参加，发了法治读本３００本。",
        EVENT,
        {
            "date": TODAY,
            "area": "沙坪村",
            "office": "派出所",
            "setting": "school",
            "attendance": 320,
            "place": "中心小学",
            "materials": [("reader", 300, "本")],
        },
    ),
    (
        "昨晚石桥放了一场法治电影，来看的村民有六十多人",
        EVENT,
        {
            "date": day(11, 19),
            "area": "石桥村",
            "setting": "rural",
            "attendance": 60,
            "forms": ["film"],
            "approximate": True,
        },
    ),
    (
        "各位领导：11.16岭脚村院坝会讲民法典，现场解答咨询12人次，到场群众45人，宣传单150张。",
        EVENT,
        {
            "date": day(11, 16),
            "area": "岭脚村",
            "setting": "rural",
            "forms": ["yard"],
            "laws": ["民法典"],
            "topics": ["民法典宣传月"],
            "consultations": 12,
            "attendance": 45,
            "materials": [("leaflet", 150, "张")],
        },
    ),
    (
        "毛俊村、毛竹村、沙坪村12月4日联合举办国家宪法日宣传，受教育群众1,200人次，展板6块，咨询台3个",
        EVENT,
        {
            "date": day(12, 4, 2021),
            "area": "毛俊村",
            "villages": ["毛竹村", "沙坪村"],
            "setting": "rural",
            "topics": ["国家宪法日"],
            "attendance": 1200,
            "boards": 6,
            "forms": ["stall"],
        },
    ),
    (
        "圩镇社区：6月26日禁毒宣传进社区，派发禁毒折页200份、环保袋50个，居民90余人参与。",
        EVENT,
        {
            "date": day(6, 26),
            "area": "圩镇社区",
            "setting": "community",
            "topics": ["6·26 禁毒"],
            "materials": [("leaflet", 200, "份"), ("gift", 50, "件")],
            "attendance": 90,
            "approximate": True,
        },
    ),
    (
        "3月15号在圩场设点宣传消费者权益保护法，出动工作人员8人，宣传车1台，群众二百人左右，宣传资料500份",
        EVENT,
        {
            "date": day(3, 15),
            "laws": ["消费者权益保护法"],
            "topics": ["3·15"],
            "forms": ["stall", "vehicle"],
            "staff": 8,
            "vehicles": 1,
            "attendance": 200,
            "approximate": True,
            "place": "圩场",
            "materials": [("leaflet", 500, "份")],
        },
    ),
    (
        "上周三司法所何建平到振兴社区搞了场法治讲座，讲反家庭暴力法，听讲居民三十五人",
        EVENT,
        {
            "date": day(11, 9),
            "office": "司法所",
            "area": "振兴社区",
            "setting": "community",
            "forms": ["lecture"],
            "laws": ["反家庭暴力法"],
            "attendance": 35,
        },
    ),
    (
        "10月8日至10日，枫木村普法宣传队入户走访宣传防范养老诈骗，发放一封信 260 份。",
        EVENT,
        {
            "date": day(10, 8),
            "area": "枫木村",
            "setting": "rural",
            "forms": ["visit"],
            "topics": ["防范养老诈骗"],
            "materials": [("leaflet", 260, "份")],
        },
    ),
    (
        "青山村8日用村村响播放宪法知识，覆盖全村1100余人",
        EVENT,
        {
            "date": day(11, 8),
            "area": "青山村",
            "setting": "rural",
            "forms": ["broadcast"],
            "laws": ["宪法"],
            "attendance": 1100,
            "approximate": True,
        },
    ),
    (
        "九月一日“开学第一课”，法治副校长给中心学校学生上课，参加学生420名，赠送读本420册",
        EVENT,
        {
            "date": day(9, 1),
            "setting": "school",
            "office": "中心学校",
            "topics": ["开学第一课"],
            "attendance": 420,
            "materials": [("reader", 420, "册")],
            "place": None,
        },
    ),
    (
        "茶园村、河源村、新田村11月10日分别开展送法下乡，每村发放资料100份，参加群众40人",
        EVENT,
        {
            "date": day(11, 10),
            "area": "茶园村",
            "also": ["河源村", "新田村"],
            "setting": "rural",
            "materials": [("leaflet", 100, "份")],
            "attendance": 40,
        },
    ),
    (
        "送法进企业！11月2日综合行政执法队走进振兴社区辖区公司，给职工讲劳动合同法、工伤保险条例，70名职工参加",
        EVENT,
        {
            "date": day(11, 2),
            "office": "综合行政执法队",
            "area": "振兴社区",
            "setting": "enterprise",
            "laws": ["劳动合同法", "工伤保险条例"],
            "attendance": 70,
        },
    ),
    (
        "7月9日，毛俊镇党委会会前学法，学习《信访工作条例》，应到12人，实到11人，由陈志远领学。",
        STUDY,
        {
            "date": day(7, 9),
            "kind": "party_committee",
            "laws": ["信访工作条例"],
            "expected": 12,
            "attendance": 11,
            "lecturer": "陈志远",
            "title": "学习《信访工作条例》",
        },
    ),
    (
        "5月20日下午镇党委理论学习中心组集体学习习近平法治思想，参加15人，地点：镇政府三楼会议室",
        STUDY,
        {
            "date": day(5, 20),
            "kind": "central_group",
            "topics": ["习近平法治思想"],
            "attendance": 15,
            "place": "镇政府三楼会议室",
            "title": "学习习近平法治思想",
        },
    ),
    (
        "周五毛竹村支部主题党日学法，学了民法典，28名党员参加",
        STUDY,
        {
            "date": day(11, 18),
            "area": "毛竹村",
            "kind": "branch",
            "laws": ["民法典"],
            "topics": ["民法典"],
            "attendance": 28,
        },
    ),
    (
        "今天组织机关干部职工四十二人旁听庭审，地点县法院第二法庭",
        STUDY,
        {"date": TODAY, "kind": "court", "audience": ["staff"], "attendance": 42, "place": "县法院第二法庭"},
    ),
    (
        "6月13-15日举办“法律明白人”培训班一期，参训60人，24学时",
        STUDY,
        {
            "date": day(6, 13),
            "ended_on": day(6, 15),
            "kind": "guides",
            "audience": ["guides"],
            "attendance": 60,
            "hours": 24,
        },
    ),
    (
        "2022/8/30参加全县人民调解员业务培训 我镇16人参加",
        STUDY,
        {
            "date": day(8, 30),
            "kind": "mediators",
            "audience": ["mediators"],
            "part": "attend",
            "attendance": 16,
        },
    ),
    (
        "沙坪村10月集中排查矛盾纠纷，10月25日，走访56户，排查出隐患3件，当场化解2件，上报1件",
        CHECK,
        {
            "date": day(10, 25),
            "area": "沙坪村",
            "kind": "monthly",
            "households": 56,
            "found": 3,
            "settled": 2,
            "reported": 1,
        },
    ),
    (
        "长塘村11月1日矛盾纠纷排查，未发现隐患。网格员5人参加",
        CHECK,
        {"date": day(11, 1), "area": "长塘村", "participants": 5},
    ),
    (
        "国庆前节前排查：大洞村9.28排查到邻里纠纷2起，已化解2起",
        CHECK,
        {"date": day(9, 28), "area": "大洞村", "kind": "festival", "found": 2, "settled": 2},
    ),
    (
        "前天，石桥村开展专项排查，发现纠纷隐患四处，走访一百二十户",
        CHECK,
        {"date": day(11, 18), "area": "石桥村", "kind": "special", "found": 4, "households": 120},
    ),
    (
        "河源村3月份财务公开已在公开栏张贴，4月6日，公开12条",
        NOTICE,
        {
            "date": day(4, 6),
            "area": "河源村",
            "category": "finance",
            "period_start": day(3, 1),
            "forms": ["board"],
            "items": 12,
            "span": "month",
        },
    ),
    (
        "枫木村党务公开（10月份），11月5日在公示栏和微信群公布，共8项",
        NOTICE,
        {
            "date": day(11, 5),
            "area": "枫木村",
            "category": "party",
            "period_start": day(10, 1),
            "forms": ["board", "chat"],
            "items": 8,
            "span": "month",
        },
    ),
    (
        "村务公开照片发群里了，新田村，今日上墙，15条",
        NOTICE,
        {"date": TODAY, "area": "新田村", "category": "village", "forms": ["board", "chat"], "items": 15},
    ),
    (
        "11月14日召开全镇依法治镇领导小组会议，研究部署法治政府建设，出席18人，列席6人",
        MEETING,
        {"date": day(11, 14), "kind": "leading_group", "present": 18, "observers": 6},
    ),
    (
        "镇党委会议4月2日专题研究法治建设工作，11人出席",
        MEETING,
        {"date": day(4, 2), "kind": "party_committee", "present": 11},
    ),
    (
        "本周二下午召开法治建设工作推进会，参会约30人。",
        MEETING,
        {"date": day(11, 15), "kind": "progress", "present": 30},
    ),
)
