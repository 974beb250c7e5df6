"""Stretches of text whose numerals are no figures: dates, laws, ordinals, document and telephone numbers, set phrases."""

import re
from dataclasses import dataclass

CHINESE = "〇零一二两三四五六七八九十百"
_N = f"[{CHINESE}]"
_D = r"(?<!\d)\d"
_DASH = r"[-—–－~～至到]"
# Numbers written with Chinese figures that name a meeting, a plan or a saying rather than count anything.
_CONGRESS = r"(?:党的|中共)?(?:第?(?:十[一二三四五六七八九]|二十[一二]?)(?:次全国代表大会|大(?![力量小批会型])|届(?:[一二三四五六七]中(?:、[一二三四五六七]中)*全会|历次全会)?))"
_NOT_A_UNIT = "(?:责任|议题|书记|课|时间|线|产业|资源|要务|位的|步|道防线|现场|手)"


@dataclass(frozen=True)
class Mask:
    """Characters `start` to `end` are of `kind`."""

    start: int
    end: int
    kind: str


TITLE = "title"
TOKEN, LAW, DOCUMENT, PERSONAL, PHONE, DATE, ORDINAL, PHRASE = (
    "token",
    "law",
    "document",
    "personal",
    "phone",
    "date",
    "ordinal",
    "phrase",
)
# In the order of precedence: what an earlier pattern holds is no longer looked at.
PATTERNS = tuple(
    (kind, re.compile(pattern, re.MULTILINE))
    for kind, pattern in (
        (TOKEN, r"[{｛]\s*[{｛][^{}｛｝\n]*[}｝]\s*[}｝]"),
        (
            LAW,
            r"《[^《》\n]{1,60}》(?:第?[\d〇零一二三四五六七八九十百]+条(?:第[\d一二三四五六七八九十]+款)?)?",
        ),
        (DOCUMENT, r"https?://[\w./?=&%#-]+|www\.[\w./-]+|[\w.-]+@[\w.-]+\w"),
        (
            DOCUMENT,
            r"[\u4e00-\u9fff]{0,8}[〔\[［【(（]\s*(?:19|20)\d{2}\s*[〕\]］】)）]\s*第?\s*\d{1,5}\s*号|\d{1,4}号(?:文件?|令|公告|通知)",
        ),
        (PERSONAL, r"(?<![0-9A-Za-z])[1-9]\d{16}[0-9Xx](?![0-9A-Za-z])|(?<![0-9])[3-6]\d{15,18}(?![0-9])"),
        (
            PHONE,
            r"(?<!\d)1[3-9]\d{9}(?!\d)|(?<!\d)0\d{2,3}[-—－ ]?[2-9]\d{6,7}(?!\d)|(?<!\d)[48]00[-—－ ]?\d{3}[-—－ ]?\d{4}(?!\d)"
            r"|(?<!\d)(?:1[12]\d|12[0-9]{3}|96\d{3,4})(?=[”\"]?(?:政务|便民|市民|公共法律|法律|热线|平台|电话|报警|警情|接处?警|联动|指挥|工单|专线|消费者))"
            r"|(?<=电话|热线|拨打)[：:]?(?<!\d)\d{3,8}(?![\d件次起条个人余多项宗批万])|(?<!\d)(?:12345|12348|12309|12388|12389|12315)(?![\d件次起条个人余多项宗批万])",
        ),
        (
            DATE,
            rf"(?<!\d)(?:19|20)\d{{2}}(?=以来)|{_D}{{4}}\s*年?\s*{_DASH}\s*\d{{2,4}}\s*年(?:度)?|{_D}{{1,4}}\s*年(?:度|[来内间期])?(?:\s*\d{{1,2}}\s*月(?:份|底|初)?(?:\s*\d{{1,2}}\s*[日号])?)?(?:\s*{_DASH}\s*(?:\d{{4}}年)?\d{{1,2}}月(?:\d{{1,2}}日|份|底)?)?"
            rf"|{_D}{{4}}[-./]\d{{1,2}}[-./]\d{{1,2}}(?!\d)"
            rf"|{_D}{{1,2}}(?:月份?)?\s*{_DASH}\s*\d{{1,2}}\s*月(?:份|底)?(?:\d{{1,2}}[日号])?|{_D}{{1,2}}月(?:份|底|初|[上中下]旬)?(?:\d{{1,2}}[日号](?:{_DASH}(?:\d{{1,2}}月)?\d{{1,2}}[日号])?)?"
            rf"|{_D}{{1,2}}[·•‧・]\d{{1,2}}(?!\d)|(?<=[“\"])\d{{1,2}}\.\d{{1,2}}(?=[”\"])|{_D}{{1,2}}\.\d{{1,2}}(?=国家|宪法|全民|禁毒|世界|消费者|全国)|{_D}{{1,2}}[日号](?![报线])|{_D}{{1,2}}\s*[:：]\s*\d{{2}}(?!\d)|{_D}{{1,2}}时(?:\d{{1,2}}分)?(?!间|长)"
            rf"|{_D}+(?:\.\d+)?\s*(?:个月|周年|周|天|小时|分钟)|7\s*[×xX*]\s*24\s*小时"
            rf"|[〇零一二三四五六七八九○]{{4}}年(?:{_N}{{1,3}}月(?:{_N}{{1,3}}日)?)?|第?[一二三四1-4]季度|{_N}{{1,3}}(?:个月|周年|天|小时|分钟)|(?<![一-九第每]){_N}{{1,2}}月(?:份|底|{_N}{{1,3}}日)|(?:近|[过前后最]){_N}{{1,2}}年|{_N}{{1,2}}年(?:来|内|间|行动|期|一)|一年来?",
        ),
        (
            ORDINAL,
            rf"^[\s　]*(?:[（(]?{_N}{{1,4}}(?:[）)]|[、.．])|[（(]?\d{{1,2}}(?:[）)]|[、.．](?!\d)))|(?<=[。；;：:，])\s*(?:\d{{1,2}}(?:、|[.．](?!\d))|[（(](?:\d{{1,2}}|{_N}{{1,3}})[）)])"
            rf"|(?:(?<=[。；;：:，！\s　“）)])|^)[\s　]*(?:{_N}{{1,3}}|\d{{1,2}})是|其{_N}(?=[，,是])|[—-]\s*\d{{1,3}}\s*[—-]|附件\s*\d{{1,2}}|表\s*\d{{1,2}}",
        ),
        (
            PHRASE,
            rf"{_CONGRESS}|[一二三四五六七]中全会|第?[十百]?[一二三四五六七八九十]+届|(?:十[二三四五]五|[一二三四五六七八九]五)(?=[”\"]?(?:普法|规划|时期|期间|纲要|末|收官|开局))",
        ),
        (
            PHRASE,
            rf"第一{_NOT_A_UNIT}(?:人)?|[“\"‘][^“”\"‘’\n]{{0,6}}\d[^“”\"‘’\n]{{0,3}}[+＋][^“”\"‘’\n]{{1,12}}[”\"’]|\d+\s*[+＋]\s*[\dNnXx]+(?:[+＋][\dNnXx]+)*|(?<!\d)1[\u4e00-\u9fff]{{1,2}}1(?!\d)[\u4e00-\u9fff]|[A-Za-z]+\d+|\d+[A-Za-z](?![A-Za-z])|\d+[\dX×x*]+号",
        ),
        (ORDINAL, rf"第\s*(?:\d{{1,4}}|{_N}{{1,4}})\s*[\u4e00-\u9fff]?|(?<!\d)\d{{1,4}}号(?!召)|[①-⑳]"),
    )
)


def masks_of(text, titles=()):
    """All masks of a text in order; none overlaps another. `titles` in quotation marks are names as a whole."""
    taken, found = bytearray(len(text)), []
    for kind, pattern in (*_quoted(titles), *PATTERNS):
        for match in pattern.finditer(text):
            start, end = match.span()
            if start == end or any(taken[start:end]):
                continue
            taken[start:end] = b"\x01" * (end - start)
            found.append(Mask(start, end, kind))
    return sorted(found, key=lambda mask: mask.start)


def _quoted(titles):
    if titles:
        either = "|".join(map(re.escape, sorted(titles, key=len, reverse=True)))
        yield TITLE, re.compile(f'(?<=[“"])(?:{either})(?=[”"])')
