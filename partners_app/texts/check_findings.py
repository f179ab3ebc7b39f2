"""What checks of the register find in its texts, dates and agreements, in words."""

from PySide6.QtCore import QCoreApplication

from partners_app.domain.findings import Finding, FindingCode

translate = QCoreApplication.translate


def check_finding_texts(finding: Finding) -> tuple[str, str] | None:
    """Return title and sentence for a finding of a check, None for any other.

    %1 text, %4 sign, %5 what stands against it, %6 the place itself.
    """
    match finding.code:
        case FindingCode.OUT_OF_ORDER:
            return (
                translate("findings", "Out of the order of dates"),
                translate("findings", "“%1” stands behind “%5”."),
            )
        case FindingCode.SIGNING_UNRECORDED:
            return (
                translate("findings", "Signed, but not among the agreements"),
                translate("findings", "“%1”: no agreement with this country has this date."),
            )
        case FindingCode.DOCUMENT_UNRECORDED:
            return (
                translate("findings", "Document not among the agreements"),
                translate("findings", "“%1”: no agreement with this country is for these years."),
            )
        case FindingCode.AGREEMENT_EXPIRED:
            return (
                translate("findings", "The document has expired"),
                translate("findings", "“%1” is in force, but its time has run out (%5)."),
            )
        case FindingCode.SPACE_MISSING:
            return (
                translate("findings", "Space missing"),
                translate("findings", "“%1”: a space is missing at “%6”."),
            )
        case FindingCode.SPACE_NEEDLESS:
            return (
                translate("findings", "Needless space"),
                translate("findings", "“%1”: there is one space too many."),
            )
        case FindingCode.SIGN_NEEDLESS:
            return (
                translate("findings", "Needless sign"),
                translate("findings", "“%1”: the sign “%4” is not needed."),
            )
        case FindingCode.DASH:
            return (
                translate("findings", "Hyphen or dash"),
                translate("findings", "“%1”: look at the hyphen or dash and the spaces around it."),
            )
        case FindingCode.LIST_MARK:
            return (
                translate("findings", "Bullet left over"),
                translate("findings", "“%1” begins with a sign of a list."),
            )
        case FindingCode.NO_FINAL_STOP:
            return (
                translate("findings", "No full stop at the end"),
                translate("findings", "“%1”: the text ends without a full stop."),
            )
        case FindingCode.TITLE_STOP:
            return (
                translate("findings", "Full stop behind a title"),
                translate("findings", "“%1”: the title of a document ends without a full stop."),
            )
        case FindingCode.USUAL_FORM:
            return (
                translate("findings", "Usually written otherwise"),
                translate("findings", "“%1”: “%6” is usually written “%5”."),
            )
        case FindingCode.STATE_NAME:
            return (
                translate("findings", "Name of another state"),
                translate("findings", "“%1”: is the People’s Republic meant?"),
            )
        case FindingCode.NAME_VARIANT:
            return (
                translate("findings", "Called by another name"),
                translate("findings", "“%1”: in the table it is “%5”."),
            )
        case FindingCode.MIXED_LETTERS:
            return (
                translate("findings", "Latin and Cyrillic letters in one word"),
                translate("findings", "“%1”: the word “%6” has letters of two alphabets."),
            )
        case FindingCode.ABBREVIATION_UNEXPLAINED:
            return (
                translate("findings", "Abbreviation not in the glossary"),
                translate("findings", "“%1”: “%6” is nowhere explained."),
            )
        case FindingCode.MISSPELLED:
            title = translate("findings", "Misspelled?")
            if finding.values.get("other"):
                return title, translate("findings", "“%1”: is “%5” meant, not “%6”?")
            return title, translate("findings", "“%1”: the dictionary has no word “%6”.")
    return None
