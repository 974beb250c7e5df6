"""One of each thing that people make for themselves, so that the pages about it are there to be walked."""

import datetime
from decimal import Decimal

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from reports.drafting import begin
from reports.models import Assessment, Item, StatedFigure
from reports.outline import outline
from tests.reports.assessment.scoring import scoring_sheet
from tests.workbooks.conftest import HEADERS, event, xlsx
from township.figures.models import OwnIndicator
from township.figures.own.defining import save_indicator
from township.people.models import Area, Feedback, User
from township.records.models import OwnField, OwnRegister, SavedFilter


def furnish():
    township = Area.objects.home()
    by = User.objects.get(username="zonghe")
    begin(area=township, year=2022, text=outline(township, 2022), by=by)
    assessment = Assessment.objects.create(
        area=township, year=2022, title="考核", basis="细则", content=scoring_sheet(4), created_by=by
    )
    Item.objects.create(
        assessment=assessment,
        position=1,
        number="1",
        first="普法",
        third="普法活动",
        standard="2场",
        points=Decimal(3),
    )
    year = {"start": datetime.date(2022, 1, 1), "end": datetime.date(2022, 12, 31)}
    StatedFigure.objects.create(
        area=township, indicator="outreach.events", value=1, source="县里", stated_on=year["end"], **year
    )
    register = OwnRegister.objects.create(area=township, label="走访", menu="其他工作", unit="次")
    OwnField.objects.create(register=register, label="户数", kind="count", position=1, column="count_1")
    township.mark_definitions_changed()
    own = OwnIndicator(
        area=township,
        label="反诈场次",
        unit="场",
        definition="口径。",
        source="outreach-events",
        measure="count",
    )
    save_indicator(own, by=by)
    SavedFilter.objects.create(user=by, register="outreach-events", name="今年", query="year=2022")
    Feedback.objects.create(sender=by, area=township, text="意见", page="/")
    client = Client()
    client.force_login(by)
    rows = [event(number, area="毛俊村") for number in range(3)]
    client.post(
        reverse("workbooks:import", args=["outreach-events"]),
        {"file": SimpleUploadedFile("台账.xlsx", xlsx(HEADERS, *rows))},
    )
