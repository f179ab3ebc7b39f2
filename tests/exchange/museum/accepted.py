"""The files that are read although something is wrong: what comes out, and what is said."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time
from io import BytesIO
from pathlib import Path

from docx import Document

from partners_app.exchange.grid import CellValue, ErrorCell
from tests.exchange.museum import packages as pk
from tests.exchange.museum.packages import HEADER, cell, packed, row, text_cell, workbook

FOLDER = Path(__file__).parent
"""Where the few files are that LibreOffice made."""

COUNTRY, TOWN = "Страна", "Город"
_FOUR = (COUNTRY, TOWN, "Япония", "Осака")
_HEADER_CELLS: dict[str, CellValue] = {"A1": COUNTRY, "B1": TOWN}


@dataclass(frozen=True)
class Exhibit:
    """A file, its number in the table of bad inputs, its cells, and what is said of it.

    Each finding is «title: sentence», with its place in front where it has one.
    """

    number: int
    name: str
    make: Callable[[], bytes]
    cells: Mapping[str, CellValue]
    russian: tuple[str, ...] = ()
    english: tuple[str, ...] = ()
    file: str = "таблица.xlsx"
    sheets: tuple[str, ...] = ("Лист1",)
    merges: tuple[tuple[int, int, int, int], ...] = field(default=())

    def __str__(self) -> str:
        """Return what a test is called."""
        return f"{self.number:02} {self.name}"


def with_rows(*rows: str, **changed: bytes) -> Callable[[], bytes]:
    return lambda: packed(workbook("".join(rows), **changed))


def made_by_libreoffice(name: str) -> Callable[[], bytes]:
    return (FOLDER / name).read_bytes


def word_document() -> bytes:
    document = Document()
    table = document.add_table(2, 2)
    for place, text in zip(((0, 0), (0, 1), (1, 0), (1, 1)), _FOUR, strict=True):
        table.cell(*place).text = text
    stream = BytesIO()
    document.save(stream)
    return stream.getvalue()


def with_macros() -> bytes:
    parts = workbook(types=pk.types(pk.MACRO_TYPE))
    return packed({**parts, "xl/vbaProject.bin": b"\xcc\x61"})


def with_bad_properties() -> bytes:
    core = '<p xmlns:t="x"><t:created>when it was</t:created></p>'
    return packed({**workbook(), "docProps/core.xml": core.encode()})


def with_dimension(reference: str) -> Callable[[], bytes]:
    xml = pk.sheet(HEADER, before=f'<dimension ref="{reference}"/>')
    return lambda: packed(workbook(sheet=xml))


def with_links() -> bytes:
    outside = "<f>[1]Лист1!A1</f>"
    rows = HEADER + row(2, cell("A2", "5", formula=outside), cell("B2", "6", formula=outside))
    return packed({**workbook(rows), "xl/externalLinks/externalLink1.xml": b"<externalLink/>"})


def hidden_sheets() -> bytes:
    names = ("Лист1", "Черновик", "Служебный")
    states = {"Черновик": "hidden", "Служебный": "veryHidden"}
    part = pk.workbook_part(*names, states=states)
    targets = [("worksheet", f"worksheets/sheet{number}.xml") for number in (1, 2, 3)]
    parts = workbook(workbook=part, relations=pk.relations(*targets))
    more = {f"xl/worksheets/sheet{number}.xml": pk.sheet(HEADER) for number in (2, 3)}
    return packed({**parts, **more})


def prefixed() -> bytes:
    """A workbook as some generators write it: every element with a prefix."""
    parts = workbook()
    xml = (
        f'<x:worksheet xmlns:x="{pk.MAIN}"><x:sheetData><x:row r="1"><x:c r="A1" t="str">'
        f'<x:v>{COUNTRY}</x:v></x:c><x:c r="B1" t="s"><x:v>1</x:v></x:c></x:row></x:sheetData>'
        "</x:worksheet>"
    )
    return packed({**parts, pk.PART_NAMES["sheet"]: xml.encode()})


def _at(sheet: str, title: str, sentence: str) -> str:
    return f"{sheet} – {title}: {sentence}"


_OUT_OF_XLS = (
    "Формат старого Excel (.xls): Какие строки скрыты и верны ли результаты формул, для "
    "такого файла неизвестно.",
    "Old Excel format (.xls): Hidden rows, and whether formulas are right, are not known of "
    "such a file.",
)
_OTHERWISE = (
    "Название говорит о другом виде файла: По содержимому это файл «{}», так он и прочитан.",
    "The name says another kind of file: The contents are those of a file “{}”, and were read so.",
)

_OF_LIBREOFFICE: dict[str, CellValue] = {
    **{"A1": COUNTRY, "B1": TOWN, "C1": "Дата", "A2": "Япония", "B2": "Осака"},
    **{"C2": date(2020, 2, 20), "B3": "Киото", "C3": datetime(2020, 2, 21, 10, 30)},
    **{"A4": "Китай", "B4": "Шанхай\nили рядом", "C4": 2020, "A5": "скрыто", "C5": 0.5},
}
_HIDDEN_5 = (
    "Лист1 – Скрытые строки: Не берутся, если их не выбрать: строки 5.",
    "Лист1 – Hidden rows: Not taken in unless you choose them: rows 5.",
)

_DATES = row(
    1,
    *(
        cell(f"{column}1", serial, style=1)
        for column, serial in zip(
            "ABCDEF", ("0", "60", "-1", "2958466", "9999999999", "43831"), strict=True
        )
    ),
)
_NUMBERS = row(
    1,
    *(
        cell(f"{column}1", value)
        for column, value in zip("ABCD", ("NaN", "1e999", "много", "7"), strict=True)
    ),
)
_MERGED = '<mergeCells count="1"><mergeCell ref="{}"/></mergeCells>'

EXHIBITS = [
    Exhibit(
        7,
        "Word document named .xlsx",
        word_document,
        {"A1": COUNTRY, "B1": TOWN, "A2": "Япония", "B2": "Осака"},
        (_OTHERWISE[0].format(".docx"),),
        (_OTHERWISE[1].format(".docx"),),
        sheets=("Таблица 1",),
    ),
    Exhibit(
        13,
        "style that is not there",
        with_rows(row(1, cell("A1", "5", style=99), text_cell("B1", TOWN))),
        {"A1": 5, "B1": TOWN},
    ),
    Exhibit(14, "impossible date of creation", with_bad_properties, _HEADER_CELLS),
    Exhibit(
        15,
        ".xls",
        made_by_libreoffice("table.xls"),
        _OF_LIBREOFFICE,
        _OUT_OF_XLS[:1],
        _OUT_OF_XLS[1:],
        "таблица.xls",
        merges=((2, 1, 3, 1),),
    ),
    Exhibit(
        16,
        ".xls named .xlsx",
        made_by_libreoffice("table.xls"),
        _OF_LIBREOFFICE,
        (_OTHERWISE[0].format(".xls"), _OUT_OF_XLS[0]),
        (_OTHERWISE[1].format(".xls"), _OUT_OF_XLS[1]),
        merges=((2, 1, 3, 1),),
    ),
    Exhibit(
        19,
        ".ods named .xlsx",
        made_by_libreoffice("table.ods"),
        _OF_LIBREOFFICE,
        (_OTHERWISE[0].format(".ods"), _HIDDEN_5[0]),
        (_OTHERWISE[1].format(".ods"), _HIDDEN_5[1]),
        merges=((2, 1, 3, 1),),
    ),
    Exhibit(
        21,
        "macros",
        with_macros,
        _HEADER_CELLS,
        ("Макросы не учитываются: В книге есть макросы, они никогда не выполняются.",),
        ("Macros are ignored: The workbook holds macros; they are never run.",),
        "таблица.xlsm",
    ),
    Exhibit(38, "dimension too large", with_dimension("A1:XFD1048576"), _HEADER_CELLS),
    Exhibit(39, "dimension too small", with_dimension("A1"), _HEADER_CELLS),
    Exhibit(
        40,
        "far cell without a value",
        with_rows(HEADER, row(1_048_576, '<c r="XFD1048576" s="1"/>')),
        _HEADER_CELLS,
    ),
    Exhibit(
        51,
        "control character by number",
        with_rows(row(1, cell("A1", "Стра_x000B_на", "str"), text_cell("B1", "_x005F_x000B_"))),
        {"A1": COUNTRY, "B1": "_x000B_"},
        (_at("Лист1", "Убраны управляющие знаки", "Из A1; остальной текст сохранён."),),
        (_at("Лист1", "Control characters removed", "From A1; the rest of the text is kept."),),
    ),
    Exhibit(
        52,
        "invisible characters",
        with_rows(row(1, text_cell("A1", "Страна\u00a0\u200b\u200f"), text_cell("B1", TOWN))),
        {"A1": "Страна\u00a0\u200b\u200f", "B1": TOWN},
    ),
    Exhibit(
        56,
        "formulas never calculated",
        with_rows(HEADER, row(7, cell("A7", "", formula="<f>1+1</f>"), '<c r="B7"><f>A7</f></c>')),
        {**_HEADER_CELLS, "A7": ErrorCell(""), "B7": ErrorCell("")},
        (
            "Лист1 – Формула без сохранённого результата: A7, B7. Откройте файл в Excel, "
            "сохраните и повторите.",
        ),
        (
            "Лист1 – Formula without a stored result: A7, B7. Open the file in Excel, save it "
            "and try again.",
        ),
    ),
    Exhibit(
        57,
        "errors of formulas",
        with_rows(
            HEADER,
            row(3, cell("A3", "#N/A", "e"), cell("C3", "#REF!", "e", formula="<f>A0</f>")),
        ),
        {**_HEADER_CELLS, "A3": ErrorCell("#N/A"), "C3": ErrorCell("#REF!")},
        ("Лист1 – Ошибка формулы: A3 (#N/A), C3 (#REF!). Значений в этих ячейках нет.",),
        ("Лист1 – Formula error: A3 (#N/A), C3 (#REF!). These cells say nothing.",),
    ),
    Exhibit(
        58,
        "dates from 1904",
        with_rows(
            row(1, cell("A1", "42369", style=1), cell("B1", "60", style=1)),
            workbook=pk.workbook_part("Лист1", properties='<workbookPr date1904="1"/>'),
        ),
        {"A1": date(2020, 1, 1), "B1": date(1904, 3, 1)},
        ("Отсчёт дат от 1904 года: Книга отсчитывает даты, как старые «Макинтоши»: проверьте их.",),
        ("Dates counted from 1904: The workbook counts its dates as old Macs did: check them.",),
    ),
    Exhibit(
        59,
        "impossible dates",
        with_rows(_DATES),
        {
            **{"A1": ErrorCell("0"), "B1": ErrorCell("60"), "C1": ErrorCell("-1")},
            **{"D1": ErrorCell("2958466"), "E1": ErrorCell("9999999999")},
            "F1": date(2020, 1, 1),
        },
        (
            "Лист1 – Такой даты не бывает: A1 (0), B1 (60), C1 (-1), D1 (2958466), "
            "E1 (9999999999). Значений в этих ячейках нет, исправьте их.",
        ),
        (
            "Лист1 – Not a possible date: A1 (0), B1 (60), C1 (-1), D1 (2958466), "
            "E1 (9999999999). These cells say nothing; correct them.",
        ),
    ),
    Exhibit(
        60,
        "impossible numbers",
        with_rows(_NUMBERS),
        {"A1": ErrorCell("NaN"), "B1": ErrorCell("1e999"), "C1": ErrorCell("много"), "D1": 7},
        (
            "Лист1 – Не число: A1 (NaN), B1 (1e999), C1 (много). Значений в этих ячейках нет, "
            "исправьте их.",
        ),
        (
            "Лист1 – Not a number: A1 (NaN), B1 (1e999), C1 (много). These cells say nothing; "
            "correct them.",
        ),
    ),
    Exhibit(
        60,
        "too many digits",
        with_rows(row(1, cell("A1", "12345678901234567890"), cell("B1", "123456789012345"))),
        {"A1": 12345678901234567890.0, "B1": 123456789012345},
        (
            "Лист1 – В числе слишком много цифр: В A1 остаются только 15 цифр. Запишите число "
            "как текст.",
        ),
        ("Лист1 – Number of too many digits: Only 15 digits are kept of A1. Write it as text.",),
    ),
    Exhibit(
        61,
        "numbers and dates as text",
        with_rows(row(1, text_cell("A1", "1 234,50"), text_cell("B1", "01.02.2023"))),
        {"A1": "1 234,50", "B1": "01.02.2023"},
    ),
    Exhibit(
        62,
        "dates of ISO 8601",
        with_rows(
            row(
                1,
                cell("A1", "2020-02-03", "d", 1),
                cell("B1", "2020-02-03T04:05:06", "d", 2),
                cell("F1", "вчера", "d", 1),
            )
        ),
        {"A1": date(2020, 2, 3), "B1": datetime(2020, 2, 3, 4, 5, 6), "F1": ErrorCell("вчера")},
        ("Лист1 – Такой даты не бывает: F1 (вчера). Значений в этих ячейках нет, исправьте их.",),
        ("Лист1 – Not a possible date: F1 (вчера). These cells say nothing; correct them.",),
    ),
    Exhibit(
        63,
        "merged cells, hidden row and column",
        lambda: packed(
            workbook(
                sheet=pk.sheet(
                    HEADER
                    + row(2, text_cell("A2", "Япония"), text_cell("B2", "Осака"))
                    + row(3, text_cell("A3", "осталось"), attributes=' hidden="1"'),
                    before='<cols><col min="2" max="16384" hidden="1"/></cols>',
                    after=_MERGED.format("A2:A3"),
                )
            )
        ),
        {**_HEADER_CELLS, "A2": "Япония", "B2": "Осака"},
        (
            "Лист1 – Текст под объединёнными ячейками: Содержимое A3 не показывает ни одна "
            "офисная программа, оно пропущено.",
            "Лист1 – Скрытые строки: Не берутся, если их не выбрать: строки 3.",
            "Лист1 – Скрытые столбцы: Не берутся, если их не выбрать: столбцы B.",
        ),
        (
            "Лист1 – Text under merged cells: No office program shows what stands in A3; left out.",
            "Лист1 – Hidden rows: Not taken in unless you choose them: rows 3.",
            "Лист1 – Hidden columns: Not taken in unless you choose them: columns B.",
        ),
        merges=((2, 1, 3, 1),),
    ),
    Exhibit(
        64,
        "hidden sheets",
        hidden_sheets,
        _HEADER_CELLS,
        ("Скрытые листы: Не берутся, если их не выбрать: Черновик, Служебный.",),
        ("Hidden sheets: Not taken in unless you choose them: Черновик, Служебный.",),
        sheets=("Лист1", "Черновик", "Служебный"),
    ),
    Exhibit(
        71,
        "all cells merged",
        lambda: packed(
            workbook(
                sheet=pk.sheet(
                    row(1, text_cell("A1", COUNTRY)), after=_MERGED.format("A1:XFD1048576")
                )
            )
        ),
        {"A1": COUNTRY},
        merges=((1, 1, 50_000, 200),),
    ),
    Exhibit(
        86,
        "values of another file",
        with_links,
        {**_HEADER_CELLS, "A2": 5, "B2": 6},
        ("Значения из другого файла: Они могли устареть; формул со ссылкой на другой файл: 2.",),
        ("Values from another file: They may be out of date; formulas that name one: 2.",),
    ),
    # Not of the table: what generated workbooks are like.
    Exhibit(90, "elements with a prefix", prefixed, {"A1": COUNTRY, "B1": "Осака"}),
    Exhibit(
        91,
        "cells without addresses",
        with_rows('<row><c t="str"><v>a</v></c><c><v>2</v></c></row><row><c><v>3.5</v></c></row>'),
        {"A1": "a", "B1": 2, "A2": 3.5},
    ),
    Exhibit(
        92,
        "times of day and durations",
        with_rows(
            row(1, cell("A1", "0.5", style=3), cell("B1", "43831.3333333333", style=2)),
        ),
        {"A1": time(12), "B1": datetime(2020, 1, 1, 8)},
    ),
]
