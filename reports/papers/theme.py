"""主题小结: what was done around one day, week or month of legal education, on one page.

Its events are those whose 节点、主题 says so, whenever in the span they took place.
"""

import datetime

from township.figures.period import Period

from .paper import Paper, Subject
from .prose import ANNUAL_ONLY, words


def _between(first, last):
    return lambda year: Period(datetime.date(year, *first), datetime.date(year, *last))


# (subject, how the names of its figures begin)
THEMES = (
    (Subject("national-security", "“4·15”全民国家安全教育日", _between((4, 1), (4, 30))), "国家安全普法"),
    (Subject("civil-code", "民法典宣传月", _between((5, 1), (5, 31))), "民法典普法"),
    (Subject("anti-drug", "“6·26”国际禁毒日", _between((6, 1), (6, 30))), "禁毒普法"),
    (Subject("constitution-week", "宪法宣传周", _between((12, 1), (12, 7))), "宪法宣传周"),
)
OUTLINE = """按照上级部署，{town}在{{{{统计期}}}}集中开展了{subject}宣传活动。{partly}现将有关情况报告如下。
一、活动情况
共开展活动{{{{{stem}活动场次}}}}场，参加群众{{{{{stem}活动参加人次}}}}人次，发放宣传资料{{{{{stem}资料发放份数}}}}份，接受群众咨询{{{{{stem}咨询人次}}}}人次。
二、主要做法
（一）提前部署。把宣传活动列入普法计划，明确牵头部门和各村（社区）任务。
（二）贴近群众。结合赶集日、村民会议和院坝会，用群众听得懂的话讲法，现场解答疑问。
（三）线上线下结合。发挥“村村响”广播、宣传栏和微信群的作用，扩大覆盖面。
三、存在的不足和下步打算
外出务工人员参与不多，宣传形式还可以更活。下一步把集中宣传和经常普法结合起来，增强针对性。
{organ}
{date}
"""


def outline(area, span, subject):
    stem = next(stem for one, stem in THEMES if one.key == subject.key)
    return OUTLINE.format(**words(area, span), subject=subject.name, stem=stem)


THEME_SUMMARY = Paper(
    key="theme",
    name="主题小结",
    title="{town}{year}年{subject}活动情况",
    outline=outline,
    spans=("year",),
    office="司法所",
    purpose="宪法宣传周、民法典宣传月等，一页文字，活动清单和照片用“附件材料”",
    subjects=lambda area: tuple(one for one, _ in THEMES),
    subject_label="主题",
    required=(("活动情况", "活动情况|开展情况|主要做法"),),
    pages=1,
    unasked=ANNUAL_ONLY,
)
