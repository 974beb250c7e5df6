"""Which fonts are there, what they can show and how wide it is."""

import shutil
import subprocess
from dataclasses import dataclass
from functools import cache, lru_cache

from fontTools.pens.boundsPen import BoundsPen
from fontTools.ttLib import TTFont

from township.printing.faces import ROLES
from township.printing.rendering import Unprintable


class MissingGlyph(Unprintable):
    """No font of the chain can show `character`, which stands at `place`; the text says so in Chinese."""

    def __init__(self, character, place):
        self.character, self.place = character, place
        shown = f"“{character}”" if character.isprintable() else "一个看不见的字符"
        super().__init__(
            f"{shown}（U+{ord(character):04X}）在已安装的字体里没有字形，位置：{place}。"
            "请换用其他写法，或请管理员补装含有这个字的字体。"
        )


@dataclass(frozen=True)
class Face:
    """One installed font file, or one face of a collection."""

    file: str
    index: int
    weight: int  # in fontconfig's scale: 80 regular, 200 bold


@cache
def installed():
    """{family: [Face]} as fontconfig sees it; empty when fontconfig is not there."""
    faces = {}
    for line in _listing().splitlines():
        families, weight, file, index = line.rsplit("|", 3)
        if weight.isdigit() and index.isdigit():
            for family in families.split(","):
                faces.setdefault(family, []).append(Face(file, int(index), int(weight)))
    return faces


def _listing():
    program = shutil.which("fc-list")
    if program is None:
        return ""
    form = "%{family}|%{weight}|%{file}|%{index}\n"
    return subprocess.run([program, "--format", form], capture_output=True, text=True, check=True).stdout


@dataclass(frozen=True)
class Metrics:
    """Advances of one face in em, by character."""

    advances: dict

    def __contains__(self, character):
        return ord(character) in self.advances


@lru_cache(maxsize=32)
def metrics(face):
    """Coverage and advances of a face, read from the font itself."""
    with _opened(face) as font:
        widths, em = font["hmtx"].metrics, font["head"].unitsPerEm
        return Metrics({code: widths[name][0] / em for code, name in font.getBestCmap().items()})


@lru_cache(maxsize=8)
def baseline_below_top(families, weight=80):
    """How far the baseline lies below the top of a line of line-height 1, in em of its size.

    The line's strut is centred on ascent and descent of the first face, so this differs from font to font.
    """
    with _opened(_first(families, weight)) as font:
        em, header = font["head"].unitsPerEm, font["hhea"]
        return 0.5 + (header.ascent + header.descent) / 2 / em


@lru_cache(maxsize=64)
def ink(text, families, weight=80):
    """(lowest, highest) ink of `text` above the baseline in em, as the first face draws it."""
    with _opened(_first(families, weight)) as font:
        em, glyphs, names = font["head"].unitsPerEm, font.getGlyphSet(), font.getBestCmap()
        pen = BoundsPen(glyphs)
        for character in text:
            if ord(character) in names:
                glyphs[names[ord(character)]].draw(pen)
        return (pen.bounds[1] / em, pen.bounds[3] / em) if pen.bounds else (0.0, 0.0)


def _first(families, weight):
    return next(faces[0] for family in families if (faces := regular(family, weight)))


def _opened(face):
    return TTFont(face.file, fontNumber=face.index, lazy=True)


def regular(family, weight=80):
    """Faces of a family, nearest to `weight` first."""
    return sorted(installed().get(family, []), key=lambda face: abs(face.weight - weight))


@lru_cache(maxsize=32)
def chain(families, weight=80):
    """The faces that will really be used for a list of families, nearest in weight each."""
    return tuple(metrics(faces[0]) for family in families if (faces := regular(family, weight)))


def advance(character, families, weight=80):
    """Width of `character` in em in the first face of the chain that has it; None when none has."""
    for face in chain(families, weight):
        if character in face:
            return face.advances[ord(character)]
    return None


def require_glyphs(text, families, place, weight=80):
    """Raise `MissingGlyph` for the first character that no face of the chain can show."""
    for position, character in enumerate(text):
        if character not in " \n" and advance(character, families, weight) is None:
            around = "".join(filter(str.isprintable, text[max(0, position - 6) : position + 7]))
            raise MissingGlyph(character, f"{place}“{around}”")


def problems():
    """What is wrong with this machine's type, one Chinese sentence each; empty when all is well."""
    from weasyprint.text import ffi

    found = []
    if getattr(ffi, "harfbuzz_subset", None) is None:
        found.append("缺少系统库 libharfbuzz-subset0，导出 PDF 会慢几十倍，请安装后重启。")
    if not installed():
        found.append("看不到任何字体：缺少 fontconfig 软件包，或者字体目录是空的，请运行 make setup。")
        return found
    return found + [
        f"没有{role}字体，公文会用别的字体代替，请运行 make setup 准备字体。"
        for role, families in ROLES.items()
        if not chain(families)
    ]
