"""The events of one scope and year as rows: a list of ids, and the records of the pages seen."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any, TypeVar

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from partners_app.domain.changes import ChangeSet
from partners_app.domain.errors import PartnersError
from partners_app.domain.findings import Finding
from partners_app.domain.records import Event, EventLink
from partners_app.services import catalogue, events
from partners_app.services.catalogue import Scope, ScopeKind
from partners_app.services.events import EventFilter, EventOrder
from partners_app.ui.item_models.event_cells import (
    Column,
    Role,
    cell_flags,
    date_doubt,
    date_echo,
    display_text,
    doubts_by_cell,
    editable_value,
    ranks,
)
from partners_app.ui.item_models.event_pages import PAGE, EventPages
from partners_app.ui.item_models.row_ids import RowIds
from partners_app.ui.item_models.row_order import difference, merged, runs
from partners_app.ui.open_register import OpenRegister

Index = QModelIndex | QPersistentModelIndex
T = TypeVar("T")

NO_FILTER = EventFilter()

_FIRST = 3 * PAGE
"""Rows of everything whose ids are read when it is opened; the others when one is asked for."""

_NAMED = frozenset({"region", "country", "partner"})
# More separate runs of rows than this are told as one reset: each run costs the header a pass.
_MOST_RUNS = 50


class EventsModel(QAbstractTableModel):
    """A read-only table over the register: nothing is edited here, and rows are found by id.

    After a change only the rows that it touches are read again. Rows that filter or sorting would
    now move or hide stay where they are until the view is asked for anew.
    """

    counts_changed = Signal()
    """`rowCount` or `total` is another one."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._open: OpenRegister | None = None
        self._scope = Scope()
        self._year = 0
        self._where = NO_FILTER
        self._order = EventOrder.REPORT
        self._descending = False
        self._ids = RowIds()
        self._everything: list[int] = []
        self._total = 0
        self._counted: tuple[OpenRegister | None, Scope, int] | None = None
        self._pages = EventPages(self._load)
        self._doubts: dict[tuple[str, Column], str] = {}
        self._names: tuple[dict[int, str], dict[int, str]] | None = None

    # What is shown

    def show(
        self,
        open_register: OpenRegister | None,
        scope: Scope,
        where: EventFilter = NO_FILTER,
        order: EventOrder = EventOrder.REPORT,
        descending: bool = False,
    ) -> None:
        """Show the events of a scope in the register's year; without a register, none."""
        if open_register is not self._open:
            self.forget()
            if self._open is not None:
                self._open.changed.disconnect(self._follow)
            if open_register is not None:
                open_register.changed.connect(self._follow)
        self.beginResetModel()
        self._open, self._scope, self._where = open_register, scope, where
        self._order, self._descending = order, descending
        self._year = 0 if open_register is None else open_register.year
        self._pages.clear()
        self._ids = RowIds([])  # rather than rows of another place, where the disk is away
        try:
            self._ids = self._first_ids()
            self._count()
        finally:
            self.endResetModel()
        self.counts_changed.emit()

    def forget(self) -> None:
        """Ask for names, numbers and ids anew next time: somebody else may have written."""
        self._names = None
        self._counted = None
        self._everything = []

    def set_findings(self, findings: Sequence[Finding]) -> None:
        """Show under the rows what checks found doubtful; only other ones redraw."""
        doubts = doubts_by_cell(findings)
        if doubts != self._doubts:
            self._doubts = doubts
            if self._ids:
                self._tell(0, len(self._ids) - 1)

    @property
    def scope(self) -> Scope:
        """What the rows belong to."""
        return self._scope

    @property
    def year(self) -> int:
        """The report year of the rows; 0 without a register."""
        return self._year

    @property
    def where(self) -> EventFilter:
        """The filter in use."""
        return self._where

    @property
    def order(self) -> tuple[EventOrder, bool]:
        """The sorting in use, and whether it is descending."""
        return self._order, self._descending

    @property
    def total(self) -> int:
        """How many events the scope has in the year without any filter."""
        return self._total

    def event_at(self, row: int) -> Event | None:
        """Return the event of a row; None if the register has it no more."""
        return self._pages.get(self._ids, row)

    def id_at(self, row: int) -> int:
        """Return the id of the event of a row."""
        return self._ids[row]

    def row_of(self, event_id: int) -> int | None:
        """Return the row of an event, None if it is not shown."""
        return self._ids.row_of(event_id)

    # Qt's questions

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._ids)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(Column)

    def flags(self, index: Index) -> Qt.ItemFlag:
        writable = self._open is not None and not self._open.register.read_only
        none = Qt.ItemFlag.NoItemFlags
        return cell_flags(index.column(), writable=writable) if index.isValid() else none

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if orientation == Qt.Orientation.Vertical:
            return section + 1
        return self.title(Column(section)) if section in list(Column) else None

    def title(self, column: Column) -> str:
        """Return the title of a column."""
        return {
            Column.DATE: self.tr("Date"),
            Column.PARTNER: self.tr("Partner"),
            Column.TEXT: self.tr("Event"),
            Column.KIND: self.tr("Kind"),
            Column.FORMAT: self.tr("Format"),
            Column.PARTICIPANTS: self.tr("Participants"),
            Column.RESPONSIBLE: self.tr("Responsible"),
            Column.SOURCE: self.tr("Source"),
            Column.PRINTED: self.tr("In the report"),
            Column.REMARK: self.tr("Remark"),
        }[column]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self._ids):
            return None
        if role == Role.ID:
            return self._ids[index.row()]
        event = self.event_at(index.row())
        if event is None:
            return None
        column = Column(index.column())
        if role == Role.EVENT:
            return event
        if role == Qt.ItemDataRole.DisplayRole:
            return self._display(event, column)
        if role == Qt.ItemDataRole.EditRole:
            return editable_value(event, column)
        if role == Role.ECHO:
            return date_echo(event) if column is Column.DATE else self._elsewhere(event, column)
        if role == Role.DOUBT:
            return self._doubt(event, column)
        if role == Qt.ItemDataRole.CheckStateRole and column is Column.PRINTED:
            return Qt.CheckState.Checked if event.printed else Qt.CheckState.Unchecked
        if role == Qt.ItemDataRole.ToolTipRole and column is Column.DATE:
            return self._doubt(event, column) or date_echo(event) or None
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(event, column)
        return None

    def _display(self, event: Event, column: Column) -> str:
        if column is Column.PARTNER:
            return "\n".join(self._places(event.links))
        return display_text(event, column)

    def _spoken(self, event: Event, column: Column) -> str:
        if column is Column.PRINTED:
            return self.tr("printed") if event.printed else self.tr("not printed")
        text = self._display(event, column)
        echo = date_echo(event) if column is Column.DATE else ""
        beside = self._doubt(event, column) or echo
        return f"{text}, {beside}" if beside and beside != text else text

    def _doubt(self, event: Event, column: Column) -> str:
        unreadable = date_doubt(event) if column is Column.DATE else ""
        return unreadable or self._doubts.get((event.uuid, column), "")

    def _elsewhere(self, event: Event, column: Column) -> str:
        """Return where else an event of the shown partner stands; other lists name all places."""
        scope = self._scope
        if column is not Column.TEXT or scope.kind is not ScopeKind.PARTNER or len(event.links) < 2:
            return ""
        others = [link for link in event.links if link.partner_id != scope.id]
        return self.tr("also: %1").replace("%1", ", ".join(self._places(others)))

    def _places(self, links: Sequence[EventLink]) -> list[str]:
        """Return the names of what an event belongs to, partners and whole countries."""
        if self._names is None:
            self._names = ({}, {}) if self._open is None else self._open.ask(catalogue.names)
        partners, countries = self._names
        places = [
            partners.get(link.partner_id, "")
            if link.partner_id is not None
            else countries.get(link.country_id or 0, "")
            for link in links
        ]
        return [place for place in places if place]

    # What the register says

    def _first_ids(self) -> RowIds:
        """Return the ids of the rows to show; of everything, which may be long, the first."""
        if self._open is None:
            return RowIds()
        unsorted = (self._order, self._descending) == (EventOrder.REPORT, False)
        if self._scope.kind is not ScopeKind.ALL or not unsorted or self._where != NO_FILTER:
            return RowIds(self._asked_ids(self._where))
        first, count = self._open.ask(events.first_ids, self._year, _FIRST)
        return RowIds(first, count, partial(self._everything_after, first, count))

    def _everything_after(self, first: list[int], count: int) -> list[int]:
        """Return all ids of everything; those read last, as long as they seem to be the same."""
        if len(self._everything) != count or self._everything[: len(first)] != first:
            self._everything = self._in_cells(lambda: self._asked_ids(NO_FILTER), [])
        return self._everything

    def _asked_ids(self, where: EventFilter) -> list[int]:
        if self._open is None:
            return []
        return self._open.ask(
            events.ids,
            self._scope,
            self._year,
            where,
            self._order,
            descending=self._descending,
            ranks=ranks(self._order),
        )

    def _load(self, ids: Sequence[int]) -> Mapping[int, Event]:
        opened = self._open
        return {} if opened is None else self._in_cells(lambda: opened.ask(events.load, ids), {})

    def _in_cells(self, read: Callable[[], T], nothing: T) -> T:
        """Read what painting asks for; when that fails cells stay empty and the window says why."""
        try:
            return read()
        except PartnersError as error:
            if self._open is not None:
                self._open.failed.emit(error)
            return nothing

    def _count(self) -> None:
        """Count what the scope has; a filter over the same rows changes nothing of it."""
        counted = (self._open, self._scope, self._year)
        if self._where == NO_FILTER or self._open is None:
            self._total = len(self._ids)
        elif counted != self._counted:
            self._total = self._open.ask(events.total, self._scope, self._year)
        self._counted = counted

    # Changes

    def _follow(self, change_set: ChangeSet) -> None:
        """Re-read what a change set touched."""
        tables = {change.table for change in change_set.changes}
        if tables & _NAMED:
            self._names = None
        touched = [change for change in change_set.changes if change.table == "event"]
        self._pages.forget(change.id for change in touched)
        moved = tables & {"event_link", *_NAMED} or any(
            change.before is None or change.after is None or "report_year" in change.after
            for change in touched
        )
        if moved:
            # A link that came or went is part of its event, and does not say of which one.
            self._pages.clear()
            self._everything = []
            created = [change.id for change in touched if change.before is None]
            self._rearrange(self._merged(created))
            self.counts_changed.emit()
        # Rows that nobody has seen need not be told of.
        rows = (self._ids.known_row(change.id) for change in touched if change.after)
        changed = sorted(row for row in rows if row is not None)
        if tables & {"event_link", *_NAMED} and self._ids:
            self._tell(0, len(self._ids) - 1)
        else:
            for first, last in runs(changed):
                self._tell(first, last)

    def _tell(self, first: int, last: int) -> None:
        self.dataChanged.emit(self.index(first, 0), self.index(last, len(Column) - 1))

    def _merged(self, created: list[int]) -> list[int]:
        """Return the ids to show now: all that matches, and what was shown or is new besides."""
        matching = self._asked_ids(self._where)
        everything = matching if self._where == NO_FILTER else self._asked_ids(NO_FILTER)
        self._total = len(everything)
        if not self._ids.is_whole():
            new = set(created)
            self._ids.complete([found for found in matching if found not in new])
        as_reported = self._order is EventOrder.REPORT
        if as_reported and self._where == NO_FILTER:
            return matching
        shown = self._ids.whole()
        return merged(shown, matching, everything, created, as_reported=as_reported)

    def _rearrange(self, ids: list[int]) -> None:
        """Show these ids, telling the views which rows went, moved and came."""
        shown = self._ids.whole()
        gone, staying, came = difference(shown, ids)
        if len(gone) + len(came) > _MOST_RUNS:
            self.beginResetModel()
            self._ids = RowIds(ids)
            self.endResetModel()
            return
        for first, last in reversed(gone):
            self.beginRemoveRows(QModelIndex(), first, last)
            shown = shown[:first] + shown[last + 1 :]
            self._ids = RowIds(shown)
            self.endRemoveRows()
        if staying != shown:
            self._reorder(staying)
        for first, last in came:
            self.beginInsertRows(QModelIndex(), first, last)
            staying = staying[:first] + ids[first : last + 1] + staying[first:]
            self._ids = RowIds(staying)
            self.endInsertRows()

    def _reorder(self, ids: list[int]) -> None:
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        shown = [self._ids[index.row()] for index in before]
        self._ids = RowIds(ids)
        after = [
            QModelIndex() if (row := self.row_of(event_id)) is None else self.index(row, i.column())
            for event_id, i in zip(shown, before, strict=True)
        ]
        self.changePersistentIndexList(before, after)
        self.layoutChanged.emit()


def is_single_place(scope: Scope) -> bool:
    """Tell whether a new event of this scope needs no further place: one partner or country."""
    return scope.kind in (ScopeKind.PARTNER, ScopeKind.COUNTRY)
