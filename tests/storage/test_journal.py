"""The only writer: what it checks, what it keeps beside the rows, and what it remembers."""

import math
import sqlite3
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from typing import Any

import pytest
import sqlalchemy
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import Connection, select, text

from partners_app.domain.changes import Change, ChangeSet, Row, Value
from partners_app.domain.errors import ChangedSince, TextRefused
from partners_app.domain.vocabulary import EventKind, OperationKind
from partners_app.services import agreements, catalogue, events
from partners_app.services.events import Scope, ScopeKind
from partners_app.services.register import Register
from partners_app.storage import engine, journal, rows, search
from partners_app.storage.digest import content_digest
from partners_app.storage.journal import decode_row, encode_row
from partners_app.storage.schema import JOURNALLED
from partners_app.storage.values import check_values

_NOON = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)


def _region(name: str, position: int = 9000) -> Row:
    return {
        "uuid": f"uuid of {name}",
        "name": name,
        "heading": name.upper(),
        "position": position,
        "remark": "",
    }


def _row(register: Register, table: str, row_id: int) -> dict[str, Any]:
    """Return a whole row, derived columns included."""

    def read(connection: Connection) -> dict[str, Any]:
        source = JOURNALLED[table]
        found = connection.execute(select(source).where(source.c.id == row_id))
        return dict(found.mappings().one())

    return register.read(read)


def _edit(*changes: Change) -> ChangeSet:
    return ChangeSet(OperationKind.EDIT, changes, "region", "Европа")


def _state(register: Register) -> tuple[str, int, bytes]:
    return register.read(content_digest), register.change_seq(), register.path.read_bytes()


@pytest.fixture
def nothing_written(register: Register) -> Iterator[None]:
    """Fail when the test changed a byte of the register."""
    before = _state(register)
    yield
    assert _state(register) == before


# --- before ---------------------------------------------------------------------------------------


@pytest.mark.usefixtures("nothing_written")
def test_an_update_of_a_field_that_is_another_one_now_names_it(register: Register) -> None:
    change = Change(
        "region",
        1,
        {"name": "Европа", "remark": "старое", "heading": "ЕВРОПА!"},
        {"name": "Запад", "remark": "новое", "heading": "ЗАПАД"},
    )
    with pytest.raises(ChangedSince) as caught:
        register.apply(_edit(change))
    assert (caught.value.table, caught.value.row_id) == ("region", 1)
    assert set(caught.value.fields) == {"remark", "heading"}


@pytest.mark.usefixtures("nothing_written")
def test_an_update_of_a_row_that_is_gone_names_its_fields(register: Register) -> None:
    with pytest.raises(ChangedSince) as caught:
        register.apply(_edit(Change("region", 77, {"remark": ""}, {"remark": "новое"})))
    assert (caught.value.table, caught.value.row_id) == ("region", 77)
    assert caught.value.fields == ("remark",)


@pytest.mark.usefixtures("nothing_written")
def test_a_delete_of_a_row_that_was_edited_names_the_field(register: Register) -> None:
    row = register.read(rows.load, "region", [1])[1]
    with pytest.raises(ChangedSince) as caught:
        register.apply(_edit(Change("region", 1, {**row, "heading": "?"}, None)))
    assert caught.value.fields == ("heading",)


@pytest.mark.usefixtures("nothing_written")
def test_a_row_cannot_come_back_over_another(register: Register) -> None:
    with pytest.raises(ChangedSince) as caught:
        register.apply(_edit(Change("region", 2, None, _region("Океания"))))
    assert (caught.value.table, caught.value.row_id) == ("region", 2)


@pytest.mark.usefixtures("nothing_written")
def test_a_uuid_that_is_there_already_was_written_by_somebody_else(register: Register) -> None:
    taken = register.read(rows.load, "region", [1])[1]["uuid"]
    with pytest.raises(ChangedSince):
        register.apply(_edit(Change("region", -1, None, {**_region("Океания"), "uuid": taken})))


@pytest.mark.usefixtures("nothing_written")
def test_a_change_under_a_parent_that_is_gone_is_changed_since(register: Register) -> None:
    country: Row = {"uuid": "u", "region_id": 99, "name": "Чили", "position": 1, "remark": ""}
    with pytest.raises(ChangedSince):
        register.apply(_edit(Change("country", -1, None, country)))


@pytest.mark.usefixtures("nothing_written")
def test_a_change_set_is_written_whole_or_not_at_all(register: Register) -> None:
    with pytest.raises(ChangedSince):
        register.apply(
            _edit(
                Change("region", 1, {"remark": ""}, {"remark": "раз"}),
                Change("region", -1, None, _region("Океания")),
                Change("region", 3, register.read(rows.load, "region", [3])[3], None),
                Change("setting", 1, {"value": "не то"}, {"value": "другое"}),
            )
        )


@pytest.mark.usefixtures("nothing_written")
def test_an_empty_change_set_is_no_step(register: Register) -> None:
    empty = ChangeSet(OperationKind.EDIT)
    assert register.apply(empty) is empty
    with (
        engine.writing(engine.file_engine(register.path), register.path) as connection,
        pytest.raises(ValueError, match="empty"),
    ):
        journal.apply(connection, empty, author="Анна")


def test_two_changes_of_one_row_and_half_a_change_are_refused() -> None:
    change = Change("region", 1, {"remark": ""}, {"remark": "раз"})
    with pytest.raises(ValueError, match="one change per row"):
        _edit(change, Change("region", 1, {"name": "Европа"}, {"name": "Запад"}))
    with pytest.raises(ValueError, match="before or an after"):
        Change("region", 1, None, None)
    with pytest.raises(ValueError, match="same fields"):
        Change("region", 1, {"remark": ""}, {"name": "Запад"})


# --- values ---------------------------------------------------------------------------------------

_IMPOSSIBLE: list[tuple[str, int, str, Any]] = [
    ("event", 1, "text", None),
    ("event", 1, "text", 5),
    ("event", 1, "kind", "picnic"),
    ("event", 1, "kind", ""),
    ("event", 1, "format", "by telepathy"),
    ("event", 1, "printed", 1),
    ("event", 1, "printed", None),
    ("event", 1, "report_year", "2020"),
    ("event", 1, "report_year", 2020.0),
    ("event", 1, "report_year", True),
    ("event", 1, "report_year", 2**63),
    ("partner", 1, "latitude", math.nan),
    ("partner", 1, "longitude", math.inf),
    ("partner", 1, "latitude", "48.2"),
    ("partner", 1, "kind", None),
    ("partner", 1, "status", "lost"),
    ("agreement", 1, "prolongation", "for ever"),
    ("agreement_date", 1, "meaning", "forgotten"),
]


@pytest.mark.parametrize(("table", "row_id", "field", "value"), _IMPOSSIBLE)
def test_what_a_row_cannot_hold_is_refused_and_nothing_written(
    table: str, row_id: int, field: str, value: Value, register_2020: Register
) -> None:
    before = _state(register_2020)
    old = register_2020.read(rows.load, table, [row_id])[row_id][field]
    change = Change(table, row_id, {field: old}, {field: value})
    with pytest.raises(ValueError, match=f"{table}.{field} cannot hold") as caught:
        register_2020.apply(ChangeSet(OperationKind.EDIT, (change,), table, ""))
    assert str(caught.value) == f"{table}.{field} cannot hold this value", "it tells no text"
    assert _state(register_2020) == before


@pytest.mark.parametrize("text", ["до\0после", "половина \ud83d"])
def test_a_text_that_no_file_can_keep_is_an_expected_failure(
    text: str, register_2020: Register
) -> None:
    before = _state(register_2020)
    with pytest.raises(TextRefused) as caught:
        events.set_field(register_2020, 1, "text", text)
    assert (caught.value.table, caught.value.field) == ("event", "text")
    assert _state(register_2020) == before


def test_a_field_that_is_none_is_refused(register: Register) -> None:
    with pytest.raises(ValueError, match="no field name_key"):
        check_values("region", {"name_key": "европа"})
    with pytest.raises(ValueError, match="whole row"):
        register.apply(_edit(Change("region", -1, None, {"name": "Океания"})))
    with pytest.raises(ValueError, match="whole row"):
        register.apply(_edit(Change("region", 1, {"name": "Европа"}, None)))


_ANY_TEXT = st.text(st.characters(codec="utf-8", exclude_characters="\0"))
_FITTING = st.fixed_dictionaries(
    {
        "text": _ANY_TEXT,
        "date_text": _ANY_TEXT,
        "kind": st.none() | st.sampled_from(list(EventKind)),
        "report_year": st.integers(-(2**63) + 1, 2**63 - 1),
        "printed": st.booleans(),
    }
)


@given(wanted=_FITTING)
def test_every_value_that_is_taken_is_kept_exactly(wanted: dict[str, Value]) -> None:
    check_values("event", wanted)
    assert decode_row(encode_row(wanted)) == wanted


@settings(max_examples=30)
@given(wanted=_FITTING)
def test_a_row_reads_back_as_it_was_written_and_undoes(
    wanted: dict[str, Value], _written_over: "_Overwriting"
) -> None:
    _written_over.and_back(wanted)


class _Overwriting:
    def __init__(self, register: Register) -> None:
        self.register = register

    def and_back(self, wanted: Row) -> None:
        before = self.register.read(rows.load, "event", [1])[1]
        changed = {name: value for name, value in wanted.items() if before[name] != value}
        if not changed:
            return
        old = {name: before[name] for name in changed}
        self.register.apply(_edit(Change("event", 1, old, changed)))
        assert self.register.read(rows.load, "event", [1])[1] == {**before, **wanted}
        self.register.undo()
        assert self.register.read(rows.load, "event", [1])[1] == before


@pytest.fixture
def _written_over(register_2020: Register) -> _Overwriting:
    return _Overwriting(register_2020)


def test_a_long_text_is_kept_whole(register_2020: Register) -> None:
    long = "Встреча с делегацией. " * 50_000
    events.set_field(register_2020, 1, "text", long)
    assert events.load(register_2020, [1])[1].text == long
    assert events.ids(register_2020, Scope(), 2020, events.EventFilter(text="делегацией"))[0] == 1
    register_2020.undo()
    assert events.load(register_2020, [1])[1].text != long


def test_a_workbook_of_an_edition_is_kept_in_the_journal_too(register: Register) -> None:
    workbook = bytes(range(256)) * 4
    edition: Row = {
        "uuid": "u",
        "year": 2020,
        "title": "Отчёт",
        "issued_at": "2021-01-20",
        "author": "Анна",
        "remark": "",
        "options": "{}",
        "report": "{}",
        "workbook": workbook,
        "workbook_sha256": "",
        "app_version": "1",
    }
    register.apply(ChangeSet(OperationKind.ADD, (Change("edition", -1, None, edition),), "edition"))
    register.undo()
    assert register.read(rows.load, "edition", [1]) == {}
    register.redo()
    assert register.read(rows.load, "edition", [1])[1]["workbook"] == workbook
    assert register.versions("edition", 1)[0].after == edition


# --- ids ------------------------------------------------------------------------------------------


def test_rows_that_refer_to_each_other_get_the_numbers_of_the_file(register: Register) -> None:
    country: Row = {"uuid": "c", "region_id": -5, "name": "Чили", "position": 1, "remark": ""}
    written = register.apply(
        _edit(
            # The child first: the order of the changes does not matter.
            Change("country", -1, None, country),
            Change("region", -5, None, _region("Океания")),
            Change("region", -6, None, _region("Африка")),
        )
    )
    assert [(item.table, item.id) for item in written.changes] == [
        ("country", 1),
        ("region", 4),
        ("region", 5),
    ]
    assert written.changes[0].after == {**country, "region_id": 4}
    assert catalogue.country(register, 1).region_id == 4
    assert register.versions("country", 1)[0].after == {**country, "region_id": 4}


def test_a_row_can_be_moved_under_one_that_the_same_step_makes(register_2020: Register) -> None:
    old = catalogue.country(register_2020, 1).region_id
    register_2020.apply(
        _edit(
            Change("region", -1, None, _region("Океания")),
            Change("country", 1, {"region_id": old}, {"region_id": -1}),
        )
    )
    assert catalogue.country(register_2020, 1).region_id == 4


@pytest.mark.usefixtures("nothing_written")
def test_a_number_that_stands_for_nothing_is_refused(register: Register) -> None:
    country: Row = {"uuid": "c", "region_id": -5, "name": "Чили", "position": 1, "remark": ""}
    with pytest.raises(ValueError, match="no row of region is inserted as -5"):
        register.apply(_edit(Change("country", -1, None, country)))


def test_an_id_is_never_used_twice(register: Register) -> None:
    (first,) = catalogue.add_region(register, "Океания").ids("region")
    register.undo()
    (second,) = catalogue.add_region(register, "Африка").ids("region")
    catalogue.delete(register, "region", second)
    (third,) = catalogue.add_region(register, "Америка").ids("region")
    assert (first, second, third) == (4, 5, 6)
    register.undo()
    register.undo()
    assert catalogue.region(register, second).name == "Африка"
    (fourth,) = catalogue.add_region(register, "Антарктида").ids("region")
    assert fourth == 7


def test_new_numbers_keep_clear_of_rows_that_bring_theirs(register: Register) -> None:
    written = register.apply(
        _edit(
            Change("region", -1, None, _region("Океания")),
            Change("region", 4, None, _region("Африка")),
        )
    )
    assert [item.id for item in written.changes] == [5, 4]


# --- what is derived ------------------------------------------------------------------------------


def test_a_new_report_year_gives_the_date_its_year(register_2020: Register) -> None:
    events.set_field(register_2020, 1, "date", "29 декабря – 4 января")
    row = _row(register_2020, "event", 1)
    assert (row["date_earliest"], row["date_latest"]) == ("2020-12-29", "2021-01-04")
    events.set_field(register_2020, 1, "report_year", 2023)
    row = _row(register_2020, "event", 1)
    assert (row["date_earliest"], row["date_latest"]) == ("2023-12-29", "2024-01-04")
    assert row["date_edtf"] == "2023-12-29/2024-01-04"
    events.set_field(register_2020, 1, "date", "когда-нибудь")
    row = _row(register_2020, "event", 1)
    assert row["date_edtf"] is row["date_earliest"] is row["date_precision"] is None


def test_a_date_outside_an_event_takes_no_year_from_anywhere(register_2020: Register) -> None:
    agreements.set_field(register_2020, 1, "valid_to", "31 декабря")
    assert _row(register_2020, "agreement", 1)["valid_to_earliest"] is None
    agreements.set_field(register_2020, 1, "valid_to", "31 декабря 2025 г.")
    assert _row(register_2020, "agreement", 1)["valid_to_earliest"] == "2025-12-31"


def test_names_are_kept_folded_too(register: Register) -> None:
    catalogue.rename(register, "region", 1, "Орёл-«Париж»")
    assert _row(register, "region", 1)["name_key"] == "орел париж"


def _found(register: Register, table: str, query: str) -> set[int]:
    return register.read(search.find, table, query)


def _other_name(register: Register, partner_id: int, name: str) -> int:
    row: Row = {
        "uuid": f"uuid of {name}",
        "country_id": None,
        "partner_id": partner_id,
        "name": name,
        "used_from_text": "",
        "used_to_text": "",
        "position": 1024,
    }
    written = register.apply(
        ChangeSet(OperationKind.EDIT, (Change("other_name", -1, None, row),), "partner", "")
    )
    (row_id,) = written.ids("other_name")
    return row_id


def test_a_partner_is_found_by_another_name_as_long_as_it_has_it(register_2020: Register) -> None:
    name_id = _other_name(register_2020, 3, "Ксанаду")
    assert _found(register_2020, "partner", "ксанаду") == {3}
    move = Change("other_name", name_id, {"partner_id": 3}, {"partner_id": 4})
    register_2020.apply(ChangeSet(OperationKind.EDIT, (move,), "partner", ""))
    assert _found(register_2020, "partner", "ксан") == {4}
    row = register_2020.read(rows.load, "other_name", [name_id])[name_id]
    gone = Change("other_name", name_id, row, None)
    register_2020.apply(ChangeSet(OperationKind.EDIT, (gone,), "partner", ""))
    assert _found(register_2020, "partner", "ксанаду") == set()
    register_2020.undo()
    assert _found(register_2020, "partner", "КСАНАДУ") == {4}


def test_a_deleted_record_is_found_no_more_and_found_again(register_2020: Register) -> None:
    found = _found(register_2020, "event", "альбертина")
    assert found == {1}
    events.delete(register_2020, [1])
    assert _found(register_2020, "event", "альбертина") == set()
    register_2020.undo()
    assert _found(register_2020, "event", "альбертина") == {1}


# --- stamps ---------------------------------------------------------------------------------------


def _stamps(register: Register, table: str, row_id: int) -> tuple[str, str, str, str]:
    row = _row(register, table, row_id)
    return row["created_at"], row["created_by"], row["changed_at"], row["changed_by"]


def test_a_stamp_tells_who_made_a_record_and_who_changed_it_last(register: Register) -> None:
    register.author = "Борис"
    (region,) = catalogue.add_region(register, "Океания").ids("region")
    made_at, made_by, changed_at, changed_by = _stamps(register, "region", region)
    assert (made_by, changed_by) == ("Борис", "Борис")
    assert made_at == changed_at
    assert datetime.fromisoformat(made_at).tzinfo is not None
    register.author = "Вера"
    catalogue.rename(register, "region", region, "Острова")
    assert _stamps(register, "region", region)[:2] == (made_at, "Борис")
    assert _stamps(register, "region", region)[3] == "Вера"


def test_a_record_that_comes_back_remembers_who_made_it(register: Register) -> None:
    register.author = "Борис"
    (region,) = catalogue.add_region(register, "Океания").ids("region")
    made = _stamps(register, "region", region)[:2]
    register.author = "Вера"
    catalogue.delete(register, "region", region)
    register.undo()
    assert _stamps(register, "region", region)[:2] == made
    assert _stamps(register, "region", region)[3] == "Вера"
    register.redo()
    register.undo()
    assert _stamps(register, "region", region)[:2] == made


def test_a_change_of_a_list_row_is_a_change_of_its_record(register_2020: Register) -> None:
    def changed_by(table: str, row_id: int) -> str:
        return _stamps(register_2020, table, row_id)[3]

    (agreement, *_) = agreements.of_partner(register_2020, 2)
    assert changed_by("agreement", agreement.id) == "Основа"
    agreements.add_date(register_2020, agreement.id, "5 мая 2005 г.")
    assert changed_by("agreement", agreement.id) == "Анна"
    register_2020.author = "Борис"
    _other_name(register_2020, 2, "Ксанаду")
    assert changed_by("partner", 2) == "Борис"
    tree = catalogue.tree(register_2020, 2020)
    lands = [land for band in tree.regions for land in band.countries]
    busy = next(item for land in lands for item in land.partners if item.count > 2)
    cell = Scope(ScopeKind.PARTNER, busy.partner.id)
    (*_, last) = events.ids(register_2020, cell, 2020)
    register_2020.author = "Вера"
    events.move(register_2020, last, cell, -1)
    assert changed_by("event", last) == "Вера"


def test_a_time_is_kept_in_utc_to_the_millisecond(register: Register) -> None:
    change_set = _edit(Change("region", 1, {"remark": ""}, {"remark": "раз"}))
    with engine.writing(engine.file_engine(register.path), register.path) as connection:
        journal.apply(connection, change_set, author="Анна", at=_NOON)
    assert _stamps(register, "region", 1)[2] == "2026-11-22T12:00:00.000+00:00"
    assert register.history()[0].at == _NOON


# --- what is remembered ---------------------------------------------------------------------------


def test_each_step_counts_one_however_many_rows_it_writes(register_2020: Register) -> None:
    before = register_2020.change_seq()
    catalogue.delete(register_2020, "region", 1)
    assert register_2020.change_seq() == before + 1
    register_2020.undo()
    assert register_2020.change_seq() == before + 2
    register_2020.redo()
    assert register_2020.change_seq() == before + 3


def test_the_journal_holds_the_change_set_as_it_was_written(register: Register) -> None:
    written = catalogue.rename(register, "region", 1, "Запад")

    def remembered(connection: Connection) -> tuple[Any, ...]:
        query = "SELECT table_name, row_id, before, after FROM change ORDER BY id DESC LIMIT 1"
        return tuple(connection.execute(text(query)).one())

    assert register.read(remembered) == (
        "region",
        1,
        '{"name":"Европа","heading":"ЕВРОПА"}',
        '{"name":"Запад","heading":"ЗАПАД"}',
    )
    step = register.history()[0]
    assert (step.kind, step.subject, step.label) == (OperationKind.EDIT, "region", "Европа")
    assert (step.author, step.reverts, step.undone) == ("Анна", None, False)
    assert register.read(journal.changes_of, step.id) == written.changes


@pytest.mark.parametrize(
    "act",
    [
        lambda register: events.set_field(register, 1, "text", "одно слово"),
        lambda register: events.add(register, Scope(ScopeKind.PARTNER, 2), 2020, text="новое"),
        lambda register: events.delete(register, [1]),
        lambda register: agreements.set_field(register, 1, "title", "Соглашение"),
        lambda register: register.undo_state(),
    ],
    ids=["edit", "add", "delete", "agreement", "undo state"],
)
def test_one_act_looks_through_no_whole_table(
    act: Callable[[Register], object], register_2020: Register
) -> None:
    # A plan that scans a table makes each edit slower the more the register holds.
    statements: list[tuple[str, Any]] = []

    def remember(*arguments: Any) -> None:
        statements.append((arguments[2], arguments[3]))

    sqlalchemy.event.listen(register_2020._engine, "before_cursor_execute", remember)
    act(register_2020)
    connection = sqlite3.connect(register_2020.path)
    plans = [
        step[3]
        for statement, parameters in statements
        if statement.startswith(("SELECT", "UPDATE", "DELETE", "INSERT"))
        for step in connection.execute(
            f"EXPLAIN QUERY PLAN {statement}",
            parameters[0] if isinstance(parameters, list) else parameters,
        )
    ]
    connection.close()
    assert any(step.startswith("SEARCH") for step in plans), "the plans were read"
    # Tables of one row or one for each table; and the index, asked for one entry.
    fine = ("SCAN register_meta", "SCAN sqlite_sequence", "SCAN search VIRTUAL TABLE INDEX 0:=")
    assert [step for step in plans if step.startswith("SCAN") and not step.startswith(fine)] == []
