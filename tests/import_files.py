"""Files that clerks take in, made in code: a corrected report, a colleague's sheet, bad ones."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from openpyxl import Workbook

from partners_app.services import reporting
from partners_app.services.register import Register
from tests.services.report_editor import CITY, EVENT, ReportEditor

Rows = Sequence[Sequence[object]]

HEADS = ("Страна", "Город", "Дата", "Содержание", "Вид")


def workbook(
    path: Path, rows: Rows, *, sheet: str = "Свод", hidden_rows: Sequence[int] = ()
) -> Path:
    """Write a workbook of one sheet."""
    made = Workbook()
    page = made.active
    assert page is not None
    page.title = sheet
    _fill(page, rows)
    for row in hidden_rows:
        page.row_dimensions[row].hidden = True
    made.save(path)
    return path


def several_sheets(path: Path, sheets: Mapping[str, Rows], *, hidden: Sequence[str] = ()) -> Path:
    """Write a workbook of several sheets, some of them hidden."""
    made = Workbook()
    assert made.active is not None
    made.remove(made.active)
    for name, rows in sheets.items():
        page = made.create_sheet(name)
        _fill(page, rows)
        if name in hidden:
            page.sheet_state = "hidden"
    made.save(path)
    return path


def _fill(page: object, rows: Rows) -> None:
    for row in rows:
        page.append(list(row))  # type: ignore[attr-defined]


def corrected_report(register: Register, path: Path) -> Path:
    """Export the report of 2020 and correct it as a chief does: texts, a date, rows."""
    reporting.write_report(register, 2020, path)
    editor = ReportEditor(path)
    row = editor.row_of("28 февраля")
    editor.replace(row, EVENT, "28 февраля", "27 февраля")
    editor.replace(row, EVENT, "меропритяий", "мероприятий")
    editor.replace(editor.row_of("7 октября – перегворы"), EVENT, "перегворы", "переговоры")
    editor.delete_row(editor.row_of("19 марта"))
    editor.replace(editor.row_of("Мумбай", CITY), CITY, "Мумбай (Бомбей)", "Мумбаи")
    row = editor.row_of("27 февраля")
    editor.insert_row(row + 1)
    editor.type(
        row + 1,
        EVENT,
        "20 июля – онлайн-концерт, организованный Старшей школой межкультурной коммуникации "
        "и информатики г. Турку и СПб ГБОУ «Школа № 583» Приморского р-на.",
    )
    return editor.save()


def colleagues_sheet(path: Path, *, curator: bool = False, bad_day: str = "31 февраля") -> Path:
    """Write a committee's sheet: known and new places, a doubtful country, an impossible day."""
    heads = [*HEADS, *(["Куратор"] if curator else [])]
    rows: list[list[object]] = [
        ["Сводка мероприятий за 2020 год"],
        [*heads],
        ["Финляндия", "Турку", "20 июля", "онлайн-концерт школ Турку и Петербурга", "концерт"],
        ["Финляндия", "Турку", "21 июля", "вебинар о портах", "семинар"],
        ["Чили", "Сантьяго", "3 марта", "визит делегации мэрии", "визит"],
        ["", "", bad_day, "встреча без места", ""],
    ]
    if curator:
        for row in rows[2:]:
            row.append("Иванов")
    return workbook(path, rows)


def committees_report(register: Register, path: Path) -> Path:
    """Export the report of 2020 and let committees fill in events: an entry of each outcome."""
    corrected_report(register, path)
    editor = ReportEditor(path)
    for text, city in (
        (
            "9-14 февраля – визит высокопоставленных государственных гражданских служащих Сената "
            "Гамбурга для прохождения стажировки (руководители различных ведомств, представляющих "
            "сферы культуры, экологии и образования).",
            "Гамбург",
        ),
        (
            "2 октября – посещение вице-консулом Японии в СПб г-жой Эцукой Симода СПб ГБУЗ "
            "«Детская городская больница № 2 Св. Марии Магдалины» (определение возможностей "
            "налаживания сотрудничества между петербургскими и японскими педиатрами).",
            "г. Осака",
        ),
    ):
        below = editor.row_of(city, CITY)
        editor.insert_row(below + 1)
        editor.type(below + 1, EVENT, text)
    return editor.save()
