"""Places of legal culture and news sent in; names and headlines are invented."""

import datetime

from django.utils import timezone

from township.records.models import State

from ..models import LegalCulturePlace, PublishedItem

# (village or empty for the township, name, kind, built, yuan, closed)
PLACES = (
    ("", "毛俊镇法治主题公园", "park", "2021-09-28", 186000, ""),
    ("毛俊村", "毛俊村法治文化长廊", "corridor", "2020-11-30", 42000, ""),
    ("石桥村", "石桥村法治文化长廊", "corridor", "2022-08-16", 38500, ""),
    ("圩镇社区", "圩镇社区法治书屋", "reading_room", "2021-04-23", 15000, ""),
    ("毛竹村", "毛竹村农家法治书屋", "reading_room", "2022-05-12", 9800, ""),
    ("茶园村", "茶园村法治宣传栏", "board", "2019-06-18", 3600, "2023-02-20"),
    ("新田村", "新田村法治宣传栏", "board", "2021-06-30", 4200, ""),
    ("长塘村", "长塘村法治宣传栏", "board", "2022-03-25", 4500, ""),
    ("振兴社区", "振兴社区法治宣传栏", "board", "2023-04-18", 5200, ""),
    ("河源村", "河源村法治小广场", "park", "2025-10-22", 56000, ""),
)
# (sent, headline, outlet, rank, adopted); an empty outlet: not taken up.
ITEMS = (
    ("2021-03-18", "毛俊镇把普法课堂搬到春耕现场", "县融媒体中心", "county", "2021-03-22"),
    ("2021-06-28", "板凳会上话法治", "县委政法委", "county", "2021-07-02"),
    ("2021-09-10", "开学首日的“法治礼包”", "市司法局网站", "city", "2021-09-16"),
    ("2021-12-06", "宪法走进小院落", "", "", ""),
    ("2022-01-20", "返乡路上的法律服务站", "县融媒体中心", "county", "2022-01-24"),
    ("2022-03-30", "春耕田头来了“法律明白人”", "市司法局网站", "city", "2022-04-06"),
    ("2022-05-26", "一场屋场会解开三家结", "县委政法委", "county", "2022-05-30"),
    ("2022-07-12", "毛俊镇暑期普法不放假", "县融媒体中心", "county", "2022-07-15"),
    ("2022-08-19", "石桥村建起家门口的法治长廊", "省级法治媒体", "province", "2022-08-29"),
    ("2022-09-22", "旁听席上的“公开课”", "", "", ""),
    ("2022-11-17", "企业用工体检进车间", "县融媒体中心", "county", "2022-11-21"),
    ("2022-12-05", "宪法宣传周里的乡村夜校", "市司法局网站", "city", "2022-12-08"),
    ("2023-02-09", "春节返岗人员收到“法律便签”", "县融媒体中心", "county", "2023-02-13"),
    ("2023-04-17", "国安教育走进山村小学", "", "", ""),
    ("2023-05-11", "民法典讲到茶园里", "县委政法委", "county", "2023-05-16"),
    ("2025-05-20", "毛俊镇开展民法典宣传", "县融媒体中心", "county", "2025-05-23"),
    ("2025-12-03", "村口的宪法角", "市司法局网站", "city", "2025-12-09"),
    ("2026-03-16", "消费维权讲到集市上", "县融媒体中心", "county", "2026-03-19"),
    ("2026-09-03", "法治副校长的开学第一课", "", "", ""),
)


def _day(text):
    return datetime.date.fromisoformat(text) if text else None


def seed_culture_places(world):
    for village, name, kind, built, yuan, closed in PLACES:
        world.add(
            LegalCulturePlace,
            name,
            area=world.village(village) if village else world.township,
            title=name,
            kind=kind,
            date=_day(built),
            invested=yuan,
            valid_to=_day(closed),
            standing="closed" if closed else "in_use",
            office=None if village else world.offices["司法所"],
        )


def seed_published_items(world):
    for sent, headline, outlet, rank, adopted in ITEMS:
        if _day(sent) > timezone.localdate():
            continue
        world.add(
            PublishedItem,
            headline,
            state=State.APPROVED if outlet else State.SUBMITTED,
            title=headline,
            date=_day(sent),
            sent_to="县司法局",
            outlet=outlet,
            rank=rank,
            adopted_on=_day(adopted),
            author=world.person("何建平"),
            office=world.offices["司法所"],
        )
