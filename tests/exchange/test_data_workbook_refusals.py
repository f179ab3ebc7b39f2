"""What cannot be read as a record is refused with its reason, and nothing is guessed."""

from collections.abc import Callable
from pathlib import Path

import pytest

from partners_app.domain.findings import FindingCode, Severity
from partners_app.exchange.data_workbook_reading import read_data_workbook
from partners_app.exchange.grid import ErrorCell, GridFile
from tests.exchange.data_files import Clerk, differences, small
from tests.exchange.grid_files import read_grid_file

EVENTS, PARTNERS, ACTS = "Мероприятия", "Партнёры", "Основания"


@pytest.fixture
def clerk(tmp_path: Path) -> Clerk:
    return Clerk(tmp_path / "data.xlsx", small())


REFUSALS: list[tuple[Callable[[Clerk], None], FindingCode, str, str]] = [
    (
        lambda it: it.put(EVENTS, "визит в Турку", "Вид", "Пикник"),
        *(FindingCode.UNKNOWN_WORD, "Пикник", "Вид"),
    ),
    (
        lambda it: it.put(EVENTS, "визит в Турку", "В отчёт", "может быть"),
        *(FindingCode.UNKNOWN_WORD, "может быть", "В отчёт"),
    ),
    (
        lambda it: it.put(EVENTS, "визит в Турку", "Год отчёта", "прошлый"),
        *(FindingCode.BAD_NUMBER, "прошлый", "Год отчёта"),
    ),
    (
        lambda it: it.put(EVENTS, "визит в Турку", "Партнёр или страна", "г. Атлантида"),
        *(FindingCode.NAME_UNKNOWN, "г. Атлантида", "Партнёр или страна"),
    ),
    (
        lambda it: it.put(EVENTS, "визит в Турку", "Партнёр или страна", "Австрия"),
        *(FindingCode.NAME_AMBIGUOUS, "Австрия", "Партнёр или страна"),
    ),
    (
        lambda it: it.put(PARTNERS, "г. Турку", "Страна", "Швеция"),
        *(FindingCode.NAME_UNKNOWN, "Швеция", "Страна"),
    ),
    (
        lambda it: it.put(PARTNERS, "г. Турку", "Широта", None),
        *(FindingCode.COORDINATE_ALONE, "", ""),
    ),
    (
        lambda it: it.put(PARTNERS, "г. Турку", "Широта", "94,5"),
        *(FindingCode.BAD_NUMBER, "94,5", "Широта"),
    ),
    (
        lambda it: it.put(PARTNERS, "Нур-Султан", "Другие названия", "Акмола | давно"),
        *(FindingCode.UNKNOWN_LINE, "Акмола | давно", "Другие названия"),
    ),
    (
        lambda it: it.put(ACTS, "Протокол о дружбе", "Даты", "2018 | утверждён"),
        *(FindingCode.UNKNOWN_LINE, "утверждён", "Даты"),
    ),
    (
        lambda it: it.put(ACTS, "Протокол о дружбе", "Связи с основаниями", "заменяет | Хартию"),
        *(FindingCode.NAME_UNKNOWN, "Хартию", "Связи с основаниями"),
    ),
    (
        lambda it: it.put(ACTS, "Протокол о дружбе", "Срок продления, лет", "пять"),
        *(FindingCode.BAD_NUMBER, "пять", "Срок продления, лет"),
    ),
]


@pytest.mark.parametrize(("edit", "code", "text", "column"), REFUSALS)
def test_what_cannot_be_read_is_refused_and_its_record_stays(
    clerk: Clerk, edit: Callable[[Clerk], None], code: FindingCode, text: str, column: str
) -> None:
    edit(clerk)
    incoming = clerk.saved()
    (refused,) = incoming.refused
    reason = refused.reason
    assert (reason.code, reason.values["text"], reason.values["other"]) == (code, text, column)
    assert (reason.values["sheet"], reason.values["row"]) == (
        *(refused.place.sheet, str(refused.place.row)),
    )
    assert reason.severity is Severity.ERROR
    assert text in " ".join(refused.cells)
    assert incoming.stated[reason.record] == frozenset()
    assert reason.record in incoming.named
    assert {name for _, name, field, *_ in differences(small(), incoming) if not field} == set()


def test_new_rows_that_stand_nowhere_are_refused(clerk: Clerk) -> None:
    clerk.add(EVENTS, Мероприятие="без года", Партнёр_или_страна="г. Осака")
    clerk.add(ACTS, Название="без партнёра")
    first = clerk.add(ACTS, Партнёр="г. Осака", Название="Первое")
    clerk.put(ACTS, first, "Связи с основаниями", "дополняет | Второе")
    second = clerk.add(ACTS, Партнёр="г. Осака", Название="Второе")
    clerk.put(ACTS, second, "Связи с основаниями", "заменяет | Третье")
    incoming = clerk.saved()
    assert [it.reason.code for it in incoming.refused] == [
        *(FindingCode.PARENT_MISSING, FindingCode.YEAR_MISSING),
        *(FindingCode.NAME_UNKNOWN, FindingCode.NAME_UNKNOWN),
    ]
    assert differences(small(), incoming) == []
    assert incoming.refused[0].cells[2] == "без партнёра"


def test_a_cell_with_an_error_is_refused(clerk: Clerk) -> None:
    clerk.book.save(clerk.path)
    file = read_grid_file(clerk.path)
    (events,) = (grid for grid in file.grids if grid.name == EVENTS)
    cells = dict(events.cells) | {(2, 3): ErrorCell("#ССЫЛКА!")}
    grid = type(events)(EVENTS, cells)
    grids = tuple(grid if it.name == EVENTS else it for it in file.grids)
    incoming = read_data_workbook(GridFile(file.path, file.sha256, grids))
    assert [it.reason.code for it in incoming.refused] == [FindingCode.CELL_ERROR]
