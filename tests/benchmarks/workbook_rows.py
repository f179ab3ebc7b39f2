"""Row 5: the data workbook, beside the same cells written by XlsxWriter and openpyxl alone."""

import os
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import openpyxl
import xlsxwriter
from openpyxl.styles import Alignment

from partners_app.domain.incoming import Origin
from partners_app.domain.records import RegisterContent
from partners_app.exchange.data_workbook import write_data_workbook
from tests.benchmarks.measure import Comparison, compare
from tests.benchmarks.synthetic import YEAR, content

SOME = 10_000
MANY = 100_000
_FEWER_ROUNDS_FROM = 50_000
"""Where one round takes minutes."""
_MEMORY = Path("/proc/self/statm")
"""Where Linux tells a process how large it is; the row is left out elsewhere."""

_MEGABYTE = 1 << 20
_SECONDS_BETWEEN_SAMPLES = 0.01

Cells = list[tuple[str, list[list[tuple[int, str | int | float]]]]]
"""The sheets of a workbook by name: rows of cells, each with its column."""


def rows(folder: Path, some: int = SOME, many: int = MANY) -> Iterator[Comparison]:
    """Yield the rows as they are measured; the workbooks are made in ``folder`` and removed."""
    folder.mkdir(parents=True, exist_ok=True)
    for number in (some, many):
        yield from _times(folder, number)
    if not _MEMORY.exists():
        return
    growths = {who: _growth(folder, who, many) for who in ("ours", "openpyxl")}
    what = f"data workbook, {many:,} events, growth of memory in MB / openpyxl"
    # A row prints thousandths of what it is given.
    yield Comparison(5, what, growths["ours"] / 1000, growths["openpyxl"] / 1000, 0.1)


def _times(folder: Path, number: int) -> Iterator[Comparison]:
    made = content(number)
    paths = {who: folder / f"{who}.xlsx" for who in ("ours", "bare", "openpyxl")}
    write_ours(made, paths["ours"])
    cells = cells_of(paths["ours"])
    rounds = 3 if number >= _FEWER_ROUNDS_FROM else 5
    what = f"data workbook, {number:,} events / bare XlsxWriter"
    yield compare(
        5,
        what,
        lambda: write_ours(made, paths["ours"]),
        lambda: write_bare(cells, paths["bare"]),
        1.15,
        rounds,
    )
    what = f"data workbook, {number:,} events / openpyxl"
    yield compare(
        5,
        what,
        lambda: write_ours(made, paths["ours"]),
        lambda: write_openpyxl(cells, paths["openpyxl"]),
        0.5,
        rounds,
    )
    for path in paths.values():
        path.unlink()


def write_ours(made: RegisterContent, path: Path) -> None:
    """Write a register as the program does."""
    write_data_workbook(made, path, origin=Origin("0", 1), year=YEAR)


def cells_of(path: Path) -> Cells:
    """Return every cell of a workbook that is not empty."""
    workbook = openpyxl.load_workbook(path, read_only=True)
    found: Cells = []
    for sheet in workbook.worksheets:
        lines = [
            [(place, value) for place, value in enumerate(line) if value is not None]
            for line in sheet.iter_rows(values_only=True)
        ]
        found.append((sheet.title, lines))  # type: ignore[arg-type]  # texts and numbers only
    workbook.close()
    return found


def write_bare(cells: Cells, path: Path) -> None:
    """Write cells with XlsxWriter and nothing else."""
    with xlsxwriter.Workbook(path, {"constant_memory": True}) as workbook:
        text = workbook.add_format({"num_format": "@", "text_wrap": True, "valign": "top"})
        for name, lines in cells:
            sheet = workbook.add_worksheet(name)
            for number, line in enumerate(lines):
                for place, value in line:
                    if isinstance(value, str):
                        sheet.write_string(number, place, value, text)
                    else:
                        sheet.write_number(number, place, value, text)


def write_openpyxl(cells: Cells, path: Path) -> None:
    """Write cells with openpyxl, with the look that they have."""
    workbook = openpyxl.Workbook()
    look = Alignment(wrap_text=True, vertical="top")
    for name, lines in cells:
        sheet = workbook.create_sheet(name)
        for number, line in enumerate(lines, start=1):
            for place, value in line:
                cell = sheet.cell(number, place + 1, value)
                cell.number_format = "@"
                cell.alignment = look
    workbook.save(path)


def _growth(folder: Path, who: str, number: int) -> float:
    """Return by how many MB a process of its own grows while it writes a workbook."""
    command = [sys.executable, "-m", "tests.benchmarks.workbook_rows", who, str(number)]
    path = folder / f"{who}-memory.xlsx"
    done = subprocess.run([*command, str(path)], capture_output=True, text=True, check=True)
    path.unlink()
    return float(done.stdout)


def growth_while(act: Callable[[], object]) -> float:
    """Return by how many MB the process grew at most during an act."""
    begin = peak = _resident()
    ended = threading.Event()

    def watch() -> None:
        nonlocal peak
        while not ended.wait(_SECONDS_BETWEEN_SAMPLES):
            peak = max(peak, _resident())

    watcher = threading.Thread(target=watch)
    watcher.start()
    try:
        act()
    finally:
        ended.set()
        watcher.join()
    return (max(peak, _resident()) - begin) / _MEGABYTE


def _resident() -> int:
    pages = int(_MEMORY.read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE")


def main() -> None:
    """Print the growth of one way of writing; the arguments are who, how many, and the file."""
    who, number, path = sys.argv[1:]
    made = content(int(number))
    if who == "ours":
        print(growth_while(lambda: write_ours(made, Path(path))))
        return
    write_ours(made, Path(path))
    cells = cells_of(Path(path))
    print(growth_while(lambda: write_openpyxl(cells, Path(path))))


if __name__ == "__main__":
    main()
