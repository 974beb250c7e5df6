"""The built-in outline of a township's annual report.

Its parts are those that 《法治政府建设与责任落实督察工作规定》(厅字〔2019〕28号) asks of the yearly report:
main measures and results, shortcomings and their causes, how the principal leaders met their duty as first
persons responsible, and next year's arrangements. Every figure is a token; no figure is ever written here.
"""

# Five-year plans of legal education by their first year; the newest one stays until the next is known.
PLANS = ((2016, "“七五”普法规划"), (2021, "“八五”普法规划"), (2026, "“九五”普法规划"))
# 《法治宣传教育法》 has been in force since 2025-11-01.
EDUCATION_LAW_SINCE = 2025
LEVELS_ABOVE = ("县", "市", "区", "旗")

OUTLINE = """{addressee}
{year}年，{town}坚持以习近平新时代中国特色社会主义思想为指导，深入学习贯彻习近平法治思想，认真落实上级关于法治政府建设的部署要求，坚持依法决策、依法办事、依法治理，法治政府建设各项工作取得新的成效。现将有关情况报告如下。
一、主要举措和成效
（一）坚持学用结合，增强依法办事能力
1.领导干部带头学。落实会前学法和中心组学法制度，全年开展党委会会前学法{{{{党委会会前学法次数}}}}次、镇长办公会会前学法{{{{镇长办公会会前学法次数}}}}次、党委理论学习中心组学法{{{{中心组学法次数}}}}次，其中习近平法治思想专题学习{{{{中心组习近平法治思想专题学习次数}}}}次。
2.干部职工经常学。开展干部职工学法{{{{干部职工学法次数}}}}次，举办法治培训{{{{法治培训场次}}}}场、参训{{{{法治培训参训人次}}}}人次；组织国家工作人员参加学法考试{{{{国家工作人员学法考试人次}}}}人次，以考促学、以学促用。
（二）健全工作机制，推进依法科学决策
1.加强统筹协调。坚持法治建设联席会议制度，全年{{{{法治建设联席会议召开月数}}}}个月共召开会议{{{{法治建设联席会议次数}}}}次；党委会研究法治建设议题{{{{党委会研究法治次数}}}}次，各类会议共研究法治议题{{{{法治议题项数}}}}项，把法治建设与中心工作一同谋划、一同部署、一同落实。
2.严把决策关口。坚持重大事项先审查、后决策，全年完成合法性审查{{{{合法性审查件数}}}}件，审查合同{{{{合同审查份数}}}}份，法律顾问参与重大事项审查{{{{法律顾问参与重大事项审查件数}}}}件。
（三）深入宣传普法，营造尊法守法氛围
1.推进普法走深走实。{law}落实{plan}，全年开展普法活动{{{{普法活动场次}}}}场，其中“法律进乡村”活动{{{{法律进乡村活动次数}}}}次、“法律进社区”活动{{{{法律进社区活动次数}}}}次、“法律进学校”活动{{{{法律进学校活动次数}}}}次；发放宣传资料{{{{宣传资料发放份数|余:百}}}}份、法治读本{{{{法治读本发放本数}}}}本，接受群众咨询{{{{接受群众咨询人次|余:百}}}}人次。
2.夯实基层普法力量。{town}现有专兼职法治宣传队伍{{{{法治宣传队伍支数}}}}支{{{{法治宣传队伍人数}}}}人，民主法治示范村（社区）{{{{民主法治示范村（社区）个数}}}}个，群众身边的法治宣传力量不断壮大。
（四）化解矛盾纠纷，维护社会和谐稳定
坚持和发展新时代“枫桥经验”，把矛盾纠纷化解在基层、化解在萌芽状态。全年开展矛盾纠纷排查{{{{矛盾纠纷排查次数}}}}次，排查不稳定因素{{{{排查不稳定因素件数}}}}件；调解矛盾纠纷{{{{调解矛盾纠纷件数}}}}件，调解成功{{{{调解成功件数}}}}件，成功率{{{{调解成功率}}}}%；收集群众意见{{{{群众意见收集条数}}}}条，化解群众难题{{{{化解群众难题件数}}}}件，群众的合理诉求得到及时回应。
（五）强化权力监督，推进阳光规范运行
落实党务、村（居）务、财务公开制度，{{{{开展三务公开的村（社区）数}}}}个村（社区）在全年{{{{三务公开按月张贴月数}}}}个月里张贴公开{{{{三务公开次数}}}}次、公开事项{{{{三务公开条数}}}}条，自觉接受人大监督、社会监督和群众监督。
二、存在的不足和原因
（一）普法宣传的针对性还不强。主要原因是对不同群体的法律需求了解不够深入，宣传方式比较单一，分类施策的办法不多。
（二）法治工作发展还不平衡。主要原因是村（社区）之间工作基础和人员力量有差距，经常性的指导和督促不够。
（三）基层法治力量还较薄弱。主要原因是专业人员少、兼职人员多，系统的业务培训跟不上工作需要。
三、党政主要负责人履行推进法治建设第一责任人职责情况
{town}党政主要负责人认真履行推进法治建设第一责任人职责，对重要工作亲自部署、重大问题亲自过问、重点环节亲自协调、重要任务亲自督办。全年主持研究法治工作{{{{主要负责人主持研究法治次数}}}}次，听取法治建设情况汇报{{{{听取法治建设情况汇报次数}}}}次，讲授法治课{{{{主要负责人讲法治课次数}}}}次，推动研究解决重点难点问题{{{{研究解决重点难点问题项数}}}}项；将履行第一责任人职责情况列入年终述职内容，带动班子成员履行“一岗双责”。
四、{next_year}年主要安排
（一）深化理论武装。持续学习贯彻习近平法治思想，抓住领导干部这个“关键少数”，推动学法用法制度化、经常化。
（二）提升普法实效。围绕群众需求分类开展宣传，用好以案释法等形式，让普法更接地气、更有针对性。
（三）促进均衡发展。加强对村（社区）的分类指导，补齐基础薄弱环节，以法治创建带动基层治理水平整体提升。
（四）充实基层力量。加强人民调解员、“法律明白人”和普法队伍建设，开展经常性业务培训，提高依法办事和化解矛盾的能力。
{organ}
{date}
"""


def plan_for(year):
    """The five-year plan of legal education that a report of `year` belongs to."""
    return next(name for first, name in reversed(PLANS) if year >= first or first == PLANS[0][0])


def outline(area, year):
    """The outline as the text of a new report of `area` for `year`."""
    return OUTLINE.format(
        addressee=addressee(area),
        year=year,
        next_year=year + 1,
        town=area.name,
        plan=plan_for(year),
        law="贯彻《法治宣传教育法》，" if year >= EDUCATION_LAW_SINCE else "",
        organ=organ_of(area),
        date=f"{year}年12月31日",
    )


def addressee(area):
    """The party committee and the government above the township, to which the rule makes it report."""
    level = level_above(area)
    return f"{level}委、{level}人民政府："


def level_above(area):
    """县, 市, 区 or 旗: what the place above a township is."""
    above = area.parent.name[-1:] if area.parent else ""
    return above if above in LEVELS_ABOVE else "县"


def organ_of(area):
    """The organ that signs: 人民政府 of a town or township, 办事处 of a sub-district."""
    return f"{area.name}办事处" if area.name.endswith("街道") else f"{area.name}人民政府"


def title_for(area, year):
    """The report's title where nobody has given another."""
    return f"{area.name}{year}年法治政府建设情况报告"
