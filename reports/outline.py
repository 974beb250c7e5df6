"""The built-in outline of a township's annual report.

Its parts are those that 《法治政府建设与责任落实督察工作规定》(厅字〔2019〕28号) asks of the yearly report:
main measures and results, shortcomings and their causes, how the principal leaders met their duty as first
persons responsible, and next year's arrangements. Every figure is a token; no figure is ever written here.
"""

PLANS = ((2016, "“七五”普法规划"), (2021, "“八五”普法规划"), (2026, "“九五”普法规划"))

OUTLINE = """{year}年，{town}坚持以习近平新时代中国特色社会主义思想为指导，深入学习贯彻习近平法治思想，认真落实县委、县政府关于法治建设的各项部署，扎实推进依法治镇工作。现将有关情况报告如下。
一、推进法治政府建设的主要举措和成效
（一）加强学习，提高依法办事能力
把学法用法作为干部的必修课。全年开展党委会会前学法{{{{党委会会前学法次数}}}}次，党委理论学习中心组学法{{{{中心组学法次数}}}}次；组织国家工作人员参加学法考试{{{{国家工作人员学法考试人次}}}}人次，举办法治培训{{{{法治培训场次}}}}场，参训{{{{法治培训参训人次|余:百}}}}人次。
（二）健全机制，统筹推进依法治镇
坚持每月召开法治建设联席会议，全年有{{{{法治建设联席会议召开月数}}}}个月召开了会议，研究解决工作中的问题。发挥法律顾问作用，法律顾问参与重大事项审查{{{{法律顾问参与重大事项审查件数}}}}件次。
（三）深入普法，营造尊法学法氛围
落实{plan}，围绕重要节点开展“法律进乡村”活动{{{{法律进乡村活动次数}}}}次、“法律进社区”活动{{{{法律进社区活动次数}}}}次，发放宣传资料{{{{宣传资料发放份数|余:千}}}}份、法治读本{{{{法治读本发放本数}}}}本，接受群众咨询{{{{接受群众咨询人次|余:百}}}}人次。全镇现有法治宣传队伍{{{{法治宣传队伍支数}}}}支{{{{法治宣传队伍人数}}}}人。
（四）化解矛盾，维护基层和谐稳定
坚持和发展新时代“枫桥经验”，全年排查不稳定因素{{{{排查不稳定因素件数}}}}件次，调解矛盾纠纷{{{{调解矛盾纠纷件数}}}}件，调解成功率{{{{调解成功率}}}}%；收集群众意见{{{{群众意见收集条数}}}}条，化解群众难题{{{{化解群众难题件数}}}}件。
（五）阳光运行，强化监督和公开
坚持党务、村（居）务、财务公开，全年有{{{{三务公开按月张贴月数}}}}个月按月张贴公开，共公开{{{{三务公开次数}}}}次，自觉接受群众监督。
二、党政主要负责人履行推进法治建设第一责任人职责情况
镇党政主要负责人切实履行推进法治建设第一责任人职责，对法治建设重要工作亲自部署、重大问题亲自过问、重点环节亲自协调、重要任务亲自督办，带头学法用法，把法治建设纳入全镇工作总体安排。
三、存在的不足和原因
（一）普法工作的针对性还不够强。主要原因是对不同群体的需求了解不深，方式方法创新不多。
（二）基层法治力量还比较薄弱。主要原因是专业人员少，业务培训不够经常。
四、{next_year}年主要安排
（一）持续深入学习贯彻习近平法治思想，推动学法用法常态长效。
（二）突出重点群体和重要节点，提高普法的针对性和实效性。
（三）加强矛盾纠纷源头预防和排查化解，提升基层治理法治化水平。
（四）充实基层法治力量，加强业务培训，提高依法办事能力。
{organ}
{date}
"""


def plan_for(year):
    """The five-year plan of legal education that a report of `year` belongs to."""
    return next(name for first, name in reversed(PLANS) if year >= first or first == PLANS[0][0])


def outline(area, year):
    """The outline as the text of a new report of `area` for `year`."""
    return OUTLINE.format(
        year=year,
        next_year=year + 1,
        town=area.name,
        plan=plan_for(year),
        organ=organ_of(area),
        date=f"{year}年12月31日",
    )


def organ_of(area):
    """The organ that signs: 人民政府 of a town or township, 办事处 of a sub-district."""
    return f"{area.name}办事处" if area.name.endswith("街道") else f"{area.name}人民政府"


def title_for(area, year):
    """The report's title where nobody has given another."""
    return f"{area.name}{year}年法治政府建设情况报告"
