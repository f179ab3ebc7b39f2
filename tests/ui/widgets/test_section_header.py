"""A section's title bar: name, count, chips and acts, none of them ever cut."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from partners_app.ui import theme
from partners_app.ui.widgets.painting import PillSpec, Tone
from partners_app.ui.widgets.pill_label import PillLabel
from partners_app.ui.widgets.section_header import SectionHeader


@pytest.fixture
def header(qapp: QApplication, qtbot: QtBot) -> SectionHeader:
    theme.apply(qapp, "light", 10)
    shown = SectionHeader("Мероприятия 2020 года")
    shown.add_button("Вставить текст", "clipboard-paste")
    shown.add_button("Добавить", "plus", main=True)
    qtbot.addWidget(shown)
    shown.resize(theme.length(260), shown.sizeHint().height())
    shown.show()
    return shown


def _whole(header: SectionHeader) -> list[QWidget]:
    return [
        part
        for part in header.findChildren(QWidget)
        if (part.isVisible() and isinstance(part, QLabel | PillLabel)) or part in header._buttons
    ]


def test_count_and_chips_come_and_go(header: SectionHeader, qapp: QApplication) -> None:
    header.set_count("16 из 20")
    header.set_chips([PillSpec("Формат: очно", Tone.ACCENT, "funnel"), PillSpec("Вид: визит")])
    qapp.processEvents()
    chips = [chip.text() for chip in header.findChildren(PillLabel) if chip.isVisible()]
    assert chips == ["Формат: очно", "Вид: визит"]
    header.set_count("")
    header.set_chips([PillSpec("Вид: визит")])
    qapp.processEvents()
    chips = [chip.text() for chip in header.findChildren(PillLabel) if chip.isVisible()]
    assert chips == ["Вид: визит"]
    assert header.count_text() == ""
    assert header.title() == "Мероприятия 2020 года"


def test_a_button_beside_the_title_stands_left_of_the_acts(
    header: SectionHeader, qapp: QApplication
) -> None:
    reset = header.add_button("Сбросить", "funnel-x", beside_title=True)
    header.set_chips([PillSpec("Формат: очно", Tone.ACCENT)])
    qapp.processEvents()
    chip = header.findChild(PillLabel)
    assert isinstance(chip, PillLabel)
    others = [button for button in header._buttons if button is not reset]
    assert chip.geometry().right() < reset.x() < min(button.x() for button in others)


def test_every_button_has_a_name_a_tip_and_the_keyboard(header: SectionHeader) -> None:
    for button in header._buttons:
        assert button.accessibleName() == button.text()
        assert button.toolTip()
        assert button.focusPolicy() & Qt.FocusPolicy.TabFocus


@pytest.mark.parametrize("size", [10, 15])
@pytest.mark.parametrize("chips", [0, 1])
def test_buttons_give_up_words_before_anything_is_cut(
    header: SectionHeader, qapp: QApplication, size: float, chips: int
) -> None:
    theme.apply(qapp, "light", size)
    header.set_count("6")
    header.set_chips([PillSpec("Формат: очно", Tone.ACCENT, "funnel")] * chips)
    qapp.processEvents()
    roomy, least = header.sizeHint().width(), header.minimumSizeHint().width()
    assert least < roomy
    for width, words in ((roomy, True), (roomy - 1, False), (least, False), (roomy, True)):
        header.resize(width, header.sizeHint().height())
        qapp.processEvents()
        shown = {button.toolButtonStyle() for button in header._buttons}
        beside = Qt.ToolButtonStyle.ToolButtonTextBesideIcon
        assert shown == {beside if words else Qt.ToolButtonStyle.ToolButtonIconOnly}
        for part in _whole(header):
            assert part.width() >= part.sizeHint().width(), (width, part)
        right_edge = max(part.geometry().right() for part in _whole(header))
        assert right_edge < header.width()
