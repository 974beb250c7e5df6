"""What a clerk meets first: few required fields, and nothing required out of sight."""

import pytest
from django.urls import reverse

from tests.factories import registers
from township.people.gate import Gate
from township.records.forms import form_class

MOST_REQUIRED = 6

each_register = pytest.mark.parametrize("register", registers(), ids=lambda register: register.slug)


@pytest.fixture
def required(world):
    """`required(register)`: names of the required fields on the first screen, and of those behind folds."""

    def _required(register):
        form = form_class(register)(instance=register.model(), gate=Gate(world.coordinator))
        (_, first), *rest = register.fieldsets
        folded = [name for _, names in rest for name in names]
        return [[name for name in names if form.fields[name].required] for names in (first, folded)]

    return _required


@each_register
def test_at_most_six_required_fields_on_the_first_screen(required, register):
    first, _ = required(register)
    assert 1 <= len(first) <= MOST_REQUIRED


@each_register
def test_what_is_folded_is_filled_already(world, sign_in, required, register):
    """A required field behind a fold starts with a value, so that nobody has to look for it."""
    _, folded = required(register)
    form = sign_in(world.coordinator).get(reverse("records:new", args=[register.slug])).context["form"]
    assert [name for name in folded if form[name].value() in (None, "", [])] == []


@each_register
def test_today_is_there_and_a_village_is_its_own_place(world, sign_in, register):
    user = world.clerk_a if register.village_entry else world.office_clerk
    form = sign_in(user).get(reverse("records:new", args=[register.slug])).context["form"]
    assert form["date"].value() is not None
    assert form["area"].value() == user.area_id
