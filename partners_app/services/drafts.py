"""What is being typed and not saved yet, kept outside the register; it survives a kill."""

import json
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path

from partners_app.domain.changes import ChangeSet
from partners_app.domain.errors import PartnersError, RecordMissing
from partners_app.domain.event_text import split_events
from partners_app.exchange.atomic_file import atomic_write
from partners_app.paths import as_name, user_data
from partners_app.services import (
    agreements,
    catalogue,
    event_pasting,
    events,
    particulars,
    run_log,
)
from partners_app.services.catalogue import Scope, ScopeKind
from partners_app.services.register import Register

__all__ = ["Draft", "Typed", "forget", "keep", "kept", "restore"]

_VERSION = 1


@dataclass(frozen=True, slots=True)
class Typed:
    """A text that is typed and not written: in a field of a record, or the start of a new one.

    ``field`` is as the services name it. Of a new record ``table`` and ``row_id`` say where it
    belongs (0: under nothing) and ``field`` what it is: a «line» of the strip, a «pasted» text of
    events, a «new_date» of an agreement, a new «region», «country» or «partner». ``year`` is the
    report year that was looked at.
    """

    table: str
    row_id: int
    field: str
    text: str
    year: int


@dataclass(frozen=True, slots=True)
class Draft(Typed):
    """A typed text as it was kept; ``at`` in ISO 8601 with its offset from UTC.

    ``change_seq`` is up to which change its user had been shown the register; 0: unknown.
    """

    at: str
    change_seq: int = 0

    def moment(self) -> datetime:
        """Return when it was kept."""
        return datetime.fromisoformat(self.at)


def _file(register_uuid: str, folder: Path | None) -> Path:
    return (folder or user_data() / "Drafts") / f"{as_name(register_uuid)}.json"


def keep(register_uuid: str, drafts: Sequence[Draft], *, folder: Path | None = None) -> bool:
    """Write the drafts of a register in place of those before; none: as ``forget``.

    False when that failed: typing goes on all the same, the log says so.
    """
    if not drafts:
        forget(register_uuid, folder=folder)
        return True
    content = {"version": _VERSION, "drafts": [asdict(draft) for draft in drafts]}
    text = json.dumps(content, ensure_ascii=False, indent=1)
    target = _file(register_uuid, folder)
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        atomic_write(target, lambda path: _write(path, text))
    except (PartnersError, OSError) as error:
        run_log.record(f"drafts are not kept: {type(error).__name__}")
        return False
    return True


def _write(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8")


def kept(register_uuid: str, *, folder: Path | None = None) -> tuple[Draft, ...]:
    """Return the drafts of a register; none from a file that is not there or makes no sense."""
    try:
        content = json.loads(_file(register_uuid, folder).read_text(encoding="utf-8"))
        if content["version"] != _VERSION:
            return ()
        found = tuple(Draft(**item) for item in content["drafts"])
        for draft in found:
            draft.moment()
            if type(draft.change_seq) is not int or not all(
                isinstance(part, str) for part in (draft.table, draft.field, draft.text)
            ):
                return ()
    except (OSError, ValueError, KeyError, TypeError):
        return ()
    return found


def forget(register_uuid: str, *, folder: Path | None = None) -> None:
    """Remove the drafts of a register."""
    with suppress(OSError):
        _file(register_uuid, folder).unlink(missing_ok=True)


def restore(register: Register, typed: Typed) -> ChangeSet:
    """Write a typed text into its field, or as new records; RecordMissing when its place is gone.

    The line of a new event is split into date and text as when it is typed. ChangedSince when
    others have written into the field since the text was typed, where ``shown`` is kept.
    """
    if isinstance(typed, Draft) and typed.change_seq and register.shown is not None:
        with register.shown.judged_since((typed.table, typed.row_id), typed.change_seq):
            return _restore(register, typed)
    return _restore(register, typed)


def _restore(register: Register, typed: Typed) -> ChangeSet:
    table, row_id, text = typed.table, typed.row_id, typed.text
    match table, typed.field:
        case "event", field:
            return events.set_field(register, row_id, field, text)
        case "agreement_date", "date":
            return agreements.set_date_text(register, row_id, text)
        case "agreement", "new_date":
            return agreements.add_date(register, row_id, text)
        case "agreement", field:
            return agreements.set_typed(register, row_id, field, text)
        case "partner" | "country", "line" | "pasted":
            return _restore_events(register, typed)
        case "all", "region":
            return catalogue.add_region(register, text)
        case "region", "country":
            return catalogue.add_country(register, row_id, text)
        case "country", "partner":
            return catalogue.add_partner(register, row_id, text)
        case "region" | "country" | "partner", "name":
            return catalogue.rename(register, table, row_id, text)
        case "region" | "country" | "partner", field:
            return particulars.save(register, table, row_id, {field: text})
        case _:
            raise RecordMissing(table, row_id)


def _restore_events(register: Register, typed: Typed) -> ChangeSet:
    place = Scope(ScopeKind(typed.table), typed.row_id)
    if typed.field == "pasted":
        found = event_pasting.read_pasted(register, place, typed.year, typed.text)
        wanted = [piece for piece in found if piece.proposed] or found
        return event_pasting.add_pasted(register, place, typed.year, wanted)
    pieces = split_events(typed.text, year=typed.year)
    new = [{"date": piece.date_text, "text": piece.text} for piece in pieces]
    return events.add_many(register, place, typed.year, new)
