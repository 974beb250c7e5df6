"""Legal aid and the hotline of the demonstration."""

import datetime
import random

from township.records.models import State

from ..models import HotlineMonth, LegalAid
from .mediation import reached
from .petitions import MONTHS, mediated

# People helped in a whole year, by service.
HELPED = {"advice": 26, "writing": 5, "guiding": 8, "forwarding": 4}
AGENCY = "县法律援助中心"


def seed(world):
    for year, months in MONTHS.items():
        seed_legal_aid(world, year, months)
        seed_hotline(world, year, months)


def seed_legal_aid(world, year, months):
    dice = random.Random(f"legal aid {year}")
    first = datetime.date(year, 1, 8)
    reach = (datetime.date(year, months, 24) - first).days
    for service, number in HELPED.items():
        for place in range(round(number * months / 12)):
            day = first + datetime.timedelta(days=dice.randrange(reach))
            add_legal_aid(dice, world, f"{year}-{service}-{place}", day, service)
    if (dispute := mediated(year, 1)) is not None:
        add_legal_aid(dice, world, f"{year}-dispute", dispute.date, "guiding", dispute=dispute)


def add_legal_aid(dice, world, key, day, service, dispute=None):
    recipient = dice.choice(("migrant_worker", "migrant_worker", "elderly", "woman", "low_income", "other"))
    wages = recipient == "migrant_worker"
    values = {
        "service": service,
        "recipient": recipient,
        "matter": "wages" if wages else dice.choice(("family", "traffic", "land", "support", "contract")),
        "people": dice.choice((1, 1, 1, 2, 5)) if wages else 1,
        "handler": "何建平",
        "dispute": dispute,
    }
    values |= application(dice, day, wages) if service in LegalAid.APPLICATIONS else {}
    area = dispute.area if dispute else dice.choice(world.villages)
    office, state = world.offices["司法所"], State.SUBMITTED if dice.random() < 0.1 else State.APPROVED
    world.add(LegalAid, key, area=area, keeper=world.township, office=office, date=day, state=state, **values)


def application(dice, day, wages):
    """What the county's legal aid body made of it."""
    closed = day + datetime.timedelta(days=dice.randint(30, 110))
    result = dice.choice(("closed", "closed", "accepted", "refused"))
    if result == "closed" and not reached(closed):
        result = "accepted"
    values = {"agency": AGENCY, "result": result}
    if result == "closed":
        values |= {"closed_on": closed, "recovered": dice.choice((3600, 8200, 15000)) if wages else None}
    return values


def seed_hotline(world, year, months):
    dice = random.Random(f"hotline {year}")
    for month in range(1, months + 1):
        received = dice.randint(9, 24)
        closed = received - dice.randint(0, 2)
        rated = closed - dice.randint(0, 4)
        world.add(
            HotlineMonth,
            f"{year}-{month}",
            date=datetime.date(year, month, 1),
            received=received,
            closed=closed,
            on_time=closed - dice.choice((0, 0, 0, 1)),
            rated=rated,
            satisfied=rated - dice.choice((0, 0, 1)),
            office=world.offices["政法办"],
        )
