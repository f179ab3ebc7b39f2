"""The whole window in Russian: nothing cut, nothing left in the old colours, focus always seen."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCheckBox,
    QComboBox,
    QLabel,
    QPushButton,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from partners_app.services.catalogue import Scope
from partners_app.services.register import Register
from partners_app.texts.language import load_language
from partners_app.ui import theme
from partners_app.ui.main_window import MainWindow
from partners_app.ui.settings import Settings
from tests.ui.sample_registers import open_sample, scope_named

BASE, LARGE = 10, 15
_NOT_CUT = (QLabel, QPushButton, QToolButton, QCheckBox, QComboBox)


@pytest.fixture(autouse=True)
def russian(qapp: QApplication) -> Iterator[None]:
    theme.apply(qapp, "light", BASE)
    load_language("ru")
    yield
    load_language("en")
    theme.apply(qapp, "light", BASE)


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    made = MainWindow(Settings(tmp_path / "settings.ini"))
    qtbot.addWidget(made)
    opened = open_sample(tmp_path)
    opened.close()
    made.resize(1366, 768)
    made.take_register(Register.open(opened.register.path, author="А. П. Иванова"))
    made.show()
    assert QTest.qWaitForWindowActive(made)
    assert made.open_register is not None
    made.workspace.tree.select(scope_named(made.open_register, "г. Турку"))
    check = made.command_actions.check
    qtbot.waitUntil(lambda: "·" in check.iconText(), timeout=5000)  # counted in the background
    yield made
    made.background.wait()
    made.close()


def _settle(window: MainWindow) -> None:
    for _ in range(3):
        QApplication.processEvents()


def _cut(window: MainWindow) -> list[str]:
    """Return what is narrower than it needs (a label that wraps: lower)."""
    found = []
    for part in window.findChildren(QWidget):
        if not isinstance(part, _NOT_CUT) or not part.isVisible() or _is_inside_qt(part):
            continue
        text = part.accessibleName() or (part.currentText() if isinstance(part, QComboBox) else "")
        if isinstance(part, QLabel | QAbstractButton):
            text = part.text() or text
        if isinstance(part, QLabel) and part.wordWrap():
            fits = part.height() >= part.heightForWidth(part.width())
        elif isinstance(part, QComboBox):
            # Its own hint is as wide as the longest of its words: the shown one must fit.
            fits = part.width() >= part.minimumSizeHint().width()
        else:
            fits = part.width() >= part.sizeHint().width()
        if not fits:
            found.append(
                f"{type(part).__name__} «{text}» {part.width()} < {part.sizeHint().width()}"
            )
    return found


def _is_inside_qt(part: QWidget) -> bool:
    """Tell whether Qt made a part for itself: a line edit's icon, a tool bar's extension."""
    return part.objectName().startswith("qt_") or type(part.parent()).__name__ == "QLineEdit"


@pytest.mark.parametrize(
    ("width", "height", "size"),
    [
        (1366, 768, BASE),
        (1366, 768, LARGE),
        (1024, 700, BASE),
        (1920, 1080, BASE),
        (1920, 1080, LARGE),
    ],
)
def test_no_word_is_cut(
    qapp: QApplication, window: MainWindow, width: int, height: int, size: int
) -> None:
    theme.apply(qapp, "light", size)
    window.resize(width, height)
    assert window.open_register is not None
    for scope in (
        scope_named(window.open_register, "г. Турку"),
        scope_named(window.open_register, "Муниципальный район Сюхуэй, г. Шанхай"),
        Scope(),
    ):
        window.workspace.tree.select(scope)
        _settle(window)
        assert (window.width(), window.height()) == (width, height)
        assert _cut(window) == []


@pytest.mark.parametrize(
    ("width", "height", "size", "narrow"),
    [(1366, 768, LARGE, True), (1024, 700, BASE, True), (1366, 768, BASE, False)],
)
def test_the_form_is_never_wider_than_its_room(
    qapp: QApplication, window: MainWindow, width: int, height: int, size: int, narrow: bool
) -> None:
    theme.apply(qapp, "light", size)
    window.resize(width, height)
    pane = window.workspace.agreements
    _settle(window)
    assert pane.form.is_narrow() is narrow
    assert pane.form.width() <= pane.form_scroll.viewport().width()
    assert pane.form_scroll.horizontalScrollBar().maximum() == 0
    right = pane.form_scroll.mapTo(window, pane.form_scroll.rect().topRight()).x()
    assert right < window.width(), "the form itself does not leave the window"


def test_the_form_ends_at_a_whole_row_until_the_user_moves_the_splitter(
    window: MainWindow,
) -> None:
    assert window.open_register is not None
    pane, rows = window.workspace.agreements, window.workspace.rows
    for name in ("г. Осака", "Финляндия", "г. Турку"):
        window.workspace.tree.select(scope_named(window.open_register, name))
        _settle(window)
        if not pane.isVisible():
            continue
        shown = pane.form_scroll.viewport().height()
        cut = [
            field
            for field in (pane.form.title, pane.form.our_side, pane.form.responsible)
            if field.y() < shown < field.y() + field.height()
        ]
        assert cut == []
        assert any(0 <= shown - end <= theme.length(1) for end in pane.form.row_ends())
    handle = rows.handle(1)
    QTest.mousePress(handle, Qt.MouseButton.LeftButton)
    QTest.mouseMove(handle, handle.rect().center() + QPoint(0, 37))
    QTest.mouseRelease(handle, Qt.MouseButton.LeftButton, pos=QPoint(0, 37))
    moved = rows.sizes()[0]
    window.workspace.tree.select(scope_named(window.open_register, "г. Осака"))
    _settle(window)
    assert rows.sizes()[0] == moved


def _picture(window: MainWindow) -> QImage:
    _settle(window)
    return window.grab().toImage()


def test_another_theme_while_running_looks_like_one_from_the_start(
    qapp: QApplication, window: MainWindow
) -> None:
    light = _picture(window)
    theme.apply(qapp, "dark", BASE)
    dark = _picture(window)
    now = theme.current()
    shown = {
        dark.pixelColor(x, y).name()
        for x in range(0, dark.width(), 2)
        for y in range(0, dark.height(), 2)
    }
    assert {now.base.name(), now.window.name(), now.text.name()} <= shown
    # Plain surfaces only: a smoothed edge may by chance have a colour of the other theme.
    for surface in ("base", "window", "alt", "hover", "neutral_tint", "accent_tint"):
        assert theme.LIGHT.colors()[surface].name() not in shown, surface
    theme.apply(qapp, "light", BASE)
    assert _picture(window) == light


def test_each_stop_of_tab_is_seen_and_has_a_name(qapp: QApplication, window: MainWindow) -> None:
    window.workspace.tree.setFocus(Qt.FocusReason.TabFocusReason)
    _settle(window)
    seen: list[QWidget] = []
    for _ in range(80):
        focused = QApplication.focusWidget()
        assert focused is not None
        if focused in seen:
            break
        seen.append(focused)
        with_focus = _picture(window)
        focused.clearFocus()
        without = _picture(window)
        name = focused.accessibleName() or getattr(focused, "text", lambda: "")()
        assert with_focus != without, (type(focused).__name__, name)
        assert name or _label_of(window, focused), type(focused).__name__
        focused.setFocus(Qt.FocusReason.TabFocusReason)
        window.focusNextChild()
    assert len(seen) > 10


def _label_of(window: MainWindow, part: QWidget) -> str:
    return next((q.text() for q in window.findChildren(QLabel) if q.buddy() is part), "")
