"""The rooms of the program, and what may stand in which."""

import ast
import os
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from importlinter.cli import lint_imports

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "partners_app"
SOURCES = sorted(PACKAGE.rglob("*.py"))
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
CONTRACTS = [contract["id"] for contract in PROJECT["tool"]["importlinter"]["contracts"]]

NOT_TRACKED = re.compile(
    r"\.git|\.venv|\.hypothesis|\.coverage(\..*)?|\..*cache|__pycache__|build|dist"
)
TEXT_SUFFIXES = (
    *("", ".cfg", ".csv", ".html", ".ini", ".json", ".lock", ".mako", ".md", ".py", ".qss"),
    *(".sql", ".svg", ".toml", ".ts", ".txt", ".yaml", ".yml"),
)
VAGUE_NAMES = {"utils", "util", "helpers", "helper", "common", "core", "manager", "misc"}

HEX_COLOUR = re.compile(r"#(?:[0-9a-fA-F]{8}|[0-9a-fA-F]{6}|[0-9a-fA-F]{3})(?![0-9a-zA-Z_])")
# Written in parts, so that this file itself is clean.
MACHINE = re.compile(
    "|".join(f"/{folder}/" for folder in ("root", "work", "opt"))
    + r"|\b(?:10|127|192\.168)(?:\.\d{1,3}){2,3}(?![.\d])|local"
    + r"host:\d"
)


def text_files() -> Iterator[Path]:
    """Yield every text file of the checkout that is not made by a tool."""
    for folder, folders, names in os.walk(ROOT):
        folders[:] = [name for name in folders if not NOT_TRACKED.fullmatch(name)]
        for name in names:
            if Path(name).suffix in TEXT_SUFFIXES and not NOT_TRACKED.fullmatch(name):
                yield Path(folder) / name


def lines_matching(pattern: re.Pattern[str], files: Iterator[Path]) -> list[str]:
    return [
        f"{file.relative_to(ROOT)}:{number}: {line.strip()}"
        for file in files
        for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), start=1)
        if pattern.search(line)
    ]


def room(source: Path) -> str:
    """Return the room a module stands in: `ui`, `domain`, or the module's own name."""
    return source.relative_to(PACKAGE).parts[0].removesuffix(".py")


def nodes(source: Path) -> Iterator[ast.AST]:
    return ast.walk(ast.parse(source.read_text(encoding="utf-8")))


def place(source: Path, node: ast.expr | ast.stmt) -> str:
    return f"{source.relative_to(ROOT)}:{node.lineno}"


def imported(node: ast.AST) -> list[str]:
    """Return the dotted names an import statement brings in."""
    match node:
        case ast.Import(names=names):
            return [alias.name for alias in names]
        case ast.ImportFrom(module=str(module), names=names):
            return [f"{module}.{alias.name}" for alias in names]
        case _:
            return []


@pytest.mark.parametrize("contract", CONTRACTS)
def test_rooms_import_only_what_they_may(
    contract: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    status = lint_imports(limit_to_contracts=(contract,), no_cache=True, no_logo=True)
    assert status == 0, capsys.readouterr().out


def test_widgets_stand_only_in_the_window() -> None:
    assert [
        place(source, node)
        for source in SOURCES
        if room(source) != "ui"
        for node in nodes(source)
        if isinstance(node, ast.stmt) and any("QtWidgets" in name for name in imported(node))
    ] == []


def test_no_object_of_qt_is_asked_before_it_is_made() -> None:
    # super().__init__(self.tr("…")) reads an object that is not there yet: it crashes at times.
    early = [
        place(source, node)
        for source in SOURCES
        for node in nodes(source)
        if isinstance(node, ast.Call)
        and ast.unparse(node.func) == "super().__init__"
        and any(
            isinstance(part, ast.Name) and part.id == "self"
            for argument in (*node.args, *(keyword.value for keyword in node.keywords))
            for part in ast.walk(argument)
        )
    ]
    assert early == []


def test_texts_know_only_the_core_of_qt() -> None:
    assert [
        f"{place(source, node)}: {name}"
        for source in SOURCES
        if room(source) == "texts"
        for node in nodes(source)
        if isinstance(node, ast.stmt)
        for name in imported(node)
        if name.startswith("PySide6.") and not name.startswith("PySide6.QtCore.")
    ] == []


def test_colours_stand_only_in_the_theme() -> None:
    theme = PACKAGE / "ui" / "theme" / "palettes.py"
    elsewhere = [
        f"{place(source, node)}: {node.value}"
        for source in SOURCES
        if source != theme
        for node in nodes(source)
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and HEX_COLOUR.search(node.value)
    ]
    # QColor(31, 31, 31) and QColor("red") are colours too, only harder to search for.
    elsewhere += [
        f"{place(source, node)}: {ast.unparse(node)}"
        for source in SOURCES
        if source != theme
        for node in nodes(source)
        if isinstance(node, ast.Call)
        and ast.unparse(node.func).endswith("QColor")
        and any(isinstance(argument, ast.Constant) for argument in node.args)
    ]
    assert elsewhere == []


def test_style_sheets_take_their_colours_from_the_theme() -> None:
    sheets = (file for file in text_files() if file.suffix == ".qss")
    assert lines_matching(HEX_COLOUR, sheets) == []


def test_only_the_command_line_prints() -> None:
    assert [
        place(source, node)
        for source in SOURCES
        if room(source) != "cli"
        for node in nodes(source)
        if isinstance(node, ast.Call) and ast.unparse(node.func) == "print"
    ] == []


def test_no_file_knows_the_machine_it_was_written_on() -> None:
    assert lines_matching(MACHINE, text_files()) == []


def test_modules_are_named_for_what_they_do() -> None:
    words = {source: set(source.stem.split("_")) for source in SOURCES}
    assert [str(source) for source in SOURCES if words[source] & VAGUE_NAMES] == []
