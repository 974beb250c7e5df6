"""Zero said in words (未发生、无、零) and all said in words (全覆盖)."""

import re
from decimal import Decimal

# What is counted by cases or documents, so that its absence is a figure.
_CASES = "复议|诉讼|应诉|败诉|纠错|案件?(?!例)|投诉|上访|信访|越级|赴[省京]|事件|事故|纠纷|违法|违纪|处罚|申请|警情|舆情|极端|规范性文件|命案|举报|追责|问责|赔偿"
_BETWEEN = r"[^。；！？，,\n\d]{0,14}?"
_NEVER = "未(?:曾|有)?(?:发生|出现|收到|接到|受理|制定|出台|印发|引发|产生|办理|发现|被)|没有(?:发生|出现|收到|接到|制定|出台)?|尚?无(?![法论关偿缝数人名线形障差条需须不愧损疑私锡知愁论辜奈])|零(?=上访|信访|事故|投诉|诉讼|复议|败诉|案件|发案|纠错|申请|违纪|处罚|舆情|命案|警情)"
NOTHING = re.compile(rf"(?P<word>{_NEVER})(?={_BETWEEN}(?:{_CASES}))")
# A heading of the missing: what has not been written down yet is no zero.
_INCIDENTS = re.compile("事件|事故|上访|舆情")
_DOCUMENTS = re.compile("规范性文件")
ALL_COVERED = re.compile(r"(?<=实现|做到|达到)全覆盖|(?<=实现了|做到了|达到了)全覆盖")


def unit_of_nothing(text, end):
    """The unit in which what did not happen would have been counted: 起 for incidents, 件 for cases."""
    said = re.split(r"[。；！？，,\n]", text[end : end + 20])[0]
    if _DOCUMENTS.search(said):
        return "件"
    return "起" if _INCIDENTS.search(said) else "件"


ZERO, HUNDRED = Decimal(0), Decimal(100)
