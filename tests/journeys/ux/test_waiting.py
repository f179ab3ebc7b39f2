"""Something takes long: the window answers, says so, and can be told to stop (ux 26)."""

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from partners_app.services import reporting
from partners_app.services.register import Register
from partners_app.ui.dialogs import waiting
from partners_app.ui.dialogs.waiting import WaitingDialog
from tests.journeys.ux.desk import TURKU, Desk, press, write


@pytest.fixture
def slow(monkeypatch: pytest.MonkeyPatch) -> Iterator[threading.Event]:
    """Let the report wait for a signal, as one of a very large register would take its time."""
    go_on = threading.Event()
    write_report = reporting.write_report

    def slowly(
        register: Register,
        year: int,
        target: Path,
        *,
        options: reporting.ReportOptions,
        draw_pdf: reporting.DrawPdf,
    ) -> reporting.ReportResult:
        assert go_on.wait(60)
        return write_report(register, year, target, options=options, draw_pdf=draw_pdf)

    monkeypatch.setattr(reporting, "write_report", slowly)
    yield go_on
    go_on.set()


def ask_for_report(desk: Desk, target: Path) -> None:
    press("Ctrl+E")
    (dialog,) = desk.window.findChildren(QFileDialog)
    dialog.fileSelected.emit(str(target))
    dialog.done(QFileDialog.DialogCode.Accepted)
    desk.window.activateWindow()


def test_ux_26_the_window_answers_while_a_report_is_written(
    qtbot: QtBot,
    desk: Desk,
    slow: threading.Event,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    # On a busy machine the dialog could come, and take the keyboard, before the typing is done.
    monkeypatch.setattr(waiting, "DIALOG_AFTER_MS", 60_000)
    ask_for_report(desk, tmp_path / "Отчёт.xlsx")
    qtbot.waitUntil(lambda: QGuiApplication.overrideCursor() is not None)
    qtbot.waitUntil(lambda: QGuiApplication.focusWindow() is not None)
    cursor = QGuiApplication.overrideCursor()
    assert cursor is not None and cursor.shape() is Qt.CursorShape.BusyCursor
    desk.cell(0)
    write("набрано тем временем")
    press("Return")
    assert desk.kept_texts(TURKU)[0] == "набрано тем временем"
    slow.set()
    qtbot.waitUntil(lambda: "Отчёт.xlsx" in desk.said(), timeout=20_000)
    assert QGuiApplication.overrideCursor() is None
    assert (tmp_path / "Отчёт.xlsx").exists()


def test_ux_26_what_takes_longer_says_so_and_can_be_cancelled_leaving_all_as_it_was(
    qtbot: QtBot,
    desk: Desk,
    slow: threading.Event,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(waiting, "DIALOG_AFTER_MS", 0)
    target = tmp_path / "Отчёт.xlsx"
    target.write_bytes("прошлогодний".encode())
    before = desk.file.path.read_bytes()
    ask_for_report(desk, target)
    dialog = desk.window.findChild(WaitingDialog)
    assert isinstance(dialog, WaitingDialog)
    qtbot.waitUntil(dialog.isVisible)
    assert dialog.windowTitle() == "Отчёт записывается…"
    dialog.cancel_button.click()
    slow.set()
    qtbot.waitUntil(lambda: desk.said().startswith("Отменено."), timeout=20_000)
    assert target.read_bytes() == "прошлогодний".encode()
    assert [file.name for file in tmp_path.glob("*.tmp")] == []
    assert desk.file.path.read_bytes() == before
    assert QGuiApplication.overrideCursor() is None
