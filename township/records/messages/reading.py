"""Putting one message together: register, day, places, counts, choices, laws and topics."""

import re
from dataclasses import dataclass, field
from functools import cached_property

from township.people.models import Area, Office
from township.people.roles import Power

from ..filters import choices_of
from ..forms import reachable
from ..models import Law, SchemeMember, Topic
from ..numerals import NARROW, find_all
from ..register import registry
from .days import find_day, find_month
from .places import find_areas, find_offices, find_settings
from .rules import readings

_CLAUSE = re.compile(r"[^，。；;、！!？?\n]+")
_SENTENCE_END = "。；;\n！!"
# Words for a topic beside its name; a topic day is known by its date as well as by its name.
TOPIC_WORDS = {
    "xi-thought": ("习近平法治思想",),
    "constitution-day": ("国家宪法日", "12·4", "12.4"),
    "constitution-week": ("宪法宣传周", "宪法周"),
    "national-security": ("国家安全", "4·15", "4.15"),
    "civil-code": ("民法典",),
    "anti-drug": ("禁毒", "6·26", "6.26"),
    "consumer-day": ("3·15", "3.15", "消费者权益"),
    "safe-production": ("安全生产月", "安全生产"),
    "cyber-security": ("网络安全",),
    "school-start": ("开学第一课",),
    "returning-workers": ("返乡农民工", "返乡务工"),
    "elder-fraud": ("养老诈骗", "防范养老"),
    "party-rules": ("党内法规", "党章党规"),
    "must-know": ("应知应会",),
}
_PLACE = re.compile(
    r"(?:地点[：:是]?|[在到赴于])([^，。；、！\s]{0,24}?(?:(?:会议室|文化广场|广场|礼堂|小学|中学|学校|村部|集市|圩场|活动室"
    r"|服务中心|公园|院坝|屋场|超市|门口|大厅|敬老院|卫生院|工地|公司|企业|党校|法庭|祠堂|操场)+))"
)
# Where the day and the village are already fields of their own, a title need not repeat them.
_TITLE = re.compile(
    r"(?:开展|举办|举行|组织|召开|进行)了?(?:一场|一次|一期)?[^，。；！\n]{0,4}?"
    r"([^，。；！\n]{2,40}?(?:活动|讲座|培训班|培训|宣传|宣讲|会议|推进会|学习会|巡演|演出|大会))"
)
_QUOTED = re.compile(r"[“\"「]([^”\"」\n]{4,40})[”\"」]")


# 国家宪法日 is a day, not the text that was taught on it.
_NOT_LAWS = re.compile(r"宪法(?:日|宣传周|周)")
SETTING_OF_KIND = {Area.Kind.VILLAGE: "rural", Area.Kind.COMMUNITY: "community"}


@dataclass
class Draft:
    """What was read of a message: values and sub-table rows for the form, and what was not understood."""

    register: type
    values: dict = field(default_factory=dict)
    lines: dict = field(default_factory=dict)
    # Villages that each did the same on their own.
    also: list = field(default_factory=list)
    # Numbers with their units that went into no field.
    left_over: list = field(default_factory=list)


def enterable(gate):
    """The registers that a message may become a record of."""
    return [
        register for register in registry.for_area(gate.user.area).all() if gate.can_in(register, Power.ENTER)
    ]


def read_message(text, *, gate, today, register=None):
    """The draft that `text` makes; None when it speaks of no register and none is given."""
    register = register or readings.best(text, enterable(gate))
    if register is None:
        return None
    reader = _Reader(text, readings.of(register), gate, today)
    return reader.read()


class _Reader:
    """One message being read for one register."""

    def __init__(self, text, reading, gate, today):
        self.text, self.plain = text, text.translate(NARROW)
        self.reading, self.gate, self.today = reading, gate, today
        self.register = reading.register
        self.model = reading.register.model
        self.fields = set(self.register.form_fields()) - set(self.register.sealed_fields())
        self.draft = Draft(self.register)

    def read(self):
        self.read_days()
        self.read_places()
        self.read_links()
        self.read_choices()
        self.read_numbers()
        self.read_texts()
        return self.draft

    def put(self, name, value):
        """Fill a field of the form that nothing has filled yet."""
        if name in self.fields and value not in (None, "", []):
            self.draft.values.setdefault(name, value)

    # Days and places ------------------------------------------------------------------------------

    def read_days(self):
        self.day = find_day(self.text, today=self.today)
        if self.day:
            self.put("date", self.day.date)
            self.put("ended_on", self.day.until)
        if self.register.month_field != "date":
            self.put(self.register.month_field, find_month(self.text, today=self.today))

    def read_places(self):
        """One village is the place; several held it together, or each did the same (分别、各村)."""
        reach = self.gate.entry_areas()
        named = find_areas(self.text, self.gate.neighbours())
        own = [area for area in named if area in set(reach)]
        if own:
            self.put("area", own[0].pk)
        others = [area for area in named if area not in own[:1]]
        if self.model.JOINT_FIELD and others and not self.each_alone():
            self.put(self.model.JOINT_FIELD, [area.pk for area in others])
        elif self.each_alone():
            self.draft.also = [area.pk for area in own[1:]]

    def each_alone(self):
        return re.search(r"分别|各自|各村|同步开展|逐村", self.text) is not None

    # Links and choices ----------------------------------------------------------------------------

    def read_links(self):
        """Fields that point to reference data: 进, laws, topics, offices."""
        for name in self.register.form_fields():
            model_field = self.model._meta.get_field(name)
            related = model_field.related_model if model_field.is_relation else None
            if related is Law:
                self.put(name, self.laws())
            elif related is Topic:
                self.put(name, self.topics(model_field))
            elif related is Office and model_field.many_to_one:
                self.put(name, next((office.pk for office in self.offices()), None))
        self.read_settings()

    def read_settings(self):
        """The main 进, and the others that a message names besides."""
        names = [
            name for name in self.fields if self.model._meta.get_field(name).related_model is SchemeMember
        ]
        if not names:
            return
        members = list(reachable(SchemeMember.objects.all(), gate=self.gate))
        main, others = find_settings(self.text, members)
        main = main or self.usual_setting(members)
        for name in names:
            several = self.model._meta.get_field(name).many_to_many
            self.put(name, [member.pk for member in others] if several else main and main.pk)

    def usual_setting(self, members):
        """进乡村 for a village and 进社区 for a community, where the message says nothing about it."""
        place = self.gate.areas().filter(pk=self.draft.values.get("area")).first()
        key = SETTING_OF_KIND.get(place.kind) if place else None
        return next((member for member in members if member.key == key), None)

    def laws(self):
        """Laws by full or short name; a longer name hides the shorter one inside it."""
        rest, found = _NOT_LAWS.sub("　", self.text), {}
        named = [(name, law.pk) for law in Law.objects.all() for name in _names_of_law(law) if name in rest]
        for name, pk in sorted(named, key=lambda pair: -len(pair[0])):
            if name in rest:
                rest = rest.replace(name, "　")
                found[pk] = self.text.index(name)
        return sorted(found, key=found.get)

    def topics(self, model_field):
        use = model_field.get_limit_choices_to().get("use")
        return [
            topic.pk
            for topic in Topic.objects.filter(use=use)
            if any(word in self.text for word in TOPIC_WORDS.get(topic.key, (topic.name,)))
        ]

    def offices(self):
        return find_offices(self.text, self.gate.offices())

    def read_choices(self):
        for said in self.reading.said:
            found = [
                value for value, words in said.choices.items() if any(word in self.text for word in words)
            ]
            several = hasattr(self.model._meta.get_field(said.field), "labels")
            if found:
                self.put(said.field, found if several else found[0])

    # Numbers --------------------------------------------------------------------------------------

    def read_numbers(self):
        taken = range(self.day.start, self.day.end) if self.day else ()
        for numeral in find_all(self.text):
            if numeral.start in taken or not self.has_unit(numeral):
                continue
            clause = self.clause_of(numeral)
            if numeral.whole is None or not (
                self.put_count(numeral, clause) or self.put_row(numeral, clause)
            ):
                unit = re.match(r"[^\W\d_]{0,2}", self.behind(numeral))[0]
                self.draft.left_over.append(numeral.text + unit)
            elif numeral.approximate:
                self.put("approximate", True)

    def behind(self, numeral):
        return self.plain[numeral.end :].lstrip(" 余多")

    def has_unit(self, numeral):
        """Whether some rule knows the unit, or it is a number in digits that ought to be understood."""
        units = [unit for rule in (*self.reading.counts, *self.reading.rows) for unit in rule.units]
        if self.behind(numeral).startswith(tuple(units)):
            return True
        return not numeral.in_characters and re.match(r"[人份本册张条件户起场次块台]", self.behind(numeral))

    def clause_of(self, numeral):
        """The clause around a number, and before it what the sentence has said so far without a number."""
        clauses = list(_CLAUSE.finditer(self.plain))
        at = next((n for n, clause in enumerate(clauses) if numeral.start < clause.end()), None)
        if at is None:
            return self.plain
        own = clauses[at].group()
        before = clauses[at - 1] if at else None
        if before and not find_all(before.group()) and self.plain[before.end()] not in _SENTENCE_END:
            own = before.group() + own
        return own

    def put_count(self, numeral, clause):
        for rule in self.reading.counts:
            if rule.field in self.draft.values or rule.field not in self.fields:
                continue
            if self.fits(rule, numeral, clause):
                self.put(rule.field, numeral.whole)
                return True
        return False

    @cached_property
    def kinds(self):
        """{sub-table: {kind: words}}: kinds that were added go by their names, ahead of the words inside them."""
        found = {}
        for rule in self.reading.rows:
            rows = next(lines.model for lines in self.register.lines if lines.name == rule.lines)
            link = rows._meta.get_field("kind")
            key = link.target_field.attname
            listed = {getattr(one, key): (str(one),) for one in reachable(choices_of(link), gate=self.gate)}
            added = {kind: words for kind, words in listed.items() if kind not in rule.kinds}
            found[rule.lines] = added | rule.kinds
        return found

    def put_row(self, numeral, clause):
        for rule in self.reading.rows:
            words_of = self.kinds[rule.lines]
            kinds = {kind: [word for word in words if word in clause] for kind, words in words_of.items()}
            named = [kind for kind, words in kinds.items() if words]
            if not named and not any(word in clause for word in rule.words):
                continue
            if self.fits(rule, numeral, clause, words=()):
                unit = next(unit for unit in rule.units if self.behind(numeral).startswith(unit))
                kind = named[0] if named else next(iter(rule.kinds))
                row = {"kind": kind, "quantity": numeral.whole, "unit": rule.unit_as.get(unit, unit)}
                self.draft.lines.setdefault(rule.lines, []).append(row)
                return True
        return False

    def fits(self, rule, numeral, clause, words=None):
        words = rule.words if words is None else words
        return (
            self.behind(numeral).startswith(rule.units)
            and (not words or any(word in clause for word in words))
            and not any(word in clause for word in rule.unless)
        )

    # Texts ----------------------------------------------------------------------------------------

    def read_texts(self):
        for guess in self.reading.guesses:
            found = next((m for pattern in guess.patterns if (m := re.search(pattern, self.text))), None)
            if found:
                self.put_text(guess.field, found[1])
        if found := _PLACE.search(self.text):
            self.put_text("place", found[1])
        if found := _QUOTED.search(self.text) or _TITLE.search(self.text):
            self.put_text("title", found[1])

    def put_text(self, name, text):
        limit = self.model._meta.get_field(name).max_length if name in self.fields else None
        if limit is None or len(text) <= limit:
            self.put(name, text.strip("，。、：: "))


def _names_of_law(law):
    return [law.name, *(name for name in law.short_names.split("、") if name)]
