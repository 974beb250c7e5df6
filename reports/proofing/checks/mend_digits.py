"""全角数字."""

import re

from .registry import Finding, Severity, check

WIDE = re.compile("[０-９．％]+")
NARROW = str.maketrans("０１２３４５６７８９．％", "0123456789.%")


@check(Severity.MEND, "全角数字")
def look(paper):
    """Digits in full width, which official texts set in half width."""
    for match in WIDE.finditer(paper.text):
        if re.search("[０-９]", match[0]):
            mended = match[0].translate(NARROW)
            yield Finding(*match.span(), f"“{match[0]}”应写“{mended}”。", replacement=mended)
