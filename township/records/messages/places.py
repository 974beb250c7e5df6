"""Places in a message: villages by full or short name, offices, and the 进 that an event belongs to."""

import re

# Words for a 进 beside its own name, by the stable key of the scheme's member; the plainest come last.
SETTING_WORDS = {
    "school": ("进校园", "进课堂", "开学第一课", "法治副校长", "小学", "中学", "学校", "幼儿园", "校园"),
    "enterprise": ("进厂", "进工地", "进园区", "企业", "公司", "工厂", "工地", "厂区"),
    "hospital": ("卫生院", "医院", "卫生室"),
    "family": ("进农户", "进万家"),
    "organ": ("进单位", "机关干部"),
    "temple": ("进寺庙", "进宗教场所", "寺庙", "宗教场所"),
    "community": ("进小区", "小区", "社区"),
    "rural": (
        "进农村",
        "进村",
        "下乡",
        "进田间",
        "院坝",
        "屋场",
        "村民",
        "村部",
        "赶集",
        "赶圩",
        "赶场",
        "田间",
    ),
}
# A short name needs two characters; 毛俊镇 is no village.
SHORTEST = 2
_NOT_A_VILLAGE = r"(?![镇乡县市区])"


def find_areas(text, areas):
    """The places of `areas` that `text` names, in the order of the text."""
    found = {}
    for area in areas:
        for name in names_of(area):
            if match := re.search(re.escape(name) + _NOT_A_VILLAGE, text):
                found.setdefault(area, (match.start(), -len(name)))
    return _without_parts(sorted(found, key=found.get), text)


def names_of(area):
    """Full name first, then the short ones."""
    stem = re.sub(r"(村|社区|居委会|村委会)$", "", area.name)
    return [name for name in dict.fromkeys((area.name, area.short_name, stem)) if len(name) >= SHORTEST]


def _without_parts(areas, text):
    """Without a place whose name only occurs inside another one's: 石桥 in 小石桥村."""
    longer = sorted((name for area in areas for name in names_of(area)), key=len, reverse=True)

    def stands_alone(area):
        rest = text
        for name in longer:
            if any(own in name and own != name for own in names_of(area)) and name not in names_of(area):
                rest = rest.replace(name, "　")
        return any(name in rest for name in names_of(area))

    return [area for area in areas if stands_alone(area)]


def find_offices(text, offices):
    """The offices that `text` names."""
    return [office for office in offices if office.name in text]


def find_settings(text, members):
    """The 进 that `text` names: (main, others), by their own names first; (None, []) when it names none."""
    named = sorted((m for m in members if m.name in text), key=lambda member: text.index(member.name))
    if named:
        return named[0], named[1:]
    by_key = {member.key: member for member in members}
    hits = [
        (rank, key)
        for key, words in SETTING_WORDS.items()
        for rank, word in enumerate(words)
        if key in by_key and word in text
    ]
    # The more telling word wins: 进校园 at a village's school is 进学校.
    return (by_key[min(hits, key=lambda hit: (not _says_in(hit), hit[0]))[1]], []) if hits else (None, [])


def _says_in(hit):
    rank, key = hit
    return SETTING_WORDS[key][rank].startswith("进")
