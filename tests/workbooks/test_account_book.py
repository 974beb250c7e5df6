"""Accounts from a workbook: problems at their cells, all or nothing, passwords once."""

import io

import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from township.people.models import SettingChange, User
from township.people.roles import Role

URL = "/settings/accounts/import/"
GOOD = [
    ("张三", "zhangsan", "甲村", "", "村级填报人、调解员"),
    ("李四", 20221, "毛俊镇", "派出所", "部门填报人"),
]


@pytest.fixture
def client(world, sign_in):
    return sign_in(world.coordinator)


def book(rows, headers=("姓名", "账号", "单位", "部门", "岗位")):
    workbook = openpyxl.Workbook()
    workbook.active.append(["填写说明"])
    workbook.active.append(headers)
    for row in rows:
        workbook.active.append(row)
    buffer = io.BytesIO()
    workbook.save(buffer)
    return SimpleUploadedFile("账号.xlsx", buffer.getvalue())


def upload(client, rows, **options):
    return client.post(URL, {"file": book(rows, **options)})


def problems(response):
    assert response.status_code == 422
    return {row.number: row.problems for row in response.context["rows"] if row.problems}


def test_from_the_template_to_the_first_sign_in(client, world):
    template = client.get(reverse("workbooks:account_template"))
    sheet = openpyxl.load_workbook(io.BytesIO(template.content)).active
    lines = [row for row in sheet.iter_rows(values_only=True) if row[0]]
    assert lines[-1] == ("姓名", "账号", "单位", "部门", "岗位")
    told = "\n".join(str(line[0]) for line in lines)
    assert "毛俊镇、甲村、乙村" in told and "司法所" in told
    assert "系统管理员" not in told and "丙村" not in told

    preview = upload(client, GOOD)
    assert (preview.status_code, preview.context["wrong"]) == (200, 0)
    assert not User.objects.filter(username="zhangsan").exists()

    answer = client.post(URL, {"rows": preview.context["kept"]})
    assert "no-store" in answer["Cache-Control"]
    sheet = openpyxl.load_workbook(io.BytesIO(answer.content)).active
    made = list(sheet.iter_rows(values_only=True))[3:]
    assert [row[:4] for row in made] == [
        ("张三", "zhangsan", "甲村", "村级填报人、调解员"),
        ("李四", "20221", "毛俊镇", "部门填报人"),
    ]
    account = User.objects.get(username="20221")
    assert (account.area, account.office, account.roles) == (
        world.township,
        world.office,
        {Role.OFFICE_CLERK},
    )
    assert not any(row[4] in str(list(SettingChange.objects.values())) for row in made)
    clerk = Client()
    clerk.post("/login/", {"username": "zhangsan", "password": made[0][4]})
    assert clerk.get("/")["Location"] == "/password/?next=/"


def test_every_problem_stands_at_its_cell_and_nothing_is_made(client):
    rows = [
        *GOOD,
        ("", "wangwu", "丙村", "", "村级填报人"),
        ("赵六", "zhangsan", "甲村", "派出所", "村级填报人"),
        ("钱七", "clerk_a", "乙村", "", "系统管理员"),
    ]
    response = upload(client, rows)
    assert problems(response) == {
        5: {"name": ["请填写姓名。"], "area": ["没有叫“丙村”的单位。"]},
        6: {"office": ["甲村没有“派出所”这个部门。"], "username": ["与第 3 行的账号重复。"]},
        7: {
            "username": ["这个账号已有人用，请换一个。"],
            "roles": ["没有“系统管理员”这个岗位，或者不由您授予。"],
        },
    }
    assert response.context["kept"] == ""
    assert not User.objects.filter(username="zhangsan").exists()


def test_what_changed_since_the_preview_stops_everything(client, world):
    kept = upload(client, GOOD).context["kept"]
    User.objects.filter(pk=world.clerk_b.pk).update(username="zhangsan")
    response = client.post(URL, {"rows": kept})
    assert problems(response) == {3: {"username": ["这个账号已有人用，请换一个。"]}}
    assert not User.objects.filter(username="20221").exists()


def test_a_preview_serves_its_owner_only(client, world, sign_in):
    kept = upload(client, GOOD).context["kept"]
    for rows in (kept, "made up"):
        response = sign_in(world.administrator).post(URL, {"rows": rows})
        assert (response.status_code, response.context["problem"]) == (422, "预览已失效，请重新上传表格。")


@pytest.mark.parametrize(
    ("file", "sentence"),
    [
        (
            lambda: SimpleUploadedFile("a.xlsx", b"no workbook"),
            "打不开这个文件，请上传按模板填写的 .xlsx 表格。",
        ),
        (lambda: book([]), "表里还没有填账号，请在表头下面一行一个人填好再上传。"),
        (lambda: book([], headers=("姓名", "账号")), "表头里缺少单位、部门、岗位，请用下载的模板填写。"),
        (
            lambda: book([], headers=("村名",)),
            "没有找到表头（姓名、账号、单位、部门、岗位），请用下载的模板填写。",
        ),
        (lambda: book(GOOD * 151), "一次最多 300 人，这张表有 302 行，请分几次上传。"),
    ],
)
def test_other_files_are_refused_with_one_sentence(client, file, sentence):
    response = client.post(URL, {"file": file()})
    assert (response.status_code, response.context["problem"]) == (422, sentence)
    assert client.post(URL, {}).context["problem"] == "请先选择填好的表格。"


def test_strangers(world, sign_in):
    for name in ("clerk_a", "reviewer", "auditor", "county"):
        other = sign_in(world.users[name])
        assert {other.get(URL).status_code, other.post(URL).status_code} == {404}, name
        assert other.get(reverse("workbooks:account_template")).status_code == 404
