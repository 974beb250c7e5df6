"""Saving one entry: all or nothing, once however often it is sent, and with a history that tells everything."""

import datetime
import threading
import uuid

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.urls import reverse

from disputes.models import Party
from outreach.models import FiveItem, OutreachEvent
from outreach.registers import FiveItems, OutreachEvents
from tests.factories import add_line, form_data, make_attachment, make_record, photo_bytes
from township.people.gate import Gate
from township.people.models import Person
from township.records import saving
from township.records.forms import form_class, line_formsets
from township.records.models import Change, RecordLock, State, Topic
from township.records.register import registry
from township.records.saving import Refused, remove_file, save_entry

NEW = reverse("records:new", args=["outreach-events"])
TODAY = datetime.date(2022, 3, 5)


def edit_url(record):
    return reverse("records:edit", args=[registry.of(type(record)).slug, record.pk])


def lock(record, label="2022年度报告"):
    slug = registry.of(type(record)).slug
    return RecordLock.objects.create(register=slug, record_id=record.pk, label=label)


def history(record):
    """[(act, {label: (before, after)}, reason)] from the first act on."""
    slug = registry.of(type(record)).slug
    changes = Change.objects.filter(register=slug, record_id=record.pk).order_by("pk")
    return [
        (change.action, {label: (old, new) for label, old, new in change.details}, change.reason)
        for change in changes
    ]


@pytest.fixture
def clerk(world, sign_in):
    return sign_in(world.clerk_a)


@pytest.fixture
def typed(world):
    """What a clerk types into a new event."""
    return {
        "date": "2022-03-05",
        "title": "赶集日普法",
        "setting": world.settings["rural"].pk,
        "attendance": 60,
        "materials": [{"kind": "leaflet", "quantity": 120, "unit": "份"}],
    }


@pytest.fixture
def event(clerk, typed):
    """An event that clerk A has just submitted, with its photo and one topic."""
    topic = Topic.objects.get(use="outreach", key="anti-drug")
    photo = SimpleUploadedFile("现场.jpg", photo_bytes(1), "image/jpeg")
    clerk.post(NEW, form_data(clerk.get(NEW), **typed, topics=[topic.pk], files=[photo]))
    return OutreachEvent.objects.get()


class TestHistory:
    def test_a_new_record_tells_all_that_was_given(self, event):
        ((action, details, _),) = history(event)
        assert action == Change.Action.SUBMITTED
        assert details == {
            "活动日期": ("—", "2022-03-05"),
            "所属村（社区）": ("—", "甲村"),
            "活动名称": ("—", "赶集日普法"),
            "法律进（主）": ("—", "进乡村"),
            "参加群众（人次）": ("—", "60"),
            "节点、主题": ("—", "6·26 禁毒"),
            "本镇": ("—", "主办"),
            "概数": ("—", "否"),
            "发放资料": ("—", "宣传资料 120 份"),
            "佐证材料": ("—", "现场.jpg"),
        }

    def test_a_change_tells_fields_choices_rows_and_files_before_and_after(self, clerk, event):
        others = Topic.objects.filter(use="outreach", key__in=["consumer-day", "cyber-security"])
        changes = {
            "attendance": 80,
            "topics": [topic.pk for topic in others],
            "materials": [{"quantity": 100}, {"kind": "reader", "quantity": 5, "unit": "本"}],
            "files": [SimpleUploadedFile("横幅.jpg", photo_bytes(2), "image/jpeg")],
        }
        clerk.post(edit_url(event), form_data(clerk.get(edit_url(event)), **changes))
        _, (action, details, _) = history(event)
        assert action == Change.Action.EDITED
        assert details == {
            "参加群众（人次）": ("60", "80"),
            "节点、主题": ("6·26 禁毒", "3·15、网络安全周"),
            "发放资料": ("宣传资料 120 份", "宣传资料 100 份\n法治读本 5 本"),
            "佐证材料": ("现场.jpg", "现场.jpg、横幅.jpg"),
        }
        event.refresh_from_db()
        assert (event.version, event.attendance) == (2, 80)

    def test_a_deleted_row_is_told(self, clerk, event):
        data = form_data(clerk.get(edit_url(event)), **{"materials-0-DELETE": "on"})
        clerk.post(edit_url(event), data)
        assert history(event)[1][1] == {"发放资料": ("宣传资料 120 份", "—")}

    def test_saving_without_a_change_adds_nothing(self, clerk, event):
        clerk.post(edit_url(event), form_data(clerk.get(edit_url(event))))
        assert len(history(event)) == 1

    def test_a_draft_that_is_submitted_later(self, clerk, typed):
        clerk.post(NEW, form_data(clerk.get(NEW), **typed, then="draft"))
        draft = OutreachEvent.objects.get()
        assert draft.state == State.DRAFT
        clerk.post(edit_url(draft), form_data(clerk.get(edit_url(draft)), then="submit"))
        draft.refresh_from_db()
        assert draft.state == State.SUBMITTED
        assert [action for action, *_ in history(draft)] == [Change.Action.CREATED, Change.Action.SUBMITTED]

    def test_mending_a_returned_record_submits_it_and_drops_the_reason(self, clerk, event):
        OutreachEvent.objects.update(state=State.RETURNED, reason="人次不对")
        clerk.post(edit_url(event), form_data(clerk.get(edit_url(event)), attendance=70))
        event.refresh_from_db()
        assert (event.state, event.reason) == (State.SUBMITTED, "")
        assert history(event)[-1][:2] == (Change.Action.SUBMITTED, {"参加群众（人次）": ("60", "70")})


class TestPersonalData:
    """History keeps that personal data changed, never what they were."""

    def test_parties_and_file_names_of_a_case(self, world, sign_in):
        register = registry.get("disputes")
        record = make_record(register, world, area=world.a, lines=False)
        add_line(record, Party, world)
        client = sign_in(world.mediator)
        photo = SimpleUploadedFile("张三身份证.jpg", photo_bytes(3), "image/jpeg")
        page = client.get(edit_url(record))
        response = client.post(
            edit_url(record),
            form_data(page, parties=[{"name": "欧阳秘密"}], files=[photo]),
        )
        assert response.status_code == 302
        (_, details, _) = history(record)[-1]
        assert details == {"当事人": ("已修改", "已修改"), "佐证材料": ("已修改", "已修改")}
        assert record.parties.get().name == "欧阳秘密"

    def test_sealed_fields(self, world, sign_in):
        record = make_record(registry.get("opinions"), world, area=world.a, reporter="欧阳旧")
        client = sign_in(world.coordinator)
        response = client.post(edit_url(record), form_data(client.get(edit_url(record)), reporter="欧阳新"))
        assert response.status_code == 302
        assert history(record)[-1][1] == {"反映人": ("已修改", "已修改")}
        assert "欧阳" not in str(list(Change.objects.values()))


class TestOnce:
    def test_a_second_click_finds_the_first_ones_record(self, clerk, typed):
        data = form_data(clerk.get(NEW), **typed)
        first, second = clerk.post(NEW, data), clerk.post(NEW, data)
        record = OutreachEvent.objects.get()
        assert (
            first["Location"]
            == second["Location"]
            == reverse("records:detail", args=["outreach-events", record.pk])
        )
        assert (record.materials.count(), len(history(record))) == (1, 1)

    def test_two_posts_at_the_same_moment(self, clerk, typed, monkeypatch):
        """Neither saw the other before writing: the database's own rule decides."""
        data = form_data(clerk.get(NEW), **typed, leader="")
        clerk.post(NEW, data)
        look, looked = saving._earlier_post, []

        def blind_at_first(form, by):
            looked.append(1)
            return look(form, by) if len(looked) > 1 else None

        monkeypatch.setattr(saving, "_earlier_post", blind_at_first)
        monkeypatch.setattr(saving, "_entry_id", lambda form: form.cleaned_data["entry_id"])
        assert clerk.post(NEW, data).status_code == 302
        record = OutreachEvent.objects.get()
        assert (record.materials.count(), len(history(record))) == (1, 1)

    @pytest.mark.django_db(transaction=True)
    @pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite lets one writer in at a time")
    def test_two_real_posts_in_parallel(self, clerk, typed):
        data = form_data(clerk.get(NEW), **typed)
        gate, answers = threading.Barrier(2), []

        def post():
            gate.wait()
            try:
                answers.append(clerk.post(NEW, data).status_code)
            finally:
                connection.close()

        threads = [threading.Thread(target=post) for _ in range(2)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert answers == [302, 302]
        assert OutreachEvent.objects.get().materials.count() == 1

    def test_somebody_elses_entry_id_leads_nowhere(self, world, clerk, typed, make):
        foreign = make(OutreachEvent, area=world.b, created_by=world.clerk_b)
        clerk.post(NEW, form_data(clerk.get(NEW), **{**typed, "entry_id": str(foreign.entry_id)}))
        own = OutreachEvent.objects.exclude(pk=foreign.pk).get()
        assert own.entry_id != foreign.entry_id
        assert own.created_by == world.clerk_a

    def test_all_or_nothing(self, clerk, typed, monkeypatch):
        def fail(*args):
            raise RuntimeError("the disk is full")

        monkeypatch.setattr(saving, "cite", fail)
        with pytest.raises(RuntimeError):
            clerk.post(NEW, form_data(clerk.get(NEW), **typed))
        assert (OutreachEvent.objects.count(), Change.objects.count()) == (0, 0)


class TestTwoTabs:
    def test_the_second_tab_sees_both_values_and_nothing_is_lost(self, clerk, event):
        tab = form_data(clerk.get(edit_url(event)), attendance=99)
        clerk.post(edit_url(event), form_data(clerk.get(edit_url(event)), attendance=80))
        response = clerk.post(edit_url(event), tab)
        assert response.status_code == 409
        (difference,) = response.context["differences"]
        assert (difference.label, difference.theirs, difference.mine) == ("参加群众（人次）", "80", "99")
        event.refresh_from_db()
        assert (event.attendance, event.version) == (80, 2)
        # Having seen both, the clerk may insist.
        assert clerk.post(edit_url(event), form_data(response)).status_code == 302
        event.refresh_from_db()
        assert (event.attendance, event.version) == (99, 3)

    def test_a_post_without_a_version_overwrites_nothing(self, clerk, event):
        data = form_data(clerk.get(edit_url(event)), attendance=99)
        del data["version"]
        assert clerk.post(edit_url(event), data).status_code == 409

    def test_an_act_in_between_is_a_conflict_too(self, world, clerk, sign_in, event):
        tab = form_data(clerk.get(edit_url(event)), attendance=99)
        clerk.post(reverse("records:act", args=["outreach-events", event.pk, "withdraw"]))
        assert clerk.post(edit_url(event), tab).status_code == 409


class TestLocked:
    """What a locked report has counted is corrected with a reason and approved by somebody else."""

    @pytest.fixture
    def approved(self, world, event):
        OutreachEvent.objects.update(state=State.APPROVED, reviewed_by=world.reviewer)
        lock(event)
        event.refresh_from_db()
        return event

    def test_a_reason_is_asked_for(self, clerk, approved):
        response = clerk.post(edit_url(approved), form_data(clerk.get(edit_url(approved)), attendance=1))
        assert response.status_code == 422
        assert response.context["form"].errors == {"correction": ["请填写更正原因。"]}

    @pytest.mark.parametrize("then", ["submit", "draft", "another"])
    def test_a_correction_waits_for_review_whatever_was_pressed(self, clerk, approved, then):
        changes = {"attendance": 61, "correction": "签到表上是61人", "then": then}
        clerk.post(edit_url(approved), form_data(clerk.get(edit_url(approved)), **changes))
        approved.refresh_from_db()
        assert (approved.state, approved.reviewed_by, approved.attendance) == (State.SUBMITTED, None, 61)
        assert history(approved)[-1] == (
            Change.Action.CORRECTED,
            {"参加群众（人次）": ("60", "61")},
            "签到表上是61人",
        )

    def test_the_corrector_cannot_approve_it_and_another_reviewer_can(self, world, sign_in, approved):
        from tests.conftest import _user
        from township.people.roles import Role

        second = _user("reviewer2", world.township, Role.REVIEWER)
        client = sign_in(world.reviewer)
        data = form_data(client.get(edit_url(approved)), attendance=61, correction="更正")
        client.post(edit_url(approved), data)
        url = reverse("records:act", args=["outreach-events", approved.pk, "approve"])
        client.post(url)
        approved.refresh_from_db()
        assert approved.state == State.SUBMITTED
        sign_in(second).post(url)
        approved.refresh_from_db()
        assert (approved.state, approved.reviewed_by) == (State.APPROVED, second)

    def test_a_later_touch_by_somebody_else_does_not_free_the_corrector(self, world, sign_in, approved):
        for user, attendance in ((world.reviewer, 61), (world.clerk_a, 62)):
            client = sign_in(user)
            data = form_data(client.get(edit_url(approved)), attendance=attendance, correction="更正")
            assert client.post(edit_url(approved), data).status_code == 302
        client = sign_in(world.reviewer)
        client.post(reverse("records:act", args=["outreach-events", approved.pk, "approve"]))
        approved.refresh_from_db()
        assert approved.state == State.SUBMITTED

    def test_a_lock_set_while_the_form_was_open(self, world, event):
        form = bound_form(OutreachEvents, event, world.clerk_a, attendance=1)
        lock(event)
        with pytest.raises(saving.Conflict):
            save_entry(form=form, formsets={}, attachments=[], by=world.clerk_a, submit=True)
        event.refresh_from_db()
        assert event.attendance == 60


def bound_form(declaration, instance, user, **changes):
    """A valid form of `instance` as `user` would post it."""
    gate = Gate(user)
    empty = form_class(declaration)(instance=instance, gate=gate)
    data = {name: empty[name].value() for name in empty.fields if name not in ("files", "kept_files")}
    data = {name: "" if value is None else value for name, value in data.items()}
    form = form_class(declaration)(
        {**data, **changes},
        instance=type(instance).objects.get(pk=instance.pk) if instance.pk else instance,
        gate=gate,
    )
    assert form.is_valid(), form.errors
    return form


class TestPeopleAndPlaces:
    def test_a_village_record_entered_for_the_wrong_village_moves(self, world, sign_in, make):
        event = make(OutreachEvent, area=world.a)
        client = sign_in(world.coordinator)
        client.post(edit_url(event), form_data(client.get(edit_url(event)), area=world.b.pk))
        event.refresh_from_db()
        assert (event.area, event.keeper) == (world.b, world.b)

    def test_an_offices_record_stays_with_the_office(self, world, sign_in, make):
        event = make(OutreachEvent, area=world.a, keeper=world.township, office=world.office)
        client = sign_in(world.coordinator)
        client.post(edit_url(event), form_data(client.get(edit_url(event)), area=world.b.pk))
        event.refresh_from_db()
        assert (event.area, event.keeper) == (world.b, world.township)

    def test_a_reviewer_stands_for_what_he_changed(self, world, sign_in, make):
        event = make(OutreachEvent, state=State.APPROVED, reviewed_by=world.deputy)
        client = sign_in(world.reviewer)
        client.post(edit_url(event), form_data(client.get(edit_url(event)), attendance=7))
        event.refresh_from_db()
        assert (event.state, event.reviewed_by, event.attendance) == (State.APPROVED, world.reviewer, 7)

    def test_new_people_join_the_roster_only_with_a_saved_record(self, world, sign_in):
        client = sign_in(world.clerk_a)
        url = reverse("records:new", args=["teams"])
        typed = {"date": "2022-01-01", "kind": "outreach", "leader": "新队长（网格员）"}
        rows = [{"person": "新队员", "time": "part"}]
        bad = client.post(url, form_data(client.get(url), **typed, title="", members=rows))
        assert (bad.status_code, Person.objects.filter(name__startswith="新队").count()) == (422, 0)
        good = client.post(url, form_data(client.get(url), **typed, title="宣传队", members=rows))
        assert good.status_code == 302
        names = Person.objects.filter(name__startswith="新队").order_by("pk").values_list("name", flat=True)
        assert list(names) == ["新队长", "新队员"]


def test_what_another_has_just_taken_is_said_in_a_sentence(world):
    """Both forms were valid when they were checked; the second to be saved is told."""
    values = {
        "year": 2022,
        "setting": world.settings["rural"].pk,
        "responsible": world.office.pk,
        "item": "plan",
        "presence": "present",
        "date": "2022-03-01",
        "area": world.township.pk,
    }
    forms = [
        bound_form(FiveItems, FiveItem(), world.coordinator, **values, entry_id=str(uuid.uuid4()))
        for _ in range(2)
    ]
    save_entry(form=forms[0], formsets={}, attachments=[], by=world.coordinator, submit=True)
    with pytest.raises(ValidationError) as caught:
        save_entry(form=forms[1], formsets={}, attachments=[], by=world.coordinator, submit=True)
    assert caught.value.messages == ["这一年这个单位的这一项已经登记过，请打开原来的记录修改。"]
    assert FiveItem.objects.count() == 1


class TestRemovingAFile:
    def test_the_record_forgets_it_and_says_so(self, world, clerk, event):
        photo = event_photo(event)
        url = reverse("records:remove_file", args=["outreach-events", event.pk, photo.pk])
        assert clerk.post(url).status_code == 302
        event.refresh_from_db()
        assert (photo.citations.count(), event.version, event.updated_by) == (0, 2, world.clerk_a)
        assert history(event)[-1][:2] == (Change.Action.EDITED, {"佐证材料": ("现场.jpg", "—")})

    def test_other_records_keep_citing_it(self, world, make):
        records = [make(OutreachEvent), make(OutreachEvent)]
        photo = make_attachment(*records, by=world.clerk_a)
        remove_file(records[0], photo, by=world.clerk_a)
        assert [citation.record_id for citation in photo.citations.all()] == [records[1].pk]

    def test_removing_twice_changes_nothing_more(self, world, event):
        photo = event_photo(event)
        remove_file(event, photo, by=world.clerk_a)
        remove_file(event, photo, by=world.clerk_a)
        event.refresh_from_db()
        assert (event.version, len(history(event))) == (2, 2)

    def test_not_from_what_a_report_has_counted(self, world, event):
        lock(event)
        with pytest.raises(Refused, match="“赶集日普法”已用于2022年度报告，佐证材料不能移除。"):
            remove_file(event, event_photo(event), by=world.clerk_a)
        assert event_photo(event).citations.count() == 1


def event_photo(event):
    from township.records.models import Attachment

    return Attachment.objects.cited_by("outreach-events", event.pk).get()


def test_line_formsets_are_saved_in_the_order_of_the_page(clerk, event):
    rows = [{"kind": "leaflet", "quantity": quantity, "unit": "份"} for quantity in (3, 2, 1)]
    clerk.post(edit_url(event), form_data(clerk.get(edit_url(event)), materials=rows))
    assert [line.quantity for line in event.materials.all()] == [3, 2, 1]
    assert [line.position for line in event.materials.all()] == [0, 1, 2]
    assert line_formsets(OutreachEvents, event, gate=None).keys() == {"materials", "reports"}
