"""The statutory form: its rows and columns, and which figures fill them (国办公开办函〔2021〕30号)."""

APPLICANTS = (
    ("person", "自然人"),
    ("business", "商业企业"),
    ("research", "科研机构"),
    ("welfare", "社会公益组织"),
    ("legal", "法律服务机构"),
    ("other", "其他"),
)
TOTAL = "总计"

# Rows of 三（一） to （六）: how the form calls them, and how the ledger calls the result.
RESULTS = (
    ("（一）予以公开", "予以公开"),
    ("（二）部分公开（区分处理的，只计这一情形，不计其他情形）", "部分公开"),
    ("（三）不予公开：1.属于国家秘密", "不予公开：属于国家秘密"),
    ("2.其他法律行政法规禁止公开", "不予公开：其他法律行政法规禁止公开"),
    ("3.危及“三安全一稳定”", "不予公开：危及“三安全一稳定”"),
    ("4.保护第三方合法权益", "不予公开：保护第三方合法权益"),
    ("5.属于三类内部事务信息", "不予公开：属于三类内部事务信息"),
    ("6.属于四类过程性信息", "不予公开：属于四类过程性信息"),
    ("7.属于行政执法案卷", "不予公开：属于行政执法案卷"),
    ("8.属于行政查询事项", "不予公开：属于行政查询事项"),
    ("（四）无法提供：1.本机关不掌握相关政府信息", "无法提供：本机关不掌握"),
    ("2.没有现成信息需要另行制作", "无法提供：没有现成信息需要另行制作"),
    ("3.补正后申请内容仍不明确", "无法提供：补正后申请内容仍不明确"),
    ("（五）不予处理：1.信访举报投诉类申请", "不予处理：信访举报投诉类申请"),
    ("2.重复申请", "不予处理：重复申请"),
    ("3.要求提供公开出版物", "不予处理：要求提供公开出版物"),
    ("4.无正当理由大量反复申请", "不予处理：无正当理由大量反复申请"),
    ("5.要求行政机关确认或重新出具已获取信息", "不予处理：要求确认或重新出具已获取信息"),
    ("（六）其他处理：1.申请人无正当理由逾期不补正、行政机关不再处理其申请", "其他处理：逾期不补正"),
    ("2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其申请", "其他处理：逾期未按收费通知缴费"),
    ("3.其他", "其他处理：其他"),
)
RECEIVED = "一、本年新收政府信息公开申请数量"
CARRIED = "二、上年结转政府信息公开申请数量"
ANSWERED = "三、本年度办理结果（七）总计"
OPEN = "四、结转下年度继续办理"
# Rows that are figures of their own: {name of the row: first part of the keys}.
BALANCE = {RECEIVED: "received", CARRIED: "carried", ANSWERED: "answered", OPEN: "open"}

# Table 2: (article and kind, key of the figure for each of the columns); None where a township has no such thing.
NORMATIVE = ("normative.enacted", "normative.ended", "normative.in_force")
DECIDED = (
    ("第二十条第（五）项", "行政许可", "enforcement.licences"),
    ("第二十条第（六）项", "行政处罚", "enforcement.penalties"),
    ("第二十条第（六）项", "行政强制", "enforcement.coercion"),
)

# Table 4: rows as the form's three groups, columns as each group's five numbers.
REMEDIES = (
    ("行政复议", "reviews"),
    ("行政诉讼：未经复议直接起诉", "lawsuits"),
    ("行政诉讼：复议后起诉", "lawsuits_after"),
)
REMEDY_RESULTS = ("结果维持", "结果纠正", "其他结果")
PENDING = "尚未审结"
