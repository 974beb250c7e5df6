from township.figures.indicator import Indicator, indicators
from township.figures.measures import Sum

from .models import FilmShowing

indicators.add(
    Indicator(
        "films.showings", "村影院放映场次", "场", "按放映日期数，一晚一场。", FilmShowing, category="place"
    ),
    Indicator("films.audience", "村影院观众人次", "人次", "各场观众相加。", FilmShowing, Sum("audience")),
)
