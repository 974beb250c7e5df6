"""What township reports call a figure where its label says it otherwise: one line is one indicator and its names.

Labels are short and exact; reports are not: 新增法律明白人 is the label 新认定法律明白人人数, 答复公开申请 is
办结依申请公开件数. An indicator of a township's own carries such names in its own `words`.
"""

_SPOKEN = """
training.exams 领导干部学法考试 干部学法考试 组织干部参加学法考试 公职人员参加学法考试
training.exam_taken 参考人员 参加学法考试 领导干部学法考试
training.exam_excellent 优秀 考试优秀
training.civil_exam_taken 公职人员参加学法考试
training.qualification_exam_taken 参加执法资格考试
training.qualification_exam_passed 通过执法资格考试 取得执法资格
training.officer_courses 执法培训 执法业务培训 组织执法人员参加培训
training.officer_course_attendance 执法人员参加培训
training.mediator_courses 调解员培训班 调解员业务培训
training.leader_reports 班子成员述法 领导班子成员述法 领导干部述法
training.leader_reports_spoken 现场述法
training.village_secretaries_reported 村党组织书记述法 村书记述法
training.court 旁听庭审活动 参加旁听庭审
training.staff 全镇干部学法
outreach.attendance 受教育群众 覆盖群众 惠及群众 参与群众
outreach.leaflets 宣传资料发放 普法宣传资料
outreach.legal_aware_people 培育法律明白人 培养法律明白人
outreach.legal_aware_new 新增法律明白人 新培育法律明白人 新培养法律明白人
outreach.counsel_villages 法律顾问全覆盖 聘请法律顾问村 配备法律顾问村
outreach.counsel_visits 法律顾问到村服务 法律顾问到村开展服务 法律顾问进村服务
outreach.counsel_days 法律顾问坐班 法律顾问值班 法律顾问坐班服务
outreach.counsel_served 法律顾问解答咨询 法律顾问服务群众 法律顾问坐班接待
outreach.culture_places_built 新建法治阵地 建成法治阵地
outreach.culture_places_invested 法治阵地建设投入 投入建设法治阵地
outreach.demonstration_villages 创建民主法治示范村 获评民主法治示范村 民主法治示范村
outreach.demonstration_households 培育学法用法示范户 学法用法示范户
outreach.team_members 普法志愿者 普法队伍人数 志愿者 普法志愿服务队员
outreach.events_show 法治文艺演出 普法文艺演出
outreach.events_film 法治电影 放映法治电影
outreach.events_quiz 法律知识竞赛
outreach.events_checkup 法治体检 企业法治体检
outreach.events_broadcast 广播普法 普法广播 广播
outreach.events_safe_production 安全生产法宣传
outreach.attendance_constitution_week 宪法宣传周参与群众
outreach.published_sent 报送信息 报送法治信息 信息报送
outreach.published_adopted 信息被采用 采用信息 被采用
outreach.media_reports 普法信息 推送普法信息 转发普法信息 媒体刊发信息
checks.rounds 排查矛盾纠纷 排查纠纷隐患 矛盾纠纷大排查
checks.found 排查矛盾纠纷 排查出矛盾纠纷 排查各类矛盾纠纷 排查出不稳定因素 排查出纠纷隐患
checks.resolved 排查化解
disputes.amount 涉及金额 涉案金额 涉及标的额 协议金额
disputes.confirmed 司法确认 申请司法确认 司法确认案件
disputes.difficult 调解疑难复杂纠纷 化解疑难复杂纠纷 疑难复杂案件
disputes.written 书面协议 达成书面协议 书面调解协议 签订调解协议
disputes.oral 口头协议 达成口头协议 口头调解协议
disputes.followed_up 回访 回访当事人 调解回访
disputes.entrusted 法院委托调解 委派委托调解 移送调解
committees.bodies 人民调解委员会 调解组织 建立人民调解组织
committees.full_time 专职调解员 专职人民调解员
opinions.collected 收集群众意见 收集意见建议
petitions.written 办理信访件 信访件
petitions.settled 化解信访积案 信访积案化解
receptions.days 领导接访 公开接访
receptions.batches 领导接待来访群众 接访批次
receptions.people 接访群众 领导接待群众
receptions.answered 当场解决 当场解决问题 接访当场解决
legal_aid.applications 法律援助 办理法律援助 引导申请法律援助
legal_aid.recovered 挽回经济损失 挽回损失
legal_aid.papers 代写法律文书 代书
hotline.received 受理热线 接到热线工单 热线交办工单 办理热线工单
hotline.closed 热线办结
hotline.on_time_rate 热线按时办结率
disclosures.published 公开政务信息 主动公开信息 公开信息
disclosures.website 政府网站公开信息 政府门户网站公开信息
disclosures.account 公众号发布信息
disclosures.budget 财政预决算信息 公开预决算
disclosures.enforcement 公示行政处罚信息 公示执法信息 行政执法公示
requests.received 收到依申请公开 受理依申请公开
requests.answered 答复依申请公开 办结依申请公开
notices.postings 三务公开内容 公开三务 三务公开
notices.objections 群众异议 公开异议
governance.meetings 法治推进会 法治建设推进会 依法治镇会议 法治建设领导小组会议
governance.dedicated 专题研究法治建设工作 专题研究法治工作
governance.briefings 听取法治汇报
governance.counsel_reviews 法律顾问参与合同审查 法律顾问参与审查 法律顾问审查
governance.review_opinions 提出审查意见 合法性审查意见 审核意见 法律意见
governance.opinion_letters 法律意见书 出具法律意见书 法律意见
governance.contracts 审查合同 合同审查 合同合法性审查
governance.decisions 重大行政决策 重大决策事项
governance.enforcement_reviews 法制审核 重大执法决定法制审核
normative.ended 废止规范性文件 清理失效文件 废止文件
normative.cleaned 清理规范性文件 清理文件
normative.enacted 制定规范性文件 出台规范性文件
village_rules.reviews 村规民约审查 村规民约合法性审查
enforcement.cases 结案
enforcement.filed 立案 立案查处 执法立案
enforcement.amount 罚没 罚没款
enforcement.inspections 综合执法检查 执法检查 安全生产检查
enforcement.inspected 检查企业 检查对象
enforcement.problems 执法检查发现问题
enforcement.corrected 执法检查问题整改
enforcement.corrected_rate 执法检查问题整改率
enforcement.attendances 出动执法人员 执法人员出动
certificates.officers 行政执法人员 执法人员
certificates.issued 新取得执法证 新领执法证 新办执法证
certificates.reviewers 法制审核人员
proceedings.attended 主要负责人出庭应诉 负责人出庭应诉
inspections.found 督察反馈问题 反馈问题
inspections.done 反馈问题整改 督察问题整改
suggestions.received 建议提案 办理建议提案
letters.outreach 普法责任书
surveys.sample 满意度调查问卷 调查问卷 满意度测评问卷
services.handled 办理政务服务事项 政务服务受理事项 办件 政务服务办件
services.online 网上办件 网上办理 网办
services.self_service 自助机服务群众 自助服务
lists.powers 权责清单
lists.duties 履职事项清单 履职清单
governance.office_meeting 办公会研究 镇长办公会研究
governance.party_committee 党委会研究
governance.joint_session 党政联席会研究
disputes.agreed 成功调解矛盾纠纷 化解矛盾纠纷 调解成功纠纷
disputes.success_rate
governance.normative_documents 审核规范性文件 审查规范性文件
proceedings.lost 败诉案件 行政诉讼败诉
outreach.events_constitution_week 宪法宣传周宪法宣传活动 宪法宣传活动
training.course_attendance 培训干部 培训人员
disputes.accepted 调委会受理
receptions.field 下访 带案下访
legal_aid.advice 法律援助咨询
legal_aid.advised 法律援助咨询
normative.issued 发布规范性文件
village_rules.adopted 修订村规民约 制定村规民约
opinions.hardships_solved 办理民生实事 解决急难愁盼问题 化解群众难题
disputes.people 涉及当事人
disclosures.policy 公开政策文件 政策文件
outreach.events_rural 进乡村普法活动
outreach.events_community 进社区普法活动
outreach.events_school 进学校普法活动
outreach.events_enterprise 进企业普法活动
outreach.events_organ 进机关普法活动
outreach.events_unit 进单位普法活动
outreach.events_family 进家庭普法活动
outreach.events_hospital 进医院普法活动
training.courses 干部培训
enforcement.first_offences 首违不罚
"""


def spoken_names():
    """{key of an indicator: the names it has in reports}."""
    return {key: names for key, *names in map(str.split, _SPOKEN.strip().splitlines())}
