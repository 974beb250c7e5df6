"""The fonts of a machine, and what is told when they are not there."""

import pytest

from reports.typesetting import fonts, problems
from reports.typesetting.profile import NATIONAL


@pytest.fixture
def machine(monkeypatch):
    """A machine with only the families that a test names."""

    def with_families(*families):
        faces = {family: fonts.installed()[family] for family in families}
        monkeypatch.setattr(fonts, "installed", lambda: faces)
        fonts.chain.cache_clear()

    yield with_families
    fonts.chain.cache_clear()


def test_nothing_is_wrong_after_the_set_up():
    assert problems() == []


def test_each_missing_face_is_told(machine):
    machine("Noto Sans CJK SC", "Noto Serif CJK SC")
    assert problems() == [
        "没有仿宋字体，公文会用别的字体代替，请运行 make setup 准备字体。",
        "没有楷体字体，公文会用别的字体代替，请运行 make setup 准备字体。",
    ]


def test_a_machine_without_fonts_is_told_once(machine):
    machine()
    assert problems() == ["看不到任何字体：缺少 fontconfig 软件包，或者字体目录是空的，请运行 make setup。"]


def test_missing_subset_library_is_told(monkeypatch):
    monkeypatch.setattr("weasyprint.text.ffi.harfbuzz_subset", None)
    assert problems() == ["缺少系统库 libharfbuzz-subset0，导出 PDF 会慢几十倍，请安装后重启。"]


def test_rare_characters_come_from_the_faces_behind_the_real_ones():
    real, *_ = fonts.chain(NATIONAL.body)
    assert "法" in real and "䶮" not in real
    assert fonts.advance("䶮", NATIONAL.body) == 1.0


def test_a_character_of_no_face_has_no_width():
    assert fonts.advance("\ue000", NATIONAL.body) is None
