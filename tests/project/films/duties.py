from township.figures.duties import Duty, duties

from .registers import FilmShowings

duties.add(Duty("films.quarterly", "每季度法治电影放映", FilmShowings, each="village", every="quarter"))
