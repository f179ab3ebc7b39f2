"""Tables from outside on the command line: what is new goes in, what is doubtful is listed."""

import json
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from tests.cli.steps import Run, digest
from tests.exchange.official.tables import write_pasted, write_word

HEADS = ["Дата", "Страна", "Город", "Мероприятие", "Формат"]
ROWS: list[list[Any]] = [
    ["5 мая", "Финляндия", "г. Турку", "встреча с мэром.", "ВКС"],
    ["12 мая", "", "г. Котка", "семинар по экологии.", "очно"],
    ["июнь", "Финлядия", "Хельсинки", "выставка художников.", "очно"],
    ["7 июня", "Италия", "г. Милан", "концерт хора.", ""],
]


def _flat(path: Path, rows: list[list[Any]] = ROWS) -> Path:
    workbook = Workbook()
    sheet = workbook.active
    assert isinstance(sheet, Worksheet)
    sheet.title = "Свод"
    sheet.append(["Сведения комитетов за 2021 год"])
    sheet.append(HEADS)
    for row in rows:
        sheet.append(row)
    workbook.save(path)
    return path


def _edited(run: Run, register: Path, target: Path) -> Path:
    """Export the data, and edit the workbook as a clerk does in Excel."""
    assert run("export", register, target).status == 0
    workbook = load_workbook(target)
    sheet = workbook["Мероприятия"]
    (column,) = (
        number
        for number in range(1, sheet.max_column + 1)
        if sheet.cell(1, number).value == "Примечание"
    )
    sheet.cell(2, column).value = "сверено"
    sheet.delete_rows(3)
    workbook.save(target)
    return target


@pytest.mark.parametrize("form", ["word", "pasted"])
def test_last_years_table_goes_into_a_new_register(run: Run, tmp_path: Path, form: str) -> None:
    path = tmp_path / "новый.partners"
    run("new", path)
    table = tmp_path / ("2020.docx" if form == "word" else "2020.xlsx")
    (write_word if form == "word" else write_pasted)(table)
    answer = run("import", path, table)
    assert answer.status == 0, answer.err
    assert "Новых: 272, изменено: 0, удалено: 0, без изменений: 3" in answer.out
    assert "Сомнительных: 0, отклонено: 0" in answer.out
    assert run("undo", path).out == f"Отменено: импорт: {table.name}\n"


def test_differences_from_an_export_that_is_not_kept_are_left_out(
    run: Run, register: Path, tmp_path: Path
) -> None:
    workbook = _edited(run, register, tmp_path / "данные.xlsx")
    edited = load_workbook(workbook)
    for row in edited["partners_data"].iter_rows(max_row=5):
        if row[0].value == "change_seq":
            row[1].value = "99"
    edited.save(workbook)
    before = digest(register)
    answer = run("import", register, workbook, "--json")
    plan = json.loads(answer.out)
    assert (answer.status, plan["changed"], plan["deleted"]) == (1, [], [])
    assert [(entry["doubt"], entry["fields"]) for entry in plan["doubtful"]] == [
        ("changed_either", {"remark": {"old": "", "new": "сверено"}})
    ]
    assert "Сравнить не с чем" in answer.err
    assert "всё новое в файле сомнительно" in answer.err
    assert digest(register) == before


def test_an_edited_data_workbook_changes_what_was_edited_and_deletes_only_when_asked(
    run: Run, register: Path, tmp_path: Path
) -> None:
    workbook = _edited(run, register, tmp_path / "данные.xlsx")
    answer = run("import", register, workbook, "--json")
    plan = json.loads(answer.out)
    assert answer.status == 1, "a deletion was left out"
    assert [entry["fields"] for entry in plan["changed"]] == [
        {"remark": {"old": "", "new": "сверено"}}
    ]
    (gone,) = plan["deleted"]
    assert (gone["table"], plan["new"], plan["doubtful"]) == ("event", [], [])
    assert "Мероприятий: 130" in run("verify", register).out
    again = run("import", register, workbook, "--delete")
    assert again.status == 0
    assert "Мероприятий: 129" in run("verify", register).out


def test_a_colleagues_sheet_goes_in_row_by_row_and_says_why_a_row_did_not(
    run: Run, register: Path, tmp_path: Path
) -> None:
    table = _flat(tmp_path / "Свод комитетов.xlsx")
    answer = run("import", register, table, "--json")
    assert answer.status == 1
    plan = json.loads(answer.out)
    assert [(entry["owner"], entry["row"]) for entry in plan["new"]] == [
        ("Финляндия · г. Турку", 3),
        ("Италия · г. Милан", 6),
    ]
    assert plan["new"][0]["fields"]["format"] == {"old": None, "new": "video"}
    assert plan["new"][0]["fields"]["report_year"] == {"old": None, "new": 2021}
    # Nothing bleeds from one row to the next.
    (refused,) = plan["refused"]
    assert (refused["sheet"], refused["row"]) == ("Свод", 4)
    assert "стран" in refused["reason"]["title"].lower()
    # «Финлядия» is a slip, or a country of its own: somebody must say.
    doubtful = [entry for entry in plan["doubtful"] if entry["table"] == "country"]
    assert [entry["label"] for entry in doubtful] == ["Финлядия"]
    assert doubtful[0]["candidates"][0]["label"] == "Европа · Финляндия"
    words = run("import", register, table, "--dry-run")
    assert "Свод:4" in words.out
    assert "Этот файл уже загружали: " in words.err


def test_a_trial_of_a_table_writes_nothing(run: Run, register: Path, tmp_path: Path) -> None:
    before = digest(register)
    answer = run("import", register, _flat(tmp_path / "свод.xlsx"), "--dry-run")
    assert answer.status == 1
    assert "это была проба" in answer.err
    assert digest(register) == before


def test_a_year_that_contradicts_the_table_and_tables_to_choose_from_are_refused(
    run: Run, register: Path, tmp_path: Path
) -> None:
    table = tmp_path / "2020.xlsx"
    write_pasted(table)
    before = digest(register)
    assert "за 2020 год" in run("import", register, table, "--year", "2019").refusal
    workbook = load_workbook(table)
    workbook.copy_worksheet(workbook.worksheets[0]).title = "Копия"
    workbook.save(table)
    answer = run("import", register, table)
    assert answer.status == 1
    assert "несколько таблиц: «Sheet», «Копия»" in answer.refusal
    empty = tmp_path / "пусто.xlsx"
    Workbook().save(empty)
    assert "нет таблицы" in run("import", register, empty).refusal
    assert digest(register) == before


def test_a_colleagues_register_is_taken_in(run: Run, register: Path, tmp_path: Path) -> None:
    other = tmp_path / "чужой.partners"
    run("new", other)
    answer = run("import", other, register)
    assert answer.status == 0
    assert "Новых: 275" in answer.out
    assert "Мероприятий: 130" in run("verify", other).out
