"""Make ``resources/report/report-template.xlsx``, the look of the yearly table.

    python tools/make_report_template.py

The workbook is what an office may restyle in its own program: it holds one named cell for each
kind of cell, the column widths, the page and its margins. The text in it is only an example.
"""

import datetime
from pathlib import Path

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, Side
from openpyxl.utils.indexed_list import IndexedList
from openpyxl.workbook.defined_name import DefinedName

TARGET = Path(__file__).resolve().parent.parent / "resources" / "report" / "report-template.xlsx"

FONT = "Times New Roman"
# Column widths are counted in digits of the workbook's normal font, and programs round a digit
# to pixels or not. One of Times New Roman 12 has eight whole pixels: all agree on the widths.
NORMAL_FONT = Font(name="Times New Roman", size=12, family=1)
WIDTHS = {"A": 15.5, "B": 15.5, "C": 32, "D": 17.5, "E": 42.5}
# A binder's holes are on the left.
MARGINS_CM = {"left": 2.5, "right": 1.0, "top": 1.3, "bottom": 1.5, "header": 0.6, "footer": 0.7}

LINE = Side(style="thin", color="FF595959")
BOX = Border(left=LINE, right=LINE, top=LINE, bottom=LINE)
PLAIN = Font(name=FONT, size=10)
BOLD = Font(name=FONT, size=10, bold=True)
TITLE = Font(name=FONT, size=12, bold=True)
LEFT = Alignment(horizontal="left", vertical="top", wrap_text=True, indent=1)
CENTRED_ABOVE = Alignment(horizontal="center", vertical="top", wrap_text=True)
CENTRED = Alignment(horizontal="center", vertical="center", wrap_text=True)

CELLS = {
    "report_title": ("A1", "НАЗВАНИЕ ТАБЛИЦЫ", TITLE, None, CENTRED),
    "report_header": ("A2", "Заголовок столбца", BOLD, BOX, CENTRED),
    "report_band": ("A3", "ПОЛОСА", BOLD, BOX, CENTRED),
    "report_country": ("A4", "Страна", PLAIN, BOX, LEFT),
    "report_partner": ("B4", "г. Город", PLAIN, BOX, LEFT),
    "report_basis": ("C4", "Соглашение о сотрудничестве", PLAIN, BOX, LEFT),
    "report_date": ("D4", "16.06.2011", PLAIN, BOX, CENTRED_ABOVE),
    "report_event": ("E4", "20-22 февраля – визит делегации", PLAIN, BOX, LEFT),
}
EXPLANATION = (
    "Это образец оформления годовой таблицы. Шрифт, кегль, начертание, линии, заливку и "
    "выравнивание программа берёт из ячеек листа «Таблица» с именами report_title, "
    "report_header, report_band, report_country, report_partner, report_basis, report_date и "
    "report_event; с того же листа – ширину столбцов, размер листа, поля и нижний колонтитул.",
    "Название шрифта из настроек программы важнее названия шрифта в образце.",
    "Имена ячеек менять нельзя; текст в ячейках ни на что не влияет.",
)


def main() -> None:
    """Write the template."""
    workbook = Workbook()
    workbook.properties.creator = ""
    workbook.properties.title = "Образец годовой таблицы"
    workbook.properties.created = datetime.datetime(2020, 12, 31)
    workbook._fonts = IndexedList([NORMAL_FONT])
    workbook._named_styles["Normal"].font = NORMAL_FONT
    sheet = workbook.active
    sheet.title = "Таблица"
    for name, (place, text, font, border, alignment) in CELLS.items():
        cell = sheet[place]
        cell.value = text
        cell.font = font
        cell.alignment = alignment
        # Old Excel shows more than 255 characters in a cell of the format "text" as ####.
        cell.number_format = "General" if name in ("report_basis", "report_event") else "@"
        if border is not None:
            cell.border = border
        reference = f"'{sheet.title}'!${place[0]}${place[1:]}"
        workbook.defined_names[name] = DefinedName(name, attr_text=reference)
    for column in "BCDE":
        sheet[f"{column}2"]._style = sheet["A2"]._style
    for row, style in ((1, None), (3, BOX)):
        for column in "BCDE":
            if style is not None:
                sheet[f"{column}{row}"].border = style
        sheet.merge_cells(f"A{row}:E{row}")
    for column, width in WIDTHS.items():
        sheet.column_dimensions[column].width = width
    for side, centimetres in MARGINS_CM.items():
        setattr(sheet.page_margins, side, round(centimetres / 2.54, 4))
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    sheet.page_setup.orientation = sheet.ORIENTATION_LANDSCAPE
    sheet.page_setup.fitToWidth = 1
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.oddFooter.center.text = "&P"
    sheet.oddFooter.center.font = FONT
    sheet.oddFooter.center.size = 10

    notes = workbook.create_sheet("Как менять")
    notes.column_dimensions["A"].width = 100
    for row, text in enumerate(EXPLANATION, start=1):
        notes.cell(row, 1, text).alignment = Alignment(wrap_text=True, vertical="top")

    TARGET.parent.mkdir(parents=True, exist_ok=True)
    workbook.save(TARGET)


if __name__ == "__main__":
    main()
