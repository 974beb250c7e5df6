"""The ways by which something is written, as a browser or the nightly timer takes them.

Each path has `who` takes it, `act`, which is True once its user has been told that it is done, and `standing`,
which says what is there now: "nothing", "some" (whole things, not yet all), "whole", or what is half.
"""

import datetime
import hashlib
import io
import uuid
from pathlib import Path

from django.conf import settings
from django.contrib.messages import constants, get_messages
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import CommandError, call_command
from django.db import models
from django.test import Client
from django.urls import reverse

from outreach.models import OutreachEvent
from reports.models import AnnualReport, Revision
from tests.factories import form_data, photo_bytes
from tests.reports.texts import PARTS, SIGNATURE
from tests.workbooks.conftest import HEADERS, event, xlsx
from township.operations.backup.archive import verify
from township.people.models import Area, AuditEvent, RoleGrant, User
from township.people.roles import Role
from township.people.trail.log import Action
from township.records.life import REASON_LENGTH
from township.records.models import Attachment, Change, Citation, RecordLock, Scheme, SchemeMember, State
from township.workbooks.models import Import

EVENTS, ROWS = 4, 30
SLUG = "outreach-events"
ENTRY_ID = uuid.UUID(int=7)
# More than a page of any database, so that there is no room left for it by chance.
LONG = "宣讲民法典和信访工作条例。" * 300


def furnish():
    """A township with people, records to be reviewed, and a report about them."""
    county = Area.objects.create(name="测试县", level=Area.Level.COUNTY, code="430000000000")
    township = Area.objects.create(
        name="毛俊镇", level=Area.Level.TOWNSHIP, parent=county, code="430000100000"
    )
    village = Area.objects.create(
        name="甲村", level=Area.Level.VILLAGE, kind=Area.Kind.VILLAGE, parent=township, code="430000100200"
    )
    scheme = Scheme.objects.create(area=county, name="法律七进", first_year=2016)
    rural = SchemeMember.objects.create(scheme=scheme, key="rural", name="进乡村", position=0)
    clerk = _user("clerk", village, Role.VILLAGE_CLERK)
    _user("reviewer", township, Role.REVIEWER)
    coordinator = _user("coordinator", township, Role.COORDINATOR)
    for number in range(EVENTS):
        OutreachEvent.objects.create(
            area=village,
            keeper=village,
            date=datetime.date(2022, 4, 1 + number),
            title=f"第{number}次赶集日宣传",
            setting=rural,
            attendance=20,
            state=State.SUBMITTED,
            created_by=clerk,
        )
    AnnualReport.objects.create(
        area=township,
        year=2022,
        title="毛俊镇2022年法治政府建设情况报告",
        text="一、成效\n全年开展“法律进乡村”活动{{法律进乡村活动次数}}次。" + PARTS + SIGNATURE,
        cutoff=datetime.date(2022, 12, 31),
        created_by=coordinator,
        updated_by=coordinator,
    )


def _user(name, area, role):
    user = User(username=name, name=name, area=area)
    user.set_unusable_password()
    user.save()
    RoleGrant.objects.create(user=user, role=role)
    return user


def client_of(name):
    """A browser in which `name` has signed in."""
    # A fault ends in the error page, as it does for a user.
    client = Client(raise_request_exception=False)
    client.force_login(User.objects.get(username=name))
    return client


def _done(response):
    """Whether the user was sent on and told of no error."""
    told = get_messages(response.wsgi_request) if hasattr(response, "wsgi_request") else []
    return response.status_code == 302 and not any(message.level >= constants.ERROR for message in told)


class Entry:
    """A village clerk saves a record with a photo and a file that the form's script has sent before."""

    who = "clerk"
    # What a full disk has no room for, see `machine.FullFolder`.
    pdf = b"%PDF-1.7\n" + bytes(1000)

    def prepare(self):
        """Nothing is needed."""

    def act(self, client):
        kept = []
        for name, content in (("现场.jpg", photo_bytes(1)), ("签到表.pdf", Entry.pdf)):
            answer = client.post("/files/", {"file": SimpleUploadedFile(name, content)})
            if answer.status_code != 200:
                return False
            kept.append(answer.json()["id"])
        url = reverse("records:new", args=[SLUG])
        form = client.get(url)
        if form.status_code != 200:
            return False
        typed = {
            "date": "2022-03-05",
            "area": Area.objects.get(name="甲村").pk,
            "title": "村部法治讲座",
            "setting": SchemeMember.objects.get().pk,
            "attendance": 35,
            "note": LONG,
            "entry_id": ENTRY_ID,
            "kept_files": kept,
        }
        return _done(client.post(url, form_data(form, **typed)))

    def standing(self):
        saved = OutreachEvent.objects.filter(title="村部法治讲座")
        if not saved:
            return "half: cited by no record" if Citation.objects.exists() else "nothing"
        (record,) = saved
        cited = Attachment.objects.cited_by(SLUG, record.pk).count()
        told = Change.objects.filter(register=SLUG, record_id=record.pk).count()
        return "whole" if (cited, told) == (2, 1) else f"half: {cited} files, {told} lines of history"


class Importing:
    """A coordinator confirms a workbook that has been checked."""

    who = "coordinator"

    def prepare(self):
        content = xlsx(HEADERS, *(event(number) for number in range(1, ROWS + 1)))
        client_of("coordinator").post(
            reverse("workbooks:import", args=[SLUG]), {"file": SimpleUploadedFile("台账.xlsx", content)}
        )
        Import.objects.get()

    def act(self, client):
        url = reverse("workbooks:commit", args=[SLUG, Import.objects.get().pk])
        choices = {"take_new": "on", "take_changed": "on", "twins": "skip"}
        return _done(client.post(url, choices))

    def standing(self):
        made = set(OutreachEvent.objects.filter(title__contains="场宣讲").values_list("pk", flat=True))
        told = Change.objects.filter(register=SLUG, record_id__in=made).count()
        finished = Import.objects.get().state != Import.State.PREVIEW
        if not made and not finished:
            return "nothing"
        return "whole" if (len(made), told, finished) == (ROWS, ROWS, True) else f"half: {len(made)} rows"


class Reviewing:
    """A reviewer returns all records of a list with one reason; each stands or fails on its own."""

    who = "reviewer"

    def prepare(self):
        """Nothing is needed."""

    def act(self, client):
        waiting = OutreachEvent.objects.filter(state=State.SUBMITTED).values_list("pk", flat=True)
        posted = {"act": "return", "chosen": list(waiting), "reason": LONG[:REASON_LENGTH]}
        return _done(client.post(reverse("records:bulk", args=[SLUG]), posted))

    def standing(self):
        returned = OutreachEvent.objects.filter(state=State.RETURNED).values_list("pk", flat=True)
        told = Change.objects.filter(action=Change.Action.RETURNED).values_list("record_id", flat=True)
        if sorted(returned) != sorted(told):
            return "half: returned without history"
        return {0: "nothing", EVENTS: "whole"}.get(len(returned), "some")


class Locking:
    """A coordinator locks the yearly report."""

    who = "coordinator"

    def prepare(self):
        """Nothing is needed."""

    def act(self, client):
        report = AnnualReport.objects.get()
        url = reverse("reports:lock", args=[report.pk])
        return _done(client.post(url, {"version": report.version}))

    def standing(self):
        revisions, locks = list(Revision.objects.all()), RecordLock.objects.count()
        if not revisions:
            return "nothing" if not locks else "half: records locked by no report"
        (revision,) = revisions
        intact = hashlib.sha256(bytes(revision.pdf)).hexdigest() == revision.sha256
        told = AuditEvent.objects.filter(action=Action.LOCKED).count()
        return "whole" if (intact, locks, told) == (True, EVENTS, 1) else "half: revision without its locks"


class BackingUp:
    """The nightly timer makes a backup; a later try has a name of its own."""

    who = None

    @property
    def folder(self):
        return Path(settings.MEDIA_ROOT).parent / "backup"

    def prepare(self):
        Entry().act(client_of("clerk"))

    def act(self, client):
        try:
            call_command("backup", str(self.folder / f"{uuid.uuid4().hex}.tar.gz"), stdout=io.StringIO())
        except CommandError:
            return False
        return True

    def standing(self):
        made = list(self.folder.glob("*.tar.gz"))
        for one in made:
            verify(one)
        told = AuditEvent.objects.filter(action=Action.BACKED_UP).count()
        if told > len(made):
            return "half: a backup is told of that is not there"
        return "whole" if made else "nothing"


PATHS = {
    "entry": Entry(),
    "import": Importing(),
    "review": Reviewing(),
    "locking": Locking(),
    "backup": BackingUp(),
}


def stored_names(model):
    """Names of the files that rows of `model` point to."""
    fields = [field.name for field in model._meta.local_fields if isinstance(field, models.FileField)]
    for field in fields:
        yield from models.QuerySet(model).exclude(**{field: ""}).values_list(field, flat=True)
