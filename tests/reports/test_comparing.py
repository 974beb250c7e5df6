"""Comparing states of a report, and what would differ today and by which records."""

import datetime

import pytest
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from outreach.models import OutreachEvent
from reports.comparing import drifts, text_rows
from reports.locking import lock
from reports.models import AnnualReport
from township.records.models import State

LINES = st.lists(st.text("一二三，。", max_size=8), max_size=6)


def joined(pieces):
    return "".join(text for text, _ in pieces)


def said(pieces):
    return [text for text, changed in pieces if changed]


class TestText:
    def test_changed_letters_are_marked_at_their_place(self):
        [same, changed] = text_rows("一、成效\n全年开展活动2次。", "一、成效\n全年开展活动3次。")
        assert not same.changed
        assert (said(changed.left), said(changed.right)) == (["2"], ["3"])

    def test_other_paragraphs_are_not_compared_letter_by_letter(self):
        [row] = text_rows("推进普法工作。", "ABCDEFGHIJ")
        assert (said(row.left), said(row.right)) == (["推进普法工作。"], ["ABCDEFGHIJ"])

    def test_new_and_dropped_paragraphs_stand_alone(self):
        assert [(joined(row.left), joined(row.right)) for row in text_rows("甲\n乙", "甲\n丙丙丙\n乙")] == [
            ("甲", "甲"),
            ("", "丙丙丙"),
            ("乙", "乙"),
        ]

    @given(left=LINES, right=LINES)
    def test_both_texts_stay_whole(self, left, right):
        rows = text_rows("\n".join(left), "\n".join(right))
        assert [text for row in rows if (text := joined(row.left))] == [line for line in left if line]
        assert [text for row in rows if (text := joined(row.right))] == [line for line in right if line]


class TestDrifts:
    def test_records_that_came_went_and_changed(self, report, world, make):
        revision = lock(report, by=world.coordinator)
        gone = OutreachEvent.objects.get(attendance=145)
        OutreachEvent.objects.filter(pk=gone.pk).update(state=State.VOIDED)
        new = make(OutreachEvent, attendance=10)
        by_label = {one.label: one for one in drifts(revision)}
        people = by_label["普法活动参加人次"]
        assert [title for title, _ in people.came] == [str(new)]
        assert [title for title, _ in people.went] == [str(gone)]
        # One came and one went: the number of events is the same.
        assert "法律进乡村活动次数" not in by_label

    def test_a_corrected_record_changes_a_sum_without_coming_or_going(self, report, world):
        revision = lock(report, by=world.coordinator)
        OutreachEvent.objects.filter(attendance=145).update(attendance=150)
        [drift] = drifts(revision)
        assert (drift.frozen, drift.now, drift.came, drift.went) == (345, 350, [], [])

    def test_a_revision_keeps_its_own_cut_off_day(self, report, world, make):
        revision = lock(report, by=world.coordinator)
        AnnualReport.objects.update(cutoff=datetime.date(2022, 4, 1))
        revision.refresh_from_db()
        assert drifts(revision) == []


class TestPage:
    def page(self, client, report, **address):
        return client.get(reverse("reports:compare", args=[report.pk]), address)

    def test_the_last_revision_stands_beside_the_draft(self, report, world, make, sign_in):
        lock(report, by=world.coordinator)
        make(OutreachEvent, attendance=10)
        context = self.page(sign_in(world.deputy), report).context
        assert (context["left"].name, context["right"].name) == ("2022年 第1稿", "2022年 现在的正文")
        assert [(row.left_text, row.right_text) for row in context["figures"]] == [
            ("2次", "3次"),
            ("345人次", "355人次"),
        ]

    def test_two_years_can_be_compared(self, report, world, sign_in):
        other = AnnualReport.objects.create(
            area=world.township, year=2021, title="上年", text="一、成效", cutoff="2021-12-31"
        )
        context = self.page(sign_in(world.deputy), report, left=other.pk).context
        assert context["left"].name == "2021年 现在的正文"
        assert {row.left_text for row in context["figures"]} == {""}

    @pytest.mark.parametrize("key", ["x", "999", "1:99"])
    def test_what_is_not_there_is_404(self, report, world, sign_in, key):
        assert self.page(sign_in(world.deputy), report, left=key).status_code == 404

    def test_another_townships_report_is_no_choice(self, report, world, sign_in):
        foreign = AnnualReport.objects.create(
            area=world.other_township, year=2022, title="邻镇", text="邻镇的稿", cutoff="2022-12-31"
        )
        answer = self.page(sign_in(world.deputy), report, left=foreign.pk)
        assert answer.status_code == 404

    def test_who_may_compare(self, report, world, sign_in):
        reached = {
            name for name, user in world.users.items() if self.page(sign_in(user), report).status_code == 200
        }
        assert reached == {"coordinator", "reviewer", "deputy", "principal"}
