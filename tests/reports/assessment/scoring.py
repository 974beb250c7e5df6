"""A county's scoring sheet in the usual wording, written for these tests: 45 items, and what each one asks for."""

import io

from openpyxl import Workbook

# first level, second level, [(number, name, standard, points, wanted, key of the indicator it asks for)]
PARTS = (
    ("一、加强党的领导（18分）", (
        ("（一）第一责任人职责", (
            ("1", "党委会专题研究法治建设工作", "每年不少于2次，少1次扣1分。", 3, "会议记录或纪要", "governance.party_committee"),
            ("2", "听取法治建设工作情况汇报", "主要负责人每年听取汇报2次以上，少1次扣0.5分。", 2, "会议纪要", "governance.briefings"),
            ("3", "主要负责人主持研究法治工作", "未主持的不得分。", 2, "会议记录", "governance.principal_chaired"),
            ("4", "党政主要负责人年度述法", "按要求开展述法，未开展不得分。", 3, "述法报告", "training.leader_reports"),
            ("5", "主要负责人讲法治课", "每年至少讲1次。", 2, "课件、照片", "training.principal_lectures"),
        )),
        ("（二）统筹推进", (
            ("6", "召开法治建设联席会议", "每月召开1次，缺1次扣0.2分。", 2, "通知、签到、记录", "governance.liaison"),
            ("7", "成立法治建设领导小组并及时调整", "未成立不得分。", 2, "文件", "governance.leading_groups"),
            ("8", "签订法治建设责任书", "与各村签订，少1份扣0.2分。", 2, "责任书", "letters.law"),
        )),
    )),
    ("二、领导干部学法用法（14分）", (
        ("（三）学法", (
            ("9", "党委理论学习中心组学法", "每年不少于4次，少1次扣0.5分。", 3, "学习记录", "training.central_group"),
            ("10", "落实党委会会前学法制度", "每季度不少于1次。", 3, "会议记录", "training.party_committee"),
            ("11", "组织干部职工集中学法", "每年不少于4次。", 2, "签到表、学习记录", "training.staff"),
            ("12", "举办法治讲座", "全年不少于2场。", 2, "通知、照片", "training.lectures"),
            ("13", "开展习近平法治思想专题学习", "未开展的不得分。", 2, "学习记录", "training.xi_thought"),
            ("14", "国家工作人员学法考试参考率", "达到95%以上得满分。", 2, "成绩单", "training.civil_exam_rate"),
        )),
    )),
    ("三、法治宣传教育（20分）", (
        ("（四）普法活动", (
            ("15", "开展普法宣传活动", "全年不少于12场，少1场扣0.2分。", 3, "方案、照片、信息", "outreach.events"),
            ("16", "开展法律进乡村", "每村不少于1场。", 2, "照片", "outreach.events_rural"),
            ("17", "发放法治宣传资料", "不少于5000份。", 2, "样品、照片", "outreach.leaflets"),
            ("18", "悬挂宣传标语横幅", "不少于20条。", 1, "照片", "outreach.banners"),
            ("19", "组织院坝会普法", "每季度不少于1场。", 2, "照片", "outreach.yard_meetings"),
        )),
        ("（五）普法力量", (
            ("20", "组建法治宣传队伍", "不少于1支。", 2, "名册", "outreach.teams"),
            ("21", "培育“法律明白人”", "每村不少于3名，少1名扣0.1分。", 3, "名册、证书", "outreach.legal_aware_people"),
            ("22", "村（社区）法律顾问开展服务", "每月到村服务不少于1次。", 2, "服务记录", "outreach.counsel_visits"),
            ("23", "创建民主法治示范村（社区）", "有省级以上的得满分。", 2, "命名文件", "outreach.demonstration_villages"),
            ("24", "建设法治文化阵地", "有法治公园、长廊或书屋等。", 1, "照片", "outreach.culture_places"),
        )),
    )),
    ("四、矛盾纠纷化解（18分）", (
        ("（六）排查调处", (
            ("25", "定期开展矛盾纠纷排查", "每月不少于2次。", 2, "排查台账", "checks.rounds"),
            ("26", "调解各类矛盾纠纷", "应调尽调。", 3, "调解卷宗", "disputes.mediated"),
            ("27", "矛盾纠纷调解成功率", "达到98%以上得满分。", 3, "统计表", "disputes.success_rate"),
            ("28", "收集群众意见建议", "全年不少于20条。", 1, "台账", "opinions.collected"),
            ("29", "配齐配强人民调解员", "每个村不少于3人。", 2, "名册", "committees.mediators"),
        )),
        ("（七）信访与法律援助", (
            ("30", "落实领导干部接访下访", "每月不少于1次。", 2, "接访记录", "receptions.days"),
            ("31", "信访事项按期办结率", "达到100%得满分。", 2, "办理台账", "petitions.on_time_rate"),
            ("32", "协助群众申请法律援助", "应援尽援。", 1, "申请表", "legal_aid.applications"),
            ("33", "12345热线工单按时办结", "按时办结率低于95%的扣分。", 2, "工单", "hotline.on_time_rate"),
        )),
    )),
    ("五、依法行政（22分）", (
        ("（八）依法决策", (
            ("34", "重大行政决策合法性审查", "未经审查的每件扣1分。", 3, "审查意见书", "governance.decisions"),
            ("35", "法律顾问参与重大事项审查", "全年不少于3件。", 2, "法律意见书", "governance.counsel_reviews"),
            ("36", "合同合法性审查", "应审未审的每份扣0.5分。", 2, "审查意见", "governance.contracts"),
            ("37", "行政规范性文件备案", "报备率达到100%。", 2, "备案回执", "normative.filed"),
        )),
        ("（九）规范执法", (
            ("38", "行政执法人员持证上岗", "持证率100%得满分。", 2, "证件复印件", "certificates.rate"),
            ("39", "重大行政执法决定法制审核", "应审未审的每件扣1分。", 2, "审核意见书", "governance.enforcement_reviews"),
            ("40", "开展联合执法", "每季度不少于1次。", 2, "方案、照片", "enforcement.joint"),
            ("41", "行政机关负责人出庭应诉率", "达到100%得满分。", 3, "通知书、笔录", "proceedings.attended_rate"),
            ("42", "人大代表建议、政协提案办复率", "达到100%得满分。", 2, "答复件", "suggestions.answered_rate"),
        )),
    )),
    ("六、政务公开和整改（8分）", (
        ("（十）公开", (
            ("43", "主动公开政府信息", "全年不少于50条。", 3, "截图", "disclosures.published"),
            ("44", "村级三务公开按月张贴", "每月公示，缺1次扣0.2分。", 3, "公开栏照片", "notices.months"),
            ("45", "督察反馈问题整改完成率", "未完成的每个扣0.5分。", 2, "整改台账", "inspections.done_rate"),
        )),
    )),
)  # fmt: skip
ITEMS = [item for _, seconds in PARTS for _, items in seconds for item in items]
HEADERS = ["一级指标", "二级指标", "编号", "考核指标", "评分标准", "分值", "佐证材料", "备注"]


def scoring_sheet(limit=None):
    """The sheet as a workbook: a title above, levels as merged cells, subtotals, a total and a remark."""
    book = Workbook()
    sheet = book.active
    sheet.title = "考核细则"
    sheet.append(["2022年度法治建设考核评分表"])
    sheet.merge_cells(start_row=1, start_column=1, end_row=1, end_column=len(HEADERS))
    sheet.append(HEADERS)
    written = 0
    for first, seconds in PARTS:
        top = sheet.max_row + 1
        points = 0
        for second, items in seconds:
            start = sheet.max_row + 1
            for number, name, standard, value, wanted, _ in items:
                if limit is not None and written >= limit:
                    break
                sheet.append([first, second, number, name, standard, value, wanted, None])
                written += 1
                points += value
            _merge(sheet, 2, start)
        if sheet.max_row >= top:
            _merge(sheet, 1, top)
            sheet.append(["小计", None, None, None, None, points])
    sheet.append(["合计", None, None, None, None, 100])
    sheet.append(["注：本表由县委依法治县办负责解释，各乡镇于12月10日前报送自评表。"])
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def _merge(sheet, column, start):
    if sheet.max_row > start:
        sheet.merge_cells(start_row=start, start_column=column, end_row=sheet.max_row, end_column=column)
