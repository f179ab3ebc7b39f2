"""The museum of bad files: each is read or refused with its own words, in both languages."""

import errno
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from partners_app.domain.errors import PartnersError, from_os_error
from partners_app.domain.findings import Finding
from partners_app.domain.table_limits import MOST_BYTES
from partners_app.exchange.grid import column_letters
from partners_app.exchange.grid_reader import ReadingProcess
from partners_app.texts.errors import error_text
from partners_app.texts.findings import finding_place, finding_text
from partners_app.texts.language import load_language
from tests.exchange.museum import accepted, refused

pytestmark = pytest.mark.usefixtures("qapp")


def said(error: PartnersError, file: Path, language: str) -> str:
    """Return the sentence about a file, which stands in it as «…»."""
    load_language(language)
    text = error_text(error)
    assert text.todo
    return text.what.replace(file.name, "…").replace("\u00a0", " ")


def noted(finding: Finding, language: str) -> str:
    load_language(language)
    place = finding_place(finding)
    return (f"{place} – " if place else "") + ": ".join(finding_text(finding))


@pytest.mark.parametrize("exhibit", refused.EXHIBITS, ids=str)
def test_a_bad_file_is_refused_in_words(
    exhibit: refused.Exhibit, tmp_path: Path, reading_process: ReadingProcess
) -> None:
    file = tmp_path / exhibit.file
    file.write_bytes(exhibit.make())
    with pytest.raises(PartnersError) as refusal:
        reading_process.read(file)
    assert said(refusal.value, file, "ru") == exhibit.russian
    assert said(refusal.value, file, "en") == exhibit.english


@pytest.mark.parametrize("exhibit", accepted.EXHIBITS, ids=str)
def test_an_odd_file_is_read_and_what_is_odd_is_said(
    exhibit: accepted.Exhibit, tmp_path: Path, reading_process: ReadingProcess
) -> None:
    file = tmp_path / exhibit.file
    file.write_bytes(exhibit.make())
    read = reading_process.read(file)
    grid = read.grids[0]
    cells = {
        f"{column_letters(column)}{row}": (type(value), value)
        for (row, column), value in grid.cells.items()
    }
    assert cells == {name: (type(value), value) for name, value in exhibit.cells.items()}
    assert tuple(grid.name for grid in read.grids) == exhibit.sheets
    merges = [(m.first_row, m.first_column, m.last_row, m.last_column) for m in grid.merges]
    assert tuple(merges) == exhibit.merges
    assert tuple(noted(finding, "ru") for finding in read.findings) == exhibit.russian
    assert tuple(noted(finding, "en") for finding in read.findings) == exhibit.english


def a_folder(path: Path) -> None:
    path.mkdir()


def nothing(path: Path) -> None:
    assert not path.exists()


def no_folder(path: Path) -> None:
    path.parent.rmdir()


def a_large_file(path: Path) -> None:
    with path.open("wb") as stream:
        stream.truncate(MOST_BYTES + 1)


def a_channel(path: Path) -> None:
    os.mkfifo(path)


@pytest.mark.parametrize(
    ("make", "russian", "english"),
    [
        (a_folder, "«…» – папка, а не файл.", "“…” is a folder, not a file."),
        (nothing, "Нет файла или папки «…».", "There is no file or folder “…”."),
        (
            no_folder,
            "Папки, в которой должен лежать файл «…», нет.",
            "The folder of the file “…” does not exist.",
        ),
        (
            a_large_file,
            "Файл «…» больше допустимого (30 MB).",
            "The file “…” is bigger than 30 MB.",
        ),
        (
            a_channel,
            "Файл «…» не удалось прочитать или записать.",
            "The file “…” could not be read or written.",
        ),
    ],
    ids=["73 folder", "77 missing", "78 folder gone", "too big", "no regular file"],
)
def test_a_file_that_is_none_is_refused_before_anything_is_started(
    make: Callable[[Path], None], russian: str, english: str, tmp_path: Path
) -> None:
    file = tmp_path / "сеть" / "таблица.xlsx"
    file.parent.mkdir()
    make(file)
    with ReadingProcess() as process, pytest.raises(PartnersError) as refusal:
        process.read(file)
    assert process.number is None
    assert said(refusal.value, file, "ru") == russian
    assert said(refusal.value, file, "en") == english


def test_a_name_that_is_too_long_is_called_so(tmp_path: Path) -> None:
    file = tmp_path / f"{'я' * 200}.xlsx"
    with ReadingProcess() as process, pytest.raises(PartnersError) as refusal:
        process.read(file)
    assert said(refusal.value, file, "ru") == "Путь к файлу «…» слишком длинный для системы."
    assert said(refusal.value, file, "en") == "The path of the file “…” is too long for the system."


@pytest.mark.parametrize(
    ("kind", "number", "winerror", "russian"),
    [
        (PermissionError, errno.EACCES, 32, "Файл «…» открыт в другой программе."),
        (
            PermissionError,
            errno.EACCES,
            5,
            "Нет прав на чтение или запись файла «…» или его папки.",
        ),
        (OSError, errno.EINVAL, 362, "Файл «…» только в облаке, получить его сейчас нельзя."),
        (OSError, errno.EINVAL, 395, "Файл «…» только в облаке, получить его сейчас нельзя."),
        (FileNotFoundError, errno.ENOENT, 206, "Путь к файлу «…» слишком длинный для системы."),
    ],
    ids=["75 open in Excel", "76 no permission", "79 cloud", "79 cloud, denied", "80 long path"],
)
def test_what_only_windows_says(
    kind: type[OSError], number: int, winerror: int, russian: str, qapp: QApplication
) -> None:
    error = kind(number, "no such thing")
    # On Windows it is set by the constructor; elsewhere the attribute is only of this object.
    error.winerror = winerror  # type: ignore[attr-defined, unused-ignore]
    file = Path("папка" * 60) / "таблица.xlsx"
    problem = from_os_error(file, error)
    assert said(problem, file, "ru") == russian
