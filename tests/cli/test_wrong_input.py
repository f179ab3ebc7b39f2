"""Whatever is wrong with an input has a message of its own, and not a byte changes."""

import json
import os
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from partners_app.exchange import atomic_file
from partners_app.storage.schema import SCHEMA_VERSION
from tests.cli.steps import Run, folder_state


def no_such_file(path: Path, good: bytes) -> None:
    pass


def no_such_folder(path: Path, good: bytes) -> None:
    path.parent.rmdir()


def a_folder(path: Path, good: bytes) -> None:
    path.mkdir()


def an_empty_file(path: Path, good: bytes) -> None:
    path.touch()


def a_workbook(path: Path, good: bytes) -> None:
    path.write_bytes(b"PK\x03\x04" + bytes(200))


def an_old_workbook(path: Path, good: bytes) -> None:
    path.write_bytes(bytes.fromhex("d0cf11e0a1b11ae1") + bytes(200))


def a_letter(path: Path, good: bytes) -> None:
    path.write_text("Уважаемые коллеги!", encoding="utf-8")


def a_foreign_database(path: Path, good: bytes) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE contact (name TEXT)")
    connection.close()


def a_register_of_a_newer_version(path: Path, good: bytes) -> None:
    path.write_bytes(good)
    connection = sqlite3.connect(path)
    connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION + 1}")
    connection.close()


def half_a_register(path: Path, good: bytes) -> None:
    path.write_bytes(good[: len(good) // 2])


BAD_REGISTERS: list[tuple[Callable[[Path, bytes], None], str]] = [
    (no_such_file, "Нет файла или папки «r.partners»."),
    (no_such_folder, "Папки, в которой должен лежать файл «r.partners», нет."),
    (a_folder, "«r.partners» – папка, а не файл."),
    (an_empty_file, "Файл «r.partners» пуст"),
    (a_workbook, "«r.partners» – не реестр, а файл Excel, Word или архив."),
    (an_old_workbook, "«r.partners» – не реестр, а файл старого Excel или Word."),
    (a_letter, "«r.partners» – не реестр этой программы."),
    (a_foreign_database, "«r.partners» – не реестр, а база данных другой программы."),
    (a_register_of_a_newer_version, "Реестр «r.partners» сохранён более новой версией программы."),
    (half_a_register, "Реестр «r.partners» повреждён"),
]


@pytest.mark.parametrize(
    ("make", "message"), BAD_REGISTERS, ids=[make.__name__ for make, _ in BAD_REGISTERS]
)
@pytest.mark.parametrize(
    "arguments",
    [
        ("check", "{r}"),
        ("undo", "{r}"),
        ("history", "{r}", "--json"),
        ("export", "{r}", "{out}.json"),
        ("import", "{r}", "{out}.json"),
        ("report", "{r}", "--year", "2020", "-o", "{out}.xlsx"),
        ("take-back", "{r}", "1"),
        ("backup", "{r}"),
        ("verify", "{r}"),
    ],
    ids=lambda arguments: arguments[0],
)
def test_a_file_that_is_no_readable_register(
    run: Run,
    tmp_path: Path,
    sample_bytes: bytes,
    make: Callable[[Path, bytes], None],
    message: str,
    arguments: tuple[str, ...],
) -> None:
    path = tmp_path / "folder" / "r.partners"
    path.parent.mkdir()
    make(path, sample_bytes)
    before = folder_state(tmp_path)
    answer = run(*(word.format(r=path, out=tmp_path / "out") for word in arguments))
    assert answer.status == 1
    assert answer.refusal.startswith(message)
    assert folder_state(tmp_path) == before


def test_these_messages_are_all_different() -> None:
    messages = [message for _, message in BAD_REGISTERS]
    assert len(set(messages)) == len(messages)


def test_a_new_register_never_overwrites(run: Run, register: Path) -> None:
    before = folder_state(register.parent)
    assert "уже существует" in run("new", register, "--sample").refusal
    assert "папка" in run("new", register.parent).refusal
    assert "Нет файла или папки" in run("new", register.parent / "нет" / "r.partners").refusal
    assert folder_state(register.parent) == before


def write_json(path: Path, value: object) -> None:
    path.write_text(json.dumps(value, ensure_ascii=False), encoding="utf-8")


def register_json(**event: object) -> dict[str, object]:
    """Return a small file that could be imported, with one event to spoil."""
    good = {"date_text": "3 сентября", "start": None, "end": None, "precision": None, "text": "x"}
    partner = {"city": "г. Грац", "agreements": [], "events": [good | event]}
    country = {"name": "Австрия", "partners": [partner]}
    region = {"name": "Европа", "heading": "ЕВРОПА", "countries": [country]}
    return {"title": "Сотрудничество", "year": 2020, "regions": [region]}


BAD_INPUTS: list[tuple[str, bytes | None, str]] = [
    ("in.json", None, "Нет файла или папки «in.json»."),
    ("in.json", b"", "Файл «in.json» пуст"),
    ("in.json", b'{"title": "', "Файл «in.json» – не JSON или обрывается. Строка 1, знак 11."),
    ("in.json", b"[1, 2]", "В файле «in.json» нет реестра"),
    ("in.json", b'{"title": "\xff"}', "Файл «in.json» – не текст в кодировке UTF-8."),
    ("in.json", b'{"a": 1, "a": 2}', "В файле «in.json» ключ «a» в одном объекте стоит дважды."),
    ("in.json", b"[" * 100_000, "Файл «in.json» вложен слишком глубоко."),
    ("in.json", b'{"year": 2020}', "В файле «in.json» не хватает ключа. Место: "),
    (
        "in.json",
        b'{"title": 5, "year": 2020, "regions": []}',
        "В файле «in.json» стоит значение не того типа, нужно: string. Место: title.",
    ),
    ("in.xlsx", b"PK\x03\x04", "Файл «in.xlsx» неполный"),
]


@pytest.mark.parametrize(
    ("name", "data", "message"), BAD_INPUTS, ids=[message[:30] for *_, message in BAD_INPUTS]
)
def test_an_input_that_cannot_be_taken_in(
    run: Run, tmp_path: Path, name: str, data: bytes | None, message: str
) -> None:
    path = tmp_path / "r.partners"
    run("new", path)
    if data is not None:
        (tmp_path / name).write_bytes(data)
    before = folder_state(tmp_path)
    answer = run("import", path, tmp_path / name)
    assert answer.status == 1
    assert answer.refusal.startswith(message)
    assert folder_state(tmp_path) == before


def test_a_json_file_of_another_year_or_of_none(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "r.partners"
    run("new", path)
    write_json(tmp_path / "in.json", register_json())
    before = folder_state(tmp_path)
    assert "за 2020 год" in run("import", path, tmp_path / "in.json", "--year", "2019").refusal
    assert folder_state(tmp_path) == before
    write_json(tmp_path / "in.json", {**register_json(), "year": None})
    before = folder_state(tmp_path)
    assert "за какой год" in run("import", path, tmp_path / "in.json").refusal
    assert folder_state(tmp_path) == before


def test_a_date_that_nobody_can_read_is_kept_as_text_with_a_finding(
    run: Run, tmp_path: Path
) -> None:
    path = tmp_path / "r.partners"
    run("new", path)
    write_json(tmp_path / "in.json", register_json(date_text="31 февраля"))
    answer = run("import", path, tmp_path / "in.json")
    assert answer.status == 0
    assert "Дата не читается" in answer.err
    assert "«31 февраля»: такого дня нет." in answer.err
    run("export", path, tmp_path / "out.json")
    event = json.loads((tmp_path / "out.json").read_text("utf-8"))["regions"][0]["countries"][0][
        "partners"
    ][0]["events"][0]
    assert event["date_text"] == "31 февраля"
    assert (event["start"], event["end"], event["precision"]) == (None, None, None)


def test_what_a_file_has_more_is_added_to_a_register_with_records(
    run: Run, register: Path, tmp_path: Path
) -> None:
    write_json(tmp_path / "in.json", register_json())
    answer = run("import", register, tmp_path / "in.json", "--json")
    plan = json.loads(answer.out)
    assert {entry["table"] for entry in plan["new"]} <= {"region", "country", "partner", "event"}
    assert plan["deleted"] == []
    assert "Резервная копия перед импортом: " in answer.err


OUTPUTS = [("export",), ("export", "--year", "2020"), ("report", "--year", "2020", "-o")]


@pytest.mark.parametrize("command", OUTPUTS, ids=lambda command: command[0])
def test_an_output_that_cannot_be_written(
    run: Run,
    register: Path,
    tmp_path: Path,
    command: tuple[str, ...],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    ending = "json" if command[0] == "export" and command[-1] != "2020" else "xlsx"
    folder = tmp_path / f"папка.{ending}"
    folder.mkdir()
    held = tmp_path / f"занят.{ending}"
    held.write_text("старый отчёт", encoding="utf-8")
    before = folder_state(tmp_path)

    def write_to(target: Path) -> str:
        answer = run(command[0], register, *command[1:], target)
        assert answer.status == 1
        return answer.refusal

    assert "не того вида" in write_to(tmp_path / "out.txt")
    assert f".{ending}" in write_to(tmp_path / "out.txt")
    assert "Нет файла или папки «нет»" in write_to(tmp_path / "нет" / f"out.{ending}")
    assert "папка" in write_to(folder)

    def replace_held(*_: object) -> None:
        error = PermissionError(13, "The process cannot access the file")
        error.winerror = 32  # type: ignore[attr-defined, unused-ignore]
        raise error

    monkeypatch.setattr(atomic_file, "_RETRIES_SECONDS", (0.0,))
    monkeypatch.setattr(os, "replace", replace_held)
    assert "открыт в другой программе" in write_to(held)
    assert folder_state(tmp_path) == before


def test_a_folder_that_may_not_be_written(run: Run, register: Path) -> None:
    before = folder_state(register.parent)
    register.parent.chmod(0o555)
    try:
        if os.access(register.parent, os.W_OK):
            pytest.skip("nothing is forbidden to this user")
        for answer in (
            run("new", register.parent / "new.partners"),
            run("export", register, register.parent / "out.json"),
            run("report", register, "--year", "2020", "-o", register.parent / "out.xlsx"),
        ):
            assert answer.status == 1
            assert "Нет прав" in answer.refusal
        assert "только для чтения" in run("undo", register).refusal
        assert run("history", register).status == 0
    finally:
        register.parent.chmod(0o755)
    assert folder_state(register.parent) == before


def test_a_register_that_may_only_be_read_answers_but_is_not_changed(
    run: Run, register: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "access", lambda *_: False)
    before = folder_state(register.parent)
    assert "только для чтения" in run("undo", register).refusal
    assert run("check", register, "--year", "2020").out
    assert folder_state(register.parent) == before


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("raport", "r"), "«raport» не входит в список: new, report"),
        (("report", "r", "--year", "abc", "-o", "o.xlsx"), "«abc» – не год"),
        (("report", "r", "--year", "20200", "-o", "o.xlsx"), "«20200» – не год"),
        (("report", "r", "--year", "２０２０", "-o", "o.xlsx"), "«２０２０» – не год"),
        (("check", "r", "--year", "-1"), "«-1» – не год"),
        (("check", "r", "--year"), "Не указано значение для --year."),
        (("report", "r", "-o", "o.xlsx"), "Не указано: --year."),
        (("report", "r", "--year", "2020"), "Не указано: -o/--output."),
        (("export", "r"), "Не указано: OUT."),
        (("new",), "Не указано: FILE."),
        (("undo", "r", "--force"), "Не понято: --force."),
        (("undo", "r", "--auth", "Петров"), "Не понято: --auth Петров."),
        (("undo", "r", "--author", " "), "Имя автора пусто."),
        (("undo", ""), "Имя файла пусто."),
        (("history", "r", "--json=yes"), "У --json не бывает значения."),
        (("take-back", "r", "last"), "«last» – не номер шага"),
        (("--language", "de", "undo", "r"), "«de» не входит в список: ru, en."),
        (("--author", "Петров"), "Какая команда?"),
    ],
    ids=lambda item: " ".join(item)[:40] if isinstance(item, tuple) else "",
)
def test_wrong_usage_is_one_line_and_status_2(
    run: Run, tmp_path: Path, arguments: tuple[str, ...], message: str
) -> None:
    answer = run(*arguments)
    assert answer.status == 2
    assert answer.refusal.startswith(message)
    assert "partners-app" in answer.refusal
    assert "--help" in answer.refusal


def test_wrong_usage_in_english(run: Run) -> None:
    answer = run("check", "r", "--year", "abc", "--language", "en")
    assert (answer.status, answer.refusal) == (
        2,
        "“abc” is not a year: write four digits, like 2020. Help: partners-app check --help",
    )


def test_an_unexpected_failure_is_one_line_and_a_log_without_data(
    run: Run, register: Path, user_folders: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise ZeroDivisionError("Анна Канарейкина")

    monkeypatch.setattr("partners_app.services.checking.check", broken)
    answer = run("check", register)
    assert answer.status == 1
    assert answer.refusal.startswith("Внутренняя ошибка: ZeroDivisionError. Подробности в журнале:")
    log = Path(answer.refusal.rsplit(": ", 1)[1])
    assert user_folders in log.parents
    text = log.read_text(encoding="utf-8")
    assert "ZeroDivisionError" in text
    assert "commands.py" in text
    assert "Канарейкина" not in text + answer.err
