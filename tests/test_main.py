"""What opens the window and what is a command."""

import sys
from collections.abc import Sequence
from pathlib import Path
from types import ModuleType

import pytest

import partners_app.ui
from partners_app import __main__ as program
from partners_app import cli


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """Collect what would have been started: the window's file, or the command's arguments."""
    found: list[object] = []

    def open_window(path: Path | None) -> int:
        found.append(("window", path))
        return 0

    def run_command(argv: Sequence[str]) -> int:
        found.append(("command", list(argv)))
        return 0

    window = ModuleType("partners_app.ui.app")
    window.main = open_window  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "partners_app.ui.app", window)
    monkeypatch.setattr(partners_app.ui, "app", window, raising=False)
    monkeypatch.setattr(cli, "main", run_command)
    return found


@pytest.mark.parametrize(
    ("arguments", "what"),
    [
        ([], ("window", None)),
        (["реестр 2020.partners"], ("window", Path("реестр 2020.partners"))),
        (["C:/Папка/REGISTER.PARTNERS"], ("window", Path("C:/Папка/REGISTER.PARTNERS"))),
        (["undo", "r.partners"], ("command", ["undo", "r.partners"])),
        (["--version"], ("command", ["--version"])),
        (["--author=x.partners"], ("command", ["--author=x.partners"])),
        (["raport"], ("command", ["raport"])),
    ],
)
def test_no_argument_or_a_register_alone_is_the_window(
    started: list[object], arguments: list[str], what: tuple[str, object]
) -> None:
    assert program.run(arguments) == 0
    assert started == [what]


def test_the_status_of_a_command_is_that_of_the_process(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(cli, "main", lambda argv: len(argv))
    monkeypatch.setattr("sys.argv", ["partners-app", "check", "r.partners"])
    assert program.main() == 2
