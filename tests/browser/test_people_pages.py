"""Petitions, receptions, disclosures and requests on a desk and on a phone."""

import re

import pytest

from disputes.models import Petition
from openness.models import Disclosure
from tests.browser.conftest import DESK, PHONE, assert_fits
from tests.factories import make_record
from township.records.register import registry

SLUGS = ("petitions", "reception-days", "disclosures", "disclosure-requests")


@pytest.mark.parametrize("size", [DESK, PHONE], ids=["desk", "phone"])
@pytest.mark.parametrize("slug", SLUGS)
def test_list_form_and_record_fit(world, open_as, slug, size):
    record = make_record(registry.get(slug), world, area=world.township)
    if slug == "disclosures":
        link = f"https://www.example.com/{'maojun' * 12}.html"
        Disclosure.objects.update(channels=["website"], link=link)
    page = open_as(world.coordinator, size)
    for address in ("", "new/", f"{record.pk}/", f"{record.pk}/edit/"):
        assert page.goto(f"/ledgers/{slug}/{address}").status == 200
        assert_fits(page)


def test_what_somebody_reports_is_refused_and_counted(world, open_as):
    page = open_as(world.coordinator, PHONE)
    page.goto("/ledgers/petitions/new/")
    page.fill("[name=date]", "2022-03-05")
    page.select_option("[name=area]", str(world.a.pk))
    page.select_option("[name=channel]", label="来信")
    page.select_option("[name=demand]", label="检举控告")
    page.fill("[name=matter]", "反映某人的事")
    page.click(".form-buttons button[value=submit]")
    page.wait_for_selector("text=检举控告只计数，不得录入内容")
    assert page.input_value("[name=date]") == "2022-03-05"
    assert_fits(page)
    page.fill("[name=matter]", "")
    page.click(".form-buttons button[value=submit]")
    page.wait_for_url(re.compile(r"/ledgers/petitions/\d+/$"))
    assert Petition.objects.get().title == "2022年3月5日甲村来信"
