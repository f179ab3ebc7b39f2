"""Blocks of cells to and from other programs, filling, today's date (ux 5-7)."""

from datetime import date, timedelta

import pytest
from PySide6.QtGui import QGuiApplication

from partners_app.domain.vocabulary import EventKind
from partners_app.ui.item_models.event_cells import Column
from partners_app.ui.widgets.date_steps import day_text
from tests.journeys.ux.desk import TURKU, Desk, clipboard, press, put, write, write_over


def test_ux_05_a_block_goes_out_as_quoted_text_and_as_a_table(desk: Desk) -> None:
    desk.cell(0)
    press("F2", "Alt+Return")
    write("вторая строка")
    press("Return")
    desk.cell(0, Column.DATE)
    press("Shift+Down", "Shift+Right", "Ctrl+C")
    first, second = desk.kept(TURKU)[:2]
    assert clipboard() == (
        f'{first.date.text}\t"{first.text}"\r\n{second.date.text}\t{second.text}\r\n'
    )
    html = QGuiApplication.clipboard().mimeData().html()
    assert html.count("<tr>") == 2
    assert html.count("<td>") == 4
    assert "<br" in html


def test_ux_05_a_block_of_excel_comes_in_adds_rows_and_is_one_step(desk: Desk) -> None:
    before, steps = desk.kept(TURKU), desk.steps()
    count = len(before)
    put('1 мая\t"визит\nв два дня"\tФорум\r\n2 мая\tприём\t\r\n3 мая\tконцерт\tнеслыханное\r\n')
    desk.cell(count - 1, Column.DATE)
    press("Ctrl+V")
    after = desk.kept(TURKU)
    assert len(after) == count + 2
    assert [(event.date.text, event.text) for event in after[count - 1 :]] == [
        ("1 мая", "визит\nв два дня"),
        ("2 мая", "приём"),
        ("3 мая", "концерт"),
    ]
    assert after[count - 1].kind is EventKind.FORUM
    assert after[count + 1].kind is None
    assert "неслыханное" in desk.said(), "what was refused is listed"
    assert desk.steps() == steps + 1
    press("Ctrl+Z")
    assert desk.kept(TURKU) == before


def test_ux_05_one_value_goes_into_all_selected_cells(desk: Desk) -> None:
    desk.cell(0, Column.KIND)
    put("Форум")
    press("Shift+Down", "Shift+Down", "Ctrl+V")
    kinds = [event.kind for event in desk.kept(TURKU)]
    assert kinds[:3] == [EventKind.FORUM] * 3
    assert desk.column_seen(Column.KIND)[:3] == ["Форум"] * 3


def test_ux_06_excels_keys_fill_cut_select_and_go(desk: Desk) -> None:
    before = desk.kept_texts(TURKU)
    last = len(before) - 1
    desk.cell(0)
    press("Shift+Down", "Shift+Down", "Ctrl+D")
    assert desk.kept_texts(TURKU)[:3] == [before[0]] * 3
    press("Ctrl+Z")
    desk.cell(1)
    press("Ctrl+'")
    assert desk.kept_texts(TURKU)[1] == before[0]
    press("Ctrl+Z", "Ctrl+X")
    assert desk.kept_texts(TURKU)[1] == ""
    assert clipboard() == before[1] + "\r\n"
    press("Ctrl+Z", "Ctrl+End")
    assert desk.at() == (last, Column.PRINTED)
    press("Ctrl+Home")
    assert desk.at() == (0, Column.DATE)
    press("Shift+Space")
    shown = desk.table.selected.shown_columns()
    assert sorted(desk.table.selected.cells()) == [(0, column) for column in sorted(shown)]
    desk.cell(0, Column.KIND)
    press("Ctrl+Space")
    assert sorted(desk.table.selected.cells()) == [(row, Column.KIND) for row in range(last + 1)]
    press("Ctrl+A")
    assert len(desk.table.selected.cells()) == (last + 1) * len(shown)
    assert desk.kept_texts(TURKU) == before


def test_ux_06_a_text_is_filled_to_the_right(desk: Desk) -> None:
    for column in (Column.PARTICIPANTS, Column.RESPONSIBLE):
        desk.table.columns.set_shown(column, True)
    desk.cell(0, Column.PARTICIPANTS)
    write("Комитет")
    press("Return", "Up", "Shift+Right", "Ctrl+R")
    assert desk.kept(TURKU)[0].responsible == "Комитет"


@pytest.mark.parametrize("key", ["Ctrl+;", "Ctrl+Ж"])
def test_ux_07_one_key_puts_todays_date_into_the_cell_and_into_the_form(
    desk: Desk, key: str
) -> None:
    desk.cell(1, Column.DATE)
    press(key)
    assert desk.seen(1, Column.DATE) == desk.kept(TURKU)[1].date.text == day_text(date.today())
    form = desk.window.workspace.agreements.form
    form.validity.end.setFocus()
    press(key, "Return")
    number = desk.window.workspace.agreements.current_agreement()
    (paper,) = [paper for paper in desk.papers(TURKU) if paper.id == number]
    assert paper.valid_to is not None
    assert paper.valid_to.text == day_text(date.today())


def test_ux_07_letters_signs_and_page_keys_step_a_date(desk: Desk) -> None:
    today = date.today()
    desk.cell(0, Column.DATE)
    write("t++")
    press("Return")
    assert desk.kept(TURKU)[0].date.text == day_text(today + timedelta(days=2))
    desk.cell(0, Column.DATE)
    write("-")
    press("Return")
    assert desk.kept(TURKU)[0].date.text == day_text(today + timedelta(days=1))
    field = desk.window.workspace.agreements.form.validity.end
    write_over(field, "31.03.2020")
    press("PgUp")
    assert field.text() == "29.02.2020"
    press("PgDown", "PgDown")
    assert field.text() == "29.04.2020"
