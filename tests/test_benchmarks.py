"""The benchmark measures what it says, on registers that hold what they promise."""

import shutil
import sys
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from partners_app.services import backup, events
from partners_app.services.catalogue import Scope
from partners_app.services.events import EventFilter
from partners_app.services.register import Register
from tests.benchmarks import change_rows, grid_rows, import_rows, workbook_rows
from tests.benchmarks.measure import HEADER, Comparison, compare, cpu_seconds
from tests.benchmarks.synthetic import CITIES, COUNTRIES, RARE_WORD, YEAR, content, register_of

pytestmark = pytest.mark.trial


def test_a_synthetic_register_is_the_same_each_time_and_as_large_as_asked(tmp_path: Path) -> None:
    made = content(300)
    assert made == content(300)
    assert (len(made.countries), len(made.partners)) == (COUNTRIES, CITIES)
    assert all(200 <= len(event.text) <= 620 for event in made.events)
    register = Register.open(register_of(300, tmp_path), author="Анна")
    assert len(events.ids(register, Scope(), YEAR)) == 300
    assert len(events.ids(register, Scope(), YEAR, EventFilter(text=RARE_WORD))) == 1
    register.close()


def test_figure_and_yardstick_are_timed_in_turn_and_compared() -> None:
    calls: list[str] = []
    row = compare(1, "x", lambda: calls.append("a"), lambda: calls.append("b"), 2, rounds=3)
    assert calls == ["a", "b"] * 4
    before: list[str] = []
    compare(
        1,
        "x",
        lambda: calls.append("a"),
        lambda: calls.append("b"),
        2,
        rounds=1,
        clock=cpu_seconds,
        prepare=lambda: before.append(calls[-1]),
    )
    assert before == ["b", "b"]
    assert row.ratio > 0
    slow = Comparison(10, "one edit", 0.03, 0.01, 2)
    assert not slow.reached
    assert slow.line().split()[-4:] == ["10.00", "3.000", "2.000", "MISSED"]
    assert len(slow.line()) >= len(HEADER)


def test_a_data_workbook_is_measured_beside_the_same_cells(tmp_path: Path) -> None:
    rows = list(workbook_rows.rows(tmp_path, some=20, many=40))
    assert {row.number for row in rows} == {5}
    assert [row.goal for row in rows[:4]] == [1.15, 0.5, 1.15, 0.5]
    assert all(row.figure > 0 and row.yardstick > 0 for row in rows[:4])
    # Memory is measured where the system tells it.
    assert [row.goal for row in rows[4:]] == ([0.1] if sys.platform == "linux" else [])
    assert list(tmp_path.iterdir()) == []


def test_the_yardsticks_write_what_the_program_writes(tmp_path: Path) -> None:
    ours, bare, other = (tmp_path / name for name in ("ours.xlsx", "bare.xlsx", "other.xlsx"))
    workbook_rows.write_ours(content(20), ours)
    cells = workbook_rows.cells_of(ours)
    workbook_rows.write_bare(cells, bare)
    workbook_rows.write_openpyxl(cells, other)
    assert workbook_rows.cells_of(bare) == cells
    assert [sheet for sheet in workbook_rows.cells_of(other) if sheet[1]] == cells


def test_every_row_is_measured(qtbot: QtBot, tmp_path: Path) -> None:
    rows = list(grid_rows.rows(tmp_path, few=20, some=40, many=60))
    assert [row.number for row in rows] == [8, 8, 9, 9, 9, 10, 10, 10]
    assert all(row.figure > 0 and row.yardstick > 0 for row in rows)
    kept = sorted(path.name for path in tmp_path.iterdir())
    assert kept == ["20.partners", "40.partners", "60.partners"]


def test_imports_are_measured_with_the_window_meanwhile(qtbot: QtBot, tmp_path: Path) -> None:
    rows = list(import_rows.rows(tmp_path, some=30, rounds=1))
    assert [row.number for row in rows] == [4] * 3 + [7] * 6
    assert all(row.figure > 0 and row.yardstick > 0 for row in rows)
    assert [path.name for path in tmp_path.iterdir()] == ["30.partners"]


def test_what_is_taken_in_for_the_measure_is_all_of_it(tmp_path: Path) -> None:
    files = import_rows.Files(tmp_path, register_of(30, tmp_path))
    # The title, the bands, countries, cities and events.
    assert import_rows.take_in(files.open(files.empty), files.workbook) == 1 + 3 + 40 + 200 + 30
    assert import_rows.take_in(files.open(files.full), files.changed) == 3
    assert import_rows.take_in(files.open(files.bare), files.flat) == 30
    files.remove()


def test_a_stall_is_no_longer_than_its_job_and_a_failed_job_is_no_figure(qtbot: QtBot) -> None:
    # One call that lets no other thread in.
    stall, whole = import_rows.longest_stall(lambda: sum(range(5_000_000)))
    assert 0 < stall <= whole
    with pytest.raises(ZeroDivisionError):
        import_rows.longest_stall(lambda: 1 / 0)


def test_changes_are_measured_beside_the_same_rows(tmp_path: Path) -> None:
    rows = list(change_rows.rows(tmp_path, some=20, rounds=1))
    assert [row.number for row in rows] == [11] * 4
    assert all(row.figure > 0 and row.yardstick > 0 for row in rows)
    assert [path.name for path in tmp_path.iterdir()] == ["20.partners"]


def test_the_yardstick_makes_a_register_that_is_whole(tmp_path: Path) -> None:
    start, written, raw = (tmp_path / f"{name}.partners" for name in ("start", "written", "raw"))
    shutil.copyfile(register_of(20, tmp_path), start)
    for copy in (written, raw):
        shutil.copyfile(start, copy)
    register = Register.open(written, author="Анна")
    register.apply(change_rows.edited(start))
    register.close()
    change_rows.execute(raw, change_rows.difference(start, written))
    assert backup.verify(raw).digest == backup.verify(written).digest
