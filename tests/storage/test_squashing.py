"""Squashing the steps up to one: what they left stays, and the younger ones are as they were."""

import shutil
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import Connection

from partners_app.storage import backup, squashing
from partners_app.storage.as_of import content_as_of
from tests.storage.random_clerk import PLANS, Clerk


@settings(max_examples=4)
@given(plan=PLANS, share=st.integers(0, 100))
def test_after_any_acts_the_register_is_whole_and_its_younger_steps_are_undone(
    plan: list[tuple[str, int, int]], share: int, start: Path, tmp_path: Path
) -> None:
    path = tmp_path / "random.partners"
    shutil.copyfile(start, path)
    clerk = Clerk(path)
    for act, first, second in plan:
        clerk.do(act, first, second)
    register, newest = clerk.register, clerk.register.change_seq()
    floor = 1 + (newest - 1) * share // 100
    kept = {number: register.read(content_as_of, number) for number in {floor, newest}}

    def squash(connection: Connection) -> int:
        return squashing.squash(connection, floor, author="Анна")[0]

    register.rebuild(squash)
    backup.verify(path)
    assert clerk.digest() == clerk.states[clerk.place]
    assert {number: register.read(content_as_of, number) for number in kept} == kept
    assert register.read(content_as_of, floor - 1) is None
    undone = 0
    while register.undo_state().undo is not None:
        clerk.do("undo", 0, 0)
        undone += 1
    if all(step.reverts is None or step.reverts > floor for step in register.history()[:-floor]):
        assert register.read(content_as_of, register.change_seq()) == kept[floor]
    backup.verify(path)
    for _ in range(undone):
        clerk.do("redo", 0, 0)
    backup.verify(path)
    register.close()
