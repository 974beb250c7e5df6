"""Finding records: one search over all registers, what one entered last, and filters kept under a name."""

import datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from disputes.models import Dispute, Party
from outreach.models import OutreachEvent
from tests.factories import make_record, registers
from township.people.roles import Power
from township.records.models import Law, SavedFilter, State
from township.records.register import registry
from training.models import StudySession

URL = reverse("records:search")


def found(client, text=""):
    return [place.title for place in client.get(URL, {"q": text}).context["places"]]


class TestSearch:
    def test_words_in_title_place_person_and_law(self, world, make, sign_in):
        law = Law.objects.create(name="中华人民共和国测试法", short_names="试法")
        event = make(OutreachEvent, title="春耕普法", area=world.b)
        event.laws.add(law)
        study = make_record(registry.of(StudySession), world, title="三月学法", chair=world.person)
        client = sign_in(world.coordinator)
        assert found(client, "春耕") == ["春耕普法"]
        assert found(client, "乙村 普法") == ["春耕普法"]
        assert found(client, "试法") == ["春耕普法"]
        assert found(client, "陈志远 三月") == [study.title]
        assert found(client, "春耕 三月") == []
        assert found(client, "普法活动 乙村") == ["春耕普法"]
        assert found(client, "学法活动 乙村") == []

    def test_a_record_is_found_once_however_many_laws_match(self, world, make, sign_in):
        event = make(OutreachEvent, title="春耕普法")
        event.laws.set(Law.objects.create(name=f"测试法{number}") for number in range(3))
        assert found(sign_in(world.coordinator), "测试法") == ["春耕普法"]

    def test_the_newest_comes_first_and_voided_ones_stay_out(self, world, make, sign_in):
        make(OutreachEvent, title="旧的普法", date=datetime.date(2022, 1, 1))
        make(OutreachEvent, title="新的普法", date=datetime.date(2022, 6, 1))
        make(OutreachEvent, title="作废的普法", state=State.VOIDED)
        assert found(sign_in(world.coordinator), "普法") == ["新的普法", "旧的普法"]

    def test_parties_are_never_searched(self, world, sign_in):
        dispute = make_record(registry.of(Dispute), world, lines=False, title="邻里纠纷")
        Party.objects.create(record=dispute, name="欧阳找得到")
        client = sign_in(world.coordinator)
        assert found(client, "邻里") == ["邻里纠纷"]
        assert found(client, "欧阳找得到") == []

    def test_everybody_finds_exactly_what_the_own_lists_show(self, world, sign_in):
        for register in registers():
            for area in (world.a, world.b, world.foreign_village):
                make_record(register, world, area=area, title=f"找我{register.slug}{area.name}")
        for name, user in world.users.items():
            client = sign_in(user)
            answer = client.get(URL, {"q": "找我"})
            if Power.READ not in user.powers:
                assert answer.status_code == 404, name
                continue
            visible = 0
            for register in registers():
                page = client.get(reverse("records:list", args=[register.slug]), {"q": "找我"})
                visible += page.context["page"].paginator.count if page.status_code == 200 else 0
            assert answer.context["page"].paginator.count == visible, name

    def test_the_number_of_queries_is_fixed(self, world, make, sign_in):
        client, counts = sign_in(world.coordinator), set()
        for number in (1, 2):
            for _ in range(number):
                make(OutreachEvent, title="找我")
            with CaptureQueriesContext(connection) as queries:
                found(client, "找我")
            counts.add(len(queries))
        assert len(counts) == 1

    @pytest.mark.parametrize("text", ["%", "_", "'", '"', "\x00", "<b>", "𰻞", "字" * 500])
    def test_any_text_is_answered(self, world, make, sign_in, text):
        make(OutreachEvent, title="普法")
        assert sign_in(world.coordinator).get(URL, {"q": text}).status_code == 200


class TestLatest:
    def test_what_one_entered_last_comes_first(self, world, make, sign_in):
        make(OutreachEvent, title="先录的", created_by=world.clerk_a)
        make(OutreachEvent, title="别人的", created_by=world.coordinator)
        make(OutreachEvent, title="后录的", created_by=world.clerk_a, state=State.DRAFT)
        assert found(sign_in(world.clerk_a)) == ["后录的", "先录的"]


class TestSavedFilters:
    SLUG = "outreach-events"

    def save(self, client, name="本月未审核", query="state=submitted&page=3&nonsense=1"):
        return client.post(reverse("records:save_filter", args=[self.SLUG]), {"name": name, "query": query})

    def names(self, client):
        page = client.get(reverse("records:list", args=[self.SLUG]))
        return [saved.name for saved in page.context["saved_filters"]]

    def test_the_lists_own_filters_are_kept_and_nothing_else(self, world, sign_in):
        client = sign_in(world.clerk_a)
        answer = self.save(client)
        assert SavedFilter.objects.get().query == "state=submitted"
        assert answer.url.endswith("?state=submitted")
        assert self.names(client) == ["本月未审核"]
        assert self.names(sign_in(world.clerk_b)) == []

    def test_the_same_name_again_replaces(self, world, sign_in):
        client = sign_in(world.clerk_a)
        self.save(client)
        self.save(client, query="q=春耕")
        assert SavedFilter.objects.get().query == "q=%E6%98%A5%E8%80%95"

    @pytest.mark.parametrize(
        ("name", "query", "sentence"),
        [
            ("", "state=submitted", "请给这组筛选起个名字。"),
            ("长" * 21, "state=submitted", "名字最多 20 个字。"),
            ("空的", "page=2", "现在没有筛选条件"),
            ("太长", "q=" + "字" * 300, "筛选条件太长"),
        ],
    )
    def test_what_cannot_be_kept_is_said(self, world, sign_in, name, query, sentence):
        client = sign_in(world.clerk_a)
        self.save(client, name, query)
        assert sentence in client.get(reverse("records:list", args=[self.SLUG])).content.decode()
        assert not SavedFilter.objects.exists()

    def test_only_the_own_ones_can_be_removed(self, world, sign_in):
        self.save(sign_in(world.clerk_a))
        url = reverse("records:forget_filter", args=[self.SLUG, SavedFilter.objects.get().pk])
        assert sign_in(world.clerk_b).post(url).status_code == 404
        assert sign_in(world.clerk_a).get(url).status_code == 405
        sign_in(world.clerk_a).post(url)
        assert not SavedFilter.objects.exists()

    def test_strangers_to_the_register_keep_none(self, world, sign_in):
        assert self.save(sign_in(world.administrator)).status_code == 404
