"""文中有个人信息."""

import re

from township.records.personal_numbers import is_id_number

from .registry import Finding, Severity, check

LONG = re.compile(r"(?<![0-9A-Za-z])[0-9]{15,19}[Xx]?(?![0-9A-Za-z])")
MOBILE = re.compile(r"(?<![0-9A-Za-z])1[3-9][0-9](?:[- ]?[0-9]{4}){2}(?![0-9A-Za-z])")
CARD_LENGTHS = (16, 17, 18, 19)


@check(Severity.ERROR, "文中有个人信息")
def look(paper):
    """ID numbers and bank cards whose check digit is right, and mobile numbers."""
    for match in LONG.finditer(paper.text):
        if is_id_number(match[0]):
            yield Finding(*match.span(), "这里有身份证号，请删去。")
        elif is_bank_card(match[0]):
            yield Finding(*match.span(), "这里像是银行卡号，请删去。")
    for match in MOBILE.finditer(paper.text):
        yield Finding(*match.span(), "这里有手机号，请删去。")


def is_bank_card(digits):
    """Whether a number passes the check of bank cards (ISO/IEC 7812-1, annex B)."""
    if len(digits) not in CARD_LENGTHS or not digits.isdecimal() or digits[0] not in "3456":
        return False
    doubled = (int(digit) * (2 if place % 2 else 1) for place, digit in enumerate(reversed(digits)))
    return sum(value - 9 if value > 9 else value for value in doubled) % 10 == 0
