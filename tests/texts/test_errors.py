"""Whatever fails as expected, a clerk reads what happened and what to do."""

from pathlib import Path

import pytest

from partners_app.domain import errors
from partners_app.domain.errors import (
    ChangedSince,
    DiskFull,
    EditionProblem,
    EditionUnreadable,
    FileKindUnknown,
    FileMissing,
    FileProblem,
    FileTooNew,
    InputBroken,
    MigrationRefused,
    NotARegister,
    PartnersError,
    PrinterProblem,
    RecordMissing,
    ReportImpossible,
    TextRefused,
)
from partners_app.domain.input_problems import InputProblem
from partners_app.texts.errors import error_text
from partners_app.texts.language import load_language

FILE = Path("папка") / "реестр 100% (1).partners"


def all_kinds(kind: type[PartnersError] = PartnersError) -> list[type[PartnersError]]:
    found = [kind]
    for child in kind.__subclasses__():
        found += all_kinds(child)
    return found


def example(kind: type[PartnersError]) -> PartnersError:
    """Return an error of the class with values a message could trip over."""
    if issubclass(kind, FileTooNew):
        return kind(FILE, version=7)
    if issubclass(kind, TextRefused):
        return kind("event", "text")
    if issubclass(kind, FileProblem):
        return kind(FILE, ".json" if kind is FileKindUnknown else "Permission denied")
    if kind is ChangedSince:
        return ChangedSince("event", 4711, ("text", "date_text"))
    if kind is RecordMissing:
        return RecordMissing("partner", 4711)
    if kind is InputBroken:
        return InputBroken(FILE, InputProblem.NOT_JSON, "3:14", "Expecting value")
    if kind is EditionUnreadable:
        return EditionUnreadable(EditionProblem.WORKBOOK, "0a1b != 2c3d")
    if kind is ReportImpossible:
        return ReportImpossible("template_cell", "header")
    return kind()


@pytest.mark.parametrize("language", ["ru", "en"])
@pytest.mark.parametrize("kind", all_kinds(), ids=lambda kind: kind.__name__)
def test_every_failure_says_what_happened_and_what_to_do(
    kind: type[PartnersError], language: str
) -> None:
    load_language(language)
    error = example(kind)
    text = error_text(error)
    for part in (text.what, text.todo):
        assert part
        assert part[-1] in ".»”"
        assert "%1" not in part
        assert "%2" not in part
        assert "4711" not in part, "a number that means nothing to a clerk"
        assert kind.__name__ not in part
        assert "Permission" not in part, "the system's words belong to the details"
    if isinstance(error, FileProblem | InputBroken):
        assert FILE.name in text.what
        assert str(FILE) in text.details
    assert text.details.startswith(kind.__name__)


def test_each_failure_has_a_message_of_its_own() -> None:
    # A folder that is there: a missing one has another message.
    said = [error_text(example(kind)).what for kind in all_kinds() if kind is not FileProblem]
    general = error_text(FileProblem(FILE)).what
    assert sorted(said) == sorted(set(said))
    assert said.count(general) == 1, "only a failure that nobody can explain is told in general"


def test_a_file_that_is_no_register_is_called_what_it_is() -> None:
    said = {error_text(NotARegister(FILE, kind)).what for kind in ("excel", "office", "sqlite", "")}
    assert len(said) == 4
    assert "Excel" in error_text(NotARegister(FILE, "excel")).what


def test_a_refused_migration_says_what_kept_the_copy_from_being_written() -> None:
    copy = Path("Backups") / "реестр_s00000034.partners"
    error = MigrationRefused(FILE, cause=DiskFull(copy, "SQLITE_FULL"))
    text = error_text(error)
    assert FILE.name in text.what
    assert text.what.endswith(error_text(DiskFull(copy)).what)
    assert text.details.splitlines() == [
        "MigrationRefused",
        str(FILE),
        "DiskFull",
        str(copy),
        "SQLITE_FULL",
    ]


def test_a_missing_folder_is_told_from_a_missing_file(tmp_path: Path) -> None:
    file = error_text(FileMissing(tmp_path / "r.partners")).what
    folder = error_text(FileMissing(tmp_path / "нет" / "r.partners")).what
    assert file != folder
    assert "Папки" in folder


@pytest.mark.parametrize("language", ["ru", "en"])
def test_every_problem_of_an_input_has_a_sentence_and_names_the_place(language: str) -> None:
    load_language(language)
    said = [
        error_text(InputBroken(FILE, problem, "regions[0].name", "деталь")).what
        for problem in InputProblem
    ]
    assert len(set(said)) == len(said)
    assert all("regions[0].name" in text and FILE.name in text for text in said)
    assert not any("%" in text.replace("100%", "") for text in said)
    unknown = error_text(InputBroken(FILE, "new_code", "", "")).what
    assert FILE.name in unknown
    assert unknown not in said


def test_a_printer_that_refuses_is_told_from_none_at_all() -> None:
    none, refusing = error_text(PrinterProblem()), error_text(PrinterProblem("Лазерный 2"))
    assert "Лазерный 2" in refusing.what
    assert none.what != refusing.what
    assert "PDF" in none.todo
    assert "PDF" in refusing.todo


def test_a_place_in_a_text_is_a_line_and_a_character() -> None:
    text = error_text(InputBroken(FILE, InputProblem.NOT_UTF8, "12:5"))
    assert "строка 12, знак 5" in text.what.lower()


def test_fields_are_called_as_on_the_form() -> None:
    text = error_text(ChangedSince("event", 1, ("text", "date_text")))
    assert text.what.startswith("Мероприятие")
    assert "текст, дата" in text.what


def test_a_step_that_the_history_does_not_know() -> None:
    assert "шага" in error_text(RecordMissing("operation", 99)).what


def test_the_classes_of_the_domain_are_all_walked() -> None:
    named = [
        kind
        for kind in vars(errors).values()
        if isinstance(kind, type) and issubclass(kind, PartnersError)
    ]
    assert set(named) == {kind for kind in all_kinds() if kind.__module__ == errors.__name__}


@pytest.mark.parametrize(
    "problem",
    ["year", "period", "options", "template", "template_missing", "template_cell", "room"],
)
def test_why_there_is_no_report(problem: str) -> None:
    general = error_text(ReportImpossible("a code of tomorrow")).what
    assert error_text(ReportImpossible(problem, "2020")).what not in ("", general)


@pytest.mark.parametrize("problem", ["template", "template_missing", "template_cell"])
def test_an_offices_own_template_is_named_with_the_way_back(problem: str) -> None:
    own = error_text(ReportImpossible(problem, "report_date", Path("/r/Шаблон отчёта.xlsx")))
    assert "«Шаблон отчёта.xlsx»" in own.todo
    assert "встроенный шаблон" in own.todo
    assert own.what == error_text(ReportImpossible(problem, "report_date")).what
    assert "/r/Шаблон отчёта.xlsx" in own.details.replace("\\", "/")
