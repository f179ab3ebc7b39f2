"""Undo, redo and the history: read from the journal, so a restart forgets nothing."""

from collections.abc import Callable

import pytest
from sqlalchemy import update

from partners_app.domain.errors import ChangedSince, NothingToRedo, NothingToUndo
from partners_app.domain.vocabulary import OperationKind
from partners_app.services import catalogue, events
from partners_app.services.register import Operation, Register
from partners_app.storage import engine, rows
from partners_app.storage.digest import content_digest
from partners_app.storage.schema import register_meta


def _name(register: Register) -> str:
    return catalogue.region(register, 1).name


def _named(register: Register, *names: str) -> None:
    for name in names:
        catalogue.rename(register, "region", 1, name)


def _reopened(register: Register) -> Register:
    register.close()
    return Register.open(register.path, author=register.author)


def _steps(register: Register) -> list[tuple[str, bool]]:
    return [(str(step.kind), step.undone) for step in reversed(register.history())]


def test_a_new_register_has_nothing_to_undo_or_redo(register: Register) -> None:
    state = register.undo_state()
    assert (state.undo, state.redo) == (None, None)
    with pytest.raises(NothingToUndo):
        register.undo()
    with pytest.raises(NothingToRedo):
        register.redo()
    assert [step.kind for step in register.history()] == [OperationKind.CREATE]


def test_the_sample_is_where_undo_ends(register_2020: Register) -> None:
    start = register_2020.read(content_digest)
    catalogue.delete(register_2020, "region", 1)
    register_2020.undo()
    assert register_2020.read(content_digest) == start
    with pytest.raises(NothingToUndo):
        register_2020.undo()


def test_undo_twice_goes_back_two(register: Register) -> None:
    _named(register, "раз", "два", "три")
    register.undo()
    assert _name(register) == "два"
    register.undo()
    assert _name(register) == "раз"
    register.undo()
    assert _name(register) == "Европа"
    with pytest.raises(NothingToUndo):
        register.undo()
    for name in ("раз", "два", "три"):
        register.redo()
        assert _name(register) == name
    with pytest.raises(NothingToRedo):
        register.redo()


def test_a_new_step_drops_what_could_be_redone(register: Register) -> None:
    _named(register, "раз", "два")
    register.undo()
    _named(register, "другое")
    assert register.undo_state().redo is None
    with pytest.raises(NothingToRedo):
        register.redo()
    register.undo()
    assert _name(register) == "раз"
    register.undo()
    assert _name(register) == "Европа"


def test_undo_and_redo_to_and_fro(register: Register) -> None:
    _named(register, "раз", "два")
    for _ in range(3):
        register.undo()
        register.redo()
    assert _name(register) == "два"
    register.undo()
    register.undo()
    register.redo()
    assert _name(register) == "раз"
    register.undo()
    assert _name(register) == "Европа"
    register.redo()
    register.redo()
    assert _name(register) == "два"
    assert register.undo_state().redo is None


def test_an_undo_of_what_stands_before_a_dropped_step(register: Register) -> None:
    _named(register, "раз", "два")
    register.undo()
    register.undo()
    _named(register, "три")
    register.undo()
    assert _name(register) == "Европа"
    assert register.undo_state().undo is None
    redo = register.undo_state().redo
    assert redo is not None
    register.redo()
    assert _name(register) == "три"


def test_everything_survives_a_restart(register: Register) -> None:
    _named(register, "раз", "два")
    register.undo()
    register = _reopened(register)
    register.undo()
    assert _name(register) == "Европа"
    register = _reopened(register)
    register.redo()
    register = _reopened(register)
    register.redo()
    assert _name(register) == "два"
    register.close()


def test_the_menu_names_the_step_and_its_author(register: Register) -> None:
    register.author = "Борис"
    _named(register, "раз")
    register.author = "Вера"
    state = register.undo_state()
    assert state.undo is not None
    step = state.undo
    assert (step.kind, step.subject, step.label) == (OperationKind.EDIT, "region", "Европа")
    assert step.author == "Борис"
    register.undo()
    redo = register.undo_state().redo
    assert redo == Operation(
        step.id, step.uuid, step.kind, step.subject, step.label, step.author, step.at, None, True
    )


def test_undo_and_redo_say_what_they_revert(register: Register) -> None:
    _named(register, "раз")
    edit = register.history()[0]
    register.undo()
    register.redo()
    redo, undo = register.history()[:2]
    assert (undo.kind, undo.reverts) == (OperationKind.UNDO, edit.id)
    assert (redo.kind, redo.reverts) == (OperationKind.REDO, undo.id)
    assert (undo.subject, undo.label) == (edit.subject, edit.label)
    assert (redo.subject, redo.label) == (edit.subject, edit.label)


def test_the_history_says_of_each_step_whether_it_stands(register: Register) -> None:
    _named(register, "раз", "два")
    register.undo()
    assert _steps(register) == [
        ("create", False),
        ("edit", False),
        ("edit", True),
        ("undo", False),
    ]
    register.redo()
    assert [undone for _, undone in _steps(register)][1:3] == [False, False]
    register.undo()
    assert [undone for _, undone in _steps(register)][1:3] == [False, True]
    _named(register, "три")
    assert [undone for _, undone in _steps(register)][1:3] == [False, True]
    register.undo()
    register.undo()
    assert [undone for kind, undone in _steps(register) if kind == "edit"] == [True, True, True]


def test_the_history_comes_in_pages_newest_first(register: Register) -> None:
    _named(register, *"абвгд")
    every = register.history()
    assert [step.id for step in every] == sorted((step.id for step in every), reverse=True)
    assert len({step.uuid for step in every}) == len(every) == 6
    assert [step.at for step in every] == sorted((step.at for step in every), reverse=True)
    first = register.history(limit=4)
    rest = register.history(limit=4, before=first[-1].id)
    assert first + rest == every
    assert register.history(before=every[-1].id) == []


def test_a_record_tells_all_its_versions(register: Register) -> None:
    register.author = "Борис"
    (region,) = catalogue.add_region(register, "Океания").ids("region")
    register.author = "Вера"
    catalogue.rename(register, "region", region, "Острова")
    catalogue.rename(register, "region", 1, "не эта")
    catalogue.delete(register, "region", region)
    register.undo()
    versions = register.versions("region", region)
    assert [version.operation.kind for version in versions] == [
        OperationKind.UNDO,
        OperationKind.DELETE,
        OperationKind.EDIT,
        OperationKind.ADD,
    ]
    assert [version.operation.author for version in versions] == ["Вера", "Вера", "Вера", "Борис"]
    assert versions[0].before is versions[1].after is versions[3].before is None
    assert versions[1].before == versions[0].after
    assert versions[2].before == {"name": "Океания", "heading": "ОКЕАНИЯ"}
    assert versions[2].after == {"name": "Острова", "heading": "ОСТРОВА"}
    assert versions[3].after is not None
    assert versions[3].after["name"] == "Океания"
    assert register.versions("region", 99) == []


def test_an_undo_under_which_the_file_was_changed_by_hand_writes_nothing(
    register: Register,
) -> None:
    _named(register, "раз")
    with engine.writing(engine.file_engine(register.path), register.path) as connection:
        connection.exec_driver_sql("UPDATE region SET name = 'рукой' WHERE id = 1")
    before = register.path.read_bytes()
    with pytest.raises(ChangedSince) as caught:
        register.undo()
    assert caught.value.fields == ("name",)
    assert register.path.read_bytes() == before


def test_undo_does_not_go_behind_the_floor(register: Register) -> None:
    _named(register, "раз", "два", "три")
    second = register.history()[1]
    with engine.writing(engine.file_engine(register.path), register.path) as connection:
        connection.execute(update(register_meta).values(undo_floor=second.id))
    register.undo()
    assert _name(register) == "два"
    with pytest.raises(NothingToUndo):
        register.undo()
    register.redo()
    assert _name(register) == "три"


@pytest.mark.parametrize(
    "act",
    [
        lambda register: catalogue.delete(register, "region", 1),
        lambda register: catalogue.delete(register, "country", 3),
        lambda register: events.delete(register, range(1, 131)),
        lambda register: register.set_setting("report_font", "PT Serif"),
    ],
    ids=["band", "country", "all events", "new setting"],
)
def test_a_big_step_is_one_step(act: Callable[[Register], object], register_2020: Register) -> None:
    start = register_2020.read(content_digest)
    steps = len(register_2020.history())
    act(register_2020)
    assert len(register_2020.history()) == steps + 1
    after = register_2020.read(content_digest)
    assert after != start
    register_2020.undo()
    assert register_2020.read(content_digest) == start
    register_2020.redo()
    assert register_2020.read(content_digest) == after


def test_a_restored_row_is_the_row_that_was_deleted(register_2020: Register) -> None:
    before = register_2020.read(rows.load, "event", range(1, 131))
    events.delete(register_2020, range(1, 131))
    register_2020.undo()
    assert register_2020.read(rows.load, "event", range(1, 131)) == before
