"""What was noted of a workbook or Word file as a whole, in words: title and sentence."""

from PySide6.QtCore import QCoreApplication

from partners_app.domain.findings import FindingCode

translate = QCoreApplication.translate


def file_finding_texts(code: FindingCode) -> tuple[str, str] | None:
    """Return title and sentence for a finding about a file, None for any other; %1 text."""
    match code:
        case FindingCode.NAMED_OTHERWISE:
            return (
                translate("findings", "The name says another kind of file"),
                translate("findings", "The contents are those of a file “%1”, and were read so."),
            )
        case FindingCode.NOT_KNOWN_OF_XLS:
            return (
                translate("findings", "Old Excel format (.xls)"),
                translate(
                    "findings",
                    "Hidden rows, and whether formulas are right, are not known of such a file.",
                ),
            )
        case FindingCode.MACROS_IGNORED:
            return (
                translate("findings", "Macros are ignored"),
                translate("findings", "The workbook holds macros; they are never run."),
            )
        case FindingCode.HIDDEN_SHEETS:
            return (
                translate("findings", "Hidden sheets"),
                translate("findings", "Not taken in unless you choose them: %1."),
            )
        case FindingCode.HIDDEN_ROWS:
            return (
                translate("findings", "Hidden rows"),
                translate("findings", "Not taken in unless you choose them: rows %1."),
            )
        case FindingCode.HIDDEN_COLUMNS:
            return (
                translate("findings", "Hidden columns"),
                translate("findings", "Not taken in unless you choose them: columns %1."),
            )
        case FindingCode.COVERED_CELLS:
            return (
                translate("findings", "Text under merged cells"),
                translate("findings", "No office program shows what stands in %1; left out."),
            )
        case FindingCode.DATES_FROM_1904:
            return (
                translate("findings", "Dates counted from 1904"),
                translate("findings", "The workbook counts its dates as old Macs did: check them."),
            )
        case FindingCode.EXTERNAL_VALUES:
            return (
                translate("findings", "Values from another file"),
                translate("findings", "They may be out of date; formulas that name one: %1."),
            )
        case FindingCode.FORMULA_WITHOUT_RESULT:
            return (
                translate("findings", "Formula without a stored result"),
                translate("findings", "%1. Open the file in Excel, save it and try again."),
            )
        case FindingCode.FORMULA_ERROR:
            return (
                translate("findings", "Formula error"),
                translate("findings", "%1. These cells say nothing."),
            )
        case FindingCode.IMPOSSIBLE_DATE:
            return (
                translate("findings", "Not a possible date"),
                translate("findings", "%1. These cells say nothing; correct them."),
            )
        case FindingCode.IMPOSSIBLE_NUMBER:
            return (
                translate("findings", "Not a number"),
                translate("findings", "%1. These cells say nothing; correct them."),
            )
        case FindingCode.NUMBER_ROUNDED:
            return (
                translate("findings", "Number of too many digits"),
                translate("findings", "Only 15 digits are kept of %1. Write it as text."),
            )
        case FindingCode.CONTROL_CHARACTERS:
            return (
                translate("findings", "Control characters removed"),
                translate("findings", "From %1; the rest of the text is kept."),
            )
        case FindingCode.TRACKED_CHANGES:
            return (
                translate("findings", "Tracked changes"),
                translate("findings", "The document was read as if all of them were accepted."),
            )
    return None
