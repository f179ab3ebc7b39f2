"""What was not certain in a table that is taken in, in words: title and sentence."""

from PySide6.QtCore import QCoreApplication

from partners_app.domain.findings import FindingCode

translate = QCoreApplication.translate


def table_finding_texts(code: FindingCode) -> tuple[str, str] | None:
    """Return title and sentence for a finding about a table, None for any other.

    %1 text, %4 sign, %6 cell, %7 a number.
    """
    match code:
        case FindingCode.ROW_STANDS_NOWHERE:
            return (
                translate("findings", "The row stands nowhere"),
                translate("findings", "“%1” is no part of the table: it was not taken in."),
            )
        case FindingCode.PARTNERS_UNTOLD:
            return (
                translate("findings", "One partner or two?"),
                translate(
                    "findings",
                    "Rows without a name follow each other. They were taken for one partner.",
                ),
            )
        case FindingCode.DATES_UNTOLD:
            return (
                translate("findings", "Which date belongs to which document?"),
                translate(
                    "findings",
                    "There are not as many dates as documents. They were paired by their rows.",
                ),
            )
        case FindingCode.CELL_OF_SEVERAL:
            return (
                translate("findings", "One cell beside several partners"),
                translate("findings", "The event was given to all of them: %1."),
            )
        case FindingCode.SIGN_LEFT_OUT:
            return (
                translate("findings", "A sign was left out"),
                translate("findings", "“%4” before the date is no part of the event “%1”."),
            )
        case FindingCode.LINES_JOINED:
            return (
                translate("findings", "Lines without a date"),
                translate("findings", "They were added to the event above them: “%1”."),
            )
        case FindingCode.COLUMN_UNKNOWN:
            return (
                translate("findings", "Unknown column"),
                translate("findings", "Column %6, “%1”, was not taken in."),
            )
        case FindingCode.HIDDEN_ROWS:
            return (
                translate("findings", "Hidden rows"),
                translate("findings", "Hidden rows were left out: %1."),
            )
        case FindingCode.CELL_ERROR:
            return (
                translate("findings", "The formula gives no value"),
                translate("findings", "Cell %6 holds “%1”: it was read as empty."),
            )
    return None
