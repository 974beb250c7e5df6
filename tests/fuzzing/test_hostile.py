"""Every form, every file and every address, with what nobody means to send.

Nothing is named here: the pages are walked, their forms read as a browser reads them, and the parameters of an
address are those that its view asks for. `FUZZ=200` tries so many examples of each instead of a few.
"""

import ast
import inspect
import json
import os
import re
from urllib.parse import urlencode, urlsplit

import hypothesis
import pytest
from django import forms
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection, transaction
from django.forms import BaseFormSet
from django.test import Client
from django.urls import NoReverseMatch, resolve, reverse
from hypothesis import strategies as st

from township.people.models import User
from township.records.register import registry

from .furnishing import furnish
from .hostile import ALL_AT_ONCE, UNSHOWABLE, files, values
from .walking import Page, asked_for, place, walk

DEEP = int(os.environ.get("FUZZ") or 0)
# The forms of all registers are made by one mechanism: the quick run tries the entry form of each and all the
# rest of these.
WHOLE = {"outreach-events"}
USERS = ("zonghe", "xitong", "anquan", "tiaojie", "shenhe", "cunzhuan", "fenguan", "xian")
CHINESE = range(0x4E00, 0xA000)

STRANGE = {int: (10**30, 2**63, 0), str: ("none", "\0", "\u202e", "x" * 3000)}

trying = hypothesis.settings(
    max_examples=DEEP or 1,
    derandomize=not DEEP,
    database=None,
    deadline=None,
    phases=[hypothesis.Phase.generate],
    suppress_health_check=list(hypothesis.HealthCheck),
)


REGISTERS = {register.slug for register in registry.all()}
# Files take long to make and read the same parameters as the pages that lead to them.
FILES = re.compile("pdf|word|export|files|poster|yearbook|annex|preview|package|volume|workbook$")
ENTRY = {"records:list", "records:new"}


def wanted(found):
    """Whether the quick run goes there: in most registers to the entry form alone."""
    name, *words = found
    if DEEP:
        return True
    return name in ENTRY or not (FILES.search(name) or REGISTERS.intersection(words) - WHOLE)


@pytest.fixture(scope="module")
def walked(demonstration, django_db_blocker):
    """[(client, address, response)]: every place that the users of the demonstration come to."""
    seen, found = set(), []
    with django_db_blocker.unblock():
        furnish()
        for username in USERS if DEEP else USERS[:3]:
            client = Client()
            client.force_login(User.objects.get(username=username))
            found += [(client, *step) for step in walk(client, seen, wanted)]
    return found


class Failures:
    """What was found, by address; told together at the end, for one is seldom alone."""

    def __init__(self):
        self.found = {}

    def trying(self, address, act):
        if place(address) in self.found:
            return
        try:
            act()
        except Exception as error:
            self.found[place(address)] = f"{address}: {type(error).__name__}: {str(error)[:600]}"

    def none(self):
        assert not self.found, "\n\n".join(self.found.values())


def shown(sql):
    return sql.lstrip("( ").startswith(("INSERT", "UPDATE"))


def refuse_unshowable(execute, sql, params, many, context):
    """Nothing is stored that no page can show."""
    if shown(sql) and params:
        for value in (one for row in params for one in row) if many else params:
            text = value if isinstance(value, str) else str(getattr(value, "obj", ""))
            assert not UNSHOWABLE.search(text) and "\\u0000" not in text, f"stored: {sql[:90]} {text[:80]!r}"
    return execute(sql, params, many, context)


def sound(client, send):
    """`send()` answers without breaking, in Chinese, and what it leads to can be shown."""
    cookies = client.cookies.copy()
    try:
        with transaction.atomic(), connection.execute_wrapper(refuse_unshowable):
            response = send()
            check(response)
            if response.status_code == 302 and place(response["Location"]):
                check(client.get(response["Location"]))
            transaction.set_rollback(True)
    finally:
        client.cookies = cookies


def check(response):
    assert response.status_code < 500, response.status_code
    if response.streaming:
        return
    kind = response.headers.get("Content-Type", "")
    text = response.content.decode() if kind.startswith(("text", "application/json")) else ""
    if kind.startswith("application/json"):
        text = json.dumps(json.loads(text), ensure_ascii=False)
    assert not UNSHOWABLE.search(text), f"shown: {UNSHOWABLE.search(text)[0]!r} {response.status_code}"
    if kind.startswith("text/html"):
        assert "<script>alert" not in text and "<img src=x" not in text
    if response.status_code >= 400 and response.status_code != 405:
        assert chinese(text), f"{response.status_code}: {text[:100]}"
    for sentence in sentences(response):
        assert chinese(sentence) and len(sentence) < 300, f"said: {sentence[:300]}"


def chinese(text):
    return any(ord(character) in CHINESE for character in text)


def sentences(response):
    """Every sentence that a form of the answer has to say about what was typed."""
    for layer in response.context or ():
        for value in layer.dicts if hasattr(layer, "dicts") else [layer]:
            for one in value.values():
                if isinstance(one, forms.BaseForm) and one.is_bound:
                    yield from (text for errors in one.errors.values() for text in errors)
                elif isinstance(one, BaseFormSet) and one.is_bound:
                    yield from one.non_form_errors()
                    yield from (text for row in one.errors for errors in row.values() for text in errors)


def encoded(data):
    pairs = [(name, value) for name, given in data.items() for value in given]
    return urlencode(pairs, encoding="utf-8", errors="surrogatepass")


def get(client, address, data):
    return client.get(urlsplit(address).path, QUERY_STRING=encoded(data)[:60_000])


def post(client, address, data, uploads=()):
    if uploads:
        typed = {
            name: [value.encode("utf-8", "replace").decode() for value in given]
            for name, given in data.items()
        }
        sent = {name: SimpleUploadedFile(title, content) for name, (title, content) in uploads.items()}
        return client.post(address, {**typed, **sent})
    return client.post(address, encoded(data), content_type="application/x-www-form-urlencoded")


@st.composite
def typed_over(draw, form, names):
    """(data, files): what the form would send, with hostile values in all its fields or in some."""
    data = {name: list(given) for name, given in form.fields.items() if name}
    names = sorted(set(data) | names)
    if names and draw(st.booleans()):
        for name in draw(st.lists(st.sampled_from(names), min_size=1, max_size=3, unique=True)):
            data[name] = draw(st.lists(values(), max_size=2))
    else:
        value = draw(st.one_of(st.just(ALL_AT_ONCE), values()))
        data |= {name: [value] for name in names if not name.endswith("_FORMS") and name != "then"}
    return data, {name: draw(files()) for name in form.files}


def test_every_form(walked, db):
    failures, tried = Failures(), set()
    for client, address, response in walked:
        if not response.headers.get("Content-Type", "").startswith("text/html"):
            continue
        for form in Page(address, response.content.decode()).forms:
            target = place(form.address)
            key = (client if DEEP else None, target, form.posted, frozenset(form.fields))
            if target is None or not form.posted or key in tried:
                continue
            tried.add(key)
            failures.trying(form.address, lambda form=form, client=client: try_form(client, form))
    failures.none()
    assert len(tried) > 60


def try_form(client, form):
    with asked_for() as names:
        sound(client, lambda: post(client, form.address, form.fields))
    names = frozenset(names - {"csrfmiddlewaretoken"})

    @trying
    @hypothesis.given(typed_over(form, names))
    def example(given):
        sound(client, lambda: post(client, form.address, *given))

    example()


def test_every_address(walked, db):
    """Filters, pages, spans, orders and searches: whatever an address is asked for may be nonsense."""
    failures = Failures()
    for client, address, _ in walked:
        if place(address)[0] in ENTRY and not DEEP and not WHOLE.intersection(place(address)):
            continue
        failures.trying(address, lambda address=address, client=client: try_address(client, address))
    failures.none()
    assert len(walked) > 100


def try_address(client, address):
    with asked_for() as names, transaction.atomic():
        client.get(address)
        transaction.set_rollback(True)
    if not names:
        return

    @trying
    @hypothesis.given(some_of(names))
    def example(data):
        sound(client, lambda: get(client, address, data))

    example()


def some_of(names):
    """Nonsense for all that is asked for, or for some of it, or for some several times."""
    every = values().map(lambda value: {name: [value] for name in sorted(names)})
    some = st.dictionaries(st.sampled_from(sorted(names)), st.lists(values(), max_size=2))
    return st.one_of(every, some)


def test_every_act(walked, db):
    """What answers to posts alone: as a form, as JSON, without any of what it needs, and with nonsense."""
    failures, tried = Failures(), set()
    for client, address, response in walked:
        if response.status_code == 405 and place(address) not in tried:
            tried.add(place(address))
            failures.trying(address, lambda address=address, client=client: try_act(client, address))
    failures.none()
    assert tried


def try_act(client, address):
    with asked_for() as names:
        sound(client, lambda: client.post(address))
    words = words_of(address)

    @trying
    @hypothesis.given(some_of(names | {"x"}), sent_as_json(words))
    def example(data, body):
        sound(client, lambda: post(client, address, data))
        sound(client, lambda: client.post(address, body, content_type="application/json"))

    example()


def words_of(address):
    """Every word in the code of the view behind an address that may be the name of something sent."""
    source = inspect.getsource(inspect.getmodule(resolve(urlsplit(address).path).func))
    texts = (node.value for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Constant))
    return sorted({text for text in texts if isinstance(text, str) and text.isidentifier()} | {"x"})


def sent_as_json(words):
    """The body of a request: an object with hostile values under the view's words, or no object at all."""
    value = st.one_of(
        values(), st.none(), st.booleans(), st.integers(), st.floats(), st.lists(values(), max_size=2)
    )
    objects = value.map(lambda one: dict.fromkeys(words, one)) | st.dictionaries(
        st.sampled_from(words), value
    )
    texts = st.sampled_from(["", "[]", "null", "{", "[" * 100_000, '{"text": 1e400, "version": Infinity}'])
    return objects.map(json.dumps) | texts


def test_every_number_and_word_of_a_path(walked, db):
    """What stands in the path of an address itself: ids beyond every database's, and words that nobody has."""
    failures = Failures()
    for client, address, _ in walked:
        found = resolve(urlsplit(address).path)
        if place(address)[0] in ENTRY and not DEEP and not WHOLE.intersection(place(address)):
            continue
        for name, value in found.kwargs.items():
            for strange in STRANGE[type(value)][: None if DEEP else 1]:
                kwargs = {**found.kwargs, name: strange}
                failures.trying(address, lambda c=client, f=found, k=kwargs: try_path(c, f, k))
    failures.none()


def try_path(client, found, kwargs):
    try:
        address = reverse(found.view_name, kwargs=kwargs)
    except NoReverseMatch:
        return
    sound(client, lambda: client.get(address))
    sound(client, lambda: client.post(address))
