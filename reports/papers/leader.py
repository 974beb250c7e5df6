"""述法报告: what one leader reports of the own duties in law, drafted from the year's figures.

《党政主要负责人履行推进法治建设第一责任人职责规定》 puts it into the yearly 述职; what it covers follows its
“四个亲自”.
"""

from township.people.models import Area, Person

from .paper import Paper, Subject
from .prose import ANNUAL_ONLY, words

LONGEST_SUBJECT = 80
OUTLINE = """述法人：{subject}
按照年度述法要求，现将本人{{{{统计期}}}}履行推进法治建设职责的情况报告如下，请予评议。{partly}
一、履职情况
（一）带头学习，增强法治意识
坚持学深悟透习近平法治思想，参加党委会会前学法{{{{党委会会前学法次数}}}}次、中心组学法{{{{中心组学法次数}}}}次，其中习近平法治思想专题学习{{{{中心组习近平法治思想专题学习次数}}}}次，用学习成果指导工作。
（二）部署推动，履行领导职责
{duty}
（三）依法决策，规范权力运行
重大事项坚持先审查、后决策，全镇完成合法性审查{{{{合法性审查件数}}}}件，其中法律顾问参与重大事项审查{{{{法律顾问参与重大事项审查件数}}}}件，审查合同{{{{合同审查份数}}}}份；自觉接受监督，按期推动行政复议、应诉和人大代表建议办理。
（四）抓好普法和基层治理
督促落实普法责任，全镇开展普法活动{{{{普法活动场次}}}}场、参加{{{{普法活动参加人次}}}}人次；坚持和发展新时代“枫桥经验”，调解矛盾纠纷{{{{调解矛盾纠纷件数}}}}件、成功{{{{调解成功件数}}}}件。
二、存在的问题
一是学习法律知识不够系统，结合工作实际学得不深；二是对村（社区）法治工作的指导还不够经常；三是运用法治思维解决难题的办法还不多。
三、下一步打算
一是坚持学法用法，带头遵守和执行法律；二是把法治建设与中心工作同部署、同检查；三是加强对分管领域依法办事情况的督促，压实责任。
{date}
"""
PRINCIPAL = (
    "认真履行推进法治建设第一责任人职责，重要工作亲自部署、重大问题亲自过问、重点环节亲自协调、重要任务亲自督办。"
    "党政主要负责人全年主持研究法治工作{{主要负责人主持研究法治次数}}次，听取法治建设情况汇报"
    "{{听取法治建设情况汇报次数}}次，讲授法治课{{主要负责人讲法治课次数}}次，研究解决重点难点问题"
    "{{研究解决重点难点问题项数}}项。"
)
MEMBER = (
    "认真履行“一岗双责”，把法治要求落实到分管工作中。参加研究法治工作的党委会{{党委会研究法治次数}}次、"
    "法治建设联席会议{{法治建设联席会议次数}}次，推动法治议题{{法治议题项数}}项落到实处。"
)


def leaders(area):
    """Those of the township's own roster who have a post there, the principal leaders first."""
    people = Person.objects.at_work().filter(area=area, area__level=Area.Level.TOWNSHIP).exclude(position="")
    found = sorted(people, key=lambda person: (not person.principal, person.pk))
    return tuple(Subject(_called(person), _called(person)) for person in found)


def _called(person):
    return f"{person.position} {person.name}"[-LONGEST_SUBJECT:]


def outline(area, span, subject):
    principal = any(
        person.principal and _called(person) == subject.key for person in Person.objects.filter(area=area)
    )
    return OUTLINE.format(**words(area, span), subject=subject.name, duty=PRINCIPAL if principal else MEMBER)


LEADER_REPORT = Paper(
    key="leader",
    name="述法报告",
    title="{year}年度述法报告",
    outline=outline,
    spans=("year",),
    office="党政办",
    purpose="党政主要负责人、班子成员年度述法，数字和年度报告同源",
    subjects=leaders,
    subject_label="述法人",
    required=(
        ("履职情况", "履职|履行|主要工作"),
        ("存在的问题", "问题|不足|短板"),
        ("下一步打算", "下一步|下步|打算|努力方向"),
    ),
    unasked=ANNUAL_ONLY,
)
