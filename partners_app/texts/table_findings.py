"""What was not certain in a table that is taken in, in words: title and sentence."""

from PySide6.QtCore import QCoreApplication

from partners_app.domain.findings import FindingCode

translate = QCoreApplication.translate


def table_finding_texts(code: FindingCode) -> tuple[str, str] | None:
    """Return title and sentence for a finding about a table, None for any other.

    %1 text, %2 reason, %3 year, %4 sign, %5 what the file says.
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
    return None
