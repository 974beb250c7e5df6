"""The papers of a case: every field of the ministry's forms, lines where nothing is known, nobody in names of files."""

import datetime
import io
import re
from urllib.parse import unquote

import docx
import pdfplumber
import pytest
from django.urls import reverse

from disputes.models import MediationCommittee
from disputes.papers import PAPERS, paper, volume
from tests.factories import make_record
from township.people.trail.models import AuditEvent
from township.printing import render_forms, render_word
from township.records.register import registry

RARE = "欧阳䶮㛃喆堃犇龘"
SECRETS = (RARE, "11010519491231002X", "13912345678", "三组老屋场8号")
OF_A_PERSON = ("姓名", "性别", "民族", "年龄", "职业或职务", "联系方式", "单位或住址")
# What the ministry's forms ask for (司法部 2010), by paper.
FIELDS = {
    "cover": ("卷名", "卷号", "人民调解员", "调解日期", "立卷人", "立卷日期", "保管期限", "备注"),
    "contents": ("序号", "文书名称", "页号", "备注"),
    "application": (*OF_A_PERSON, "纠纷简要情况", "申请事项", "自愿申请人民调解", "签名", "年　　月　　日"),
    "registration": (*OF_A_PERSON, "受理日期", "纠纷类型", "案件来源", "纠纷简要情况", "签名", "登记人", "盖章"),
    "rights": ("选择或者接受人民调解员", "如实陈述纠纷事实", "不收取任何费用", "签名"),
    "identity": ("姓名（名称）", "证件名称", "份数", "复印件附在本页之后"),
    "authorisation": (*OF_A_PERSON, "委托人（甲方）", "受委托人", "与委托人的关系", "身份证号", "委托事项", "一般授权", "特别授权", "委托期限", "签名"),
    "evidence": ("证据名称", "提交人", "份数"),
    "receipts": ("凭证名称", "交付人", "接收人", "份数"),
    "inquiry": ("时间", "地点", "参加人", "被调查人", "记录", "签名"),
    "session": ("时间", "地点", "事由", "当事人", "参加人", "告知权利义务", "陈述", "证据", "调解结果", "其他途径", "签名", "盖章"),
    "agreement": (*OF_A_PERSON, "编号", "主要事实", "争议事项", "协议内容", "履行方式", "履行地点", "履行期限", "签名", "记录人", "盖章", "一式3份"),
    "oral-agreement": (*OF_A_PERSON, "编号", "口头协议内容", "履行方式", "履行地点", "履行期限", "人民调解员（签名）"),
    "follow-up": ("当事人", "调解协议编号", "回访事由", "回访情况", "履行情况", "满意度", "有无诉讼", "有无激化", "回访人", "回访时间"),
    "confirmation": (*OF_A_PERSON, "申请事项", "事实和理由", "共同申请", "人民法院", "签名"),
    "closing": ("卷号", "承办单位", "承办人", "受案时间", "结案时间", "姓名", "案件来源", "纠纷情况", "调解结果"),
    "notes": ("说明", "立卷人"),
    "back": ("本卷共",),
}  # fmt: skip


@pytest.fixture
def case(world):
    committee = MediationCommittee.objects.create(
        area=world.township,
        keeper=world.township,
        date="2020-01-01",
        title="毛俊镇人民调解委员会",
        kind="township",
    )
    record = make_record(
        registry.get("disputes"),
        world,
        lines=False,
        committee=committee,
        organisation="township",
        case_number="（2022）毛俊人调字第001号",
        origin="application",
        kind="neighbours",
        summary="甲、乙因排水沟走向发生争执。",
        request="请求疏通排水沟。",
        result="agreed",
        closed_on=datetime.date(2022, 3, 9),
        agreement_form="written",
        agreed_on=datetime.date(2022, 3, 9),
        effective_on=datetime.date(2022, 3, 9),
        terms="甲于三日内疏通排水沟。",
        confirmation="applied",
        confirmation_court="测试县人民法院",
    )
    record.mediators.add(world.person)
    _, number, phone, address = SECRETS
    record.parties.create(name=RARE, side="applicant", id_number=number, phone=phone, address=address)
    record.parties.create(name="测试建筑有限公司", kind="organisation", representative="某乙", position=1)
    record.inquiries.create(asked_on=datetime.date(2022, 3, 6), asked="某丙", account="沟是共用的。")
    record.sessions.create(held_on=datetime.date(2022, 3, 8), minutes="双方各有让步。", outcome="agreed")
    record.sessions.create(held_on=datetime.date(2022, 3, 9), rights_told=True, outcome="agreed", position=1)
    record.follow_ups.create(visited_on=datetime.date(2022, 4, 8), performance="done", found="沟已疏通。")
    return record


def pages(content):
    with pdfplumber.open(io.BytesIO(content)) as pdf:
        return [page.extract_text() for page in pdf.pages]


def joined(texts):
    return re.sub(r"\s", "", "".join(texts))


def words_of(content):
    document = docx.Document(io.BytesIO(content))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return joined([paragraph.text for paragraph in document.paragraphs] + cells)


def missing_on(forms, text):
    """Labels of the papers in `forms` that are not in `text`."""
    return [(key, label) for key in forms for label in FIELDS[key] if joined([label]) not in text]


def test_every_field_of_each_form_is_on_paper_and_in_word(case):
    forms = {key: paper(case, key) for key in PAPERS}
    for key, found in forms.items():
        assert missing_on([key], words_of(render_word("文书", found))) == []
    everything = [form for found in forms.values() for form in found]
    assert missing_on(forms, joined(pages(render_forms("文书", everything)))) == []


def test_an_empty_case_gives_forms_to_write_on(world):
    record = make_record(registry.get("disputes"), world, lines=False)
    forms = {key: paper(record, key) for key in PAPERS}
    for key, found in forms.items():
        assert missing_on([key], words_of(render_word("文书", found))) == []
    inside = [form for found in forms.values() for form in found if form.numbered]
    with pdfplumber.open(io.BytesIO(render_forms("文书", inside))) as pdf:
        lines = [len(page.rects) + len(page.lines) for page in pdf.pages]
    # At least the places to sign, on every page.
    assert min(lines) >= 2 and sum(lines) > 100


def test_the_volume_binds_what_the_case_has_in_the_order_of_the_ministry(case):
    assert [form.key for form in volume(case)] == [
        "cover",
        "contents",
        "application",
        "rights",
        "identity",
        "authorisation-2",
        "inquiry-1",
        "evidence",
        "session-1",
        "session-2",
        "agreement",
        "receipts",
        "follow-up-1",
        "confirmation",
        "closing",
        "notes",
        "back",
    ]


def test_contents_name_the_page_on_which_each_paper_begins(case):
    forms = volume(case)
    texts = pages(render_forms("人民调解卷宗", forms))
    listed = re.findall(r"^\d+ (\S+) (\d+)$", texts[1], re.MULTILINE)
    assert [title for title, _ in listed] == [form.title for form in forms if form.numbered]
    for title, number in listed:
        page = texts[1 + int(number)]
        assert (page.splitlines()[0], page.splitlines()[-1]) == (title, f"— {number} —"), title
    assert "—" not in texts[0] + texts[1]


def test_each_party_may_authorise_and_organisations_do_in_the_volume(case):
    texts = [words_of(render_word("文书", [form])) for form in paper(case, "authorisation")]
    assert [("委托人（甲方）" in text, RARE in text, "某乙" in text) for text in texts] == [
        (True, True, False),
        (False, False, True),
    ]
    assert all("因邻里纠纷，委托上列受委托人代为参加人民调解" in text for text in texts)
    case.parties.filter(kind="organisation").delete()
    assert [form.key for form in volume(case) if form.title == "授权委托书"] == []


def test_a_page_says_whose_identity_papers_are_attached(case):
    text = words_of(render_word("文书", paper(case, "identity")))
    assert [name in text for name in (RARE, "测试建筑有限公司")] == [True, True]


def test_nothing_due_leaves_no_receipts(case):
    case.performance = "nothing_due"
    assert "receipts" not in [form.key for form in volume(case)]


def test_rare_characters_of_names_have_their_glyphs(case):
    with pdfplumber.open(io.BytesIO(render_forms("文书", paper(case, "agreement")))) as pdf:
        text = joined(page.extract_text() for page in pdf.pages)
        empty = [
            char for page in pdf.pages for char in page.chars if "(cid:" in char["text"] or not char["width"]
        ]
    assert (RARE in text, empty) == (True, [])


def test_between_people_and_with_an_organisation_are_two_applications(case):
    (form,) = paper(case, "confirmation")
    assert form.title == "司法确认申请书（个人与单位）"
    case.parties.filter(kind="organisation").delete()
    (form,) = paper(case, "confirmation")
    assert form.title == "司法确认申请书（个人与个人）"


def addresses(case):
    yield reverse("disputes:volume", args=[case.pk])
    yield reverse("disputes:paper_pdf", args=[case.pk, "session"])
    yield reverse("disputes:paper_word", args=[case.pk, "agreement"])


def test_files_name_nobody_and_each_printing_is_written_down(world, sign_in, case):
    client = sign_in(world.mediator)
    for address in addresses(case):
        response = client.get(address)
        name = unquote(response["Content-Disposition"])
        assert (response.status_code, [secret for secret in SECRETS if secret in name + address]) == (200, [])
        if response["Content-Type"] == "application/pdf":
            with pdfplumber.open(io.BytesIO(response.content)) as pdf:
                properties = repr(pdf.metadata)
        else:
            kept = docx.Document(io.BytesIO(response.content)).core_properties
            properties = repr([kept.title, kept.author, kept.comments, kept.subject, kept.keywords])
        assert [secret for secret in SECRETS if secret in properties] == []
    kept = AuditEvent.objects.filter(action="printed").order_by("pk").values_list("what", flat=True)
    assert list(kept) == [
        f"矛盾纠纷调解第 {case.pk} 号：{paper}"
        for paper in ("人民调解卷宗（PDF）", "调解记录（PDF）", "人民调解协议书（Word）")
    ]


@pytest.mark.parametrize(
    "user", ["clerk_a", "clerk_b", "office_clerk", "principal", "auditor", "county", "stranger"]
)
def test_who_may_not_read_parties_has_no_papers(world, sign_in, case, user):
    client = sign_in(world.users[user])
    assert [client.get(address).status_code for address in addresses(case)] == [404, 404, 404]
    page = client.get(reverse("records:detail", args=["disputes", case.pk]))
    assert "案卷文书" not in page.content.decode()
    assert AuditEvent.objects.filter(action="printed").count() == 0


def test_an_unknown_paper_is_404(world, sign_in, case):
    for name in ("paper_pdf", "paper_word"):
        assert (
            sign_in(world.mediator).get(reverse(f"disputes:{name}", args=[case.pk, "seal"])).status_code
            == 404
        )
