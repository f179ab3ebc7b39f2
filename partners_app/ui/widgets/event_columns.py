"""The columns of the event grid: widths from the font, which are shown, what is kept of them."""

import json

from PySide6.QtCore import QByteArray, QObject, Signal
from PySide6.QtWidgets import QHeaderView

from partners_app.ui import theme
from partners_app.ui.item_models.event_cells import Column

WIDTHS = {
    Column.DATE: 42.5,
    Column.PARTNER: 36.0,
    Column.KIND: 29.75,
    Column.FORMAT: 22.5,
    Column.PRINTED: 18.0,
}
"""The widths of the columns in u; the text takes what is left."""

_NARROWEST = 12.0
_WIDEST = 400.0
_STATE_VERSION = 1


class EventColumns(QObject):
    """Gives the columns of a header their widths, in the proportion that the clerk chose."""

    resized = Signal()
    """A column has, or is about to have, another width."""

    def __init__(self, header: QHeaderView) -> None:
        super().__init__(header)
        self._header = header
        self._widths = dict(WIDTHS)
        self._applying = False
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setSectionResizeMode(Column.TEXT, QHeaderView.ResizeMode.Stretch)
        header.sectionResized.connect(self._follow)

    def shown(self) -> list[int]:
        """Return the columns as they stand from left to right."""
        header = self._header
        order = (header.logicalIndex(place) for place in range(header.count()))
        return [column for column in order if not header.isSectionHidden(column)]

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

    def show_partners(self, shown: bool) -> bool:
        """Show or hide the partner column; tell whether that is new."""
        if self._header.isSectionHidden(Column.PARTNER) != shown:
            return False
        self._applying = True
        self._header.setSectionHidden(Column.PARTNER, not shown)
        self._applying = False
        self.apply()
        return True

    def _follow(self, column: int, before: int, after: int) -> None:
        if before and after and not self._applying and column in self._widths:
            self._widths[Column(column)] = after / theme.unit()
        self.resized.emit()

    def state(self) -> QByteArray:
        """Return widths (in u) and order of the columns."""
        header = self._header
        kept = {
            "version": _STATE_VERSION,
            "widths": {column.name: width for column, width in self._widths.items()},
            "order": [Column(header.logicalIndex(place)).name for place in range(header.count())],
        }
        return QByteArray(json.dumps(kept).encode())

    def set_state(self, state: QByteArray) -> None:
        """Restore what `state` gave; one that makes no sense changes nothing."""
        try:
            kept = json.loads(bytes(state.data()))
            if kept["version"] != _STATE_VERSION:
                return
            widths = {Column[name]: float(width) for name, width in kept["widths"].items()}
            order = [Column[name] for name in kept["order"]]
        except (ValueError, KeyError, TypeError, AttributeError):
            return
        if sorted(order) != sorted(Column) or Column.TEXT in widths:
            return
        for place, column in enumerate(order):
            self._header.moveSection(self._header.visualIndex(column), place)
        self._widths.update(
            {column: min(max(width, _NARROWEST), _WIDEST) for column, width in widths.items()}
        )
        self.apply()
