"""All indicators of a township's year, beside the least SQL for the same numbers.

The floor knows the ids of the villages beforehand and asks each table once for its days, with the same
aggregates; its statements are composed before the clock runs. Its numbers have to equal the portal's.

The portal is measured in three states: while nothing was written since it was asked last, so that it shows what
it has kept; after every table was written, so that it asks the database for all of it with the statements that
it has composed before; and as a process that was never asked this.
"""

from .county import coordinator, township
from .work import Aim, Work

YEAR = 2019


def portal(case):
    from township.figures.indicator import indicators
    from township.figures.period import Period
    from township.figures.reading import read
    from township.people.gate import Gate

    area, gate = township(), Gate(coordinator())
    wanted = indicators.for_area(area).all()
    return lambda: len(read(wanted, area=area, period=Period.year(YEAR), gate=gate))


def written(case):
    """The portal, when every table was written since it was asked last."""
    return after(forget_values, portal(case))


def first(case):
    """The portal, when this process was never asked before."""
    return after(forget_all, portal(case))


def after(forget, act):
    """`act` with nothing kept of what it gave before."""

    def anew():
        forget()
        return act()

    return anew


def forget_values():
    from township.figures.keeping.kept import store

    store.clear()


def forget_all():
    from township.figures.keeping.composed import statements

    forget_values()
    statements.clear()


def floor(case):
    from township.figures.indicator import indicators
    from township.figures.period import Period
    from township.figures.reading import read

    area, period = township(), Period.year(YEAR)
    wanted = indicators.for_area(area).all()
    statements = statements_of(wanted, area, period)
    values = dict(answers(statements))
    told = read(wanted, area=area, period=period)
    for one in wanted:
        if not one.is_ratio and (values[one.key] or 0) != (told[one.key].value or 0):
            raise SystemExit(f"{one.label}: {told[one.key].value}, by the least SQL {values[one.key]}")
    return lambda: len(dict(answers(statements)))


def statements_of(wanted, area, period):
    """[(keys, SQL, parameters)]: for each table and date one statement."""
    from django.db import connection

    from township.figures import reading
    from township.figures.indicator import indicators

    statements = []
    for group in reading._groups(indicators.with_parts(wanted)).values():
        first = group[0]
        found = {
            **reading._value_aggregates(group, area=area, period=period),
            **reading._unreviewed_aggregates(group, area=area, period=period),
        }
        rows = first.records.objects.order_by().filter(of_places(first, area))
        if not first.is_stock:
            rows = rows.filter(reading.span_condition(first, period))
        query = rows.query.chain()
        for name, aggregate in found.items():
            query.add_annotation(aggregate, name, select=True)
        query.default_cols = False
        query.group_by = None
        statements.append(([one.key for one in group], *query.get_compiler(connection=connection).as_sql()))
    return statements


def of_places(first, area):
    """The condition that a record counts and lies in the township, with all ids written out."""
    from django.db.models import Q

    from township.people.models import Area
    from township.records.models.record import COUNTABLE

    ids = list(Area.objects.within(area).values_list("pk", flat=True))
    inside, model = Q(**{f"{first.prefix}area_id__in": ids}), first.record_model
    if model.JOINT_FIELD:
        through = model._meta.get_field(model.JOINT_FIELD).remote_field.through
        joint = through.objects.filter(area_id__in=ids).values(f"{model._meta.model_name}_id")
        inside |= Q(**{f"{first.prefix}pk__in" if not first.prefix else "record_id__in": joint})
    return inside & Q(**{f"{first.prefix}state__in": COUNTABLE})


def answers(statements):
    """(key, value) of every indicator."""
    from django.db import connection

    with connection.cursor() as cursor:
        for keys, sql, parameters in statements:
            cursor.execute(sql, parameters)
            yield from zip(keys, cursor.fetchone(), strict=False)


WORK = Work(
    name="一个乡镇一年的全部指标（全县 {size:,} 条记录，PostgreSQL）",
    ways={
        "portal": ("本门户：上次以后数据没有变", portal),
        "written": ("本门户：各表都有变动，全部重新查", written),
        "first": ("本门户：进程刚启动，第一次查", first),
        "floor": ("下限：每张表一句最少的 SQL", floor),
    },
    aims=(Aim("floor", 1.5),),
    base="county",
    together=True,
    times=7,
    states=("written", "first"),
)
