"""Heights of the rows near the viewport: 100,000 rows open at once, and each seen one fits."""

from collections.abc import Callable, Hashable
from typing import Protocol

from PySide6.QtWidgets import QTableView

_MOST_ROUNDS = 3


class HeightModel(Protocol):
    """What heights are kept by."""

    def id_at(self, row: int) -> int:
        """Return the id of the record of a row."""


class RowHeights:
    """Measures rows around what is shown, each once for its columns' widths and the font.

    ``layout`` tells widths and font: heights hold only as long as it stays the same. Rows farther
    away keep the estimate of the header's default size. Corrections never move the row at the
    upper edge.
    """

    def __init__(
        self,
        table: QTableView,
        model: HeightModel,
        height_of: Callable[[int], int],
        layout: Callable[[], Hashable],
    ) -> None:
        self._table = table
        self._model = model
        self._height_of = height_of
        self._layout = layout
        self._measured_for: Hashable = None
        self._known: dict[int, int] = {}
        self._measuring = False

    def forget(self, event_id: int | None = None) -> None:
        """Measure one record's row anew, or all."""
        if event_id is None:
            self._known.clear()
        else:
            self._known.pop(event_id, None)

    def measure_near(self, row: int) -> None:
        """Measure the rows within a screen's height above and below a row."""
        self._follow_layout()
        room = max(self._table.viewport().height(), 1)
        self._apply([*self._span(row, -1, room), *self._span(row, 1, room)])

    def measure_shown(self) -> bool:
        """Measure what is shown and a screen around it; tell whether any height changed."""
        table = self._table
        if self._measuring or table.model() is None or not table.model().rowCount():
            return False
        self._measuring = True
        changed = False
        # New heights can show or hide the scroll bar, and so give the columns other widths.
        for _ in range(_MOST_ROUNDS):
            changed = self._measure_once() or changed
            if not self._follow_layout():
                break
        self._measuring = False
        return changed

    def _follow_layout(self) -> bool:
        """Forget heights of other widths or another font; tell whether they are."""
        layout = self._layout()
        if layout == self._measured_for:
            return False
        self._measured_for = layout
        self._known.clear()
        return True

    def _measure_once(self) -> bool:
        self._follow_layout()
        table = self._table
        top = max(table.rowAt(0), 0)
        # The row at the upper edge may be shown from its middle: count from its start.
        offset = table.rowViewportPosition(top)
        room = max(table.viewport().height(), 1)
        near = room // 2
        if self._is_known(top, 1, room + near - offset) and self._is_known(top, -1, near):
            return False
        # A screen and a half both ways at once: each correction costs the header a pass over all
        # rows, and scrolling on must not pay for it at every step.
        far = room + near
        rows = [*self._span(top, 1, room + far - offset), *self._span(top, -1, far)]
        changed = self._apply(rows)
        if changed:
            header = table.verticalHeader()
            bar = table.verticalScrollBar()
            bar.setMaximum(max(header.length() - table.viewport().height(), 0))
            bar.setValue(header.sectionPosition(top) - offset)
        return changed

    def _is_known(self, row: int, step: int, room: int) -> bool:
        """Tell whether the rows that fill a room from a row on have their heights."""
        header, count = self._table.verticalHeader(), self._table.model().rowCount()
        while room > 0 and 0 <= row < count:
            height = self._known.get(self._model.id_at(row))
            if height is None or header.sectionSize(row) != height:
                return False
            room -= height
            row += step
        return True

    def _span(self, row: int, step: int, room: int) -> list[tuple[int, int]]:
        """Return (row, height) from a row on, up or down, until they fill a room in pixels."""
        count = self._table.model().rowCount()
        found = []
        while room > 0 and 0 <= row < count:
            event_id = self._model.id_at(row)
            height = self._known.get(event_id)
            if height is None:
                height = self._known[event_id] = self._height_of(row)
            found.append((row, height))
            room -= height
            row += step
        return found

    def _apply(self, rows: list[tuple[int, int]]) -> bool:
        header = self._table.verticalHeader()
        differing = [(row, height) for row, height in rows if header.sectionSize(row) != height]
        if not differing:
            return False
        # Each single resize would make the header place all 100,000 rows and the table repaint.
        signals, updates = header.blockSignals(True), header.updatesEnabled()
        header.setUpdatesEnabled(False)
        for row, height in differing:
            header.resizeSection(row, height)
        header.setUpdatesEnabled(updates)
        header.blockSignals(signals)
        self._table.viewport().update()
        return True
