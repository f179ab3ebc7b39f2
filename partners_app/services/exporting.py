"""Writing the register's records into a file for other programs."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from partners_app.domain.errors import FileKindUnknown
from partners_app.domain.records import RegisterContent
from partners_app.exchange.register_json import write_register_json
from partners_app.services.register import Register
from partners_app.storage import queries
from partners_app.storage.engine import Connection

__all__ = ["ExportResult", "export_json"]


@dataclass(frozen=True, slots=True)
class ExportResult:
    """What was written; ``year`` is None when the events of all years were."""

    path: Path
    year: int | None
    countries: int
    partners: int
    agreements: int
    events: int


def export_json(register: Register, path: Path, *, year: int | None = None) -> ExportResult:
    """Write all records into a JSON file; with a ``year`` only the events of that one.

    Raises FileKindUnknown for a name that does not end in .json, and what ``atomic_write`` raises;
    a file that was there is then untouched.
    """
    if path.suffix.lower() != ".json":
        raise FileKindUnknown(path, ".json")
    content, settings = register.read(_content, year)
    write_register_json(path, content, settings)
    return ExportResult(
        path,
        year,
        len(content.countries),
        len(content.partners),
        len(content.agreements),
        len(content.events),
    )


def _content(connection: Connection, year: int | None) -> tuple[RegisterContent, Mapping[str, str]]:
    # Only what was set: a setting at its default is none of the file's business.
    found = queries.settings(connection)
    settings = {key: value for key, value in found.items() if key == "report_font"}
    return queries.content(connection, year), settings
