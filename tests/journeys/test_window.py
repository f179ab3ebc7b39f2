"""A clerk's first days with the window, on real files, by keyboard and clicks."""

from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from partners_app.domain.vocabulary import OperationKind
from partners_app.services import catalogue, events, sample
from partners_app.services.catalogue import Scope
from partners_app.services.register import Register
from partners_app.ui.item_models.event_cells import Column
from partners_app.ui.main_window import MainWindow
from tests.journeys.conftest import MakeWindow
from tests.ui.sample_registers import scope_named

YEAR = sample.SAMPLE_YEAR


def register_of(window: MainWindow) -> Register:
    assert window.open_register is not None
    return window.open_register.register


def go(window: MainWindow, *names: str) -> Scope:
    assert window.open_register is not None
    scope = scope_named(window.open_register, *names)
    window.workspace.tree.select(scope)
    return scope


def texts(window: MainWindow) -> list[str]:
    """Return the texts of the events that the grid shows, as the register has them."""
    register = register_of(window)
    ids = [window.workspace.grid.model.id_at(row) for row in range(rows(window))]
    loaded = events.load(register, ids)
    return [loaded[number].text for number in ids]


def rows(window: MainWindow) -> int:
    return window.workspace.grid.model.rowCount()


def file_dialog() -> QFileDialog:
    """Return the file dialog that is open."""
    (dialog,) = [
        widget
        for widget in QApplication.topLevelWidgets()
        if isinstance(widget, QFileDialog) and widget.isVisible()
    ]
    return dialog


def choose_file(path: Path) -> None:
    """Name a file in the file dialog that is open, and press its button."""
    dialog = file_dialog()
    dialog.fileSelected.emit(str(path))
    dialog.done(QFileDialog.DialogCode.Accepted)


def click(window: MainWindow, words: str) -> None:
    (button,) = [b for b in window.workspace.banner.buttons() if b.text() == words]
    button.click()


@pytest.mark.parametrize(
    ("names", "count"), [(("Япония",), 33), (("Азия",), 78), (("г. Осака",), 20)]
)
def test_a_country_or_a_band_shows_all_its_events(
    window: MainWindow, names: tuple[str, ...], count: int
) -> None:
    go(window, *names)
    assert rows(window) == count
    assert window.workspace.agreements.isVisible() == (names == ("г. Осака",))


def test_everything_shows_every_event(window: MainWindow) -> None:
    window.workspace.tree.select(Scope())
    assert rows(window) == 130
    assert window.status.right_text().startswith("Показано 130 из 130")


def test_another_year_is_empty_and_takes_events(window: MainWindow) -> None:
    go(window, "г. Турку")
    window.command_actions.next_year.trigger()
    assert rows(window) == 0
    assert window.command_actions.report.iconText() == "Отчёт за 2021 год"
    window.command_actions.add_event.trigger()
    window.workspace.grid.commit()
    assert rows(window) == 1
    window.command_actions.previous_year.trigger()
    assert rows(window) == 6


def test_the_report_is_written_in_one_step_and_can_be_opened(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    window.command_actions.report.trigger()
    target = tmp_path / "Отчёт 2020.xlsx"
    choose_file(target)
    qtbot.waitUntil(window.workspace.banner.isVisible, timeout=20_000)
    assert window.workspace.banner.text() == (
        "Отчёт за 2020 год записан, 130 мероприятий: Отчёт 2020.xlsx"
    )
    assert [b.text() for b in window.workspace.banner.buttons()] == ["Открыть", "Открыть папку"]
    assert openpyxl.load_workbook(target).active is not None


def test_the_data_are_written_as_a_workbook_of_the_year_or_of_all(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    """ux 29: the last folder, a name with the year, what was written can be opened."""
    window.command_actions.export_workbook.trigger()
    dialog = file_dialog()
    assert Path(dialog.selectedFiles()[0]).name == "Партнёры – данные за 2020 год.xlsx"
    kinds = dialog.nameFilters()
    assert kinds[0] == "Книга Excel: мероприятия 2020 года (*.xlsx)"
    dialog.filterSelected.emit(kinds[1])
    assert Path(dialog.selectedFiles()[0]).name == "Партнёры – все данные.xlsx"
    target = tmp_path / "снята" / "данные.xlsx"
    choose_file(target)
    qtbot.waitUntil(window.workspace.banner.isVisible, timeout=20_000)
    target.parent.mkdir()
    click(window, "Повторить")
    qtbot.waitUntil(target.exists, timeout=20_000)
    qtbot.waitUntil(lambda: not window.background.busy, timeout=20_000)
    said = "Данные записаны, 130 мероприятий: данные.xlsx"
    qtbot.waitUntil(lambda: window.workspace.banner.text() == said, timeout=20_000)
    assert [b.text() for b in window.workspace.banner.buttons()] == ["Открыть", "Открыть папку"]
    window.command_actions.export_workbook.trigger()
    assert file_dialog().directory().path() == str(target.parent)
    file_dialog().close()


def test_a_report_into_a_folder_that_is_gone_says_so_and_can_be_tried_again(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    window.command_actions.report.trigger()
    target = tmp_path / "снята" / "Отчёт.xlsx"
    choose_file(target)
    qtbot.waitUntil(window.workspace.banner.isVisible, timeout=20_000)
    assert not target.exists()
    target.parent.mkdir()
    click(window, "Повторить")
    qtbot.waitUntil(target.exists, timeout=20_000)
    qtbot.waitUntil(lambda: not window.background.busy, timeout=20_000)


def test_the_check_names_what_to_look_at_and_leads_there(qtbot: QtBot, window: MainWindow) -> None:
    check = window.command_actions.check
    qtbot.waitUntil(lambda: check.iconText() == "Проверка · 29", timeout=20_000)
    check.trigger()
    dock = window.findings.dock()
    assert dock is not None and dock.isVisible()
    go_there, *_ = dock.panel.act_buttons()
    assert go_there.text() == "Перейти к записи"
    go_there.click()
    assert window.workspace.tree.scope() == go(window, "Загреб"), "errors stand first"
    assert not dock.isAncestorOf(window.focusWidget()), "it can be mended at once"
    check.trigger()  # back to the next one
    QTest.keyClick(dock.panel.list, Qt.Key.Key_Escape)
    assert not dock.isVisible()


def test_the_check_counts_what_somebody_else_wrote_once_it_is_noticed(
    qtbot: QtBot, window: MainWindow
) -> None:
    check = window.command_actions.check
    qtbot.waitUntil(lambda: check.iconText() == "Проверка · 29", timeout=20_000)
    other = Register.open(register_of(window).path, author="Мария")
    events.set_field(other, events.ids(other, Scope(), YEAR)[0], "date", "31 февраля")
    other.close()
    window.look_for_others()
    qtbot.waitUntil(lambda: check.iconText() == "Проверка · 30", timeout=20_000)


def test_the_history_names_every_step_and_takes_an_older_one_back(window: MainWindow) -> None:
    go(window, "г. Турку")
    before = texts(window)
    grid = window.workspace.grid
    for row, text in ((0, "первое"), (1, "второе")):
        grid.table.select_row(row, Column.TEXT)
        assert window.open_register is not None
        window.open_register.do(events.set_field, grid.model.id_at(row), "text", text)
    window.command_actions.history.trigger()
    dialog = window.histories.dialog()
    assert dialog is not None
    dialog.select_row(1)
    dialog.take_back_button.click()
    assert texts(window)[:2] == [before[0], "второе"]
    newest = register_of(window).history(limit=1)[0]
    assert newest.kind is OperationKind.TAKE_BACK
    dialog.close()


def test_an_edit_by_a_colleague_is_seen_when_the_window_is_activated(
    window: MainWindow,
) -> None:
    turku = go(window, "г. Турку")
    colleague = Register.open(register_of(window).path, author="Пётр")
    first = events.ids(colleague, turku, YEAR)[0]
    events.set_field(colleague, first, "text", "правка коллеги")
    colleague.close()
    window.look_for_others()
    assert window.workspace.banner.text() == "Тем временем реестр изменили. Пётр: 1 шаг"
    assert texts(window)[0] == "правка коллеги"
    assert window.command_actions.undo.text().endswith("(Пётр)")


def test_an_edit_between_two_of_ours_is_noticed_too_and_the_place_stays(
    window: MainWindow,
) -> None:
    turku = go(window, "г. Турку")
    assert window.open_register is not None
    grid = window.workspace.grid
    second = grid.model.id_at(1)
    grid.select_event(second)
    colleague = Register.open(register_of(window).path, author="Пётр")
    events.set_field(colleague, grid.model.id_at(0), "text", "правка коллеги")
    window.open_register.do(events.set_field, second, "remark", "наша")
    events.set_field(colleague, grid.model.id_at(0), "remark", "ещё одна")
    colleague.close()
    window.look_for_others()
    assert window.workspace.banner.text() == "Тем временем реестр изменили. Пётр: 2 шага"
    assert grid.current_event() == second
    assert window.workspace.tree.scope() == turku
    window.workspace.banner.hide()
    window.look_for_others()
    assert not window.workspace.banner.isVisible(), "it is told once"


def test_a_register_dropped_on_the_window_is_opened(
    make_window: MakeWindow, register_2020: Register
) -> None:
    window = make_window()
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(register_2020.path))])
    drop = QDropEvent(
        QPointF(5, 5),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    window.dropEvent(drop)
    assert register_of(window).counts().events == 130


def test_a_new_register_has_three_bands_and_takes_a_country_and_a_city(
    window: MainWindow, tmp_path: Path
) -> None:
    window.command_actions.new.trigger()
    choose_file(tmp_path / "Новый.partners")
    opened = window.open_register
    assert opened is not None
    assert [node.region.name for node in opened.ask(catalogue.tree, YEAR).regions] == [
        "Европа",
        "Азия",
        "СНГ",
    ]
    band = go(window, "Европа")
    assert band.id is not None
    opened.do(catalogue.add_country, band.id, "Норвегия")
    land = go(window, "Норвегия")
    assert land.id is not None
    opened.do(catalogue.add_partner, land.id, "г. Осло")
    go(window, "г. Осло")
    assert window.workspace.agreements.isVisible()


def test_a_copy_is_a_register_of_its_own(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    window.command_actions.save_copy.trigger()
    target = tmp_path / "Копия.partners"
    choose_file(target)
    qtbot.waitUntil(window.workspace.banner.isVisible, timeout=20_000)
    copy = Register.open(target, author="Анна")
    assert copy.uuid() != register_of(window).uuid()
    assert copy.counts() == register_of(window).counts()
    copy.close()
