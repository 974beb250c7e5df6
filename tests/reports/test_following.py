"""After a report has left the house: its last days, the points that came back, what became of each."""

import datetime

import pytest
from django.urls import reverse

from reports.following import last_days, open_points
from reports.models import AnnualReport, Registration
from township.people.gate import Gate

KIND = Registration.Kind


@pytest.fixture
def submitted(report):
    report.state = AnnualReport.State.SUBMITTED
    report.save()
    report.registrations.create(kind=KIND.SUBMIT, who="县委、县人民政府", reference="回执12号")
    return report


@pytest.mark.parametrize(
    ("today", "kinds", "expected"),
    [
        ((2023, 2, 25), set(), [(False, "还剩3天"), (False, "还剩34天")]),
        ((2023, 3, 2), set(), [(False, "已过2天"), (False, "还剩29天")]),
        ((2023, 3, 31), {KIND.SUBMIT}, [(True, "已过31天"), (False, "今天到期")]),
        ((2023, 3, 31), {KIND.SUBMIT, KIND.PUBLISH}, [(True, "已过31天"), (True, "今天到期")]),
    ],
)
def test_before_1_march_and_before_1_april(report, today, kinds, expected):
    found = last_days(report, kinds, today=datetime.date(*today))
    assert [one.day for one in found] == [datetime.date(2023, 2, 28), datetime.date(2023, 3, 31)]
    assert [(one.done, one.left) for one in found] == expected


def test_in_a_leap_year_february_has_its_29th_day(report):
    report.year = 2023
    assert last_days(report, set())[0].day == datetime.date(2024, 2, 29)


def test_each_point_that_came_back_is_answered(world, sign_in, submitted):
    client, page = sign_in(world.coordinator), reverse("reports:detail", args=[submitted.pk])
    client.post(
        reverse("reports:points", args=[submitted.pk]),
        {"points": "补充法治宣传占比\n\n 第二部分写得太简单 ", "received_on": "2023-02-20"},
    )
    first, second = submitted.points.all()
    assert (first.content, second.content) == ("补充法治宣传占比", "第二部分写得太简单")
    assert "还没办的意见 <strong>2</strong> 条" in client.get(reverse("reports:todo")).text
    url = reverse("reports:answer_point", args=[submitted.pk, first.pk])
    assert "请写一句这条意见是怎么办的" in client.post(url, {"answer": " "}, follow=True).text
    client.post(url, {"answer": "已补在第3页"})
    first.refresh_from_db()
    assert (first.answer, first.answered_on) == ("已补在第3页", datetime.date.today())
    assert open_points(Gate(world.coordinator)) == [(first.report, 1)]
    assert "已办：已补在第3页" in client.get(page).text


def test_bad_points_are_refused_with_a_sentence(world, sign_in, submitted):
    client, url = sign_in(world.coordinator), reverse("reports:points", args=[submitted.pk])
    assert "请把县里的意见写下来，一行一条。" in client.post(url, {"points": " \n"}, follow=True).text
    assert client.post(url, {"points": "一" * 301}, follow=True).status_code == 200
    assert client.post(url, {"points": "一条", "received_on": "昨天"}, follow=True).status_code == 200
    assert not submitted.points.exists()


def test_readers_read_strangers_do_not_and_nothing_comes_back_before_submission(world, sign_in, report):
    url = reverse("reports:points", args=[report.pk])
    given = {"points": "一条"}
    assert sign_in(world.coordinator).post(url, given).status_code == 404
    report.registrations.create(kind=KIND.SUBMIT, who="县委")
    answers = {name: sign_in(user).post(url, given).status_code for name, user in world.users.items()}
    assert {name for name, status in answers.items() if status != 404} == {"coordinator"}
    assert "一条" in sign_in(world.deputy).get(reverse("reports:detail", args=[report.pk])).text
