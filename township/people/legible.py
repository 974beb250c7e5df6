"""Text as a page can show it: what arrives is freed of what nobody can see before anything reads it.

Clerks paste from Word and WeChat, which send along cell ends, direction marks and zero-width blanks: nobody can
see them, so nobody could mend a refusal; left in they break searches, turn lines round, and PostgreSQL refuses
some of them. Variation selectors and joiners stay: rare names and signs are written with them.
"""

import json
import re

from django.http import RawPostDataException, UnreadablePostError

# Controls, soft hyphens, direction marks, zero-width blanks, lone surrogates, and what is no character at all.
_INVISIBLE = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
    "\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff\U000e0000-\U000e007f]"
    + "".join(f"|[{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}]" for plane in range(0x10000, 0x110000, 0x10000))
)
# Word's own line and page breaks, and those of other systems.
_BREAK = re.compile("[\x0b\x0c\x85\u2028\u2029]")
# More marks on one letter than any language writes would cover the lines around it.
_HEAPED = re.compile(
    r"([\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]{4})"
    r"[\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]+"
)


def legible(text):
    """`text` without what no page can show; the same object where there is nothing to mend."""
    if text.isascii() and text.isprintable():
        return text
    return _HEAPED.sub(r"\1", _BREAK.sub("\n", _INVISIBLE.sub("", text)))


def legible_input(get_response):
    """Middleware: the address, what is posted and the names of files, made legible."""

    def answer(request):
        request.GET = _legible(request.GET)
        if request.method == "POST":
            _mend_post(request)
        return get_response(request)

    return answer


def _mend_post(request):
    try:
        request.POST = _legible(request.POST)
    except UnreadablePostError:
        # Whoever was sending has gone; the post is empty now.
        return
    for _, files in request.FILES.lists():
        for file in files:
            file.name = legible(file.name)


def json_sent(request):
    """The JSON object that a script has posted, made legible; raises ValueError for anything else."""
    try:
        sent = json.loads(request.body, parse_constant=_no_number)
    except (RawPostDataException, RecursionError) as error:
        raise ValueError("no JSON") from error
    if not isinstance(sent, dict):
        raise ValueError("no JSON object")
    return _legible_json(sent)


def _no_number(name):
    raise ValueError(name)


def _legible_json(value):
    if isinstance(value, str):
        return legible(value)
    if isinstance(value, list):
        return [_legible_json(one) for one in value]
    if isinstance(value, dict):
        return {legible(name): _legible_json(one) for name, one in value.items()}
    return value


def _legible(given):
    if all(value == legible(value) for name, values in given.lists() for value in (name, *values)):
        return given
    mended = given.copy()
    mended.clear()
    for name, values in given.lists():
        mended.setlist(legible(name), [legible(value) for value in values])
    mended._mutable = False
    return mended
