"""On clean texts no error is raised."""

import pytest

from reports.proofing.proof import proof

from .clean import TEXTS


@pytest.mark.parametrize(("year", "text"), TEXTS, ids=[str(year) for year, _ in TEXTS])
def test_no_error_in_a_clean_text(world, year, text):
    found = proof(text, area=world.township)
    assert found.paper.year == year
    assert [one.message for one in found.findings if one.severity in ("error", "mend")] == []
