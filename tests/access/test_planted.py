"""Names, ID numbers and telephones under seal are nowhere without the right: walked through every address there is.

Each address of the URL conf is asked, with arguments that lead somewhere, by those who may not read parties; each
file is fetched by those who may export. What is planted must be in no page, no file and no name of one, no log
line and no row of any table.
"""

import io
import logging
import re
import zipfile
from urllib.parse import unquote

import pypdfium2
import pytest
from django.apps import apps
from django.db import connection
from django.urls import NoReverseMatch, get_resolver, reverse

from tests.browser.pages import NO_PAGES, fill, visits
from tests.factories import make_attachment, make_record, registers
from township.operations.logs import SafeFormatter
from township.people.trail.models import AuditEvent
from township.records.models import Citation
from township.records.register import registry

NAME, ID, MOBILE = "䶮喆犇", "11010519491231002X", "13912345678"
PLANTED = (NAME, ID, MOBILE)
OF_LEDGERS = {"records", "workbooks", "openness", "figures"}
# The papers of a case are what its parties are printed on.
ABOUT_PEOPLE = {"disputes:volume", "disputes:paper_pdf", "disputes:paper_word"}
# These end the session that asks.
LEAVING = {"logout", "session", "end_session"}


def planted_in(record, register):
    """Whether anything of `record` is kept under seal; it and its rows say what is planted from then on."""
    rows = [(record, register.sealed_fields())]
    for line_set in register.lines:
        rows += [(line, line_set.fields) for line in getattr(record, line_set.name).all()]
    planted = False
    for row, names in rows:
        sealed = [name for name in names if getattr(row._meta.get_field(name), "sealed", False)]
        for name in sealed:
            setattr(row, name, ID if "id_number" in name else MOBILE if "phone" in name else NAME)
        if sealed:
            row.save()
            planted = True
    return planted


@pytest.fixture
def planted(world):
    """{slug: record} of every register that keeps anything under seal."""
    found = {}
    for register in registers():
        record = make_record(register, world)
        if planted_in(record, register):
            make_attachment(record, by=world.coordinator)
            found[register.slug] = record
    return found


@pytest.fixture
def walk(world, sign_in, planted):
    """[(name, path)] of every address in the URL conf, each with all arguments that could lead somewhere."""
    made = fill(world, sign_in(world.coordinator))
    found = {
        (name, reverse(name, args=args) + (f"?{query}" if query else ""))
        for name, args, query, _ in visits(world, made)
    }
    for name, parameters in _patterns(get_resolver(), []):
        found |= {(name, path) for path in _paths(name, parameters, planted, made)}
    return sorted(found)


def _patterns(resolver, inside):
    for pattern in resolver.url_patterns:
        if hasattr(pattern, "url_patterns"):
            yield from _patterns(pattern, [*inside, pattern.namespace] if pattern.namespace else inside)
        else:
            yield ":".join([*inside, pattern.name]), list(pattern.pattern.converters)


def _paths(name, parameters, planted, made):
    """The paths of one address: of each planted record, where it asks for a record."""
    chosen = [{"slug": slug, "pk": record.pk} for slug, record in planted.items()]
    if "slug" not in parameters:
        chosen = [{"pk": pk} for pk in {made["report"].pk, planted["disputes"].pk, made["job"].pk}]
    for given in chosen:
        photo = Citation.objects.filter(register=given.get("slug", "disputes")).last()
        others = {
            "attachment": photo.attachment_id if photo else 1,
            "ordinal": 1,
            "suffix": "pdf",
            "key": "cover",
        }
        values = {one: given.get(one, others.get(one, 1)) for one in parameters}
        try:
            yield reverse(name, kwargs=values)
        except NoReverseMatch:
            # Its parameter is a word, of which the visits know one.
            yield reverse(name, kwargs={**values, **{one: "x" for one in parameters if one not in given}})


def texts_of(response):
    """Everything that an answer says: page or file, whatever lies packed in it, and its headers."""
    content = b"".join(response) if response.streaming else response.content
    yield unquote(str(response.headers))
    yield from unpacked(content)


def unpacked(content):
    if content.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            for name in package.namelist():
                yield name
                yield from unpacked(package.read(name))
    elif content.startswith(b"%PDF") and len(content) > 100:
        document = pypdfium2.PdfDocument(content)
        yield str(document.get_metadata_dict())
        for page in document:
            yield page.get_textpage().get_text_bounded().replace("\r\n", "")
    else:
        yield content.decode("utf-8", "replace")


def shown(response):
    return {secret for text in texts_of(response) for secret in PLANTED if secret in text}


def answers_of(client, walk):
    """({name: status codes}, what of the planted was said where)."""
    client.raise_request_exception = False
    answers, said = {}, []
    for name, path in walk:
        response = client.get(path)
        answers.setdefault(name, set()).add(response.status_code)
        said += [(path, secret) for secret in shown(response)]
    return answers, said


def test_no_address_says_it_without_the_right(world, sign_in, planted, walk, caplog):
    """The principal leader reads records and reports of the whole township, and no parties."""
    caplog.set_level(logging.DEBUG)
    answers, said = answers_of(sign_in(world.principal), walk)
    assert said == []
    assert {name for name, _ in _patterns(get_resolver(), [])} == set(answers)
    assert {name for name, codes in answers.items() if 500 in codes} == set()
    # The walk has gone somewhere: to the list, the record and the report.
    reached = {name for name, codes in answers.items() if 200 in codes}
    assert {
        "records:list",
        "records:detail",
        "records:search",
        "reports:detail",
        "reports:preview",
    } <= reached
    assert [secret for secret in PLANTED if secret in caplog.text] == []


def test_no_address_of_ledgers_says_it_to_a_village(world, sign_in, planted, walk):
    """A clerk enters, prints and exports for the own village, and reads no parties either."""
    mine = [(name, path) for name, path in walk if name.partition(":")[0] in OF_LEDGERS]
    answers, said = answers_of(sign_in(world.clerk_a), mine)
    assert said == []
    reached = {name for name, codes in answers.items() if 200 in codes}
    assert {"records:edit", "records:new", "workbooks:export", "workbooks:yearbook"} <= reached


def test_no_form_that_is_refused_says_it(world, sign_in, planted, walk):
    client = sign_in(world.users["clerk_a"])
    client.raise_request_exception = False
    said = []
    for name, path in dict(walk).items():
        if name not in LEAVING:
            said += [(path, secret) for secret in shown(client.post(path, {}))]
    assert said == []


def test_no_error_says_it(world, sign_in, planted, monkeypatch, caplog):
    """An error that quotes what it choked on: neither the page nor the log line as it is written repeats it."""

    def fails(*args, **kwargs):
        raise ValueError(NAME)

    monkeypatch.setattr(registry.get("disputes"), "detail_panels", fails)
    client = sign_in(world.coordinator)
    client.raise_request_exception = False
    response = client.get(reverse("records:detail", args=["disputes", planted["disputes"].pk]))
    lines = "".join(SafeFormatter().format(line) for line in caplog.records)
    assert (response.status_code, shown(response), "ValueError" in lines, NAME in lines) == (
        500,
        set(),
        True,
        False,
    )


def test_no_file_log_line_or_row_says_it(world, sign_in, planted, walk, caplog):
    """Whoever may read parties takes everything out that there is: only papers of a case are about its people."""
    caplog.set_level(logging.DEBUG)
    client = sign_in(world.coordinator)
    client.raise_request_exception = False
    # They are there: whoever may read them does.
    detail = client.get(reverse("records:detail", args=["disputes", planted["disputes"].pk]))
    assert NAME in detail.content.decode()
    files, said = set(), []
    for name, path in walk:
        if name not in NO_PAGES["answers with a file"]:
            continue
        response = client.get(path)
        if response.has_header("Content-Disposition"):
            files.add(name)
            assert "no-store" in response["Cache-Control"] or name.startswith("records:"), name
        headers, *rest = texts_of(response)
        said += [(path, secret) for secret in PLANTED if secret in headers]
        if name in ABOUT_PEOPLE:
            rest = [text for text in rest if re.match(r"^\{'", text)]
        said += [(path, secret) for secret in PLANTED for text in rest if secret in text]
    assert said == []
    assert {
        "workbooks:export",
        "workbooks:pdf",
        "workbooks:files",
        "disputes:volume",
        "records:file",
    } <= files
    assert [secret for secret in PLANTED if secret in caplog.text] == []
    # What was taken out is in the trail, by its number and not by its title.
    taken = AuditEvent.objects.filter(action="exported")
    assert taken.filter(what__contains="人民调解统计表").count() == 2
    assert taken.filter(what__startswith="年度报告第").exists()
    assert not taken.filter(what__contains="法治政府建设情况报告").exists()
    assert [
        (model._meta.db_table, secret)
        for model in apps.get_models()
        for secret in PLANTED
        if secret in rows_of(model)
    ] == []


def rows_of(model):
    """Every value of a table as the database keeps it: trail, answers, jobs and all."""
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT * FROM {connection.ops.quote_name(model._meta.db_table)}")
        return repr(cursor.fetchall())
