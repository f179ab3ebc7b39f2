"""What the mouse does with column titles: a menu of what is shown, widths that fit."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu, QStyleOptionViewItem, QTableView

from partners_app.ui.item_models.event_cells import Column
from partners_app.ui.item_models.events import EventsModel
from partners_app.ui.widgets.event_columns import EventColumns


class ColumnsMenu(QMenu):
    """A tick for each column that can be hidden; it is filled when it opens."""

    def __init__(self, columns: EventColumns, model: EventsModel, table: QTableView) -> None:
        """Belong to the header of one table; a double click on its lines fits a column."""
        super().__init__(table)
        self.setTitle(self.tr("C&olumns"))
        self._header = table.horizontalHeader()
        self._table = table
        self._columns = columns
        self._model = model
        self.aboutToShow.connect(self._fill)
        self._header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self._header.customContextMenuRequested.connect(self._open_at)
        self._header.sectionHandleDoubleClicked.connect(self.fit)

    def _fill(self) -> None:
        self.clear()
        shown = self._columns.shown()
        for column in filter(self._columns.is_offered, Column):
            action = self.addAction(self._model.title(column))
            action.setCheckable(True)
            action.setChecked(column in shown)
            action.toggled.connect(lambda on, column=column: self._columns.set_shown(column, on))
        self.addSeparator()
        self.addAction(self.tr("As at first")).triggered.connect(self._columns.reset)

    def _open_at(self, place: QPoint) -> None:
        self.popup(self._header.mapToGlobal(place))

    def fit(self, column: int) -> None:
        """Make a column as wide as the widest of its cells in sight, half of the table at most."""
        table, option = self._table, QStyleOptionViewItem()
        room = table.viewport()
        last = table.rowAt(room.height() - 1)
        count = last + 1 if last >= 0 else self._model.rowCount()
        cells = [self._model.index(row, column) for row in range(max(table.rowAt(0), 0), count)]
        hints = [table.itemDelegateForIndex(cell).sizeHint(option, cell).width() for cell in cells]
        title = self._header.sectionSizeHint(column)
        widest = min(max(hints, default=0), room.width() // 2)
        self._header.resizeSection(column, max(title, widest))
