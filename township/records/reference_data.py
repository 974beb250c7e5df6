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


def install_topics(sender, **kwargs):
    """Make sure that the built-in topics exist (after migrating)."""
    from .models import Topic

    for use, topics in ((Topic.Use.STUDY, STUDY_TOPICS), (Topic.Use.OUTREACH, OUTREACH_TOPICS)):
        for key, name in topics:
            Topic.objects.get_or_create(use=use, key=key, defaults={"name": name})


def install_laws(sender, using, **kwargs):
    """Make sure that the catalogue of laws is there (after migrating); what was edited stays as it is."""
    from .models import Law

    laws = Law.objects.using(using)
    known = set(laws.values_list("name", flat=True))
    laws.bulk_create(
        Law(
            name=entry.name,
            short_names="、".join(entry.short_names),
            effective_on=entry.effective_on,
            repealed_on=entry.repealed_on,
        )
        for entry in LAWS
        if entry.name not in known
    )


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
