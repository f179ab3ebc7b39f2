"""What a clerk does with a block of cells: copy, paste, clear, fill; each is one step."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager

from PySide6.QtCore import QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication

from partners_app.domain.changes import ChangeSet, Value
from partners_app.domain.records import Event
from partners_app.services import events
from partners_app.ui.item_models.event_cells import FIELDS, TEXT_COLUMNS, Column, Role
from partners_app.ui.item_models.event_values import (
    UnknownWord,
    cleared,
    read_cell,
    value_of,
    written,
)
from partners_app.ui.item_models.events import EventsModel, is_single_place
from partners_app.ui.open_register import OpenRegister
from partners_app.ui.widgets.cell_clipboard import Block, from_tsv, mime_data
from partners_app.ui.widgets.date_steps import today_text
from partners_app.ui.widgets.event_keys import GridKey
from partners_app.ui.widgets.event_table import EventTable

Reading = tuple[int, Column, Value]
"""Row and column of a cell, and what is to stand in it."""

_LISTED = 3
"""Refused cells that a sentence names; it counts the others."""
_MANY_CELLS = 300
"""More cells than this take a moment, and the pointer says so."""


class EventBlocks(QObject):
    """Does what the keys of blocks ask for, on the selected cells of a table."""

    said = Signal(str)
    """Something was not done; a sentence says what and why."""

    def __init__(self, table: EventTable, model: EventsModel, parent: QObject) -> None:
        super().__init__(parent)
        self._table = table
        self._selected = table.selected
        self._model = model
        self._open: OpenRegister | None = None
        self._refused: list[tuple[int, Column, str]] = []
        self._entered: Event | None = None
        self._acts: Mapping[GridKey, Callable[[], object]] = {
            GridKey.COPY: self.copy,
            GridKey.CUT: self.cut,
            GridKey.PASTE: self.paste,
            GridKey.CLEAR: self.clear,
            GridKey.FILL_DOWN: self.fill_down,
            GridKey.FILL_RIGHT: self.fill_right,
            GridKey.VALUE_ABOVE: self.value_above,
            GridKey.TODAY: self.today,
            GridKey.LEAVE: self.restore_row,
        }
        table.selectionModel().currentRowChanged.connect(self._enter_row)

    def set_register(self, open_register: OpenRegister | None) -> None:
        """Write to another register, or to none."""
        self._open = open_register

    def act(self, key: GridKey) -> bool:
        """Do what a key asks for; False when it asks for nothing of this."""
        if key not in self._acts:
            return False
        self._table.commit()
        many = len(self._selected.cells(limit=_MANY_CELLS)) >= _MANY_CELLS
        with _waiting() if many else _at_once():
            self._acts[key]()
        return True

    # To the clipboard

    def copy(self) -> bool:
        """Put the selected block on the clipboard; False when the cells are no block."""
        block = self._selected.block()
        if block is None:
            self.said.emit(self.tr("Only one block of cells can be copied at a time."))
            return False
        rows, columns = block
        if not rows or not columns:
            return False
        data = mime_data([[self._text(row, column) for column in columns] for row in rows])
        QGuiApplication.clipboard().setMimeData(data)
        return True

    def cut(self) -> None:
        """Put the selected block on the clipboard and empty its cells."""
        if self.copy():
            self.clear()

    def _text(self, row: int, column: Column) -> str:
        event = self._model.event_at(row)
        if event is None:
            return ""
        if column not in FIELDS:
            return str(self._model.index(row, column).data() or "")
        return written(event, column)

    # Emptying and filling

    def clear(self) -> None:
        """Empty the selected cells; a tick stays, since «not printed» is no emptiness."""
        cells = self._selected.cells()
        alone = len(cells) == 1
        self._write(
            (row, column, cleared(column))
            for row, column in cells
            if column in FIELDS and column is not Column.PRINTED
        )
        if alone and cells[0][1] not in FIELDS:
            self._refuse(*cells[0], "")
        self._tell()

    def fill_down(self) -> None:
        """Give the selected cells of each column the value of its first.

        A single row takes the values of the row above it.
        """
        rows, columns = self._selected.rows(), self._selected.columns()
        if len(rows) == 1:
            rows = [rows[0] - 1, *rows]
        if len(rows) < 2 or rows[0] < 0:
            return
        chosen = set(self._selected.cells())
        source = self._model.event_at(rows[0])
        if source is not None:
            self._write(
                (row, column, value_of(source, column))
                for column in columns
                if self._is_field(rows[1], column)
                for row in rows[1:]
                if (row, column) in chosen
            )
        self._tell()

    def fill_right(self) -> None:
        """Give the selected cells of each row the value of its first, if all are texts."""
        rows, columns = self._selected.rows(), self._selected.columns()
        if len(columns) == 1:
            shown = self._selected.shown_columns()
            place = shown.index(columns[0])
            columns = shown[max(place - 1, 0) : place + 1]
        if len(columns) < 2:
            return
        if not all(column in TEXT_COLUMNS for column in columns):
            self.said.emit(self.tr("Cells of different kinds cannot be filled from left to right."))
            return
        chosen = set(self._selected.cells())
        self._write(
            (row, column, value_of(event, columns[0]))
            for row in rows
            if (event := self._model.event_at(row)) is not None
            for column in columns[1:]
            if (row, column) in chosen
        )
        self._tell()

    def value_above(self) -> None:
        """Give the current cell the value of the cell above it."""
        index = self._table.currentIndex()
        column = Column(max(index.column(), 0))
        above = self._model.event_at(index.row() - 1) if index.row() > 0 else None
        if above is not None and self._is_field(index.row(), column):
            self._write([(index.row(), column, value_of(above, column))])
        self._tell()

    def today(self) -> None:
        """Put today's date into the selected cells of dates."""
        now = today_text()
        cells = self._selected.cells()
        self._write((row, column, now) for row, column in cells if column is Column.DATE)
        self._tell()

    # From the clipboard

    def paste(self) -> None:
        """Write the clipboard's block from the first selected cell on; one value into all.

        Rows past the last one become new events where one partner or country is shown.
        """
        block = from_tsv(QGuiApplication.clipboard().text())
        shown = self._selected.shown_columns()
        if not block or self._open is None or self._open.register.read_only:
            return
        rows, columns = self._selected.rows(), self._selected.columns()
        if not rows:
            rows, columns = [self._model.rowCount()], shown[:1]
        if max(map(len, block)) == 1 and len(block) == 1 and len(rows) * len(columns) > 1:
            self._write(self._readings(block[0][0], self._selected.cells()))
            self._tell()
            return
        width = max(map(len, block))
        if _fits(len(rows), len(block)) and _fits(len(columns), width):
            height, width = len(rows), len(columns)
        else:
            height = len(block)
        left = shown.index(columns[0])
        wide = _repeated(block, height, width)
        self._put(rows[0], shown[left : left + width], wide)
        lost = [row[len(shown) - left :] for row in block]
        self._tell(lost_columns=any(any(row) for row in lost))
        self._selected.select_block(
            rows[0], min(rows[0] + height, self._model.rowCount()) - 1, shown[left : left + width]
        )

    def _put(self, top: int, columns: Sequence[Column], block: Block) -> None:
        """Write a block's rows to the rows from ``top`` on, those past the last as new events."""
        there = max(self._model.rowCount() - top, 0)
        cells = [
            reading
            for row, texts in enumerate(block[:there], start=top)
            for column, text in zip(columns, texts, strict=False)
            for reading in self._readings(text, [(row, column)])
        ]
        missing = block[there:]
        if missing and not is_single_place(self._model.scope):
            self.said.emit(
                self.tr(
                    "Rows were left out: %1. Choose one city or country on the left first."
                ).replace("%1", str(len(missing)))
            )
            missing = []
        if not missing:
            self._write(cells)
            return
        new: list[dict[str, Value]] = []
        for row, texts in enumerate(missing, start=top + there):
            given: dict[str, Value] = {}
            for column, text in zip(columns, texts, strict=False):
                for _, _, value in self._readings(text, [(row, column)] if text else []):
                    given[FIELDS[column]] = value
            new.append(given)
        self._do(self._by_id(cells), new)

    def _readings(self, text: str, cells: Sequence[tuple[int, Column]]) -> Iterator[Reading]:
        """Yield what a text means in cells; those that cannot hold it are remembered."""
        for row, column in cells:
            if column not in FIELDS:
                if text != self._text_or_none(row, column):
                    self._refuse(row, column, text)
                continue
            try:
                yield row, column, read_cell(column, text)
            except UnknownWord:
                self._refuse(row, column, text)

    def _text_or_none(self, row: int, column: Column) -> str | None:
        return self._text(row, column) if row < self._model.rowCount() else None

    # Writing and telling

    def _is_field(self, row: int, column: Column) -> bool:
        if column in FIELDS:
            return True
        self._refuse(row, column, "")
        return False

    def _write(self, cells: Iterable[Reading]) -> None:
        self._do(self._by_id(cells), [])

    def _by_id(self, cells: Iterable[Reading]) -> list[events.Cell]:
        """Return cells by the ids of their events; what no field can hold is remembered."""
        wanted = []
        for row, column, value in cells:
            cell = (self._model.id_at(row), FIELDS[column], value)
            if events.refused([cell]):
                self._refuse(row, column, str(value))
            else:
                wanted.append(cell)
        return wanted

    def _do(self, cells: Sequence[events.Cell], new: Sequence[Mapping[str, Value]]) -> None:
        if self._open is None or self._open.register.read_only:
            return
        done: ChangeSet | None = None
        if new:
            place, year = self._model.scope, self._model.year
            done = self._open.do(events.add_many, place, year, new, cells=cells)
        elif cells:
            done = self._open.do(events.set_fields, cells)
        if done is not None:
            for event_id, field, _ in cells:
                self._table.unsaved.forget_cell(event_id, field)

    def _enter_row(self, current: QModelIndex) -> None:
        """Keep the event of a row as it was when the row was entered: what Esc restores."""
        event = current.data(Role.EVENT)
        if self._entered is None or event is None or event.id != self._entered.id:
            self._entered = event

    def restore_row(self) -> None:
        """Give the current event the values it had when its row was entered, in one step."""
        before = self._entered
        if before is not None and before.id == self._table.currentIndex().data(Role.ID):
            cells = [(before.id, field, value_of(before, col)) for col, field in FIELDS.items()]
            self._do(cells, [])

    def _refuse(self, row: int, column: Column, text: str) -> None:
        self._refused.append((row, column, text))

    def _tell(self, *, lost_columns: bool = False) -> None:
        """Say which cells stayed as they were."""
        refused, self._refused = self._refused, []
        sentences = []
        if refused:
            listed = "; ".join(self._called(*cell) for cell in refused[:_LISTED])
            more = " …" if len(refused) > _LISTED else ""
            count = self.tr("%n cell(s) stay as they were:", "", len(refused))
            sentences.append(f"{count} {listed}{more}")
        if lost_columns:
            sentences.append(self.tr("What lies to the right of the last column was left out."))
        if sentences:
            self.said.emit(" ".join(sentences))

    def _called(self, row: int, column: Column, text: str) -> str:
        pattern = self.tr("row %1, %2 “%3”") if text else self.tr("row %1, %2")
        title = self._model.title(column)
        return pattern.replace("%1", str(row + 1)).replace("%2", title).replace("%3", text[:40])


def _fits(selected: int, copied: int) -> bool:
    """Tell whether what was copied fills what is selected a whole number of times."""
    return selected >= copied and selected % copied == 0


def _repeated(block: Block, height: int, width: int) -> Block:
    """Return a block repeated to a height and width; cells that a row lacks stay out."""
    across = max(map(len, block))
    full = width > across
    rows = [row + [""] * (across - len(row)) if full else row for row in block]
    return [
        (rows[number % len(rows)] * (width // across if full else 1))[:width]
        for number in range(height)
    ]


@contextmanager
def _waiting() -> Iterator[None]:
    QGuiApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
    try:
        yield
    finally:
        QGuiApplication.restoreOverrideCursor()


@contextmanager
def _at_once() -> Iterator[None]:
    yield
