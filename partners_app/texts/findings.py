"""What a check found, in words: a short title and one sentence that names the values."""

import re
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication

from partners_app.domain.column_mapping import TableField
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
    if name == "reason" and value in set(TableField):
        return word(TableField(value))
    return short_label(value, _QUOTE_LENGTH)


def finding_place(finding: Finding) -> str:
    """Return where the finding stands: «Япония · г. Осака · 29 октября»; empty when unknown."""
    return finding.values.get("place", "")


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
        case FindingCode.COLUMN_UNKNOWN:
            return (
                translate("findings", "Unknown column"),
                translate(
                    "findings",
                    "Nobody knows what the column “%1” holds: its values (%5) were not taken.",
                ),
            )
        case FindingCode.COLUMN_MISSING:
            return (
                translate("findings", "Column missing"),
                translate("findings", "No column is known to hold: %2. Say which one does."),
            )
        case FindingCode.COLUMN_HIDDEN:
            return (
                translate("findings", "Hidden column left out"),
                translate("findings", "The column “%1” is hidden: its values (%5) were not taken."),
            )
        case FindingCode.COLUMN_MIXED_LETTERS:
            return (
                translate("findings", "Latin letters in the head of a column"),
                translate(
                    "findings", "“%1”: Russian and Latin letters are mixed in one word (%5)."
                ),
            )
        case FindingCode.COLUMN_FILLED_DOWN:
            return (
                translate("findings", "Merged cells filled down"),
                translate(
                    "findings",
                    "The column “%1” has merged cells: their value was taken for each row"
                    " beside them (rows: %5).",
                ),
            )
        case FindingCode.ROWS_HIDDEN:
            return (
                translate("findings", "Hidden rows left out"),
                translate("findings", "Rows that are hidden in the table (%1) were not taken: %5."),
            )
        case FindingCode.ROW_NOT_A_RECORD:
            return (
                translate("findings", "A row that is no record"),
                translate(
                    "findings", "“%1”: a heading, a total or the head again; it was left out."
                ),
            )
        case FindingCode.SIGNS_REMOVED:
            return (
                translate("findings", "Invisible characters removed"),
                translate("findings", "Cells that held characters nobody can see: %1."),
            )
        case FindingCode.CELL_SPLIT:
            return (
                translate("findings", "Several events in one cell"),
                translate("findings", "The dated lines of the cell became events: %1."),
            )
        case FindingCode.WORD_UNKNOWN:
            return (
                translate("findings", "Unknown word"),
                translate("findings", "“%1” is not in the list: the field was left out."),
            )
        case FindingCode.VALUES_DIFFER:
            return (
                translate("findings", "Rows contradict each other"),
                translate("findings", "“%1”: the rows say different things; the first one counts."),
            )
        case FindingCode.DAY_OR_MONTH:
            return (
                translate("findings", "Day or month first?"),
                translate(
                    "findings", "“%1” was read with the day first; with the month first it is %5."
                ),
            )
        case FindingCode.TIME_LEFT_OUT:
            return (
                translate("findings", "Time of day left out"),
                translate("findings", "The register keeps days; “%1” was left out."),
            )
        case FindingCode.NO_COUNTRY:
            return (
                translate("findings", "No country is given"),
                translate(
                    "findings",
                    "The row was not taken: its own cell must name the country,"
                    " or one merged with it.",
                ),
            )
        case FindingCode.NO_YEAR:
            return (
                translate("findings", "No year is given"),
                translate(
                    "findings",
                    "The row was not taken: neither the table nor the date says the year.",
                ),
            )
        case FindingCode.NOT_A_YEAR:
            return (
                translate("findings", "Not a year"),
                translate("findings", "The row was not taken: “%1” is no report year."),
            )
        case FindingCode.NUMBER_NOT_A_DATE:
            return (
                translate("findings", "A number instead of a date"),
                translate(
                    "findings",
                    "The row was not taken: “%1” is no date. Write it as in 16.06.2011.",
                ),
            )
        case FindingCode.MONTH_MAY_BE_FIRST:
            return (
                translate("findings", "The month may stand first"),
                translate(
                    "findings",
                    "The row was not taken: other dates of the column begin with the month,"
                    " and “%1” can be read both ways. Write it with dots.",
                ),
            )
        case FindingCode.END_WITHOUT_START:
            return (
                translate("findings", "An end without a beginning"),
                translate("findings", "The row was not taken: only the end “%1” is there."),
            )
        case FindingCode.NO_EVENT:
            return (
                translate("findings", "No event in the row"),
                translate("findings", "The row was not taken: it has neither a date nor a text."),
            )
        case FindingCode.NO_AGREEMENT:
            return (
                translate("findings", "No document in the row"),
                translate("findings", "The row was not taken: it has neither a title nor a date."),
            )
        case FindingCode.CELL_WITH_ERROR:
            return (
                translate("findings", "An error in a cell"),
                translate("findings", "The row was not taken: cell %1 says “%5” and no value."),
            )
        case FindingCode.CELL_WITHOUT_RESULT:
            return (
                translate("findings", "A formula without a result"),
                translate(
                    "findings",
                    "The row was not taken: the formula of cell %1 has no stored result."
                    " Open the file in Excel, save it and try again.",
                ),
            )
        case FindingCode.CELL_WITH_BAD_CHARACTER:
            return (
                translate("findings", "A forbidden character in a cell"),
                translate(
                    "findings", "The row was not taken: no text may hold what stands in cell %1."
                ),
            )
