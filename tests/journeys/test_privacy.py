"""Names of people are in the register and nowhere else: not in logs, crash reports, leftovers."""

import os
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer, qWarning
from pytestqt.qtbot import QtBot

from partners_app.cli import main
from partners_app.domain.errors import ChangedSince, PartnersError
from partners_app.services import backup, events, exporting, import_sources, reporting, run_log
from partners_app.services.catalogue import Scope
from partners_app.services.register import Register
from partners_app.texts.errors import error_text
from partners_app.ui.crash import CrashHook

CANARY = "Канарейкина"
LATIN = "Canarova"
YEAR = 2020


@pytest.fixture
def log(tmp_path: Path) -> Iterator[Path]:
    folder = tmp_path / "журнал"
    assert run_log.start(folder) is not None
    yield folder
    run_log.stop()


@pytest.fixture
def rooms(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder for temporary files of its own, and an operating system's user of that name."""
    room = tmp_path / "временные"
    room.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(room))
    for name in ("USER", "USERNAME", "LOGNAME"):
        monkeypatch.setenv(name, LATIN)
    yield room


@pytest.fixture
def register(register_2020: Register, tmp_path: Path) -> Register:
    """A register in which each field that can be typed into names somebody, its file too."""
    folder = tmp_path / f"Папка {CANARY} {LATIN}"
    folder.mkdir()
    path = register_2020.path.rename(folder / f"{CANARY} {LATIN}.partners")
    register = Register.open(path, author=f"{CANARY} {LATIN}")
    (event, *_) = events.ids(register, Scope(), YEAR)
    for field in ("date", "text", "participants", "responsible", "source", "remark"):
        events.set_field(register, event, field, f"{CANARY} {LATIN} {field}")
    return register


def files_below(*folders: Path) -> list[Path]:
    return [path for folder in folders for path in folder.rglob("*") if path.is_file()]


def assert_no_names(*folders: Path) -> None:
    for path in files_below(*folders):
        raw = path.read_bytes()
        for word in (CANARY, LATIN):
            for coding in ("utf-8", "utf-16-le", "cp1251"):
                assert word.encode(coding) not in raw, f"{path.name} holds {word}"


def fail(register: Register) -> list[str]:
    """Let everything go wrong that a clerk can meet; return what the program said of it."""
    folder = register.path.parent
    bad = folder / f"{LATIN} {CANARY}.xlsx"
    bad.write_bytes(b"PK\x03\x04" + CANARY.encode() * 50)
    word = folder / f"{CANARY}.docx"
    word.write_text(f"{CANARY} {LATIN}", encoding="utf-8")
    gone = folder / "нет" / f"{CANARY}.xlsx"
    (event, *_) = events.ids(register, Scope(), YEAR)
    other = Register.open(register.path, author=LATIN)

    def conflict() -> None:
        raise ChangedSince("event", event, ("text",))

    acts = (
        lambda: import_sources.open_file(register, bad),
        lambda: import_sources.open_file(register, word),
        lambda: import_sources.open_file(register, folder),
        lambda: reporting.write_report(register, YEAR, gone),
        lambda: reporting.write_report(register, 0, folder / "год.xlsx"),
        lambda: exporting.export(register, gone),
        lambda: Register.open(bad, author=LATIN),
        lambda: Register.open(gone, author=LATIN),
        lambda: Register.create(register.path, author=LATIN),
        lambda: events.set_field(other, 999_999, "text", CANARY),
        lambda: backup.verify(bad),
        conflict,
    )
    said = []
    for act in acts:
        with pytest.raises(PartnersError) as failure:
            act()
        said.append(error_text(failure.value).details)
    other.close()
    return said


def test_nothing_that_goes_wrong_leaves_a_name_in_a_log_or_a_temporary_file(
    register: Register, log: Path, rooms: Path
) -> None:
    fail(register)
    register.close()
    assert_no_names(log, rooms)


def test_an_unexpected_error_is_told_without_names(
    qtbot: QtBot, register: Register, log: Path, rooms: Path
) -> None:
    hook = CrashHook()
    hook.install()
    said: list[str] = []
    hook.crashed.connect(said.append)
    path = register.path

    def break_down() -> None:
        try:
            raise OSError(13, f"{CANARY} {LATIN}", str(path))
        except OSError as error:
            raise RuntimeError(f"{LATIN}: {CANARY}") from error

    try:
        qWarning(f"QFile: {path} cannot be opened")
        QTimer.singleShot(0, break_down)
        with qtbot.captureExceptions():
            try:
                break_down()
            except RuntimeError as error:
                hook.handle(type(error), error, error.__traceback__)
            qtbot.wait(20)
    finally:
        hook.uninstall()
    assert said and "break_down" in said[0]
    assert CANARY not in "".join(said) and LATIN not in "".join(said)
    text = "".join(path.read_text(encoding="utf-8") for path in files_below(log))
    assert "QFile" in text and "RuntimeError" in text
    assert_no_names(log, rooms)


def test_an_unexpected_error_of_the_command_line_names_nobody(
    register: Register,
    log: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def break_down(*_: object, **__: object) -> None:
        raise RuntimeError(f"{CANARY} {LATIN}")

    monkeypatch.setattr(backup, "verify", break_down)
    register.close()
    assert main(["verify", str(register.path)]) == 1
    said = capsys.readouterr()
    assert "Traceback" not in said.err
    assert CANARY not in said.err.replace(str(register.path), "") and LATIN not in said.err
    logs = Path(os.environ["XDG_DATA_HOME"]) if sys.platform.startswith("linux") else log
    assert_no_names(log, *logs.rglob("Logs"))
