from township.records.register import Register, register

from .models import FilmShowing


@register
class FilmShowings(Register):
    model = FilmShowing
    slug = "film-showings"
    label = "村影院放映"
    menu = "普法"
    order = 29
    unit = "场"
    columns = ("date", "title", "area", "place", "audience")
    fieldsets = (
        ("放映情况", ("date", "area", "title", "place", "audience")),
        ("其他", ("office", "note")),
    )
    filters = ("place",)
    totals = ("audience",)
    copied = ("place",)
