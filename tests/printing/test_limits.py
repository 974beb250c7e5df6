"""A document that is too much for the machine ends the process that prints, and nothing else."""

import os
import signal

import pytest
from django.urls import reverse

from tests.factories import make_record
from township.printing import rendering
from township.printing.rendering import BUSY, TOO_MUCH, Renderer, TooMuch, Unprintable, html_to_pdf
from township.records.register import registry


@pytest.fixture
def renderer():
    """A renderer of the test's own, ended with it."""
    own = Renderer()
    yield own
    own.stop()


def test_a_document_that_takes_too_long_is_refused_and_the_next_is_printed(renderer, settings):
    settings.PDF_SECONDS = 3
    renderer.ask("<p>法治")
    with pytest.raises(TooMuch, match=TOO_MUCH):
        renderer.ask("<p>" + "法治" * 3_000_000)
    settings.PDF_SECONDS = 60
    assert renderer.ask("<p>法治").startswith(b"%PDF")


def test_a_document_that_takes_too_much_memory_is_refused(renderer, settings):
    settings.PDF_MEGABYTES = 300
    assert renderer.ask("<p>法治").startswith(b"%PDF")
    with pytest.raises(TooMuch, match=TOO_MUCH):
        renderer.ask("<p>法</p>" * 400_000)
    assert renderer.ask("<p>法治").startswith(b"%PDF")


def test_one_process_prints_many_documents_and_another_follows_when_it_is_gone(renderer):
    renderer.ask("<p>法治")
    first = renderer.process.pid
    renderer.ask("<p>法治")
    assert renderer.process.pid == first
    os.kill(first, signal.SIGKILL)
    renderer.process.wait()
    assert renderer.ask("<p>法治").startswith(b"%PDF")


@pytest.mark.parametrize("source", ["file:///etc/hostname", "http://127.0.0.1:9/", "/etc/hostname"])
def test_nothing_is_fetched_and_the_process_lives_on(renderer, source):
    renderer.ask("<p>法治")
    first = renderer.process.pid
    with pytest.raises(RuntimeError):
        renderer.ask(f'<base href="file:///"><img src="{source}">')
    assert renderer.ask("<p>法治").startswith(b"%PDF")
    assert renderer.process.pid == first


def test_whoever_waits_too_long_for_others_is_told(settings):
    settings.PDF_SECONDS = 0.01
    with rendering._rendering, pytest.raises(TooMuch, match=BUSY):
        html_to_pdf("<p>法治")


def test_the_page_says_what_could_not_be_printed(world, sign_in, monkeypatch):
    def refuse(html):
        raise Unprintable(TOO_MUCH)

    case = make_record(registry.get("disputes"), world, area=world.a)
    monkeypatch.setattr("township.printing.pdf.html_to_pdf", refuse)
    response = sign_in(world.coordinator).get(reverse("disputes:volume", args=[case.pk]))
    assert response.status_code == 422
    assert TOO_MUCH in response.content.decode()
