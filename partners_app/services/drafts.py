"""What is being typed and not saved yet, kept outside the register; it survives a kill."""

import json
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path

from partners_app.domain.changes import ChangeSet
from partners_app.domain.errors import PartnersError
from partners_app.domain.event_text import split_events
from partners_app.domain.vocabulary import OperationKind
from partners_app.exchange.atomic_file import atomic_write
from partners_app.paths import user_data
from partners_app.services import agreements, events, run_log
from partners_app.services.catalogue import Scope, ScopeKind
from partners_app.services.register import Register

__all__ = ["Draft", "forget", "keep", "kept", "restore"]

_VERSION = 1


@dataclass(frozen=True, slots=True)
class Draft:
    """A text in a field of a record, or of a new event in a place (``table`` is its kind then).

    ``field`` is as the services name it, ``year`` the report year that was looked at, ``at`` the
    moment in ISO 8601 with its offset from UTC.
    """

    table: str
    row_id: int
    field: str
    text: str
    year: int
    at: str

    def moment(self) -> datetime:
        """Return when it was kept."""
        return datetime.fromisoformat(self.at)


def _file(register_uuid: str, folder: Path | None) -> Path:
    return (folder or user_data() / "Drafts") / f"{register_uuid}.json"


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
            if not all(isinstance(part, str) for part in (draft.table, draft.field, draft.text)):
                return ()
    except (OSError, ValueError, KeyError, TypeError):
        return ()
    return found


def forget(register_uuid: str, *, folder: Path | None = None) -> None:
    """Remove the drafts of a register."""
    with suppress(OSError):
        _file(register_uuid, folder).unlink(missing_ok=True)


def restore(register: Register, draft: Draft) -> ChangeSet:
    """Write a draft into its field, or as new events; RecordMissing when its place is gone.

    The line of a new event is split into date and text as when it is typed.
    """
    match draft.table:
        case "event":
            return events.set_field(register, draft.row_id, draft.field, draft.text)
        case "agreement":
            return agreements.set_field(register, draft.row_id, draft.field, draft.text)
        case _:
            place = Scope(ScopeKind(draft.table), draft.row_id)
            done = ChangeSet(OperationKind.ADD)
            for piece in split_events(draft.text, year=draft.year):
                done = events.add(
                    register, place, draft.year, date_text=piece.date_text, text=piece.text
                )
            return done
