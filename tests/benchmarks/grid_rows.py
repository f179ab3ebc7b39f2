"""Rows 8 to 10: a keystroke in the filter, «everything» in the grid, one edit saved, checked."""

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from itertools import count
from pathlib import Path

from PySide6.QtWidgets import QApplication

from partners_app.services import events
from partners_app.services.catalogue import Scope, ScopeKind
from partners_app.services.checking import YearChecks
from partners_app.services.events import EventFilter
from partners_app.services.register import Register
from partners_app.ui import theme
from partners_app.ui.item_models.event_cells import Column
from partners_app.ui.open_register import OpenRegister
from partners_app.ui.widgets.event_grid import EventGrid
from tests.benchmarks.measure import Comparison, compare
from tests.benchmarks.synthetic import RARE_WORD, YEAR, register_of

FEW = 1_000
SOME = 10_000
MANY = 100_000
_NOWHERE = Scope(ScopeKind.PARTNER, 0)
"""A place without events: what an empty grid shows."""


def rows(folder: Path, few: int = FEW, some: int = SOME, many: int = MANY) -> Iterator[Comparison]:
    """Yield the rows as they are measured; the registers are made in ``folder``."""
    yield from keystrokes(folder, some, many)
    yield from everything(folder, few, many)
    yield from to_the_end(folder, some, many)
    yield from edits(folder, few, many)
    yield from checks(folder, some, many)


@contextmanager
def _grid(path: Path) -> Iterator[EventGrid]:
    """Yield a grid on a register, as large as on a common screen, with nothing shown yet."""
    opened = OpenRegister(Register.open(path, author="Стенд"), YEAR)
    grid = EventGrid()
    grid.resize(1366, 700)
    grid.set_register(opened)
    grid.show_scope(_NOWHERE)
    grid.show()
    _settle()
    yield grid
    grid.set_register(None)
    grid.close()
    grid.deleteLater()
    _settle()
    opened.close()


def _settle() -> None:
    """Let everything be laid out and painted that was asked for."""
    for _ in range(3):
        QApplication.processEvents()


def _paint(grid: EventGrid) -> None:
    grid.table.viewport().repaint()
    _settle()


def keystrokes(folder: Path, some: int, many: int) -> Iterator[Comparison]:
    """Row 8: the beginning of a word is typed into the filter of «everything»."""
    path = register_of(many, folder)
    typed = EventFilter(text=RARE_WORD[:4])
    register = Register.open(path, author="Стенд")
    with closing(sqlite3.connect(path)) as raw:

        def like() -> None:
            query = "SELECT count(*) FROM event WHERE text LIKE ?"
            raw.execute(query, (f"%{RARE_WORD[:4]}%",)).fetchone()

        def filtered() -> None:
            events.ids(register, Scope(), YEAR, typed)

        what = f"keystroke in the filter, {many:,} events, SQL / LIKE count"
        yield compare(8, what, filtered, like, 1 / 50)
    register.close()
    with _grid(path) as large, _grid(register_of(some, folder)) as small:
        for grid in (large, small):
            grid.show_scope(Scope())
        letters = {id(grid): count() for grid in (large, small)}

        def key(grid: EventGrid) -> None:
            length = 4 + next(letters[id(grid)]) % 3
            grid.table.filter_header.fields[Column.TEXT].setText(RARE_WORD[:length])
            grid.table.filter_header.filter_changed.emit()
            _paint(grid)

        what = f"the same, painted, {many:,} / {some:,} events"
        yield compare(8, what, lambda: key(large), lambda: key(small), 1.3)


def everything(folder: Path, few: int, many: int) -> Iterator[Comparison]:
    """Row 9: «everything» is opened, its first rows and their number, and scrolled a step."""
    with _grid(register_of(many, folder)) as large, _grid(register_of(few, folder)) as small:

        def opened(grid: EventGrid, scope: Scope) -> None:
            grid.show_scope(Scope(ScopeKind.REGION, 0))
            grid.show_scope(scope)
            _paint(grid)

        what = f"grid on everything opened, {many:,} events / empty grid"
        yield compare(9, what, lambda: opened(large, Scope()), lambda: opened(large, _NOWHERE), 3)
        for grid in (large, small):
            grid.show_scope(Scope())
            _paint(grid)

        def scroll(grid: EventGrid) -> None:
            bar = grid.table.verticalScrollBar()
            for _ in range(5):
                bar.setValue((bar.value() + 3 * bar.singleStep()) % max(bar.maximum(), 1))
                _paint(grid)

        what = f"five scroll steps, {many:,} / {few:,} events"
        yield compare(9, what, lambda: scroll(large), lambda: scroll(small), 1.2, rounds=15)


def to_the_end(folder: Path, some: int, many: int) -> Iterator[Comparison]:
    """Row 9: «everything» is opened and its last event gone to, for which all ids are read."""
    with _grid(register_of(many, folder)) as large, _grid(register_of(some, folder)) as small:

        def gone_to_the_end(grid: EventGrid) -> None:
            grid.show_scope(_NOWHERE)
            grid.model.forget()
            grid.show_scope(Scope())
            grid.table.select_row(grid.model.rowCount() - 1)
            _paint(grid)

        what = f"opened and gone to the end, {many:,} / {some:,} events"
        linear = many / some
        yield compare(
            9, what, lambda: gone_to_the_end(large), lambda: gone_to_the_end(small), linear
        )


def checks(folder: Path, some: int, many: int) -> Iterator[Comparison]:
    """Row 10: what is doubtful is found again after an edit; not the first time, that reads all."""
    copies = {n: folder / f"{n}-checked.partners" for n in (some, many)}
    for events_there, copy in copies.items():
        shutil.copyfile(register_of(events_there, folder), copy)
    registers = {n: Register.open(copy, author="Стенд") for n, copy in copies.items()}
    known = {n: YearChecks(register, YEAR) for n, register in registers.items()}
    ids = {n: events.ids(register, Scope(), YEAR) for n, register in registers.items()}
    number = count()

    def check(there: int) -> None:
        event_id = ids[there][next(number) % there]
        events.set_field(registers[there], event_id, "remark", f"правка {next(number)}")
        known[there].findings()

    what = f"edited and checked again, {many:,} / {some:,} events"
    yield compare(10, what, lambda: check(many), lambda: check(some), many / some)
    for register in registers.values():
        register.close()
    for copy in copies.values():
        copy.unlink()


def edits(folder: Path, few: int, many: int) -> Iterator[Comparison]:
    """Row 10: one text is written, journal and index included."""
    copies = {n: folder / f"{n}-edited.partners" for n in (few, many)}
    for events_there, copy in copies.items():
        shutil.copyfile(register_of(events_there, folder), copy)
    bare = folder / "bare.db"
    bare.unlink(missing_ok=True)
    registers = {n: Register.open(copy, author="Стенд") for n, copy in copies.items()}
    ids = {n: events.ids(register, Scope(), YEAR) for n, register in registers.items()}
    number = count()

    def edit(there: int) -> None:
        event_id = ids[there][next(number) % there]
        events.set_field(registers[there], event_id, "text", f"правка {next(number)}")

    with closing(sqlite3.connect(bare, isolation_level=None)) as raw:
        raw.execute("PRAGMA journal_mode=DELETE")
        raw.execute("PRAGMA synchronous=EXTRA")
        raw.execute("CREATE TABLE note (id INTEGER PRIMARY KEY, text TEXT)")
        raw.execute("INSERT INTO note VALUES (1, '')")

        def commit() -> None:
            raw.execute("UPDATE note SET text = ?", (str(next(number)),))

        what = f"one edit saved, {many:,} events / bare commit of a row"
        yield compare(10, what, lambda: edit(many), commit, 2, rounds=15)
    what = f"the same, {many:,} / {few:,} events"
    yield compare(10, what, lambda: edit(many), lambda: edit(few), 1.2, rounds=15)
    for register in registers.values():
        register.close()
    for copy in (*copies.values(), bare):
        copy.unlink()


def application() -> QApplication:
    """Return an application that looks like the program's own."""
    found = QApplication.instance()
    app = found if isinstance(found, QApplication) else QApplication(["bench"])
    theme.apply(app, "light")
    return app
