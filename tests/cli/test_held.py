"""A register that somebody has open: a script may read it, and is refused what writes."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from partners_app.services import backup
from partners_app.services.register import Register
from tests.cli.steps import Run, digest


@pytest.fixture
def window(register: Path) -> Iterator[Register]:
    """The window of a clerk that has the register open, with one step in it."""
    opened = Register.open(register, author="Анна Иванова")
    assert opened.hold() is None
    opened.set_setting("title", "ЗАГОЛОВОК")
    yield opened
    opened.close()


@pytest.fixture
def incoming(register: Path, run: Run, tmp_path: Path) -> Path:
    path = tmp_path / "данные.json"
    assert run("export", register, path).status == 0
    content = json.loads(path.read_text("utf-8"))
    content["title"] = "ДРУГОЙ ЗАГОЛОВОК"
    path.write_text(json.dumps(content, ensure_ascii=False), encoding="utf-8")
    return path


def test_what_writes_is_refused_with_the_name_of_who_has_it_open(
    run: Run, register: Path, incoming: Path, window: Register
) -> None:
    copy = backup.write(window).path
    before = digest(register)
    for arguments in (
        ("undo", register),
        ("redo", register),
        ("take-back", register, 2),
        ("import", register, incoming),
        ("restore", register, copy),
    ):
        answer = run(*arguments)
        assert answer.status == 1
        assert answer.refusal.startswith(
            "В реестр «реестр 2020.partners» ничего не записано. "
            "Реестр открыт для правки в другом месте: Анна Иванова ("
        ), arguments
    assert digest(register) == before


def test_what_reads_works(
    run: Run, register: Path, incoming: Path, window: Register, tmp_path: Path
) -> None:
    for arguments in (
        ("history", register),
        ("verify", register),
        ("backup", register),
        ("export", register, tmp_path / "ещё.json"),
        ("report", register, "--year", 2020, "-o", tmp_path / "отчёт.xlsx"),
    ):
        assert run(*arguments).status == 0, arguments
    trial = run("import", register, incoming, "--dry-run")
    assert "Ничего не записано: это была проба." in trial.err


def test_once_it_is_closed_a_script_writes_and_leaves_nothing_beside_it(
    run: Run, register: Path, window: Register
) -> None:
    window.close()
    assert run("undo", register).status == 0
    assert list(register.parent.iterdir()) == [register]
