"""How much of thirty chat messages is read right; what is misread is printed."""

import pytest

from tests.records.messages.chat import MESSAGES, TODAY
from township.people.gate import Gate
from township.people.models import Area, Office
from township.records.messages import read_message
from township.records.models import Law, SchemeMember, Topic

VILLAGES = [
    "毛俊村",
    "毛竹村",
    "沙坪村",
    "岭脚村",
    "石桥村",
    "河源村",
    "新田村",
    "长塘村",
    "大洞村",
    "枫木村",
    "茶园村",
    "青山村",
]
COMMUNITIES = ("圩镇社区", "振兴社区")
OFFICES = ("政法办", "综合行政执法队", "中心学校")
SETTINGS = (("organ", "进机关"), ("enterprise", "进企业"), ("hospital", "进医院"))
LEAST_RIGHT = 0.8


@pytest.fixture
def gate(world):
    """The coordinator of a township with fourteen villages and the whole 法律七进."""
    for names, kind in ((VILLAGES, Area.Kind.VILLAGE), (COMMUNITIES, Area.Kind.COMMUNITY)):
        for name in names:
            Area.objects.create(name=name, parent=world.township, level=Area.Level.VILLAGE, kind=kind)
    for name in OFFICES:
        Office.objects.create(area=world.township, name=name)
    for position, (key, name) in enumerate(SETTINGS):
        SchemeMember.objects.create(scheme=world.scheme, key=key, name=name, position=10 + position)
    return Gate(world.coordinator)


def read(text, gate):
    """{field: value} in the words of the table, and the register's slug."""
    draft = read_message(text, gate=gate, today=TODAY)
    if draft is None:
        return {}, None
    values = {name: in_words(draft.register.model, name, value) for name, value in draft.values.items()}
    for name, rows in draft.lines.items():
        values[name] = [(row["kind"], row["quantity"], row["unit"]) for row in rows]
    if draft.also:
        values["also"] = [Area.objects.get(pk=pk).name for pk in draft.also]
    return values, draft.register.slug


def in_words(model, name, value):
    related = model._meta.get_field(name).related_model
    if related in (Area, Office):
        return (
            [related.objects.get(pk=pk).name for pk in value]
            if isinstance(value, list)
            else related.objects.get(pk=value).name
        )
    if related is SchemeMember:
        return (
            [m.key for m in SchemeMember.objects.filter(pk__in=value)]
            if isinstance(value, list)
            else SchemeMember.objects.get(pk=value).key
        )
    if related is Law:
        return [Law.objects.get(pk=pk).name.removeprefix("中华人民共和国") for pk in value]
    if related is Topic:
        return [Topic.objects.get(pk=pk).name for pk in value]
    return value


def compare(text, slug, expected, gate):
    """([right], [(field, expected, read)]) of one message, the register being its first field."""
    found, found_slug = read(text, gate)
    if "title" not in expected:
        found.pop("title", None)
    fields = {name: (expected.get(name), found.get(name)) for name in {*expected, *found}}
    fields["register"] = (slug, found_slug)
    wrong = [(name, *pair) for name, pair in sorted(fields.items()) if pair[0] != pair[1]]
    return len(fields) - len(wrong), wrong


def test_most_of_thirty_messages_is_read_right(gate, capsys):
    right, misread = 0, []
    for text, slug, expected in MESSAGES:
        count, wrong = compare(text, slug, expected, gate)
        right += count
        misread += [(text, *item) for item in wrong]
    share = right / (right + len(misread))
    with capsys.disabled():
        print(f"\n粘贴识别：{len(MESSAGES)} 条，{right + len(misread)} 项，对 {right} 项（{share:.1%}）")
        for text, name, wanted, found in misread:
            print(f"  {name}: 应为 {wanted!r}，识别为 {found!r} ← {text[:30]}…")
    assert len(MESSAGES) == 30
    assert share >= LEAST_RIGHT
