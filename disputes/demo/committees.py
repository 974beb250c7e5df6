"""Mediation bodies of the demonstration, which take its disputes on."""

import datetime

from ..models import MediationCommittee


def seed(world):
    """A body in every village and the township's own, whose chair also serves in a village."""
    founded = datetime.date(2018, 6, 1)
    for village in world.villages:
        posts = ("党组织书记", "法治委员", "网格员")
        members = [{"person": world.person((village.name, post)), "joined_on": founded} for post in posts]
        # 毛俊村 and 毛俊镇 would number their cases alike.
        kind = {
            "kind": "village",
            "date": founded,
            "chair": members[0]["person"],
            "number_name": village.name,
        }
        add_committee(world, village, f"{village.name}人民调解委员会", members, **kind)
    members = [
        {"person": world.person("黄秀兰"), "time": "full", "joined_on": founded},
        {"person": world.person("何建平"), "time": "full", "joined_on": datetime.date(2021, 3, 1)},
        {"person": world.person(("圩镇社区", "党组织书记")), "joined_on": founded},
        {"person": world.person("彭立新"), "joined_on": founded, "left_on": datetime.date(2022, 4, 30)},
    ]
    kind = {"kind": "township", "date": founded, "chair": world.person("黄秀兰"), "place": "镇司法所二楼"}
    add_committee(world, world.township, "毛俊镇人民调解委员会", members, **kind)


def add_committee(world, area, title, members, **values):
    world.add(MediationCommittee, title, area=area, title=title, lines={"mediators": members}, **values)


def in_charge(world, organisation, village):
    """The body that takes on a dispute of `village`: its own, or the township's."""
    area = world.township if organisation == "township" else village
    return MediationCommittee.objects.get(area=area)
