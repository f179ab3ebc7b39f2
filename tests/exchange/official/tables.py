"""The yearly table in the forms that clerks have it in, made from the transcribed document."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from docx import Document
from docx.table import Table
from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from partners_app.paths import database_files

HEADS = (
    "Страна",
    "Город",
    "Основание для сотрудничества",
    "Год установления связей/ подписания документа",
    "Основные мероприятия в 2020 году",
)


@dataclass(frozen=True)
class TableRow:
    """One row of the Word table: the paragraphs of its cells."""

    city: str
    basis: list[str]
    dates: list[str]
    events: list[str]


def document() -> Any:
    """Return the transcribed table of 2020 (with the ids and keys that an export adds)."""
    seed = database_files() / "seed" / "register-2020.json"
    return json.loads(seed.read_text(encoding="utf-8"))


def table_rows(partners: list[Any]) -> list[TableRow]:
    """Return the rows of one country, as they were typed."""
    return [
        TableRow(
            partner["city"] or "",
            [act["basis"] for act in partner["agreements"] if act["basis"]],
            [date for act in partner["agreements"] for date in act["dates"]],
            [f"{event['date_text']} – {event['text']}" for event in partner["events"]],
        )
        for partner in partners
    ]


def _bands() -> Iterator[tuple[str, list[tuple[str, list[TableRow]]]]]:
    for region in document()["regions"]:
        countries = [
            (country["name"], table_rows(country["partners"])) for country in region["countries"]
        ]
        yield region["heading"], countries


def write_word(path: Path) -> None:
    """Write the document itself: a Word table with merged cells and several paragraphs a cell."""
    paper = Document()
    paper.add_paragraph("СОТРУДНИЧЕСТВО САНКТ-ПЕТЕРБУРГА")
    paper.add_paragraph("С ГОРОДАМИ – ПАРТНЕРАМИ")
    bands = list(_bands())
    count = 1 + sum(1 + sum(len(rows) for _, rows in countries) for _, countries in bands)
    table = paper.add_table(rows=count, cols=len(HEADS))
    for column, head in enumerate(HEADS):
        table.cell(0, column).text = head
    place = 1
    for heading, countries in bands:
        table.cell(place, 0).merge(table.cell(place, len(HEADS) - 1)).text = heading
        place += 1
        for name, rows in countries:
            for number, row in enumerate(rows):
                _fill(table, place + number, row)
            first = table.cell(place, 0)
            first.merge(table.cell(place + len(rows) - 1, 0)).text = name
            place += len(rows)
    paper.save(str(path))


def _fill(table: Table, place: int, row: TableRow) -> None:
    cells = ([row.city], row.basis, row.dates, row.events)
    for column, paragraphs in enumerate(cells, start=1):
        cell = table.cell(place, column)
        cell.text = paragraphs[0] if paragraphs else ""
        for text in paragraphs[1:]:
            cell.add_paragraph(text)


def write_pasted(path: Path) -> None:
    """Write what Excel makes of the Word table: each paragraph of a cell in a row of its own.

    The cells of one paragraph are merged over the rows that the longest cell of their row needs.
    """
    workbook = Workbook()
    sheet = workbook.active
    assert isinstance(sheet, Worksheet)
    sheet.append(["СОТРУДНИЧЕСТВО САНКТ-ПЕТЕРБУРГА С ГОРОДАМИ – ПАРТНЕРАМИ"])
    sheet.append([])
    sheet.append(list(HEADS))
    place = 4
    for heading, countries in _bands():
        sheet.cell(place, 1).value = heading
        sheet.merge_cells(start_row=place, end_row=place, start_column=1, end_column=len(HEADS))
        place += 1
        for name, rows in countries:
            start = place
            for row in rows:
                place += _paste(sheet, place, row)
            sheet.cell(start, 1).value = name
            if place - start > 1:
                sheet.merge_cells(start_row=start, end_row=place - 1, start_column=1, end_column=1)
    workbook.save(path)


def _paste(sheet: Worksheet, place: int, row: TableRow) -> int:
    cells = ([row.city], row.basis, row.dates, row.events)
    height = max(1, *(len(paragraphs) for paragraphs in cells))
    for column, paragraphs in enumerate(cells, start=2):
        if len(paragraphs) <= 1:
            sheet.cell(place, column).value = (paragraphs[0] if paragraphs else "") or None
            if height > 1:
                sheet.merge_cells(
                    start_row=place,
                    end_row=place + height - 1,
                    start_column=column,
                    end_column=column,
                )
        else:
            for number, text in enumerate(paragraphs):
                sheet.cell(place + number, column).value = text
    return height
