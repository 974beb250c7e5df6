"""Run by tests/records/test_new_register.py only: its settings have the app that is not shipped."""

from tests.project.films import demo
from township.figures.duties import cells, duties
from township.figures.indicator import indicators
from township.figures.period import Period
from township.figures.reading import read
from township.operations.demo import World


def test_films_in_the_demo(db):
    world = World.build()
    demo.seed(world)
    demo.seed(world)
    year = Period.year(2022)
    wanted = [indicators.get("films.showings"), indicators.get("films.audience")]
    figures = read(wanted, area=world.township, period=year)
    villages = len(world.villages)
    assert {key: one.value for key, one in figures.items()} == {
        "films.showings": villages,
        "films.audience": 80 * villages,
    }
    states = [cell.state.value for cell in cells(duties["films.quarterly"], area=world.township, period=year)]
    assert (states.count("已报"), len(states)) == (villages, 4 * villages)
