"""A register of an older version in a script: brought to the present format, and that is said."""

import os
from pathlib import Path

import pytest

from partners_app.paths import user_data
from partners_app.services import backup
from tests.cli.steps import Run, digest, folder_state


def test_the_first_command_says_that_it_was_brought_up_and_where_the_copy_is(
    run: Run, older_file: Path
) -> None:
    answer = run("history", older_file)
    assert answer.status == 0
    assert len(answer.out.splitlines()) == 34, "the data are what was asked for"
    (line,) = answer.err.splitlines()
    said, _, kept = line.partition(": ")
    assert said == (
        "Реестр был записан в формате прежней версии программы и переведён в нынешний. "
        "Прежний файл сохранён"
    )
    assert Path(kept).parent.parent == user_data() / "Backups"
    assert backup.verify(Path(kept)).events == 133
    again = run("history", older_file)
    assert (again.out, again.err) == (answer.out, "")


def test_it_is_said_in_the_language_that_was_asked_for(run: Run, older_file: Path) -> None:
    answer = run("check", older_file, "--language", "en")
    assert answer.err.startswith("The register was in the format of an older version and was ")


def test_verifying_an_older_register_or_its_copy_changes_nothing(
    run: Run, older_file: Path
) -> None:
    before = folder_state(older_file.parent)
    answer = run("verify", older_file)
    assert (answer.status, answer.err) == (0, "")
    assert folder_state(older_file.parent) == before
    kept = run("history", older_file).err.strip().partition(": ")[2]
    copied = run("verify", kept)
    assert copied.status == 0
    assert copied.out.splitlines()[1:] == answer.out.splitlines()[1:], "all but the name"


def test_without_room_for_the_copy_it_is_refused_in_one_line(run: Run, older_file: Path) -> None:
    user_data().parent.mkdir(parents=True, exist_ok=True)
    user_data().write_text("на месте папки – файл", encoding="utf-8")
    before = digest(older_file)
    answer = run("history", older_file)
    assert answer.status == 1
    assert answer.refusal.startswith(
        "Реестр «Старый реестр.partners» записан в формате прежней версии программы. "
    )
    assert answer.refusal.endswith("откройте реестр снова.")
    assert digest(older_file) == before


def test_where_nothing_may_be_written_it_is_read_and_that_is_said(
    run: Run, older_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = folder_state(older_file.parent)
    monkeypatch.setattr("os.access", lambda _path, mode: mode != os.W_OK)
    answer = run("history", older_file)
    monkeypatch.undo()
    assert answer.status == 0
    assert len(answer.out.splitlines()) == 34
    assert answer.err.strip().endswith("показано то, что было в нём при открытии.")
    assert folder_state(older_file.parent) == before


def test_an_older_register_that_is_taken_in_stays_as_it_is(
    run: Run, register: Path, older_file: Path
) -> None:
    kept = user_data() / "Backups"
    before = folder_state(older_file.parent)
    answer = run("import", register, older_file, "--dry-run")
    assert "Новых: " in answer.out
    assert folder_state(older_file.parent) == before
    assert not kept.exists(), "nothing of it had to be kept"
    assert run("import", register, older_file).err.count("Резервная копия") == 1
    assert digest(older_file) == before[older_file.name]
