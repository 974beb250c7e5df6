"""Proofs of short texts of the test township."""

import datetime

import pytest

from reports.proofing.proof import proof


@pytest.fixture
def prove(world):
    """`prove(text, **more)` is the proof of a text of the world's township, 2022 unless it says otherwise."""

    def _prove(text, **more):
        more = {"year": 2022, "day": datetime.date(2022, 12, 31), **more}
        return proof(text, area=world.township, **more)

    return _prove
