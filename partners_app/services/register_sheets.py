"""The sheets that are made from an open register beside the yearly table."""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta

from partners_app.domain.agreements_sheet import agreements_sheet
from partners_app.domain.changes_sheet import ChangedRecord, ChangedStep, changes_sheet
from partners_app.domain.errors import ReportImpossible
from partners_app.domain.events_plan import events_plan
from partners_app.domain.partner_sheet import PartnerFacts, partner_sheet
from partners_app.domain.sheet import Sheet
from partners_app.domain.vocabulary import OperationKind
from partners_app.exchange.russian_steps import (
    russian_act,
    russian_field,
    russian_record,
    russian_value,
    tells_fields,
)
from partners_app.exchange.russian_words import russian_word
from partners_app.services import history
from partners_app.services.history import FieldChange, RecordChange, Step, StepChanges, StepFilter
from partners_app.services.register import Register
from partners_app.services.sheets import register_template
from partners_app.storage import event_queries, queries
from partners_app.storage.engine import Connection

__all__ = [
    "agreements_in_force",
    "changes_of_period",
    "partner_reference",
    "plan_of_events",
]

_MOST_STEPS = 5000
_WITHOUT_NEWS = (OperationKind.UNDO, OperationKind.REDO)


def agreements_in_force(register: Register, day: date) -> Sheet:
    """Return the list of the agreements in force on a day."""
    return agreements_sheet(register.read(queries.content, events=()), day, russian_word)


def plan_of_events(register: Register, year: int) -> Sheet:
    """Return the plan of events of a year; ReportImpossible for one that is not of four digits."""
    return events_plan(register.read(queries.content, year), year, russian_word)


def partner_reference(register: Register, partner_id: int, day: date) -> Sheet:
    """Return the one page on a partner; RecordMissing when the partner is not there any more."""
    from partners_app.exchange.sheet_rows import fits_one_page
    from partners_app.exchange.sheet_texts import clean_sheet

    facts = register.read(_partner_facts, partner_id)
    template = register_template(register)
    return partner_sheet(
        facts, day, russian_word, lambda sheet: fits_one_page(clean_sheet(sheet)[0], template)
    )


def _partner_facts(connection: Connection, partner_id: int) -> PartnerFacts:
    partner = queries.one(queries.partners(connection, [partner_id]), "partner", partner_id)
    country = queries.one(
        queries.countries(connection, [partner.country_id]), "country", partner.country_id
    )
    # What belongs to the country as a whole belongs to the row that stands for it.
    owner = country.id if partner.name is None else None
    events = event_queries.events_of_partner(connection, partner.id, whole_country=owner)
    return PartnerFacts(
        partner,
        country,
        queries.agreements(connection, partner_id=partner.id),
        tuple(queries.events(connection, events).values()),
    )


def changes_of_period(register: Register, first: date, last: date) -> Sheet:
    """Return what was changed from one local day to another, both included.

    ReportImpossible for a period that ends before it begins.
    """
    if last < first:
        raise ReportImpossible("period", f"{first:%d.%m.%Y} – {last:%d.%m.%Y}")
    since, until = _midnight(first), _midnight(last + timedelta(days=1))
    where = StepFilter(since=since, until=until)
    found = history.changes_of_steps(register, where, most=_MOST_STEPS + 1)
    cut = len(found) > _MOST_STEPS
    told = [entry for entry in reversed(found[:_MOST_STEPS]) if _is_news(entry[0], since)]
    undone = sum(step.operation.undone for step, _ in told)
    return changes_sheet(
        first,
        last,
        (_changed_step(step, changes) for step, changes in told),
        undone=undone,
        most=_MOST_STEPS if cut else 0,
    )


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time()).astimezone()


def _is_news(step: Step, since: datetime) -> bool:
    """Tell whether a step says more than the mark of the one that it undid or did again."""
    reverted = step.reverted
    quiet = step.operation.kind in _WITHOUT_NEWS and reverted is not None
    return not (quiet and reverted is not None and reverted.at >= since)


def _changed_step(step: Step, changes: StepChanges) -> ChangedStep:
    operation, reverted = step.operation, step.reverted
    act = russian_act(operation.kind)
    if operation.kind is OperationKind.IMPORT and operation.label:
        act += f": {operation.label}"
    if reverted is not None:
        when = reverted.at.astimezone()
        act += f": {russian_act(reverted.kind).lower()} от {when:%d.%m.%Y %H:%M}"
    if operation.undone:
        act += " (отменено позже)"
    records, more = changes.records, changes.total - len(changes.records)
    if operation.kind is OperationKind.CREATE:
        records, more = (), changes.total
    return ChangedStep(
        operation.at.astimezone(),
        operation.author,
        act,
        tuple(map(_changed_record, records)),
        more,
    )


def _changed_record(record: RecordChange) -> ChangedRecord:
    names = [" ".join(name.split()) for name in (*record.place, record.title) if name]
    kind = russian_record(record.table)
    return ChangedRecord(
        f"{kind}: {' › '.join(names)}" if names else kind,
        "" if record.added else _lines(record.table, record.fields, before=True),
        "запись удалена" if record.deleted else _lines(record.table, record.fields, before=False),
    )


def _lines(table: str, fields: Sequence[FieldChange], *, before: bool) -> str:
    """Return a line for each field: its name and what it held."""
    if not tells_fields(table):
        return ""
    found = []
    for item in fields:
        value = russian_value(table, item.field, item.before if before else item.after)
        found.append(f"{russian_field(table, item.field)}: {value or '–'}")
    return "\n".join(found)
