"""What one cell of the event grid holds: its column, its roles, its texts."""

from collections.abc import Iterable, Mapping
from enum import IntEnum, StrEnum

from PySide6.QtCore import Qt

from partners_app.domain.findings import Finding, FindingCode, Severity
from partners_app.domain.names import fold_text
from partners_app.domain.partial_date import format_span, unreadable_reason
from partners_app.domain.records import Event
from partners_app.domain.vocabulary import EventFormat, EventKind
from partners_app.services.duplicates import mirrored
from partners_app.services.events import EventOrder
from partners_app.texts.findings import finding_text
from partners_app.texts.words import word


class Column(IntEnum):
    """The columns, in the order in which they stand at first."""

    DATE = 0
    PARTNER = 1
    TEXT = 2
    KIND = 3
    FORMAT = 4
    PARTICIPANTS = 5
    RESPONSIBLE = 6
    SOURCE = 7
    PRINTED = 8
    REMARK = 9


class Role(IntEnum):
    """What the delegates and the grid ask for besides Qt's roles."""

    ID = Qt.ItemDataRole.UserRole + 1
    """The id of the row's event, int."""
    EVENT = Qt.ItemDataRole.UserRole + 2
    """The `Event` itself."""
    ECHO = Qt.ItemDataRole.UserRole + 3
    """The small second line of a cell, str."""
    DOUBT = Qt.ItemDataRole.UserRole + 4
    """What is doubtful about a cell, one sentence; empty: nothing."""


FIELDS: Mapping[Column, str] = {
    Column.DATE: "date",
    Column.TEXT: "text",
    Column.KIND: "kind",
    Column.FORMAT: "format",
    Column.PARTICIPANTS: "participants",
    Column.RESPONSIBLE: "responsible",
    Column.SOURCE: "source",
    Column.PRINTED: "printed",
    Column.REMARK: "remark",
}
"""The field of `Event` behind each column that can be edited."""

QUIET_COLUMNS = (Column.PARTICIPANTS, Column.RESPONSIBLE, Column.SOURCE, Column.REMARK)
"""The columns that nothing printed comes from: hidden until a clerk asks for them."""

TEXT_COLUMNS = frozenset([Column.TEXT, *QUIET_COLUMNS])
"""The columns of plain texts: what stands in one may stand in another."""

LISTS: Mapping[Column, type[StrEnum]] = {Column.KIND: EventKind, Column.FORMAT: EventFormat}
"""The columns of closed lists, and the lists."""

ORDERS: Mapping[Column, EventOrder] = {
    column: EventOrder(field) for column, field in FIELDS.items()
}
"""The columns by which rows can be sorted."""


_TO_READ = (
    Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
)
_TO_TICK = _TO_READ | Qt.ItemFlag.ItemIsUserCheckable
_TO_EDIT = _TO_READ | Qt.ItemFlag.ItemIsEditable


def cell_flags(column: int, *, writable: bool) -> Qt.ItemFlag:
    """Return what can be done with a cell of a column."""
    if not writable or column not in FIELDS:
        return _TO_READ
    return _TO_TICK if column == Column.PRINTED else _TO_EDIT


def display_text(event: Event, column: Column) -> str:
    """Return what a cell of the event's own fields shows; a tick is no text."""
    if column is Column.DATE:
        return event.date.text
    value = getattr(event, FIELDS[column])
    if column in LISTS:
        return "" if value is None else word(value)
    return value if isinstance(value, str) else ""


def editable_value(event: Event, column: Column) -> object:
    """Return what the editor of a cell begins with; None for a column that has none."""
    if column is Column.DATE:
        return event.date.text
    return getattr(event, FIELDS[column]) if column in FIELDS else None


def ranks(order: EventOrder) -> list[str]:
    """Return the values of a closed list in the order of their words; empty for other orders."""
    column = next((column for column in LISTS if ORDERS[column] is order), None)
    members = (
        [] if column is None else sorted(LISTS[column], key=lambda each: fold_text(word(each)))
    )
    return [member.value for member in members]


def date_echo(event: Event) -> str:
    """Return what was understood of an event's date: «20.02.2020 – 22.02.2020»."""
    date = event.date
    if date.earliest is None or date.latest is None or date.precision is None:
        return ""
    return format_span(date.earliest, date.latest, date.precision)


def date_doubt(event: Event) -> str:
    """Return why an event's date cannot be read; empty if it can, or if there is none."""
    if event.date.readable or not event.date.text.strip():
        return ""
    problem = unreadable_reason(event.date.text, event.report_year)
    return "" if problem is None else word(problem)


_OF_THE_DATE = (FindingCode.EVENT_WITHOUT_DATE, FindingCode.OUTSIDE_YEAR)


def doubts_by_cell(findings: Iterable[Finding]) -> dict[tuple[str, Column], str]:
    """Return what checks found doubtful about events, by the event's uuid and the cell.

    A date that cannot be read is left out: its cell says so at once, without any check.
    """
    doubts: dict[tuple[str, Column], list[str]] = {}
    for finding in findings:
        if finding.table != "event" or finding.severity is Severity.NOTE:
            continue
        if finding.code is not FindingCode.UNREADABLE_DATE:
            if finding.code is FindingCode.ENTERED_TWICE:
                for one in (finding, mirrored(finding)):
                    sentence = finding_text(one).sentence
                    doubts.setdefault((one.record, Column.TEXT), []).append(sentence)
                continue
            column = Column.DATE if finding.code in _OF_THE_DATE else Column.TEXT
            doubts.setdefault((finding.record, column), []).append(finding_text(finding).title)
    return {cell: " · ".join(dict.fromkeys(titles)) for cell, titles in doubts.items()}
