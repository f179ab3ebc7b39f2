"""From a new register to the printed table, without a window."""

import json
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from partners_app import __version__
from partners_app.paths import database_files
from partners_app.services import events
from partners_app.services.catalogue import Scope
from partners_app.services.register import Register
from tests.cli.steps import Run, digest, folder_state

SEED = database_files() / "seed" / "register-2020.json"
ROOT = Path(__file__).resolve().parent.parent.parent


def edit(path: Path, text: str, author: str = "А. П. Иванова") -> None:
    """Change the text of the first event of 2020, as the window would."""
    register = Register.open(path, author=author)
    number = events.ids(register, Scope(), 2020)[0]
    events.set_field(register, number, "text", text)
    register.close()


def first_text(path: Path) -> str:
    register = Register.open(path, author="")
    number = events.ids(register, Scope(), 2020)[0]
    text = events.load(register, [number])[number].text
    register.close()
    return text


def parts_of_the_table(values: Mapping[str, Any]) -> list[object]:
    """Return what the 2020 table says, with the keys that every file of this kind has."""
    found: list[object] = [values["title"], values["year"]]
    for region in values["regions"]:
        found += [region["name"], region["heading"]]
        for country in region["countries"]:
            found.append(country["name"])
            for partner in country["partners"]:
                found.append(partner["city"])
                found += [(item["basis"], item["dates"]) for item in partner["agreements"]]
                keys = ("date_text", "start", "end", "precision", "text")
                found += [tuple(event[key] for key in keys) for event in partner["events"]]
    return found


def test_sample_export_and_report_in_three_commands(run: Run, tmp_path: Path) -> None:
    path, exported, table = (
        tmp_path / name for name in ("реестр 2020.partners", "o.json", "отчёт за 2020.xlsx")
    )
    seed = json.loads(SEED.read_text("utf-8"))
    agreements = sum(
        len(partner["agreements"])
        for region in seed["regions"]
        for country in region["countries"]
        for partner in country["partners"]
    )
    made = run("new", path, "--sample")
    assert (made.status, made.err) == (0, "")
    assert made.out.splitlines() == [
        f"Создано: {path}",
        "Разделов: 3",
        "Стран: 30",
        "Партнёров: 52",
        f"Оснований: {agreements}",
        "Мероприятий: 130",
    ]
    given = run("export", path, exported)
    assert (given.status, given.err) == (0, "")
    assert given.out.splitlines()[0] == f"Записано: {exported}"
    assert parts_of_the_table(json.loads(exported.read_text("utf-8"))) == parts_of_the_table(seed)
    before = digest(path)
    written = run("report", path, "--year", "2020", "-o", table)
    assert written.status == 0
    assert {"Стран: 30", "Партнёров: 52", "Мероприятий: 130"} <= set(written.out.splitlines())
    sheet = openpyxl.load_workbook(table).worksheets[0]
    assert sheet.max_row > 130
    assert digest(path) == before, "a report changes nothing"


def test_the_data_go_out_as_a_workbook(run: Run, register: Path, tmp_path: Path) -> None:
    target = tmp_path / "данные за 2020.xlsx"
    given = run("export", register, target, "--year", "2020")
    assert (given.status, given.err) == (0, "")
    assert given.out.splitlines() == [
        f"Записано: {target}",
        *("Стран: 30", "Партнёров: 52", "Оснований: 60", "Мероприятий: 130"),
    ]
    assert openpyxl.load_workbook(target)["Мероприятия"].max_row == 131


def test_what_a_year_leaves_out_is_said_apart(run: Run, register: Path, tmp_path: Path) -> None:
    answer = run("report", register, "--year", "1990", "-o", tmp_path / "1990.xlsx")
    assert answer.status == 0
    assert "Мероприятий: 0" in answer.out.splitlines()
    assert answer.err.splitlines()[0] == "В отчёте нет ни одного мероприятия за 1990 год"
    assert "партнёр" in answer.err.lower()
    assert len(answer.err.splitlines()) >= 1


def test_a_json_file_is_taken_in_once(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "r.partners"
    run("new", path, "--author", "Иванова")
    before = digest(path)
    trial = run("import", path, SEED, "--dry-run", "--json")
    assert trial.status == 0
    assert digest(path) == before, "a trial writes nothing"
    assert "это была проба" in trial.err
    plan = json.loads(trial.out)
    assert list(plan) == [
        *("new", "changed", "deleted", "unchanged", "doubtful", "refused", "problems")
    ]
    assert sum(entry["table"] == "event" for entry in plan["new"]) == 130
    for entry in plan["new"]:
        assert set(entry) == {
            *("sheet", "row", "table", "record", "label", "owner", "fields"),
            *("doubt", "candidates", "reason"),
        }
        assert all(set(change) == {"old", "new"} for change in entry["fields"].values())
    taken = run("import", path, SEED)
    assert taken.status == 0
    assert "Сомнительных: 0, отклонено: 0" in taken.out
    assert "Резервная копия перед импортом: " in taken.err
    backup = Path(taken.err.split("Резервная копия перед импортом: ")[1].splitlines()[0])
    assert run("verify", backup).status == 0
    after = digest(path)
    again = run("import", path, SEED)
    assert again.status == 0
    assert "Этот файл уже загружали: " in again.err
    assert "нового в файле нет" in again.err
    assert digest(path) == after
    undone = run("undo", path)
    assert undone.out == "Отменено: импорт: register-2020.json\n"


def test_undo_redo_and_history_name_the_step_and_its_author(run: Run, register: Path) -> None:
    before = first_text(register)
    edit(register, "визит делегации", "А. П. Иванова")
    undone = run("undo", register, "--author", "С. В. Петров")
    assert undone.status == 0
    assert undone.out.startswith("Отменено: правка мероприятия «")
    assert first_text(register) == before
    assert run("redo", register).out.startswith("Возвращено: правка мероприятия «")
    assert first_text(register) == "визит делегации"
    run("--author", "С. В. Петров", "undo", register)
    lines = [line.split("\t") for line in run("history", register).out.splitlines()]
    assert [line[2] for line in lines[:2]] == ["С. В. Петров", run_author()]
    assert lines[0][3].startswith("отмена: правка мероприятия «")
    assert lines[-2][2] == "А. П. Иванова"
    assert lines[-2][3].endswith("(отменено)")
    assert lines[-1][3] == "реестр создан"
    numbers = [int(line[0]) for line in lines]
    assert numbers == sorted(numbers, reverse=True)


def run_author() -> str:
    import getpass

    return getpass.getuser()


def test_history_as_json(run: Run, register: Path) -> None:
    edit(register, "визит делегации")
    run("undo", register)
    steps = json.loads(run("history", register, "--json").out)["operations"]
    assert [step["kind"] for step in steps] == ["undo", "edit", "create"]
    assert set(steps[0]) == {
        *("id", "uuid", "kind", "subject", "label", "author", "at", "reverts", "undone", "text")
    }
    assert steps[0]["reverts"] == steps[1]["id"]
    assert steps[1]["undone"] is True
    assert steps[1]["at"].endswith("+00:00")


def test_there_is_an_end_to_undo_and_redo(run: Run, register: Path) -> None:
    before = folder_state(register.parent)
    assert run("redo", register).refusal.startswith("Возвращать нечего.")
    assert run("undo", register).refusal.startswith("Отменять нечего.")
    assert folder_state(register.parent) == before


def test_an_older_step_is_taken_back(run: Run, register: Path) -> None:
    before = first_text(register)
    edit(register, "визит делегации")
    step = run("history", register).out.split("\t", 1)[0]
    answer = run("take-back", register, step)
    assert (answer.status, answer.err) == (0, "")
    assert answer.out.startswith("Взято назад: правка мероприятия «")
    assert first_text(register) == before
    assert "шага с таким номером" in run("take-back", register, "4711").refusal


def test_what_was_touched_since_is_left_and_said(run: Run, register: Path) -> None:
    edit(register, "визит делегации")
    step = run("history", register).out.split("\t", 1)[0]
    edit(register, "визит большой делегации")
    before = digest(register)
    answer = run("take-back", register, step)
    assert answer.status == 1
    assert "Мероприятие: с тех пор изменено, оставлено как есть (текст)." in answer.err
    assert "уже ничего нельзя взять назад" in answer.err
    assert digest(register) == before


def test_check_lists_findings_with_their_places(run: Run, register: Path) -> None:
    answer = run("check", register, "--year", "2020")
    assert answer.status == 1
    lines = [line.split("\t") for line in answer.out.splitlines()]
    assert ["Ошибка", "У документа нет даты"] in [line[:2] for line in lines]
    assert [line[3] for line in lines if line[1] == "Нет основания"] == ["Япония · Ямагата"]
    assert answer.err.startswith("Ошибок: 3, проверить: ")
    found = json.loads(run("check", register, "--year", "2020", "--json").out)["findings"]
    assert len(found) == len(lines)
    assert set(found[0]) == {
        *("code", "severity", "table", "record", "field", "place", "title", "sentence", "values")
    }


def test_check_of_a_register_with_nothing_doubtful(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "r.partners"
    run("new", path)
    answer = run("check", path, "--year", "2020")
    assert (answer.status, answer.out) == (0, "")


def test_backup_prints_the_file_and_verify_reads_it(run: Run, register: Path) -> None:
    before = folder_state(register.parent)
    answer = run("backup", register)
    assert (answer.status, answer.err) == (0, "")
    copy = Path(answer.out.strip())
    assert copy.is_file()
    assert folder_state(register.parent) == before
    verified, original = run("verify", copy), run("verify", register)
    assert verified.status == 0
    assert "Мероприятий: 130" in verified.out
    assert verified.out.splitlines()[1:] == original.out.splitlines()[1:]


def test_restore_brings_the_backup_back_and_says_where_the_rest_is(
    run: Run, register: Path
) -> None:
    copy = Path(run("backup", register).out.strip())
    run("take-back", register, 1)
    data = register.parent / "данные.json"
    run("export", register, data)
    run("import", register, data, "--delete")
    before = digest(register)
    answer = run("restore", register, copy)
    assert answer.status == 0
    assert answer.out.splitlines() == [f"Восстановлен: {register}", "Мероприятий: 130"]
    aside, kept = (Path(line.split(": ", 1)[1]) for line in answer.err.splitlines())
    assert digest(aside) == before
    assert ".before-restore-" in aside.name
    assert run("verify", kept).status == 0
    assert digest(register) == digest(copy)
    assert run("restore", register, kept).status == 0, "and back again"
    assert run("restore", register).status == 2


def test_restore_refuses_what_is_no_backup_of_the_register(
    run: Run, register: Path, tmp_path: Path
) -> None:
    other = tmp_path / "другой.partners"
    run("new", other)
    before = digest(register)
    assert "копия другого реестра" in run("restore", register, other).refusal
    assert "сам реестр" in run("restore", register, register).refusal
    data = bytearray(other.read_bytes())
    data[8 * 4096 : 9 * 4096] = bytes(4096)
    other.write_bytes(data)
    assert "повреждена" in run("restore", register, other).refusal
    assert digest(register) == before


def test_a_smashed_page_does_not_verify(run: Run, register: Path) -> None:
    data = bytearray(register.read_bytes())
    data[8 * 4096 : 9 * 4096] = bytes(4096)
    register.write_bytes(data)
    before = digest(register)
    answer = run("verify", register)
    assert answer.status == 1
    assert "повреждён" in answer.refusal
    assert digest(register) == before


def test_messages_in_english(run: Run, register: Path) -> None:
    assert run("--language", "en", "redo", register).refusal.startswith("There is nothing to redo.")
    assert run("redo", register, "--language=en").refusal.startswith("There is nothing to redo.")
    assert run("redo", register).refusal.startswith("Возвращать нечего.")


def test_version_and_help(run: Run) -> None:
    assert run("--version").out == f"partners-app {__version__}\n"
    shown = run("--help")
    assert shown.status == 0
    for command in ("new", "report", "import", "export", "check", "undo", "redo", "history"):
        assert command in shown.out
    assert "Вызов: " in shown.out
    for english in ("usage", "options", "show this", "positional"):
        assert english not in shown.out
    assert "Usage: " in run("report", "--help", "--language", "en").out


def test_the_self_test_says_each_step_and_leaves_nothing(
    run: Run, tmp_path: Path, user_folders: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    answer = run("--self-test")
    assert (answer.status, answer.err) == (0, "")
    lines = answer.out.splitlines()
    assert len(lines) == 16
    assert all(line.startswith("Готово: ") for line in lines[:-1])
    assert lines[-1] == "Программа работает."
    assert list(tmp_path.iterdir()) == []
    assert list(user_folders.rglob("*.partners")) == []
    assert list(user_folders.rglob("*.json")) == []


def test_a_self_test_that_fails_names_the_step(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Register, "redo", Register.undo_state)
    answer = run("--self-test")
    assert answer.status == 1
    assert answer.err == "Не удалось: возврат\n"
    assert "Программа работает" not in answer.out


def process(*arguments: object, **streams: Any) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "partners_app", *map(str, arguments)]
    return subprocess.run(command, cwd=ROOT, capture_output=True, timeout=60, **streams)


@pytest.mark.trial
def test_as_a_process_of_its_own(register: Path) -> None:
    # The old code page of a Windows console, and a terminal without any.
    done = process("check", register, "--year", "2020", env=environment(PYTHONIOENCODING="cp866"))
    assert done.returncode == 1
    assert "У документа нет даты" in done.stdout.decode("utf-8")
    assert b"Traceback" not in done.stderr
    refused = process("report", register, "--year", "abc", "-o", "x.xlsx")
    assert (refused.returncode, refused.stdout) == (2, b"")
    assert len(refused.stderr.splitlines()) == 1


@pytest.mark.trial
def test_the_report_as_a_pdf_on_a_machine_without_a_display(register: Path, tmp_path: Path) -> None:
    target = tmp_path / "отчёт 2020.pdf"
    bare = environment()
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        bare.pop(name, None)
    done = process("report", register, "--year", "2020", "-o", target, env=bare)
    assert done.returncode == 0, done.stderr.decode("utf-8")
    assert "Мероприятий: 130" in done.stdout.decode("utf-8")
    assert target.read_bytes().startswith(b"%PDF-")
    assert b"/FontFile" in target.read_bytes()


def test_the_report_as_a_word_document_and_as_a_page(
    run: Run, register: Path, tmp_path: Path
) -> None:
    for name in ("отчёт.docx", "отчёт.HTML"):
        answer = run("report", register, "--year", "2020", "-o", tmp_path / name)
        assert answer.status == 0
        assert {"Партнёров: 52", "Мероприятий: 130"} <= set(answer.out.splitlines())
    page = (tmp_path / "отчёт.HTML").read_text(encoding="utf-8")
    assert "20-22 февраля – визит делегации" in page
    taken = run("import", register, tmp_path / "отчёт.docx", "--dry-run", "--json")
    plan = json.loads(taken.out)
    assert (plan["new"], plan["changed"], plan["deleted"], plan["problems"]) == ([], [], [], [])
    assert plan["unchanged"] >= 130 + 52 + 30


@pytest.mark.trial
def test_a_machine_that_cannot_draw_says_so_and_writes_workbooks(
    run: Run, register: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # What Python does where a library that Qt's drawing needs is missing.
    monkeypatch.setitem(sys.modules, "partners_app.printing.pdf", None)
    answer = run("report", register, "--year", "2020", "-o", tmp_path / "2020.pdf")
    assert answer.status == 1
    assert ".xlsx" in answer.refusal
    assert not (tmp_path / "2020.pdf").exists()
    assert run("report", register, "--year", "2020", "-o", tmp_path / "2020.xlsx").status == 0
    tried = run("--self-test")
    assert (tried.status, tried.err) == (0, "")
    assert "PDF" in next(line for line in tried.out.splitlines() if "Пропущено" in line)


def test_a_command_needs_no_window(register: Path) -> None:
    code = (
        "import sys; from partners_app.__main__ import run; run(sys.argv[1:]);"
        "print([name for name in sys.modules if 'QtWidgets' in name or 'QtGui' in name])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, "history", str(register)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=60,
    )
    assert done.stdout.splitlines()[-1] == "[]"


def environment(**variables: str) -> dict[str, str]:
    import os

    return {**os.environ, **variables}


@pytest.mark.skipif(sys.platform == "win32", reason="a pipe breaks otherwise there")
def test_a_reader_who_goes_away_is_no_failure_of_the_program(register: Path) -> None:
    command = [sys.executable, "-m", "partners_app", "check", str(register)]
    with subprocess.Popen(
        command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as child:
        assert child.stdout is not None
        assert child.stderr is not None
        child.stdout.close()
        messages = child.stderr.read().decode("utf-8")
    assert "Traceback" not in messages
    assert "Внутренняя ошибка" not in messages
    assert "BrokenPipe" not in messages
