"""The one script a developer starts with, and the lock files it installs from."""

import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

import dev

PROJECT = tomllib.loads((dev.ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
LOCKS = [dev.ROOT / "requirements.lock", dev.LOCK]
COMMANDS = [
    *("setup", "run", "test", "trials", "check", "shots", "layouts", "bench", "sweep", "translate"),
    *("build", "audit"),
]


def call(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, str(dev.ROOT / "dev.py"), *arguments],
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=60,
    )


def pins(lock: Path) -> dict[str, str]:
    """Return the packages of a lock with the rest of their entry: version, marker, hashes."""
    entries = lock.read_text(encoding="utf-8").replace("\\\n", " ").splitlines()
    return dict(entry.split("==", 1) for entry in entries if entry.strip())


def normalized(requirement: str) -> str:
    name = re.match(r"[\w.-]+", requirement)
    assert name is not None
    return re.sub(r"[-_.]+", "-", name[0]).lower()


def test_usage_lists_every_command() -> None:
    usage = call().stdout
    assert re.findall(r"^  (\w+)", usage, flags=re.MULTILINE) == COMMANDS
    assert call("--help").stdout == usage


def test_a_word_that_is_no_command_is_refused_with_the_usage() -> None:
    answer = call("tests")
    assert answer.returncode == 2
    assert answer.stderr.startswith("dev.py: no command 'tests'\n\nusage:")


@pytest.mark.parametrize("command", ["setup", "run", "check", "translate"])
def test_an_argument_that_would_be_dropped_is_refused(command: str) -> None:
    answer = call(command, "--fast")
    assert (answer.returncode, answer.stdout) == (1, "")
    assert "takes no arguments, got: --fast" in answer.stderr


@pytest.mark.parametrize("page", ["README.md", "CONTRIBUTING.md", ".ci/run"])
def test_pages_name_only_commands_that_exist(page: str) -> None:
    text = (dev.ROOT / page).read_text(encoding="utf-8")
    named = set(re.findall(r"dev\.py ([a-z]+)", text))
    assert named
    assert named <= set(COMMANDS)


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.name)
def test_lock_names_hashes_and_no_address(lock: Path) -> None:
    text = lock.read_text(encoding="utf-8")
    assert "://" not in text
    assert not re.search(r"^\s*-", text.replace("    --hash=", ""), flags=re.MULTILINE)
    assert [name for name, entry in pins(lock).items() if "--hash=sha256:" not in entry] == []


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.name)
def test_lock_pins_a_qt_that_python_3_11_survives(lock: Path) -> None:
    for package in ("pyside6-essentials", "shiboken6"):
        assert pins(lock)[package].startswith("6.11.")


def test_locks_agree_and_hold_what_the_project_asks_for() -> None:
    runtime, everything = (pins(lock) for lock in LOCKS)
    assert runtime.items() <= everything.items()
    assert {normalized(asked) for asked in PROJECT["dependencies"]} <= runtime.keys()
    assert {normalized(asked) for asked in PROJECT["optional-dependencies"]["dev"]} <= (
        everything.keys()
    )


@pytest.fixture
def venv(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A place for a .venv of the test's own."""
    folder = tmp_path / ".venv"
    python = folder / dev.VENV_PYTHON.relative_to(dev.VENV)
    monkeypatch.setattr(dev, "VENV", folder)
    monkeypatch.setattr(dev, "VENV_PYTHON", python)
    return folder


def test_a_venv_whose_python_is_gone_is_made_anew(venv: Path) -> None:
    dev.VENV_PYTHON.parent.mkdir(parents=True)
    (venv / "pyvenv.cfg").write_text("home = gone\n", encoding="utf-8")
    dev.VENV_PYTHON.write_text("no program", encoding="utf-8")
    assert not dev.venv_works()
    dev.remove_venv()
    assert not venv.exists()


@pytest.mark.skipif(dev.IS_WINDOWS, reason="a venv holds copies of Python there, not links")
def test_a_python_of_another_venv_is_not_ours(venv: Path) -> None:
    dev.VENV_PYTHON.parent.mkdir(parents=True)
    dev.VENV_PYTHON.symlink_to(sys.executable)
    assert not dev.venv_works()
    (venv / "pyvenv.cfg").write_text(f"home = {Path(sys.base_prefix) / 'bin'}\n", encoding="utf-8")
    assert dev.venv_works()


def test_a_folder_that_is_no_venv_is_left_alone(venv: Path) -> None:
    venv.mkdir()
    (venv / "letters.txt").write_text("kept", encoding="utf-8")
    with pytest.raises(dev.Stop, match="is no virtual environment"):
        dev.remove_venv()
    assert (venv / "letters.txt").read_text(encoding="utf-8") == "kept"


def test_setup_is_done_once_and_again_where_the_checkout_was_copied_or_the_lock_changed(
    venv: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    steps: list[str] = []

    def make() -> None:
        steps.append("make")
        dev.VENV_PYTHON.parent.mkdir(parents=True)
        (venv / "pyvenv.cfg").write_text("", encoding="utf-8")

    lock = tmp_path / "lock"
    lock.write_text("a==1", encoding="utf-8")
    monkeypatch.setattr(dev, "LOCK", lock)
    monkeypatch.setattr(dev, "venv_works", venv.exists)
    monkeypatch.setattr(dev, "make_venv", make)
    monkeypatch.setattr(dev, "install", lambda what: steps.append(what[0]))
    monkeypatch.setattr(dev, "make_qt_start", lambda: steps.append("Qt"))
    filled = ["--require-hashes", "--no-deps", "Qt"]

    def setup_steps() -> list[str]:
        steps.clear()
        assert dev.setup() == 0
        return steps

    assert setup_steps() == ["make", *filled]
    assert setup_steps() == []
    lock.write_text("a==2", encoding="utf-8")
    assert setup_steps() == filled
    (tmp_path / "pyproject.toml").write_bytes((dev.ROOT / "pyproject.toml").read_bytes())
    monkeypatch.setattr(dev, "ROOT", tmp_path)
    assert setup_steps() == ["make", *filled]


def test_without_the_right_to_install_the_exact_command_is_said(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("shutil.which", lambda name: name if name == "apt-get" else None)
    monkeypatch.setattr("os.geteuid", lambda: 1000, raising=False)
    with pytest.raises(dev.Stop) as stop:
        dev.apt_install(("libegl1", "libgl1"), "Qt does not start")
    assert str(stop.value).split("\n\n")[1].strip() == (
        "sudo apt-get update && sudo apt-get install -y --no-install-recommends libegl1 libgl1"
    )


@pytest.mark.parametrize(
    ("arguments", "processors", "is_parallel"),
    [
        ([], 2, True),
        (["-k", "undo"], 2, True),
        ([], 1, False),
        (["tests/test_dev.py"], 2, False),
        (["tests/test_dev.py::test_usage_lists_every_command"], 2, False),
        (["-n", "4"], 2, False),
        (["--pdb"], 2, False),
    ],
)
def test_only_the_whole_suite_runs_on_two_processes(
    arguments: list[str], processors: int, is_parallel: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    started: list[list[str]] = []

    def record(command: list[str], **_: object) -> int:
        started.append(command)
        return 0

    monkeypatch.setattr(dev, "setup", lambda: 0)
    monkeypatch.setattr("os.cpu_count", lambda: processors)
    monkeypatch.setattr(dev, "run", record)
    dev.run_tests(arguments)
    assert (started[0][3:6] == ["-n", "2", "--max-worker-restart=0"]) is is_parallel
    assert started[0][len(started[0]) - len(arguments) :] == arguments


def test_a_command_that_does_not_start_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(dev.Stop, match="no-such-program does not start"):
        dev.run(["no-such-program"])
    assert capsys.readouterr().out == "$ no-such-program\n"
