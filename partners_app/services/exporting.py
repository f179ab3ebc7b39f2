"""Writing the register's records into a file: for other programs, or to be edited and taken in."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from partners_app.domain.errors import FileKindUnknown
from partners_app.domain.incoming import Origin
from partners_app.domain.records import RegisterContent
from partners_app.exchange.register_json import write_register_json
from partners_app.services.register import Register
from partners_app.storage import as_of, queries
from partners_app.storage.engine import Connection

__all__ = ["ExportResult", "export", "export_json", "export_workbook"]

_JSON, _WORKBOOK = ".json", ".xlsx"


@dataclass(frozen=True, slots=True)
class ExportResult:
    """What was written; ``year`` is None when the events of all years were.

    A workbook cannot hold everything: ``replaced_characters`` are U+FFFD there, and ``cut_texts``
    are longer than a cell.
    """

    path: Path
    year: int | None
    countries: int
    partners: int
    agreements: int
    events: int
    replaced_characters: int = 0
    cut_texts: int = 0


def export(register: Register, path: Path, *, year: int | None = None) -> ExportResult:
    """Write all records into a JSON file or a data workbook, as the file's name ends.

    With a ``year`` only the events of that one. Raises FileKindUnknown for another ending, and
    what ``atomic_write`` raises; a file that was there is then untouched.
    """
    kind = path.suffix.lower()
    if kind == _JSON:
        return export_json(register, path, year=year)
    if kind == _WORKBOOK:
        return export_workbook(register, path, year=year)
    raise FileKindUnknown(path, f"{_WORKBOOK}, {_JSON}")


def export_json(register: Register, path: Path, *, year: int | None = None) -> ExportResult:
    """Write all records into a JSON file; with a ``year`` only the events of that one.

    Raises FileKindUnknown for a name that does not end in .json, and what ``atomic_write`` raises;
    a file that was there is then untouched.
    """
    if path.suffix.lower() != _JSON:
        raise FileKindUnknown(path, _JSON)
    content, settings = register.read(_content, year)
    write_register_json(path, content, settings)
    return _result(path, year, content)


def export_workbook(register: Register, path: Path, *, year: int | None = None) -> ExportResult:
    """Write all records into a data workbook; with a ``year`` only the events of that one.

    Raises FileKindUnknown for a name that does not end in .xlsx, and what ``atomic_write`` raises;
    a file that was there is then untouched.
    """
    if path.suffix.lower() != _WORKBOOK:
        raise FileKindUnknown(path, _WORKBOOK)
    # Late: what writes workbooks is not needed at the program's start.
    from partners_app.exchange.data_workbook import write_data_workbook

    content, origin = register.read(_content_and_origin, year)
    written = write_data_workbook(content, path, origin=origin, year=year)
    return _result(path, year, content, written.replaced_characters, written.cut_texts)


def _result(
    path: Path, year: int | None, content: RegisterContent, replaced: int = 0, cut: int = 0
) -> ExportResult:
    return ExportResult(
        path,
        year,
        len(content.countries),
        len(content.partners),
        len(content.agreements),
        len(content.events),
        replaced,
        cut,
    )


def _content(connection: Connection, year: int | None) -> tuple[RegisterContent, Mapping[str, str]]:
    # Only what was set: a setting at its default is none of the file's business.
    found = queries.settings(connection)
    settings = {key: value for key, value in found.items() if key == "report_font"}
    return queries.content(connection, year), settings


def _content_and_origin(connection: Connection, year: int | None) -> tuple[RegisterContent, Origin]:
    return queries.content(connection, year), as_of.origin(connection)
