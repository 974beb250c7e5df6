"""The text under proof: its title, parts, sentences and signature, and what is known about its township."""

import datetime
import re
from dataclasses import dataclass, field
from functools import cached_property

from township.figures.period import Period
from township.figures.years import years_of
from township.people.models import Area, Person
from township.records.models import Law, Scheme

from ..agreement.comparing import stated_for
from ..document.parsing import DATE, ORGAN_ENDS, SENTENCE_MARKS, TITLE_WORDS

YEAR = re.compile(r"(?<![—–\-~～至\d])(20\d{2})\s*(?:年|以来)(?![—–\-~～])")
PART = re.compile(r"^[ \t　\xa0]*[一二三四五六七八九十]+[、.．]\s*(?P<name>[^\n]*)$", re.MULTILINE)
SENTENCE = re.compile(r"[^。；;！？\n]+[。；;！？]?")
QUOTED = re.compile(r"[“\"”‘']([^“”\"‘’'\n]{1,40})[”\"“’']")
HAN = r"[\u4e00-\u9fff]"
# What a part of the report is about, by the words of its heading.
PLANS, SHORTCOMINGS, DUTY, RESULTS = "plans", "shortcomings", "duty", "results"
_ABOUT = (
    (DUTY, re.compile("第一责任人")),
    (PLANS, re.compile("计划|安排|打算|下一步|下步|明年|今后|努力方向|工作思路")),
    (SHORTCOMINGS, re.compile("不足|存在的?问题|短板|困难|差距|原因|薄弱")),
    (RESULTS, re.compile("举措|成效|做法|工作情况|开展情况|推进|主要工作|工作总结|完成情况|落实")),
)
LONGEST_TITLE, LONGEST_ORGAN = 44, 25


@dataclass(frozen=True)
class Stretch:
    """Characters `start` to `end` of the text, which read `text`."""

    text: str
    start: int
    end: int

    def __contains__(self, place):
        return self.start <= place < self.end


@dataclass(frozen=True)
class Part(Stretch):
    """A part with a heading of the first level; the stretch begins with the heading. `about` may be empty."""

    name: str = ""
    about: str = ""

    @property
    def body(self):
        return self.text.partition("\n")[2]


@dataclass
class Paper:
    """A report of `area` for `year` as it stands on `day`.

    `bound` are its figures with the indicators proposed or bound, in order; `quantities` all numerals.
    `cutoff` is the last day that its figures are taken over, `last_year` the text of the year before, `plans`
    what that year planned for this one.
    """

    text: str
    area: Area
    year: int
    day: datetime.date
    title: str = ""
    cutoff: datetime.date | None = None
    last_year: str = ""
    plans: list = field(default_factory=list)
    start: datetime.date | None = None
    required: tuple = ()
    # {key: [(title, value, unit)]} of what other locked texts say of the same span.
    stated: dict = field(default_factory=dict)
    quantities: list = field(default_factory=list)
    bound: list = field(default_factory=list)

    # The text ------------------------------------------------------------------------------------

    @cached_property
    def sentences(self):
        return [Stretch(one[0], *one.span()) for one in SENTENCE.finditer(self.text) if one[0].strip()]

    def sentence_at(self, place):
        return next((one for one in self.sentences if place in one), Stretch("", place, place))

    @cached_property
    def paragraphs(self):
        return [Stretch(one[0], *one.span()) for one in re.finditer(r"[^\n]+", self.text) if one[0].strip()]

    @cached_property
    def parts(self):
        heads = list(PART.finditer(self.text))
        ends = [*(head.start() for head in heads), len(self.text)][1:]
        return [
            Part(self.text[head.start() : end], head.start(), end, head["name"].strip(), about(head["name"]))
            for head, end in zip(heads, ends, strict=True)
        ]

    def part_at(self, place):
        return next((part for part in self.parts if place in part), None)

    def is_planned(self, place):
        """Whether what stands there is meant for next year."""
        part = self.part_at(place)
        if part and part.about == PLANS:
            return True
        return bool(re.search("力争|拟于|明年|下一步|下一年", self.sentence_at(place).text))

    @cached_property
    def heading(self):
        """The title that the text itself begins with; empty when it has none."""
        for one in self.paragraphs[:3]:
            line = one.text.strip()
            if len(line) > LONGEST_TITLE or SENTENCE_MARKS.search(line) or PART.match(line):
                break
            if TITLE_WORDS.search(line):
                start = one.start + one.text.index(line)
                return Stretch(line, start, start + len(line))
        return None

    @cached_property
    def signature(self):
        """(organ, date) at the end of the text as stretches, each None when it is not there."""
        lines = self.paragraphs[-4:]
        for number in range(len(lines) - 1, -1, -1):
            line = lines[number]
            dates = list(DATE.finditer(line.text))
            if not dates or line.text[dates[-1].end() :].strip():
                continue
            date = _stretch(line, dates[-1].start(), dates[-1].end())
            before = line.text[: dates[-1].start()]
            if before.strip():
                organ = _stripped(line, 0, dates[-1].start())
            else:
                organ = _stripped(lines[number - 1], 0, None) if number else None
            return (organ if organ and _signs(organ.text) else None), date
        return None, None

    @cached_property
    def signed_on(self):
        """The day of the signature; None without one in Arabic figures."""
        return day_of(self.signature[1].text) if self.signature[1] else None

    @property
    def period(self):
        """The days that its figures are taken over."""
        if self.start:
            return Period(self.start, self.cutoff)
        return years_of(self.area).span(self.year).until(self.cutoff)

    # The township --------------------------------------------------------------------------------

    @cached_property
    def places(self):
        """Names of all places of the tree that are this township's own: itself, below it, above it."""
        area = self.area
        above = [area.path[:length] for length in range(4, len(area.path), 4)]
        own = Area.objects.within(area) | Area.objects.filter(path__in=above)
        return {name for row in own.values_list("name", "short_name") for name in row if name}

    @cached_property
    def villages(self):
        """Names of the places below the township."""
        below = Area.objects.filter(parent=self.area)
        return set(below.values_list("name", flat=True))

    @cached_property
    def laws(self):
        return list(Law.objects.seen_from(self.area))

    @cached_property
    def outside_figures(self):
        """{indicator key: figures that the county or another system states} for the very span of the report."""
        return stated_for(self.area, self.period)

    @cached_property
    def people(self):
        """Names on the township's roster."""
        return set(
            Person.objects.filter(area__path__startswith=self.area.path).values_list("name", flat=True)
        )

    @cached_property
    def scheme(self):
        """The names of the scheme of 法律进 in force, without 进: 机关, 学校 …"""
        scheme = Scheme.objects.for_area(self.area, self.year)
        return (
            [name.removeprefix("进") for name in scheme.members.values_list("name", flat=True)]
            if scheme
            else []
        )


def about(name):
    return next((key for key, words in _ABOUT if words.search(name)), "")


def day_of(text):
    """The day that 2022年12月30日 names; None for what is no day."""
    found = re.search(r"(\d{4})年(\d{1,2})月(\d{1,2})日", text)
    try:
        return datetime.date(*map(int, found.groups())) if found else None
    except ValueError:
        return None


def year_of(text):
    """The year a report is about: that of its first lines, else the commonest one; None without any."""
    found = YEAR.search(text[:400]) or YEAR.search(text)
    return int(found[1]) if found else None


def _stretch(line, start, end):
    return Stretch(line.text[start:end], line.start + start, line.start + end)


def _stripped(line, start, end):
    held = line.text[start:end]
    first = line.start + start + len(held) - len(held.lstrip())
    return Stretch(held.strip(), first, first + len(held.strip()))


def _signs(line):
    return len(line) <= LONGEST_ORGAN and not SENTENCE_MARKS.search(line) and line.endswith(ORGAN_ENDS)
