"""The lists inside a record of the data workbook: lines of a cell, with the ids that are hidden.

A line keeps the id of the one that stood in its place at the export, as long as there are as many
lines as then; else all of them are new, and only what they say can tell which is which.
"""

import re
from collections.abc import Callable
from typing import Any

from partners_app.domain.content_rows import positions
from partners_app.domain.findings import FindingCode
from partners_app.domain.partial_date import parse_partial_date
from partners_app.domain.records import AgreementDate, OtherName
from partners_app.exchange import data_lists as lists
from partners_app.exchange.data_cells import CannotTake
from partners_app.exchange.data_intake import DataIntake, TakenRow
from partners_app.exchange.data_layout import LIST_REFERENCES, Form


def other_names(intake: DataIntake, taken: TakenRow, text: str) -> tuple[OtherName, ...]:
    """Return the other names of a country or a partner; raises CannotTake."""
    lines = list_lines(taken, Form.OTHER_NAMES, lists.read_names, text)
    words = _words_of_lines(taken, Form.OTHER_NAMES, len(lines))
    found = []
    for line, (uuid, *_) in zip(lines, words, strict=True):
        dates = [parse_partial_date(text) for text in (line.used_from, line.used_to)]
        for date in dates:
            intake.check_readable(taken, "other_names", date)
        number, own = intake.number("other_name"), intake.item_uuid(uuid)
        found.append(OtherName(number, own, line.name, *dates))
    return tuple(found)


def agreement_dates(intake: DataIntake, taken: TakenRow, text: str) -> tuple[AgreementDate, ...]:
    """Return the dates of an agreement; raises CannotTake."""
    lines = list_lines(taken, Form.DATES, lists.read_dates, text)
    words = _words_of_lines(taken, Form.DATES, len(lines))
    exported = [whole_number("".join(word[1:])) for word in words]
    order = [number for number in exported if number is not None]
    if len(order) < len(lines):
        order = list(positions(len(lines)))
    found = []
    for line, (uuid, *_), position in zip(lines, words, order, strict=True):
        date = parse_partial_date(line.text)
        intake.check_readable(taken, "dates", date)
        number, own = intake.number("agreement_date"), intake.item_uuid(uuid)
        found.append(AgreementDate(number, own, date, line.meaning, position, line.separator))
    return tuple(found)


def list_lines(taken: TakenRow, form: Form, read: Callable[[str], Any], text: str) -> Any:
    """Read the lines of a cell; raises CannotTake for the one that is not understood."""
    try:
        return read(text)
    except lists.LineNotUnderstood as problem:
        column = taken.column(form)
        code = FindingCode.UNKNOWN_LINE
        raise CannotTake(code, column.field, problem.line, column.head) from problem


def reference_words(taken: TakenRow, form: Form) -> list[list[str]]:
    """Return the parts of each word of a hidden column of references."""
    return [word.split("/") for word in taken.row.text(LIST_REFERENCES[form].field).split()]


def whole_number(text: str) -> int | None:
    """Return the number that a hidden cell holds, None for none."""
    return int(text) if re.fullmatch("-?[0-9]{1,15}", text) else None


def _words_of_lines(taken: TakenRow, form: Form, count: int) -> list[list[str]]:
    words = reference_words(taken, form)
    return words if taken.is_named and len(words) == count else [[""]] * count
