"""The text of a PDF, page by page. PDFs are read and never rewritten: nothing in them can be masked safely."""

import json
import re
import subprocess
import sys

from django.conf import settings

# A number that is broken once at the end of a line, as narrow columns of a table do.
_BROKEN_NUMBER = re.compile(r"(?<![0-9A-Za-z])([0-9]{1,18})\r?\n([0-9]{1,18}[Xx]?|[Xx])(?![0-9A-Za-z])")


def walk(content, visitor):
    """Show `visitor` every page; the bytes as they are."""
    answer = _read(content)
    if answer is None:
        visitor.unread("", "PDF 打不开")
        return content
    for place, text in answer["properties"]:
        visitor.text(place, text)
    for number, text in enumerate(answer["pages"], 1):
        if text.strip():
            visitor.text(f"第{number}页", text)
            for broken in _BROKEN_NUMBER.finditer(text):
                visitor.text(f"第{number}页断行处", broken[1] + broken[2])
        else:
            visitor.unread(f"第{number}页", "是图片，读不出文字")
    return content


def _read(content):
    """What the reading process says; None when it gave up or was ended by its own limits."""
    try:
        done = subprocess.run(
            [sys.executable, "-m", "township.privacy.read_pdf"],
            input=content,
            capture_output=True,
            cwd=settings.BASE_DIR,
            timeout=60,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return None
    return json.loads(done.stdout) if done.returncode == 0 else None
