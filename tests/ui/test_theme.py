"""Colours that can be read, one place that knows them, and a switch that forgets none."""

import itertools
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QFile, QSize
from PySide6.QtGui import QColor, QIcon, QImage
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from partners_app import paths
from partners_app.ui import theme
from partners_app.ui.theme import DARK, LIGHT, Look, Theme
from partners_app.ui.widgets.painting import PillSpec, Tone
from partners_app.ui.widgets.section_header import SectionHeader

_THEMES = pytest.mark.parametrize("shown", [LIGHT, DARK], ids=["light", "dark"])
_PAPER = ("window", "base", "alt", "hover", "accent_tint", "neutral_tint", "badge")
_MEANINGS = ("ok", "warn", "bad", "accent")
_HEX = re.compile(r"#(?:[0-9a-fA-F]{6}|[0-9a-fA-F]{3})\b")


@pytest.fixture(autouse=True)
def light_again(qapp: QApplication) -> Iterator[None]:
    theme.apply(qapp, "light", 10)
    yield
    theme.apply(qapp, "light", 10)


def _luminance(color: QColor) -> float:
    """Return the relative luminance: https://www.w3.org/TR/WCAG22/#dfn-relative-luminance."""

    def linear(part: float) -> float:
        return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4

    red, green, blue = (linear(part) for part in (color.redF(), color.greenF(), color.blueF()))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _contrast(first: QColor, second: QColor) -> float:
    """Return the ratio of https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio."""
    darker, lighter = sorted((_luminance(first), _luminance(second)))
    return (lighter + 0.05) / (darker + 0.05)


def test_the_formula_knows_its_ends() -> None:
    assert _contrast(QColor("white"), QColor("black")) == pytest.approx(21)
    assert _contrast(QColor("white"), QColor("white")) == pytest.approx(1)


@_THEMES
@pytest.mark.parametrize("paper", _PAPER)
@pytest.mark.parametrize("ink", ["text", "text2"])
def test_text_can_be_read_on_every_background(shown: Theme, ink: str, paper: str) -> None:
    colors = shown.colors()
    assert _contrast(colors[ink], colors[paper]) >= 4.5


@_THEMES
@pytest.mark.parametrize("meaning", _MEANINGS)
def test_a_meaning_can_be_read_on_its_tint_the_selection_and_the_paper(
    shown: Theme, meaning: str
) -> None:
    colors = shown.colors()
    for paper in (f"{meaning}_tint", "accent_tint", "base", "window"):
        assert _contrast(colors[meaning], colors[paper]) >= 4.5, paper
        assert _contrast(shown.text, colors[paper]) >= 4.5, paper


@_THEMES
def test_the_main_button_can_be_read_and_borders_can_be_seen(shown: Theme) -> None:
    assert _contrast(shown.on_accent, shown.accent) >= 4.5
    for paper in (shown.base, shown.window):
        assert _contrast(shown.border, paper) >= 3
        assert _contrast(shown.accent, paper) >= 3  # the frame of the focus


def test_the_marked_place_of_a_printed_page_can_be_read_in_both_themes() -> None:
    assert LIGHT.page == DARK.page
    for shown in (LIGHT, DARK):
        assert _contrast(LIGHT.text, shown.page_mark) >= 4.5


def test_only_the_theme_knows_colour_values() -> None:
    package = Path(theme.__file__).parent.parent.parent
    knowing = {
        path.name
        for room in ("ui", "printing", "texts")
        for path in (package / room).rglob("*.py")
        if _HEX.search(path.read_text(encoding="utf-8"))
    }
    assert knowing == {"palettes.py"}


def test_the_style_sheet_names_no_colour() -> None:
    sheet = (paths.resources() / "styles" / "partners.qss").read_text(encoding="utf-8")
    # An id selector (QFrame of a name) is the only other use of the sign.
    assert not _HEX.search(sheet)
    assert not re.search(r":\s*[^;{}]*#", sheet)
    assert "rgb" not in sheet


@_THEMES
def test_the_sheets_pictures_exist_and_have_the_themes_colours(shown: Theme) -> None:
    sheet = theme.style_sheet(shown, QApplication.font())
    pictures = re.findall(r"url\((styles:[^)]+)\)", sheet)
    assert pictures
    allowed = {color.name().upper() for color in shown.colors().values()}
    for name in pictures:
        file = QFile(name)
        assert file.open(QFile.OpenModeFlag.ReadOnly), name
        drawing = bytes(file.readAll().data()).decode()
        assert set(map(str.upper, _HEX.findall(drawing))) <= allowed


@_THEMES
def test_every_placeholder_of_the_sheet_is_filled(shown: Theme) -> None:
    assert "@" not in theme.style_sheet(shown, QApplication.font())


def test_a_larger_font_makes_every_length_larger(qapp: QApplication) -> None:
    theme.apply(qapp, "light", 10)
    before = theme.unit(), theme.length(7), theme.small_font().pointSizeF()
    theme.apply(qapp, "light", 15)
    after = theme.unit(), theme.length(7), theme.small_font().pointSizeF()
    for small, large in zip(before, after, strict=True):
        assert large == pytest.approx(small * 1.5, rel=0.1)


def test_every_icon_is_drawn_and_has_its_licence() -> None:
    folder = paths.resources() / "icons"
    drawings = sorted(folder.glob("*.svg"))
    assert drawings
    assert "ISC License" in (folder / "LICENSE").read_text(encoding="utf-8")
    for drawing in drawings:
        image = theme.pixmap(drawing.stem, QColor("black"), 32, 1.0).toImage()
        assert _has_ink(image), drawing.stem
        assert "currentColor" in drawing.read_text(encoding="utf-8"), drawing.stem


def _has_ink(image: QImage) -> bool:
    return any(
        image.pixelColor(x, y).alpha() > 100
        for x, y in itertools.product(range(image.width()), range(image.height()))
    )


def test_icons_named_in_the_window_exist() -> None:
    package = Path(theme.__file__).parent.parent
    known = {path.stem for path in (paths.resources() / "icons").glob("*.svg")}
    calls = re.compile(
        r"(?:give_icon\([^,()]+|theme\.icon\(|paint_icon\([^,()]+|IconLabel\()[,\s]*\"([a-z0-9-]+)\""
    )
    named = {
        name
        for path in package.rglob("*.py")
        for name in calls.findall(path.read_text(encoding="utf-8"))
    }
    assert "search" in named
    assert named <= known


def test_a_disabled_icon_has_the_disabled_colour(qapp: QApplication) -> None:
    theme.apply(qapp, "dark", 10)
    icon = theme.icon("plus", "accent")
    size = theme.icon_size()

    def ink(mode: QIcon.Mode) -> QColor:
        """Return the colour of the cross's middle."""
        image = icon.pixmap(size, 1.0, mode).toImage()
        return image.pixelColor(size.width() // 2, size.height() // 2)

    assert _alike(ink(QIcon.Mode.Normal), DARK.accent)
    assert _alike(ink(QIcon.Mode.Disabled), DARK.disabled)
    assert not _alike(DARK.accent, DARK.disabled)


def _alike(first: QColor, second: QColor) -> bool:
    """Tell whether two colours differ by no more than rounding."""
    pairs = zip(first.getRgb()[:3], second.getRgb()[:3], strict=True)  # type: ignore[index]
    return all(abs(one - other) <= 2 for one, other in pairs)


def _sampler() -> QWidget:
    """Build one of each thing whose colour comes by another way."""
    pane = QWidget()
    column = QVBoxLayout(pane)
    header = SectionHeader("Мероприятия 2020 года")
    header.set_count("16 из 20")
    header.set_chips([PillSpec("Формат: очно", Tone.ACCENT, "funnel")])
    header.add_button("Добавить", "plus", main=True)
    column.addWidget(header)
    for look in Look:
        label = QLabel("Осака")
        theme.set_look(label, look)
        column.addWidget(label)
    button = QPushButton("Недоступно")
    button.setEnabled(False)
    theme.give_icon(button, "lock")
    column.addWidget(button)
    pane.resize(600, 400)
    return pane


def _picture(pane: QWidget) -> QImage:
    QApplication.processEvents()
    focused = pane.focusWidget()
    if focused is not None:
        focused.clearFocus()
    return pane.grab().toImage()


def test_switching_the_theme_leaves_nothing_in_the_old_colours(
    qapp: QApplication, qtbot: QtBot
) -> None:
    theme.apply(qapp, "dark", 10)
    fresh = _sampler()
    qtbot.addWidget(fresh)
    fresh.show()
    dark = _picture(fresh)
    fresh.hide()
    theme.apply(qapp, "light", 10)
    switched = _sampler()
    qtbot.addWidget(switched)
    switched.show()
    light = _picture(switched)
    assert light != dark
    theme.apply(qapp, "dark", 10)
    assert _picture(switched) == dark
    theme.apply(qapp, "light", 10)
    assert _picture(switched) == light


def test_a_larger_font_while_running_looks_like_one_from_the_start(
    qapp: QApplication, qtbot: QtBot
) -> None:
    theme.apply(qapp, "light", 15)
    fresh = _sampler()
    qtbot.addWidget(fresh)
    fresh.show()
    large = _picture(fresh)
    fresh.hide()
    theme.apply(qapp, "light", 10)
    grown = _sampler()
    qtbot.addWidget(grown)
    grown.show()
    _picture(grown)
    theme.apply(qapp, "light", 15)
    grown.resize(fresh.size())
    assert _picture(grown) == large


def test_the_systems_theme_is_one_of_the_two(qapp: QApplication) -> None:
    assert theme.apply(qapp, "system", 10) in (LIGHT, DARK)
    assert theme.current() in (LIGHT, DARK)


def test_a_button_before_text_keeps_its_icon_away_from_the_words() -> None:
    square, wide = theme.icon_size(4), theme.icon_size(4, before_text=True)
    assert wide == QSize(square.width() + theme.length(1), square.height())
