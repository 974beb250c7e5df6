"""Places, offices, people and accounts of the demonstration, and how its records are made."""

import datetime
import random
import uuid
from dataclasses import dataclass, field

from django.utils import timezone

from township.people.models import Area, Office, Person, RoleGrant, User
from township.people.roles import Role
from township.records.models import Scheme, SchemeMember, State, Topic

NAMESPACE = uuid.UUID("5d2c4f0e-6f0b-4f6e-9a53-0c9a3c1f2022")

VILLAGES = (
    ("毛俊村", 3120),
    ("毛竹村", 1860),
    ("沙坪村", 2045),
    ("岭脚村", 1420),
    ("石桥村", 2310),
    ("河源村", 1675),
    ("新田村", 1988),
    ("长塘村", 1530),
    ("大洞村", 1264),
    ("枫木村", 1397),
    ("茶园村", 1742),
    ("青山村", 1105),
)
COMMUNITIES = (("圩镇社区", 4260), ("振兴社区", 2870))
OFFICES = (
    ("政法办", []),
    ("司法所", []),
    (
        "党政办",
        [
            "plan-items",
            "study-sessions",
            "leader-legal-reports",
            "meetings",
            "leading-groups",
            "disclosures",
            "disclosure-requests",
            "hotline-months",
            "normative-documents",
            "congress-suggestions",
            "service-months",
        ],
    ),
    (
        "综合行政执法队",
        [
            "plan-items",
            "legal-reviews",
            "study-sessions",
            "enforcement-cases",
            "enforcement-months",
            "officer-certificates",
        ],
    ),
    ("派出所", ["plan-items", "outreach-events", "risk-checks"]),
    ("中心学校", ["plan-items", "outreach-events"]),
)
LEADERS = (
    ("陈志远", "镇党委书记", True),
    ("周敏", "镇长", True),
    ("刘国栋", "镇党委政法委员", False),
    ("黄秀兰", "司法所所长", False),
    ("邓海涛", "政法办主任", False),
    ("何建平", "司法所工作人员", False),
    ("谢雨晴", "综合行政执法队队长", False),
    ("彭立新", "派出所所长", False),
    ("罗春燕", "中心学校副校长", False),
    ("吴启明", "法律顾问", False),
)
SURNAMES = "李王张刘陈杨黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程"
GIVEN = ("建国", "秀英", "志强", "丽华", "文斌", "桂芳", "永康", "晓燕", "德明", "玉梅", "海波", "春生")
SCHEME = (
    ("organ", "进机关"),
    ("school", "进学校"),
    ("rural", "进乡村"),
    ("community", "进社区"),
    ("enterprise", "进企业"),
    ("hospital", "进医院"),
    ("family", "进家庭"),
)
ACCOUNTS = (
    ("cunzhuan", "毛俊村文书", Role.VILLAGE_CLERK, "毛俊村", ""),
    ("maozhu", "毛竹村文书", Role.VILLAGE_CLERK, "毛竹村", ""),
    ("zhifadui", "执法队内勤", Role.OFFICE_CLERK, "", "综合行政执法队"),
    ("zonghe", "邓海涛", Role.COORDINATOR, "", "政法办"),
    ("shenhe", "黄秀兰", Role.REVIEWER, "", "司法所"),
    ("tiaojie", "何建平", Role.MEDIATOR, "", "司法所"),
    ("fenguan", "刘国栋", Role.DEPUTY_LEADER, "", ""),
    ("zhuyao", "陈志远", Role.PRINCIPAL_LEADER, "", ""),
    ("xitong", "系统管理员", Role.ADMINISTRATOR, "county", ""),
    ("anquan", "安全审计员", Role.AUDITOR, "county", ""),
    ("xian", "县依法治县办", Role.COUNTY_READER, "county", ""),
)

# The neighbour, much smaller, which the county sees beside the demonstration township.
NEIGHBOUR = ("云泉镇", "431127198000")
NEIGHBOUR_MAYOR = "欧阳明"
NEIGHBOUR_VILLAGES = (("云泉村", 1580), ("柳溪村", 1240), ("桐岭村", 965))
NEIGHBOUR_ACCOUNTS = (
    ("yunquan", "云泉镇综合管理员", Role.COORDINATOR, "", ""),
    ("yqshenhe", "云泉镇审核人", Role.REVIEWER, "", ""),
)
_seeders = []
_neighbour_seeders = []


def seeder(function):
    """Register `function(world)` as a maker of demonstration records."""
    _seeders.append(function)
    return function


def neighbour_seeder(function):
    """Register `function(world)` as a maker of the neighbour township's records."""
    _neighbour_seeders.append(function)
    return function


def neighbour_seeders():
    return tuple(_neighbour_seeders)


def seeders():
    return tuple(_seeders)


@dataclass
class World:
    """The demonstration township once its places and people exist; makes records idempotently."""

    county: Area = None
    township: Area = None
    villages: list = field(default_factory=list)
    offices: dict = field(default_factory=dict)
    people: dict = field(default_factory=dict)
    users: dict = field(default_factory=dict)
    settings: dict = field(default_factory=dict)
    topics: dict = field(default_factory=dict)
    dice: random.Random = field(default_factory=lambda: random.Random(2022))
    # Whose accounts they are, and what sets the ids of a second township's records apart.
    account_rows: tuple = ACCOUNTS
    realm: str = ""
    _ids: dict = field(default_factory=dict, repr=False)

    @classmethod
    def build(cls):
        """Make (or find) the places, offices, roster, accounts and reference data."""
        world = cls()
        world._make_areas()
        world._make_offices()
        world._make_people()
        world._make_users()
        world._make_reference()
        return world

    def neighbour(self):
        """The second township of the county, with a few villages and accounts and no offices of its own."""
        name, code = NEIGHBOUR
        township, _ = Area.objects.get_or_create(
            code=code, defaults={"name": name, "level": Area.Level.TOWNSHIP, "parent": self.county}
        )
        other = World(
            county=self.county,
            township=township,
            settings=self.settings,
            topics=self.topics,
            account_rows=NEIGHBOUR_ACCOUNTS,
            realm=f"{name}:",
        )
        for village, population in NEIGHBOUR_VILLAGES:
            found, _ = Area.objects.get_or_create(
                parent=township,
                name=village,
                defaults={
                    "level": Area.Level.VILLAGE,
                    "kind": Area.Kind.VILLAGE,
                    "population": population,
                    "short_name": village.removesuffix("村"),
                },
            )
            other.villages.append(found)
        mayor = {"area": township, "name": NEIGHBOUR_MAYOR, "position": "镇长"}
        other.people[NEIGHBOUR_MAYOR], _ = Person.objects.get_or_create(**mayor, defaults={"principal": True})
        other._make_village_people()
        other._make_users()
        return other

    def _make_areas(self):
        self.county, _ = Area.objects.get_or_create(
            code="431127000000", defaults={"name": "蓝山县", "level": Area.Level.COUNTY}
        )
        self.township, _ = Area.objects.get_or_create(
            code="431127102000",
            defaults={"name": "毛俊镇", "level": Area.Level.TOWNSHIP, "parent": self.county},
        )
        kinds = [(*row, Area.Kind.VILLAGE, 200) for row in VILLAGES]
        kinds += [(*row, Area.Kind.COMMUNITY, 1) for row in COMMUNITIES]
        for number, (name, population, kind, first) in enumerate(kinds):
            village, _ = Area.objects.get_or_create(
                parent=self.township,
                name=name,
                defaults={
                    "level": Area.Level.VILLAGE,
                    "kind": kind,
                    "population": population,
                    "short_name": name.removesuffix("村").removesuffix("社区"),
                    "code": f"431127102{first + number:03d}",
                },
            )
            self.villages.append(village)

    def _make_offices(self):
        for name, registers in OFFICES:
            self.offices[name], _ = Office.objects.get_or_create(
                area=self.township, name=name, defaults={"registers": registers}
            )

    def _make_people(self):
        for name, position, principal in LEADERS:
            self.people[name], _ = Person.objects.get_or_create(
                area=self.township, name=name, position=position, defaults={"principal": principal}
            )
        self._make_village_people()

    def _make_village_people(self):
        for number, village in enumerate(self.villages):
            for place, position in enumerate(("党组织书记", "村（居）委会主任", "法治委员", "网格员")):
                name = (
                    SURNAMES[(number * 2 + place) % len(SURNAMES)] + GIVEN[(number + place * 5) % len(GIVEN)]
                )
                person, _ = Person.objects.get_or_create(area=village, name=name, position=position)
                self.people[village.name, position] = person

    def _make_users(self):
        for username, name, role, place, office in self.account_rows:
            area = {"": self.township, "county": self.county}.get(place) or self.village(place)
            user, _ = User.objects.get_or_create(
                username=username,
                defaults={"name": name, "area": area, "office": self.offices.get(office), "demo": True},
            )
            RoleGrant.objects.get_or_create(user=user, role=role)
            self.users[role] = self.users.get(role, user)
            self.users[username] = user

    def _make_reference(self):
        scheme, _ = Scheme.objects.get_or_create(
            area=self.county, first_year=2016, defaults={"name": "法律七进"}
        )
        for position, (key, name) in enumerate(SCHEME):
            self.settings[key], _ = SchemeMember.objects.get_or_create(
                scheme=scheme, key=key, defaults={"name": name, "position": position}
            )
        self.topics = {(topic.use, topic.key): topic for topic in Topic.objects.all()}

    def accounts(self):
        """All demonstration accounts, in the order of the list above."""
        return [self.users[username] for username, *_ in self.account_rows]

    def village(self, name):
        return next(village for village in self.villages if village.name == name)

    def person(self, name):
        """A leader by name, or a village's post holder by (village, post)."""
        return self.people[name]

    def add(self, model, key, *, area=None, lines=None, many=None, state=State.APPROVED, **values):
        """Make one record under a fixed id, so that seeding twice changes nothing.

        `lines` maps an accessor to rows of values, `many` a many-to-many field to its items.
        """
        entry_id = uuid.uuid5(NAMESPACE, f"{model._meta.label_lower}:{self.realm}{key}")
        if entry_id in self._known_ids(model):
            return model.objects.get(entry_id=entry_id)
        area = area or self.township
        clerk = self.users[Role.COORDINATOR]
        record = model(entry_id=entry_id, area=area, keeper=values.pop("keeper", area), state=state, **values)
        record.created_by = record.updated_by = clerk
        entered = datetime.datetime.combine(record.date, datetime.time(16, 30))
        record.created_at = timezone.make_aware(entered + datetime.timedelta(days=1))
        if state == State.APPROVED:
            record.reviewed_by = self.users[Role.REVIEWER]
            record.reviewed_at = record.created_at + datetime.timedelta(days=3)
        record.save()
        for accessor, rows in (lines or {}).items():
            manager = getattr(record, accessor)
            for position, row in enumerate(rows):
                manager.create(position=position, **row)
        for name, items in (many or {}).items():
            getattr(record, name).set(items)
        self._known_ids(model).add(entry_id)
        return record

    def _known_ids(self, model):
        """Ids of the records there are, read once per model: seeding makes thousands."""
        if model not in self._ids:
            self._ids[model] = set(model.objects.order_by().values_list("entry_id", flat=True))
        return self._ids[model]
