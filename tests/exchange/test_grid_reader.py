"""The process that reads: what becomes of it, of the program beside it, and of the user's wish."""

import hashlib
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from partners_app import __main__ as program
from partners_app.domain.errors import Abandoned, InputBroken
from partners_app.domain.input_problems import InputProblem
from partners_app.domain.table_limits import MOST_BYTES
from partners_app.exchange import grid_reader, grid_worker
from partners_app.exchange.grid_reader import ReadingProcess, read_grids
from tests.exchange.museum.accepted import made_by_libreoffice
from tests.exchange.museum.packages import packed, workbook

HEAVY = ("python_calamine", "docx", "lxml", "openpyxl", "xlsxwriter")


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "Таблица № 1.xlsx"
    path.write_bytes(packed(workbook()))
    return path


@pytest.fixture
def process() -> Iterator[ReadingProcess]:
    with ReadingProcess() as one:
        yield one


def is_alive(number: int) -> bool:
    try:
        os.kill(number, 0)
    except ProcessLookupError:
        return False
    return True


def number_of(process: ReadingProcess) -> int:
    assert process.number is not None
    return process.number


def test_one_call_reads_a_file_and_leaves_no_process(
    table: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    started: list[subprocess.Popen[bytes]] = []

    class Remembered(subprocess.Popen[bytes]):
        def __init__(self, *arguments: Any, **keywords: Any) -> None:
            super().__init__(*arguments, **keywords)
            started.append(self)

    monkeypatch.setattr(subprocess, "Popen", Remembered)
    read = read_grids(table)
    assert read.path == table
    assert read.grids[0].cells == {(1, 1): "Страна", (1, 2): "Город"}
    assert read.sha256 == hashlib.sha256(table.read_bytes()).hexdigest()
    assert read.findings == ()
    (process,) = started
    assert process.returncode is not None


def test_one_process_reads_one_file_after_the_other(table: Path, process: ReadingProcess) -> None:
    process.read(table)
    first = number_of(process)
    table.write_bytes(packed(workbook(), "sheet"))
    with pytest.raises(InputBroken):
        process.read(table)
    table.write_bytes(packed(workbook()))
    assert process.read(table).grids
    assert number_of(process) == first


@pytest.mark.parametrize("sent", [signal.SIGABRT, signal.SIGKILL, signal.SIGSEGV])
def test_a_process_that_dies_is_a_failure_in_words_and_the_next_one_reads(
    table: Path, process: ReadingProcess, sent: signal.Signals
) -> None:
    process.read(table)
    died = number_of(process)
    os.kill(died, signal.SIGSTOP)  # so that it is at work when it dies

    signals = [sent, signal.SIGCONT]

    def dies_meanwhile() -> bool:
        while signals:
            os.kill(died, signals.pop(0))
        return False

    with pytest.raises(InputBroken) as failure:
        process.read(table, cancelled=dies_meanwhile)
    assert failure.value.problem == InputProblem.READER_DIED
    assert str(-sent) in failure.value.detail
    assert process.read(table).grids
    assert number_of(process) != died


def test_a_file_at_which_the_library_ends_its_process(
    tmp_path: Path, process: ReadingProcess
) -> None:
    """One byte of an .xls: it asks for rows without end, and calamine 0.9 aborts."""
    path = tmp_path / "таблица.xls"
    good = made_by_libreoffice("table.xls")()
    path.write_bytes(good[:0xE84] + b"\x04" + good[0xE85:])
    with pytest.raises(InputBroken) as failure:
        process.read(path)
    assert failure.value.problem == InputProblem.READER_DIED
    path.write_bytes(good)
    assert process.read(path).grids


def test_a_user_who_does_not_want_to_wait_need_not(table: Path, process: ReadingProcess) -> None:
    process.read(table)
    stopped = number_of(process)
    os.kill(stopped, signal.SIGSTOP)
    answers = iter([False, False, True])
    with pytest.raises(Abandoned):
        process.read(table, cancelled=lambda: next(answers))
    assert not is_alive(stopped)
    assert process.read(table).grids


def test_a_process_that_hangs_is_ended(table: Path, process: ReadingProcess) -> None:
    process.read(table)
    hanging = number_of(process)
    os.kill(hanging, signal.SIGSTOP)
    process.seconds = 0.3
    with pytest.raises(InputBroken) as failure:
        process.read(table)
    assert failure.value.problem == InputProblem.READING_TOO_LONG
    assert not is_alive(hanging)


def test_a_program_that_cannot_be_started_is_a_failure_in_words(
    table: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "executable", str(table.parent / "нет такой программы"))
    with pytest.raises(InputBroken) as failure:
        read_grids(table)
    assert failure.value.problem == InputProblem.READER_DIED


def test_something_else_that_answers_is_no_answer(
    table: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    talker = tmp_path / "talker"
    talker.write_text("#!/bin/sh\necho It is a nice day, and the length of this is absurd\n")
    talker.chmod(0o700)
    monkeypatch.setattr(sys, "executable", str(talker))
    with pytest.raises(InputBroken) as failure:
        read_grids(table)
    assert failure.value.problem == InputProblem.READER_DIED


def test_a_frozen_program_starts_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", "Partners.exe")
    assert grid_reader.command() == ["Partners.exe", "--read-tables"]


def test_the_private_argument_is_heard_before_anything_else(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(grid_worker, "main", lambda: 7)
    assert program.run(["--read-tables"]) == 7


def test_the_program_itself_never_loads_what_reads_documents() -> None:
    code = (
        "import sys, partners_app.ui.app, partners_app.exchange.grid_reader;"
        f"print([name for name in {HEAVY} if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_the_reading_process_has_its_memory_limited() -> None:
    code = (
        "from partners_app.exchange.process_limits import MEMORY_BYTES, limit_memory\n"
        "limit_memory()\n"
        "try: bytearray(MEMORY_BYTES)\n"
        "except MemoryError: print('refused')"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "refused"


def test_a_reading_process_whose_program_is_gone_ends_itself() -> None:
    code = (
        "from partners_app.exchange.process_limits import end_after\n"
        "import time\n"
        "end_after(1); time.sleep(60)"
    )
    done = subprocess.run([sys.executable, "-c", code], check=False)
    assert done.returncode == -signal.SIGALRM


@pytest.mark.parametrize("question", [b"\0" * 5, b"\xff" * 8, (MOST_BYTES + 1).to_bytes(8, "big")])
def test_a_broken_question_ends_the_reading_process(question: bytes) -> None:
    command = grid_reader.command()
    done = subprocess.run(command, input=question, capture_output=True, check=False, timeout=60)
    assert (done.returncode, done.stdout) == (1, b"")


def test_what_fails_in_our_own_code_is_told_without_the_words_of_the_file(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def fail(data: bytes) -> None:
        raise KeyError("Иванов Иван")

    monkeypatch.setattr(grid_worker, "examine", fail)
    answer = grid_worker.answer_to(b"PK").decode()
    assert "reader_failed" in answer
    assert "KeyError in test_grid_reader.py" in answer
    assert "Иванов" not in answer


@pytest.mark.parametrize(
    ("raised", "problem"),
    [(MemoryError(), "too_much_memory"), (RecursionError(), "too_deep")],
    ids=["memory", "depth"],
)
def test_limits_that_are_reached_inside_have_words_of_their_own(
    monkeypatch: pytest.MonkeyPatch, raised: BaseException, problem: str
) -> None:
    def fail(data: bytes) -> None:
        raise raised

    monkeypatch.setattr(grid_worker, "examine", fail)
    assert problem in grid_worker.answer_to(b"PK").decode()
