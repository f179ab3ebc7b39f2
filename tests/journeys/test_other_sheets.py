"""The sheets beside the yearly table, asked for in the window and written into files."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from partners_app.services.register import Register
from partners_app.ui.dialogs.other_sheets import OtherSheetsDialog, SheetKind
from partners_app.ui.main_window import MainWindow
from tests.journeys.test_printing import choose, click, file_dialog, said
from tests.journeys.ux.desk import OSAKA, TURKU, Desk
from tests.sheet_texts import words_in_word, words_in_workbook


def asked(window: MainWindow, kind: SheetKind) -> OtherSheetsDialog:
    window.command_actions.sheets.trigger()
    dialog = window.sheets.dialog()
    assert dialog is not None
    dialog.show_kind(kind)
    return dialog


def proposed() -> str:
    return Path(file_dialog().selectedFiles()[0]).name


def act(menu: QMenu, words: str) -> Callable[[], None]:
    return next(action for action in menu.actions() if action.text() == words).trigger


def test_the_reference_of_the_partner_that_is_chosen(
    qtbot: QtBot, window: MainWindow, register_2020: Register, tmp_path: Path
) -> None:
    Desk(window, register_2020).go(OSAKA)
    dialog = asked(window, SheetKind.REFERENCE)
    assert dialog.partner.currentText() == "Япония, г. Осака"
    dialog.act_button.click()
    assert file_dialog().parent() is dialog
    assert proposed() == "Справка – г. Осака.docx"
    target = tmp_path / "справка.docx"
    choose(target)
    banner = window.workspace.banner
    assert said(qtbot, banner) == "Лист записан: справка.docx"
    assert [button.text() for button in banner.buttons()] == ["Открыть", "Открыть папку"]
    assert words_in_word(target)[:2] == ["СПРАВКА", "г.Осака(Япония)"]
    assert window.sheets.dialog() is None


def test_the_menu_of_the_tree_leads_straight_to_the_file(
    qtbot: QtBot, window: MainWindow, register_2020: Register, tmp_path: Path
) -> None:
    Desk(window, register_2020).go(TURKU)
    act(window.workspace.tree.acts.menu(), "Справка о партнёре…")()
    assert proposed() == "Справка – г. Турку.docx"
    choose(tmp_path / "справка.pdf")
    said(qtbot, window.workspace.banner)
    assert (tmp_path / "справка.pdf").read_bytes().startswith(b"%PDF-")


@pytest.mark.parametrize(
    ("kind", "name"),
    [
        (SheetKind.AGREEMENTS, "Действующие документы на 31.12.2020.xlsx"),
        (SheetKind.PLAN, "План мероприятий на 2020 год.xlsx"),
        (SheetKind.CHANGES, "Изменения реестра 01.01.2020 – 31.12.2020.xlsx"),
    ],
)
def test_each_other_sheet_is_written_under_a_name_of_its_own(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, kind: SheetKind, name: str
) -> None:
    dialog = asked(window, kind)
    dialog.day.field.setText("31.12.2020")
    dialog.first.field.setText("2020")
    dialog.last.field.setText("2020")
    dialog.act_button.click()
    assert proposed() == name
    target = tmp_path / name
    choose(target)
    told = said(qtbot, window.workspace.banner)
    assert told.startswith(f"Лист записан: {name}")
    words = words_in_workbook(target)
    if kind is SheetKind.CHANGES:
        assert told.endswith("в реестре для него ничего нет, на листе так и сказано")
        assert words[-1] == "Вэтотпериодреестрнеизменялся."
    else:
        assert len(words) > 100


def test_rows_of_one_country_without_a_name_are_told_apart(window: MainWindow) -> None:
    box = asked(window, SheetKind.REFERENCE).partner
    names = [box.itemText(row) for row in range(box.count())]
    assert len(set(names)) == len(names) == 52
    assert len([name for name in names if name.startswith("Белоруссия, Соглашение")]) == 2


def test_what_is_missing_or_wrong_is_said_at_once(window: MainWindow) -> None:
    window.workspace.tree.select(type(window.workspace.tree.scope())())
    dialog = asked(window, SheetKind.REFERENCE)
    said_of = []
    hands: tuple[Callable[[], object], ...] = (
        lambda: dialog.partner.setEditText("Атлантида"),
        lambda: dialog.partner.setEditText(""),
        lambda: dialog.partner.setEditText("япония, г. осака"),
        lambda: dialog.show_kind(SheetKind.AGREEMENTS),
        lambda: dialog.day.field.setText("декабрь 2020"),
        lambda: dialog.show_kind(SheetKind.PLAN),
        lambda: dialog.year.setText("20"),
        lambda: dialog.show_kind(SheetKind.CHANGES),
        lambda: dialog.last.field.setText("01.01.2020"),
        lambda: dialog.first.field.setText("когда-то"),
    )
    for fill in hands:
        fill()
        said_of.append(dialog.note())
        assert dialog.act_button.isEnabled() is not bool(dialog.note())
    assert said_of == [
        "Такого партнёра нет",
        "Выберите партнёра",
        "",
        "",
        "Нужна дата: 31.12.2020",
        "",
        "Нужен год из четырёх цифр",
        "",
        "Период кончается раньше, чем начинается",
        "Нужны даты: 01.01.2020 и 31.12.2020",
    ]
    dialog.accept()
    assert dialog.isVisible()


def test_a_folder_that_is_gone_can_be_tried_again(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    asked(window, SheetKind.PLAN).act_button.click()
    target = tmp_path / "снята" / "план.docx"
    choose(target)
    banner = window.workspace.banner
    said(qtbot, banner)
    assert not target.exists()
    target.parent.mkdir()
    click(banner, "Повторить")
    qtbot.waitUntil(target.exists, timeout=20_000)
    qtbot.waitUntil(lambda: "записан" in banner.text(), timeout=20_000)
