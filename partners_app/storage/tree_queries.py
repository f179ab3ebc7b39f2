"""Which partners lack something or have come to an end: what the tree can be narrowed to."""

from collections.abc import Collection
from datetime import date

from sqlalchemy import Connection, exists, or_, select

from partners_app.domain.vocabulary import AgreementKind, Prolongation, Status
from partners_app.storage.schema import agreement, event, event_link, partner


def without_events(connection: Connection, year: int) -> set[int]:
    """Return the partners that no event of a report year belongs to."""
    own = exists().where(
        event_link.c.partner_id == partner.c.id,
        event.c.id == event_link.c.event_id,
        event.c.report_year == year,
    )
    return set(connection.execute(select(partner.c.id).where(~own)).scalars())


def without_document(connection: Connection) -> set[int]:
    """Return the partners none of whose agreements names a paper."""
    paper = exists().where(
        agreement.c.partner_id == partner.c.id,
        or_(agreement.c.kind.is_(None), agreement.c.kind != AgreementKind.TIES.value),
        agreement.c.title != "",
    )
    return set(connection.execute(select(partner.c.id).where(~paper)).scalars())


def expired(connection: Connection, day: date) -> set[int]:
    """Return the partners with an agreement whose last day is before a day.

    One that is prolonged automatically goes on.
    """
    query = select(agreement.c.partner_id).where(
        agreement.c.valid_to_latest < day.isoformat(),
        or_(
            agreement.c.prolongation.is_(None),
            agreement.c.prolongation != Prolongation.AUTOMATIC.value,
        ),
    )
    return set(connection.execute(query).scalars())


def ended(connection: Connection) -> set[int]:
    """Return the partners whose relation has ended."""
    query = select(partner.c.id).where(partner.c.status == Status.ENDED.value)
    return set(connection.execute(query).scalars())


def first_titles(connection: Connection, partner_ids: Collection[int]) -> dict[int, str]:
    """Return the title of each partner's first agreement that has one, by the partner's id."""
    query = (
        select(agreement.c.partner_id, agreement.c.title)
        .where(agreement.c.partner_id.in_(partner_ids), agreement.c.title != "")
        .order_by(agreement.c.position.desc(), agreement.c.id.desc())
    )
    return {row[0]: row[1] for row in connection.execute(query)}
