"""What a check found, in words: a short title and one sentence that names the values."""

import re
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication

from partners_app.domain.column_mapping import TableField
from partners_app.domain.findings import Finding, FindingCode
from partners_app.domain.partial_date import DateProblem
from partners_app.texts.check_findings import check_finding_texts
from partners_app.texts.file_findings import file_finding_texts
from partners_app.texts.operations import short_label
from partners_app.texts.register_findings import register_finding_texts
from partners_app.texts.table_findings import table_finding_texts
from partners_app.texts.words import word
from partners_app.texts.workbook_findings import workbook_finding_texts

translate = QCoreApplication.translate

_QUOTE_LENGTH = 90
"""A text quoted in a sentence is cut to this many characters."""


_NAMES = {
    "%1": "text",
    "%2": "reason",
    "%3": "year",
    "%4": "sign",
    "%5": "other",
    "%6": "found",
}
_PLACEHOLDER = re.compile("%[1-6]")


class FindingText(NamedTuple):
    """The title, a few words, and the sentence under it."""

    title: str
    sentence: str

    @property
    def in_one(self) -> str:
        """Both in one line; a title may end with a question mark."""
        stop = "" if self.title.endswith("?") else "."
        return f"{self.title}{stop} {self.sentence}"


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
    """Return where the finding stands: «Япония · г. Осака · 29 октября», «Лист1!E12», or ""."""
    if place := finding.values.get("place", ""):
        return place
    sheet, row = finding.values.get("sheet", ""), finding.values.get("row", "")
    if not row:
        return sheet
    words = translate("findings", "sheet “%1”, row %2")
    return words.replace("%2", row).replace("%1", sheet)


def _texts(finding: Finding) -> tuple[str, str]:
    """Return title and sentence.

    %1 text, %2 reason, %3 year, %4 sign, %5 what the file says.
    """
    if (of_check := check_finding_texts(finding)) is not None:
        return of_check
    for texts in (
        table_finding_texts,
        file_finding_texts,
        workbook_finding_texts,
        register_finding_texts,
    ):
        if (found := texts(finding.code)) is not None:
            return found
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
    raise ValueError(finding.code)
