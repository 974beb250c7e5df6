"""单位前面没有数字."""

import re

from .registry import Finding, Severity, check

_UNITS = "人次|件次|户次|场次|台次|批次|件|次|份|起|宗|场|条|册|本|支|项|名|户|批|张|幅|元|%"
_THINGS = "纠纷|案件|活动|资料|合同|培训|讲座|意见建议|横幅|读本|手册|检查|处罚|诉求|提案|会议|咨询|审查|审核|考试|学习|学法|宣讲|队伍|隐患|排查|海报|复议|诉讼"
BLANKS = re.compile(
    rf"(?:[_＿]{{1,}}|[×✕Xx○〇□]{{1,4}}|[（(]\s*[）)]|\.{{3,}}|…+|(?<=[\u4e00-\u9fff])[ 　\xa0]+)\s*(?:{_UNITS})(?=[，。；、）)\s]|$)"
    rf"|(?:共计|合计|累计|总计|(?<!公)(?<!一)共|达)(?:{_UNITS})(?=[，。；、])"
    rf"|(?:{_THINGS})(?:{_UNITS})(?=[，。；、])",
    re.MULTILINE,
)
# 案件 ends in a unit without counting anything; so do 纠纷案件 and 每月次数.
_NO_BLANK = re.compile("^(?:达标|共件)")


@check(Severity.ERROR, "单位前面没有数字")
def look(paper):
    """A unit with nothing, a gap or a placeholder where its figure belongs."""
    for match in BLANKS.finditer(paper.text):
        if not _NO_BLANK.search(match[0]):
            yield Finding(*match.span(), f"“{match[0].strip()}”前面好像少了数字。")
