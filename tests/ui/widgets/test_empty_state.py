"""The first start: what can be done is said, and every button does it."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from partners_app.services import sample
from partners_app.ui import theme
from partners_app.ui.widgets.empty_state import EmptyState
from tests.ui.clerk import press


def _shown(qapp: QApplication, qtbot: QtBot, *, offers_import: bool = False) -> EmptyState:
    theme.apply(qapp, "light", 10)
    state = EmptyState(offers_import=offers_import)
    qtbot.addWidget(state)
    state.resize(theme.length(340), theme.length(180))
    state.show()
    assert QTest.qWaitForWindowActive(state)
    return state


def _buttons(state: EmptyState) -> list[QPushButton]:
    return [button for button in state.findChildren(QPushButton) if button.isVisible()]


def test_every_button_asks_for_its_act(qapp: QApplication, qtbot: QtBot) -> None:
    state = _shown(qapp, qtbot)
    asked: list[str] = []
    state.open_sample_requested.connect(lambda: asked.append("sample"))
    state.import_requested.connect(lambda: asked.append("import"))
    state.create_requested.connect(lambda: asked.append("create"))
    state.open_requested.connect(lambda: asked.append("open"))
    for button in _buttons(state):
        button.click()
    assert asked == ["sample", "create", "open"]


def test_the_import_is_offered_only_where_there_is_one(qapp: QApplication, qtbot: QtBot) -> None:
    state = _shown(qapp, qtbot, offers_import=True)
    asked: list[str] = []
    state.import_requested.connect(lambda: asked.append("import"))
    assert len(_buttons(state)) == 4
    _buttons(state)[1].click()
    assert asked == ["import"]


def test_only_the_first_button_is_the_default_and_enter_presses_it(
    qapp: QApplication, qtbot: QtBot
) -> None:
    state = _shown(qapp, qtbot)
    assert [button.isDefault() for button in _buttons(state)] == [True, False, False]
    assert _buttons(state)[0].hasFocus()
    with qtbot.waitSignal(state.open_sample_requested, timeout=1000):
        press(Qt.Key.Key_Return)


def test_the_numbers_of_the_sample_are_those_of_the_sample(
    qapp: QApplication, qtbot: QtBot
) -> None:
    content = sample.content()
    state = _shown(qapp, qtbot)
    told = " ".join(label.text() for label in state.findChildren(QLabel))
    assert f"{len(content.countries)} countries" in told
    assert f"{len(content.events)} events" in told
    assert str(sample.SAMPLE_YEAR) in told


def _mime(*paths: Path) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return data


@pytest.mark.parametrize(
    ("names", "taken"),
    [
        (["Реестр № 1.partners"], True),
        (["РЕЕСТР.PARTNERS"], True),
        (["отчёт.xlsx"], False),
        (["a.partners", "b.partners"], False),
        ([], False),
    ],
)
def test_a_dragged_register_is_taken_and_anything_else_refused(
    qapp: QApplication, qtbot: QtBot, tmp_path: Path, names: list[str], taken: bool
) -> None:
    state = _shown(qapp, qtbot)
    dropped: list[Path] = []
    state.file_dropped.connect(dropped.append)
    data = _mime(*(tmp_path / name for name in names))
    copy, left, none = (
        Qt.DropAction.CopyAction,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    place = QPointF(10, 10)
    entering = QDragEnterEvent(place.toPoint(), copy, data, left, none)
    entering.ignore()
    state.dragEnterEvent(entering)
    assert entering.isAccepted() is taken
    state.dropEvent(QDropEvent(place, copy, data, left, none))
    assert dropped == ([tmp_path / names[0]] if taken else [])


@pytest.mark.parametrize("size", [10, 15])
def test_no_word_is_cut(qapp: QApplication, qtbot: QtBot, size: float) -> None:
    state = _shown(qapp, qtbot, offers_import=True)
    theme.apply(qapp, "light", size)
    state.resize(theme.length(200), theme.length(180))
    qapp.processEvents()
    for label in state.findChildren(QLabel):
        if label.wordWrap():
            assert label.height() >= label.heightForWidth(label.width()), label.text()
        else:
            assert label.width() >= label.sizeHint().width(), label.text()
    for button in _buttons(state):
        assert button.width() >= button.sizeHint().width(), button.text()
