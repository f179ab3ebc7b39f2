"""The page on keeping a register safe names tests that exist, and every requirement once."""

import ast
import re
from functools import cache
from pathlib import Path

import pytest

TESTS = Path(__file__).resolve().parent
PAGE = (TESTS.parent / "docs" / "reliability.md").read_text(encoding="utf-8")
NAMED = sorted(set(re.findall(r"`([\w/]+\.py)::(\w+)`", PAGE)))
REQUIREMENTS = [f"R{number}" for number in range(1, 39)]


@cache
def functions(file: str) -> set[str]:
    tree = ast.parse((TESTS / file).read_text(encoding="utf-8"))
    return {node.name for node in tree.body if isinstance(node, ast.FunctionDef)}


def rows_after(heading: str) -> list[str]:
    section = PAGE.split(f"\n## {heading}\n")[1].split("\n## ")[0]
    return re.findall(r"^\| (R\d+) \|", section, flags=re.MULTILINE)


@pytest.mark.parametrize(("file", "name"), NAMED, ids="::".join)
def test_a_test_that_is_named_exists(file: str, name: str) -> None:
    assert name.startswith("test_")
    assert name in functions(file)


def test_each_requirement_has_one_row() -> None:
    assert rows_after("Promises and what holds them") == REQUIREMENTS
    assert set(rows_after("Seen to fail")) <= set(REQUIREMENTS)


def test_no_name_of_a_test_escapes_its_check() -> None:
    assert len(re.findall("::", PAGE)) == len(re.findall(r"`[\w/]+\.py::test_\w+`", PAGE))
