"""The agreement of one row of a flat table."""

from dataclasses import replace
from uuid import uuid4

from partners_app.domain.column_mapping import AGREEMENT_DATES, TableField
from partners_app.domain.content_rows import positions
from partners_app.domain.findings import FindingCode
from partners_app.domain.names import fold_text
from partners_app.domain.partial_date import parse_partial_date, split_dates
from partners_app.domain.records import Agreement, AgreementDate
from partners_app.domain.vocabulary import AgreementKind, DateMeaning, Status
from partners_app.exchange.flat_cells import RowRefused
from partners_app.exchange.flat_dates import term_wordings
from partners_app.exchange.flat_record import RecordReading, Told

__all__ = ["read_agreement"]

_MEANINGS = {
    TableField.TIES_DATE: DateMeaning.TIES,
    TableField.SIGNED_DATE: DateMeaning.SIGNED,
    TableField.RENEWED_DATE: DateMeaning.RENEWED,
    TableField.IN_FORCE_DATE: DateMeaning.IN_FORCE,
}
_TEXTS = (
    (TableField.OUR_SIGNATORY, "our_signatory"),
    (TableField.THEIR_SIGNATORY, "their_signatory"),
    (TableField.REGISTRATION_NUMBER, "registration_number"),
    (TableField.AREAS, "areas"),
    (TableField.AGREEMENT_RESPONSIBLE, "responsible"),
    (TableField.ORIGINAL_PLACE, "original_place"),
    (TableField.AGREEMENT_REMARK, "remark"),
)


def read_agreement(reading: RecordReading) -> Told[Agreement]:
    """Return the agreement that a row tells of; RowRefused where it has no title and no date."""
    row = reading.row
    if title := row.line(TableField.AGREEMENT_TITLE):
        reading.fields["title"] = title
    if dates := _dates(reading):
        reading.fields["dates"] = dates
    if not title and not dates:
        raise RowRefused(FindingCode.NO_AGREEMENT)
    reading.take_word(TableField.AGREEMENT_KIND, "kind", AgreementKind)
    reading.take_word(TableField.AGREEMENT_STATUS, "status", Status)
    _take_validity(reading)
    reading.take_date(row.cell(TableField.REGISTRATION_DATE), "registration_date")
    for field, name in _TEXTS:
        reading.take_text(field, name)
    bare = Agreement(0, reading.uuid, 0, None, None, 0)
    cell = row.first_of(TableField.AGREEMENT_TITLE, *AGREEMENT_DATES)
    return Told(replace(bare, **reading.fields), cell, reading.stated, tuple(reading.findings))


def _dates(reading: RecordReading) -> tuple[AgreementDate, ...]:
    """Return the dates of all the columns that hold some, from left to right."""
    cells = [
        (cell, field) for field in AGREEMENT_DATES for cell in reading.row.cells.get(field, ())
    ]
    found: list[AgreementDate] = []
    for cell, field in sorted(cells, key=lambda pair: pair[0].column):
        wording = reading.wording(cell)
        for separator, part in split_dates(cell.text if isinstance(cell.value, str) else wording):
            text = " ".join(part.split())
            date = parse_partial_date(text)
            reading.check_date(text, None, cell, "dates")
            meaning = _MEANINGS.get(field)
            # The one meaning that a date states itself: «1956 г. – установление связей».
            if "установление связей" in fold_text(date.note):
                meaning = DateMeaning.TIES
            on_one_line = "" if "\n" in separator else separator
            found.append(AgreementDate(0, str(uuid4()), date, meaning, 0, on_one_line))
    return tuple(
        replace(date, position=position)
        for date, position in zip(found, positions(len(found)), strict=True)
    )


def _take_validity(reading: RecordReading) -> None:
    """State from when until when: in columns of their own, or in one for both."""
    row = reading.row
    term = row.cell(TableField.VALIDITY)
    if term is not None:
        start, end = term_wordings(reading.wording(term))
        reading.take_date(term if start else None, "valid_from", start)
        reading.take_date(term if end else None, "valid_to", end)
    reading.take_date(row.cell(TableField.VALID_FROM), "valid_from")
    reading.take_date(row.cell(TableField.VALID_TO), "valid_to")
