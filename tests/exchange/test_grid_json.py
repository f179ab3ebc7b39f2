"""Whatever a table holds arrives in the program as it was; whatever else arrives is no table."""

import json
from datetime import date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from partners_app.domain.findings import Finding, FindingCode, Severity
from partners_app.domain.input_problems import InputProblem
from partners_app.exchange.gate import FileKind
from partners_app.exchange.grid import CellValue, ErrorCell, Grid, Merge, SheetState
from partners_app.exchange.grid_json import Tables, decode, encode_refusal, encode_tables
from partners_app.exchange.table_refusal import Refused

TEXT = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=20)
VALUES = st.one_of(
    TEXT,
    st.integers(-(10**15), 10**15),
    st.floats(allow_nan=False, allow_infinity=False),
    st.booleans(),
    st.dates(),
    st.datetimes(min_value=datetime(1900, 1, 1)).map(lambda moment: moment.replace(microsecond=0)),
    st.times(),
    TEXT.map(ErrorCell),
    st.just(ErrorCell("")),
)
PLACES = st.tuples(st.integers(1, 50_000), st.integers(1, 200))
NUMBERS = st.frozensets(st.integers(1, 50_000), max_size=5)
GRIDS = st.builds(
    Grid,
    name=TEXT,
    cells=st.dictionaries(PLACES, VALUES, max_size=30).map(
        lambda cells: dict(sorted(cells.items()))
    ),
    merges=st.lists(st.builds(Merge, *[st.integers(1, 200)] * 4), max_size=3).map(tuple),
    state=st.sampled_from(SheetState),
    hidden_rows=NUMBERS,
    hidden_columns=NUMBERS,
    rows_known=st.booleans(),
    heading=TEXT,
)
FINDINGS = st.builds(
    Finding,
    st.sampled_from(FindingCode),
    st.sampled_from(Severity),
    st.just(""),
    st.just(""),
    values=st.dictionaries(TEXT, TEXT, max_size=3),
)


@given(
    st.builds(
        Tables,
        st.sampled_from(FileKind),
        st.lists(GRIDS, max_size=3).map(tuple),
        st.lists(FINDINGS, max_size=3).map(tuple),
    )
)
def test_tables_arrive_as_they_were(tables: Tables) -> None:
    arrived = decode(encode_tables(tables))
    assert arrived == tables
    for grid, before in zip(arrived.grids, tables.grids, strict=True):
        # True is 1, and 1 is 1.0, to Python.
        assert [*map(type, grid.cells.values())] == [*map(type, before.cells.values())]
        assert list(grid.cells) == list(before.cells)


def test_a_value_of_each_kind_is_itself_again() -> None:
    cells: dict[tuple[int, int], CellValue] = {
        **{(1, 1): "«Осака»\n", (1, 3): 7, (1, 4): 7.5, (2, 200): True, (3, 1): ErrorCell("#REF!")},
        **{(3, 2): date(2020, 2, 29), (3, 3): datetime(2020, 2, 29, 10), (4, 1): time(10, 30)},
    }
    grid = Grid("Лист1", cells)
    assert decode(encode_tables(Tables(FileKind.XLSX, (grid,), ()))).grids == (grid,)


def test_a_refusal_arrives_with_its_place() -> None:
    with pytest.raises(Refused) as refusal:
        decode(encode_refusal(Refused(InputProblem.FAR_CELL, "Лист1!XFD1", "XFD1")))
    told = refusal.value
    assert (told.problem, told.place, told.detail) == ("far_cell", "Лист1!XFD1", "XFD1")


def without(key: str) -> bytes:
    answer = json.loads(encode_tables(Tables(FileKind.XLSX, (Grid("Лист1", {}),), ())))
    del answer[key]
    return json.dumps(answer).encode()


@pytest.mark.parametrize(
    "answer",
    [
        *(b"", b"{", b"[]", b"7", b"\xff", b'{"refused": ["no such problem", "", ""]}'),
        *(b'{"refused": 7}', b'{"refused": [1, 2]}', without("kind"), without("grids")),
        b'{"kind": ".xlsx", "grids": [7], "findings": []}',
    ],
)
def test_what_is_no_answer_is_a_failure_of_the_process(answer: bytes) -> None:
    with pytest.raises(Refused) as refusal:
        decode(answer)
    assert refusal.value.problem is InputProblem.READER_FAILED
