"""ID and telephone numbers: what a valid one looks like, and that free text must not hold any."""

import datetime
import re

from django.core.exceptions import ValidationError

from township.people.sealing import normal_id_number

# GB 11643-1999: the last character closes the sum of the first 17 weighted by 2^(17-i) mod 11.
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_CHECK_CHARACTERS = "10X98765432"
_ID_IN_TEXT = re.compile(r"(?<![0-9A-Za-z])[1-9][0-9]{16}[0-9Xx](?![0-9A-Za-z])")
_MOBILE_IN_TEXT = re.compile(r"(?<![0-9A-Za-z])1[3-9][0-9]{9}(?![0-9A-Za-z])")
_TELEPHONE = re.compile(r"1[3-9][0-9]{9}|(0[0-9]{2,3}-?)?[2-9][0-9]{6,7}")
# Papers of people from Hong Kong, Macao, Taiwan and abroad: letters and digits, no check of our own.
_OTHER_PAPER = re.compile(r"(?=.*[A-Z])[A-Z0-9]{6,12}")


def is_id_number(text):
    """Whether `text` is a valid 18-character citizen's ID number: check character and a real birth date."""
    text = normal_id_number(text)
    if not re.fullmatch(r"[1-9][0-9]{16}[0-9X]", text):
        return False
    total = sum(int(digit) * weight for digit, weight in zip(text, _WEIGHTS, strict=False))
    return _CHECK_CHARACTERS[total % 11] == text[17] and _is_birth_date(text[6:14])


def _is_birth_date(digits):
    try:
        born = datetime.datetime.strptime(digits, "%Y%m%d").date()
    except ValueError:
        return False
    return datetime.date(1880, 1, 1) <= born <= datetime.date.today()


def check_id_number(text):
    """Validator of an ID number field; passports and permits with letters pass as they are."""
    text = normal_id_number(text)
    if text and not is_id_number(text) and not _OTHER_PAPER.fullmatch(text):
        raise ValidationError("身份证号不对，请对照证件核对 18 位号码；护照、通行证号请连字母一起填。")


def check_telephone(text):
    """Validator of a telephone field: an 11-digit mobile number or a landline."""
    text = re.sub(r"\s", "", text or "")
    if text and not _TELEPHONE.fullmatch(text):
        raise ValidationError("电话号码不对，请填 11 位手机号，或带区号的座机号，例如 0746-2212345。")


def no_personal_numbers(text):
    """Validator of free text: it must not hold anybody's ID number or mobile number."""
    if any(is_id_number(found) for found in _ID_IN_TEXT.findall(text or "")):
        raise ValidationError(
            "这里写了身份证号，请删去；简要情况用“甲、乙”代替当事人，证件号码填在专门的栏目里。"
        )
    if _MOBILE_IN_TEXT.search(text or ""):
        raise ValidationError("这里写了手机号码，请删去；联系电话填在专门的栏目里。")
