"""The two editions of one text: the internal one says all, the public one leaves out what is marked internal.

A paragraph that begins with 【内部】 is internal, and so is a passage written 【内部：…】. Above a table 【内部】
stands on a line of its own. In the public edition headings and tables are numbered without what is left out, and
officials are called by their posts, not by their names.
"""

import re
from dataclasses import dataclass

from township.people.models import Person

from .document.tables import take_out
from .renumbering import renumbered

PARAGRAPH = "【内部】"
PASSAGE = re.compile(r"【内部[：:]([^【】\n]*)】")
_BEGINS = re.compile(r"[ \t　\xa0]*【内部】")
_ALONE = re.compile(r"[ \t　\xa0]*【内部】[ \t　\xa0]*")
# 镇长张三, 镇长张三同志, 张三镇长, 张三同志.
_COMRADE = "(?P<comrade>同志)?"
SHORTEST_NAME = 2
# A shorter name may be a word (文明 in 精神文明建设): it is a name beside a post or 同志, else somebody has to look.
SURE_NAME = 3
AROUND = 6
TAIL = 2  # letters of a post that stand for it beside a name: 书记, 镇长, 主任


@dataclass(frozen=True)
class PublicText:
    """The public edition of a text, and what it differs in: passages left out, [(name, post)] put for names.

    `doubtful` are [(name, passage)] where a short name of the roster stands that may as well be a word;
    `dangling` are passages that refer to a heading or table that is left out.
    """

    text: str
    left_out: tuple = ()
    renamed: tuple = ()
    doubtful: tuple = ()
    dangling: tuple = ()

    @property
    def differs(self):
        return bool(self.left_out or self.renamed)


def without_marks(text, marks=()):
    """(text, marks) of the internal edition: all that is said, the marks of what is internal gone."""
    parts, moved, position = [], [], 0
    cuts = _cuts(text)
    for start, end in cuts:
        parts.append(text[position:start])
        position = end
    parts.append(text[position:])
    for start, end, key in marks:
        moved.append((_after(cuts, start), _after(cuts, end), key))
    return "".join(parts), tuple(moved)


def _cuts(text):
    """[(start, end)] of the marks themselves, brackets that close a passage included."""
    begins = re.finditer(_BEGINS.pattern, text)
    cuts = [
        (match.end() - len(PARAGRAPH), match.end())
        for match in begins
        if match.start() == 0 or text[match.start() - 1] == "\n"
    ]
    for match in PASSAGE.finditer(text):
        cuts += [(match.start(), match.start(1)), (match.end(1), match.end())]
    return sorted(cuts)


def _after(cuts, place):
    """Where a place of the text is once everything in `cuts` is gone."""
    return place - sum(min(end, place) - start for start, end in cuts if start < place)


def public_text(text, area):
    """The public edition of a filled text of `area`."""
    lines, left_out = _without_internal(text)
    numbered, dangling = renumbered(lines) if left_out else ([line for line, _ in lines], ())
    kept, renamed, names = _by_their_posts("\n".join(numbered), area)
    return PublicText(
        kept,
        tuple(left_out),
        tuple(renamed),
        doubtful=tuple(_doubtful(kept, names)),
        dangling=tuple(dangling),
    )


def _without_internal(text):
    """([(line, whether it stays)], [what is left out])."""
    lines, found, left_out, position = text.split("\n"), [], [], 0
    while position < len(lines):
        line = lines[position]
        if _ALONE.fullmatch(line):
            length = _table_length(lines[position + 1 :])
            table = lines[position + 1 : position + 1 + length]
            found += [(one, False) for one in table]
            left_out += table[:1]
            position += 1 + length
        elif begins := _BEGINS.match(line):
            found.append((line[begins.end() :], False))
            left_out.append(line[begins.end() :].strip())
            position += 1
        else:
            left_out += [match[1].strip() for match in PASSAGE.finditer(line)]
            kept = PASSAGE.sub("", line)
            stays = bool(kept.strip()) or kept == line
            found.append((kept if stays else PASSAGE.sub(r"\1", line), stays))
            position += 1
    return found, [one for one in left_out if one]


def _table_length(lines):
    """How many of the lines belong to a table that begins with the first."""
    _, tables = take_out("\n".join(lines))
    if not tables or tables[0].line != 1:
        return 0
    return len(tables[0].text.split("\n"))


def _by_their_posts(text, area):
    """(text, [(name, post)], names left): longer names first, for one may begin with another."""
    people = Person.objects.filter(area__path__startswith=area.path).exclude(position="")
    posts = {
        name: person.position
        for person in people.order_by("pk")
        for name in person.spellings
        if len(name) >= SHORTEST_NAME
    }
    renamed = []
    for name in sorted(posts, key=lambda one: (-len(one), one)):
        text, changed = _renamed(text, name, posts[name], area)
        if changed:
            renamed.append((name, posts[name]))
    return text, renamed, [name for name in sorted(posts) if name in text]


def _doubtful(text, names):
    for name in names:
        for match in re.finditer(re.escape(name), text):
            around = text[max(0, match.start() - AROUND) : match.end() + AROUND]
            yield name, " ".join(around.split())


def _renamed(text, name, post, area):
    """(text, whether it changed): the post for the name and for whatever of the post stands beside it."""
    said = [post, _own_post(post, area), post[-TAIL:]]
    beside = "|".join(map(re.escape, said))
    pattern = re.compile(f"(?P<before>{beside})?{re.escape(name)}{_COMRADE}(?P<after>{beside})?")

    def by_post(match):
        found = match["before"] or match["after"]
        if len(name) < SURE_NAME and not (found or match["comrade"]):
            return match[0]
        return found if found in said[:-1] else post

    changed = pattern.sub(by_post, text)
    return changed, changed != text


def _own_post(post, area):
    """A post without the place in front of it, as the township itself says it: 镇党委书记 is 党委书记."""
    for place in (area.name, area.name[-1:], "镇", "乡"):
        if (
            place
            and post.startswith(place)
            and len(post) > len(place) + 1
            and not post.startswith(("镇长", "乡长"))
        ):
            return post[len(place) :]
    return post
