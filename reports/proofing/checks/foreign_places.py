"""出现了外地的地名."""

import re

from ..words import is_name, is_word, words_before
from .registry import Finding, Severity, check

_HAN = r"[\u4e00-\u9fff]"
# 法治X建设, 平安X创建: where texts put their own town's name.
SLOT = re.compile(
    rf"(?:法治|平安|美丽|清廉|幸福|善治|无讼|活力|魅力|数字)({_HAN}{{2,3}}?)"
    r"(?=建设|进程|创建|步伐|品牌|新局面|新篇章|新名片)"
)
SUFFIX = re.compile(r"镇|(?<!城)乡(?!村|镇|风|贤|土|亲)|街道|县(?!域|城|级)|村(?!镇|级|社(?!区))|社区")
# What stands in a slot beside words and names.
COMMON_IN_SLOT = re.compile("^(?:中国|镇街|村社|村居|县域|市域|镇域|社会|细胞)|村$|乡$|镇$|县$|市$")
# Characters that are words of their own and do not name a place.
PARTICLES = re.compile(
    "[各全我本该每某此这那哪其他她它们你的地得了着过把被将让使给是为有无不没未很更最又再都也就才只即或且并而但因所以及与和同跟对向往从自由于在到至按照经由"
    "等之乎者也几多少两个位名场次件条项户组支批种类样些均须应可能会要想已曾正需省市县区镇乡村街治进下入返送驻包联抓促建管做带访办创评选派到赴]"
)
PROVINCES = re.compile(
    "北京|天津|上海|重庆|河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|海南|四川|贵州|云南|陕西|甘肃|青海|台湾|内蒙古|广西|西藏|宁夏|新疆|香港|澳门"
)
# Methods that are called by the place they come from.
METHODS = re.compile(r"^(?:枫桥|浦江|后陈|余村)")


@check(Severity.ERROR, "疑似外地地名")
def look(paper):
    """Names of places that are not this town's, its villages' or its county's."""
    text = blanked(paper.text)
    for start, end in sorted({*in_slots(text), *before_suffixes(text)}):
        name = text[start:end]
        if not is_own(name, paper) and not PROVINCES.search(name) and not METHODS.search(name):
            yield Finding(start, end, f"“{name}”不是{paper.area.name}的地名，是不是从别处的稿子里带来的？")


def blanked(text):
    """The text without the names of laws, whose places are nobody's, and without tokens."""
    return re.sub(r"《[^《》\n]*》|\{\{[^{}\n]*\}\}", lambda match: " " * len(match[0]), text)


def in_slots(text):
    for match in SLOT.finditer(text):
        if not COMMON_IN_SLOT.search(match[1]) and not is_word(match[1]):
            yield match.span(1)


def before_suffixes(text):
    """Places of names with 镇, 乡, 街道, 县, 村 or 社区: a known name before it, or characters that are no word."""
    for match in SUFFIX.finditer(text):
        before = re.search(rf"{_HAN}*$", text[max(0, match.start() - 12) : match.start()])[0]
        name = name_at_end(before)
        # 平安乡村 ends in 乡村, whatever 安乡 may be.
        if name and not is_word(before[-1] + match[0]):
            yield match.start() - len(name), match.end()


def name_at_end(before):
    """The name that a stretch of characters ends with, empty without one."""
    run = ""
    for word in words_before(before):
        if len(word) > 1:
            return run if len(run) > 1 else (word if not run and len(word) < 4 and is_name(word) else "")
        if PARTICLES.search(word):
            break
        run = word + run
    return run if 1 < len(run) < 4 else ""


def is_own(name, paper):
    """Whether a name is that of an own place, with or without 镇 or 村, or ends in one."""
    for place in paper.places | {paper.area.name}:
        short = re.sub(r"(?:镇|乡|街道|县|市|区|村|社区)$", "", place)
        if name in place or place in name or (len(short) > 1 and short in name):
            return True
    return False
