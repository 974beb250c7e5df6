"""A long ledger as PDF with repeated head rows and rare names, beside a table set as a document."""

import random

from .report import printing
from .work import Aim, Work

HEADERS = ("日期", "村", "名称", "主持人", "参加（人次）", "地点", "形式", "资料（份）", "备注")
RARE = "䶮㛃喆堃犇龘玥镕槑赟翀"


def rows(case):
    chance = random.Random(2022)
    return [
        (
            f"2022-{chance.randrange(1, 13):02d}-{chance.randrange(1, 29):02d}",
            "毛俊村",
            f"赶圩日法治宣传第{number}场",
            f"陈{chance.choice(RARE)}{chance.choice(RARE)}",
            str(chance.randrange(300)),
            "村部文化广场",
            "设点宣传、法治讲座",
            str(chance.randrange(500)),
            "与派出所、中心学校联合开展，现场解答土地承包、养老诈骗等问题" if number % 3 == 0 else "",
        )
        for number in range(case.size)
    ]


def portal(case):
    from township.workbooks.printing import ledger_pdf

    table = rows(case)
    return lambda: len(ledger_pdf(notes=["普法活动", "2022年", "测速用"], headers=list(HEADERS), rows=table))


def source(case):
    body = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in rows(case))
    head = "".join(f"<th>{header}</th>" for header in HEADERS)
    return (
        "<!DOCTYPE html><meta charset='utf-8'><style>@page { size: A4 landscape; margin: 14mm }"
        "table { border-collapse: collapse; width: 100%; font: 9pt 'LXGW WenKai' }"
        "td, th { border: .5pt solid #888; padding: 3pt } thead { display: table-header-group }</style>"
        f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"
    )


def weasyprint(case):
    from weasyprint import HTML

    text = source(case)
    return lambda: len(HTML(string=text).write_pdf())


def chromium(case):
    path = case.folder / "ledger.html"
    path.write_text(source(case))
    return printing(path, case.folder / "ledger.pdf")


WORK = Work(
    name="{size:,} 行台账打印成 PDF",
    ways={
        "portal": ("本门户：直接绘制", portal),
        "weasyprint": ("WeasyPrint 的一张表", weasyprint),
        "chromium": ("Chromium 打印同一张表", chromium),
    },
    aims=(Aim("weasyprint", 0.1), Aim("chromium", 0.2)),
    most_megabytes=250,
)
