"""Every number and bar of the demonstration's overview opens records that count up to it."""

import json
from collections import defaultdict
from datetime import date
from urllib.parse import parse_qs, urlsplit

import lxml.html
import pytest
from django.test import Client, RequestFactory
from django.urls import resolve, reverse

from township.figures.indicator import indicators
from township.figures.period import Period
from township.figures.reading import in_category, span_condition
from township.people.gate import Gate
from township.people.models import User
from township.people.roles import Role
from township.records.register import registry
from township.records.views.lists import ListQuery

CHARTS = "//script[@type='application/json'][starts-with(@id, 'chart-')]"


@pytest.fixture
def coordinator(demonstration, db):
    return User.objects.filter(grants__role=Role.COORDINATOR, area__name="毛俊镇").first()


@pytest.fixture
def overview(coordinator):
    client = Client()
    client.force_login(coordinator)
    return client.get(reverse("reports:overview"), {"year": 2022})


@pytest.fixture
def opened(coordinator):
    """`opened(url)` is the list that the address shows."""

    def _opened(url):
        parts = urlsplit(url)
        request = RequestFactory().get(parts.path, QUERY_STRING=parts.query)
        request.user, request.gate = coordinator, Gate(coordinator)
        return ListQuery(request, registry.get(resolve(parts.path).kwargs["slug"]))

    return _opened


def shown_by(page):
    """{(address, text or value)} of the page's numbers and of the bars of its charts."""
    tree = lxml.html.fromstring(page.content.decode())
    found = {(link.get("href"), link.text_content().strip()) for link in tree.xpath("//a[@href]")}
    for chart in tree.xpath(CHARTS):
        for series in json.loads(chart.text_content())["series"]:
            found.update(zip(series["links"], series["values"], strict=True))
    return {(url, shown) for url, shown in found if "figure=" in url and shown is not None}


def told_by(context):
    """[(address, value, text)] of the tiles, tables and bars; of a rate the value is that of its denominator."""
    for group in context["groups"]:
        for tile in (*group.telling, *group.rest):
            compared = tile.compared
            yield tile.url, counted(compared.now), compared.text
            yield tile.before_url, counted(compared.before), compared.before_text
    for item in (task.item for task in context["tasks"] if task.item.measured):
        rate = item.answered_by.is_ratio
        yield item.measured.url, None if rate else item.measured.value, str(item.measured)
    for split in [*context["splits"], *(split for group in context["groups"] for split in group.splits)]:
        for line in split.lines:
            yield line.url, line.value, line.text
            yield line.before_url, line.before, line.before_text


def counted(figure):
    return figure.denominator if figure.indicator.is_ratio else figure.value


def counted_up(url, records):
    """What the records of the list come to, counted anew from nothing but themselves."""
    address = {name: values[0] for name, values in parse_qs(urlsplit(url).query).items()}
    indicator = indicators.listed(indicators.get(address["figure"]))
    rows = indicator.records.objects
    if not indicator.prefix:
        rows = rows.filter(pk__in=records.order_by().values("pk"))
    else:
        # A record is listed with all its lines; the figure counts some of them.
        period = Period(*(date.fromisoformat(address[f"figure_{side}"]) for side in ("start", "end")))
        rows = rows.filter(record__in=records.order_by().values("pk")).filter(
            indicator.where & span_condition(indicator, period)
        )
        if "figure_category" in address:
            rows = in_category(rows, indicator, address["figure_category"])
    return rows.aggregate(value=indicator.counted.aggregate(indicator, None))["value"]


def test_every_number_and_bar_opens_what_counts_up_to_it(overview, opened):
    values, texts = {}, defaultdict(set)
    for url, value, text in told_by(overview.context):
        texts[url].add(text)
        if value is not None:
            # The same address says the same in every place of the page.
            assert values.setdefault(url, value) == value, url
            texts[url].add(float(value))
    shown = shown_by(overview)
    assert [(url, one) for url, one in shown if one not in texts[url]] == []
    addresses = {url for url, _ in shown}
    assert len(addresses) > 200
    found = {url: counted_up(url, opened(url).bare) for url in addresses}
    assert found == {url: values[url] for url in addresses}


def test_the_tasks_are_as_many_as_their_list(overview, opened):
    tasks = overview.context["tasks"]
    assert tasks
    assert opened(f"{reverse('records:list', args=['plan-items'])}?year=2022").bare.count() == len(tasks)
