"""The table of 2020, in every form that clerks have it in, is taken into an empty register."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from partners_app.domain.import_plan import Outcome
from partners_app.domain.incoming import Layout
from partners_app.domain.records import RegisterContent
from partners_app.services import importing, reporting, sample
from partners_app.services.exporting import export_workbook
from partners_app.services.register import Counts, Register
from partners_app.storage import queries
from tests.exchange.official.tables import write_pasted, write_word

_DATA = Path(__file__).parents[1] / "data"


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[Register]:
    made = Register.create(tmp_path / "пустой.partners", author="Петров")
    yield made
    made.close()


@pytest.fixture
def full(tmp_path: Path) -> Iterator[Register]:
    made = Register.create(tmp_path / "2020.partners", author="Иванова", content=sample.content())
    yield made
    made.close()


def printed(content: RegisterContent) -> list[Any]:
    """Return what the yearly table shows of a register, partner by partner."""
    countries = {country.id: country for country in content.countries}
    headings = {region.id: region.heading for region in content.regions}
    return [
        (
            headings[countries[partner.country_id].region_id],
            countries[partner.country_id].name,
            partner.name,
            [
                (act.title, [(date.date.text, date.separator) for date in act.dates])
                for act in content.agreements
                if act.partner_id == partner.id
            ],
            [
                (event.report_year, event.date.text, event.text)
                for event in content.events
                if any(link.partner_id == partner.id for link in event.links)
            ],
        )
        for partner in content.partners
    ]


def _report(register: Register, path: Path) -> None:
    reporting.write_report(register, 2020, path)


@pytest.mark.parametrize("form", ["report", "word", "pasted", "ods", "xls", "data"])
def test_an_empty_register_becomes_that_of_2020(
    empty: Register, full: Register, tmp_path: Path, form: str
) -> None:
    path = tmp_path / "Таблица 2020.xlsx"
    match form:
        case "report":
            _report(full, path)
        case "word":
            path = path.with_suffix(".docx")
            write_word(path)
        case "pasted":
            write_pasted(path)
        case "data":
            export_workbook(full, path)
        case _:
            # Our own report, opened and saved by LibreOffice.
            path = _DATA / f"report_2020.{form}"
    applied = importing.import_file(empty, path)
    plan = applied.plan
    assert plan.layout is (Layout.DATA_WORKBOOK if form == "data" else Layout.REPORT)
    assert {entry.outcome for entry in plan.entries} <= {Outcome.NEW, Outcome.UNCHANGED}
    assert empty.counts() == Counts(3, 30, 52, 60, 130)
    assert printed(empty.read(queries.content)) == printed(full.read(queries.content))
    # Every proposal names where it stands.
    assert all(entry.sheet and entry.row for entry in plan.of(Outcome.NEW))
    again = importing.import_file(empty, path)
    assert {entry.outcome for entry in again.plan.entries} == {Outcome.UNCHANGED}
    assert not again.change_set
    assert again.plan.taken_in is not None


@pytest.mark.parametrize("form", ["report.xlsx", "report.ods", "report.xls", "data.xlsx"])
def test_an_export_that_an_office_saved_again_changes_nothing(full: Register, form: str) -> None:
    kind, _, ending = form.partition(".")
    name = "report_2020" if kind == "report" else "data_2020"
    plan = importing.import_file(full, _DATA / f"{name}.{ending}").plan
    assert {entry.outcome for entry in plan.entries} == {Outcome.UNCHANGED}


def test_a_table_retyped_without_ids_is_found_by_its_words(full: Register, tmp_path: Path) -> None:
    path = tmp_path / "перенабор.xlsx"
    write_pasted(path)
    plan = importing.import_file(full, path).plan
    assert {entry.outcome for entry in plan.entries} == {Outcome.UNCHANGED}
    assert plan.unchanged == 3 + 30 + 52 + 60 + 130
