"""Looking through the pages of a report: by wheel, keys and bar, at any size."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from partners_app.printing.paginator import paginate
from partners_app.ui import theme
from partners_app.ui.theme import ThemeName
from partners_app.ui.widgets.page_bar import PageBar
from partners_app.ui.widgets.page_view import LARGEST, SMALLEST, Fit, PageView
from tests.exchange.report_files import block, report_of
from tests.printing.page_checks import style
from tests.ui.clerk import press

EVENTS = [f"{day} мая – приём делегации" for day in range(120)]


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    return window


@pytest.fixture
def view(qapp: QApplication, window: QWidget) -> PageView:
    return shown(qapp, window, "light")


def shown(app: QApplication, window: QWidget, name: ThemeName) -> PageView:
    theme.apply(app, name, 10)
    window.resize(900, 600)
    view = PageView()
    view.set_pages(paginate(report_of(block(*EVENTS)), style()))
    column = QVBoxLayout(window)
    column.addWidget(PageBar(view))
    column.addWidget(view, 1)
    window.show()
    assert QTest.qWaitForWindowActive(window)
    view.setFocus()
    return view


def bar_of(view: PageView) -> PageBar:
    window = view.window()
    (bar,) = window.findChildren(PageBar)
    return bar


def button(view: PageView, name: str) -> QToolButton:
    return next(
        one for one in bar_of(view).findChildren(QToolButton) if one.accessibleName() == name
    )


def count(view: PageView) -> int:
    pages = view.pages()
    assert pages is not None
    return len(pages)


def test_the_usual_keys_turn_the_pages(view: PageView) -> None:
    assert count(view) > 3
    press(Qt.Key.Key_End)
    assert view.current() == count(view) - 1
    press(Qt.Key.Key_Home)
    assert view.current() == 0
    step = view.verticalScrollBar().pageStep()
    press(Qt.Key.Key_PageDown)
    assert view.verticalScrollBar().value() == step
    press(Qt.Key.Key_Space)
    assert view.verticalScrollBar().value() == 2 * step
    press(Qt.Key.Key_Space, Qt.KeyboardModifier.ShiftModifier)
    press(Qt.Key.Key_PageUp)
    assert view.verticalScrollBar().value() == 0


def test_the_bar_turns_pages_and_says_which_is_seen(view: PageView) -> None:
    bar = bar_of(view)
    assert bar.page.text() == "1"
    assert not button(view, "Page before").isEnabled()
    button(view, "Page after").click()
    assert (view.current(), bar.page.text()) == (1, "2")
    assert view.page_rect(1).top() <= theme.length(4) + 1
    press(Qt.Key.Key_End)
    assert bar.page.text() == str(count(view))
    assert not button(view, "Page after").isEnabled()


@pytest.mark.parametrize(
    ("typed", "page"), [("3", 3), ("0", 1), ("9999", None), ("третья", 1), ("", 1)]
)
def test_a_page_is_found_by_its_number(view: PageView, typed: str, page: int | None) -> None:
    field = bar_of(view).page
    field.setFocus()
    field.setText(typed)
    press(Qt.Key.Key_Return)
    expected = page or count(view)
    assert (view.current(), field.text()) == (expected - 1, str(expected))


def test_a_page_as_wide_as_the_window_needs_no_scrolling_sideways(view: PageView) -> None:
    for width in (500, 900, 1300):
        view.window().resize(width, 600)
        QApplication.processEvents()
        sheet = view.page_rect(0)
        assert view.horizontalScrollBar().maximum() == 0
        assert sheet.left() > 0
        assert sheet.right() < view.viewport().width()
        assert sheet.width() > view.viewport().width() * 0.9


def test_a_whole_page_is_seen_whole(view: PageView) -> None:
    view.set_zoom(Fit.PAGE)
    view.go_to(2)
    assert view.viewport().rect().contains(view.page_rect(2))


def test_zooming_stays_at_the_page_and_within_bounds(view: PageView) -> None:
    sizes = bar_of(view).sizes
    view.set_zoom(1.0)
    assert sizes.currentText() == "100 %"
    assert view.page_rect(0).width() == round(842 * view.logicalDpiX() / 72)
    view.go_to(2)
    button(view, "Larger (Ctrl++)").click()
    assert sizes.currentText() == "125 %"
    assert view.current() == 2
    for _ in range(30):
        view.zoom_in()
    assert view.factor() == LARGEST
    assert not button(view, "Larger (Ctrl++)").isEnabled()
    for _ in range(30):
        view.zoom_out()
    assert view.factor() == SMALLEST
    assert not button(view, "Smaller (Ctrl+-)").isEnabled()


def test_the_wheel_zooms_with_ctrl_and_scrolls_without(view: PageView) -> None:
    before = view.factor()
    roll(view, 120, Qt.KeyboardModifier.ControlModifier)
    larger = view.factor()
    assert larger > before
    roll(view, -120, Qt.KeyboardModifier.ControlModifier)
    assert view.factor() < larger
    roll(view, -120, Qt.KeyboardModifier.NoModifier)
    assert view.verticalScrollBar().value() > 0


def roll(view: PageView, angle: int, held: Qt.KeyboardModifier) -> None:
    middle = QPointF(view.viewport().rect().center())
    wheel = QWheelEvent(
        middle,
        view.viewport().mapToGlobal(middle),
        QPoint(),
        QPoint(0, angle),
        Qt.MouseButton.NoButton,
        held,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(view.viewport(), wheel)


@pytest.mark.parametrize("name", ["light", "dark"])
def test_pages_are_white_in_both_themes(
    qapp: QApplication, window: QWidget, name: ThemeName
) -> None:
    view = shown(qapp, window, name)
    picture = view.viewport().grab().toImage()
    corner = view.page_rect(0).topLeft() + QPoint(5, 5)
    assert picture.pixelColor(corner) == QColor(Qt.GlobalColor.white)
    assert picture.pixelColor(1, 1) == theme.current().hover


def test_other_pages_keep_the_place_that_is_looked_at(view: PageView) -> None:
    view.go_to(2)
    before = view.page_rect(2)
    view.set_pages(paginate(report_of(block(*EVENTS[:-1])), style()))
    assert view.current() == 2
    assert abs(view.page_rect(2).top() - before.top()) < before.height() / 4
    view.set_pages(paginate(report_of(block("приём")), style()))
    assert view.current() == 0


def test_tab_goes_through_the_bar_as_the_eye_does(view: PageView) -> None:
    bar = bar_of(view)
    years, choice = QToolButton(), QToolButton()
    bar.add_at_left(years, 0)
    bar.add_at_left(choice, 1)
    for added in (years, choice):
        added.show()
        added.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    button(view, "Page after").click()
    order: list[QWidget] = [
        years,
        choice,
        button(view, "Page before"),
        bar.page,
        button(view, "Page after"),
    ]
    order[0].setFocus(Qt.FocusReason.TabFocusReason)
    for widget in order[1:]:
        press(Qt.Key.Key_Tab)
        assert QApplication.focusWidget() is widget
