"""The layout profile: every number of the page in one object, because counties do vary."""

from dataclasses import dataclass

from township.printing.faces import FANG_SONG, HEI, KAI, SONG, TITLE_SONG

MM = 72 / 25.4  # points in a millimetre


@dataclass(frozen=True)
class Profile:
    """Lengths in millimetres, sizes in points; clauses are those of GB/T 9704-2012."""

    top: float = 37.0  # 5.2.1 天头
    left: float = 28.0  # 5.2.1 订口
    width: float = 156.0  # 5.2.1 版心
    height: float = 225.0  # 5.2.1 版心, without the page number
    lines: int = 22  # 5.2.3
    cells: int = 28  # 5.2.3
    body_size: float = 16.0  # 5.2.2 三号
    title_size: float = 22.0  # 7.3.1 二号
    number_size: float = 14.0  # 7.5 四号
    number_drop: float = 7.0  # 7.5: the dash below the 版心
    mirrored: bool = False  # inner margin left on odd and right on even pages, for binding
    headings_keep_text: bool = True  # a heading never ends a page; the page is then a line shorter
    red: str = "#ff0000"  # 6.2, on a screen
    rule_thickness: float = 1.0  # 7.2.7 leaves it open; points
    body: tuple = FANG_SONG
    title: tuple = TITLE_SONG
    title_weight: int = 700
    levels: tuple = (HEI, KAI, FANG_SONG, FANG_SONG)  # 7.3.3; the standard asks for no bold
    page_number: tuple = SONG

    @property
    def pitch(self):
        """Height of one grid line in mm, a hair under so that rounding never loses the last line."""
        return int(self.height / self.lines * 1000) / 1000

    @property
    def line_width(self):
        """Width of the type area in points."""
        return self.width * MM

    @property
    def title_cells(self):
        """How many characters a line of the title holds."""
        return int(self.line_width / self.title_size)


NATIONAL = Profile()
# For a text that has to keep to one page: 小三 and 四号 with lines and cells to match; smaller is not read at a
# meeting's table.
TIGHTER = (
    Profile(body_size=15.0, title_size=22.0, lines=24, cells=29),
    Profile(body_size=14.0, title_size=20.0, lines=27, cells=31),
)
