"""What the check of a register's file found, in words, and what a repair does."""

from PySide6.QtCore import QCoreApplication

from partners_app.domain.findings import FindingCode
from partners_app.domain.rescue import RESCUED

translate = QCoreApplication.translate


def register_finding_texts(code: FindingCode) -> tuple[str, str] | None:
    """Return title and sentence of a finding about a register's file, None for any other.

    %1 text, %5 other.
    """
    match code:
        case FindingCode.PAGES_DAMAGED:
            return (
                translate("findings", "Damaged pages"),
                translate("findings", "Parts of the file cannot be read (%1)."),
            )
        case FindingCode.INDEX_DAMAGED:
            return (
                translate("findings", "Damaged index"),
                translate("findings", "Lists may lack records, though the records are whole (%1)."),
            )
        case FindingCode.HISTORY_DAMAGED:
            return (
                translate("findings", "Damaged history"),
                translate("findings", "Steps that are missing or not what they were: %1."),
            )
        case FindingCode.ROW_DIFFERS:
            return (
                translate("findings", "Not what the history says"),
                translate("findings", "“%1” was changed by the disk or by another program."),
            )
        case FindingCode.DERIVED_STALE:
            return (
                translate("findings", "Outdated order in lists"),
                translate(
                    "findings", "“%1” is sorted and filtered by values that are not its own."
                ),
            )
        case FindingCode.SEARCH_STALE:
            return (
                translate("findings", "Outdated index of words"),
                translate("findings", "The search may not find some of the records."),
            )
        case FindingCode.PARENT_GONE:
            return (
                translate("findings", "What it belongs to is missing"),
                translate("findings", "“%1” refers to a record that is not there."),
            )
        case FindingCode.ORDER_TWICE:
            return (
                translate("findings", "One place given twice"),
                translate("findings", "Two records claim one place in the list of “%1”."),
            )
        case FindingCode.SAME_NAME:
            return (
                translate("findings", "One name twice"),
                translate("findings", "“%1” and “%5”: merge them if they are the same."),
            )
        case FindingCode.DATES_REVERSED:
            return (
                translate("findings", "Ends before it begins"),
                translate("findings", "“%1” ends to be in force before it begins to."),
            )
    return None


def repair_text(code: FindingCode) -> str:
    """Return what putting findings of a kind right will do."""
    match code:
        case FindingCode.INDEX_DAMAGED:
            return translate("repairs", "The index will be made anew from the records.")
        case FindingCode.ROW_DIFFERS:
            return translate(
                "repairs", "The records get back the values of the history, which is whole."
            )
        case FindingCode.DERIVED_STALE:
            return translate("repairs", "The values will be computed anew from the records.")
        case FindingCode.SEARCH_STALE:
            return translate("repairs", "The index of words will be made anew from the records.")
        case FindingCode.ORDER_TWICE:
            return translate(
                "repairs",
                "The list will be numbered anew, in the order that it has; can be undone.",
            )
        case _:
            return translate(
                "repairs", "A place will be made for the records under “%1”, as a step of history."
            ).replace("%1", RESCUED)
