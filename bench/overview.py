"""A township's overview from the request to the page, beside the least SQL for its two years of figures."""

from . import figures
from .county import client, coordinator, got, township
from .work import Aim, Work


def portal(case):
    page, url = client(coordinator()), f"/?year={figures.YEAR}"
    return lambda: len(got(page, url))


def floor(case):
    from township.figures.indicator import indicators
    from township.figures.period import Period

    area = township()
    wanted = indicators.for_area(area).all()
    years = [
        figures.statements_of(wanted, area, Period.year(year)) for year in (figures.YEAR, figures.YEAR - 1)
    ]
    return lambda: [len(dict(figures.answers(statements))) for statements in years]


WORK = Work(
    name="一个乡镇的工作总览整页（全县 {size:,} 条记录，PostgreSQL）",
    ways={
        "portal": ("本门户：从请求到网页", portal),
        "floor": ("下限：只查今年和上年的指标", floor),
    },
    aims=(Aim("floor", 1.5),),
    base="county",
    together=True,
    times=7,
    most_seconds=0.3,
)
