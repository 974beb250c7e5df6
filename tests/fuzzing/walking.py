"""Walking through the portal as a user does: every address that a page names, every form that it shows."""

from contextlib import contextmanager
from dataclasses import dataclass, field
from html.parser import HTMLParser
from unittest import mock
from urllib.parse import urldefrag, urljoin, urlsplit

from django.http import QueryDict
from django.urls import Resolver404, resolve

# The way out would end the walk.
LEFT_OUT = {"logout"}


@dataclass
class Form:
    """A form as the browser would send it: where, how, and every field's values."""

    address: str
    posted: bool
    fields: dict = field(default_factory=dict)
    files: set = field(default_factory=set)


class Page(HTMLParser):
    """What a page leads to: `addresses` in any attribute, and its `forms`."""

    def __init__(self, address, source):
        super().__init__()
        self.address, self.addresses, self.forms = address, set(), []
        self._by_id, self._form, self._select, self._area = {}, None, None, None
        self.feed(source)

    def handle_starttag(self, tag, attributes):
        given = dict(attributes)
        for name, value in attributes:
            if value and (value.startswith("/") or (name in ("href", "action") and value.startswith("?"))):
                self.addresses.add(urldefrag(urljoin(self.address, value))[0])
        if tag == "form":
            action = urljoin(self.address, given.get("action") or self.address)
            self._form = Form(action, given.get("method", "").lower() == "post")
            self._by_id[given.get("id")] = self._form
            self.forms.append(self._form)
        form = self._by_id.get(given["form"]) if given.get("form") else self._form
        if form is not None:
            self._field(form, tag, given)

    def _field(self, form, tag, given):
        name = given.get("name")
        if tag == "select":
            self._select = (form, name)
            form.fields.setdefault(name, [])
        elif tag == "option" and self._select:
            form, name = self._select
            if "selected" in given or not form.fields[name]:
                form.fields[name] = [given.get("value", "")]
        elif tag == "textarea" and name:
            self._area = (form, name)
            form.fields[name] = [""]
        elif tag in ("input", "button") and name and given.get("type") == "file":
            form.files.add(name)
        elif tag in ("input", "button") and name:
            ticked = given.get("type") not in ("checkbox", "radio") or "checked" in given
            values = form.fields.setdefault(name, [])
            if ticked and not (tag == "button" and values):
                values.append(given.get("value") or "")

    def handle_data(self, data):
        if self._area:
            form, name = self._area
            form.fields[name] = [form.fields[name][0] + data]

    def handle_endtag(self, tag):
        if tag == "form":
            self._form = None
        elif tag == "select":
            self._select = None
        elif tag == "textarea":
            self._area = None


def place(address):
    """What the address is of: its name and the words in it, whatever the number of the thing; None: not ours."""
    path = urlsplit(address).path
    try:
        found = resolve(path)
    except Resolver404:
        return None
    words = {
        name: value
        for name, value in found.kwargs.items()
        if name in ("slug", "kind", "step", "act", "suffix")
    }
    return None if found.view_name in LEFT_OUT else (found.view_name, *words.values())


def walk(client, seen, wanted=lambda place: True):
    """[(address, response)] of one address of every place that `client` comes to from the first page."""
    waiting, found = ["/"], []
    while waiting:
        address = waiting.pop(0)
        here = place(address)
        if here is None or here in seen or not wanted(here):
            continue
        response = client.get(address)
        assert response.status_code < 500, address
        if response.status_code in (403, 404):
            continue
        seen.add(here)
        found.append((address, response))
        if response.headers.get("Content-Type", "").startswith("text/html"):
            waiting += sorted(Page(address, response.content.decode()).addresses)
        if response.status_code == 302:
            waiting.append(response["Location"])
    return found


@contextmanager
def asked_for():
    """The names that a view asks of an address or a post while the block runs."""
    names = set()

    def listening(method):
        def ask(data, name, *rest):
            names.add(name)
            return method(data, name, *rest)

        return ask

    with mock.patch.multiple(
        QueryDict,
        **{
            method: listening(getattr(QueryDict, method))
            for method in ("get", "getlist", "__getitem__", "__contains__")
        },
    ):
        yield names
