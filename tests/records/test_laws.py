"""The catalogue of laws that every installation starts with."""

import datetime

import pytest
from django.apps import apps

from township.records.law_catalogue import LAWS, REPUBLIC
from township.records.models import Law
from township.records.reference_data import install_laws


def test_every_name_and_every_short_name_stands_for_one_law():
    spoken = [name for entry in LAWS for name in {entry.name, *entry.short_names}]
    assert len(spoken) == len(set(spoken))
    assert all(len("、".join(entry.short_names)) <= 120 and len(entry.name) <= 120 for entry in LAWS)


def test_the_civil_code_took_the_place_of_nine_laws():
    repealed = {
        entry.name.removeprefix(REPUBLIC) for entry in LAWS if entry.repealed_on == datetime.date(2021, 1, 1)
    }
    assert repealed == {
        "民法通则",
        "民法总则",
        "合同法",
        "物权法",
        "担保法",
        "婚姻法",
        "继承法",
        "收养法",
        "侵权责任法",
    }
    assert next(e for e in LAWS if e.name == f"{REPUBLIC}民法典").effective_on == datetime.date(2021, 1, 1)


def test_the_petition_rules_changed_on_one_day():
    days = {entry.name: (entry.effective_on, entry.repealed_on) for entry in LAWS if "信访" in entry.name}
    day = datetime.date(2022, 5, 1)
    assert days == {"信访条例": (None, day), "信访工作条例": (day, None)}


@pytest.mark.django_db
def test_migrating_again_keeps_what_an_administrator_changed(django_assert_num_queries):
    assert Law.objects.count() == len(LAWS)
    edited = Law.objects.get(name="信访工作条例")
    Law.objects.filter(pk=edited.pk).update(short_names="本县叫法")
    Law.objects.get(name="物业管理条例").delete()
    install_laws(apps.get_app_config("records"), "default")
    assert Law.objects.count() == len(LAWS)
    assert Law.objects.get(pk=edited.pk).short_names == "本县叫法"
    with django_assert_num_queries(1):
        install_laws(apps.get_app_config("records"), "default")
