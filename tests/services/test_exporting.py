"""A clerk gives the register out, as JSON or as a workbook."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from partners_app.domain.errors import FileIsFolder, FileKindUnknown, FileMissing
from partners_app.domain.import_plan import Outcome
from partners_app.domain.incoming import Origin
from partners_app.paths import database_files
from partners_app.services import events, sample
from partners_app.services.catalogue import Scope, ScopeKind
from partners_app.services.exporting import export, export_json, export_workbook
from partners_app.services.importing import import_file
from partners_app.services.register import Register
from partners_app.storage import queries
from tests.exchange.data_files import differences, read

_SEED = database_files() / "seed" / "register-2020.json"


@pytest.fixture
def register(tmp_path: Path) -> Iterator[Register]:
    made = sample.create(tmp_path / "sample.partners", author="Иванова")
    yield made
    made.close()


def _values(path: Path) -> Any:
    return json.loads(path.read_text(encoding="utf-8"))


def test_the_sample_comes_out_as_it_was_shipped(register: Register, tmp_path: Path) -> None:
    result = export_json(register, tmp_path / "out.json")
    assert (tmp_path / "out.json").read_bytes() == _SEED.read_bytes()
    assert (result.countries, result.partners, result.agreements) == (30, 52, 60)
    assert (result.events, result.year) == (130, None)


def test_with_a_year_only_its_events_come_out(register: Register, tmp_path: Path) -> None:
    partner = register.read(queries.partners)[1]
    scope = Scope(ScopeKind.PARTNER, partner.id)
    events.add(register, scope, 2021, date_text="3 марта", text="визит.")
    everything, one_year = tmp_path / "all.json", tmp_path / "2021.json"
    assert export_json(register, everything).events == 131
    assert export_json(register, one_year, year=2021).events == 1
    assert _values(everything)["year"] == 2021
    values = _values(one_year)
    assert values["year"] == 2021
    found = [
        event
        for region in values["regions"]
        for country in region["countries"]
        for row in country["partners"]
        for event in row["events"]
    ]
    assert [(event["start"], event["text"]) for event in found] == [("2021-03-03", "визит.")]
    # An empty year is a year too.
    assert export_json(register, one_year, year=2030).events == 0
    assert _values(one_year)["year"] == 2030


def test_what_came_out_goes_into_a_new_register(register: Register, tmp_path: Path) -> None:
    register.set_setting("report_font", "PT Astra Serif")
    export_json(register, tmp_path / "out.json")
    other = Register.create(tmp_path / "other.partners", author="Петров")
    import_file(other, tmp_path / "out.json")
    export_json(other, tmp_path / "again.json")
    other.close()
    assert (tmp_path / "again.json").read_bytes() == (tmp_path / "out.json").read_bytes()


def test_a_new_register_comes_out_and_goes_in_again(tmp_path: Path) -> None:
    register = Register.create(tmp_path / "new.partners", author="Иванова")
    export_json(register, tmp_path / "out.json")
    values = _values(tmp_path / "out.json")
    assert values["year"] is None
    assert [region["name"] for region in values["regions"]] == ["Европа", "Азия", "СНГ"]
    applied = import_file(register, tmp_path / "out.json")
    register.close()
    assert [entry.outcome for entry in applied.plan.entries] == [Outcome.UNCHANGED] * 3
    assert not applied.change_set


def test_where_it_cannot_be_written_nothing_is_changed(register: Register, tmp_path: Path) -> None:
    with pytest.raises(FileKindUnknown):
        export_json(register, tmp_path / "out.xml")
    with pytest.raises(FileMissing):
        export_json(register, tmp_path / "none" / "out.json")
    (tmp_path / "folder.json").mkdir()
    with pytest.raises(FileIsFolder):
        export_json(register, tmp_path / "folder.json")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["folder.json", "sample.partners"]


def test_a_workbook_says_which_register_and_which_state_it_is_from(
    register: Register, tmp_path: Path
) -> None:
    path = tmp_path / "данные.XLSX"
    result = export(register, path)
    assert (result.countries, result.partners, result.agreements) == (30, 52, 60)
    assert (result.events, result.year, result.cut_texts) == (130, None, 0)
    incoming = read(path)
    assert incoming.origin == Origin(
        register.uuid(), register.change_seq(), register.history(limit=1)[0].uuid
    )
    assert differences(register.read(queries.content), incoming) == []


def test_a_workbook_of_a_year_holds_its_events_and_all_the_rest(
    register: Register, tmp_path: Path
) -> None:
    partner = register.read(queries.partners)[1]
    scope = Scope(ScopeKind.PARTNER, partner.id)
    events.add(register, scope, 2021, date_text="3 марта", text="визит\x07")
    result = export_workbook(register, tmp_path / "2021.xlsx", year=2021)
    assert (result.partners, result.events, result.replaced_characters) == (52, 1, 1)
    incoming = read(tmp_path / "2021.xlsx")
    assert (incoming.year, len(incoming.content.events)) == (2021, 1)
    assert len(incoming.content.partners) == 52


def test_another_ending_is_refused_with_the_known_ones(register: Register, tmp_path: Path) -> None:
    with pytest.raises(FileKindUnknown) as caught:
        export(register, tmp_path / "out.csv")
    assert caught.value.reason == ".xlsx, .json"
    with pytest.raises(FileKindUnknown):
        export_workbook(register, tmp_path / "out.json")
