"""Every page of the portal with something on it: what is visited as whom, and what is no page.

A new address in the URL conf has to find its place here, or `test_every_address_has_its_place` fails.
"""

import datetime
import io

import openpyxl
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import get_resolver, reverse

from disputes.models import Dispute
from reports.models import AnnualReport, Revision
from tests.factories import make_attachment, make_record
from tests.reports.texts import PARTS, SIGNATURE
from township.figures.models import OwnIndicator, PlanItem
from township.people.models import Feedback
from township.records.models import OwnRegister, State
from township.records.models.job import Job
from township.records.register import registry
from township.workbooks.models import Import

# Registers whose pages differ in kind: joint with sub-tables and photos; cases with parties; months by a
# special form; deadlines; progress measured by figures; a stock; a total of a month.
KINDS = (
    "outreach-events",
    "disputes",
    "village-notices",
    "disclosure-requests",
    "plan-items",
    "officer-certificates",
    "enforcement-months",
)

# Addresses that answer with no page of their own, by the reason.
NO_PAGES = {
    "takes a form only and leads to a page": {
        "logout",
        "disputes:reopen",
        "end_session",
        "openness:register_address",
        "reports:answer_point",
        "reports:points",
        "reports:assessment_assign",
        "reports:assessment_report",
        "reports:assessment_remove",
        "reports:assessment_tie",
        "reports:assessment_untie",
        "reports:stated_forget",
        "reset_second_factor",
        "session",
        "jobs:cancel",
        "jobs:retry",
        "answer_feedback",
        "reset_password",
        "reference:remove",
        "reference:switch",
        "records:upload",
        "records:save_filter",
        "records:forget_filter",
        "records:bulk",
        "records:remove_file",
        "records:act",
        "own_registers:switch",
        "own_registers:remove",
        "figures:nil",
        "own_indicators:switch",
        "workbooks:cells",
        "workbooks:columns",
        "workbooks:sheet",
        "workbooks:commit",
        "workbooks:discard",
        "workbooks:undo",
        "reports:read_file",
        "reports:save_text",
        "reports:waive",
        "reports:give_sources",
        "reports:accept_bindings",
        "reports:keep_day",
        "reports:verify",
        "reports:lock",
        "reports:step",
    },
    "answers with a file": {
        "person_copy",
        "disputes:paper_pdf",
        "disputes:paper_word",
        "disputes:statistics_pdf",
        "disputes:statistics_workbook",
        "disputes:volume",
        "openness:large_poster",
        "openness:large_posters",
        "openness:package",
        "openness:poster",
        "openness:posters",
        "reports:annex",
        "reports:assessment_package",
        "reports:assessment_table",
        "reports:handover_pdf",
        "reports:handover_workbook",
        "reports:openness_year_pdf",
        "reports:openness_year_text",
        "reports:openness_year_word",
        "reports:public_pdf",
        "reports:public_text",
        "reports:public_word",
        "jobs:fetch",
        "records:file",
        "records:thumbnail",
        "workbooks:account_template",
        "workbooks:export",
        "workbooks:pdf",
        "workbooks:files",
        "workbooks:yearbook",
        "workbooks:template",
        "workbooks:annotated",
        "reports:preview",
        "reports:draft_text",
        "reports:draft_word",
        "reports:revision_word",
        "reports:revision_pdf",
        "reports:revision_text",
        "reports:scan",
    },
    "follows on a sheet or a code that a test of its own brings": {
        "give_code",
        "reports:assessment",
        "reports:assessment_columns",
        "reports:assessment_item",
        "reports:stated_edit",
        "reports:stated_sheet",
    },
    "speaks to machines": {"healthz", "readyz"},
    "answers with a part of a page that is visited": {
        "reports:assessment_suggestions",
        "reports:table",
        "reports:proof",
        "reports:insertable",
        "reports:answers",
        "reports:gaps",
        "reports:sources",
        "reports:locked_sources",
        "own_indicators:source",
    },
}


def addresses():
    """The names of all addresses in the URL conf, with their namespaces."""

    def _names(resolver, inside):
        for pattern in resolver.url_patterns:
            if hasattr(pattern, "url_patterns"):
                yield from _names(pattern, [*inside, pattern.namespace] if pattern.namespace else inside)
            else:
                yield ":".join([*inside, pattern.name])

    return set(_names(get_resolver(), []))


def fill(world, client):
    """Something of everything that a page can show; the objects by name."""
    event = make_record(registry.get("outreach-events"), world, title="宪法宣传进集市")
    make_attachment(event, by=world.clerk_a)
    twin = make_record(registry.get("outreach-events"), world, title="宪法宣传进集市")
    make_record(registry.get("outreach-events"), world, state=State.RETURNED, reason="人次写错了")
    make_record(registry.get("outreach-events"), world, state=State.DRAFT, created_by=world.coordinator)
    records = {slug: make_record(registry.get(slug), world, office=world.office) for slug in KINDS}
    PlanItem.objects.update(indicator="outreach.events", target=10, year=2022)
    Dispute.objects.update(title="甲村土地纠纷")
    report = AnnualReport.objects.create(
        area=world.township,
        year=2022,
        title="毛俊镇2022年法治政府建设情况报告",
        text="一、成效\n1、开展“法律进乡村”活动{{法律进乡村活动次数}}次，新建长廊3处。" + PARTS + SIGNATURE,
        cutoff=datetime.date(2022, 12, 31),
        created_by=world.coordinator,
        updated_by=world.coordinator,
        state=AnnualReport.State.CONFIRMING,
    )
    Revision.objects.create(
        report=report,
        ordinal=1,
        draft_version=1,
        title=report.title,
        cutoff=report.cutoff,
        text=report.text,
        filled_text="一、成效",
        figures=[],
        pdf=b"%PDF-1.7",
        sha256="0" * 64,
    )
    feedback = Feedback.objects.create(sender=world.clerk_a, area=world.a, text="字太小", page="/todo/")
    client.post(
        reverse("own_registers:new"),
        {
            "label": "困难群众走访",
            "menu": "其他工作",
            "unit": "次",
            "village_entry": "on",
            "fields-TOTAL_FORMS": 1,
            "fields-INITIAL_FORMS": 0,
            "fields-0-label": "慰问户数",
            "fields-0-kind": "count",
            "fields-0-unit": "户",
        },
    )
    indicator = OwnIndicator.objects.create(
        area=world.township,
        label="反诈活动场次",
        unit="场",
        definition="测试口径。",
        source="outreach-events",
        measure="count",
    )
    client.post(
        reverse("workbooks:import", args=["outreach-events"]),
        {"file": SimpleUploadedFile("台账.xlsx", _workbook())},
    )
    job = Job.objects.create(
        kind="yearbook",
        label="全年台账",
        asked_by=world.coordinator,
        state=Job.State.FAILED,
        said="没有记录。",
    )
    return {
        "job": job,
        "event": event,
        "twin": twin,
        "records": records,
        "report": report,
        "feedback": feedback,
        "register": OwnRegister.objects.get(),
        "indicator": indicator,
        "staged": Import.objects.get(),
    }


def _workbook():
    """A row that can be taken in and one that cannot."""
    book = openpyxl.Workbook()
    book.active.append(["活动日期", "村", "活动名称", "法律进", "参加群众（人次）"])
    book.active.append(["2022-03-05", "甲村", "春耕普法", "进乡村", 20])
    book.active.append(["2022-13-05", "某村", "禁毒宣传", "进乡村", "很多"])
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def visits(world, made):
    """[(name of the address, its arguments, query, who)]: the pages as those who use them see them."""
    event, report, staged = made["event"], made["report"], made["staged"]
    both = f"chosen={event.pk}&chosen={made['twin'].pk}"
    found = [
        ("login", [], "", None),
        ("password", [], "", "coordinator"),
        ("feedback", [], "", "coordinator"),
        ("new_feedback", [], "", "clerk_a"),
        ("accounts", [], "", "coordinator"),
        ("new_account", [], "", "coordinator"),
        ("account", [world.clerk_a.pk], "", "coordinator"),
        ("reference:handover", [world.clerk_a.pk], "", "coordinator"),
        ("reference:merge", [world.person.pk], "", "coordinator"),
        ("reference:index", [], "", "coordinator"),
        ("reference:list", ["people"], "", "coordinator"),
        ("reference:list", ["topics"], "", "coordinator"),
        ("reference:list", ["material-kinds"], "", "coordinator"),
        ("reference:new", ["schemes"], "", "coordinator"),
        ("reference:entry", ["schemes", world.scheme.pk], "", "coordinator"),
        ("reference:entry", ["people", world.person.pk], "", "coordinator"),
        ("jobs:jobs", [], "", "coordinator"),
        ("jobs:job", [made["job"].pk], "", "coordinator"),
        ("records:paste", [], "", "clerk_a"),
        ("records:search", [], "q=宪法", "coordinator"),
        ("records:merge", ["outreach-events"], both, "coordinator"),
        ("own_registers:list", [], "", "coordinator"),
        ("own_registers:new", [], "", "coordinator"),
        ("own_registers:change", [made["register"].pk], "", "coordinator"),
        ("figures:list", [], "year=2022", "coordinator"),
        ("figures:detail", ["outreach.attendance"], "year=2022", "coordinator"),
        ("own_indicators:list", [], "", "coordinator"),
        ("own_indicators:new", [], "source=outreach-events", "coordinator"),
        ("own_indicators:change", [made["indicator"].pk], "", "coordinator"),
        ("workbooks:import_accounts", [], "", "coordinator"),
        ("workbooks:import", ["outreach-events"], "", "coordinator"),
        ("workbooks:preview", ["outreach-events", staged.pk], "", "coordinator"),
        ("reports:overview", [], "year=2022", "coordinator"),
        ("reports:overview", [], "year=2022", "clerk_a"),
        ("reports:overview", [], "", "administrator"),
        ("reports:overview", [], "year=2022", "county"),
        ("reports:todo", [], "", "coordinator"),
        ("reports:todo", [], "", "reviewer"),
        ("reports:todo", [], "", "clerk_a"),
        ("reports:calendar", [], "", "coordinator"),
        ("reports:quality", [], "year=2022", "coordinator"),
        ("reports:coverage", [], "year=2022", "coordinator"),
        ("reports:setting_coverage", [], "year=2022", "coordinator"),
        ("reports:setting_months", ["rural"], "year=2022", "coordinator"),
        ("outreach:five_items", [], "year=2022", "coordinator"),
        ("reports:list", [], "", "coordinator"),
        ("reports:detail", [report.pk], "", "coordinator"),
        ("reports:particulars", [report.pk], "", "coordinator"),
        ("reports:plans", [report.pk], "", "coordinator"),
        ("reports:locked_figures", [report.pk, 1], "", "coordinator"),
        ("reports:edit", [report.pk], "", "coordinator"),
        ("reports:compare", [report.pk], "", "coordinator"),
        ("reports:confirm", [report.pk], "", "coordinator"),
        ("reports:public", [report.pk], "", "coordinator"),
        ("reports:papers", [], "", "coordinator"),
        ("reports:new_paper", ["one_page"], "", "coordinator"),
        ("reports:said", [], "", "coordinator"),
        ("reports:openness_year", [], "year=2022", "coordinator"),
        ("reports:assessments", [], "", "coordinator"),
        ("reports:agreement", [], "", "coordinator"),
        ("reports:stated", [], "", "coordinator"),
        ("reports:stated_import", [], "", "coordinator"),
        ("reports:own_handover", [], "", "coordinator"),
        ("reports:handover", [world.clerk_a.pk], "", "coordinator"),
        ("reports:townships", [], "year=2022", "county"),
        ("disputes:statistics", [], "", "coordinator"),
        ("records:find_people", [], "", "mediator"),
        ("audit", [], "", "auditor"),
        ("retention", [], "", "coordinator"),
        ("sessions", [], "", "coordinator"),
        ("second_factor", [], "", "coordinator"),
        ("records:list", ["outreach-events"], "state=submitted", "reviewer"),
        ("records:detail", ["outreach-events", event.pk], "", "reviewer"),
        ("records:edit", ["outreach-events", event.pk], "", "coordinator"),
        ("records:edit", ["disputes", made["records"]["disputes"].pk], "", "mediator"),
    ]
    for slug, record in made["records"].items():
        found += [
            ("records:list", [slug], "", "coordinator"),
            ("records:new", [slug], "", "coordinator"),
            ("records:detail", [slug, record.pk], "", "coordinator"),
        ]
    return found
