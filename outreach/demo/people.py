"""“法律明白人” of the villages and the services of their counsels; names are invented."""

import datetime
import random

from django.utils import timezone

from township.operations.demo.world import GIVEN, SURNAMES
from township.people.models import Area
from township.records.models import State

from ..models import CounselVisit, LegalAwarePerson

IDENTITIES = ("cadre", "mediator", "grid", "elder", "party", "veteran")
RECOGNISED = (
    datetime.date(2021, 4, 28),
    datetime.date(2021, 4, 28),
    datetime.date(2021, 10, 15),
    datetime.date(2022, 10, 21),
    datetime.date(2023, 4, 12),
)
# Two villages lost one of their three and have not found another yet.
LEFT = {("枫木村", 2): datetime.date(2022, 6, 30), ("青山村", 1): datetime.date(2023, 3, 1)}
FULL = {"毛俊村", "毛竹村", "石桥村", "圩镇社区"}

MATTERS = ("advice", "lecture", "contract", "village_rules", "mediation", "writing")
SUMMARIES = (
    "现场解答土地流转和宅基地方面的咨询。",
    "帮助核对集体资产租赁合同，提出修改意见。",
    "给村民代表讲邻里纠纷怎么依法处理。",
    "逐条核对村规民约，指出与法律不一致的地方。",
    "参与调解甲、乙两家的排水纠纷，解释相邻关系的规定。",
    "指导起草借款协议和委托书。",
)
# Months of the last quarter that a year has rows for: 2023 stops in May.
LAST_MONTH = {2021: 12, 2022: 12, 2023: 5, 2025: 12, 2026: 10}
COUNSELS = ("吴启明",)


def seed_legal_aware_people(world):
    """Three or more in nearly every village, recognised in four rounds."""
    for number, village in enumerate(world.villages):
        for place in range(5 if village.name in FULL else 3):
            left_on = LEFT.get((village.name, place))
            world.add(
                LegalAwarePerson,
                f"{village.name} {place}",
                area=village,
                title=_name(number, place),
                date=RECOGNISED[place],
                identity=IDENTITIES[(number + place) % len(IDENTITIES)],
                certificate_number=f"湘法明{RECOGNISED[place].year}{number + 1:02d}{place + 1:02d}",
                gender="female" if (number + place) % 3 == 0 else "male",
                education=("junior", "senior", "college")[(number + place) % 3],
                last_trained_on=datetime.date(2022, 10, 19) if place < 3 else None,
                valid_to=left_on,
                standing="left" if left_on else "serving",
            )


def _name(number, place):
    surname = SURNAMES[(number * 3 + place * 7 + 11) % len(SURNAMES)]
    return surname + GIVEN[(number * 5 + place * 3 + 1) % len(GIVEN)]


def seed_counsel_visits(world):
    """One service a quarter in nearly every village; what was left out is still due."""
    for year, last_month in LAST_MONTH.items():
        for first_month in range(1, last_month + 1, 3):
            dice = random.Random(f"counsel {year} {first_month}")
            for number, village in enumerate(world.villages):
                if dice.random() >= 0.06:
                    _add_visit(
                        world, dice, village, _working_day(dice, year, first_month, last_month, number)
                    )


def _working_day(dice, year, first_month, last_month, number):
    month = min(first_month + number % 3, last_month)
    # Nobody is on duty in the holidays of early October and of the new year.
    day = datetime.date(year, month, dice.randint(9, 24))
    return day + datetime.timedelta(days=(7 - day.weekday()) % 7 if day.weekday() > 4 else 0)


def _add_visit(world, dice, village, day):
    if day > timezone.localdate():
        return
    matters = sorted(dice.sample(MATTERS, dice.randint(1, 3)))
    in_village = dice.random() < 0.7
    community = village.kind == Area.Kind.COMMUNITY
    world.add(
        CounselVisit,
        f"{village.name} {day}",
        area=village,
        state=State.SUBMITTED if dice.random() < 0.08 else State.APPROVED,
        date=day,
        counsel=world.person(COUNSELS[0]),
        method="on_duty" if in_village else dice.choice(("telephone", "online")),
        matters=matters,
        served=dice.randint(3, 16 if community else 11),
        hours=dice.choice((2, 3, 3.5)) if in_village else 0.5,
        summary=SUMMARIES[MATTERS.index(matters[0])],
    )
