"""Records as rows of tables; ``row_records`` is the way back.

A row's fields are the record's; a ``PartialDate`` is kept as its wording in ``…_text``, and a
list inside a record is rows of a table of its own that name their parent.
"""

from collections.abc import Iterator

from partners_app.domain.changes import Change, Row
from partners_app.domain.records import (
    Agreement,
    AgreementDate,
    AgreementLink,
    Country,
    Event,
    EventLink,
    OtherName,
    Partner,
    Region,
    RegisterContent,
)

TABLES = (
    "region",
    "country",
    "partner",
    "other_name",
    "agreement",
    "agreement_date",
    "agreement_link",
    "event",
    "event_link",
)
"""The tables that hold a register's content, parents before children."""

POSITION_GAP = 1024
"""Distance between neighbours in a list, so that a move writes one row."""


def positions(count: int) -> range:
    """Return gapped order numbers for a new list of ``count`` rows: 1024, 2048, …."""
    return range(POSITION_GAP, (count + 1) * POSITION_GAP, POSITION_GAP)


def region_row(region: Region) -> Row:
    """Return the row of one band."""
    return {
        "uuid": region.uuid,
        "name": region.name,
        "heading": region.heading,
        "position": region.position,
        "remark": region.remark,
    }


def country_row(country: Country) -> Row:
    """Return the row of one country, without its other names."""
    return {
        "uuid": country.uuid,
        "region_id": country.region_id,
        "name": country.name,
        "position": country.position,
        "remark": country.remark,
    }


def partner_row(partner: Partner) -> Row:
    """Return the row of one partner, without its other names."""
    return {
        "uuid": partner.uuid,
        "country_id": partner.country_id,
        "kind": partner.kind.value,
        "name": partner.name,
        "position": partner.position,
        "status": partner.status.value,
        "status_date_text": partner.status_date.text,
        "status_reason": partner.status_reason,
        "latitude": partner.latitude,
        "longitude": partner.longitude,
        "remark": partner.remark,
    }


def other_name_row(
    name: OtherName, *, country_id: int | None, partner_id: int | None, position: int
) -> Row:
    """Return the row of one other name of a country or of a partner (exactly one is given)."""
    return {
        "uuid": name.uuid,
        "country_id": country_id,
        "partner_id": partner_id,
        "name": name.name,
        "used_from_text": name.used_from.text,
        "used_to_text": name.used_to.text,
        "position": position,
    }


def agreement_row(agreement: Agreement) -> Row:
    """Return the row of one agreement, without its dates and links."""
    return {
        "uuid": agreement.uuid,
        "partner_id": agreement.partner_id,
        "kind": None if agreement.kind is None else agreement.kind.value,
        "title": agreement.title,
        "position": agreement.position,
        "our_signatory": agreement.our_signatory,
        "their_signatory": agreement.their_signatory,
        "valid_from_text": agreement.valid_from.text,
        "valid_to_text": agreement.valid_to.text,
        "prolongation": None if agreement.prolongation is None else agreement.prolongation.value,
        "prolongation_years": agreement.prolongation_years,
        "notice_months": agreement.notice_months,
        "status": agreement.status.value,
        "status_reason": agreement.status_reason,
        "registration_number": agreement.registration_number,
        "registration_date_text": agreement.registration_date.text,
        "areas": agreement.areas,
        "responsible": agreement.responsible,
        "original_place": agreement.original_place,
        "scan_path": agreement.scan_path,
        "remark": agreement.remark,
    }


def agreement_date_row(date: AgreementDate, agreement_id: int) -> Row:
    """Return the row of one date of an agreement."""
    return {
        "uuid": date.uuid,
        "agreement_id": agreement_id,
        "date_text": date.date.text,
        "meaning": None if date.meaning is None else date.meaning.value,
        "position": date.position,
        "separator": date.separator,
    }


def agreement_link_row(link: AgreementLink, agreement_id: int) -> Row:
    """Return the row of one link from an agreement to another."""
    return {
        "uuid": link.uuid,
        "agreement_id": agreement_id,
        "other_id": link.other_id,
        "kind": link.kind.value,
    }


def event_row(event: Event) -> Row:
    """Return the row of one event, without its links."""
    return {
        "uuid": event.uuid,
        "report_year": event.report_year,
        "date_text": event.date.text,
        "text": event.text,
        "kind": None if event.kind is None else event.kind.value,
        "format": None if event.format is None else event.format.value,
        "participants": event.participants,
        "responsible": event.responsible,
        "source": event.source,
        "printed": event.printed,
        "remark": event.remark,
    }


def event_link_row(link: EventLink, event_id: int) -> Row:
    """Return the row of one event's place in a cell."""
    return {
        "uuid": link.uuid,
        "event_id": event_id,
        "partner_id": link.partner_id,
        "country_id": link.country_id,
        "position": link.position,
    }


def content_rows(content: RegisterContent) -> Iterator[tuple[str, int, Row]]:
    """Yield (table, id, row) of every record, parents before children; the title is a setting."""
    for region in content.regions:
        yield "region", region.id, region_row(region)
    for country in content.countries:
        yield "country", country.id, country_row(country)
        for position, name in zip(
            positions(len(country.other_names)), country.other_names, strict=True
        ):
            row = other_name_row(name, country_id=country.id, partner_id=None, position=position)
            yield "other_name", name.id, row
    for partner in content.partners:
        yield "partner", partner.id, partner_row(partner)
        for position, name in zip(
            positions(len(partner.other_names)), partner.other_names, strict=True
        ):
            row = other_name_row(name, country_id=None, partner_id=partner.id, position=position)
            yield "other_name", name.id, row
    for agreement in content.agreements:
        yield "agreement", agreement.id, agreement_row(agreement)
        for date in agreement.dates:
            yield "agreement_date", date.id, agreement_date_row(date, agreement.id)
        for agreement_link in agreement.links:
            row = agreement_link_row(agreement_link, agreement.id)
            yield "agreement_link", agreement_link.id, row
    for event in content.events:
        yield "event", event.id, event_row(event)
        for event_link in event.links:
            yield "event_link", event_link.id, event_link_row(event_link, event.id)


def content_changes(content: RegisterContent) -> list[Change]:
    """Return the inserts that write a whole content of negative ids (not its title)."""
    return [Change(table, row_id, None, row) for table, row_id, row in content_rows(content)]
