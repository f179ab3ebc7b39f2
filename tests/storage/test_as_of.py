"""The register as it was after any of its steps, and where two copies of it went apart."""

import shutil
from collections.abc import Callable
from pathlib import Path

from hypothesis import given, settings
from sqlalchemy import Connection, event

from partners_app.domain.records import RegisterContent
from partners_app.services import catalogue, events
from partners_app.services.catalogue import Scope, ScopeKind
from partners_app.services.register import Register
from partners_app.storage import queries
from partners_app.storage.as_of import content_as_of
from partners_app.storage.history import last_common_operation, operation_uuids
from tests.storage.random_clerk import PLANS, Clerk


def _now(register: Register) -> RegisterContent:
    return register.read(queries.content)


@settings(max_examples=8)
@given(plan=PLANS)
def test_after_any_acts_each_earlier_state_is_found_again(
    plan: list[tuple[str, int, int]], start: Path, tmp_path: Path
) -> None:
    path = tmp_path / "random.partners"
    shutil.copyfile(start, path)
    clerk = Clerk(path)
    remembered = {clerk.register.change_seq(): _now(clerk.register)}
    for act, first, second in [*plan, ("undo", 0, 0), ("undo", 0, 0), ("redo", 0, 0)]:
        clerk.do(act, first, second)
        remembered[clerk.register.change_seq()] = _now(clerk.register)
    for change_seq, content in remembered.items():
        assert clerk.register.read(content_as_of, change_seq) == content
    clerk.register.close()


def test_a_title_is_that_of_its_time(register: Register) -> None:
    first = register.settings().title
    register.set_setting("report_font", "PT Astra Serif")
    register.set_setting("title", "Второе название")
    register.set_setting("title", "Третье название")
    titles = []
    for change_seq in range(1, register.change_seq() + 1):
        found = register.read(content_as_of, change_seq)
        assert found is not None
        titles.append(found.title)
    assert titles == [first, first, "Второе название", "Третье название"]


def test_there_is_no_state_before_the_first_step_nor_after_the_last(register: Register) -> None:
    assert register.read(content_as_of, 1) == _now(register)
    for change_seq in (-1, 0, 2, 2**40):
        assert register.read(content_as_of, change_seq) is None


def _selects(register: Register, change_seq: int) -> int:
    """Return how many statements it takes to go back to a change number."""

    def counted(connection: Connection) -> int:
        statements: list[object] = []
        note: Callable[..., None] = lambda *given: statements.append(given[2])  # noqa: E731
        event.listen(connection, "before_cursor_execute", note)
        assert content_as_of(connection, change_seq) is not None
        return len(statements)

    return register.read(counted)


def test_going_far_back_takes_no_more_statements_than_staying(register_2020: Register) -> None:
    staying = _selects(register_2020, 1)
    for number in range(12):
        events.set_field(register_2020, 1 + number, "text", f"визит {number}")
    catalogue.delete(register_2020, "region", 1)
    assert _selects(register_2020, 1) == staying


# --- two copies -----------------------------------------------------------------------------------


def _uuids(register: Register) -> list[str]:
    return register.read(operation_uuids)


def test_the_steps_of_a_register_are_told_newest_first(register: Register) -> None:
    catalogue.add_region(register, "Африка")
    assert _uuids(register) == [step.uuid for step in register.history()]
    assert len(_uuids(register)) == 2


def test_two_copies_went_apart_at_the_last_step_that_both_have(
    register: Register, tmp_path: Path
) -> None:
    (country,) = catalogue.add_country(register, 1, "Австрия").ids("country")
    together = _now(register)
    register.save_copy(tmp_path / "Копия.partners")
    copy = Register.open(tmp_path / "Копия.partners", author="Пётр")
    events.add(register, Scope(ScopeKind.COUNTRY, country), 2020, text="у Анны")
    for name in ("Африка", "Океания"):
        catalogue.add_region(copy, name)
    copy.undo()
    expected = (register.history()[1].uuid, 2)
    assert register.read(last_common_operation, _uuids(copy)) == expected
    assert copy.read(last_common_operation, set(_uuids(register))) == expected
    assert register.read(content_as_of, 2) == copy.read(content_as_of, 2) == together
    copy.close()


def test_a_copy_that_nobody_touched_has_the_newest_step(register: Register, tmp_path: Path) -> None:
    catalogue.add_region(register, "Африка")
    register.save_copy(tmp_path / "Копия.partners")
    copy = Register.open(tmp_path / "Копия.partners", author="Пётр")
    catalogue.rename(register, "region", 4, "Африка и Океания")
    assert copy.read(last_common_operation, _uuids(register)) == (copy.history()[0].uuid, 2)
    copy.close()


def test_two_registers_that_were_never_one_have_no_common_step(
    register: Register, register_2020: Register
) -> None:
    assert register.read(last_common_operation, _uuids(register_2020)) is None
    assert register.read(last_common_operation, []) is None
