"""The list of an import: rows with ticks, measured as they come into sight."""

from collections.abc import Sequence

from PySide6.QtCore import (
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QAction, QFocusEvent, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from partners_app.domain.import_plan import Outcome
from partners_app.ui import theme
from partners_app.ui.item_models.import_plan import Column, ImportPlanModel, can_be_ticked
from partners_app.ui.widgets.import_delegate import (
    ImportDelegate,
    box_rect,
    outcome_pill,
    tick_width,
)
from partners_app.ui.widgets.painting import pill_size
from partners_app.ui.widgets.row_heights import RowHeights
from partners_app.ui.widgets.tick_box import paint_tick_box

Index = QModelIndex | QPersistentModelIndex

_ROW_ESTIMATE = 12.0
_PARTNER_WIDTH, _PARTNER_SHARE = 32.5, 0.16
_CELL_TEXT = "AA0000"
_CELL_INSETS = 6.0


class ImportList(QTableView):
    """Shows an ``ImportPlanModel``; Space ticks the selected rows alike."""

    current_changed = Signal()

    def __init__(self, model: ImportPlanModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._plan = model
        self._delegate = ImportDelegate(self)
        self._heights = RowHeights(self, model, self._height_of, self._layout_of_rows)
        self._measure_soon = QTimer(self)
        self._measure_soon.setSingleShot(True)
        self._measure_soon.setInterval(0)
        self._measure_soon.timeout.connect(self._measure)
        self.setAccessibleName(self.tr("What would be written"))
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setShowGrid(False)
        self.setCornerButtonEnabled(False)
        self.setTabKeyNavigation(False)
        self.setItemDelegate(self._delegate)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.head = _Header(model, self)
        self.setHorizontalHeader(self.head)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setMinimumSectionSize(1)
        self.setModel(model)
        self.head.ticks_requested.connect(model.tick_shown)
        self._add_acts()
        model.dataChanged.connect(self._forget_heights)
        model.modelReset.connect(self._forget_heights)
        model.modelReset.connect(self._apply_widths)
        self.selectionModel().currentRowChanged.connect(lambda *_: self.current_changed.emit())
        self._apply_lengths()

    def _add_acts(self) -> None:
        """Offer the ticks of all shown rows by the menu of the list."""
        for words, ticked in (
            (self.tr("Tick all that are shown"), True),
            (self.tr("Leave out all that are shown"), False),
        ):
            act = QAction(words, self)
            act.triggered.connect(
                lambda _checked=False, ticked=ticked: self._plan.tick_shown(ticked)
            )
            self.addAction(act)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)

    # The current row

    def current_key(self) -> str:
        """Return the key of the current entry, "" where there is none."""
        entry = self._plan.entry_at(self.currentIndex().row())
        return "" if entry is None else entry.key

    def go_to_row(self, row: int) -> None:
        """Make a row the current and only selected one; nothing if there is no such row."""
        if 0 <= row < self._plan.rowCount():
            index = self._plan.index(row, Column.TEXT)
            flags = QItemSelectionModel.SelectionFlag
            self.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)
            self.scrollTo(index)

    def go_to(self, key: str) -> bool:
        """Make an entry the current one; False where no row shows it."""
        row = self._plan.row_of(key)
        if row is not None:
            self.go_to_row(row)
        return row is not None

    # Ticks

    def _toggle_selected(self) -> None:
        """Give all selected rows the other tick of the current one, or of the first with a box."""
        rows = [index.row() for index in self.selectionModel().selectedRows()]
        rows = rows or [self.currentIndex().row()]
        here = self.currentIndex().row()
        for row in (here, *rows):
            entry = self._plan.entry_at(row)
            if entry is not None and can_be_ticked(entry):
                self._plan.set_ticks(rows, not self._plan.is_ticked(entry), decides=True)
                return

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space:
            self._toggle_selected()
            return
        if event.key() in (Qt.Key.Key_Home, Qt.Key.Key_End) and not event.modifiers():
            # In a list of rows the keys mean the first and the last one, not a column.
            home = event.key() == Qt.Key.Key_Home
            self.go_to_row(0 if home else self._plan.rowCount() - 1)
            return
        super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.currentIndex().isValid():
            self.go_to_row(0)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self.viewport().update()

    # Heights and widths

    def _height_of(self, row: int) -> int:
        return max(
            self._delegate.height(self._plan.index(row, column), self.head.sectionSize(column))
            for column in Column
        )

    def _layout_of_rows(self) -> tuple[object, ...]:
        widths = [self.head.sectionSize(column) for column in Column]
        return (*widths, theme.body_font().key())

    def _forget_heights(self, *_: object) -> None:
        self._heights.forget()
        self._measure()
        self.viewport().update()
        self.head.viewport().update()

    def _measure(self) -> None:
        if self._heights.measure_shown():
            self.updateGeometries()

    def _apply_lengths(self) -> None:
        self.verticalHeader().setDefaultSectionSize(theme.length(_ROW_ESTIMATE))
        self.verticalScrollBar().setSingleStep(theme.length(_ROW_ESTIMATE) // 2)
        self._apply_widths()

    def _apply_widths(self) -> None:
        """Give the text what the other columns leave; lengths are the font's."""
        outcomes: Sequence[Outcome] = list(self._plan.counts()) or list(Outcome)
        pills = [outcome_pill(outcome) for outcome in outcomes]
        inset = theme.length(_CELL_INSETS)
        widest = max(pill_size(spec.text, spec.tone, spec.icon).width() for spec in pills)
        metrics = self.fontMetrics()
        whole = self.viewport().width()
        partner = min(theme.length(_PARTNER_WIDTH), max(round(whole * _PARTNER_SHARE), 1))
        widths = {
            Column.TICK: tick_width(),
            Column.OUTCOME: round(widest) + inset,
            Column.PARTNER: max(partner, theme.length(_PARTNER_WIDTH * 0.7)),
            Column.CELL: metrics.horizontalAdvance(_CELL_TEXT) + inset,
        }
        for column, width in widths.items():
            self.head.resizeSection(column, width)
        self.head.resizeSection(Column.TEXT, max(whole - sum(widths.values()), 1))
        self._measure_soon.start()

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

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        super().scrollContentsBy(dx, dy)
        if dy and self._heights.measure_shown():
            self.updateGeometries()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._apply_widths()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._apply_lengths()
            self._forget_heights()


class _Header(QHeaderView):
    """The titles of the columns; the first has a box for all rows that are shown."""

    ticks_requested = Signal(bool)

    def __init__(self, model: ImportPlanModel, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._plan = model
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setMinimumSectionSize(1)
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.sectionClicked.connect(self._clicked)

    def _clicked(self, section: int) -> None:
        if section == Column.TICK:
            self.ticks_requested.emit(self._plan.tick_of_shown() != Qt.CheckState.Checked)

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        painter.save()
        super().paintSection(painter, rect, logicalIndex)
        painter.restore()
        line = QRectF(rect.left(), rect.bottom(), rect.width(), 1)
        painter.fillRect(line, theme.current().line)
        if logicalIndex != Column.TICK:
            return
        tick = self._plan.tick_of_shown()
        if tick is None:
            return
        box = box_rect(QRectF(rect))
        box.moveCenter(QRectF(rect).center())
        box.moveLeft(box_rect(QRectF(rect)).left())
        paint_tick_box(
            painter,
            box,
            ticked=tick == Qt.CheckState.Checked,
            partly=tick == Qt.CheckState.PartiallyChecked,
        )
