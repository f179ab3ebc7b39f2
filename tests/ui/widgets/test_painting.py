"""Text that wraps and is never cut, and pills of one height."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from partners_app.ui import theme
from partners_app.ui.widgets.painting import (
    PillSpec,
    Tone,
    block,
    display_text,
    flow_pills,
    pill,
    pill_size,
)

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.mark.parametrize(
    ("text", "together"),
    [
        ("встреча с мэром г. Турку", "г.\u00a0Турку"),
        ("школа № 2", "№\u00a02"),
        ("связи с 1953 г.", "1953\u00a0г."),
        ("в Санкт-Петербурге", "Санкт\u2011Петербурге"),
    ],
)
def test_what_belongs_together_is_not_broken(text: str, together: str) -> None:
    shown = display_text(text)
    assert together in shown
    assert len(shown) == len(text)


def test_the_end_of_a_sentence_after_a_year_may_be_broken() -> None:
    assert display_text("в 2020 г. встреча") == "в 2020\u00a0г. встреча"


@given(st.text(alphabet="абвг. №2-\nСанкт-Петербург", max_size=80))
def test_showing_never_changes_the_length(text: str) -> None:
    assert len(display_text(text)) == len(text)


def test_a_narrow_block_is_higher_and_shows_every_word() -> None:
    text = "Соглашение о сотрудничестве между Администрацией и провинцией " * 20
    font = theme.body_font()
    wide, narrow = block(text, font, 600), block(text, font, 200)
    assert narrow.lines > wide.lines > 1
    assert narrow.height > wide.height
    assert narrow.width <= 200


def test_a_line_break_of_the_clerk_is_a_line() -> None:
    assert block("первая\nвторая", theme.body_font(), 600).lines == 2


def test_a_word_wider_than_its_room_is_broken_not_cut() -> None:
    assert block("щ" * 200, theme.body_font(), 100).width <= 100


def test_an_empty_text_still_takes_a_line() -> None:
    assert block("", theme.body_font(), 100).height > 0


def test_nothing_of_a_block_is_painted_outside_its_height() -> None:
    layout = block("Щрd " * 40, theme.body_font(), 150)
    image = QImage(200, round(layout.height) + 40, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    layout.paint(painter, QPointF(0, 20), QColor("black"))
    painter.end()
    rows = [
        y
        for y in range(image.height())
        if any(image.pixelColor(x, y) != QColor("white") for x in range(image.width()))
    ]
    assert rows
    assert min(rows) >= 20
    assert max(rows) < 20 + layout.height


def test_a_badge_of_one_digit_is_round() -> None:
    size = pill_size("1", Tone.BADGE)
    assert size.width() >= size.height()


def test_pills_that_do_not_fit_go_to_the_next_line() -> None:
    pills = [PillSpec("10.08.2002 · подписан", icon="calendar")] * 3
    one = pill_size(pills[0].text, pills[0].tone, pills[0].icon)
    placed, height = flow_pills(pills, one.width() * 2.5)
    assert [each.left_top.y() for each in placed] == [0, 0, one.height() + theme.length(1)]
    assert height == one.height() * 2 + theme.length(1)
    assert flow_pills([], 100) == ([], 0)


def test_a_pill_on_a_selected_row_stands_on_paper(qapp: QApplication) -> None:
    theme.apply(qapp, "light", 10)
    backgrounds = []
    for selected in (False, True):
        image = QImage(200, 40, QImage.Format.Format_ARGB32)
        image.fill(Qt.GlobalColor.red)
        painter = QPainter(image)
        place = pill(painter, QPointF(10, 5), "Визит", selected=selected)
        painter.end()
        backgrounds.append(image.pixelColor(round(place.left()) + 3, round(place.center().y())))
    assert backgrounds == [theme.LIGHT.neutral_tint, theme.LIGHT.base]
