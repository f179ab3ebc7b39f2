"""What is done before the pictures of the import are taken."""

import tempfile
from collections.abc import Callable
from pathlib import Path

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from partners_app.services.register import Register
from partners_app.ui.dialogs.import_file import ImportDialog
from partners_app.ui.main_window import MainWindow
from tests.import_files import (
    HEADS,
    colleagues_sheet,
    committees_report,
    corrected_report,
    workbook,
)

Make = Callable[[Register, Path], Path]


def preview(window: MainWindow) -> QWidget:
    """Show what committees sent back in a report of ours: an entry of each outcome."""
    return _open(window, committees_report)


def corrections(window: MainWindow) -> QWidget:
    """Show a report that the chief corrected."""
    return _open(window, corrected_report)


def doubtful(window: MainWindow) -> QWidget:
    """Show a country that is not in the register, and the question about its band."""
    dialog = _open(window, lambda _, path: colleagues_sheet(path))
    plan = dialog.session.plan
    assert plan is not None
    dialog.preview.go_to(next(entry.key for entry in plan.entries if entry.candidates))
    return dialog


def error(window: MainWindow) -> QWidget:
    """Show a file whose end is missing."""

    def damaged(register: Register, path: Path) -> Path:
        corrected_report(register, path)
        path.write_bytes(path.read_bytes()[:3000])
        return path

    return _open(window, damaged)


def columns(window: MainWindow) -> QWidget:
    """Show the columns of a table, one of them a question."""
    dialog = _open(window, _with_a_strange_column)
    dialog.show_columns()
    assert dialog.columns_dialog is not None
    return dialog.columns_dialog


def _with_a_strange_column(_register: Register, path: Path) -> Path:
    title, heads = ["Сводка мероприятий за 2020 год"], [*HEADS, "Литера"]
    turku = ["Финляндия", "г. Турку"]
    return workbook(
        path,
        [
            title,
            heads,
            [*turku, "20 июля", "онлайн-концерт школ Турку и Петербурга", "концерт", "Б-17"],
            [*turku, "21 июля", "вебинар о портах", "семинар", "Б-18"],
        ],
    )


def question_of_columns(window: MainWindow) -> QWidget:
    """Show a table with a column that nobody knows."""
    return _open(window, _with_a_strange_column)


def year(window: MainWindow) -> QWidget:
    """Show a table that names no year."""

    def without_year(_register: Register, path: Path) -> Path:
        heads = ["Страна", "Город", "Основание", "Дата подписания", "Основные мероприятия"]
        return workbook(path, [heads, ["Финляндия", "г. Турку", "", "", "9 мая – салют"]])

    return _open(window, without_year)


def _open(window: MainWindow, make: Make) -> ImportDialog:
    opened = window.open_register
    assert opened is not None
    with tempfile.TemporaryDirectory() as folder:
        path = make(opened.register, Path(folder) / "Сводка комитетов за 2020 год.xlsx")
        window.imports.open(path)
        dialog = window.imports.dialog()
        assert dialog is not None
        while dialog.session.busy:
            QTest.qWait(20)
    QTest.qWait(50)
    return dialog
