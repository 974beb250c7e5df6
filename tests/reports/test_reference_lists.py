"""时效提法 and 本镇说法 under 设置: inherited, switched off, edited, and what 数据核对 makes of them."""

import pytest
from django.urls import reverse

from reports.models import AnnualReport, DatedWording, LearnedWording
from reports.proofing.draft import prove
from reports.reference_data import PHRASES, install_phrases
from tests.reports.texts import PARTS
from township.people.models import SettingChange
from township.records.models import Law

ACTS = SettingChange.Action


def reminders(report, sentence):
    AnnualReport.objects.filter(pk=report.pk).update(text=f"一、成效\n{sentence}{PARTS}")
    noted = prove(AnnualReport.objects.get(pk=report.pk)).noted
    return [one.quote for one in noted if one.finding.check == "dated_wordings"]


def add(client, slug, **values):
    return client.post(reverse("reference:new", args=[slug]), values)


def switch(client, entry, to):
    return client.post(reverse("reference:switch", args=["dated-wordings", entry.pk]), {"to": to})


class TestPhrases:
    def test_a_phrase_that_a_township_adds_is_its_own_and_has_a_history(self, report, world, sign_in):
        coordinator = sign_in(world.coordinator)
        values = {"phrase": "星火行动；星火计划", "instead": "现在叫“燎原行动”", "source": "县委文件"}
        assert add(coordinator, "dated-wordings", **values).status_code == 302
        added = DatedWording.objects.get(area=world.township)
        assert reminders(report, "推进“星火”计划和星火行动。") == ["星火”计划", "星火行动"]
        entry = reverse("reference:entry", args=["dated-wordings", added.pk])
        coordinator.post(entry, {**values, "phrase": "星火行动", "but_not": "星火行动队"})
        assert reminders(report, "推进星火计划，表扬星火行动队。") == []
        history = SettingChange.objects.filter(subject="dated-wordings", object_id=added.pk)
        assert [one.action for one in history] == [ACTS.CHANGED, ACTS.ADDED]
        assert sign_in(world.stranger).get(entry).status_code == 404

    def test_a_common_phrase_can_be_switched_off_and_on_again(self, report, world, sign_in):
        common = DatedWording.objects.get(area=None, key="land-office")
        coordinator = sign_in(world.coordinator)
        assert reminders(report, "国土所配合执法。") == ["国土所"]
        switch(coordinator, common, "off")
        assert reminders(report, "国土所配合执法。") == []
        switch(coordinator, common, "on")
        assert reminders(report, "国土所配合执法。") == ["国土所"]

    def test_a_township_does_not_edit_what_all_share_and_the_administrator_does(self, world, sign_in):
        common = DatedWording.objects.get(area=None, key="land-office")
        entry = reverse("reference:entry", args=["dated-wordings", common.pk])
        values = {"phrase": "国土所", "instead": "现在叫“自然资源所”"}
        assert sign_in(world.coordinator).post(entry, values).status_code == 404
        assert sign_in(world.administrator).post(entry, values).status_code == 302
        common.refresh_from_db()
        assert common.phrase == "国土所"
        # An update of the portal leaves it as it was edited.
        install_phrases(sender=None, using="default")
        common.refresh_from_db()
        assert common.phrase == "国土所"
        assert DatedWording.objects.filter(area=None).count() == len(PHRASES)

    @pytest.mark.parametrize(
        ("values", "field", "sentence"),
        [
            ({"instead": "x"}, "phrase", "请填写过时的提法。"),
            (
                {"phrase": "国土所；国土资源所", "instead": "x"},
                "phrase",
                "已有“国土所；国土资源所”，不用再加。",
            ),
        ],
    )
    def test_what_is_wrong_is_said_at_its_field(self, world, sign_in, values, field, sentence):
        answer = add(sign_in(world.coordinator), "dated-wordings", **values)
        assert answer.status_code == 422
        assert answer.context["form"].errors[field] == [sentence]

    @pytest.mark.parametrize(
        ("sentence", "found"),
        [
            ("学习“三严三实”专题教育精神。", ["三严三实”专题教育"]),
            ("社会管理综合治理委员会办公室牵头社会管理。", ["社会管理"]),
            ("巩固拓展脱贫攻坚成果，打赢脱贫攻坚战。", ["脱贫攻坚战"]),
            ("按一般程序8件办理。", ["一般程序"]),
            ("聘请法制副校长，学习《法制宣传教育条例》。", ["法制副校长"]),
            ("加强经济社会、管理服务工作。", []),
        ],
    )
    def test_the_common_phrases(self, report, sentence, found):
        assert reminders(report, sentence) == found


class TestLearned:
    def test_what_was_learned_can_be_looked_at_corrected_and_forgotten(self, world, sign_in):
        learned = LearnedWording.objects.create(
            area=world.township, wording="赶集摆摊", unit="次", indicator="outreach.events"
        )
        coordinator = sign_in(world.coordinator)
        page = coordinator.get(reverse("reference:list", args=["learned-wordings"])).content.decode()
        assert "普法活动场次" in page
        entry = reverse("reference:entry", args=["learned-wordings", learned.pk])
        values = {"wording": "赶集摆摊", "unit": "次", "indicator": "outreach.events_rural"}
        assert coordinator.post(entry, values).status_code == 302
        learned.refresh_from_db()
        assert learned.indicator == "outreach.events_rural"
        coordinator.post(reverse("reference:remove", args=["learned-wordings", learned.pk]))
        assert not LearnedWording.objects.exists()

    def test_it_is_the_townships_own(self, world, sign_in):
        learned = LearnedWording.objects.create(
            area=world.township, wording="赶集摆摊", unit="次", indicator="outreach.events"
        )
        entry = reverse("reference:entry", args=["learned-wordings", learned.pk])
        reached = {name for name, user in world.users.items() if sign_in(user).get(entry).status_code == 200}
        assert reached == {"coordinator"}


def test_a_law_that_another_township_keeps_says_nothing_about_this_ones_text(report, world):
    def found():
        return [one.finding.message for one in prove(report).noted if one.finding.check == "repealed_laws"]

    AnnualReport.objects.filter(pk=report.pk).update(text=f"一、成效\n学习《柳塘公约条例》。{PARTS}")
    report.refresh_from_db()
    law = Law.objects.create(area=world.other_township, name="柳塘公约条例", repealed_on="2020-01-01")
    assert found() == []
    Law.objects.filter(pk=law.pk).update(area=world.township)
    assert found() == ["《柳塘公约条例》2020年1月1日起已经废止。"]
