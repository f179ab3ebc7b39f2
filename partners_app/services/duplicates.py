"""The same event entered twice: noticed, merged into one, or accepted as two."""

from collections.abc import Iterable, Mapping, Set
from dataclasses import replace
from hashlib import sha256
from uuid import uuid4

from partners_app.domain.changes import Change, ChangeSet, Row, Value, update
from partners_app.domain.event_likeness import (
    MOST_EVENTS_OF_A_STEM,
    ComparedEvent,
    alike,
    find_pairs,
    leading_stems,
    most_alike,
    neighbours,
)
from partners_app.domain.findings import Finding, FindingCode, Severity
from partners_app.domain.partial_date import PartialDate
from partners_app.domain.vocabulary import OperationKind
from partners_app.services.register import Register
from partners_app.services.row_changes import row_or_missing, shortened
from partners_app.storage import event_texts, rows
from partners_app.storage.engine import Connection
from partners_app.storage.event_texts import EventText

__all__ = [
    "Pairs",
    "accept",
    "find",
    "findings",
    "holding",
    "merge",
    "mirrored",
    "pairs",
    "pairs_again",
]

Pairs = Mapping[int, int]
"""The id of an event and of the one entered before it that it may be."""

Accepted = Set[tuple[str, str, str]]
"""Pairs kept as two: UUIDs of both, and a digest of what they said."""

_FILLED = ("kind", "format", "participants", "responsible", "source", "remark")


def find(register: Register, year: int) -> list[Finding]:
    """Return the events of a year that may be entered twice, a finding for each pair.

    The finding is about the one entered later; its values name the other one: ``other``, where it
    stands and its date, and ``other_record``, its uuid; ``here`` says the same of the record.
    """
    return register.read(findings, year, pairs(register, year))


def pairs(register: Register, year: int) -> Pairs:
    """Return the events of a year that may be entered twice: all are compared.

    The register may be written to meanwhile.
    """
    events = register.read(event_texts.event_texts, year)
    settled = _settled(events, register.read(_accepted))
    found = find_pairs([_compared(item) for item in events], settled=settled)
    return {later: earlier for earlier, later in found}


def pairs_again(connection: Connection, year: int, known: Pairs, touched: Set[int]) -> Pairs:
    """Return the pairs of a year, given those ``known`` before some events were touched.

    Those events are compared, the later ones that they were paired with, and the later ones that
    they are alike now. The index of words leads to what each is compared with.
    """
    accepted = _accepted(connection)

    def around(ids: Iterable[int]) -> dict[int, tuple[ComparedEvent, list[ComparedEvent]]]:
        texts = event_texts.texts_of(connection, year, ids)
        return {
            number: (_compared(item), _around(connection, year, item, accepted))
            for number, item in texts.items()
        }

    again = touched | {later for later, earlier in known.items() if earlier in touched}
    compared = around(again)
    alike_now = {
        other.key
        for number in touched & compared.keys()
        for other in compared[number][1]
        if other.key > number and alike(compared[number][0], other)
    }
    compared |= around(alike_now - again)
    found = {
        later: earlier
        for later, earlier in known.items()
        if later not in again and later not in compared
    }
    for number, (event, others) in compared.items():
        best = most_alike(event, (other for other in others if other.key < number))
        if best is not None:
            found[number] = best.key
    return found


def _around(
    connection: Connection, year: int, item: EventText, accepted: Accepted
) -> list[ComparedEvent]:
    """Return the events of a year to compare one with, in the order in which they were entered."""
    stems = leading_stems(item.text)
    enough = MOST_EVENTS_OF_A_STEM + 1
    holders = {
        stem: set(event_texts.holding(connection, year, [stem], enough)) - {item.id}
        for stem in stems
    }
    near = neighbours(holders)
    if stems:
        near.update(event_texts.holding(connection, year, sorted(stems), enough))
    others = event_texts.texts_of(connection, year, near - {item.id})
    settled = _settled([item, *others.values()], accepted)
    return [
        _compared(other)
        for number, other in sorted(others.items())
        if frozenset((number, item.id)) not in settled
    ]


def _compared(item: EventText) -> ComparedEvent:
    return ComparedEvent(item.id, item.date, item.text)


def _accepted(connection: Connection) -> Accepted:
    return event_texts.accepted(connection, FindingCode.ENTERED_TWICE.value)


def _settled(events: Iterable[EventText], accepted: Accepted) -> set[frozenset[int]]:
    """Return the pairs of ids, of some events, that were accepted as two and say the same still."""
    by_uuid = {item.uuid: item for item in events}
    return {
        frozenset((by_uuid[first].id, by_uuid[second].id))
        for first, second, digest in accepted
        if first in by_uuid
        and second in by_uuid
        and digest == _digest(by_uuid[first], by_uuid[second])
    }


def findings(connection: Connection, year: int, found: Pairs) -> list[Finding]:
    """Return the findings about pairs of a year that are there still, by the later event."""
    numbers = {*found.keys(), *found.values()}
    texts = event_texts.texts_of(connection, year, numbers)
    places = event_texts.first_places(connection, numbers)
    return [
        _finding(texts[later], texts[earlier], places)
        for later, earlier in sorted(found.items())
        if later in texts and earlier in texts
    ]


def _finding(event: EventText, other: EventText, places: Mapping[int, tuple[str, str]]) -> Finding:
    place = (*places.get(event.id, ()), event.date.text.strip())
    values = {
        "text": event.text,
        "here": _where(event, places),
        "other": _where(other, places),
        "other_record": other.uuid,
        "place": " · ".join(part for part in place if part),
    }
    code = FindingCode.ENTERED_TWICE
    return Finding(code, Severity.WARNING, "event", event.uuid, "text", values)


def _where(event: EventText, places: Mapping[int, tuple[str, str]]) -> str:
    """Return «г. Осака, 2 октября»; a country as a whole goes by the country's name."""
    country, partner = places.get(event.id, ("", ""))
    return ", ".join(part for part in (partner or country, event.date.text.strip()) if part)


def mirrored(finding: Finding) -> Finding:
    """Return the same finding seen from the other event of the pair."""
    values = finding.values
    turned = {"here": values["other"], "other": values["here"], "other_record": finding.record}
    return replace(finding, record=values["other_record"], values={**values, **turned})


def holding(connection: Connection, accepted: Accepted) -> Accepted:
    """Return those of the accepted pairs whose two events are there and say the same still."""
    found = {
        uuid: EventText(row_id, uuid, PartialDate(str(row["date_text"])), str(row["text"]))
        for uuid, (row_id, row) in rows.by_uuid(
            connection, "event", (uuid for pair in accepted for uuid in pair[:2])
        ).items()
    }
    return {
        (first, second, digest)
        for first, second, digest in accepted
        if first in found and second in found and digest == _digest(found[first], found[second])
    }


def _digest(first: EventText, second: EventText) -> str:
    said = sorted(f"{item.uuid}\n{item.date.text}\n{item.text}" for item in (first, second))
    return sha256("\n\n".join(said).encode()).hexdigest()


def accept(register: Register, event_id: int, other_id: int, reason: str = "") -> ChangeSet:
    """Keep two events that look alike as two: they are no finding until one of them changes.

    What is kept already is no step. RecordMissing when one is not there any more.
    """
    row, other = (row_or_missing(register, "event", number) for number in (event_id, other_id))
    year = row["report_year"]
    assert isinstance(year, int)
    texts = {item.id: item for item in register.read(event_texts.event_texts, year)}
    settled = _settled(texts.values(), register.read(_accepted))
    if other_id not in texts or frozenset((event_id, other_id)) in settled:
        return ChangeSet(OperationKind.ACCEPT)
    accepted: dict[str, Value] = {
        "uuid": str(uuid4()),
        "code": FindingCode.ENTERED_TWICE.value,
        "record_table": "event",
        "record_uuid": row["uuid"],
        "field": other["uuid"],
        "text_digest": _digest(texts[event_id], texts[other_id]),
        "reason": reason,
        "remark": "",
    }
    change = Change("accepted_finding", -1, None, accepted)
    return register.apply(ChangeSet(OperationKind.ACCEPT, (change,), "event", _label(row)))


def merge(register: Register, event_id: int, other_id: int) -> ChangeSet:
    """Make one event of two, in one step: it stands wherever one of them stood.

    The longer text is kept, with its date; what its event does not say (kind, participants …) is
    taken from the other, which goes. RecordMissing when one is not there any more.
    """
    found = {number: row_or_missing(register, "event", number) for number in (event_id, other_id)}
    kept_id = max((event_id, other_id), key=lambda number: len(str(found[number]["text"]).strip()))
    gone_id = other_id if kept_id == event_id else event_id
    changes = register.read(_merging, kept_id, found[kept_id], gone_id, found[gone_id])
    label = _label(found[kept_id])
    return register.apply(ChangeSet(OperationKind.EDIT, changes, "event", label))


def _merging(
    connection: Connection, kept_id: int, kept: Row, gone_id: int, gone: Row
) -> tuple[Change, ...]:
    after = dict(kept)
    for field in _FILLED:
        after[field] = kept[field] or gone[field]
    after["printed"] = kept["printed"] or gone["printed"]
    if not str(kept["date_text"]).strip():
        after["date_text"] = gone["date_text"]
    changes = [Change("event", gone_id, gone, None)]
    if (filled := update("event", kept_id, kept, after)) is not None:
        changes.append(filled)
    links = {
        number: rows.load(
            connection,
            "event_link",
            rows.children(connection, "event", [number]).get("event_link", ()),
        )
        for number in (kept_id, gone_id)
    }
    cells = {(row["partner_id"], row["country_id"]) for row in links[kept_id].values()}
    for number, row in sorted(links[gone_id].items()):
        cell = (row["partner_id"], row["country_id"])
        if cell in cells:
            changes.append(Change("event_link", number, row, None))
        else:
            cells.add(cell)
            moved = Change("event_link", number, {"event_id": gone_id}, {"event_id": kept_id})
            changes.append(moved)
    return tuple(changes)


def _label(row: Row) -> str:
    return shortened(str(row["text"] or row["date_text"]))
