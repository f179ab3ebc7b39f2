"""Rows 4 and 7: files of many rows are taken in, and the window goes on meanwhile."""

import shutil
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from statistics import median

import openpyxl
import xlsxwriter
from PySide6.QtCore import QEventLoop, Qt, QTimer

from partners_app.domain.records import RegisterContent
from partners_app.exchange.data_workbook import write_data_workbook
from partners_app.exchange.russian_words import WORDS
from partners_app.services import backup, exporting, importing
from partners_app.services.register import Register
from partners_app.storage import as_of, queries
from partners_app.ui.background import Background
from tests.benchmarks.measure import Comparison, compare, cpu_seconds
from tests.benchmarks.synthetic import YEAR, content, register_of

SOME = 10_000
ROUNDS = 5
_ONE_OF_SO_MANY = 10
"""Of the events in a workbook that came back, so many are one that was changed."""
_GOAL = 2.5
_LONGEST_STALL = 0.06
_HEADS = ("Год", "Страна", "Город", "Дата", "Событие", "Вид", "Формат", "В отчёт")
_TICK = 5


def rows(folder: Path, some: int = SOME, rounds: int = ROUNDS) -> Iterator[Comparison]:
    """Yield the rows as they are measured; files are made in ``folder`` and removed."""
    folder.mkdir(parents=True, exist_ok=True)
    full = register_of(some, folder)
    files = Files(folder, full)
    yield from _imports(files, some, rounds)
    yield from _stalls(files, some, rounds)
    files.remove()


class Files:
    """The tables to take in, and the registers that take them in."""

    def __init__(self, folder: Path, full: Path) -> None:
        self.full = full
        self.bare, self.empty = folder / "without-events.partners", folder / "empty.partners"
        self.target, self.written = folder / "target.partners", folder / "written.xlsx"
        self.workbook, self.changed, self.flat = (
            folder / f"{name}.xlsx" for name in ("whole", "changed", "flat")
        )
        self._register: Register | None = None
        register = Register.open(full, author="Стенд")
        made = register.read(queries.content)
        origin = register.read(as_of.origin)
        register.close()
        write_data_workbook(made, self.workbook, origin=origin, year=None)
        edited = replace(
            made,
            events=tuple(
                replace(event, text=f"{event.text}, уточнено")
                if n % _ONE_OF_SO_MANY == 0
                else event
                for n, event in enumerate(made.events)
            ),
        )
        write_data_workbook(edited, self.changed, origin=origin, year=None)
        write_flat(made, self.flat)
        for path in (self.bare, self.empty):
            path.unlink(missing_ok=True)
        places = replace(content(len(made.events)), events=())
        Register.create(self.bare, author="Стенд", content=places).close()
        Register.create(self.empty, author="Стенд").close()

    def open(self, source: Path) -> Register:
        """Return a fresh copy of a register; the one before it is closed."""
        self.close()
        shutil.copyfile(source, self.target)
        self._register = Register.open(self.target, author="Стенд")
        return self._register

    @property
    def register(self) -> Register:
        """The copy that is open."""
        assert self._register is not None
        return self._register

    def close(self) -> None:
        if self._register is not None:
            # What an import puts aside goes to the user's own folder.
            shutil.rmtree(backup.folder(self._register), ignore_errors=True)
            self._register.close()
            self._register = None

    def remove(self) -> None:
        self.close()
        for path in (self.bare, self.empty, self.target, self.written):
            path.unlink(missing_ok=True)
        for path in (self.workbook, self.changed, self.flat):
            path.unlink()


def write_flat(made: RegisterContent, path: Path) -> None:
    """Write events as a colleague's table: one a row, beside its country and city."""
    countries = {country.id: country.name for country in made.countries}
    partners = {partner.id: partner for partner in made.partners}
    with xlsxwriter.Workbook(path, {"constant_memory": True}) as workbook:
        sheet = workbook.add_worksheet("Лист1")
        sheet.write_row(0, 0, _HEADS)
        for number, event in enumerate(made.events, start=1):
            partner = partners[event.links[0].partner_id or 0]
            words = [WORDS[type(one)][one] if one else "" for one in (event.kind, event.format)]
            place = (countries[partner.country_id], partner.name)
            cells = (YEAR, *place, event.date.text, event.text, *words, "да")
            sheet.write_row(number, 0, cells)


def take_in(register: Register, path: Path) -> int:
    """Take a file in as far as the row goes, and return how many records it wrote.

    Without the verified copy that is made before: what that costs is the register's size.
    """
    made = importing.plan(register, importing.read_source(register, path))
    ticked = made.proposed()
    register.apply(made.change_set(ticked))
    return len(ticked)


def parse(path: Path) -> int:
    """Return the number of rows that openpyxl reads, doing nothing with them."""
    workbook = openpyxl.load_workbook(path, read_only=True)
    found = sum(1 for sheet in workbook for _ in sheet.iter_rows(values_only=True))
    workbook.close()
    return found


def _imports(files: Files, some: int, rounds: int) -> Iterator[Comparison]:
    """Row 4: file → plan → written, in the background; the processor's time of both processes."""
    kinds = (
        (f"data workbook, {some:,} events, into an empty register", files.workbook, files.empty),
        (f"the same, {some // _ONE_OF_SO_MANY:,} changed, come back", files.changed, files.full),
        (f"flat table, {some:,} events, into their cities", files.flat, files.bare),
    )
    for what, path, source in kinds:
        yield compare(
            4,
            f"{what} / openpyxl",
            lambda path=path: longest_stall(  # type: ignore[misc]
                lambda: take_in(files.register, path)
            ),
            lambda path=path: parse(path),  # type: ignore[misc]
            _GOAL,
            rounds,
            clock=cpu_seconds,
            prepare=lambda source=source: files.open(source),  # type: ignore[misc]
        )


def _stalls(files: Files, some: int, rounds: int) -> Iterator[Comparison]:
    """Row 7: how long the window does not answer, at most, beside the job and beside 60 ms."""
    jobs: tuple[tuple[str, Path, Callable[[], object]], ...] = (
        ("import", files.empty, lambda: _taken_in(files.register, files.workbook)),
        ("import of changes", files.full, lambda: _taken_in(files.register, files.changed)),
        ("export", files.full, lambda: exporting.export_workbook(files.register, files.written)),
    )
    for name, source, job in jobs:
        found: list[tuple[float, float]] = []
        for _ in range(rounds + 1):
            files.open(source)
            found.append(longest_stall(job))
        stall, whole = (median(values) for values in zip(*found[1:], strict=True))
        yield Comparison(7, f"stall during {name}, {some:,} events / whole job", stall, whole, 0.1)
        yield Comparison(7, f"stall during {name} / 60 ms", stall, _LONGEST_STALL, 1)


def _taken_in(register: Register, path: Path) -> None:
    made = importing.plan(register, importing.read_source(register, path))
    importing.apply(register, made, made.proposed())


def longest_stall(job: Callable[[], object]) -> tuple[float, float]:
    """Run a job in the background; return for how long no event came through at most, and its time.

    Both in seconds. Raises what the job raises.
    """
    background, loop, timer = Background(), QEventLoop(), QTimer()
    failures: list[Exception] = []
    longest, last = 0.0, time.perf_counter()

    def tick() -> None:
        nonlocal longest, last
        now = time.perf_counter()
        longest, last = max(longest, now - last - _TICK / 1000), now

    def failed(error: Exception) -> None:
        failures.append(error)
        loop.quit()

    timer.setTimerType(Qt.TimerType.PreciseTimer)
    timer.timeout.connect(tick)
    timer.start(_TICK)
    begin = time.perf_counter()
    background.run(job, done=lambda _: loop.quit(), failed=failed)
    loop.exec()
    tick()
    timer.stop()
    background.wait()
    if failures:
        raise failures[0]
    return max(longest, 0.0), time.perf_counter() - begin
