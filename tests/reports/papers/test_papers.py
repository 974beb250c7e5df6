"""Texts of every kind: begun from their declaration, counted over their span, kept to their length."""

import datetime

import pytest
from django.urls import reverse
from django.utils import timezone

from outreach.models import OutreachEvent, OutreachMaterial
from reports.forms import ParticularsForm
from reports.locking import lock
from reports.models import AnnualReport, Manuscript
from reports.papers import papers
from reports.papers.spans import named, offered
from reports.proofing.draft import prove
from reports.tokens import tokens_of
from reports.tracing import locked_url
from reports.typesetting import NATIONAL, TIGHTER, render_pdf
from reports.writing import write_report
from tests.reports.texts import PARTS
from tests.reports.typesetting.page import MM, body_lines, pages
from township.figures.indicator import indicators
from township.figures.models import StatisticalYear
from township.figures.period import Period
from township.figures.reading import read
from township.records.models import Topic

from .conftest import END, QUOTING

OTHERS = [one for one in papers.values() if not one.issued]


@pytest.mark.parametrize(
    ("start", "end", "name"),
    [
        ((1, 1), (12, 31), "2022年"),
        ((7, 1), (12, 31), "2022年下半年"),
        ((4, 1), (6, 30), "2022年第二季度"),
        ((5, 1), (5, 31), "2022年5月"),
        ((12, 1), (12, 7), "2022年12月1日至7日"),
        ((1, 1), (6, 20), "2022年1月1日至6月20日"),
    ],
)
def test_spans_are_named_as_officials_do(start, end, name):
    assert named(Period(datetime.date(2022, *start), datetime.date(2022, *end))) == name


@pytest.mark.parametrize("paper", OTHERS, ids=lambda paper: paper.key)
def test_the_prose_of_a_kind_quotes_known_figures_and_has_its_parts(world, paper):
    span = offered(paper.spans[0], 2022)
    for subject in paper.subjects(world.township) if paper.subjects else (None,):
        text = paper.outline(world.township, span, subject)
        words = paper.words(Manuscript(area=world.township, start=span.start, end=span.end, cutoff=span.end))
        for token in tokens_of(text):
            assert token.indicator or token.label in words or token.label.startswith("表:"), token
        report = Manuscript(
            pk=1,
            kind=paper.key,
            area=world.township,
            year=2022,
            text=text,
            cutoff=span.end,
            start=span.start,
            end=span.end,
            title=paper.title_for(world.township, span, subject),
        )
        errors = [one.finding for one in prove(report).noted if one.is_open_error]
        assert errors == []


def begin(client, kind, **data):
    return client.post(reverse("reports:new_paper", args=[kind]), {"year": 2022, **data})


def test_a_theme_is_counted_over_its_own_days(world, sign_in, make):
    topic = Topic.objects.get(use="outreach", key="constitution-week")
    for day, attendance in ((3, 40), (20, 7)):
        event = make(OutreachEvent, attendance=attendance, consultations=5, date=datetime.date(2022, 12, day))
        event.topics.add(topic)
        OutreachMaterial.objects.create(record=event, quantity=100, position=0)
    make(OutreachEvent, attendance=900, date=datetime.date(2022, 12, 4))
    answer = begin(sign_in(world.coordinator), "theme", subject="constitution-week", span="own")
    paper = Manuscript.objects.get()
    assert answer.url == reverse("reports:edit", args=[paper.pk])
    assert (paper.title, paper.start, paper.end) == (
        "毛俊镇2022年宪法宣传周活动情况",
        datetime.date(2022, 12, 1),
        datetime.date(2022, 12, 7),
    )
    assert "共开展活动1场，参加群众40人次，发放宣传资料100份，接受群众咨询5人次。" in write_report(paper).text
    lock(paper, by=world.coordinator)
    again = begin(sign_in(world.coordinator), "theme", subject="constitution-week", span="own")
    assert (again.status_code, "已经建立" in again.content.decode()) == (422, True)


def test_materials_of_a_theme_are_part_of_all_materials(world, make):
    event = make(OutreachEvent)
    event.topics.add(Topic.objects.get(use="outreach", key="civil-code"))
    for record in (event, make(OutreachEvent)):
        OutreachMaterial.objects.create(record=record, quantity=10, position=0)
    wanted = [indicators.by_label[label] for label in ("民法典普法资料发放份数", "宣传资料发放份数")]
    found = read(wanted, area=world.township, period=Period.year(2022))
    assert [found[one.key].value for one in wanted] == [10, 20]


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        ({"span": "free"}, "请把两个日期都填上"),
        ({"span": "free", "start": "2022-05-01", "end": "2022-04-01"}, "结束日期不能早于开始日期"),
        ({"span": "free", "start": "2021-05-01", "end": "2022-04-01"}, "起止日期要在同一年里"),
        ({"span": "h1", "year": "二"}, "年度请填四位数"),
        ({"span": "h1", "year": 2099}, "还没有到"),
    ],
)
def test_a_wrong_span_is_one_sentence(world, sign_in, data, sentence):
    answer = begin(sign_in(world.coordinator), "summary", **data)
    assert (answer.status_code, sentence in answer.content.decode()) == (422, True)
    assert not Manuscript.objects.exists()


def test_a_running_span_has_to_state_its_cut_off(world, write_paper, events):
    text = "一、主要工作\n开展普法活动{{普法活动场次}}场。"
    cutoff = datetime.date(2022, 6, 20)
    [problem] = write_report(write_paper("summary", text, cutoff=cutoff)).problems
    assert "正文要写明数据统计截至哪天" in problem.message
    stated = write_report(
        write_paper("one_page", text + "数据统计截至{{统计截止日}}。", cutoff=cutoff, subject="county")
    )
    assert stated.problems == ()
    assert "统计截至2022年6月20日" in stated.text


def test_a_new_text_about_the_running_year_counts_up_to_today(world, sign_in):
    today = timezone.localdate()
    begin(sign_in(world.coordinator), "one_page", year=today.year, span="year", subject="congress")
    paper = Manuscript.objects.get()
    assert paper.cutoff == today
    assert (today.month == 12 and today.day == 31) or "{{统计截止日}}" in paper.text


def test_the_cut_off_stays_within_the_span(world, write_paper):
    paper = write_paper("summary", "", end=datetime.date(2022, 6, 30), cutoff=datetime.date(2022, 6, 30))
    form = ParticularsForm({"title": "小结", "cutoff": "2022-07-01"}, instance=paper)
    assert "统计截止日应在" in str(form.errors)


@pytest.mark.parametrize(("lines", "size"), [(19, 16.0), (20, 15.0), (24, 14.0)])
def test_one_page_takes_the_largest_type_that_fits(world, write_paper, lines, size):
    text = "一、做了什么\n" + "\n".join(f"第{number}件事办好了。" for number in range(lines))
    written = write_report(write_paper("one_page", text, subject="county"))
    assert (written.problems, written.profile.body_size) == ((), size)
    [page] = pages(render_pdf(written.document, written.profile))
    body = body_lines(page)
    assert body[-1].baseline < NATIONAL.top + NATIONAL.height
    assert {max(line.sizes) for line in body[2:]} == {size}
    assert all(0 < line.left < 210 and line.right < 210 for line in body) and MM


def test_what_is_too_long_says_by_how_much_and_where_to_cut(world, write_paper):
    smallest = TIGHTER[-1]
    short = "工作" * 15 + "完成了办结好了。"
    text = "一、做了什么\n" + "\n".join([short] * 14)
    paper = write_paper("one_page", text, subject="county")
    first, *suggestions = write_report(paper).problems
    over = paper.paper.lines_over(write_report(paper).document, smallest)
    assert over > 0
    assert f"还多{over}行" in first.message
    assert suggestions
    assert all("少一行" in one.message or "最见效" in one.message for one in suggestions)
    assert all(text[one.start : one.end] == short for one in suggestions)


def test_the_figures_of_a_locked_report_feed_the_other_texts(world, write_paper, events, make):
    text = "一、成效\n全年开展普法活动{{普法活动场次}}场。" + PARTS + END
    lock(write_paper("annual", text), by=world.coordinator)
    make(OutreachEvent, attendance=1)
    page = write_paper(
        "one_page", "一、做了什么\n普法活动{{普法活动场次}}场。\n二、还差什么\n人手少。", subject="county"
    )
    written = write_report(page)
    assert "普法活动2场" in written.text
    assert prove(page, written).obstacle == ""
    revision = lock(page, by=world.coordinator)
    assert [(row["value"], len(row["records"])) for row in revision.figures] == [(2, 2)]
    half = write_paper("summary", QUOTING, end=datetime.date(2022, 6, 30), cutoff=datetime.date(2022, 6, 30))
    assert "普法活动3场" in write_report(half).text


@pytest.fixture
def december(world):
    """毛俊镇 counts from December to November, from 2022 on."""
    StatisticalYear.objects.create(area=world.township, first_year=2022, begins="december")
    world.coordinator.area.refresh_from_db()
    world.township.refresh_from_db()


@pytest.mark.usefixtures("december")
def test_a_year_is_the_townships_own(world, sign_in, write_paper, events, make):
    """Its first day is in December; what the annual report has settled for it feeds the other texts."""
    make(OutreachEvent, date=datetime.date(2021, 12, 3))
    text = "一、成效\n全年开展普法活动{{普法活动场次}}场。" + PARTS + END
    lock(write_paper("annual", text, cutoff=datetime.date(2022, 11, 30)), by=world.coordinator)
    make(OutreachEvent, date=datetime.date(2021, 12, 4))
    begin(sign_in(world.coordinator), "one_page", span="year", subject="county")
    paper = Manuscript.objects.get(kind="one_page")
    days = datetime.date(2021, 12, 1), datetime.date(2022, 11, 30)
    assert (paper.title, paper.year) == ("毛俊镇2022年法治政府建设情况汇报", 2022)
    assert (paper.start, paper.end, paper.cutoff) == (*days, days[1])
    Manuscript.objects.filter(pk=paper.pk).update(text="{{统计期}}开展普法活动{{普法活动场次}}场。")
    assert "2022年开展普法活动3场" in write_report(Manuscript.objects.get(pk=paper.pk)).text


@pytest.mark.usefixtures("december")
@pytest.mark.parametrize(
    ("start", "end", "status"), [("2021-12-15", "2022-02-01", 302), ("2022-11-15", "2022-12-15", 422)]
)
def test_a_free_span_lies_within_a_year_of_the_township(world, sign_in, start, end, status):
    answer = begin(sign_in(world.coordinator), "summary", span="free", start=start, end=end)
    assert answer.status_code == status
    assert set(Manuscript.objects.values_list("year", "title")) <= {
        (2022, "毛俊镇2021年12月15日至2022年2月1日法治政府建设工作小结")
    }


@pytest.mark.usefixtures("december")
def test_a_week_of_december_is_called_after_the_year_it_lies_in(world, sign_in):
    begin(sign_in(world.coordinator), "theme", subject="constitution-week", span="own")
    assert Manuscript.objects.get().title == "毛俊镇2022年宪法宣传周活动情况"


def test_what_last_year_planned_is_asked_of_the_annual_report_alone(world, write_paper, events):
    before = write_paper("annual", "一、明年打算\n新建一批法治文化长廊和宣传栏。")
    Manuscript.objects.filter(pk=before.pk).update(year=2021)
    asked = {
        kind: {one.finding.check for one in prove(write_paper(kind, QUOTING)).noted}
        for kind in ("annual", "summary")
    }
    assert {kind for kind, checks in asked.items() if "plans_unanswered" in checks} == {"annual"}


def test_locked_figures_of_every_kind_open_their_records(world, write_paper, events, sign_in):
    revision = lock(write_paper("summary", QUOTING), by=world.coordinator)
    url = locked_url(revision, revision.figures[0])
    assert {row.record.pk for row in sign_in(world.deputy).get(url).context["rows"]} == set(
        revision.figures[0]["records"]
    )
    assert sign_in(world.stranger).get(url).status_code == 404


def test_leaders_are_those_of_the_roster(world):
    [subject] = papers["leader"].subjects(world.township)
    assert subject.name == "镇党委书记 陈志远"
    text = papers["leader"].outline(world.township, Period.year(2022), subject)
    assert "第一责任人职责" in text
    assert text.startswith("述法人：镇党委书记 陈志远")


def test_pages_are_for_who_compiles_and_who_reads(world, sign_in, write_paper):
    paper = write_paper("summary", QUOTING)
    readers = {"coordinator", "reviewer", "deputy", "principal"}
    for address, expected in (
        (reverse("reports:papers"), readers | {"stranger"}),
        (reverse("reports:said"), readers | {"stranger"}),
        (reverse("reports:detail", args=[paper.pk]), readers),
        (reverse("reports:new_paper", args=["leader"]), {"coordinator", "stranger"}),
    ):
        reached = {who for who, user in world.users.items() if sign_in(user).get(address).status_code == 200}
        assert reached == expected
    assert paper.title not in sign_in(world.stranger).get(reverse("reports:papers")).content.decode()
    assert sign_in(world.coordinator).get(reverse("reports:new_paper", args=["annual"])).status_code == 404


def test_the_list_of_reports_has_only_reports(world, sign_in, write_paper):
    paper = write_paper("summary", QUOTING)
    assert AnnualReport.objects.count() == 0
    assert paper.title not in sign_in(world.coordinator).get(reverse("reports:list")).content.decode()
