"""The definition (口径) in words that follows from the choices themselves."""


def proposed(source, way, conditions, township):
    """One or two sentences that say which records are counted and how.

    `conditions` are the stored ones, by path.
    """
    asked = source.conditions()
    words = "，".join(
        asked[path].words(stored, township) for path, stored in conditions.items() if path in asked
    )
    what = f"{source.label}{f'中{words}的' if words else ''}"
    return f"{what}{_how(source, way)}"


def _how(source, way):
    dated = f"按{source.register.field_label('date')}计"
    name = way.field.verbose_name if way.field is not None else ""
    rows = f"{way.unit}数" if not source.line_set else "条数"
    return {
        "count": f"{rows}，{dated}。",
        "sum": f"{name}各条相加，{dated}{'，不是按人去重' if way.unit == '人次' else ''}。",
        "persons": f"人员，按人去重，{dated}，一人多次只计一人。",
        "months": f"至少有一条记录的月数，{dated}。",
        "villages": f"至少有一条记录的村（社区）个数，{dated}。",
        "stock": "截止日在册的条数，已终止的不计，不累计。",
        "stock-persons": "截止日在册的人员，按人去重，已终止的不计，不累计。",
    }[way.kind]


def proposed_ratio(numerator, denominator):
    """The definition of a rate of two indicators."""
    return f"{numerator.label}占{denominator.label}的百分比；{denominator.label}为 0 时不计算。"
