"""A clerk takes a JSON file into a register: all of it in one step, or nothing."""

import copy
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from partners_app.domain.errors import (
    BackupFailed,
    FileEmpty,
    FileIsFolder,
    FileMissing,
    InputBroken,
    PartnersError,
    RegisterReadOnly,
)
from partners_app.domain.findings import FindingCode
from partners_app.domain.import_plan import Doubt, Outcome
from partners_app.domain.vocabulary import OperationKind
from partners_app.paths import database_files
from partners_app.services import agreements, backup, catalogue
from partners_app.services.exporting import export_json
from partners_app.services.importing import Applied, import_file
from partners_app.services.register import Counts, Register
from partners_app.storage import queries

_SEED = database_files() / "seed" / "register-2020.json"
_RECORDS = 3 + 30 + 52 + 60 + 130


@pytest.fixture
def register(tmp_path: Path) -> Iterator[Register]:
    made = Register.create(tmp_path / "city.partners", author="Иванова")
    yield made
    made.close()


def _printed(value: Any) -> Any:
    """Return the table as a transcriber writes it: its own keys, no ids, nothing added."""
    keys = (
        *("title", "year", "regions", "name", "heading", "countries", "partners", "city"),
        *("agreements", "basis", "dates", "events"),
        *("date_text", "start", "end", "precision", "text"),
    )
    if isinstance(value, dict):
        return {key: _printed(item) for key, item in value.items() if key in keys}
    return [_printed(item) for item in value] if isinstance(value, list) else value


def _table() -> Any:
    return _printed(json.loads(_SEED.read_text(encoding="utf-8")))


def _file(folder: Path, values: Any, name: str = "table.json") -> Path:
    path = folder / name
    path.write_text(json.dumps(values, ensure_ascii=False), encoding="utf-8")
    return path


def _exported(register: Register, folder: Path) -> Any:
    path = folder / "out.json"
    export_json(register, path)
    return json.loads(path.read_text(encoding="utf-8"))


def _state(register: Register) -> tuple[bytes, int, list[str]]:
    """Return everything a refused import could have left behind."""
    folder = register.path.parent
    files = [path.name for path in folder.iterdir() if path.name.startswith(register.path.name)]
    return register.path.read_bytes(), register.change_seq(), sorted(files)


def _backups(register: Register) -> list[Path]:
    folder = backup.folder(register)
    return sorted(folder.iterdir()) if folder.exists() else []


def test_the_printed_table_goes_in_and_comes_out_as_it_was(
    register: Register, tmp_path: Path
) -> None:
    table = _table()
    plan = import_file(register, _file(tmp_path, table)).plan
    assert register.counts() == Counts(3, 30, 52, 60, 130)
    # The three bands were there already, equal in name and heading.
    assert (len(plan.of(Outcome.NEW)), plan.unchanged) == (_RECORDS - 3, 3)
    given_back = _exported(register, tmp_path)
    assert json.dumps(_printed(given_back)) == json.dumps(table)


def test_ids_of_the_file_stay(register: Register, tmp_path: Path) -> None:
    import_file(register, _SEED)
    assert _exported(register, tmp_path) == json.loads(_SEED.read_text(encoding="utf-8"))


def test_an_import_is_one_step_that_can_be_undone(register: Register, tmp_path: Path) -> None:
    before = _exported(register, tmp_path)
    import_file(register, _SEED)
    after = _exported(register, tmp_path)
    newest = register.history(limit=1)[0]
    assert (newest.kind, newest.label) == (OperationKind.IMPORT, "register-2020.json")
    register.undo()
    assert _exported(register, tmp_path) == before
    register.redo()
    assert _exported(register, tmp_path) == after


def test_a_verified_backup_is_written_before(register: Register) -> None:
    applied = import_file(register, _SEED)
    assert applied.backup is not None
    assert _backups(register) == [applied.backup]
    assert backup.verify(applied.backup).events == 0


def test_without_a_backup_nothing_is_written(
    register: Register, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise BackupFailed(register.path, "digest")

    monkeypatch.setattr(backup, "write", refuse)
    before = _state(register)
    with pytest.raises(BackupFailed):
        import_file(register, _SEED)
    assert _state(register) == before


def test_a_dry_run_shows_everything_and_writes_nothing(register: Register, tmp_path: Path) -> None:
    before = _state(register)
    applied = import_file(register, _SEED, dry_run=True)
    assert _state(register) == before
    assert _backups(register) == []
    assert (applied.backup, bool(applied.change_set)) == (None, False)
    new = applied.plan.of(Outcome.NEW)
    assert len(new) == _RECORDS
    event = next(entry for entry in new if entry.label.startswith("29 января - 4 февраля – "))
    assert (event.table, event.owner) == ("event", "Великобритания · г. Эдинбург (Шотландия)")
    assert event.fields["kind"] == (None, "city_days")
    assert (event.sheet, event.row) == (None, None)
    turku = next(
        entry for entry in new if entry.fields.get("dates") == (None, "10.08.2002, 27.09.2016")
    )
    assert turku.fields["their_signatory"] == (None, "Мэрия города Турку")


@pytest.mark.parametrize("with_ids", [True, False])
def test_the_same_file_again_changes_nothing(
    register: Register, tmp_path: Path, with_ids: bool
) -> None:
    path = _SEED if with_ids else _file(tmp_path, _table())
    import_file(register, path)
    before = _state(register)
    again = import_file(register, path)
    assert {entry.outcome for entry in again.plan.entries} == {Outcome.UNCHANGED}
    assert again.plan.unchanged == _RECORDS
    assert again.plan.taken_in is not None
    assert again.plan.taken_in[1] == "Иванова"
    assert _state(register) == before


def test_a_bare_table_says_nothing_against_what_a_clerk_added(
    register: Register, tmp_path: Path
) -> None:
    path = _file(tmp_path, _table())
    import_file(register, path)
    partner = register.read(queries.partners)[0]
    catalogue.set_partner_field(register, partner.id, "remark", "звонить осенью")
    assert import_file(register, path).plan.unchanged == _RECORDS


def _told(register: Register, path: Path, table: Any) -> list[tuple[Outcome, str, set[str]]]:
    plan = import_file(register, _file(path, table, "другой.json"), dry_run=True).plan
    return [
        (entry.outcome, entry.table, set(entry.fields))
        for entry in plan.entries
        if entry.outcome is not Outcome.UNCHANGED
    ]


def test_what_another_transcription_says_is_proposed_and_no_more(
    register: Register, tmp_path: Path
) -> None:
    table = _table()
    import_file(register, _file(tmp_path, table))
    other = copy.deepcopy(table)
    other["title"] = "ПАРТНЁРЫ"
    partner = other["regions"][1]["countries"][0]["partners"][0]
    partner["events"][0]["text"] += " Ещё слово."
    # A table without ids that lacks a country says nothing of it.
    other["regions"][2]["countries"].pop()
    assert _told(register, tmp_path, other) == [
        (Outcome.CHANGED, "setting", {"value"}),
        (Outcome.CHANGED, "event", {"text"}),
    ]


def test_an_older_file_with_ids_offers_what_was_there_then(
    register: Register, tmp_path: Path
) -> None:
    import_file(register, _SEED)
    partner = register.read(queries.partners)[0]
    agreement = agreements.of_partner(register, partner.id)[0]
    agreements.set_field(register, agreement.id, "areas", "экология")
    before = _state(register)
    # What the file leaves empty is asked about and never emptied by itself.
    applied = import_file(register, _SEED)
    (entry,) = applied.plan.of(Outcome.DOUBTFUL)
    assert (entry.doubt, entry.fields) == (Doubt.EMPTIED, {"areas": ("экология", "")})
    assert _state(register) == before


def _small(*regions: Any) -> Any:
    return {"title": "Партнёры", "year": 2020, "regions": list(regions)}


def _region(name: str, heading: str, country: str) -> Any:
    event = {"date_text": "5 мая", "start": "2020-05-05", "end": None, "precision": "day"}
    partner = {"city": None, "agreements": [], "events": [{**event, "text": "визит."}]}
    return {
        "name": name,
        "heading": heading,
        "countries": [{"name": country, "partners": [partner]}],
    }


def test_bands_of_the_same_name_are_taken_over(register: Register, tmp_path: Path) -> None:
    own = {region.name: region.uuid for region in register.read(queries.regions)}
    table = _small(_region("АЗИЯ", "СТРАНЫ АЗИИ", "Япония"), _region("Африка", "АФРИКА", "Гана"))
    plan = import_file(register, _file(tmp_path, table)).plan
    regions = register.read(queries.regions)
    assert [region.heading for region in regions] == ["СТРАНЫ АЗИИ", "АФРИКА"]
    assert regions[0].uuid == own["Азия"]
    changed = {entry.table: entry.fields for entry in plan.of(Outcome.CHANGED)}
    assert changed["region"]["heading"] == ("АЗИЯ", "СТРАНЫ АЗИИ")
    assert changed["setting"]["value"][1] == "Партнёры"
    # Those that every register begins with give way, and it is said which.
    removed = [item for item in plan.problems if item.code is FindingCode.EMPTY_BANDS_REMOVED]
    assert {item.values["text"] for item in removed} == {"Европа", "СНГ"}
    assert _printed(_exported(register, tmp_path)) == table
    register.undo()
    assert {region.name: region.uuid for region in register.read(queries.regions)} == own


def test_a_band_that_the_clerk_made_stays_behind_those_of_the_file(
    register: Register, tmp_path: Path
) -> None:
    catalogue.add_region(register, "Америка")
    import_file(register, _file(tmp_path, _small(_region("СНГ", "СНГ", "Армения"))))
    assert [region.name for region in register.read(queries.regions)] == ["СНГ", "Америка"]


def test_settings_of_the_file_are_taken_over(register: Register, tmp_path: Path) -> None:
    table = _small(_region("СНГ", "СНГ", "Армения"))
    table["settings"] = {"report_font": "PT Astra Serif"}
    import_file(register, _file(tmp_path, table))
    assert register.settings().report_font == "PT Astra Serif"
    assert register.settings().title == "Партнёры"
    assert _exported(register, tmp_path)["settings"] == {"report_font": "PT Astra Serif"}


def test_an_unreadable_date_is_kept_and_told(register: Register, tmp_path: Path) -> None:
    table = _small(_region("СНГ", "СНГ", "Армения"))
    event = {"date_text": "на Пасху", "start": None, "end": None, "precision": None, "text": "…"}
    table["regions"][0]["countries"][0]["partners"][0]["events"].append(event)
    plan = import_file(register, _file(tmp_path, table)).plan
    (finding,) = (item for item in plan.problems if item.code is FindingCode.UNREADABLE_DATE)
    stored = register.read(queries.content).events[1]
    assert (finding.record, finding.values["text"]) == (stored.uuid, "на Пасху")
    assert stored.date.text == "на Пасху"
    assert not stored.date.readable


def _refused(register: Register, path: Path, year: int | None = None) -> PartnersError:
    before = _state(register)
    with pytest.raises(PartnersError) as caught:
        import_file(register, path, year=year)
    assert _state(register) == before
    assert _backups(register) == []
    return caught.value


def test_what_cannot_be_read_leaves_the_register_as_it_was(
    register: Register, tmp_path: Path
) -> None:
    assert isinstance(_refused(register, tmp_path / "none.json"), FileMissing)
    assert isinstance(_refused(register, tmp_path / "none.docx"), FileMissing)
    folder = tmp_path / "folder.json"
    folder.mkdir()
    assert isinstance(_refused(register, folder), FileIsFolder)
    empty = tmp_path / "empty.json"
    empty.touch()
    assert isinstance(_refused(register, empty), FileEmpty)
    sheet = _file(tmp_path, _table(), "table.csv")
    assert isinstance(_refused(register, sheet), InputBroken)
    broken = tmp_path / "broken.json"
    broken.write_text('{"title": ', encoding="utf-8")
    assert isinstance(_refused(register, broken), InputBroken)
    lacking = _table()
    del lacking["regions"][0]["countries"][3]["partners"]
    problem = _refused(register, _file(tmp_path, lacking))
    assert isinstance(problem, InputBroken)
    assert problem.place == "regions[0].countries[3].partners"
    other_year = _refused(register, _file(tmp_path, _table()), year=2019)
    assert isinstance(other_year, InputBroken)


def test_a_register_opened_for_reading_is_not_written(tmp_path: Path) -> None:
    made = Register.create(tmp_path / "shared.partners", author="Иванова")
    made.close()
    reader = Register(made.path, author="Иванова", read_only=True)
    before = made.path.read_bytes()
    with pytest.raises(RegisterReadOnly):
        import_file(reader, _SEED)
    # What would be taken in can still be looked at.
    applied: Applied = import_file(reader, _SEED, dry_run=True)
    reader.close()
    assert len(applied.plan.of(Outcome.NEW)) == _RECORDS
    assert made.path.read_bytes() == before
