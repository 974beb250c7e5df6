"""The year's calendar as every installation starts with it; administrators change dates and add to it.

Only the two days of the yearly report are law: it goes up before 1 March and is published before 1 April
(《法治政府建设与责任落实督察工作规定》), so that the last days of February and March are the last safe ones.
All other days are the habit of the year's work.
"""

YEAR, QUARTER, MONTH = "year", "quarter", "month"

# (key, rhythm, month, day, shift, what is done, what the portal gives, page, what answers it)
ITEMS = (
    ("breakdown", YEAR, 1, None, "", "县工作要点、考核细则下发后分解任务", "年度计划与任务分解", "plan-items", ""),
    ("plans", YEAR, 1, None, "", "制定学法计划、普法计划和责任清单", "上年未完事项，分到部门和责任人", "plan-items", ""),
    ("leading-group", YEAR, 1, None, "", "调整领导小组", "现有成员和任期", "leading-groups", ""),
    ("letters", YEAR, 1, None, "", "签订责任书", "上年各份责任书可复制", "responsibility-letters", "duty:governance.letters"),
    ("report-draft", YEAR, 1, None, "", "起草上年度报告初稿", "按上年稿起草，数字自动取", "reports:list", "report:drafted"),
    ("openness-report", YEAR, 1, None, "before", "政府信息公开年报（时限以县里通知为准）", "与执法统计年报取同一套数", "disclosure-requests", ""),
    ("enforcement-report", YEAR, 1, None, "before", "行政执法统计年报（时限以县里通知为准）", "全年逐月汇总数", "enforcement-months", ""),
    ("spring-check", YEAR, 1, None, "", "春节前矛盾纠纷、欠薪排查", "排查登记和隐患清单", "risk-checks", ""),
    ("report-signing", YEAR, 2, 20, "before", "年度报告过会、签发", "登记审议、签发", "reports:list", "report:signed"),
    ("report-submission", YEAR, 2, None, "before", "年度报告3月1日前报县委、县政府，抄送县委依法治县办", "登记报送；退回意见逐条改", "reports:list", "report:submitted"),
    ("returning-workers", YEAR, 2, None, "", "返乡人员普法", "活动登记和照片", "outreach-events", ""),
    ("consumer-day", YEAR, 3, 15, "", "3·8、3·15普法", "活动登记和照片", "outreach-events", ""),
    ("report-publication", YEAR, 3, None, "before", "年度报告4月1日前公开", "公开前隐私和保密检查；登记网址", "reports:list", "report:published"),
    ("national-security", YEAR, 4, 15, "", "4·15国家安全教育日普法", "活动登记和照片", "outreach-events", ""),
    ("quarter-1", YEAR, 4, 10, "after", "一季度报表", "季报数直接读台账", "figures:list", ""),
    ("civil-code", YEAR, 5, None, "", "民法典宣传月", "按主题汇总场次、人次、资料", "outreach-events", ""),
    ("flood-check", YEAR, 5, None, "", "汛前矛盾纠纷排查", "排查登记和隐患清单", "risk-checks", ""),
    ("anti-drug", YEAR, 6, 26, "", "6·26禁毒、安全生产月宣传", "活动登记和照片", "outreach-events", ""),
    ("half-check", YEAR, 6, None, "", "半年矛盾纠纷排查", "排查登记和隐患清单", "risk-checks", ""),
    ("half-summary", YEAR, 7, 10, "after", "半年小结报县", "上半年各项数字，一页汇报", "reports:overview", ""),
    ("congress", YEAR, 7, None, "", "镇人大听取法治建设汇报", "一页汇报", "reports:overview", ""),
    ("summer", YEAR, 7, None, "", "防溺水、暑期普法", "活动登记和照片", "outreach-events", ""),
    ("sites", YEAR, 8, None, "", "示范村申报或复核", "创建台账和佐证打包", "demonstration-sites", ""),
    ("inspection", YEAR, 8, None, "", "迎接县中期督察", "问题清单和整改销号", "inspections", ""),
    ("first-lesson", YEAR, 9, 10, "", "开学法治第一课", "活动登记和照片", "outreach-events", ""),
    ("cyber-week", YEAR, 9, 20, "", "网络安全周宣传", "活动登记和照片", "outreach-events", ""),
    ("exam-start", YEAR, 9, None, "", "组织学法考试", "应考名单、参考率", "exams", ""),
    ("holiday-check", YEAR, 10, 10, "after", "国庆前后矛盾纠纷排查", "排查登记和隐患清单", "risk-checks", ""),
    ("quarter-3", YEAR, 10, 15, "after", "三季度报表", "季报数直接读台账", "figures:list", ""),
    ("certificates", YEAR, 10, None, "", "行政执法证审验", "到期提醒", "officer-certificates", ""),
    ("self-assessment", YEAR, 11, None, "", "启动考核自评，补佐证", "缺什么一次列清", "reports:quality", ""),
    ("exam-end", YEAR, 11, None, "", "学法考试截止", "应考名单、参考率", "exams", "duty:training.civil_exam"),
    ("cut-off", YEAR, 11, None, "", "统计截止，与县通报数对账", "各项指标和口径", "figures:list", ""),
    ("constitution-week", YEAR, 12, 7, "", "宪法宣传周（12·1—7）", "活动登记和照片", "outreach-events", "duty:outreach.constitution_week"),
    ("leader-reports", YEAR, 12, None, "", "领导干部述法", "述法材料与年度报告同源取数", "leader-legal-reports", "duty:training.leader_reports"),
    ("letters-judged", YEAR, 12, None, "", "责任书考核", "各份责任书和考核结果", "responsibility-letters", ""),
    ("county-review", YEAR, 12, None, "", "迎接县考核", "自评报告同源取数，佐证打包", "reports:coverage", ""),
    ("liaison", MONTH, None, None, "", "法治建设联席会议", "应报未报和提醒文字", "meetings", "duty:governance.liaison"),
    ("notices", MONTH, None, None, "", "三务公开", "应报未报和提醒文字", "village-notices", "duty:openness.finance"),
    ("checks", MONTH, None, None, "", "矛盾纠纷排查、月报", "应报未报和提醒文字", "risk-checks", "duty:disputes.monthly_check"),
    ("reception", MONTH, None, None, "", "领导干部接访下访", "应报未报和提醒文字", "reception-days", "duty:disputes.monthly_reception"),
    ("enforcement", MONTH, None, None, "", "行政执法按月汇总", "应报未报和提醒文字", "enforcement-months", "duty:governance.enforcement_month"),
    ("study", QUARTER, None, None, "", "中心组学法", "应报未报和提醒文字", "study-sessions", "duty:training.central_group"),
    ("counsel", QUARTER, None, None, "", "法律顾问服务", "应报未报和提醒文字", "counsel-visits", "duty:outreach.counsel"),
    ("outreach", QUARTER, None, None, "", "普法活动、普法季报", "应报未报和提醒文字", "outreach-events", "duty:outreach.quarterly"),
)  # fmt: skip
FIELDS = ("key", "rhythm", "month", "day", "shift", "title", "gives", "page", "answered_by")


def install_calendar(sender, using, **kwargs):
    """Make sure that the items of the calendar are there (after migrating); what was edited stays as it is."""
    from .models import CalendarItem

    items = CalendarItem.objects.using(using)
    known = set(items.values_list("key", flat=True))
    described = [dict(zip(FIELDS, row, strict=True)) for row in ITEMS]
    items.bulk_create(CalendarItem(**values) for values in described if values["key"] not in known)
