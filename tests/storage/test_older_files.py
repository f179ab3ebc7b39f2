"""Every register that a released version ever wrote opens, with all that it held and did."""

import json
import shutil
import sqlite3
from pathlib import Path

import pytest

from partners_app.services import backup, catalogue, events, sample
from partners_app.services.catalogue import Scope
from partners_app.services.register import Register
from partners_app.storage import engine, migrate, queries
from partners_app.storage.as_of import content_as_of
from partners_app.storage.digest import TableState, table_names, table_state
from partners_app.storage.schema import SCHEMA_VERSION, metadata

DATA = Path(__file__).resolve().parents[1] / "data"
RELEASED = sorted(DATA.glob("schema_*.partners"))
REWRITTEN = {"alembic_version", "register_meta"}
"""Tables that say which schema a file has."""


@pytest.fixture(params=RELEASED, ids=lambda path: path.stem)
def released(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    path = tmp_path / "Реестр.partners"
    shutil.copyfile(request.param, path)
    return path


def _states(path: Path) -> dict[str, TableState]:
    made = engine.file_engine(path, read_only=True)
    with engine.reading(made, path) as connection:
        return {name: table_state(connection, name) for name in table_names(connection)}


def test_there_is_a_file_of_every_schema_but_the_present_one() -> None:
    versions = [migrate.identify(path).schema_version for path in RELEASED]
    assert versions == list(range(1, SCHEMA_VERSION))


def test_every_row_of_every_table_is_what_it_was(released: Path) -> None:
    before = _states(released)
    Register.open(released, author="Анна").close()
    after = _states(released)
    assert {name: after[name] for name in before if name not in REWRITTEN} == {
        name: state for name, state in before.items() if name not in REWRITTEN
    }
    assert set(after) == {*metadata.tables, "alembic_version"}
    assert before["change"].rows > 500, "the file has a history"


def test_it_is_a_whole_register_of_the_present_format(released: Path) -> None:
    Register.open(released, author="Анна").close()
    assert not migrate.identify(released).is_older
    assert backup.verify(released).events > 100
    connection = sqlite3.connect(released)
    reader = connection.execute("SELECT min_reader_version FROM register_meta").fetchone()
    versions = connection.execute("SELECT DISTINCT schema_version FROM operation").fetchall()
    connection.close()
    assert reader == (SCHEMA_VERSION,)
    assert versions == [(1,)], "who wrote a step stays in its record"


def test_an_older_register_verifies_as_it_is(released: Path) -> None:
    bytes_before = released.read_bytes()
    found = backup.verify(released)
    assert released.read_bytes() == bytes_before
    Register.open(released, author="Анна").close()
    brought = backup.verify(released)
    assert (found.change_seq, found.events) == (brought.change_seq, brought.events)


def test_undo_all_is_the_start_and_redo_all_the_end(released: Path) -> None:
    register = Register.open(released, author="Анна")
    end = register.read(queries.content)
    assert register.undo_state().redo is not None, "it was left after an undo"
    register.redo()
    redone = register.read(queries.content)
    assert redone != end
    register.undo()
    steps = 0
    while register.undo_state().undo is not None:
        register.undo()
        steps += 1
    assert steps > 20
    assert register.read(queries.content) == register.read(content_as_of, 1)
    assert register.counts().events == len(sample.content().events)
    backup.verify(released)
    for _ in range(steps):
        register.redo()
    assert register.read(queries.content) == end
    register.redo()
    assert register.read(queries.content) == redone
    backup.verify(released)
    register.close()


def test_the_history_tells_what_was_done_before(released: Path) -> None:
    connection = sqlite3.connect(released)
    expected = connection.execute("SELECT uuid, author, at FROM operation ORDER BY id").fetchall()
    connection.close()
    register = Register.open(released, author="Анна")
    told = [(step.uuid, step.author, step.at) for step in reversed(register.history())]
    assert [(uuid, author) for uuid, author, _ in told] == [row[:2] for row in expected]
    assert {author for _, author, _ in told} == {"А. П. Иванова", "Б. В. Петров"}
    register.close()


def test_it_is_worked_with_as_any_other(released: Path) -> None:
    register = Register.open(released, author="Анна")
    number = events.ids(register, Scope(), sample.SAMPLE_YEAR)[0]
    events.set_field(register, number, "text", "визит после перехода")
    catalogue.delete(register, "region", 1)
    register.undo()
    assert events.load(register, [number])[number].text == "визит после перехода"
    backup.verify(released)
    register.close()


def test_the_odd_things_of_schema_1_are_there(older_file: Path) -> None:
    register = Register.open(older_file, author="Анна")
    content = register.read(queries.content)
    names = {name.name: name for country in content.countries for name in country.other_names}
    assert names["Белорусская ССР"].used_to.text == "сентябрь 1991 г."
    assert any(len(event.links) == 2 for event in content.events), "of two partners"
    assert any(link.country_id for event in content.events for link in event.links)
    unread = [event for event in content.events if event.date.text and not event.date.edtf]
    assert [event.date.text for event in unread] == ["когда-нибудь после праздников"]
    assert {event.report_year for event in content.events} == {2019, 2020}
    assert [len(agreement.links) for agreement in content.agreements if agreement.links] == [1]
    assert register.settings().report_font == "PT Astra Serif"
    assert register.settings().title.endswith("ПАРТНЁРАМИ")
    register.close()
    connection = sqlite3.connect(older_file)
    workbook, kept = connection.execute(
        "SELECT workbook, after FROM edition JOIN change ON table_name = 'edition'"
    ).fetchone()
    connection.close()
    assert workbook.startswith(b"PK") and "base64" in json.loads(kept)["workbook"]
