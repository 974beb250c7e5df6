"""Posting records through the shared entry pages, as a browser does."""

from django.urls import reverse

from township.records.register import registry


def form_data(slug, *, lines=None, then="submit", **values):
    """POST data of a form with its sub-tables: `lines` maps the name of a sub-table to its rows."""
    data = {**values, "then": then}
    for line_set in registry.get(slug).lines:
        rows = (lines or {}).get(line_set.name, [])
        first = sum("id" in row for row in rows)
        data |= {f"{line_set.name}-TOTAL_FORMS": len(rows), f"{line_set.name}-INITIAL_FORMS": first}
        for number, row in enumerate(rows):
            data |= {f"{line_set.name}-{number}-{name}": value for name, value in row.items()}
    return data


def post_new(client, slug, **values):
    """The answer to a new entry."""
    return client.post(reverse("records:new", args=[slug]), form_data(slug, **values))


def post_edit(client, slug, record, **values):
    """The answer to a change of `record`, made on the version that stands."""
    values.setdefault("version", record.version)
    return client.post(reverse("records:edit", args=[slug, record.pk]), form_data(slug, **values))


def errors_of(response):
    """{field: [sentence]} of a refused form."""
    assert response.status_code == 422
    return {name: list(errors) for name, errors in response.context["form"].errors.items()}
