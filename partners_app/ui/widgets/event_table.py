"""The table of the event grid: Excel's keys, editors that never lose a word, measured rows."""

from PySide6.QtCore import (
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QInputMethodEvent,
    QKeyEvent,
    QMouseEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QApplication,
    QHeaderView,
    QTableView,
    QWidget,
)

from partners_app.ui import theme
from partners_app.ui.item_models.event_cells import Column, Role
from partners_app.ui.item_models.events import EventsModel
from partners_app.ui.widgets.cell_ranges import Step, neighbour
from partners_app.ui.widgets.columns_menu import ColumnsMenu
from partners_app.ui.widgets.event_columns import EventColumns
from partners_app.ui.widgets.event_delegates import EventDelegate, tick_rect
from partners_app.ui.widgets.event_editors import CellEditor, Leaving
from partners_app.ui.widgets.event_keys import GOING, GridKey, grid_key
from partners_app.ui.widgets.filter_header import FilterHeader
from partners_app.ui.widgets.row_heights import RowHeights
from partners_app.ui.widgets.selected_cells import SelectedCells
from partners_app.ui.widgets.unsaved_events import UnsavedEvents

Index = QModelIndex | QPersistentModelIndex

_ROW_ESTIMATE = 11.75
_STEPS = {
    Leaving.UP: Step.UP,
    Leaving.DOWN: Step.DOWN,
    Leaving.NEXT: Step.NEXT,
    Leaving.PREVIOUS: Step.PREVIOUS,
}


class EventTable(QTableView):
    """Shows an `EventsModel`; what a clerk wants to change leaves it as a signal."""

    edit_requested = Signal(int, str, object)
    """Id of an event, field of `Event`, new value."""
    append_requested = Signal()
    """A new event after the last one: the clerk went on from the last cell."""
    act_requested = Signal(GridKey)
    """Something to be done with rows or with the selected cells."""
    menu_requested = Signal(QPoint)
    """The menu of the selected cells, at a place of the screen."""
    left_down = Signal()
    """The arrow down was pressed on the last row."""
    selected_changed = Signal()
    content_resized = Signal()
    """`wanted_height` is another one."""

    def __init__(self, model: EventsModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._events = model
        self._escaped = False
        self.unsaved = UnsavedEvents(self)
        self._delegate = EventDelegate(self, self.unsaved, self)
        self._heights = RowHeights(self, model, self._height_of, self._layout_of_rows)
        self._measure_soon = QTimer(self)
        self._measure_soon.setSingleShot(True)
        self._measure_soon.setInterval(0)
        self._measure_soon.timeout.connect(self._measure)
        self.setAccessibleName(self.tr("Events"))
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setShowGrid(False)
        self.setCornerButtonEnabled(False)
        self.setWordWrap(True)
        self.setItemDelegate(self._delegate)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        # Keys and clicks that open an editor are handled here: typing replaces, F2 keeps.
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.filter_header = FilterHeader(self)
        self.setHorizontalHeader(self.filter_header)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setMinimumSectionSize(1)
        self.setModel(model)
        self.columns = EventColumns(self.filter_header, self)
        self.selected = SelectedCells(self, self.columns.shown)
        self.columns_menu = ColumnsMenu(self.columns, model, self)
        self.columns.visibility_changed.connect(self._show_columns)
        self._apply_lengths()
        # The header tells the width of the elastic column before it has it.
        self.columns.resized.connect(self._measure_soon.start)
        self.filter_header.sectionMoved.connect(self._measure)
        self.filter_header.left_down.connect(self.setFocus)
        self.horizontalScrollBar().valueChanged.connect(self.filter_header.place_fields)
        self._delegate.edit_requested.connect(self.edit_requested)
        self._delegate.left.connect(self._go)
        self.unsaved.cell_changed.connect(self._forget_row)
        model.dataChanged.connect(self._rows_changed)
        model.modelReset.connect(self._count_selected)  # no selectionChanged comes then
        for signal in (model.modelReset, model.rowsInserted, model.rowsRemoved):
            signal.connect(self._measure)
        model.layoutChanged.connect(self._measure)
        self.selectionModel().selectionChanged.connect(self._count_selected)

    # What the delegate asks

    def is_first(self, column: int) -> bool:
        return self.columns.shown()[:1] == [column]

    def is_tinted(self, index: Index) -> bool:
        if self.selected.is_single():
            return index.row() == self.currentIndex().row()
        return self.selectionModel().isSelected(index)

    def is_marked(self, row: int) -> bool:
        if self.selected.is_single():
            return row == self.currentIndex().row()
        return self.selectionModel().rowIntersectsSelection(row, QModelIndex())

    def is_current(self, index: Index) -> bool:
        return self.currentIndex() == index

    def has_keyboard(self) -> bool:
        focused = QApplication.focusWidget()
        if self.editor() is not None:
            return True
        if focused is None:
            return False
        inside = self.viewport().isAncestorOf(focused)
        return focused is self or focused is self.viewport() or inside

    # Editing

    def editor(self) -> CellEditor | None:
        """Return the editor that is open."""
        return self._delegate.editor()

    def commit(self) -> None:
        """Write what is being typed and close the editor."""
        self._delegate.finish()

    def start_editing(self, index: QModelIndex, typed: str | None = None) -> bool:
        """Open the editor of a cell; ``typed`` replaces its value until Esc."""
        if not index.isValid() or not index.flags() & Qt.ItemFlag.ItemIsEditable:
            return False
        self.commit()
        self.setCurrentIndex(index)
        self.scrollTo(index)
        self.edit(index)
        editor = self._delegate.editor()
        if editor is None:
            return False
        editor.resized.connect(self.content_resized)
        editor.begin(typed)
        self.viewport().update()
        return True

    def closeEditor(self, editor: QWidget, hint: object) -> None:
        super().closeEditor(editor, hint)  # type: ignore[arg-type]
        self._escaped = hint is QAbstractItemDelegate.EndEditHint.RevertModelCache
        self.viewport().update()
        self.content_resized.emit()

    def _toggle_printed(self, index: QModelIndex) -> None:
        event = index.data(Role.EVENT)
        if event is not None and index.flags() & Qt.ItemFlag.ItemIsUserCheckable:
            self.edit_requested.emit(event.id, "printed", not event.printed)

    # Keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        listed = index.column() in (Column.KIND, Column.FORMAT)
        key = grid_key(event, on_tick=index.column() == Column.PRINTED, on_list=listed)
        again, self._escaped = self._escaped, key is GridKey.LEAVE
        if key is None and event.key() == Qt.Key.Key_Down and self._is_last(index, event):
            self.left_down.emit()
        elif key is None:
            super().keyPressEvent(event)
        elif key in GOING:
            event.setAccepted(self._go(GOING[key]))
        elif key is GridKey.LEAVE:
            event.setAccepted(again)
            if again:
                self.act_requested.emit(key)
        else:
            self._act(key, event.text())
            event.accept()

    def _is_last(self, index: QModelIndex, event: QKeyEvent) -> bool:
        keypad = Qt.KeyboardModifier.KeypadModifier
        return index.row() == self.model().rowCount() - 1 and not event.modifiers() & ~keypad

    def _act(self, key: GridKey, typed: str) -> None:
        index = self.currentIndex()
        match key:
            case GridKey.EDIT:
                self.start_editing(index)
            case GridKey.REPLACE | GridKey.EMPTY_AND_EDIT:
                self.start_editing(index, typed if key is GridKey.REPLACE else "")
            case GridKey.TOGGLE:
                self._toggle_printed(index)
            case GridKey.SELECT_ROWS | GridKey.SELECT_COLUMNS:
                flags = QItemSelectionModel.SelectionFlag
                whole = flags.Rows if key is GridKey.SELECT_ROWS else flags.Columns
                self.selectionModel().select(index, flags.ClearAndSelect | whole)
            case _:
                self.act_requested.emit(key)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        if self.state() != QAbstractItemView.State.EditingState and self.start_editing(
            self.currentIndex(), ""
        ):
            editor = self.editor()
            if editor is not None:
                QApplication.sendEvent(editor.widget, event)
            return
        super().inputMethodEvent(event)

    def _go(self, leaving: Leaving) -> bool:
        """Go to a neighbour cell; past the last one a new event is asked for.

        False at the first cell: Shift+Tab leaves the grid.
        """
        current, columns = self.currentIndex(), self.columns.shown()
        if not current.isValid() or current.column() not in columns:
            return False
        row, column = current.row(), current.column()
        target = neighbour(_STEPS[leaving], row, column, self.model().rowCount(), columns)
        if target is not None:
            self._select_cell(*target)
        elif leaving in (Leaving.NEXT, Leaving.DOWN):
            self.append_requested.emit()
        return target is not None or leaving is not Leaving.PREVIOUS

    # Mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        point = event.position().toPoint()
        index = self.indexAt(point)
        super().mousePressEvent(event)
        left = event.button() == Qt.MouseButton.LeftButton
        if left and not event.modifiers() and self._on_tick(index, point):
            self._toggle_printed(index)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        if self._on_tick(index, event.position().toPoint()):
            self._toggle_printed(index)
        elif event.button() == Qt.MouseButton.LeftButton:
            self.start_editing(index)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        place = event.pos()
        if event.reason() is QContextMenuEvent.Reason.Keyboard:
            place = self.visualRect(self.currentIndex()).center()
        elif not self.selectionModel().isSelected(self.indexAt(place)):
            self.setCurrentIndex(self.indexAt(place))
        self.menu_requested.emit(self.viewport().mapToGlobal(place))

    def _on_tick(self, index: QModelIndex, point: QPoint) -> bool:
        return (
            index.isValid()
            and index.column() == Column.PRINTED
            and tick_rect(self.visualRect(index)).contains(point)
        )

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.currentIndex().isValid():
            self.select_row(0)
        self.viewport().update()

    # Selection

    def select_row(self, row: int, column: Column = Column.TEXT) -> None:
        """Make a cell the current and only selected one; nothing if there is no such row."""
        if 0 <= row < self.model().rowCount():
            self._select_cell(row, column)

    def _select_cell(self, row: int, column: int) -> None:
        index = self.model().index(row, column)
        flag = QItemSelectionModel.SelectionFlag.ClearAndSelect
        self.selectionModel().setCurrentIndex(index, flag)
        self.scrollTo(index)

    def _count_selected(self, *_: object) -> None:
        self.selected.count_again()
        self.viewport().update()
        self.selected_changed.emit()

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        # The whole row shows where the current cell is, not only the two cells.
        self.viewport().update()

    # Heights and widths

    def _height_of(self, row: int) -> int:
        header = self.filter_header
        return max(
            self._delegate.height(self.model().index(row, column), header.sectionSize(column))
            for column in self.columns.shown()
        )

    def _layout_of_rows(self) -> tuple[object, ...]:
        """Return all that heights depend on besides the texts: columns, widths, font."""
        columns = self.columns.shown()
        widths = [self.filter_header.sectionSize(column) for column in columns]
        return (*columns, *widths, theme.body_font().key())

    def _measure(self, *_: object) -> None:
        if self._heights.measure_shown():
            self.updateGeometries()
        self.content_resized.emit()

    def _forget_row(self, event_id: int) -> None:
        self._heights.forget(event_id)
        self._measure()
        self.viewport().update()

    def _rows_changed(self, first: QModelIndex, last: QModelIndex, _roles: object = None) -> None:
        if last.row() - first.row() > 500:
            self._heights.forget()
        else:
            for row in range(first.row(), last.row() + 1):
                self._heights.forget(self._events.id_at(row))
        self._measure()

    def _apply_lengths(self) -> None:
        """Set all lengths from the font."""
        self.columns.apply()
        self.verticalHeader().setDefaultSectionSize(theme.length(_ROW_ESTIMATE))
        self.verticalScrollBar().setSingleStep(theme.length(_ROW_ESTIMATE) // 2)
        self._measure()

    def show_partners(self, shown: bool) -> None:
        """Say whether rows of several partners are shown: one partner needs no column."""
        if self.columns.show_partners(shown):
            self._show_columns()

    def _show_columns(self) -> None:
        self.filter_header.place_fields()
        self._count_selected()
        self._measure()

    def wanted_height(self) -> int:
        """Return the height at which every row, and an editor over the last one, is seen whole."""
        rows = self.verticalHeader().length()
        editor = self._delegate.editor()
        if editor is not None:
            rows = max(rows, editor.wanted_bottom + self.verticalScrollBar().value())
        bar = self.horizontalScrollBar()
        below = bar.sizeHint().height() if bar.maximum() > 0 else 0
        return self.filter_header.sizeHint().height() + rows + below

    def scrollTo(
        self,
        index: Index,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        if index.isValid():
            # Else the row may stand elsewhere as soon as its neighbours get their heights.
            self._heights.measure_near(index.row())
            self.updateGeometries()
        super().scrollTo(index, hint)
        # What came into sight may have got its heights only now.
        super().scrollTo(index, hint)

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        super().scrollContentsBy(dx, dy)
        if dy and self._heights.measure_shown():
            self.updateGeometries()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.columns.give_text_the_rest()
        self._measure()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._apply_lengths()
