"""Spreadsheets in OpenDocument: what their XML can say, and what is read."""

from datetime import date, time
from pathlib import Path

import pytest

from partners_app.domain.errors import InputBroken
from partners_app.domain.findings import FindingCode
from partners_app.domain.input_problems import InputProblem
from partners_app.exchange.grid import ErrorCell, GridFile, Merge
from partners_app.exchange.grid_reader import ReadingProcess
from tests.exchange.museum import packages as pk

_NAMES = "urn:oasis:names:tc:opendocument:xmlns:"
_SPACES = "".join(
    f' xmlns:{short}="{_NAMES}{short_long}:1.0"'
    for short, short_long in (
        *(("office", "office"), ("table", "table"), ("text", "text"), ("style", "style")),
        ("draw", "drawing"),
    )
)
_CALC = "urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"


def content(*rows: str, columns: str = "", name: str = "Лист1") -> str:
    return f'<table:table table:name="{name}">{columns}{"".join(rows)}</table:table>'


def spreadsheet(*tables: str) -> bytes:
    xml = (
        f'<office:document-content{_SPACES} xmlns:calcext="{_CALC}"><office:body>'
        f"<office:spreadsheet>{''.join(tables)}</office:spreadsheet></office:body>"
        "</office:document-content>"
    )
    parts = [
        ("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"),
        ("META-INF/manifest.xml", b"<manifest/>"),
        ("content.xml", xml.encode()),
    ]
    return pk.zip_of(parts)


def row(*cells: str, attributes: str = "") -> str:
    return f"<table:table-row {attributes}>{''.join(cells)}</table:table-row>"


def cell(kind: str = "", inside: str = "", attributes: str = "", name: str = "table-cell") -> str:
    typed = f'office:value-type="{kind}"' if kind else ""
    return f"<table:{name} {typed} {attributes}>{inside}</table:{name}>"


def text(shown: str, attributes: str = "") -> str:
    return cell("string", f"<text:p>{shown}</text:p>", attributes)


def number(value: str, attributes: str = "") -> str:
    return cell("float", f"<text:p>{value}</text:p>", f'office:value="{value}" {attributes}')


@pytest.fixture
def read(tmp_path: Path, reading_process: ReadingProcess) -> "Read":
    return Read(tmp_path / "таблица.ods", reading_process)


class Read:
    """Reads the spreadsheet of some rows."""

    def __init__(self, path: Path, process: ReadingProcess) -> None:
        self._path = path
        self._process = process

    def __call__(self, *rows: str, columns: str = "") -> GridFile:
        return self.tables(content(*rows, columns=columns))

    def tables(self, *tables: str) -> GridFile:
        self._path.write_bytes(spreadsheet(*tables))
        return self._process.read(self._path)

    def refusal(self, *rows: str) -> tuple[str, str]:
        with pytest.raises(InputBroken) as refusal:
            self(*rows)
        return refusal.value.problem, refusal.value.place


def said(read: GridFile) -> list[tuple[FindingCode, str]]:
    return [(finding.code, finding.values["text"]) for finding in read.findings]


def test_values_of_each_kind(read: Read) -> None:
    file = read(
        row(text("Япония"), number("5"), number("2.5")),
        row(
            cell("date", attributes='office:date-value="2020-02-20"'),
            cell("time", "<text:p>10:30</text:p>", 'office:time-value="PT10H30M00S"'),
            cell("boolean", attributes='office:boolean-value="true"'),
        ),
        row(
            cell("percentage", "<text:p>50 %</text:p>", 'office:value="0.5"'),
            cell("currency", "<text:p>7 р.</text:p>", 'office:value="7"'),
            cell("time", "<text:p>30:05</text:p>", 'office:time-value="PT30H05M00S"'),
        ),
    )
    assert file.grids[0].cells == {
        **{(1, 1): "Япония", (1, 2): 5, (1, 3): 2.5},
        **{(2, 1): date(2020, 2, 20), (2, 2): time(10, 30), (2, 3): True},
        **{(3, 1): 0.5, (3, 2): 7, (3, 3): "30:05"},
    }
    assert file.findings == ()


def test_what_is_repeated_stands_in_each_place(read: Read) -> None:
    twice, three = 'table:number-columns-repeated="2"', 'table:number-rows-repeated="3"'
    file = read(
        row(cell(attributes=twice), text("Осака", twice), attributes=three),
        row(cell(attributes='table:number-columns-repeated="16384"'), attributes=three),
        row(text("конец")),
        row(cell(), attributes='table:number-rows-repeated="1048569"'),
    )
    places = {(line, column) for line in (1, 2, 3) for column in (3, 4)}
    assert file.grids[0].cells == {**dict.fromkeys(places, "Осака"), (7, 1): "конец"}


def test_white_space_of_a_text_is_kept_where_the_reader_would_drop_it(read: Read) -> None:
    file = read(
        row(
            text('слово<text:tab/>слово<text:s text:c="2"/>два'),
            text("одна<text:line-break/>две"),
            cell("string", "<text:p>раз</text:p><text:p>два <text:span>три</text:span></text:p>"),
        )
    )
    assert list(file.grids[0].cells.values()) == ["слово\tслово  два", "одна\nдве", "раз\nдва три"]


def test_comments_and_drawings_are_no_text_of_a_cell(read: Read) -> None:
    note = "<office:annotation><text:p>проверить!</text:p></office:annotation>"
    frame = "<draw:frame><draw:text-box><text:p>надпись</text:p></draw:text-box></draw:frame>"
    file = read(
        row(cell("string", f"{note}<text:p>Осака</text:p>{frame}"), cell("", note)),
    )
    assert file.grids[0].cells == {(1, 1): "Осака"}


def test_a_text_without_a_kind_is_never_lost_in_silence(read: Read) -> None:
    untyped = row(text("Страна"), cell("", "<text:p>Осака</text:p>"))
    assert read.refusal(untyped) == (InputProblem.CELLS_DIFFER, "Лист1!B1")


def test_groups_and_repeated_heads_are_rows_like_others(read: Read) -> None:
    file = read(
        f"<table:table-header-rows>{row(text('Страна'))}</table:table-header-rows>",
        f"<table:table-row-group>{row(text('Япония'))}</table:table-row-group>",
        row(text("Китай")),
    )
    assert list(file.grids[0].cells) == [(1, 1), (2, 1), (3, 1)]


def test_merged_and_hidden(read: Read) -> None:
    spanned = 'table:number-columns-spanned="2" table:number-rows-spanned="2"'
    hidden, filtered = 'table:visibility="collapse"', 'table:visibility="filter"'
    file = read(
        row(text("слито", spanned), cell(name="covered-table-cell")),
        row(cell("string", "<text:p>не видно</text:p>", name="covered-table-cell")),
        row(text("скрыто"), attributes=hidden),
        row(text("отобрано"), cell(), text("в C"), attributes=filtered),
        row(cell(), attributes=f'{hidden} table:number-rows-repeated="1000000"'),
        columns=f"<table:table-column/><table:table-column {hidden}/>"
        f'<table:table-column {hidden} table:number-columns-repeated="16382"/>',
    )
    grid = file.grids[0]
    assert grid.merges == (Merge(1, 1, 2, 2),)
    assert grid.cells == {(1, 1): "слито", (3, 1): "скрыто", (4, 1): "отобрано", (4, 3): "в C"}
    assert grid.hidden_rows == {3, 4}
    assert grid.hidden_columns == {2, 3}
    assert said(file) == [
        (FindingCode.COVERED_CELLS, "A2"),
        (FindingCode.HIDDEN_ROWS, "3–4"),
        (FindingCode.HIDDEN_COLUMNS, "B–C"),
    ]


def test_cells_that_say_no_value(read: Read) -> None:
    formula = 'table:formula="of:=1/0"'
    error = f'{formula} office:string-value="" calcext:value-type="error"'
    file = read(
        row(
            cell("string", "<text:p>#DIV/0!</text:p>", error),
            cell("float", "<text:p>Err:502</text:p>", f'{formula} office:value="0"'),
            cell("date", "<text:p>никогда</text:p>", 'office:date-value="2020-13-40"'),
            cell("float", "<text:p>NaN</text:p>", 'office:value="NaN"'),
            text("#не ошибка"),
        )
    )
    assert list(file.grids[0].cells.values()) == [
        *(ErrorCell("#DIV/0!"), ErrorCell("Err:502"), ErrorCell("2020-13-40"), ErrorCell("NaN")),
        "#не ошибка",
    ]
    assert said(file) == [
        (FindingCode.FORMULA_ERROR, "A1 (#DIV/0!), B1 (Err:502)"),
        (FindingCode.IMPOSSIBLE_DATE, "C1 (2020-13-40)"),
        (FindingCode.IMPOSSIBLE_NUMBER, "D1 (NaN)"),
    ]


@pytest.mark.parametrize(
    ("rows", "problem", "place"),
    [
        (
            (row(cell(), attributes='table:number-rows-repeated="60000"'), row(text("далеко"))),
            InputProblem.FAR_CELL,
            "Лист1!A60001",
        ),
        (
            (row(text("всюду", 'table:number-columns-repeated="999999999"')),),
            InputProblem.FAR_CELL,
            "Лист1!GS1",
        ),
        (
            (row(text("всюду"), attributes='table:number-rows-repeated="999999999"'),),
            InputProblem.FAR_CELL,
            "Лист1!A50001",
        ),
        (
            (row(text("?", 'table:number-columns-repeated="-1"')),),
            InputProblem.BAD_ADDRESS,
            "Лист1!A1",
        ),
        ((row(text("я" * 32_768)),), InputProblem.TEXT_TOO_LONG, "Лист1!A1"),
        ((row(cell("string", "<text:p>\x0b</text:p>")),), InputProblem.BAD_CHARACTER, "Лист1!A1"),
        (
            (row(text("а"), cell("", content(row(text("б"))))),),
            InputProblem.UNREADABLE_CELL,
            "Лист1!B1",
        ),
        ((row(cell()),), InputProblem.NO_TABLE, ""),
    ],
    ids=["far", "wide", "long", "address", "text", "character", "table in a cell", "nothing"],
)
def test_what_is_refused(
    read: Read, rows: tuple[str, ...], problem: InputProblem, place: str
) -> None:
    assert read.refusal(*rows) == (problem, place)


def test_two_tables_of_one_name_are_refused(read: Read) -> None:
    with pytest.raises(InputBroken) as refusal:
        read.tables(content(row(text("а"))), content(row(text("б"))))
    assert refusal.value.problem == InputProblem.SHEETS_OF_ONE_NAME


def test_definitions_are_refused(tmp_path: Path, reading_process: ReadingProcess) -> None:
    path = tmp_path / "таблица.ods"
    parts = [
        ("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"),
        ("META-INF/manifest.xml", b"<manifest/>"),
        ("content.xml", b"<!DOCTYPE x [<!ENTITY a 'b'>]><x>&a;</x>"),
    ]
    path.write_bytes(pk.zip_of(parts))
    with pytest.raises(InputBroken) as refusal:
        reading_process.read(path)
    assert refusal.value.problem == InputProblem.UNSAFE_XML
