"""The import in Russian: nothing cut at any size, every part named, the focus seen on its way."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QTableView,
    QWidget,
)
from pytestqt.qtbot import QtBot

from partners_app.domain.import_plan import Outcome
from partners_app.services.register import Register
from partners_app.texts.language import load_language
from partners_app.ui import theme
from partners_app.ui.background import Background
from partners_app.ui.dialogs.import_file import ImportDialog
from partners_app.ui.open_register import OpenRegister
from tests.import_files import colleagues_sheet, corrected_report
from tests.ui.clerk import press

BASE, LARGE = 10, 15

Show = Callable[[Path, tuple[int, int]], ImportDialog]


@pytest.fixture
def show(qapp: QApplication, qtbot: QtBot, register_2020: Register) -> Iterator[Show]:
    theme.apply(qapp, "light", BASE)
    load_language("ru")
    opened = OpenRegister(register_2020, 2020)
    background = Background()
    made: list[ImportDialog] = []

    def show(path: Path, size: tuple[int, int]) -> ImportDialog:
        dialog = ImportDialog(opened, background)
        qtbot.addWidget(dialog)
        made.append(dialog)
        dialog.resize(*size)
        dialog.show()
        qtbot.waitExposed(dialog)
        dialog.activateWindow()
        dialog.open_file(path)
        qtbot.waitUntil(lambda: not dialog.session.busy, timeout=60_000)
        _settle()
        return dialog

    yield show
    for dialog in made:
        dialog.session.close()
        dialog.done(0)
    background.wait()
    theme.apply(qapp, "light", BASE)


def _settle() -> None:
    for _ in range(3):
        QApplication.processEvents()


def _cut(dialog: QWidget) -> list[str]:
    found = []
    for part in dialog.findChildren(QWidget):
        is_named = isinstance(part, QLabel | QAbstractButton | QComboBox)
        if not is_named or not part.isVisible() or part.objectName().startswith("qt_"):
            continue
        if type(part.parent()).__name__ == "QLineEdit":
            continue
        if isinstance(part, QLabel) and part.wordWrap():
            fits = part.height() >= part.heightForWidth(part.width())
        else:
            fits = part.width() >= part.minimumSizeHint().width()
        if not fits:
            text = part.text() if isinstance(part, QLabel | QAbstractButton) else ""
            found.append(f"{type(part).__name__} «{text}» {part.size().toTuple()}")
    return found


@pytest.mark.parametrize(
    ("size", "points"), [((1240, 740), BASE), ((1024, 700), BASE), ((1366, 740), LARGE)]
)
def test_no_word_is_cut_and_the_dialog_keeps_its_size(
    qapp: QApplication, show: Show, tmp_path: Path, size: tuple[int, int], points: int
) -> None:
    theme.apply(qapp, "light", points)
    dialog = show(colleagues_sheet(tmp_path / "Сводка комитетов за 2020 год.xlsx"), size)
    for outcome in (None, Outcome.DOUBTFUL, Outcome.REFUSED):
        dialog.preview.filters.button(outcome).click()
        _settle()
        assert dialog.size().toTuple() == size
        assert _cut(dialog) == []


def test_everything_that_takes_the_keyboard_has_a_name_and_is_reached(
    show: Show, tmp_path: Path
) -> None:
    dialog = show(colleagues_sheet(tmp_path / "Сводка.xlsx"), (1240, 740))
    seen: set[QWidget] = set()
    for _ in range(40):
        focused = QApplication.focusWidget()
        assert focused is not None
        name = focused.accessibleName()
        if isinstance(focused, QAbstractButton):
            name = name or focused.text() or focused.toolTip()
        assert name, focused
        seen.add(focused)
        press(Qt.Key.Key_Tab)
    kinds = {type(part) for part in seen}
    assert any(issubclass(kind, QTableView) for kind in kinds)
    assert any(issubclass(kind, QLineEdit) for kind in kinds)
    assert dialog.act_button in seen
    assert dialog.save_refused in seen


def test_f6_goes_between_the_list_and_the_question(show: Show, tmp_path: Path) -> None:
    dialog = show(colleagues_sheet(tmp_path / "Сводка.xlsx"), (1240, 740))
    preview = dialog.preview
    preview.filters.button(Outcome.DOUBTFUL).click()
    preview.list.setFocus()
    preview.next_pane()
    assert QApplication.focusWidget() is preview.details.choices[0].button
    preview.next_pane()
    assert QApplication.focusWidget() is preview.list


def test_the_colours_follow_the_theme_and_states_differ_without_them(
    qapp: QApplication, show: Show, tmp_path: Path, register_2020: Register
) -> None:
    path = corrected_report(register_2020, tmp_path / "Правки.xlsx")
    dialog = show(path, (1240, 740))
    before = dialog.grab().toImage()
    theme.apply(qapp, "dark", BASE)
    _settle()
    assert dialog.grab().toImage() != before
    old = theme.LIGHT.bad.name()
    assert old not in " ".join(label.text() for label in dialog.findChildren(QLabel))
    theme.apply(qapp, "light", BASE)
    _settle()
    assert dialog.grab().toImage() == before
