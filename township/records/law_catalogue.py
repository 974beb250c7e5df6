"""Laws and regulations that townships cite (法律法规): full names, short names, first and last days.

The day in force is given for names that came into use since 2015, so that nothing is cited before it
existed; older laws were in force throughout the years that the portal keeps, whatever their amendments.
The last day is given for what has been repealed: nine civil laws by the Civil Code (article 1260), the
petition regulation of 2005 by the State Council's decision of 2022.
"""

import datetime
from dataclasses import dataclass

REPUBLIC = "中华人民共和国"


@dataclass(frozen=True)
class Entry:
    """One law: full name, short names, first day in force, the day it ceased to be, what took its place."""

    name: str
    short_names: tuple = ()
    effective_on: datetime.date | None = None
    repealed_on: datetime.date | None = None
    successor: str = ""


def _national(short, *others, since="", until="", then=""):
    """A law of the People's Republic, cited without its first words."""
    return _rule(f"{REPUBLIC}{short}", short, *others, since=since, until=until, then=then)


def _rule(name, *short, since="", until="", then=""):
    return Entry(name, short, _day(since), _day(until), then)


def _day(text):
    return datetime.date.fromisoformat(text) if text else None


CIVIL_CODE_DAY = "2021-01-01"
CIVIL_CODE = f"{REPUBLIC}民法典"

LAWS = (
    # Constitution and government
    _national("宪法"),
    _national("国旗法"),
    _national("国歌法", since="2017-10-01"),
    _national("国家安全法", since="2015-07-01"),
    _national("反间谍法"),
    _national("反恐怖主义法", since="2016-01-01"),
    _national("保守国家秘密法", "保密法"),
    _national("监察法", since="2018-03-20"),
    _national("监察官法", since="2022-01-01"),
    _national("公职人员政务处分法", "政务处分法", since="2020-07-01"),
    _national("公务员法"),
    _national("全国人民代表大会和地方各级人民代表大会选举法", "选举法"),
    _national("地方各级人民代表大会和地方各级人民政府组织法", "地方组织法"),
    _national("全国人民代表大会和地方各级人民代表大会代表法", "代表法"),
    _national("各级人民代表大会常务委员会监督法", "监督法"),
    _national("村民委员会组织法", "村委会组织法"),
    _national("城市居民委员会组织法", "居委会组织法"),
    _national("农村集体经济组织法", since="2025-05-01"),
    _national("立法法"),
    _national("英雄烈士保护法", since="2018-05-01"),
    _national("爱国主义教育法", since="2024-01-01"),
    _national("法治宣传教育法", since="2025-11-01"),
    # Administration
    _national("行政许可法"),
    _national("行政处罚法"),
    _national("行政强制法"),
    _national("行政复议法"),
    _national("行政诉讼法"),
    _national("国家赔偿法"),
    _national("治安管理处罚法"),
    _national("突发事件应对法"),
    _national("道路交通安全法"),
    _national("消防法"),
    _national("禁毒法"),
    _national("居民身份证法"),
    _national("档案法"),
    _national("审计法"),
    _national("统计法"),
    _national("预算法"),
    _national("政府采购法"),
    _national("招标投标法"),
    _national("密码法", since="2020-01-01"),
    _national("网络安全法", since="2017-06-01"),
    _national("数据安全法", since="2021-09-01"),
    _national("个人信息保护法", since="2021-11-01"),
    # Justice
    _national("刑法"),
    _national("刑事诉讼法"),
    _national("民事诉讼法"),
    _national("人民调解法"),
    _national("法律援助法", since="2022-01-01"),
    _national("社区矫正法", since="2020-07-01"),
    _national("人民陪审员法", since="2018-04-27"),
    _national("仲裁法"),
    _national("律师法"),
    _national("公证法"),
    _national("反有组织犯罪法", since="2022-05-01"),
    _national("反电信网络诈骗法", since="2022-12-01"),
    _national("劳动争议调解仲裁法"),
    _national("农村土地承包经营纠纷调解仲裁法"),
    # Civil and economic law
    _national("民法典", since=CIVIL_CODE_DAY),
    _national("消费者权益保护法"),
    _national("产品质量法"),
    _national("食品安全法"),
    _national("反不正当竞争法"),
    _national("价格法"),
    _national("中小企业促进法"),
    _national("民营经济促进法", since="2025-05-20"),
    _national("乡村振兴促进法", since="2021-06-01"),
    _national("粮食安全保障法", since="2024-06-01"),
    _national("农业法"),
    _national("农村土地承包法", "土地承包法"),
    _national("土地管理法"),
    _national("城乡规划法"),
    _national("农产品质量安全法"),
    _national("种子法"),
    _national("动物防疫法"),
    _national("农民专业合作社法"),
    _national("渔业法"),
    _national("森林法"),
    _national("矿产资源法"),
    _national("水法"),
    _national("水土保持法"),
    _national("公路法"),
    # Environment
    _national("环境保护法"),
    _national("长江保护法", since="2021-03-01"),
    _national("黄河保护法", since="2023-04-01"),
    _national("湿地保护法", since="2022-06-01"),
    _national("黑土地保护法", since="2022-08-01"),
    _national("水污染防治法"),
    _national("大气污染防治法"),
    _national("土壤污染防治法", since="2019-01-01"),
    _national("固体废物污染环境防治法"),
    _national("噪声污染防治法", since="2022-06-05"),
    _national("野生动物保护法"),
    # Society
    _national("未成年人保护法"),
    _national("预防未成年人犯罪法"),
    _national("家庭教育促进法", since="2022-01-01"),
    _national("反家庭暴力法", since="2016-03-01"),
    _national("妇女权益保障法"),
    _national("老年人权益保障法"),
    _national("残疾人保障法"),
    _national("无障碍环境建设法", since="2023-09-01"),
    _national("退役军人保障法", since="2021-01-01"),
    _national("兵役法"),
    _national("教育法"),
    _national("义务教育法"),
    _national("学前教育法", since="2025-06-01"),
    _national("劳动法"),
    _national("劳动合同法"),
    _national("社会保险法"),
    _national("工会法"),
    _national("安全生产法"),
    _national("传染病防治法"),
    _national("慈善法", since="2016-09-01"),
    _national("人口与计划生育法"),
    # Regulations of the State Council
    _national("政府信息公开条例"),
    _rule("重大行政决策程序暂行条例", since="2019-09-01"),
    _rule("优化营商环境条例", since="2020-01-01"),
    _rule("保障农民工工资支付条例", since="2020-05-01"),
    _rule("生产安全事故应急条例", since="2019-04-01"),
    _rule("宗教事务条例"),
    _rule("国有土地上房屋征收与补偿条例"),
    _rule("物业管理条例"),
    _rule("森林防火条例"),
    _rule("社会救助暂行办法"),
    # Rules of the Party, alone or with the State Council
    _rule("中国共产党章程", "党章"),
    _rule("中国共产党纪律处分条例", "纪律处分条例"),
    _rule("中国共产党廉洁自律准则", "廉洁自律准则", since="2016-01-01"),
    _rule("中国共产党政法工作条例", "政法工作条例", since="2019-01-13"),
    _rule("中国共产党农村工作条例", "农村工作条例", since="2019-08-19"),
    _rule("中国共产党农村基层组织工作条例", "农村基层组织工作条例"),
    _rule("信访工作条例", since="2022-05-01"),
    _rule("法治政府建设与责任落实督察工作规定", "法治督察规定", since="2019-04-15"),
    _rule("党政主要负责人履行推进法治建设第一责任人职责规定", "第一责任人职责规定", since="2016-11-30"),
    # No longer in force
    _rule("信访条例", until="2022-05-01", then="信访工作条例"),
    _national("民法通则", until=CIVIL_CODE_DAY, then=CIVIL_CODE),
    _national("民法总则", since="2017-10-01", until=CIVIL_CODE_DAY, then=CIVIL_CODE),
    _national("合同法", until=CIVIL_CODE_DAY, then=CIVIL_CODE),
    _national("物权法", until=CIVIL_CODE_DAY, then=CIVIL_CODE),
    _national("担保法", until=CIVIL_CODE_DAY, then=CIVIL_CODE),
    _national("婚姻法", until=CIVIL_CODE_DAY, then=CIVIL_CODE),
    _national("继承法", until=CIVIL_CODE_DAY, then=CIVIL_CODE),
    _national("收养法", until=CIVIL_CODE_DAY, then=CIVIL_CODE),
    _national("侵权责任法", until=CIVIL_CODE_DAY, then=CIVIL_CODE),
)
