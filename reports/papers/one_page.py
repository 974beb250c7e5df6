"""一页汇报: one A4 page for the people's congress of the town or for leaders."""

from .paper import Paper, Subject
from .prose import ANNUAL_ONLY, words

AUDIENCES = (Subject("congress", "镇人大"), Subject("committee", "党委会"), Subject("county", "县领导"))
OUTLINE = """现将{{{{统计期}}}}法治政府建设主要情况汇报如下。{partly}
一、做了什么
（一）学法用法。党委会会前学法{{{{党委会会前学法次数}}}}次、中心组学法{{{{中心组学法次数}}}}次，法治培训{{{{法治培训场次}}}}场{{{{法治培训参训人次}}}}人次。
（二）依法决策。党委会研究法治议题{{{{党委会研究法治次数}}}}次，合法性审查{{{{合法性审查件数}}}}件，法律顾问参与审查{{{{法律顾问参与重大事项审查件数}}}}件。
（三）普法宣传。开展普法活动{{{{普法活动场次}}}}场，参加{{{{普法活动参加人次}}}}人次，发放宣传资料{{{{宣传资料发放份数}}}}份。
（四）化解纠纷。排查{{{{矛盾纠纷排查次数}}}}次，调解{{{{调解矛盾纠纷件数}}}}件、成功{{{{调解成功件数}}}}件；收集群众意见{{{{群众意见收集条数}}}}条。
（五）阳光公开。{{{{开展三务公开的村（社区）数}}}}个村（社区）公开{{{{三务公开次数}}}}次、{{{{三务公开条数}}}}条。
二、还差什么
村（社区）之间工作不平衡，专业力量不足，分类普法不够细。
三、下步怎么办
抓住领导干部这个“关键少数”，加强对村（社区）的指导，充实调解和普法力量。
{organ}
{date}
"""


def outline(area, span, subject=None):
    return OUTLINE.format(**words(area, span))


ONE_PAGE = Paper(
    key="one_page",
    name="一页汇报",
    title="{town}{span}法治政府建设情况汇报",
    outline=outline,
    spans=("year", "h1", "q1", "q2", "q3", "q4"),
    office="政法办（司法所）",
    purpose="给镇人大、党委会和领导看，只排一页 A4",
    subjects=lambda area: AUDIENCES,
    subject_label="汇报对象",
    required=(("做了什么", "做了什么|主要工作|工作情况|成效"), ("还差什么", "还差什么|不足|问题")),
    pages=1,
    unasked=ANNUAL_ONLY,
)
