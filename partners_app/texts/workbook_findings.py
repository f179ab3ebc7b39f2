"""What was not certain in a file that comes back, in words: title and sentence."""

from PySide6.QtCore import QCoreApplication

from partners_app.domain.findings import FindingCode

translate = QCoreApplication.translate


def workbook_finding_texts(code: FindingCode) -> tuple[str, str] | None:
    """Return title and sentence for a finding about an export that comes back, None for any other.

    %1 text, %5 the column.
    """
    match code:
        case FindingCode.EXPORT_NOT_KEPT:
            return (
                translate("findings", "Nothing to compare with"),
                translate(
                    "findings",
                    "What the register was when this file was made from it is not known: that is "
                    "too long ago, a backup was restored since, or a newer version of the program "
                    "made the file. A difference may be a change of the file or of the register: "
                    "look at each one.",
                ),
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
                translate("findings", "A cell without a value"),
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
    return None
