"""Statistical years: no day left out and none counted twice, and where the setting changes the pages say which."""

import datetime

import pytest
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from outreach.models import OutreachEvent
from tests.factories import make_record
from township.figures.choosing import Choice, span_of, years_with_records
from township.figures.comparison import change_in_words
from township.figures.duties import CellState, cells, duties
from township.figures.indicator import indicators
from township.figures.models import StatisticalYear
from township.figures.period import Period
from township.figures.years import CALENDAR_YEARS, Years, years_of
from township.people.gate import Gate
from township.people.models import Area
from township.records.register import registry
from township.workbooks.values import Reader

EVENTS = indicators.get("outreach.events")
A_DAY = datetime.timedelta(days=1)
DECEMBER = Years(((2000, True),))
# Any history of the setting: in some years it changes, in either direction or not at all.
histories = st.dictionaries(st.integers(2015, 2030), st.booleans(), max_size=4).map(
    lambda changes: Years(tuple(sorted(changes.items())))
)
some_years = st.integers(2016, 2030)


def day(text):
    return datetime.date.fromisoformat(text)


@pytest.fixture
def december(world):
    """毛俊镇 counts from December to November, from 2022 on."""
    StatisticalYear.objects.create(area=world.township, first_year=2022, begins="december")
    for name in ("coordinator", "deputy", "clerk_a"):
        world.users[name].area.refresh_from_db()
    world.a.refresh_from_db()


class TestSpans:
    @given(st.sampled_from([CALENDAR_YEARS, DECEMBER]), some_years)
    def test_adjoining_years_meet(self, years, year):
        assert years.span(year).end + A_DAY == years.span(year + 1).start
        assert len(years.span(year).months()) == 12
        assert years.seams(year) == []

    @given(histories, st.dates(datetime.date(2016, 1, 1), datetime.date(2030, 12, 31)))
    def test_a_day_is_in_one_year_unless_a_seam_says_otherwise(self, years, date):
        holding = years.holding(date)
        assert holding == [year for year in range(2014, 2033) if date in years.span(year)]
        seams = [seam for year in range(2015, 2033) if (seam := years.seam(year)) and date in seam.days]
        assert [seam.twice for seam in seams] == {0: [False], 1: [], 2: [True]}[len(holding)]

    @given(histories, some_years)
    def test_seams_are_whole_decembers_and_say_so(self, years, year):
        seam = years.seam(year)
        changed = years.begin_in_december(year) - years.begin_in_december(year - 1)
        assert (seam is not None) == bool(changed)
        if seam:
            assert seam.days == Period.month(year - 1, 12)
            assert seam.twice == (changed > 0)
            assert f"{year - 1}年12月" in str(seam)
            assert ("重复" in str(seam), "漏掉" in str(seam)) == (seam.twice, not seam.twice)

    @given(st.sampled_from([CALENDAR_YEARS, DECEMBER]), some_years)
    def test_last_year_is_the_year_before(self, years, year):
        assert years.span(year).last_year() == years.span(year - 1)

    @given(st.sampled_from([CALENDAR_YEARS, DECEMBER]), some_years, st.integers(0, 365))
    def test_a_part_of_a_year_is_compared_with_the_same_part(self, years, year, passed):
        whole = years.span(year)
        now = whole.until(whole.start + passed * A_DAY)
        before = now.last_year()
        assert before.start == years.span(year - 1).start
        assert before.end in years.span(year - 1)
        assert (before == years.span(year - 1)) == (now == whole)
        assert len(before.months()) == len(now.months())
        # The leap day is the only day that another year has no like of.
        lengths = [(span.end - span.start).days for span in (now, before)]
        assert abs(lengths[0] - lengths[1]) <= 1

    @given(st.sampled_from([CALENDAR_YEARS, DECEMBER]), some_years, st.dates())
    def test_a_cutoff_never_leaves_the_year(self, years, year, cutoff):
        cut = years.span(year).until(cutoff)
        assert cut.start == years.span(year).start
        assert cut.end in years.span(year)
        assert cutoff not in years.span(year) or cut.end == cutoff

    @given(histories, some_years)
    def test_every_month_quarter_and_half_of_the_calendar_begins_in_one_year(self, years, year):
        if years.seams(year):
            return
        counts = {every: len(years.spans(years.span(year), every)) for every in ("month", "quarter", "half")}
        assert counts == {"month": 12, "quarter": 4, "half": 2}
        assert years.spans(years.span(year), "year") == [years.span(year)]

    @given(st.none() | st.integers(0, 50), st.none() | st.integers(0, 50))
    def test_the_change_is_told_for_every_base(self, now, before):
        words = change_in_words(now, before, EVENTS)
        assert (words == "") == (now is None or before is None)
        assert (words == "上年为0") == (before == 0 and bool(now))
        if before and before < 5:
            assert "%" not in words


class TestKept:
    def test_without_a_setting_years_are_the_calendars(self, world, django_assert_num_queries):
        with django_assert_num_queries(0):
            assert years_of(world.a) is CALENDAR_YEARS

    def test_it_holds_from_its_first_year_on_for_all_villages(
        self, world, december, django_assert_num_queries
    ):
        assert years_of(world.a).span(2021) == Period.year(2021)
        with django_assert_num_queries(0):
            assert years_of(world.a).span(2022) == Period(day("2021-12-01"), day("2022-11-30"))
        assert years_of(world.foreign_village) is CALENDAR_YEARS
        StatisticalYear.objects.get().delete()
        assert years_of(Area.objects.get(pk=world.a.pk)) == CALENDAR_YEARS

    def test_the_running_year(self, world, december):
        span = span_of(world.a, 2024, today=day("2023-12-05"))
        assert span == Period(day("2023-12-01"), day("2023-12-05"))
        assert years_of(world.a).running_on(day("2023-12-05")) == 2024

    def test_the_coordinator_keeps_it_and_is_told_what_is_counted_twice(self, world, sign_in):
        client = sign_in(world.coordinator)
        url = reverse("reference:new", args=["statistical-years"])
        response = client.post(url, {"first_year": "2022", "begins": "december"}, follow=True)
        told = "2021年12月在2021年度和2022年度都统计，两年的数相加会重复"
        assert told in response.content.decode()
        twice = client.post(url, {"first_year": "2022", "begins": "january"})
        assert twice.status_code == 422
        assert "已有“2022”" in twice.content.decode()
        entry = StatisticalYear.objects.get()
        page = client.get(reverse("reference:entry", args=["statistical-years", entry.pk]))
        assert [change.by for change in page.context["changes"]] == [world.coordinator]

    def test_strangers_to_the_setting(self, world, december, sign_in):
        url = reverse("reference:list", args=["statistical-years"])
        for name in ("clerk_a", "deputy", "county", "administrator"):
            assert sign_in(world.users[name]).get(url).status_code == 404
        assert sign_in(world.stranger).get(url).context["rows"] == []
        entry = reverse("reference:entry", args=["statistical-years", StatisticalYear.objects.get().pk])
        assert sign_in(world.stranger).get(entry).status_code == 404


class TestUsed:
    def test_the_overview_counts_december_to_november_and_opens_the_same(
        self, world, december, make, sign_in
    ):
        for date in ("2021-11-30", "2021-12-01", "2022-11-30", "2022-12-01"):
            make(OutreachEvent, date=day(date))
        client = sign_in(world.coordinator)
        response = client.get(reverse("reports:overview"), {"year": 2022, "chart": "outreach.events"})
        tiles = {
            tile.compared.indicator.key: tile
            for group in response.context["groups"]
            for tile in group.telling + group.rest
        }
        tile = tiles["outreach.events"]
        assert (tile.compared.now.value, tile.compared.before.value) == (2, 1)
        assert [len(client.get(url).context["rows"]) for url in (tile.url, tile.before_url)] == [2, 1]
        months = response.context["splits"][0]
        assert [line.label for line in months.lines][:2] == ["2021年12月", "1月"]
        html = response.content.decode()
        assert "2021年12月1日至2022年11月30日" in html
        assert "2021年12月在2021年度和2022年度都统计" in html
        assert years_with_records(Gate(world.coordinator)) == [2023, 2022, 2021]

    def test_a_yearly_duty_is_answered_within_its_year(self, world, december, make):
        duty = duties.get("training.civil_exam")
        found = cells(duty, area=world.township, period=years_of(world.a).span(2022), today=day("2023-06-01"))
        assert [(cell.period, cell.state) for cell in found] == [
            (Period(day("2021-12-01"), day("2022-11-30")), CellState.MISSING)
        ]
        make_record(registry.of(duty.register.model), world, date=day("2021-12-20"), kind="civil")
        answered = cells(duty, area=world.township, period=found[0].period, today=day("2023-06-01"))
        assert [cell.state for cell in answered] == [CellState.DONE]

    def test_the_coverage_page_shows_twelve_months(self, world, december, sign_in):
        response = sign_in(world.coordinator).get(
            reverse("reports:coverage"), {"year": 2022, "duty": "openness.finance"}
        )
        assert response.context["matrix"].heads[::11] == ["2021年12月", "11月"]

    def test_days_without_a_year_are_those_of_the_statistical_year(self, world, december):
        reader = Reader(None, 2022, years=years_of(world.a))
        assert reader.day("12月5日", "日期") == day("2021-12-05")
        assert reader.day("3月5日", "日期") == day("2022-03-05")
        assert reader.day("2022-12-5", "日期") == day("2022-12-05")

    def test_a_reports_span_and_cutoff(self, world, december):
        from reports.drafting import begin

        report = begin(area=world.users["coordinator"].area, year=2022, text="", by=world.coordinator)
        report.refresh_from_db()
        assert report.cutoff == day("2022-11-30")
        assert report.period == Period(day("2021-12-01"), day("2022-11-30"))
        report.cutoff = day("2022-12-31")
        assert report.period.end == day("2022-11-30")


class TestChoice:
    """Place, span and office of an address."""

    def choice(self, rf, world, **query):
        request = rf.get("/", query)
        request.user, request.gate = world.coordinator, Gate(world.coordinator)
        return Choice(request)

    @pytest.mark.parametrize(
        ("query", "span"),
        [
            ({"year": 2022, "span": "q2"}, ("2022-04-01", "2022-06-30")),
            ({"year": 2022, "span": "h2"}, ("2022-07-01", "2022-12-31")),
            ({"year": 2022, "span": "x"}, ("2022-01-01", "2022-12-31")),
            ({"from": "2022-02-03", "to": "2022-05-06"}, ("2022-02-03", "2022-05-06")),
            ({"year": 2022, "from": "2022-05-06", "to": "2022-02-03"}, ("2022-01-01", "2022-12-31")),
            ({"year": 2022, "from": "2022-05-06"}, ("2022-01-01", "2022-12-31")),
            ({"year": 2022, "from": "5月", "to": "6月"}, ("2022-01-01", "2022-12-31")),
        ],
    )
    def test_the_span_of_an_address(self, world, rf, query, span):
        choice = self.choice(rf, world, **query)
        assert choice.period == Period(*map(day, span))
        wrong = choice.asked.problem
        assert bool(wrong) == ("from" in query and choice.is_year)
        # The address of the same view leads to the same view.
        again = self.choice(rf, world, **dict(choice.fields))
        assert (again.period, again.area, again.office) == (choice.period, choice.area, choice.office)

    def test_what_was_typed_wrongly_stays_and_is_told(self, world, sign_in):
        page = sign_in(world.coordinator).get(
            reverse("reports:overview"), {"year": 2022, "from": "2022-05-06", "to": "2022-02-03"}
        )
        html = page.content.decode()
        assert "“到”比“从”还早，请改正，现在显示的是全年。" in html
        assert 'value="2022-05-06"' in html

    def test_an_offices_part_opens_the_same_records(self, world, make, sign_in):
        make(OutreachEvent, area=world.township, office=world.office)
        make(OutreachEvent, area=world.township, office=world.justice_office)
        make(OutreachEvent, area=world.township, office=world.office, date=day("2021-03-05"))
        client = sign_in(world.coordinator)
        page = client.get(
            reverse("figures:detail", args=["outreach.events"]), {"year": 2022, "office": world.office.pk}
        )
        tile = page.context["tile"]
        assert (tile.compared.now.value, tile.compared.before.value) == (1, 1)
        assert len(client.get(tile.url).context["rows"]) == 1
        for split in page.context["splits"]:
            for line in split.lines:
                shown = client.get(line.url).context["rows"]
                assert len(shown) == line.value
        assert "毛俊镇派出所" in client.get(tile.url).context["query"].mark.title

    def test_an_office_out_of_reach_is_404(self, world, sign_in):
        for query in ({"office": world.office.pk}, {"office": "x"}):
            page = sign_in(world.stranger).get(reverse("reports:overview"), query)
            assert page.status_code == 404
