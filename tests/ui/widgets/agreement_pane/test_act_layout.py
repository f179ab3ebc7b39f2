"""The form at every width and size of type: nothing cut, a name and a letter for each field."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QToolButton,
    QWidget,
)

from partners_app.ui import theme
from tests.ui.widgets.agreement_pane.conftest import PROTOCOL, Desk


@pytest.mark.usefixtures("russian")
def test_two_pairs_stand_in_a_row_or_one(desk: Desk) -> None:
    desk.choose(PROTOCOL)
    form = desk.pane.form
    assert not form.is_narrow()
    assert form.prolongation.y() == form.validity.y()
    desk.pane.resize(desk.pane.minimumSizeHint().width(), 500)
    QApplication.processEvents()
    assert form.is_narrow()
    assert form.prolongation.y() > form.validity.y()
    assert form.status.y() > form.kind.y()
    scroll = desk.pane.form_scroll
    assert form.width() <= scroll.viewport().width()


@pytest.mark.usefixtures("russian")
@pytest.mark.parametrize("points", [10, 15])
@pytest.mark.parametrize("wide", [True, False])
def test_nothing_is_narrower_than_its_hint(desk: Desk, points: int, wide: bool) -> None:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    desk.choose(PROTOCOL)
    theme.apply(app, "dark", points)
    QApplication.processEvents()
    width = 2200 if wide else desk.pane.minimumSizeHint().width()
    desk.pane.resize(width, 900)
    QApplication.processEvents()
    assert desk.pane.form.is_narrow() is not wide
    for kind in (QLabel, QPushButton, QToolButton, QComboBox):
        for widget in desk.pane.findChildren(kind):
            if widget.isVisible() and not (isinstance(widget, QLabel) and widget.wordWrap()):
                assert widget.width() >= widget.sizeHint().width(), widget
                assert widget.height() >= widget.minimumSizeHint().height(), widget
    form = desk.pane.form
    assert form.title.height() >= form.title.sizeHint().height()
    for field in (form.our_side, form.kind, form.remark, form.dates.rows()[0].field):
        assert abs(field.height() - theme.length(7)) <= 1


@pytest.mark.parametrize("points", [9, 10, 13, 15])
def test_the_last_line_of_a_long_text_is_not_cut(desk: Desk, points: int) -> None:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    desk.choose(PROTOCOL)
    title = desk.pane.form.title
    title.setPlainText("Протокол о сотрудничестве " * 12)
    theme.apply(app, "light", points)
    QApplication.processEvents()
    assert title.lines() > 2
    last = title.document().lastBlock().layout()
    bottom = last.lineAt(last.lineCount() - 1).rect().bottom() + title.contentOffset().y()
    assert bottom <= title.viewport().height()


def test_every_stop_of_the_tabulator_has_a_name_and_they_come_in_order(desk: Desk) -> None:
    desk.choose(PROTOCOL)
    form = desk.pane.form
    stops: list[QWidget] = []
    stop: QWidget | None = desk.pane.list
    for _ in range(200):
        stop = stop.nextInFocusChain() if stop is not None else None
        if stop is None or stop is desk.pane.list:
            break
        if stop.isVisible() and stop.isEnabled() and stop.focusPolicy() & Qt.FocusPolicy.TabFocus:
            stops.append(stop)
    assert all(stop.accessibleName() for stop in stops), [
        stop for stop in stops if not stop.accessibleName()
    ]
    wanted = [
        form.kind,
        form.status,
        form.title,
        form.dates.rows()[0].field,
        form.dates.rows()[1].field,
        form.dates.add_button,
        form.validity.start,
        form.validity.end,
        form.prolongation,
        form.our_side,
        form.their_side,
        form.responsible,
        form.original,
        form.number,
        form.registered.field,
        form.areas,
        form.links.add_button,
        form.scan.line,
        form.scan.choose_button,
        form.remark,
    ]
    assert [stop for stop in stops if stop in wanted] == wanted


def test_each_label_leads_to_its_field_by_a_letter_of_its_own(desk: Desk) -> None:
    letters = [
        QKeySequence.mnemonic(text).toString()
        for text in (
            *(
                label.text()
                for label in desk.pane.form.findChildren(QLabel)
                if label.buddy() is not None
            ),
            desk.pane.add_button.text(),
        )
    ]
    assert len(letters) == 20
    assert all(letters)
    assert len(set(letters)) == len(letters)
    assert all(
        isinstance(label.buddy(), QLineEdit | QPlainTextEdit | QComboBox | QToolButton)
        for label in desk.pane.form.findChildren(QLabel)
        if label.buddy() is not None
    )
