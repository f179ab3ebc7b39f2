"""The data workbook is edited in Excel and comes back as exactly those changes."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from partners_app.domain.import_plan import Doubt, ImportPlan, Outcome
from partners_app.services import catalogue, events, importing, sample
from partners_app.services.exporting import export_workbook
from partners_app.services.register import Register
from partners_app.storage import queries

_DELETED_EVENT = {"report_year", "date_text", "text", "kind", "format", "printed"}


@pytest.fixture
def register(tmp_path: Path) -> Iterator[Register]:
    made = Register.create(tmp_path / "city.partners", author="Иванова", content=sample.content())
    yield made
    made.close()


class Office:
    """A workbook open in an office program."""

    def __init__(self, register: Register, path: Path, *, year: int | None = None) -> None:
        export_workbook(register, path, year=year)
        self.path = path
        self.book: Workbook = load_workbook(path)

    def sheet(self, name: str) -> Worksheet:
        sheet = self.book[name]
        assert isinstance(sheet, Worksheet)
        return sheet

    def column(self, sheet: Worksheet, head: str) -> int:
        heads = [sheet.cell(1, number).value for number in range(1, sheet.max_column + 1)]
        return heads.index(head) + 1

    def row(self, sheet: Worksheet, head: str, text: str) -> int:
        column = self.column(sheet, head)
        return next(
            row
            for row in range(2, sheet.max_row + 1)
            if str(sheet.cell(row, column).value or "").startswith(text)
        )

    def type(self, name: str, head: str, row: int, text: str | None) -> None:
        sheet = self.sheet(name)
        sheet.cell(row, self.column(sheet, head)).value = text

    def sort(self, name: str, head: str) -> None:
        """Sort the rows by a column, whole rows with their hidden ids."""
        sheet = self.sheet(name)
        place = self.column(sheet, head) - 1
        rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=2)]
        rows.sort(key=lambda row: str(row[place] or ""), reverse=True)
        for number, row in enumerate(rows, start=2):
            for column, value in enumerate(row, start=1):
                sheet.cell(number, column).value = value

    def plan(self, register: Register) -> ImportPlan:
        self.book.save(self.path)
        return importing.plan(register, importing.read_source(register, self.path))


@pytest.fixture
def office(register: Register, tmp_path: Path) -> Office:
    return Office(register, tmp_path / "данные.xlsx")


def _told(plan: ImportPlan) -> list[tuple[Outcome, str, set[str]]]:
    return [
        (entry.outcome, entry.table, set(entry.fields))
        for entry in plan.entries
        if entry.outcome is not Outcome.UNCHANGED
    ]


def test_sorting_says_nothing(register: Register, office: Office) -> None:
    office.sort("Мероприятия", "Мероприятие")
    office.sort("Партнёры", "Партнёр")
    assert _told(office.plan(register)) == []


def test_edits_additions_and_deletions_come_back_as_such(
    register: Register, office: Office
) -> None:
    office.sort("Мероприятия", "Мероприятие")
    sheet = office.sheet("Мероприятия")
    row = office.row(sheet, "Дата", "20-22 февраля")
    office.type("Мероприятия", "Участники", row, "А. П. Иванова")
    office.type("Мероприятия", "Дата", office.row(sheet, "Дата", "10 декабря"), "11 декабря")
    sheet.delete_rows(office.row(sheet, "Дата", "15 июня"))
    new = sheet.max_row + 1
    office.type("Мероприятия", "Год отчёта", new, "2020")
    office.type("Мероприятия", "Дата", new, "1 июня")
    office.type("Мероприятия", "Мероприятие", new, "день города.")
    office.type("Мероприятия", "Партнёр или страна", new, "Латвия · Рига")
    partners = office.sheet("Партнёры")
    office.type("Партнёры", "Партнёр", office.row(partners, "Партнёр", "Рига"), "г. Рига")
    plan = office.plan(register)
    assert sorted(_told(plan), key=str) == sorted(
        [
            (Outcome.CHANGED, "partner", {"name"}),
            (Outcome.CHANGED, "event", {"participants"}),
            (Outcome.CHANGED, "event", {"date_text"}),
            (Outcome.NEW, "event", {"report_year", "date_text", "text", "printed"}),
            (Outcome.DELETED, "event", _DELETED_EVENT),
        ],
        key=str,
    )
    before = register.read(queries.content)
    importing.apply(register, plan, [entry.key for entry in plan.entries])
    assert register.counts().events == 130
    assert _told(office.plan(register)) == []
    register.undo()
    assert register.read(queries.content) == before


def test_nothing_done_since_the_export_is_undone(register: Register, office: Office) -> None:
    content = register.read(queries.content)
    event = next(event for event in content.events if event.date.text == "20-22 февраля")
    events.set_field(register, event.id, "remark", "после выгрузки")
    events.delete(register, [next(e.id for e in content.events if e.date.text == "15 июня")])
    catalogue.add_country(register, content.regions[0].id, "Мальта")
    sheet = office.sheet("Мероприятия")
    row = office.row(sheet, "Дата", "20-22 февраля")
    office.type("Мероприятия", "Участники", row, "А. П. Иванова")
    plan = office.plan(register)
    assert _told(plan) == [(Outcome.CHANGED, "event", {"participants"})]
    importing.apply(register, plan, plan.proposed())
    kept = register.read(queries.events, [event.id])[event.id]
    assert (kept.remark, kept.participants) == ("после выгрузки", "А. П. Иванова")


def test_an_emptied_cell_is_asked_about(register: Register, office: Office) -> None:
    sheet = office.sheet("Основания")
    row = office.row(sheet, "Название", "Соглашение между городами")
    office.type("Основания", "Наша сторона", row, None)
    office.type("Основания", "Название", row, "Соглашение между двумя городами")
    told = _told(office.plan(register))
    assert (Outcome.CHANGED, "agreement", {"title"}) in told


def test_a_workbook_of_one_year_says_nothing_of_the_others(
    register: Register, tmp_path: Path
) -> None:
    partner = register.read(queries.partners)[1]
    cell = catalogue.Scope(catalogue.ScopeKind.PARTNER, partner.id)
    events.add(register, cell, 2021, date_text="5 мая", text="визит.")
    office = Office(register, tmp_path / "2020.xlsx", year=2020)
    assert _told(office.plan(register)) == []


def test_a_partner_that_moves_to_another_country_and_a_copied_row(
    register: Register, office: Office
) -> None:
    sheet = office.sheet("Партнёры")
    row = office.row(sheet, "Партнёр", "Рига")
    office.type("Партнёры", "Страна", row, "Финляндия")
    copied = [cell.value for cell in sheet[office.row(sheet, "Партнёр", "Лимасол")]]
    for column, value in enumerate(copied, start=1):
        sheet.cell(sheet.max_row + (column == 1), column).value = value
    plan = office.plan(register)
    moved = next(entry for entry in plan.of(Outcome.CHANGED))
    assert (moved.label, moved.fields["country_id"]) == ("Рига", ("Латвия", "Финляндия"))
    # A copy of a row is a new record that looks like the first.
    (doubtful,) = plan.of(Outcome.DOUBTFUL)
    assert (doubtful.table, doubtful.doubt) == ("partner", Doubt.LOOKS_LIKE)


def test_a_title_that_was_changed_meanwhile_stays(register: Register, office: Office) -> None:
    register.set_setting("title", "ГОРОДА-ПОБРАТИМЫ")
    assert _told(office.plan(register)) == []
