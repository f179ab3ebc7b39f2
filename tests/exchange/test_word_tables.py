"""Tables of Word documents, as a clerk sees them there."""

import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document
from docx.document import Document as WordDocument
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.table import Table

from partners_app.domain.errors import InputBroken
from partners_app.domain.findings import FindingCode
from partners_app.domain.input_problems import InputProblem
from partners_app.exchange.grid import Grid, GridFile, Merge
from partners_app.exchange.grid_reader import ReadingProcess
from tests.exchange.museum import packages as pk

HEAD = ("Страна", "Город", "Основание", "Мероприятия")


def written(document: WordDocument, path: Path) -> Path:
    document.save(str(path))
    return path


@pytest.fixture
def document() -> WordDocument:
    return Document()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "отчёт.docx"


def add_table(document: WordDocument, *rows: tuple[str, ...]) -> Table:
    table: Table = document.add_table(len(rows), max(map(len, rows)))
    for row, texts in zip(table.rows, rows, strict=True):
        for cell, text in zip(row.cells, texts, strict=False):
            cell.text = text
    return table


def texts(grid: Grid) -> list[tuple[int, int, object]]:
    return [(row, column, value) for (row, column), value in grid.cells.items()]


def add_row(table: Table, inside: str) -> None:
    table._tbl.append(parse_xml(f"<w:tr {nsdecls('w')}>{inside}</w:tr>"))


def cell(inside: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr><w:p>{inside}</w:p></w:tc>"


def run(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def codes(read: GridFile) -> list[FindingCode]:
    return [finding.code for finding in read.findings]


def test_each_table_is_a_grid_with_what_stands_above_it(
    document: WordDocument, path: Path, reading_process: ReadingProcess
) -> None:
    document.add_paragraph("Сведения о сотрудничестве")
    document.add_paragraph("за 2020 год")
    add_table(document, HEAD, ("Япония", "Осака", "", "20 февраля – визит"))
    document.add_paragraph("Приложение")
    add_table(document, ("Итого", "1"))
    read = reading_process.read(written(document, path))
    first, second = read.grids
    assert (first.name, second.name) == ("Таблица 1", "Таблица 2")
    assert first.heading == "Сведения о сотрудничестве\nза 2020 год"
    assert second.heading == "Приложение"
    assert texts(first)[4:] == [(2, 1, "Япония"), (2, 2, "Осака"), (2, 4, "20 февраля – визит")]
    assert texts(second) == [(1, 1, "Итого"), (1, 2, "1")]
    assert first.rows_known
    assert read.findings == ()


def test_merged_cells_stand_once_and_know_how_far_they_go(
    document: WordDocument, path: Path, reading_process: ReadingProcess
) -> None:
    table = add_table(document, HEAD, *(("",) * 4 for _ in range(3)))
    table.cell(1, 0).merge(table.cell(3, 0)).text = "Япония"
    table.cell(2, 1).merge(table.cell(2, 3)).text = "во весь ряд"
    table.cell(0, 2).merge(table.cell(0, 3)).text = "Две колонки"
    (grid,) = reading_process.read(written(document, path)).grids
    assert grid.merges == (Merge(1, 3, 1, 4), Merge(2, 1, 4, 1), Merge(3, 2, 3, 4))
    assert grid.cells == {
        **{(1, 1): "Страна", (1, 2): "Город", (1, 3): "Две колонки"},
        **{(2, 1): "Япония", (3, 2): "во весь ряд"},
    }


def test_a_merged_block_of_rows_and_columns(
    document: WordDocument, path: Path, reading_process: ReadingProcess
) -> None:
    table = add_table(document, *(("", "", "") for _ in range(3)))
    table.cell(0, 0).merge(table.cell(1, 1)).text = "блок"
    table.cell(2, 2).text = "угол"
    (grid,) = reading_process.read(written(document, path)).grids
    assert grid.merges == (Merge(1, 1, 2, 2),)
    assert texts(grid) == [(1, 1, "блок"), (3, 3, "угол")]


def test_paragraphs_tabs_and_line_breaks_of_a_cell(
    document: WordDocument, path: Path, reading_process: ReadingProcess
) -> None:
    table = add_table(document, ("",))
    one = table.cell(0, 0)
    one.text = "20 февраля\tвизит"
    one.add_paragraph("").add_run("март:\nприём")
    one.add_paragraph("Нью")
    add_row(table, cell(f"{run('Нью')}<w:r><w:noBreakHyphen/></w:r>{run('Йорк')}"))
    (grid,) = reading_process.read(written(document, path)).grids
    assert texts(grid) == [
        (1, 1, "20 февраля\tвизит\nмарт:\nприём\nНью"),
        (2, 1, "Нью\u2011Йорк"),
    ]


def test_tracked_changes_are_read_as_accepted_and_said(
    document: WordDocument, path: Path, reading_process: ReadingProcess
) -> None:
    table = add_table(document, ("Страна",))
    deleted = '<w:del w:id="1" w:author="a"><w:r><w:delText>старое </w:delText></w:r></w:del>'
    moved = f'<w:moveFrom w:id="2" w:author="a">{run("отсюда ")}</w:moveFrom>'
    inserted = f'<w:ins w:id="3" w:author="a">{run("новое")}</w:ins>'
    add_row(table, cell(deleted + moved + inserted))
    gone = '<w:trPr><w:del w:id="4" w:author="a"/></w:trPr>'
    add_row(table, gone + cell(run("удалённая строка")))
    add_row(table, cell(run("последняя")))
    read = reading_process.read(written(document, path))
    assert texts(read.grids[0]) == [(1, 1, "Страна"), (2, 1, "новое"), (3, 1, "последняя")]
    assert codes(read) == [FindingCode.TRACKED_CHANGES]


def test_what_stands_in_content_controls_links_and_fields_is_kept(
    document: WordDocument, path: Path, reading_process: ReadingProcess
) -> None:
    table = add_table(document, ("Страна",))
    control = f"<w:sdt><w:sdtPr/><w:sdtContent>{run('Япония')}</w:sdtContent></w:sdt>"
    link = f'<w:hyperlink w:anchor="x">{run(", Осака")}</w:hyperlink>'
    field = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{run(" 7")}'
    )
    add_row(table, cell(control + link + field))
    row_control = (
        f"<w:sdt {nsdecls('w')}><w:sdtContent><w:tr><w:sdt><w:sdtContent>"
        f"{cell(run('в рамке'))}</w:sdtContent></w:sdt></w:tr></w:sdtContent></w:sdt>"
    )
    table._tbl.append(parse_xml(row_control))
    (grid,) = reading_process.read(written(document, path)).grids
    assert texts(grid) == [(1, 1, "Страна"), (2, 1, "Япония, Осака 7"), (3, 1, "в рамке")]


def test_a_table_in_a_cell_keeps_its_text(
    document: WordDocument, path: Path, reading_process: ReadingProcess
) -> None:
    table = add_table(document, ("Мероприятия",))
    inner = table.cell(0, 0).add_table(2, 2)
    for number, one in enumerate(inner._cells):
        one.text = f"{number}"
    (grid,) = reading_process.read(written(document, path)).grids
    assert texts(grid) == [(1, 1, "Мероприятия\n0\t1\n2\t3\n")]


def test_rows_that_begin_further_right_keep_their_columns(
    document: WordDocument, path: Path, reading_process: ReadingProcess
) -> None:
    table = add_table(document, ("а", "б", "в"))
    before = '<w:trPr><w:gridBefore w:val="2"/></w:trPr>'
    add_row(table, before + cell(run("под «в»")))
    (grid,) = reading_process.read(written(document, path)).grids
    assert texts(grid)[-1] == (2, 3, "под «в»")


def test_text_under_a_merged_cell_is_left_out_and_said(
    document: WordDocument, path: Path, reading_process: ReadingProcess
) -> None:
    table = add_table(document, ("Страна",))
    add_row(table, cell(run("Япония"), '<w:vMerge w:val="restart"/>'))
    add_row(table, cell(run("не видно"), "<w:vMerge/>"))
    read = reading_process.read(written(document, path))
    assert texts(read.grids[0]) == [(1, 1, "Страна"), (2, 1, "Япония")]
    assert codes(read) == [FindingCode.COVERED_CELLS]
    assert read.findings[0].values["text"] == "A3"


def test_a_merged_cell_that_goes_on_from_nothing_is_a_cell(
    document: WordDocument, path: Path, reading_process: ReadingProcess
) -> None:
    table = add_table(document, ("Страна", "Город"))
    add_row(table, cell(run("Япония"), "<w:vMerge/>") + cell(run("Осака")))
    (grid,) = reading_process.read(written(document, path)).grids
    assert grid.merges == ()
    assert texts(grid)[2:] == [(2, 1, "Япония"), (2, 2, "Осака")]


def test_a_document_without_a_table_is_refused(
    document: WordDocument, path: Path, reading_process: ReadingProcess
) -> None:
    document.add_paragraph("Письмо без таблицы")
    with pytest.raises(InputBroken) as refusal:
        reading_process.read(written(document, path))
    assert refusal.value.problem == InputProblem.NO_TABLE


def parts_of(document: WordDocument) -> dict[str, bytes]:
    stream = BytesIO()
    document.save(stream)
    with zipfile.ZipFile(stream) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


@pytest.mark.parametrize(
    ("part", "old", "new", "problem"),
    [
        ("word/document.xml", b"<w:document", b"<!DOCTYPE x><w:document", InputProblem.UNSAFE_XML),
        ("word/styles.xml", b"<w:styles", b"<!DOCTYPE x><w:styles", InputProblem.UNSAFE_XML),
        (
            "word/document.xml",
            b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
            b"http://purl.oclc.org/ooxml/wordprocessingml/main",
            InputProblem.STRICT_OPEN_XML,
        ),
        ("word/document.xml", b"</w:body>", b"", InputProblem.DAMAGED),
        ("word/document.xml", "Страна".encode(), b"\x0b", InputProblem.BAD_CHARACTER),
        (
            "[Content_Types].xml",
            b"openxmlformats-officedocument.wordprocessingml.document.main",
            b"ms-word.document.macroEnabled.main",
            InputProblem.OTHER_OFFICE_FILE,
        ),
    ],
    ids=["definitions", "definitions in styles", "strict", "unclosed", "character", ".docm"],
)
def test_a_bad_document_is_refused(
    document: WordDocument,
    path: Path,
    reading_process: ReadingProcess,
    part: str,
    old: bytes,
    new: bytes,
    problem: InputProblem,
) -> None:
    add_table(document, HEAD)
    parts = parts_of(document)
    assert old in parts[part]
    parts[part] = parts[part].replace(old, new)
    path.write_bytes(pk.zip_of(parts.items()))
    with pytest.raises(InputBroken) as refusal:
        reading_process.read(path)
    assert refusal.value.problem == problem


def test_data_of_other_programs_in_a_document_does_not_matter(
    document: WordDocument, path: Path, reading_process: ReadingProcess
) -> None:
    add_table(document, HEAD)
    foreign = '<?xml version="1.0" encoding="UTF-16"?><x/>'.encode("utf-16")
    parts = {**parts_of(document), "customXml/item1.xml": foreign}
    path.write_bytes(pk.zip_of(parts.items()))
    assert len(reading_process.read(path).grids[0].cells) == 4


@pytest.mark.parametrize(
    ("make", "problem", "place"),
    [
        (lambda: "я" * 32_768, InputProblem.TEXT_TOO_LONG, "Таблица 1!B1"),
        (lambda: "", InputProblem.FAR_CELL, "Таблица 1!GS1"),
    ],
    ids=["text", "columns"],
)
def test_limits_hold_for_word_too(
    document: WordDocument,
    path: Path,
    reading_process: ReadingProcess,
    make: Callable[[], str],
    problem: InputProblem,
    place: str,
) -> None:
    table = add_table(document, ("а", make() or "б"))
    if problem is InputProblem.FAR_CELL:
        wide = cell(run("ш"), '<w:gridSpan w:val="201"/>')
        table._tbl.insert(2, parse_xml(f"<w:tr {nsdecls('w')}>{wide}</w:tr>"))
    with pytest.raises(InputBroken) as refusal:
        reading_process.read(written(document, path))
    assert (refusal.value.problem, refusal.value.place) == (problem, place)
