"""The words for the closed lists of the register, as they stand in tags, fields and filters."""

from enum import StrEnum

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from partners_app.domain.column_mapping import TableField, TableSubject
from partners_app.domain.findings import Severity
from partners_app.domain.partial_date import DateProblem
from partners_app.domain.vocabulary import (
    AgreementKind,
    AgreementLinkKind,
    DateMeaning,
    EventFormat,
    EventKind,
    OperationKind,
    PartnerKind,
    Prolongation,
    Status,
)

# A context for each list, since one English word may need several Russian ones.
_WORDS: dict[type[StrEnum], dict[StrEnum, object]] = {
    PartnerKind: {
        PartnerKind.CITY: QT_TRANSLATE_NOOP("PartnerKind", "city"),
        PartnerKind.REGION: QT_TRANSLATE_NOOP("PartnerKind", "region or province"),
        PartnerKind.DISTRICT: QT_TRANSLATE_NOOP("PartnerKind", "district"),
        PartnerKind.AUTONOMY: QT_TRANSLATE_NOOP("PartnerKind", "autonomy"),
        PartnerKind.COUNTRY: QT_TRANSLATE_NOOP("PartnerKind", "country as a whole"),
        PartnerKind.SEVERAL: QT_TRANSLATE_NOOP("PartnerKind", "several places"),
    },
    Status: {
        Status.IN_FORCE: QT_TRANSLATE_NOOP("Status", "In force"),
        Status.SUSPENDED: QT_TRANSLATE_NOOP("Status", "Suspended"),
        Status.ENDED: QT_TRANSLATE_NOOP("Status", "Ended"),
        Status.UNCONFIRMED: QT_TRANSLATE_NOOP("Status", "Unconfirmed"),
    },
    AgreementKind: {
        AgreementKind.AGREEMENT: QT_TRANSLATE_NOOP("AgreementKind", "Agreement"),
        AgreementKind.PROTOCOL: QT_TRANSLATE_NOOP("AgreementKind", "Protocol"),
        AgreementKind.MEMORANDUM: QT_TRANSLATE_NOOP("AgreementKind", "Memorandum"),
        AgreementKind.DECLARATION: QT_TRANSLATE_NOOP("AgreementKind", "Declaration"),
        AgreementKind.TREATY: QT_TRANSLATE_NOOP("AgreementKind", "Treaty"),
        AgreementKind.ROAD_MAP: QT_TRANSLATE_NOOP("AgreementKind", "Road map or plan"),
        AgreementKind.COUNCIL_DECISION: QT_TRANSLATE_NOOP("AgreementKind", "Council decision"),
        AgreementKind.LETTERS: QT_TRANSLATE_NOOP("AgreementKind", "Exchange of letters"),
        AgreementKind.TIES: QT_TRANSLATE_NOOP("AgreementKind", "Ties without a document"),
    },
    DateMeaning: {
        DateMeaning.TIES: QT_TRANSLATE_NOOP("DateMeaning", "ties established"),
        DateMeaning.SIGNED: QT_TRANSLATE_NOOP("DateMeaning", "signed"),
        DateMeaning.RENEWED: QT_TRANSLATE_NOOP("DateMeaning", "renewed"),
        DateMeaning.IN_FORCE: QT_TRANSLATE_NOOP("DateMeaning", "came into force"),
    },
    Prolongation: {
        Prolongation.NONE: QT_TRANSLATE_NOOP("Prolongation", "not prolonged"),
        Prolongation.AUTOMATIC: QT_TRANSLATE_NOOP("Prolongation", "automatic"),
        Prolongation.CONSENT: QT_TRANSLATE_NOOP("Prolongation", "by consent"),
    },
    AgreementLinkKind: {
        AgreementLinkKind.REPLACES: QT_TRANSLATE_NOOP("AgreementLinkKind", "replaces"),
        AgreementLinkKind.SUPPLEMENTS: QT_TRANSLATE_NOOP("AgreementLinkKind", "supplements"),
    },
    EventKind: {
        EventKind.VISIT: QT_TRANSLATE_NOOP("EventKind", "Visit"),
        EventKind.RECEPTION: QT_TRANSLATE_NOOP("EventKind", "Reception"),
        EventKind.TALKS: QT_TRANSLATE_NOOP("EventKind", "Talks"),
        EventKind.MEETING: QT_TRANSLATE_NOOP("EventKind", "Meeting"),
        EventKind.WORKING_GROUP: QT_TRANSLATE_NOOP("EventKind", "Working-group session"),
        EventKind.FORUM: QT_TRANSLATE_NOOP("EventKind", "Forum"),
        EventKind.CONFERENCE: QT_TRANSLATE_NOOP("EventKind", "Conference"),
        EventKind.SEMINAR: QT_TRANSLATE_NOOP("EventKind", "Seminar"),
        EventKind.ROUND_TABLE: QT_TRANSLATE_NOOP("EventKind", "Round table"),
        EventKind.EXHIBITION: QT_TRANSLATE_NOOP("EventKind", "Exhibition"),
        EventKind.CONCERT: QT_TRANSLATE_NOOP("EventKind", "Concert"),
        EventKind.CITY_DAYS: QT_TRANSLATE_NOOP("EventKind", "Days of a city"),
        EventKind.CEREMONY: QT_TRANSLATE_NOOP("EventKind", "Ceremony"),
        EventKind.HUMANITARIAN_AID: QT_TRANSLATE_NOOP("EventKind", "Humanitarian aid"),
        EventKind.TRAINING: QT_TRANSLATE_NOOP("EventKind", "Training"),
        EventKind.CONTEST: QT_TRANSLATE_NOOP("EventKind", "Contest"),
        EventKind.SIGNING: QT_TRANSLATE_NOOP("EventKind", "Signing"),
        EventKind.OTHER: QT_TRANSLATE_NOOP("EventKind", "Other"),
    },
    EventFormat: {
        EventFormat.IN_PERSON: QT_TRANSLATE_NOOP("EventFormat", "in person"),
        EventFormat.VIDEO: QT_TRANSLATE_NOOP("EventFormat", "by video"),
        EventFormat.MIXED: QT_TRANSLATE_NOOP("EventFormat", "mixed"),
    },
    OperationKind: {
        OperationKind.CREATE: QT_TRANSLATE_NOOP("OperationKind", "Created"),
        OperationKind.ADD: QT_TRANSLATE_NOOP("OperationKind", "Added"),
        OperationKind.EDIT: QT_TRANSLATE_NOOP("OperationKind", "Edited"),
        OperationKind.DELETE: QT_TRANSLATE_NOOP("OperationKind", "Deleted"),
        OperationKind.MOVE: QT_TRANSLATE_NOOP("OperationKind", "Moved"),
        OperationKind.IMPORT: QT_TRANSLATE_NOOP("OperationKind", "Imported"),
        OperationKind.SETTINGS: QT_TRANSLATE_NOOP("OperationKind", "Settings changed"),
        OperationKind.ISSUE: QT_TRANSLATE_NOOP("OperationKind", "Report issued"),
        OperationKind.UNDO: QT_TRANSLATE_NOOP("OperationKind", "Undone"),
        OperationKind.REDO: QT_TRANSLATE_NOOP("OperationKind", "Redone"),
        OperationKind.TAKE_BACK: QT_TRANSLATE_NOOP("OperationKind", "Taken back"),
        OperationKind.ACCEPT: QT_TRANSLATE_NOOP("OperationKind", "Finding accepted"),
        OperationKind.WITHDRAW: QT_TRANSLATE_NOOP("OperationKind", "Acceptance withdrawn"),
        OperationKind.FIX: QT_TRANSLATE_NOOP("OperationKind", "Corrected"),
        OperationKind.GLOSSARY: QT_TRANSLATE_NOOP("OperationKind", "Glossary changed"),
        OperationKind.KNOWN_WORDS: QT_TRANSLATE_NOOP("OperationKind", "Known words changed"),
        OperationKind.ERASURE: QT_TRANSLATE_NOOP("OperationKind", "Erasure"),
        OperationKind.REPAIR: QT_TRANSLATE_NOOP("OperationKind", "Repaired"),
    },
    Severity: {
        Severity.ERROR: QT_TRANSLATE_NOOP("Severity", "Error"),
        Severity.WARNING: QT_TRANSLATE_NOOP("Severity", "Check this"),
        Severity.NOTE: QT_TRANSLATE_NOOP("Severity", "For information"),
    },
    DateProblem: {
        DateProblem.NO_SUCH_DAY: QT_TRANSLATE_NOOP("DateProblem", "There is no such day"),
        DateProblem.NO_YEAR: QT_TRANSLATE_NOOP("DateProblem", "The year is missing"),
        DateProblem.REVERSED: QT_TRANSLATE_NOOP("DateProblem", "The end is before the beginning"),
        DateProblem.NOT_A_DATE: QT_TRANSLATE_NOOP("DateProblem", "This cannot be read as a date"),
    },
    TableSubject: {
        TableSubject.EVENTS: QT_TRANSLATE_NOOP("TableSubject", "events"),
        TableSubject.AGREEMENTS: QT_TRANSLATE_NOOP("TableSubject", "agreements"),
        TableSubject.PARTNERS: QT_TRANSLATE_NOOP("TableSubject", "partners"),
    },
    TableField: {
        TableField.UNKNOWN: QT_TRANSLATE_NOOP("TableField", "not known"),
        TableField.IGNORED: QT_TRANSLATE_NOOP("TableField", "do not take"),
        TableField.BAND: QT_TRANSLATE_NOOP("TableField", "band"),
        TableField.COUNTRY: QT_TRANSLATE_NOOP("TableField", "country"),
        TableField.PARTNER: QT_TRANSLATE_NOOP("TableField", "partner"),
        TableField.COUNTRY_THEN_PARTNER: QT_TRANSLATE_NOOP("TableField", "country, partner"),
        TableField.PARTNER_THEN_COUNTRY: QT_TRANSLATE_NOOP("TableField", "partner, country"),
        TableField.PARTNER_KIND: QT_TRANSLATE_NOOP("TableField", "kind of partner"),
        TableField.OTHER_NAMES: QT_TRANSLATE_NOOP("TableField", "other names of the partner"),
        TableField.PARTNER_STATUS: QT_TRANSLATE_NOOP("TableField", "status of the relation"),
        TableField.LATITUDE: QT_TRANSLATE_NOOP("TableField", "latitude"),
        TableField.LONGITUDE: QT_TRANSLATE_NOOP("TableField", "longitude"),
        TableField.PARTNER_REMARK: QT_TRANSLATE_NOOP("TableField", "remark on the partner"),
        TableField.AGREEMENT_TITLE: QT_TRANSLATE_NOOP("TableField", "document"),
        TableField.AGREEMENT_KIND: QT_TRANSLATE_NOOP("TableField", "kind of document"),
        TableField.AGREEMENT_DATE: QT_TRANSLATE_NOOP("TableField", "date of the document"),
        TableField.TIES_DATE: QT_TRANSLATE_NOOP("TableField", "date of the ties"),
        TableField.SIGNED_DATE: QT_TRANSLATE_NOOP("TableField", "date of signing"),
        TableField.RENEWED_DATE: QT_TRANSLATE_NOOP("TableField", "date of renewal"),
        TableField.IN_FORCE_DATE: QT_TRANSLATE_NOOP("TableField", "date of entry into force"),
        TableField.VALIDITY: QT_TRANSLATE_NOOP("TableField", "validity"),
        TableField.VALID_FROM: QT_TRANSLATE_NOOP("TableField", "valid from"),
        TableField.VALID_TO: QT_TRANSLATE_NOOP("TableField", "valid until"),
        TableField.OUR_SIGNATORY: QT_TRANSLATE_NOOP("TableField", "our signatory"),
        TableField.THEIR_SIGNATORY: QT_TRANSLATE_NOOP("TableField", "their signatory"),
        TableField.AGREEMENT_STATUS: QT_TRANSLATE_NOOP("TableField", "status of the document"),
        TableField.REGISTRATION_NUMBER: QT_TRANSLATE_NOOP("TableField", "registration number"),
        TableField.REGISTRATION_DATE: QT_TRANSLATE_NOOP("TableField", "registration date"),
        TableField.AREAS: QT_TRANSLATE_NOOP("TableField", "areas of cooperation"),
        TableField.AGREEMENT_RESPONSIBLE: QT_TRANSLATE_NOOP(
            "TableField", "responsible for the document"
        ),
        TableField.ORIGINAL_PLACE: QT_TRANSLATE_NOOP("TableField", "where the original lies"),
        TableField.AGREEMENT_REMARK: QT_TRANSLATE_NOOP("TableField", "remark on the document"),
        TableField.REPORT_YEAR: QT_TRANSLATE_NOOP("TableField", "report year"),
        TableField.EVENT_DATE: QT_TRANSLATE_NOOP("TableField", "date of the event"),
        TableField.EVENT_START: QT_TRANSLATE_NOOP("TableField", "beginning of the event"),
        TableField.EVENT_END: QT_TRANSLATE_NOOP("TableField", "end of the event"),
        TableField.EVENT_TEXT: QT_TRANSLATE_NOOP("TableField", "event"),
        TableField.EVENT_KIND: QT_TRANSLATE_NOOP("TableField", "kind of event"),
        TableField.EVENT_FORMAT: QT_TRANSLATE_NOOP("TableField", "format"),
        TableField.PARTICIPANTS: QT_TRANSLATE_NOOP("TableField", "participants"),
        TableField.EVENT_RESPONSIBLE: QT_TRANSLATE_NOOP("TableField", "responsible for the event"),
        TableField.SOURCE: QT_TRANSLATE_NOOP("TableField", "source"),
        TableField.PRINTED: QT_TRANSLATE_NOOP("TableField", "printed in the report"),
        TableField.EVENT_REMARK: QT_TRANSLATE_NOOP("TableField", "remark on the event"),
    },
}


def word(member: StrEnum) -> str:
    """Return the word for a member of a closed list in the chosen language.

    Raises KeyError for a list without words, which is a mistake of the program.
    """
    kind = type(member)
    return QCoreApplication.translate(kind.__name__, str(_WORDS[kind][member]))
