"""The words of the field: what township reports call the things that ledgers count.

One line is one concept: its weight (how much it tells one figure from another), its name, its spellings.
Labels of indicators and the text around a figure are read with the same words, so a new indicator is found
by its label alone. A spelling may stand for several concepts: 专题学习 is study (学法) and, where nothing else
is said, study of the central group.
"""

import re
from collections import defaultdict

from ..words import words_before

# The weight of a word that stands in an indicator's name and in no line below.
UNTAUGHT = 0.6
_CONCEPTS = """
1.0 党委会 党委会议 党委会 党工委会议 党工委会 党委扩大会议 党委扩大会 党工委扩大会议 党委班子会
1.0 联席会 党政联席会议 党政联席会 党政班子联席会
1.0 办公会 镇长办公会议 镇长办公会 乡长办公会议 乡长办公会 主任办公会议 主任办公会 政府办公会 办公会议 办公会
1.0 法治联席会议 联席会议
0.5 会议 会议 例会
1.0 专题会议 专题会议 专题会 法治专题 法治专题会议 专题部署会议 专题部署会 部署会议 部署会 专题部署 专题研究
1.0 推进会 工作推进会 推进会 工作会议 工作会 调度会
1.0 督察 法治督察 专项督查 督察 督查
0.7 研究法治 研究法治 研究部署法治 研究法治建设 研究部署 部署法治 法治建设工作 法治工作
0.1 法治建设 法治建设 法治政府建设 法治政府
1.0 议题 议题
0.8 研究 研究解决 协调解决 推动解决 研究
0.8 重点难点 重点难点问题 重点难点事项 重难点问题 重点难点 难点问题 重点问题 重大问题 疑难问题 重难点
1.0 听取汇报 听取汇报 听取法治建设情况汇报 听取法治政府建设情况汇报 情况汇报 工作汇报 专题汇报
0.8 主要负责人 党政主要负责人 主要负责人 党政主要领导 主要领导 党委书记 第一责任人 党政一把手 一把手
0.5 主持 主持召开 主持
0.9 司法所 司法所所长 司法所长 司法所
1.0 法律顾问 法律顾问
0.9 列席 列席
1.0 领导小组 领导小组 委员会
1.2 中心组 党委理论学习中心组 理论学习中心组 党委中心组 党组中心组 中心组
0.7 学法 学法 专题学法 学习 法治学习 法律学习 理论学习 学法用法 学习法律 学习活动
1.0 会前学法 会前学法
1.0 第一议题 第一议题
1.0 班子 领导班子 政府班子 党政班子 班子成员 班子
0.3 集体 集体 集中
0.8 干部职工 干部职工 机关干部职工 机关干部 全体干部 机关职工 机关 集中学习 集中学法
0.7 干部 干部 领导干部 党员干部 镇村干部 乡村干部 村干部 街道干部
1.0 支部 党支部 支部 主题党日
1.0 讲座 法治讲座 法律讲座 法制讲座 专题讲座 法治专题讲座 知识讲座 讲座
1.0 法治课 法治课 法制课 法治专题党课 法治党课
0.8 讲 讲授 带头讲
1.0 培训 法治培训 法律培训 法律知识培训 法治专题培训 业务培训 专题培训 专项培训 培训班 培训会 轮训 集训 培训
0.9 执法人员 行政执法人员 执法人员 执法队员 执法干部 一线执法
0.9 调解员 人民调解员 专职调解员 调解员
0.9 法律明白人 法律明白人 明白人
1.0 学法考试 学法考试 学法用法考试 法律知识考试 法治考试 法律考试 学法测试 法律知识测试 网上测试 在线考试 线上考试 知识测试 知识考试 学法考法 考法 考试 测试
0.5 国家工作人员 国家工作人员 机关工作人员 公职人员 国家公职人员 工作人员
1.0 参考率 参考率 参学率 参试率
1.0 执法资格 执法资格 资格证 执法证
1.0 合格率 合格率 通过率 及格率
0.2 参考 参考 参加考试
0.9 应考 应考
0.7 合格 合格
0.9 出成绩 已出成绩
1.0 习近平法治思想 习近平法治思想
0.8 普法活动 普法活动 普法宣传活动 法治宣传活动 法律宣传活动 宣传活动 普法宣传 法治宣传教育 法治宣传 法律宣传 法制宣传 宣传教育活动 集中宣传 专题宣传 主题宣传 宣传巡展 巡展 普法 宣讲活动 法治宣讲 普法宣讲 宣讲
0.9 进乡村 法律进乡村 法治进乡村 进乡村 进农村 送法进村 送法下乡
0.9 进社区 法律进社区 法治进社区 进社区
0.9 进学校 法律进学校 法治进校园 法治进学校 进学校 进校园
0.9 进企业 法律进企业 法治进企业 进企业
0.9 进机关 法律进机关 法治进机关 进机关
0.9 进单位 法律进单位 法治进单位 进单位
0.9 进家庭 法律进家庭 法治进家庭 进家庭
0.9 进医院 法律进医院 法治进医院 进医院
0.9 宪法宣传周 宪法宣传周 国家宪法日 宪法日 宪法周
0.9 农民工 返乡农民工 农民工 返乡人员
1.0 院坝会 院坝会 屋场会 院坝 板凳会 坝坝会
0.15 活动 活动 专项活动 主题活动
0.4 参加 参加 参与 参训 覆盖 惠及 受众 受益 参学 参会 累计 接受教育 受教育
0.5 群众 群众 居民 村民 老百姓 受众 百姓 特殊群体 群体 师生 学生 青少年 老年人 农户
1.0 咨询 法律咨询 群众咨询 现场咨询 解答咨询 法律咨询服务 咨询服务 现场解答 咨询
1.0 宣传资料 法治宣传资料 宣传资料 宣传材料 普法资料 法治资料 法律资料 小册子 宣传单 宣传单页 宣传页 宣传册 宣传折页 传单 明白纸 明白卡 资料 折页
0.5 手册 手册
1.0 法治读本 法治读本 法律读本 普法读本 读本 普法书籍 法律书籍
0.3 发放 发放 分发 派发 散发 发出
1.0 横幅 宣传横幅 横幅标语 横幅 条幅 标语
1.0 海报 宣传海报 海报
1.0 展板 宣传展板 展板 宣传栏
1.0 宣传车 宣传车 流动宣传车 宣传车辆
1.0 宣传品 宣传品 纪念品 小礼品 文创产品
0.9 出动 出动
1.0 线上阅读 线上阅读 阅读量 浏览量 点击量 观看
1.0 信息报道 信息报道 新闻报道 信息 宣传报道
0.9 队伍 法治宣传队伍 宣传队伍 普法队伍 法治宣传队 普法宣传队 普法小分队 法律服务小分队 宣讲队 宣讲团 讲师团 志愿服务队 志愿队 小分队 普法力量 队伍
0.9 席位 队员席位
1.0 示范村 民主法治示范村 民主法治示范村社区 法治示范村 示范村 民主法治示范社区
0.9 示范 法治示范创建 示范创建 示范户
0.5 新命名 新命名 新增
1.0 五有 五有
1.0 调委会 人民调解委员会 调委会 人民调解组织 调解组织
1.0 信息公开 政务信息公开 政府信息公开 信息公开
1.0 调解 调解 调处 调解处理
1.0 纠纷 矛盾纠纷 民间纠纷 各类纠纷 邻里纠纷 纠纷案件 纠纷
0.9 化解 化解 化解处置 妥善化解
0.9 调解成功 调解成功 成功调解 调处成功 成功调处 成功化解 达成协议 达成调解协议
0.9 受理 受理 受理各类
0.9 成功率 成功率 调解成功率 调处成功率 化解成功率
1.0 化解率 化解率 纠纷化解率
1.0 排查 矛盾纠纷排查 矛盾纠纷大排查 隐患排查 风险排查 集中排查 排查
1.0 不稳定因素 不稳定因素 风险隐患 矛盾隐患 纠纷隐患 隐患 苗头隐患 风险点
1.0 群众难题 群众难题 群众急难愁盼问题 急难愁盼 民生实事 难题
1.0 征求意见 征求意见 意见征求
0.8 预防 预防 防范
1.0 群众意见 群众意见 群众意见建议 意见建议 意见和建议 社情民意 意见
0.5 收集 收集 征集
0.7 答复 答复 办复
0.7 未答复 未答复
1.0 当场 当场
0.7 上报 上报
0.6 走访 走访 入户走访 入户
0.8 疑难复杂 疑难复杂 重大疑难 重大复杂
0.8 群体性 群体性
0.8 口头协议 口头协议 口头调解
0.8 书面协议 书面协议 书面调解
0.8 司法确认 司法确认
0.8 已履行 已履行 履行
0.8 调解不成 调解不成
0.8 撤回 撤回
0.8 转其他途径 转其他途径 转办
0.8 参与调解 参与调解 协助调解
0.6 在调 在调
0.6 涉及 涉及 涉案
0.6 办结 办结 结案
1.0 合法性审查 合法性审查 合法性审核 合法合规性审查
1.0 法制审核 重大执法决定法制审核 重大行政执法决定法制审核 重大法制审核 法制审核 法治审核
0.9 重大事项 重大事项 重大行政决策事项 重大事项决策 重要事项
1.0 合同 合同审查 审核合同 审查合同 合同协议 合同
0.9 制定 制定 出台 印发
1.0 规范性文件 行政规范性文件 规范性文件
0.9 重大行政决策 重大行政决策 重大决策
1.0 法律意见书 法律意见书
0.6 审查意见 审查意见
1.0 三务公开 三务公开 党务村务财务 张贴 公开栏 公示栏 村务公开栏
1.0 党务公开 党务公开
1.0 村务公开 村务公开 居务公开 村居务公开
1.0 财务公开 财务公开
0.7 逾期 逾期
0.7 按期 按期 按期率
0.7 异议 群众异议 异议
0.7 村社区 村社区 村居 行政村 村社 社区 村
1.0 主动公开 主动公开
1.0 依申请公开 依申请公开 依申请公开信息 申请公开
1.0 行政处罚 行政处罚 行政处罚案件 处罚案件
1.0 行政检查 行政检查 执法检查 监督检查 日常检查
1.0 罚没 罚没金额 罚没 罚款金额 罚款 处罚金额
1.0 持证 持证执法人员 持证在岗 持证上岗 持证
1.0 待考 待考证人员 待考 待考证
1.0 持证率 持证率
1.0 联合执法 联合执法
1.0 专项执法 专项执法行动 专项执法 专项行动 专项整治
1.0 劝导 劝导 有效劝导
1.0 简易程序 简易程序
1.0 普通程序 普通程序 一般程序
1.0 责令改正 责令改正
1.0 行政许可 行政许可
1.0 行政强制 行政强制
0.5 执法 执法 查处
1.0 来访 接待来访 来访群众 来访
1.0 来信 来信
1.0 网上信访 网上信访 网信
1.0 信访 信访事项 信访件 信访
1.0 接访 领导接访 接访下访 接访
1.0 越级上访 越级上访 越级访 越级走访
1.0 法律援助 法律援助案件 法律援助
1.0 行政复议 行政复议 复议
1.0 行政诉讼 行政诉讼 行政应诉 应诉 诉讼
1.0 败诉 败诉 纠错 变更撤销
1.0 出庭 负责人出庭应诉率 负责人出庭 出庭
1.0 人大代表建议 人大代表建议 人大建议 代表建议
1.0 政协提案 政协提案 政协委员提案 提案
1.0 办复率 办复率 答复率
1.0 满意率 满意率 满意度
1.0 责任书 责任书
1.0 述法 年度述法 述法
1.0 案卷评查 案卷评查
1.0 备案 备案率 备案
1.0 履职事项 履职事项
1.0 政务服务 政务服务 便民服务 办理业务 业务办理
0.3 办件量 办件量 办件
1.0 热线工单 热线工单 工单
"""
# Spellings that stand for more than their own concept, and how strongly for each.
_IMPLIED = {
    "专题学习": {"学法": 1.0, "中心组": 0.75},
    "法治专题学习": {"学法": 1.0, "中心组": 0.75},
    "法治理论专题学习": {"学法": 1.0, "中心组": 0.75},
    "理论学习": {"学法": 1.0},
    "集中学习": {"学法": 1.0, "干部职工": 0.8},
    "集中学法": {"学法": 1.0, "干部职工": 0.8},
    "机关学习": {"学法": 1.0, "干部职工": 0.9},
    "党委会学法": {"党委会": 1.0, "会前学法": 0.9},
    "集体学法": {"学法": 1.0, "班子": 0.8, "集体": 1.0},
    "宣传手册": {"宣传资料": 1.0, "手册": 1.0},
    "普法手册": {"宣传资料": 1.0, "手册": 1.0},
    "手册": {"宣传资料": 1.0, "手册": 1.0},
    "化解率": {"化解率": 1.0, "纠纷": 0.75},
    "覆盖": {"参加": 1.0, "培训": 0.75},
    "覆盖群众": {"普法活动": 0.9, "参加": 1.0, "群众": 1.0},
    "惠及群众": {"普法活动": 0.9, "参加": 1.0, "群众": 1.0},
    "受教育群众": {"普法活动": 0.9, "参加": 1.0, "群众": 1.0},
    "教育群众": {"普法活动": 0.9, "参加": 1.0, "群众": 1.0},
    "受众": {"普法活动": 0.9, "参加": 1.0, "群众": 1.0},
    "获宣": {"普法活动": 0.9, "参加": 1.0, "群众": 1.0},
    "排查化解": {"排查": 1.0, "化解": 1.0},
    "成功化解": {"调解成功": 1.0, "化解": 0.7, "纠纷": 0.6},
    "调处率": {"成功率": 1.0, "调解": 0.8},
    "出动人员": {"出动": 1.0, "普法活动": 0.5},
    "出动工作人员": {"出动": 1.0, "普法活动": 0.5},
    "六进": {"普法活动": 1.0},
    "七进": {"普法活动": 1.0},
    "八进": {"普法活动": 1.0},
    "进村": {"进乡村": 0.8},
    "考法": {"学法考试": 1.0},
}
_SCHEMES = ("法律六进", "法律七进", "法律八进", "法治六进", "法治七进")
# Words that say nothing about what is counted.
_NOTHING_SAID = re.compile(
    "开展|组织|举办|召开|各类|各种|全年|全镇|全乡|全街道|本镇|我镇|共计|合计|累计|总计|总共|以来|今年|本年|年内|先后|分别|积极|依法|深入|及时|有效|扎实|定期|持续|进行|完成|实现"
    "|达到|超过|其中|我们|通过|结合|利用|邀请|协调|工作|情况|案件|事项|人员|法治|法律"
)
_EMPTY = re.compile(_NOTHING_SAID.pattern + "|[共达近约余多的了在对向为等均各已被并由与和及是次件人会有]")
_DROPPED = re.compile(r"[“”\"‘’'「」\s]|[（(][^（）()]{0,8}[）)]")


def _table():
    weights, meanings = {}, defaultdict(dict)
    for line in _CONCEPTS.strip().splitlines():
        weight, concept, *spellings = line.split()
        weights[concept] = float(weight)
        for spelling in {concept, *spellings}:
            meanings[spelling].setdefault(concept, 1.0)
    meanings.update({spelling: dict(concepts) for spelling, concepts in _IMPLIED.items()})
    for spelling in _SCHEMES:
        meanings[spelling] = {"普法活动": 1.0}
    return weights, dict(meanings)


class Vocabulary:
    """Spellings and what they mean; `learn` adds words of indicators that the table does not know."""

    def __init__(self):
        self.weights, self.meanings = _table()
        self.taught = frozenset(self.weights)
        self._build()

    def _build(self):
        longest_first = sorted(self.meanings, key=len, reverse=True)
        self._pattern = re.compile("|".join(map(re.escape, longest_first)))

    def learn(self, words):
        """Words of indicators' names that no concept covers become concepts of their own."""
        for word in words:
            self.weights.setdefault(word, UNTAUGHT)
            self.meanings.setdefault(word, {word: 1.0})
        self._build()

    def concepts(self, text):
        """[(concept, strength)] of all known words in `text`."""
        return [pair for meaning in self.meanings_in(text) for pair in meaning.items()]

    def meanings_in(self, text):
        """What each known word of `text` means: [{concept: strength}]."""
        return [self.meanings[match[0]] for match in self._pattern.finditer(_DROPPED.sub("", text))]

    def beside_hints(self, text):
        """The concepts that words with a hint say plainly beside it: 学法 of 专题学习."""
        hinting = [one for one in self.meanings_in(text) if min(one.values()) < 1]
        return {concept for one in hinting for concept, strength in one.items() if strength == 1}

    def unread(self, text):
        """How many characters of `text` belong to no known word."""
        return len(
            re.findall(r"[\u4e00-\u9fff]", _EMPTY.sub("", self._pattern.sub("", _DROPPED.sub("", text))))
        )

    def unknown(self, name):
        """The words of a name that no concept covers; what is in no dictionary either counts as one word."""
        left = self._pattern.split(_DROPPED.sub("", name))
        return [word for part in left for word in _words(_NOTHING_SAID.sub(" ", part))]


def _words(text):
    """The dictionary's words of a text, and whatever stands between them in one piece."""
    loose = ""
    for word in [*words_before(text), ""]:
        if len(word) == 1 and word.strip():
            loose = word + loose
            continue
        if len(loose) > 1:
            yield loose
        loose = ""
        if len(word) > 1:
            yield word
