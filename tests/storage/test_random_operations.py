"""Whatever a clerk does in whatever order: undo all is the start, redo all is the end."""

import shutil
from pathlib import Path

import pytest
from hypothesis import given, settings

from partners_app.services import catalogue, events
from partners_app.services.events import EventOrder, Scope, ScopeKind
from partners_app.services.register import Register
from partners_app.storage import backup, engine, queries
from tests.storage.random_clerk import ACTS, PLANS, YEARS, Clerk

pytestmark = pytest.mark.trial


def _consistent(register: Register) -> None:
    """Check what holds at any time: rows as the journal says, derived columns, order, cells."""
    backup.verify(register.path)
    with engine.writing(engine.file_engine(register.path), register.path) as connection:
        # The words of the index against the entries they come from; it raises when they differ.
        connection.exec_driver_sql("INSERT INTO search(search, rank) VALUES('integrity-check', 1)")
    for year in YEARS:
        printed = register.read(queries.content, year=year)
        in_grid = events.ids(register, Scope(), year, order=EventOrder.REPORT)
        assert [event.id for event in printed.events] == in_grid, "grid and report agree"
        assert all(event.links for event in printed.events), "every event stands somewhere"
        tree = catalogue.tree(register, year)
        assert tree.count == len(in_grid)
        for band in tree.regions:
            scope = Scope(ScopeKind.REGION, band.region.id)
            assert band.count == len(events.ids(register, scope, year))
            assert band.count == events.total(register, scope, year)
            for land in band.countries:
                scope = Scope(ScopeKind.COUNTRY, land.country.id)
                assert land.count == len(events.ids(register, scope, year))
                for item in land.partners:
                    scope = Scope(ScopeKind.PARTNER, item.partner.id)
                    assert item.count == len(events.ids(register, scope, year))


@settings(max_examples=6)
@given(plan=PLANS)
def test_undo_all_is_the_start_and_redo_all_is_the_end(
    plan: list[tuple[str, int, int]], start: Path, tmp_path: Path
) -> None:
    path = tmp_path / "random.partners"
    shutil.copyfile(start, path)
    clerk = Clerk(path)
    for act, first, second in plan:
        clerk.do(act, first, second)
    _consistent(clerk.register)
    end = clerk.states[-1]
    while clerk.place < len(clerk.states) - 1:
        clerk.do("redo", 0, 0)
    while clerk.place > 0:
        clerk.do("undo", 0, 0)
    assert clerk.digest() == clerk.states[0]
    _consistent(clerk.register)
    clerk.reopen()
    for _ in clerk.states[1:]:
        clerk.do("redo", 0, 0)
    assert clerk.digest() == end
    clerk.do("redo", 0, 0)
    _consistent(clerk.register)
    clerk.register.close()


def test_the_acts_write(start: Path) -> None:
    # Else the property would hold of acts that do nothing.
    clerk = Clerk(start)
    idle = []
    for act in ACTS:
        for number in range(12):
            clerk.do(act, number, number // 2)
            if clerk.moved:
                break
        else:
            idle.append(act)
        if act.startswith("delete"):
            clerk.do("undo", 0, 0)
    assert idle == []
    clerk.register.close()
