"""Reference data that every installation starts with; administrators add to it."""

from chinese_calendar import Holiday as Festival
from chinese_calendar.constants import holidays, workdays

from .law_catalogue import LAWS

# Earlier arrangements concern no deadline that is still of interest.
FIRST_YEAR_OF_HOLIDAYS = 2020

STUDY_TOPICS = (
    ("xi-thought", "习近平法治思想"),
    ("constitution", "宪法"),
    ("civil-code", "民法典"),
    ("party-rules", "党内法规"),
    ("must-know", "应知应会清单"),
    ("national-security", "国家安全"),
)
OUTREACH_TOPICS = (
    ("constitution-week", "宪法宣传周"),
    ("constitution-day", "国家宪法日"),
    ("national-security", "4·15 国家安全"),
    ("civil-code", "民法典宣传月"),
    ("anti-drug", "6·26 禁毒"),
    ("consumer-day", "3·15"),
    ("safe-production", "安全生产月"),
    ("cyber-security", "网络安全周"),
    ("school-start", "开学第一课"),
    ("returning-workers", "返乡农民工"),
    ("elder-fraud", "防范养老诈骗"),
)

RETURN_PHRASES = (
    "人数与签到表不一致，请核对。",
    "日期填错，请按实际日期改正。",
    "请补充活动地点和内容。",
    "与另一条记录重复。",
    "选错了类型，请重新选择。",
)


def install_topics(sender, **kwargs):
    """Make sure that the built-in topics exist (after migrating)."""
    from .models import Topic

    for use, topics in ((Topic.Use.STUDY, STUDY_TOPICS), (Topic.Use.OUTREACH, OUTREACH_TOPICS)):
        for key, name in topics:
            Topic.objects.get_or_create(use=use, key=key, defaults={"name": name})


def install_laws(sender, using, **kwargs):
    """Make sure that the catalogue of laws is there (after migrating); what was edited stays as it is."""
    from .models import Law

    laws = Law.objects.using(using).filter(area=None)
    known = dict(laws.values_list("name", "pk"))
    missing = [entry for entry in LAWS if entry.name not in known]
    # Those that have taken another's place come first, so that the others can point to them.
    for group in (
        [entry for entry in missing if not entry.successor],
        [entry for entry in missing if entry.successor],
    ):
        made = Law.objects.using(using).bulk_create(
            Law(
                name=entry.name,
                short_names="、".join(entry.short_names),
                effective_on=entry.effective_on,
                repealed_on=entry.repealed_on,
                successor_id=known.get(entry.successor),
            )
            for entry in group
        )
        known |= {law.name: law.pk for law in made}


def install_holidays(sender, using, **kwargs):
    """Make sure that the arranged holidays are there (after migrating); what was edited stays as it is."""
    from .models import Holiday

    days = Holiday.objects.using(using)
    known = set(days.values_list("date", flat=True))
    days.bulk_create(
        Holiday(date=day, is_working=is_working, name=name, year=year)
        for day, is_working, name, year in arranged_days()
        if day not in known and year >= FIRST_YEAR_OF_HOLIDAYS
    )


def arranged_days():
    """(day, worked, name, year of the arrangement) of the yearly notices of the State Council."""
    for days, is_working in ((holidays, False), (workdays, True)):
        for day, festival in days.items():
            # New Year's Day alone is ever arranged across the turn of the year.
            year = day.year + (festival == Festival.new_years_day.value and day.month == 12)
            yield day, is_working, Festival(festival).chinese, year


def install_phrases(sender, using, **kwargs):
    """Start with a few common reasons; what was edited stays as it is."""
    from .models import Phrase

    phrases = Phrase.objects.using(using)
    if not phrases.exists():
        phrases.bulk_create(Phrase(text=text) for text in RETURN_PHRASES)
