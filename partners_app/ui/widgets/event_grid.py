"""The section of a year's events: its title bar, the table, and the strip that adds events."""

from collections.abc import Sequence

from PySide6.QtCore import QByteArray, Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QVBoxLayout, QWidget

from partners_app.domain.changes import ChangeSet
from partners_app.domain.event_text import event_line
from partners_app.domain.findings import Finding
from partners_app.services import events
from partners_app.services.catalogue import Scope, ScopeKind
from partners_app.services.drafts import Typed
from partners_app.services.event_places import place_of
from partners_app.services.events import EventOrder
from partners_app.ui.item_models.event_cells import ORDERS, Column, Role
from partners_app.ui.item_models.events import NO_FILTER, EventsModel, is_single_place
from partners_app.ui.open_register import OpenRegister
from partners_app.ui.widgets.cells_menu import CellsMenu
from partners_app.ui.widgets.event_blocks import EventBlocks
from partners_app.ui.widgets.event_grid_body import EventGridBody
from partners_app.ui.widgets.event_keys import GridKey
from partners_app.ui.widgets.fresh_event import FreshEvent, is_blank
from partners_app.ui.widgets.painting import PillSpec, Tone
from partners_app.ui.widgets.section_header import SectionHeader
from partners_app.ui.widgets.unsaved_events import typed_line


class EventGrid(QWidget):
    """Shows and edits the events of a scope in the register's year.

    Everything typed is written at once through the services; what could not be written stays in
    its cell. The grid itself shows only what the register says.
    """

    counts_changed = Signal(int, int, int)
    """Rows shown, events of the scope and year, rows selected."""
    paste_text_requested = Signal()
    """A text of several events is to be pasted; the grid itself opens no dialog."""
    said = Signal(str)
    """Something that was asked for was not done, or only in part; a sentence says why."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._open: OpenRegister | None = None
        self._place_given = False
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.setAutoFillBackground(True)
        self.model = EventsModel(self)
        self.header = SectionHeader(parent=self)
        self._reset = self.header.add_button(
            self.tr("Reset"), "funnel-x", beside_title=True, tip=self.tr("Show all events again")
        )
        self._reset.clicked.connect(self.clear_filter)
        self._paste = self.header.add_button(
            self.tr("Paste text"), "clipboard-paste", tip=self.tr("Make events of a copied text")
        )
        self._paste.clicked.connect(self.paste_text_requested)
        self._add = self.header.add_button(
            self.tr("Add"), "plus", main=True, tip=self.tr("Add an event")
        )
        self._add.clicked.connect(self._add_typed)
        self.body = EventGridBody(self.model, self)
        self.body.paste_button.clicked.connect(self.paste_text_requested)
        self.table = self.body.table
        self.add_row = self.body.add_row
        self.blocks = EventBlocks(self.table, self.model, self)
        self.cells_menu = CellsMenu(self.blocks.act, self)
        self._fresh = FreshEvent(self.table)
        self.setFocusProxy(self.table)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.header)
        layout.addWidget(self.body, 1)
        self._connect()
        self._show_facts()

    def _connect(self) -> None:
        table = self.table
        table.edit_requested.connect(self._edit)
        table.append_requested.connect(self._append)
        table.act_requested.connect(self._act)
        table.menu_requested.connect(self.cells_menu.popup)
        table.columns.visibility_changed.connect(self._filter)
        table.selected_changed.connect(self._tell_counts)
        table.filter_header.filter_changed.connect(self._filter)
        table.filter_header.sectionClicked.connect(self._sort)
        self.blocks.said.connect(self.said)
        self.model.counts_changed.connect(self._show_counts)
        self.add_row.add_requested.connect(self._add_line)
        self.add_row.left_up.connect(self.table.setFocus)
        self.table.left_down.connect(self._leave_down)

    # What is shown

    def set_register(self, open_register: OpenRegister | None) -> None:
        """Take another register, or none; nothing is shown until `show_scope` says what."""
        self.commit()
        self.table.unsaved.clear()
        self.add_row.line.clear()
        self._fresh.settle(leaving=True)
        if self._open is not None:
            self._open.year_changed.disconnect(self._change_year)
        self._open = open_register
        self.blocks.set_register(open_register)
        if open_register is not None:
            open_register.year_changed.connect(self._change_year)
        self._place_given = False
        self.model.show(None, Scope(), NO_FILTER, *self.model.order)
        self._show_facts()

    def show_scope(self, scope: Scope) -> None:
        """Show the events of a place of the tree; what is being typed is written first."""
        if self._place_given and scope == self.model.scope:
            return
        self.commit()
        self._place_given = self._open is not None
        self._show(scope)

    def scope(self) -> Scope:
        """Return what is shown."""
        return self.model.scope

    def reload(self) -> None:
        """Read everything anew: somebody else may have written."""
        self.commit()
        self.model.forget()
        if self._place_given:
            self._show(self.model.scope)

    def _change_year(self, _year: int) -> None:
        self.commit()
        if self._place_given:
            self._show(self.model.scope)

    def _show(self, scope: Scope, sorting: tuple[EventOrder, bool] | None = None) -> None:
        """Ask for the rows of a scope, filter and sorting, and find the current one again."""
        same = scope == self.model.scope
        self.table.unsaved.keep_line(self.model.scope, self.model.year, self.add_row.line.text())
        current = self.current_event() if same else None
        column = self.table.currentIndex().column()
        self.table.show_partners(scope.kind is not ScopeKind.PARTNER)
        where = self.table.filter_header.filter()
        self.model.show(self._open, scope, where, *(sorting or self.model.order))
        row = self.model.row_of(current) if current is not None else None
        self.table.select_row(
            0 if row is None else row, Column(column) if column >= 0 else Column.TEXT
        )
        self._show_facts()
        self.add_row.show_line(self.table.unsaved.take_line(scope, self.model.year))

    def _show_facts(self) -> None:
        """Show title, counts, filters and the place of a new event as the rows have them."""
        self._show_place()
        self._show_title()
        self._show_filter()
        self.body.arrange()

    def _show_title(self) -> None:
        year = str(self.model.year or "")
        title = self.tr("Events of %1").replace("%1", year) if year else self.tr("Events")
        self.header.set_title(title)
        self._show_counts()

    def _show_counts(self) -> None:
        shown, total = self.model.rowCount(), self.model.total
        filtered = self.model.where != NO_FILTER
        count = self.tr("%1 of %2").replace("%1", str(shown)).replace("%2", str(total))
        self.header.set_count("" if not self.model.year else count if filtered else str(total))
        offer_paste = self.model.total == 0 and self.add_row.place_known()
        self.body.say_empty(self._empty_sentence(), offer_paste=offer_paste)
        self._tell_counts()

    def _empty_sentence(self) -> str:
        if self.model.rowCount() or not self.model.year:
            return ""
        if self.model.total:
            return self.tr("None of the events matches the filter.")
        year = str(self.model.year)
        if not self.add_row.place_known():
            return self.tr("There are no events in %1.").replace("%1", year)
        return self.tr("There are no events in %1. Type the first one above.").replace("%1", year)

    def _tell_counts(self) -> None:
        shown, total = self.model.rowCount(), self.model.total
        self.counts_changed.emit(shown, total, self.table.selected.row_count())

    def _show_place(self) -> None:
        """Say in the strip where a new event would go."""
        kind = self.model.scope.kind
        writable = self._open is not None and not self._open.register.read_only
        example = self.tr("Type date and text: “20-22 February – visit of a delegation”")
        if not writable:
            self.add_row.set_place(False, self.tr("The register is open for reading only"))
        elif kind is ScopeKind.PARTNER:
            self.add_row.set_place(True, example)
        elif kind is ScopeKind.COUNTRY:
            self.add_row.set_place(
                True, self.tr("An event of the whole country: type date and text")
            )
        else:
            self.add_row.set_place(
                False, self.tr("To add an event, choose a city or a country on the left")
            )
        self._add.setEnabled(self.add_row.place_known())
        self._paste.setEnabled(writable)
        self.add_row.set_year(self.model.year)

    def set_findings(self, findings: Sequence[Finding]) -> None:
        """Show what checks found doubtful about events in their rows."""
        self.model.set_findings(findings)

    # Filter and sorting

    def clear_filter(self) -> None:
        """Take every filter away."""
        self.table.filter_header.clear_filter()

    def _filter(self) -> None:
        if self.table.filter_header.filter() != self.model.where:
            self.table.commit()
            self._show(self.model.scope)

    def _show_filter(self) -> None:
        header = self.table.filter_header
        chips = [
            PillSpec(
                f"{self.model.title(column)}: {header.fields[column].caption()}",
                Tone.ACCENT,
                "funnel",
            )
            for column in header.active()
        ]
        self.header.set_chips(chips)
        self._reset.setVisible(bool(chips))

    def _sort(self, section: int) -> None:
        """Sort by a column: up, down, and the third time as the report has it."""
        wanted = ORDERS.get(Column(section))
        if wanted is None:
            return
        self.commit()
        order, descending = self.model.order
        if order is wanted and descending:
            self.set_order(EventOrder.REPORT)
        else:
            self.set_order(wanted, descending=order is wanted)

    def set_order(self, order: EventOrder, descending: bool = False) -> None:
        """Sort the rows; the current one stays current."""
        self.table.filter_header.set_sorted(order, descending)
        if self._place_given:
            self._show(self.model.scope, (order, descending))
        else:
            self.model.show(None, self.model.scope, NO_FILTER, order, descending)

    # What a clerk does

    def _act(self, key: GridKey) -> None:
        """Do what a key in the table asks for."""
        match key:
            case GridKey.ADD:
                self.add_event()
            case GridKey.DELETE:
                self.delete_selected()
            case GridKey.MOVE_UP | GridKey.MOVE_DOWN:
                self.move_selected(-1 if key is GridKey.MOVE_UP else 1)
            case _:
                self.blocks.act(key)

    def commit(self) -> None:
        """Write what is being typed, in a cell or in the strip, before something else is shown."""
        self.table.commit()
        self.add_row.commit()

    def typed(self) -> list[Typed]:
        """Return what is being typed, and what could not be written."""
        year, editor = self.model.year, self.table.editor()
        text = None if editor is None else editor.typed_text()
        now = [] if editor is None or text is None else [Typed("event", *editor.key(), text, year)]
        if self.add_row.pending():
            now.append(typed_line(self.model.scope, year, self.add_row.line.text()))
        return self.table.unsaved.typed(now, year)

    def write_again(self) -> None:
        """Try to write what could not be written; what is being typed, too."""
        self.commit()
        if self._open is not None:
            self.table.unsaved.write(self._open)

    def current_event(self) -> int | None:
        """Return the id of the current event."""
        event_id = self.table.currentIndex().data(Role.ID)
        return event_id if isinstance(event_id, int) else None

    def select_event(self, event_id: int, column: Column = Column.TEXT) -> bool:
        """Make an event the current one; False if it is not among the rows."""
        row = self.model.row_of(event_id)
        if row is not None:
            self.table.select_row(row, column)
        return row is not None

    def _edit(self, event_id: int, field: str, value: object) -> None:
        if self._open is not None:
            self.table.unsaved.write_cell(self._open, event_id, field, value)

    def add_event(self) -> None:
        """Add an event after the current one and let its date be typed."""
        if self.add_row.pending():
            self.add_row.commit()
            return
        self.table.commit()
        current = self.table.currentIndex().data(Role.EVENT)
        place = self.model.scope
        if current is not None and current.links:
            # In a list of several partners a new row belongs where the current one does.
            self._insert(place_of(current, self.model.scope), current.id)
        elif is_single_place(place):
            self._insert(place, None)
        else:
            self._leave_down()

    def _leave_down(self) -> None:
        """Go on in the line for a new event, where there is a place for one."""
        if self.add_row.place_known():
            self.add_row.setFocus()

    def _append(self) -> None:
        """Go on past the last row: a new event, unless the last one is still empty."""
        last = self.model.event_at(self.model.rowCount() - 1) if self.model.rowCount() else None
        if is_single_place(self.model.scope) and not is_blank(last):
            self._insert(self.model.scope, None)

    def _insert(self, place: Scope, after: int | None) -> None:
        done = self._do_add(place, after=after)
        if done is not None:
            self._go_to_added(done, Column.DATE)
            self._fresh.watch(self._open, done)
            self.table.start_editing(self.table.currentIndex())

    def _do_add(
        self, place: Scope, *, date_text: str = "", text: str = "", after: int | None = None
    ) -> ChangeSet | None:
        if self._open is None or self._open.register.read_only:
            return None
        year = self.model.year
        return self._open.do(events.add, place, year, date_text=date_text, text=text, after=after)

    def _go_to_added(self, done: ChangeSet, column: Column) -> None:
        for event_id in done.ids("event"):
            self.select_event(event_id, column)

    def _add_line(self, date_text: str, text: str) -> None:
        done = self._do_add(self.model.scope, date_text=date_text, text=text)
        if done is None:
            self.add_row.put_back(event_line(date_text, text))
        else:
            self._go_to_added(done, Column.TEXT)

    def _add_typed(self) -> None:
        """Add what the strip holds; if nothing, let it be typed."""
        self.add_row.commit()
        self.add_row.setFocus(Qt.FocusReason.OtherFocusReason)

    def delete_selected(self) -> None:
        """Delete the events of the selected rows, in one step."""
        self.commit()
        rows = self.table.selected.rows()
        if self._open is not None and rows:
            column = Column(max(self.table.currentIndex().column(), 0))
            self._open.do(events.delete, [self.model.id_at(row) for row in rows])
            self.table.select_row(min(rows[0], self.model.rowCount() - 1), column)

    def can_move(self) -> bool:
        """Tell whether moving would be seen: rows stand as in the report."""
        return self.model.order[0] is EventOrder.REPORT and self.current_event() is not None

    def move_selected(self, step: int) -> None:
        """Move the current event up (-1) or down (+1) within the cell of its partner or country."""
        event = self.table.currentIndex().data(Role.EVENT)
        if self._open is None or event is None or not self.can_move() or not event.links:
            return
        self.table.commit()
        self._open.do(events.move, event.id, place_of(event, self.model.scope), step)
        self.table.scrollTo(self.table.currentIndex())

    # State

    def state(self) -> QByteArray:
        """Return the columns and the sorting, to be kept over a restart."""
        return self.table.columns.state(*self.model.order)

    def set_state(self, state: QByteArray) -> None:
        """Restore columns and sorting of a kept state; one that makes no sense, none."""
        sorting = self.table.columns.set_state(state)
        if sorting is not None:
            self.set_order(*sorting)
