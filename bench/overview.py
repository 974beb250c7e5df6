"""A township's overview from the request to the page, beside the least SQL for its two years of figures."""

from . import figures
from .county import client, coordinator, got, township
from .work import Aim, Work


def portal(case):
    page, url = client(coordinator()), f"/?year={figures.YEAR}"
    return lambda: len(got(page, url))


def written(case):
    """The page, when every table was written since it was asked last."""
    return figures.after(figures.forget_values, portal(case))


def first(case):
    """The page, when this process was never asked before."""
    return figures.after(figures.forget_all, portal(case))


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
        "portal": ("本门户：从请求到网页，上次以后数据没有变", portal),
        "written": ("本门户：各表都有变动，全部重新查", written),
        "first": ("本门户：进程刚启动，第一次打开", first),
        "floor": ("下限：只查今年和上年的指标", floor),
    },
    aims=(Aim("floor", 1.5),),
    base="county",
    together=True,
    times=7,
    most_seconds=0.3,
    states=("written", "first"),
)
