"""What a check found, in words: a short title and one sentence that names the values."""

import re
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication

from partners_app.domain.findings import Finding, FindingCode
from partners_app.domain.partial_date import DateProblem
from partners_app.texts.operations import short_label
from partners_app.texts.words import word

translate = QCoreApplication.translate

_QUOTE_LENGTH = 90
"""A text quoted in a sentence is cut to this many characters."""


_NAMES = {"%1": "text", "%2": "reason", "%3": "year", "%4": "sign", "%5": "other"}
_PLACEHOLDER = re.compile("%[1-5]")


class FindingText(NamedTuple):
    """The title, a few words, and the sentence under it."""

    title: str
    sentence: str


def finding_text(finding: Finding) -> FindingText:
    """Return the words for a finding in the chosen language."""
    title, sentence = _texts(finding)
    # One pass, since a value may itself contain «%2».
    filled = _PLACEHOLDER.sub(lambda match: _value(finding, _NAMES[match[0]]), sentence)
    return FindingText(title, filled)


def _value(finding: Finding, name: str) -> str:
    value = finding.values.get(name, "")
    if name == "reason" and value in set(DateProblem):
        return word(DateProblem(value)).lower()
    return short_label(value, _QUOTE_LENGTH)


def finding_place(finding: Finding) -> str:
    """Return where the finding stands: «Япония · г. Осака · 29 октября»; empty when unknown.

    In a workbook that is a sheet and a row.
    """
    sheet, row = finding.values.get("sheet", ""), finding.values.get("row", "")
    if sheet and row:
        place = translate("findings", "sheet “%1”, row %2")
        return place.replace("%2", row).replace("%1", sheet)
    return finding.values.get("place", sheet)


def _texts(finding: Finding) -> tuple[str, str]:
    """Return title and sentence: %1 text, %2 reason, %3 year, %4 sign, %5 what the file says."""
    match finding.code:
        case FindingCode.UNREADABLE_DATE:
            return (
                translate("findings", "Unreadable date"),
                translate("findings", "“%1”: %2. The wording is kept as it is."),
            )
        case FindingCode.DATES_DIFFER:
            return (
                translate("findings", "Dates differ"),
                translate("findings", "The wording “%1” is kept; the file also says “%5”."),
            )
        case FindingCode.KIND_GUESSED:
            return (
                translate("findings", "Kind told by the name"),
                translate("findings", "“%1”: the file names no kind. Check the kind."),
            )
        case FindingCode.UNKNOWN_KEY:
            return (
                translate("findings", "Unknown key"),
                translate("findings", "The key “%1” is not known; what it holds was not taken in."),
            )
        case FindingCode.EMPTY_BANDS_REMOVED:
            return (
                translate("findings", "Empty band removed"),
                translate("findings", "The band “%1” was empty, and the file does not name it."),
            )
        case FindingCode.NO_BASIS:
            return (
                translate("findings", "No basis"),
                translate("findings", "The partner has no agreement and no date of ties."),
            )
        case FindingCode.NO_EVENTS:
            return (
                translate("findings", "No events"),
                translate("findings", "The partner has no events in %3."),
            )
        case FindingCode.EMPTY_AGREEMENT:
            return (
                translate("findings", "Empty agreement"),
                translate("findings", "An agreement has neither a title nor a date."),
            )
        case FindingCode.AGREEMENT_WITHOUT_DATE:
            return (
                translate("findings", "The document has no date"),
                translate("findings", "“%1”"),
            )
        case FindingCode.DATE_WITHOUT_DOCUMENT:
            return (
                translate("findings", "Date without a document"),
                translate("findings", "“%1”: no document is named."),
            )
        case FindingCode.EVENT_WITHOUT_DATE:
            return (
                translate("findings", "The event has no date"),
                translate("findings", "“%1”"),
            )
        case FindingCode.EVENT_WITHOUT_TEXT:
            return (
                translate("findings", "The event has no text"),
                translate("findings", "Only the date “%1” is there."),
            )
        case FindingCode.EVENT_WITHOUT_PLACE:
            return (
                translate("findings", "The event stands nowhere"),
                translate("findings", "“%1” has no partner and no country: no report prints it."),
            )
        case FindingCode.OUTSIDE_YEAR:
            return (
                translate("findings", "The date is not of the report year"),
                translate("findings", "“%1” stands in the report for %3."),
            )
        case FindingCode.ENTERED_TWICE:
            return (
                translate("findings", "Entered twice?"),
                translate("findings", "It looks like the event: %5"),
            )
        case FindingCode.UNPAIRED_SIGN:
            return (
                translate("findings", "Unpaired sign"),
                translate("findings", "“%4” has no partner: “%1”."),
            )
        case FindingCode.UNKNOWN_SHEET:
            return (
                translate("findings", "Sheet passed over"),
                translate("findings", "The sheet “%1” was not in the export; it was not read."),
            )
        case FindingCode.SHEET_MISSING:
            return (
                translate("findings", "Sheet missing"),
                translate("findings", "The file has no sheet “%1”; its records stay as they are."),
            )
        case FindingCode.UNKNOWN_COLUMN:
            return (
                translate("findings", "Unknown column"),
                translate("findings", "The column “%1” is not known; it was not taken in."),
            )
        case FindingCode.COLUMN_TWICE:
            return (
                translate("findings", "Column more than once"),
                translate("findings", "There is more than one column “%1”; none of them was read."),
            )
        case FindingCode.COPIED_ROW:
            return (
                translate("findings", "Copied row"),
                translate("findings", "This is a copy of row %1; it was taken as a new record."),
            )
        case FindingCode.UNKNOWN_WORD:
            return (
                translate("findings", "Not in the list"),
                translate("findings", "The column “%5” says “%1”: the list has no such value."),
            )
        case FindingCode.UNKNOWN_LINE:
            return (
                translate("findings", "Line not understood"),
                translate("findings", "In the column “%5” this was not understood: “%1”."),
            )
        case FindingCode.NAME_UNKNOWN:
            return (
                translate("findings", "Name not found"),
                translate(
                    "findings", "The column “%5” says “%1”: nothing in the file is called so."
                ),
            )
        case FindingCode.NAME_AMBIGUOUS:
            return (
                translate("findings", "Name not clear"),
                translate("findings", "The column “%5” says “%1”: several records are called so."),
            )
        case FindingCode.PARENT_MISSING:
            return (
                translate("findings", "Belongs nowhere"),
                translate(
                    "findings",
                    "The column “%5” is empty: where does the record belong?",
                ),
            )
        case FindingCode.YEAR_MISSING:
            return (
                translate("findings", "No report year"),
                translate("findings", "The report year of the event is not given."),
            )
        case FindingCode.BAD_NUMBER:
            return (
                translate("findings", "Not a suitable number"),
                translate("findings", "The column “%5” says “%1”: a suitable number is needed."),
            )
        case FindingCode.COORDINATE_ALONE:
            return (
                translate("findings", "One coordinate"),
                translate("findings", "Latitude and longitude are given together or not at all."),
            )
        case FindingCode.CELL_ERROR:
            return (
                translate("findings", "Error in a cell"),
                translate("findings", "The formula in the column “%5” has no value: “%1”."),
            )
        case FindingCode.EDIT_NOT_TAKEN:
            return (
                translate("findings", "Edit not taken"),
                translate(
                    "findings",
                    "The column “%5” does not hold the whole text; the edit was left out.",
                ),
            )
