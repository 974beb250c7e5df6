"""Every square of the demonstration's year opens what answers it; behind an open one there is nothing."""

from urllib.parse import urlsplit

import pytest
from django.test import RequestFactory
from django.urls import resolve

from reports.coverage import matrix_of
from reports.due import duties_told
from township.figures.choosing import Choice
from township.figures.drilldown import duty_url
from township.figures.duties import CellState
from township.people.gate import Gate
from township.people.models import User
from township.people.roles import Role
from township.records.register import registry
from township.records.views.lists import ListQuery


@pytest.fixture
def ask(demonstration, db):
    """`ask(url)` is a request of the demonstration's coordinator."""
    coordinator = User.objects.filter(grants__role=Role.COORDINATOR, area__name="毛俊镇").first()

    def _ask(url):
        parts = urlsplit(url)
        request = RequestFactory().get(parts.path, QUERY_STRING=parts.query)
        request.user, request.gate = coordinator, Gate(coordinator)
        return request

    return _ask


def opened(request):
    """The list that the request shows."""
    return ListQuery(request, registry.get(resolve(request.path).kwargs["slug"]))


def test_every_square_opens_what_answers_it_and_an_open_one_nothing(ask):
    request = ask("/?year=2022")
    choice = Choice(request, whole_year=True)
    states = set()
    for duty in duties_told(request.gate):
        for square in matrix_of(duty, choice, request.gate).squares:
            cell = square.cell
            done = cell.state is CellState.DONE
            url = square.url if done else duty_url(duty, area=cell.area, period=cell.period)
            assert opened(ask(url)).bare.exists() == done, square.words
            states.add(cell.state)
    assert {CellState.DONE, CellState.MISSING} <= states
