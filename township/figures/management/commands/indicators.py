"""`manage.py indicators`: the figures of a year, for scripts and for people."""

import json

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from township.figures.indicator import indicators
from township.figures.reading import by_area, by_month, read
from township.figures.wording import with_unit
from township.figures.years import years_of
from township.people.models import Area


class Command(BaseCommand):
    help = "列出一个年度的全部指标。不写 --area 时用本镇，不写 --year 时用今年。"

    def add_arguments(self, parser):
        parser.add_argument("--year", type=int, help="年度，例如 2022")
        parser.add_argument("--area", help="辖区的区划代码")
        parser.add_argument("--by", choices=["month", "area"], help="另列逐月（month）或逐村（area）的数")
        parser.add_argument("--json", action="store_true", help="只输出 JSON")

    def handle(self, *, year, area, by, json: bool, **options):
        place = area_of(area)
        period = years_of(place).span(year or timezone.localdate().year)
        wanted = indicators.for_area(place).all()
        figures = read(wanted, area=place, period=period)
        series = _series(by, wanted, place, period)
        rows = [describe(figures[indicator.key], series.get(indicator.key)) for indicator in wanted]
        if json:
            self.stdout.write(_as_json(rows))
            return
        self.stdout.write(f"{place.name} {period}")
        for row in rows:
            self.stdout.write(
                f"{row['label']}：{with_unit(row['value'], row['unit'])}    {row['definition']}"
            )
            for label, value in row.get("series", {}).items():
                self.stdout.write(f"    {label}：{with_unit(value, row['unit'])}")


def area_of(code):
    """The area with that code, or the installation's own township."""
    found = Area.objects.filter(code=code).first() if code else Area.objects.home()
    if found is None:
        raise CommandError(
            f"没有区划代码为 {code} 的辖区。" if code else "还没有建立乡镇，请先建辖区或运行 seed_demo。"
        )
    return found


def _series(by, wanted, area, period):
    if by == "month":
        found = by_month(wanted, area=area, period=period)
        return {
            key: {f"{month.start:%Y-%m}": value for month, value in row.items()} for key, row in found.items()
        }
    if by == "area":
        found = by_area(wanted, area=area, period=period)
        return {
            key: {place.choice_label: value for place, value in row.items()} for key, row in found.items()
        }
    return {}


def describe(figure, series=None):
    """One figure as a plain dictionary."""
    indicator = figure.indicator
    row = {
        "key": indicator.key,
        "label": indicator.label,
        "unit": indicator.unit,
        "value": _plain(figure.value),
        "definition": indicator.definition,
    }
    if series is not None:
        row["series"] = {label: _plain(value) for label, value in series.items()}
    return row


def _plain(value):
    return float(value) if hasattr(value, "as_tuple") else value


def _as_json(rows):
    return json.dumps(rows, ensure_ascii=False, indent=2)
