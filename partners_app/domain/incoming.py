"""What a file says, before anybody has compared it with a register.

Every kind of input (the yearly table, a flat table, the data workbook, JSON, another register)
becomes an ``Incoming``; planning compares it with what the register holds, in one way for all.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from partners_app.domain.findings import Finding
from partners_app.domain.records import RegisterContent


class Layout(StrEnum):
    """How an input was understood."""

    REPORT = "report"
    FLAT = "flat"
    DATA_WORKBOOK = "data_workbook"
    JSON = "json"
    REGISTER = "register"


@dataclass(frozen=True, slots=True)
class SourcePlace:
    """Where something stands in a file; rows and columns from 1, as an office program counts."""

    sheet: str
    row: int
    column: int | None = None


@dataclass(frozen=True, slots=True)
class Origin:
    """The export that a file came back from: which register, in which state.

    After a backup was restored the numbers of steps are given again: ``step_uuid`` says which step
    it was. "" where the file does not say.
    """

    register_uuid: str
    change_seq: int
    step_uuid: str = ""


@dataclass(frozen=True, slots=True)
class RefusedRow:
    """A row that could not be read as a record; ``cells`` is the row as it stands.

    ``reason`` is the finding that says why.
    """

    place: SourcePlace
    cells: tuple[str, ...]
    reason: Finding


@dataclass(frozen=True, slots=True)
class Incoming:
    """The records of a file.

    All ids are negative; a record that came without a UUID has a made-up one. Everything else is
    told by UUID:

    - ``named``: the records whose UUID stands in the file;
    - ``stated``: the fields that the file gives for a record, by the names of its row
      (``date_text``, ``title``) and of its lists (``dates``, ``links``, ``other_names``).
      ``parent`` stands for the record's place under another one, ``position`` for its place in
      the order. A record that is not in it is stated whole;
    - ``printed``: what the cell of a record says, where one cell holds several of its fields
      («20-22 февраля – визит»);
    - ``places``: where a record stands;
    - ``cells``: where the export printed an event, by table and UUID («partner», «country»), in a
      file that prints each once, whatever other places it has.

    ``origin`` is the export that the file came from. ``covers`` are the records that the file
    would hold if nobody had removed any, where the file itself tells (None: where the layout and
    the origin tell).
    """

    path: Path
    layout: Layout
    content: RegisterContent
    sha256: str = ""
    year: int | None = None
    origin: Origin | None = None
    named: frozenset[str] = frozenset()
    stated: Mapping[str, frozenset[str]] = field(default_factory=dict)
    printed: Mapping[str, str] = field(default_factory=dict)
    places: Mapping[str, SourcePlace] = field(default_factory=dict)
    cells: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    settings: Mapping[str, str] = field(default_factory=dict)
    refused: tuple[RefusedRow, ...] = ()
    findings: tuple[Finding, ...] = ()
    covers: frozenset[str] | None = None
