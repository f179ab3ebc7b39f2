"""The columns of the event grid: widths from the font, which are shown, what is kept of them."""

import json

from PySide6.QtCore import QByteArray, QObject, Qt, Signal
from PySide6.QtWidgets import QHeaderView, QTableView

from partners_app.services.events import EventOrder
from partners_app.ui import theme
from partners_app.ui.item_models.event_cells import QUIET_COLUMNS, Column

WIDTHS = {
    Column.DATE: 42.5,
    Column.PARTNER: 36.0,
    Column.KIND: 32.0,
    Column.FORMAT: 22.5,
    Column.PARTICIPANTS: 40.0,
    Column.RESPONSIBLE: 36.0,
    Column.SOURCE: 36.0,
    Column.PRINTED: 18.0,
    Column.REMARK: 40.0,
}
"""The widths of the columns in u; the text takes what is left."""

_NARROWEST = 12.0
_NARROWEST_TEXT = 45.0
"""With less than this much left for it (u), the text keeps this width and the rows scroll."""
_WIDEST = 400.0
_STATE_VERSION = 2


class EventColumns(QObject):
    """Gives the columns of a header their widths, in the proportion that the clerk chose."""

    resized = Signal()
    """A column has, or is about to have, another width."""

    visibility_changed = Signal()
    """The clerk hid a column or shows another one."""

    def __init__(self, header: QHeaderView, table: QTableView) -> None:
        super().__init__(header)
        self._viewport = table.viewport()
        self._header = header
        self._widths = dict(WIDTHS)
        self._hidden = set(QUIET_COLUMNS)
        self._several_partners = True
        self._applying = False
        self._shown: list[int] = []
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        # Not Stretch: Qt gives that its width late, and rows would be measured and painted twice.
        header.setSectionResizeMode(Column.TEXT, QHeaderView.ResizeMode.Fixed)
        header.sectionResized.connect(self._follow)
        self._keep_room_to_scroll(table)
        header.sectionMoved.connect(self._note_order)
        self._hide_and_show()

    def _keep_room_to_scroll(self, table: QTableView) -> None:
        """Leave the room of the scroll bar free: a filter that shortens the list moves no line."""
        table.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        bar = table.verticalScrollBar()
        # Without anything to scroll the style sheet shows no handle.
        bar.rangeChanged.connect(lambda low, high: bar.setEnabled(high > low))
        bar.setEnabled(False)

    def shown(self) -> list[int]:
        """Return the columns as they stand from left to right."""
        return self._shown

    def _note_order(self) -> None:
        # Each painted cell asks for the columns, and Qt answers one by one.
        header = self._header
        order = (header.logicalIndex(place) for place in range(header.count()))
        self._shown = [column for column in order if not header.isSectionHidden(column)]

    def apply(self) -> None:
        """Set every width from the font."""
        self._applying = True
        self._header.setMinimumSectionSize(theme.length(_NARROWEST))
        for column, width in self._widths.items():
            if not self._header.isSectionHidden(column):
                # A wide font needs more for the title than the width in u gives.
                title = self._header.sectionSizeHint(column)
                self._header.resizeSection(column, max(theme.length(width), title))
        self._applying = False
        self.give_text_the_rest()

    def give_text_the_rest(self) -> None:
        """Let the text take what the other columns leave, as long as it is enough to read."""
        header = self._header
        others = sum(header.sectionSize(each) for each in self.shown() if each != Column.TEXT)
        width = max(self._viewport.width() - others, theme.length(_NARROWEST_TEXT))
        if header.sectionSize(Column.TEXT) != width:
            header.resizeSection(Column.TEXT, width)

    def show_partners(self, shown: bool) -> bool:
        """Say whether rows of several partners are shown: one needs no column for its name."""
        if shown == self._several_partners:
            return False
        self._several_partners = shown
        self._hide_and_show()
        return True

    def is_offered(self, column: Column) -> bool:
        """Tell whether a column can be hidden and shown now."""
        return column is not Column.TEXT and (
            column is not Column.PARTNER or self._several_partners
        )

    def set_shown(self, column: Column, shown: bool) -> None:
        """Show or hide a column, as the clerk asks; the text always stays."""
        if column is Column.TEXT or shown != (column in self._hidden):
            return
        self._hidden ^= {column}
        self._hide_and_show()
        self.visibility_changed.emit()

    def reset(self) -> None:
        """Give the columns the widths, the order and the visibility of a first start."""
        self._widths = dict(WIDTHS)
        self._hidden = set(QUIET_COLUMNS)
        self._put_in_order(list(Column))
        self._hide_and_show()
        self.visibility_changed.emit()

    def _hide_and_show(self) -> None:
        self._applying = True
        # Told once at the end: for each column the table would paint all rows once more.
        signals = self._header.blockSignals(True)
        for column in Column:
            is_idle = column is Column.PARTNER and not self._several_partners
            self._header.setSectionHidden(column, column in self._hidden or is_idle)
        self._note_order()
        self.apply()
        self._header.blockSignals(signals)
        self._header.geometriesChanged.emit()
        self.resized.emit()

    def _put_in_order(self, order: list[Column]) -> None:
        for place, column in enumerate(order):
            self._header.moveSection(self._header.visualIndex(column), place)

    def _follow(self, column: int, before: int, after: int) -> None:
        if before and after and not self._applying and column in self._widths:
            self._widths[Column(column)] = after / theme.unit()
            self.give_text_the_rest()
        self.resized.emit()

    def state(self, order: EventOrder, descending: bool) -> QByteArray:
        """Return widths (in u), order and visibility of the columns, and how rows are sorted."""
        header = self._header
        kept = {
            "version": _STATE_VERSION,
            "widths": {column.name: width for column, width in self._widths.items()},
            "order": [Column(header.logicalIndex(place)).name for place in range(header.count())],
            "hidden": [column.name for column in Column if column in self._hidden],
            "sorted": [order.value, descending],
        }
        return QByteArray(json.dumps(kept).encode())

    def set_state(self, state: QByteArray) -> tuple[EventOrder, bool] | None:
        """Restore what `state` gave and return the sorting; None: it makes no sense."""
        try:
            kept = json.loads(bytes(state.data()))
            if kept["version"] != _STATE_VERSION:
                return None
            widths = {Column[name]: float(width) for name, width in kept["widths"].items()}
            order = [Column[name] for name in kept["order"]]
            hidden = {Column[name] for name in kept["hidden"]}
            sorting = EventOrder(kept["sorted"][0]), bool(kept["sorted"][1])
        except (ValueError, KeyError, TypeError, AttributeError, IndexError):
            return None
        if sorted(order) != sorted(Column) or Column.TEXT in widths or Column.TEXT in hidden:
            return None
        self._put_in_order(order)
        self._widths.update(
            {column: min(max(width, _NARROWEST), _WIDEST) for column, width in widths.items()}
        )
        self._hidden = hidden
        self._hide_and_show()
        return sorting
