"""Between looking and writing things happen: the register moves, the file does, nobody wants it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from partners_app.domain.abandoning import while_wanted
from partners_app.domain.errors import Abandoned, FileChanged, PlanOutdated
from partners_app.domain.import_plan import ImportPlan
from partners_app.services import importing
from partners_app.services.register import Counts, Register
from tests.exchange.official.tables import write_pasted

EMPTY = Counts(3, 0, 0, 0, 0)


@pytest.fixture
def register(tmp_path: Path) -> Iterator[Register]:
    made = Register.create(tmp_path / "city.partners", author="Иванова")
    yield made
    made.close()


@pytest.fixture
def plan(register: Register, tmp_path: Path) -> ImportPlan:
    write_pasted(tmp_path / "2020.xlsx")
    return importing.plan(register, importing.read_source(register, tmp_path / "2020.xlsx"))


def test_a_register_that_moved_since_is_looked_at_again(
    register: Register, plan: ImportPlan
) -> None:
    register.set_setting("title", "ПАРТНЁРЫ")
    with pytest.raises(PlanOutdated):
        importing.apply(register, plan, plan.proposed())
    assert register.counts() == EMPTY
    # Whoever asked for all of it at once need not know: the plan is made again.
    importing.import_file(register, plan.path)
    assert register.counts().events == 130


def test_a_file_that_changed_since_is_read_again(register: Register, plan: ImportPlan) -> None:
    plan.path.write_bytes(plan.path.read_bytes() + b"\0")
    with pytest.raises(FileChanged):
        importing.apply(register, plan, plan.proposed())
    assert register.counts() == EMPTY


def test_who_cancels_before_the_write_has_written_nothing(
    register: Register, plan: ImportPlan
) -> None:
    before = register.path.read_bytes()
    with while_wanted(lambda: False), pytest.raises(Abandoned):
        importing.apply(register, plan, plan.proposed())
    assert register.path.read_bytes() == before
