"""Names in cells to things in the portal: places, offices, people, laws, other records; through the gate.

Everything is read once per import, so that a row costs no query.
"""

import re
import unicodedata
from functools import cached_property, lru_cache

from township.people.models import Area, Office, Person
from township.records.filters import choices_of
from township.records.forms import reachable
from township.records.models import Law, Record, Scheme, SchemeMember

SEPARATORS = re.compile(r"[、，,；;\n\r]+")
LINKED = re.compile(r"（编号([0-9]{1,18})）$")
NAMES_SHOWN = 8
TITLED = re.compile(r"^(?P<name>[^（()）]{2,30})[（(](?P<post>[^()]*)[)）]$")


class Unknown(Exception):
    """A name that stands for nothing here; the text is the sentence for the user."""


@lru_cache(maxsize=20_000)
def folded(text):
    """A name as it is compared: half-width, without blanks and without 《》 and quotation marks."""
    text = unicodedata.normalize("NFKC", str(text)).replace("(", "（").replace(")", "）")
    return re.sub(r"[\s《》〈〉“”\"'‘’]", "", text)


def link_text(record):
    """How a workbook names another record: by its title and number, for titles repeat."""
    return f"{record}（编号{record.pk}）"


class Lookups:
    """The names that the user of `gate` may use in `declaration`."""

    def __init__(self, declaration, gate):
        self.declaration, self.gate = declaration, gate
        self._choices, self._schemes = {}, {}
        self.new_people = {}

    # Places --------------------------------------------------------------------------------------

    @cached_property
    def entry_ids(self):
        return set(self.gate.entry_areas().values_list("pk", flat=True))

    @cached_property
    def places(self):
        """{name: area} of the whole township, so that a neighbour is named and refused, not unknown."""
        path = self.gate.user.area.township_path
        areas = Area.objects.filter(path__startswith=path)
        found = {}
        for area in areas:
            for name in _names_of_place(area):
                found.setdefault(folded(name), area)
        return found

    def place(self, text, *, label):
        """The area that a cell names and the user may enter for."""
        area = self._any_place(text, label)
        if area.pk not in self.entry_ids:
            raise Unknown(f"您不能替{area.name}录入，请由{area.name}自己导入，或交镇综合管理员代录。")
        return area

    def village(self, text, label):
        """A village of the township, whoever may enter for it."""
        area = self._any_place(text, label)
        if not area.is_village:
            raise Unknown(f"{label}请填村（社区）的名称，“{text}”不是村。")
        return area

    def _any_place(self, text, label):
        name = folded(text)
        area = self.places.get(name) or self.places.get(
            re.sub(r"(村委会|村民委员会|居委会|居民委员会)$", "", name)
        )
        if area is None:
            villages = [
                area.name for area in dict.fromkeys(self.places.values()) if area.pk in self.entry_ids
            ]
            raise Unknown(f"本镇没有“{text}”这个{label}，可填：{shortened(villages)}。")
        return area

    # People --------------------------------------------------------------------------------------

    @cached_property
    def people(self):
        found = {}
        for person in self.gate.people().select_related("area"):
            found.setdefault(folded(person.name), []).append(person)
        return found

    def person(self, text, label):
        """Somebody of the roster, as 姓名 or 姓名（职务）; a new name joins the roster when the import is made."""
        text = str(text).strip()
        titled = TITLED.match(text)
        name, post = (titled["name"].strip(), titled["post"].strip()) if titled else (text, "")
        if not 2 <= len(name) <= 30 or SEPARATORS.search(name) or re.search(r"[0-9（(]", name):
            raise Unknown(f"{label}请填一个人的姓名，可在后面用括号写职务，例如 张三（村支书）。")
        matches = self.people.get(folded(name), [])
        if post:
            matches = [one for one in matches if post in (one.position, one.area.name)] or matches
        if len(matches) > 1:
            choices = "、".join(person.choice_label for person in matches)
            raise Unknown(f"名册里有同名人员，请写明职务：{choices}。")
        if matches:
            return matches[0]
        return self.new_people.setdefault(
            (name, post), Person(area=self.gate.user.area, name=name, position=post[:60])
        )

    # Everything else that a field points to ------------------------------------------------------

    def one(self, field, text):
        """What a to-one field points to by the name in `text`."""
        found = self._named(field).get(folded(text))
        if found is None and (linked := LINKED.search(str(text))):
            found = self._by_pk(field).get(int(linked[1]))
        if found is None:
            raise Unknown(self._unknown(field, text))
        if found is AMBIGUOUS:
            raise Unknown(f"有几条记录都叫“{text}”，请在名称后写明编号，例如 {text}（编号12）。")
        return found

    def names(self, field):
        """The names of all that `field` can point to."""
        return [str(choice) for choice in self._by_pk(field).values()]

    def by_key(self, field, key):
        """What `field` points to when its column holds `key`; None where that is not within reach."""
        attname = field.target_field.attname
        return next((one for one in self._by_pk(field).values() if getattr(one, attname) == key), None)

    def several(self, field, text):
        """What a to-many field points to: names with any separator, and names that hold a separator."""
        named = self._named(field)
        found, unknown = [], []
        for part in split_names(str(text), named):
            (found if part in named else unknown).append(named.get(part, part))
        if unknown:
            raise Unknown(self._unknown(field, "、".join(unknown)))
        return list(dict.fromkeys(found))

    def in_year(self, value, area, year):
        """A member of 法律进, or a list of them, exchanged for those of the scheme in force in `area` in `year`."""
        if isinstance(value, list):
            return [self.in_year(one, area, year) for one in value]
        if (area.pk, year) not in self._schemes:
            scheme = Scheme.objects.for_area(area, year)
            members = scheme.members.select_related("scheme") if scheme else ()
            self._schemes[area.pk, year] = {member.key: member for member in members}
        return self._schemes[area.pk, year].get(value.key, value)

    def _unknown(self, field, text):
        names = list(dict.fromkeys(str(one) for one in self._by_pk(field).values()))
        if issubclass(field.related_model, Record):
            return f"找不到“{text}”这条{field.verbose_name}，请照那条记录的名称填。"
        hint = f"可填：{shortened(names)}" if names else "请先由管理员添加"
        return f"{field.verbose_name}里没有“{text}”，{hint}。"

    def _named(self, field):
        return self._load(field)[0]

    def _by_pk(self, field):
        return self._load(field)[1]

    def _load(self, field):
        if field not in self._choices:
            queryset = reachable(choices_of(field), gate=self.gate)
            if issubclass(field.related_model, Record):
                queryset = queryset.select_related("area")
            self._choices[field] = self._index(list(queryset))
        return self._choices[field]

    def _index(self, choices):
        named = {}
        for choice in choices:
            for name in _names_of(choice):
                other = named.setdefault(folded(name), choice)
                if other is not choice and isinstance(choice, Record):
                    named[folded(name)] = AMBIGUOUS
                elif other is not choice and isinstance(choice, SchemeMember):
                    # The form exchanges it for the same member of the year's own scheme.
                    named[folded(name)] = max(other, choice, key=lambda one: one.scheme.first_year)
        return named, {choice.pk: choice for choice in choices}


AMBIGUOUS = object()


def _names_of_place(area):
    names = [area.name, area.choice_label, area.code, area.short_name]
    if area.is_village:
        names.append(re.sub(r"(村|社区)$", "", area.name))
    else:
        names += ["镇本级", "本级", "镇", "本镇", "全镇"] if area.level == Area.Level.TOWNSHIP else []
    return [name for name in names if name]


def _names_of(choice):
    if isinstance(choice, Record):
        return [str(choice)]
    if isinstance(choice, Law):
        return [choice.name, *choice.short_names.split("、"), choice.name.removeprefix("中华人民共和国")]
    if isinstance(choice, SchemeMember):
        return [choice.name, f"法律{choice.name}", choice.name.removeprefix("进")]
    if isinstance(choice, Office | Person):
        return [choice.name]
    return [str(choice)]


def split_names(text, named):
    """`text` cut into names of `named` (folded); what is no name is cut at separators."""
    whole = folded(text)
    if whole in named:
        return [whole]
    parts = [folded(part) for part in re.split(r"[、，,；;\n\r]+|(?<=》)(?=《)", text) if part.strip()]
    found, place = [], 0
    while place < len(parts):
        # The longest run of parts that is one name: names of laws hold commas and 、 themselves.
        for end in range(len(parts), place, -1):
            joined = [separator.join(parts[place:end]) for separator in "、，,；"]
            if name := next((name for name in joined if name in named), None):
                found.append(name)
                place = end
                break
        else:
            found.append(parts[place])
            place += 1
    return found


def shortened(names):
    """Some names for a sentence, not hundreds."""
    return "、".join(names[:NAMES_SHOWN]) + (f"等 {len(names)} 个" if len(names) > NAMES_SHOWN else "")
