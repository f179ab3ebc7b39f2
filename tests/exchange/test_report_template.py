"""An office may restyle the table: its look is read from a template workbook."""

from pathlib import Path

import pytest
from openpyxl import load_workbook
from openpyxl.styles import Font

from partners_app.domain.errors import ReportImpossible
from partners_app.exchange.report_template import default_template
from tests.exchange.report_files import (
    block,
    report_of,
    write,
    written,
)


def test_the_font_of_the_setting_is_in_every_cell(tmp_path: Path) -> None:
    target = tmp_path / "report.xlsx"
    write(report_of(block("визит")), target, font="PT Astra Serif")
    table = load_workbook(target).worksheets[0]
    fonts = {cell.font.name for row in table.iter_rows(max_col=5) for cell in row if cell.value}
    assert fonts == {"PT Astra Serif"}
    assert table.oddFooter is not None
    assert table.oddFooter.center.font == "PT Astra Serif"


def test_a_wider_font_makes_higher_rows(tmp_path: Path) -> None:
    report = report_of(block("визит делегации Санкт-Петербурга " * 20))
    heights = [
        sum(row.height for row in written(report, tmp_path, font=font).rows)
        for font in ("Times New Roman", "Arial", "Никому не известный")
    ]
    assert heights == sorted(heights)
    assert len(set(heights)) == 3


def restyled(folder: Path) -> Path:
    """The template as an office could have changed it in its own program."""
    workbook = load_workbook(default_template())
    sheet = workbook["Таблица"]
    for place in ("A4", "E4"):
        sheet[place].font = Font(name="Arial", size=14, bold=True)
    sheet.column_dimensions["E"].width = 30
    sheet.page_margins.left = 2
    path = folder / "template.xlsx"
    workbook.save(path)
    return path


def test_an_office_may_restyle_the_template(tmp_path: Path) -> None:
    template = restyled(tmp_path)
    report = report_of(block("визит делегации Санкт-Петербурга " * 5))
    usual = written(report, tmp_path)
    other = written(report, tmp_path, template=template, font="")
    cell = other.sheet["E5"]
    assert (cell.font.name, cell.font.size, cell.font.bold) == ("Arial", 14, True)
    assert other.sheet.page_margins.left == 2
    assert other.rows[1].height > 2 * usual.rows[1].height
    set_font = written(report, tmp_path, template=template, font="Times New Roman")
    assert set_font.sheet["E5"].font.name == "Times New Roman"
    assert set_font.sheet["E5"].font.size == 14


def test_a_template_without_one_of_its_names_is_refused(tmp_path: Path) -> None:
    workbook = load_workbook(default_template())
    del workbook.defined_names["report_basis"]
    workbook.save(tmp_path / "template.xlsx")
    with pytest.raises(ReportImpossible) as caught:
        write(report_of(), tmp_path / "report.xlsx", template=tmp_path / "template.xlsx")
    assert (caught.value.problem, caught.value.detail) == ("template_cell", "report_basis")
    assert not (tmp_path / "report.xlsx").exists()


@pytest.mark.parametrize("content", [None, b"", b"PK\x03\x04 no workbook"])
def test_a_template_that_is_no_workbook_is_refused(content: bytes | None, tmp_path: Path) -> None:
    template = tmp_path / "template.xlsx"
    if content is not None:
        template.write_bytes(content)
    with pytest.raises(ReportImpossible) as caught:
        write(report_of(), tmp_path / "report.xlsx", template=template)
    assert caught.value.problem == ("template" if content is not None else "template_missing")
    assert caught.value.template == template
    assert "template.xlsx" in caught.value.detail
