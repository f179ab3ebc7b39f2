"""A printable sheet: its tables in one grid of columns, and what stands over which row."""

from partners_app.domain.report_style import CellRole
from partners_app.domain.sheet import (
    ColumnKind,
    Paragraph,
    Sheet,
    SheetColumn,
    SheetGroup,
    SheetTable,
    labelled_facts,
    map_texts,
    sheet_grid,
)

EVENTS = SheetTable(
    (SheetColumn("Дата", 1, ColumnKind.SHORT), SheetColumn("Мероприятие", 3)),
    (
        SheetGroup("Март", (("3 марта", "визит"),)),
        SheetGroup("", (("", "встреча"), ("", "приём"))),
    ),
    "Мероприятия",
)


def test_tables_of_other_columns_share_one_grid() -> None:
    facts = labelled_facts([("Страна", "Япония"), ("Примечание", "  ")], label_width=0.5)
    grid = sheet_grid(Sheet(("СПРАВКА",), (facts, EVENTS)))
    assert grid.widths == (0.25, 0.25, 0.5)
    assert [
        [(cell.text, cell.column, cell.columns) for cell in row.cells] for row in grid.rows
    ] == [
        [("Страна", 0, 2), ("Япония", 2, 1)],
        [("", 0, 3)],
        [("Мероприятия", 0, 3)],
        [("Дата", 0, 1), ("Мероприятие", 1, 2)],
        [("Март", 0, 3)],
        [("3 марта", 0, 1), ("визит", 1, 2)],
        [("", 0, 1), ("встреча", 1, 2)],
        [("", 0, 1), ("приём", 1, 2)],
    ]
    assert [row.boxed for row in grid.rows] == [True, False, False, *[True] * 5]


def test_a_row_knows_its_title_its_header_and_its_group() -> None:
    grid = sheet_grid(Sheet((), (EVENTS,)))
    assert [row.heads for row in grid.rows] == [
        (0,),
        (0, 1),
        (0, 1, 2),
        (0, 1, 2),
        (0, 1),
        (0, 1),
    ]
    assert grid.only_header == 1
    assert sheet_grid(Sheet((), (EVENTS, EVENTS))).only_header is None, "pages repeat neither"


def test_a_sheet_without_a_table_has_one_column() -> None:
    grid = sheet_grid(Sheet(("СПИСОК",), (Paragraph("Ничего нет."),)))
    assert grid.widths == (1.0,)
    assert [cell.role for row in grid.rows for cell in row.cells] == [CellRole.EVENT]


def test_every_text_can_be_changed() -> None:
    sheet = map_texts(Sheet(("список",), (Paragraph("нет"), EVENTS)), str.upper)
    assert sheet.name == "СПИСОК"
    texts = [cell.text for row in sheet_grid(sheet).rows for cell in row.cells]
    assert texts == [text.upper() for text in texts]
    assert sheet.row_count == 3
