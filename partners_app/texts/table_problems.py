"""Why a workbook or a Word document is not read, in words: what is wrong, where, what to do."""

import re

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from partners_app.domain import table_limits as limits
from partners_app.domain.errors import InputBroken
from partners_app.domain.input_problems import InputProblem

translate = QCoreApplication.translate

_SAVE_AGAIN = QT_TRANSLATE_NOOP(
    "tables", "Open it in Excel or Word, save it there and take that file."
)
_SAVE_AS_XLSX = QT_TRANSLATE_NOOP("tables", "Open it in Excel and save it as “.xlsx”.")
_SAVE_AS_DOCX = QT_TRANSLATE_NOOP("tables", "Open it in Word and save it as “.docx”.")
_NEW_COPY = QT_TRANSLATE_NOOP("tables", "Copy it again, or ask for a new copy.")
_OTHER_FILE = QT_TRANSLATE_NOOP(
    "tables", "Choose an Excel workbook, a LibreOffice spreadsheet or a Word document."
)
_WHO_SENT = QT_TRANSLATE_NOOP(
    "tables", "Ask who sent it for a workbook that was saved in Excel or LibreOffice."
)
_CORRECT = QT_TRANSLATE_NOOP("tables", "Correct it in Excel or Word, save and take the file again.")

# %1 is the file, %2 what was found, %3 the limit. Each text with what to do.
_TEXTS: dict[InputProblem, tuple[object, object]] = {
    InputProblem.NOT_A_TABLE_FILE: (
        QT_TRANSLATE_NOOP("tables", "“%1” is neither a workbook nor a Word document."),
        _OTHER_FILE,
    ),
    InputProblem.TEXT_FILE: (
        QT_TRANSLATE_NOOP("tables", "“%1” is a text file, not a workbook."),
        _SAVE_AS_XLSX,
    ),
    InputProblem.WEB_PAGE: (
        QT_TRANSLATE_NOOP("tables", "“%1” is a web page, whatever it is called."),
        _SAVE_AS_XLSX,
    ),
    InputProblem.XML_FILE: (
        QT_TRANSLATE_NOOP("tables", "“%1” is a file in XML, not a workbook."),
        _SAVE_AS_XLSX,
    ),
    InputProblem.ARCHIVE: (
        QT_TRANSLATE_NOOP("tables", "“%1” is an archive, not a workbook."),
        QT_TRANSLATE_NOOP("tables", "Unpack it and take the file that is inside."),
    ),
    InputProblem.TEMPORARY_FILE: (
        QT_TRANSLATE_NOOP("tables", "“%1” is a temporary file of Excel, Word or LibreOffice."),
        QT_TRANSLATE_NOOP("tables", "Choose the file whose name does not begin with “~$”."),
    ),
    InputProblem.OTHER_OFFICE_FILE: (
        QT_TRANSLATE_NOOP("tables", "“%1” is an office file of a kind that is not read: %2."),
        QT_TRANSLATE_NOOP("tables", "Save the table in it as “.xlsx” or “.docx”."),
    ),
    InputProblem.OLD_WORD_FILE: (
        QT_TRANSLATE_NOOP("tables", "“%1” is a document of an old Word (.doc)."),
        _SAVE_AS_DOCX,
    ),
    InputProblem.BINARY_WORKBOOK: (
        QT_TRANSLATE_NOOP("tables", "“%1” is a binary Excel workbook (.xlsb)."),
        _SAVE_AS_XLSX,
    ),
    InputProblem.STRICT_OPEN_XML: (
        QT_TRANSLATE_NOOP("tables", "“%1” was saved as “Strict Open XML”."),
        QT_TRANSLATE_NOOP(
            "tables", "Save it as “Excel Workbook (*.xlsx)” or “Word Document (*.docx)”."
        ),
    ),
    InputProblem.PASSWORD: (
        QT_TRANSLATE_NOOP("tables", "The file “%1” is protected by a password."),
        QT_TRANSLATE_NOOP(
            "tables", "Open it, take the password away (File, Info, Protect) and save it."
        ),
    ),
    InputProblem.INCOMPLETE: (
        QT_TRANSLATE_NOOP("tables", "The file “%1” is incomplete: its end is missing."),
        _NEW_COPY,
    ),
    InputProblem.DAMAGED: (
        QT_TRANSLATE_NOOP("tables", "The file “%1” is damaged."),
        _NEW_COPY,
    ),
    InputProblem.UNSAFE_XML: (
        QT_TRANSLATE_NOOP("tables", "The file “%1” is unsafe: it holds document definitions."),
        _WHO_SENT,
    ),
    InputProblem.EXPANDS: (
        QT_TRANSLATE_NOOP(
            "tables", "The file “%1” is unsafe: it expands %2 times; at most %3 is allowed."
        ),
        _WHO_SENT,
    ),
    InputProblem.TOO_MUCH_UNPACKED: (
        QT_TRANSLATE_NOOP("tables", "The file “%1” unpacks to %2 MB; at most %3 MB is allowed."),
        _WHO_SENT,
    ),
    InputProblem.TOO_MANY_PARTS: (
        QT_TRANSLATE_NOOP("tables", "The file “%1” has %2 parts; at most %3 are allowed."),
        _WHO_SENT,
    ),
    InputProblem.PART_TWICE: (
        QT_TRANSLATE_NOOP("tables", "The file “%1” contradicts itself: a part is stored twice."),
        _WHO_SENT,
    ),
    InputProblem.ENCODING: (
        QT_TRANSLATE_NOOP("tables", "The file “%1” is written in an unusual encoding: %2."),
        _SAVE_AGAIN,
    ),
    InputProblem.NO_TABLE: (
        QT_TRANSLATE_NOOP("tables", "There is no table with text in the file “%1”."),
        QT_TRANSLATE_NOOP("tables", "Perhaps it holds charts or pictures only. Look into it."),
    ),
    InputProblem.SHEET_UNREADABLE: (
        QT_TRANSLATE_NOOP("tables", "A sheet of the file “%1” cannot be read: it is missing."),
        _SAVE_AGAIN,
    ),
    InputProblem.SHEETS_OF_ONE_NAME: (
        QT_TRANSLATE_NOOP("tables", "Two sheets of the file “%1” are called “%2”."),
        QT_TRANSLATE_NOOP("tables", "Open it in Excel, rename one of them and save."),
    ),
    InputProblem.ROWS_OUT_OF_ORDER: (
        QT_TRANSLATE_NOOP("tables", "Rows or cells of the file “%1” are not in order."),
        _SAVE_AGAIN,
    ),
    InputProblem.BAD_ADDRESS: (
        QT_TRANSLATE_NOOP("tables", "The file “%1” is damaged: a cell has the address “%2”."),
        _NEW_COPY,
    ),
    InputProblem.OUTSIDE_EXCEL: (
        QT_TRANSLATE_NOOP("tables", "The file “%1” has something outside Excel's limits: %2."),
        _WHO_SENT,
    ),
    InputProblem.FAR_CELL: (
        QT_TRANSLATE_NOOP(
            "tables",
            "The file “%1” has something far away in a sheet; a table may have at most %3.",
        ),
        QT_TRANSLATE_NOOP(
            "tables", "Delete what stands there, or divide the table. Save and take it again."
        ),
    ),
    InputProblem.TOO_MANY_CELLS: (
        QT_TRANSLATE_NOOP("tables", "The file “%1” has more than %3 cells with something in them."),
        QT_TRANSLATE_NOOP("tables", "Divide it into several files."),
    ),
    InputProblem.TEXT_TOO_LONG: (
        QT_TRANSLATE_NOOP("tables", "A text in the file “%1” has %2 characters; at most %3 fit."),
        _CORRECT,
    ),
    InputProblem.TEXT_MISSING: (
        QT_TRANSLATE_NOOP("tables", "The file “%1” is damaged: the text of a cell is missing."),
        _NEW_COPY,
    ),
    InputProblem.UNREADABLE_CELL: (
        QT_TRANSLATE_NOOP("tables", "A cell of the file “%1” cannot be read: “%2”."),
        _SAVE_AGAIN,
    ),
    InputProblem.FORMATTED_EMPTY_ROWS: (
        QT_TRANSLATE_NOOP(
            "tables", "A sheet of the file “%1” has %2 rows without text but with formatting."
        ),
        QT_TRANSLATE_NOOP("tables", "Delete the rows below the table in Excel and save."),
    ),
    InputProblem.CELLS_DIFFER: (
        QT_TRANSLATE_NOOP(
            "tables", "The file “%1” cannot be read whole: a cell would have been lost."
        ),
        _SAVE_AGAIN,
    ),
    InputProblem.READING_TOO_LONG: (
        QT_TRANSLATE_NOOP("tables", "Reading the file “%1” takes longer than %3 seconds."),
        QT_TRANSLATE_NOOP("tables", "Delete what is not the table, save and try again."),
    ),
    InputProblem.TOO_MUCH_MEMORY: (
        QT_TRANSLATE_NOOP("tables", "Reading the file “%1” takes too much memory."),
        QT_TRANSLATE_NOOP("tables", "Delete what is not the table, save and try again."),
    ),
    InputProblem.READER_DIED: (
        QT_TRANSLATE_NOOP("tables", "The file “%1” cannot be read: the reading broke off."),
        _SAVE_AGAIN,
    ),
    InputProblem.READER_FAILED: (
        QT_TRANSLATE_NOOP("tables", "The file “%1” cannot be read: the program failed at it."),
        QT_TRANSLATE_NOOP(
            "tables", "Open it in Excel or Word and save it anew. Report the failure, please."
        ),
    ),
}
_LIMITS = {
    InputProblem.EXPANDS: limits.MOST_EXPANSION,
    InputProblem.TOO_MUCH_UNPACKED: limits.MOST_UNPACKED_BYTES // 1_000_000,
    InputProblem.TOO_MANY_PARTS: limits.MOST_PARTS,
    InputProblem.TOO_MANY_CELLS: limits.MOST_CELLS,
    InputProblem.TEXT_TOO_LONG: limits.MOST_CHARACTERS,
    InputProblem.READING_TOO_LONG: limits.MOST_SECONDS,
}
_COUNTED = frozenset(
    [
        InputProblem.EXPANDS,
        InputProblem.TOO_MUCH_UNPACKED,
        InputProblem.TOO_MANY_PARTS,
        InputProblem.TEXT_TOO_LONG,
        InputProblem.FORMATTED_EMPTY_ROWS,
    ]
)
"""What is found there is a number."""
_PLACE = re.compile("(?P<sheet>.*)!(?:(?P<cell>[A-Z]+[0-9]+)|(?P<row>[0-9]+)|)", re.DOTALL)


def table_problem_text(error: InputBroken) -> tuple[str, str] | None:
    """Return what is wrong and what to do; None if the problem is not one of tables."""
    if error.problem not in {problem.value for problem in _TEXTS}:
        return None
    problem = InputProblem(error.problem)
    what, todo = (translate("tables", str(text)) for text in _TEXTS[problem])
    is_number = problem in _COUNTED and error.detail.isdecimal()
    detail = _grouped(int(error.detail)) if is_number else error.detail
    values = {"1": error.path.name, "2": detail, "3": _limit(problem)}
    return re.sub("%([123])", lambda found: values[found[1]], what), todo


def table_place(place: str) -> str | None:
    """Return «Sheet …, cell B7.» for the place of a cell, row or sheet; None for another place."""
    found = _PLACE.fullmatch(place)
    if found is None:
        return None
    if found["cell"]:
        text = translate("tables", "Sheet “%1”, cell %2.")
    elif found["row"]:
        text = translate("tables", "Sheet “%1”, row %2.")
    else:
        text = translate("tables", "Sheet “%1”.")
    values = {"1": found["sheet"], "2": found["cell"] or found["row"] or ""}
    return re.sub("%([12])", lambda match: values[match[1]], text)


def _limit(problem: InputProblem) -> str:
    if problem is InputProblem.FAR_CELL:
        text = translate("tables", "%1 rows and %2 columns")
        rows, columns = _grouped(limits.MOST_ROWS), _grouped(limits.MOST_COLUMNS)
        return text.replace("%1", rows).replace("%2", columns)
    return _grouped(_LIMITS[problem]) if problem in _LIMITS else ""


def _grouped(number: int) -> str:
    """Return a number with a blank between thousands, as both languages may have it."""
    return f"{number:,}".replace(",", "\u00a0") if number >= 10_000 else str(number)
