"""What the records and their fields are called when a message speaks of them."""

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

# At the beginning of a sentence: «Мероприятие изменено …».
_RECORDS: dict[str, object] = {
    "region": QT_TRANSLATE_NOOP("the record", "The band"),
    "country": QT_TRANSLATE_NOOP("the record", "The country"),
    "partner": QT_TRANSLATE_NOOP("the record", "The partner"),
    "other_name": QT_TRANSLATE_NOOP("the record", "The other name"),
    "agreement": QT_TRANSLATE_NOOP("the record", "The agreement"),
    "agreement_date": QT_TRANSLATE_NOOP("the record", "The agreement's date"),
    "agreement_link": QT_TRANSLATE_NOOP("the record", "The link between agreements"),
    "event": QT_TRANSLATE_NOOP("the record", "The event"),
    "event_link": QT_TRANSLATE_NOOP("the record", "The event's place"),
    "setting": QT_TRANSLATE_NOOP("the record", "The setting"),
    "accepted_finding": QT_TRANSLATE_NOOP("the record", "The accepted finding"),
    "glossary_entry": QT_TRANSLATE_NOOP("the record", "The abbreviation of the glossary"),
    "known_word": QT_TRANSLATE_NOOP("the record", "The known word"),
    "edition": QT_TRANSLATE_NOOP("the record", "The edition"),
    "imported_file": QT_TRANSLATE_NOOP("the record", "The file taken in"),
}

_FIELDS: dict[str, object] = {
    "name": QT_TRANSLATE_NOOP("field", "name"),
    "heading": QT_TRANSLATE_NOOP("field", "heading"),
    "position": QT_TRANSLATE_NOOP("field", "order"),
    "remark": QT_TRANSLATE_NOOP("field", "remark"),
    "kind": QT_TRANSLATE_NOOP("field", "kind"),
    "status": QT_TRANSLATE_NOOP("field", "status"),
    "status_date": QT_TRANSLATE_NOOP("field", "date of the status"),
    "status_reason": QT_TRANSLATE_NOOP("field", "reason of the status"),
    "latitude": QT_TRANSLATE_NOOP("field", "latitude"),
    "longitude": QT_TRANSLATE_NOOP("field", "longitude"),
    "used_from": QT_TRANSLATE_NOOP("field", "used from"),
    "used_to": QT_TRANSLATE_NOOP("field", "used until"),
    "title": QT_TRANSLATE_NOOP("field", "title"),
    "our_signatory": QT_TRANSLATE_NOOP("field", "our side"),
    "their_signatory": QT_TRANSLATE_NOOP("field", "their side"),
    "valid_from": QT_TRANSLATE_NOOP("field", "in force from"),
    "valid_to": QT_TRANSLATE_NOOP("field", "in force until"),
    "prolongation": QT_TRANSLATE_NOOP("field", "prolongation"),
    "prolongation_years": QT_TRANSLATE_NOOP("field", "years of prolongation"),
    "notice_months": QT_TRANSLATE_NOOP("field", "notice period"),
    "registration_number": QT_TRANSLATE_NOOP("field", "registration number"),
    "registration_date": QT_TRANSLATE_NOOP("field", "registration date"),
    "areas": QT_TRANSLATE_NOOP("field", "areas"),
    "responsible": QT_TRANSLATE_NOOP("field", "responsible"),
    "original_place": QT_TRANSLATE_NOOP("field", "place of the original"),
    "scan_path": QT_TRANSLATE_NOOP("field", "scan"),
    "date": QT_TRANSLATE_NOOP("field", "date"),
    "meaning": QT_TRANSLATE_NOOP("field", "meaning of the date"),
    "separator": QT_TRANSLATE_NOOP("field", "sign before the date"),
    "report_year": QT_TRANSLATE_NOOP("field", "report year"),
    "text": QT_TRANSLATE_NOOP("field", "text"),
    "format": QT_TRANSLATE_NOOP("field", "format"),
    "participants": QT_TRANSLATE_NOOP("field", "participants"),
    "source": QT_TRANSLATE_NOOP("field", "source"),
    "printed": QT_TRANSLATE_NOOP("field", "printed in the report"),
    "region_id": QT_TRANSLATE_NOOP("field", "band"),
    "country_id": QT_TRANSLATE_NOOP("field", "country"),
    "partner_id": QT_TRANSLATE_NOOP("field", "partner"),
    "agreement_id": QT_TRANSLATE_NOOP("field", "agreement"),
    "event_id": QT_TRANSLATE_NOOP("field", "event"),
    "other_id": QT_TRANSLATE_NOOP("field", "other agreement"),
    "value": QT_TRANSLATE_NOOP("field", "value"),
    "year": QT_TRANSLATE_NOOP("field", "year"),
    "author": QT_TRANSLATE_NOOP("field", "author"),
    "understood": QT_TRANSLATE_NOOP("field", "understood as"),
    "dates": QT_TRANSLATE_NOOP("field", "dates"),
    "abbreviation": QT_TRANSLATE_NOOP("field", "abbreviation"),
    "expansion": QT_TRANSLATE_NOOP("field", "in full"),
    "word": QT_TRANSLATE_NOOP("field", "word"),
    "reason": QT_TRANSLATE_NOOP("field", "reason"),
    "links": QT_TRANSLATE_NOOP("field", "place"),
    "other_names": QT_TRANSLATE_NOOP("field", "other names"),
}


_SEVERAL: dict[str, object] = {
    "region": QT_TRANSLATE_NOOP("the records", "Bands"),
    "country": QT_TRANSLATE_NOOP("the records", "Countries"),
    "partner": QT_TRANSLATE_NOOP("the records", "Partners"),
    "agreement": QT_TRANSLATE_NOOP("the records", "Agreements"),
    "event": QT_TRANSLATE_NOOP("the records", "Events"),
}


def records_name(table: str) -> str:
    """Return what the records of a table are called together."""
    return QCoreApplication.translate("the records", str(_SEVERAL[table]))


def the_record(table: str) -> str:
    """Return the name of a record of the table, as the beginning of a sentence."""
    source = _RECORDS.get(table, QT_TRANSLATE_NOOP("the record", "The record"))
    return QCoreApplication.translate("the record", str(source))


def field_name(field: str) -> str:
    """Return the name of a field of a record or of its column (a date's column ends in _text)."""
    source = _FIELDS.get(field) or _FIELDS.get(field.removesuffix("_text"))
    if source is None:
        return field
    return QCoreApplication.translate("field", str(source))
