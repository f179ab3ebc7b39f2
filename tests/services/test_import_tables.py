"""What a clerk sees, points out and saves of the tables of a file."""

from pathlib import Path

import pytest
from openpyxl import load_workbook

from partners_app.domain.column_mapping import TableField, TableSubject
from partners_app.domain.errors import FileKindUnknown, InputBroken
from partners_app.domain.import_plan import Outcome
from partners_app.domain.incoming import Layout, SourcePlace
from partners_app.services import import_tables, importing
from partners_app.services.import_sources import OpenedFile, open_file, read_table
from partners_app.services.register import Register
from tests.import_files import HEADS, several_sheets, workbook

TITLE = ["Сводка за 2020 год"]
TURKU = ["Финляндия", "г. Турку"]


def test_a_place_is_called_as_an_office_program_calls_it() -> None:
    assert import_tables.cell_name(SourcePlace("Свод", 14, 4)) == "D14"
    assert import_tables.cell_name(SourcePlace("Свод", 14, 28)) == "AB14"
    assert import_tables.cell_name(SourcePlace("Свод", 14)) == "14"


@pytest.fixture
def opened(register_2020: Register, tmp_path: Path) -> OpenedFile:
    sheets = {
        "Свод": [TITLE, HEADS, [*TURKU, "9 мая", "салют"], ["", "", "31 февраля", "=1+2"]],
        "Черновик": [TITLE, HEADS, [*TURKU, "10 мая", "парад"]],
    }
    path = several_sheets(tmp_path / "Сводка.xlsx", sheets, hidden=["Черновик"])
    return open_file(register_2020, path)


def test_rows_hidden_sheets_and_values_are_told(opened: OpenedFile) -> None:
    shown, hidden = opened.tables
    assert not import_tables.is_hidden(shown)
    assert import_tables.is_hidden(hidden)
    assert import_tables.row_count(shown) == 2
    assert not import_tables.has_hidden_rows(shown)
    assert shown.mapping is not None
    values = import_tables.first_values(shown, shown.mapping, 1)
    assert values[3] == ["9 мая"]


def test_the_cell_behind_an_entry_is_shown(register_2020: Register, opened: OpenedFile) -> None:
    made = importing.plan(register_2020, read_table(register_2020, opened, opened.tables[0]))
    (new,) = (entry for entry in made.of(Outcome.NEW) if entry.table == "event")
    assert import_tables.source_text(opened, new) == "салют"
    (refused,) = made.of(Outcome.REFUSED)
    assert "31 февраля" in import_tables.source_text(opened, refused)


def test_a_head_is_pointed_out_where_nothing_was_recognised(
    register_2020: Register, tmp_path: Path
) -> None:
    rows = [["Таблица"], ["Икс", "Игрек"], ["Финляндия", "салют"]]
    path = workbook(tmp_path / "Непонятная.xlsx", rows)
    with pytest.raises(InputBroken):
        open_file(register_2020, path)
    (table,) = import_tables.open_by_hand(path).tables
    assert table.layout is Layout.FLAT
    mapping = import_tables.head_pointed_out(table, 2, subject=TableSubject.EVENTS)
    assert mapping.heads == {1: "Икс", 2: "Игрек"}
    assert set(mapping.fields.values()) == {TableField.UNKNOWN}


def test_refused_rows_are_saved_in_their_columns(
    register_2020: Register, opened: OpenedFile, tmp_path: Path
) -> None:
    table = opened.tables[0]
    incoming = read_table(register_2020, opened, table)
    made = importing.plan(register_2020, incoming)
    (refused,) = made.of(Outcome.REFUSED)
    target = tmp_path / "Отклонённые.xlsx"

    def save(path: Path) -> int:
        return import_tables.save_refused(
            incoming,
            table,
            made,
            path,
            reasons={refused.key: "Нет страны"},
            reason_head="Почему",
            row_head="Строка",
        )

    assert save(target) == 1
    head, row = load_workbook(target)["Свод"].iter_rows(values_only=True)
    assert head == (*HEADS, "Почему", "Строка")
    assert row[2] == "31 февраля"
    assert row[-2:] == ("Нет страны", 4)
    with pytest.raises(FileKindUnknown):
        save(tmp_path / "Отклонённые.csv")


def test_a_country_that_is_like_another_and_has_no_band_is_decided_in_two_steps(
    register_2020: Register, tmp_path: Path
) -> None:
    rows = [TITLE, HEADS, ["Финляндиа", "Пори", "9 мая", "салют"]]
    opened = open_file(register_2020, workbook(tmp_path / "Сводка.xlsx", rows))
    incoming = read_table(register_2020, opened, opened.tables[0])

    def country(decisions: dict[str, str]) -> tuple[str, str, str]:
        made = importing.plan(register_2020, incoming, decisions)
        (entry,) = (each for each in made.entries if each.table == "country")
        first = entry.candidates[0].record if entry.candidates else ""
        return entry.key, entry.outcome.value, first

    key, outcome, alike = country({})
    assert outcome == "doubtful"
    assert country({key: alike})[1] == "unchanged", "a slip of the pen renames nothing"
    _, outcome, band = country({key: ""})
    assert outcome == "doubtful"
    assert country({key: band})[1] == "new", "who chose a band has said that it is new"
