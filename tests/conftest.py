"""What every test stands on: no screen, no real folders, no waiting dialog, no task left behind."""

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import shutil
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

import pytest
import shiboken6
from hypothesis import HealthCheck, settings
from PySide6.QtCore import QCoreApplication, QEvent, QSettings, QStandardPaths, QThread, QThreadPool
from PySide6.QtWidgets import QDialog, QMenu, QMessageBox

from partners_app.services import sample
from partners_app.services.register import Register
from partners_app.texts.language import Language, load_language

# A busy machine must not fail a test, and a failing example must fail for the next person too.
settings.register_profile(
    "partners",
    deadline=None,
    derandomize=True,
    print_blob=True,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
# `pytest --hypothesis-profile explore` looks at new examples each time.
settings.register_profile("explore", settings.get_profile("partners"), derandomize=False)
settings.load_profile("partners")

StartedT = TypeVar("StartedT", QThread, QThreadPool)

_USER_FOLDERS = (
    "HOME",
    "USERPROFILE",
    "APPDATA",
    "LOCALAPPDATA",
    "WIN_PD_OVERRIDE_APPDATA",  # platformdirs asks Windows itself unless told here
    "WIN_PD_OVERRIDE_LOCAL_APPDATA",
    "WIN_PD_OVERRIDE_PERSONAL",
    "XDG_CONFIG_HOME",
    "XDG_DATA_HOME",
    "XDG_STATE_HOME",
    "XDG_CACHE_HOME",
    "XDG_RUNTIME_DIR",
    "XDG_DOCUMENTS_DIR",
)
_SECONDS_FOR_TASKS_TO_END = 5.0


@pytest.fixture(autouse=True)
def user_folders(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Path]:
    """Give each test a home of its own: settings, logs and backups never touch the user's."""
    home = tmp_path_factory.mktemp("home", numbered=True)
    for name in _USER_FOLDERS:
        folder = home if name in ("HOME", "USERPROFILE") else home / name.lower()
        folder.mkdir(mode=0o700, exist_ok=True)
        monkeypatch.setenv(name, str(folder))
    QStandardPaths.setTestModeEnabled(True)
    # QSettings reads these folders once and keeps them: the environment alone comes too late.
    before = QSettings.defaultFormat()
    QSettings.setDefaultFormat(QSettings.Format.IniFormat)
    for form in (QSettings.Format.IniFormat, QSettings.Format.NativeFormat):
        for scope in (QSettings.Scope.UserScope, QSettings.Scope.SystemScope):
            QSettings.setPath(form, scope, str(home / "settings"))
    yield home
    QSettings.setDefaultFormat(before)


@pytest.fixture(autouse=True)
def no_task_survives(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Fail a test that leaves a pool task or a thread: it would run into the next test's files."""
    threads_before = {thread.ident for thread in threading.enumerate()}
    pools = [QThreadPool.globalInstance()]
    qt_threads: list[QThread] = []
    _remember_each_started(monkeypatch, QThreadPool, pools)
    _remember_each_started(monkeypatch, QThread, qt_threads)
    yield
    deadline = time.monotonic() + _SECONDS_FOR_TASKS_TO_END
    while left := (_busy(pools, qt_threads) + _stray_threads(threads_before)):
        if time.monotonic() > deadline:
            raise AssertionError(f"the test left running: {', '.join(left)}")
        time.sleep(0.01)


def _remember_each_started(
    monkeypatch: pytest.MonkeyPatch, kind: type[StartedT], started: list[StartedT]
) -> None:
    start: Callable[..., object] = kind.start

    def remember(self: StartedT, *arguments: object, **keywords: object) -> object:
        if self not in started:
            started.append(self)
        return start(self, *arguments, **keywords)

    monkeypatch.setattr(kind, "start", remember)


def _busy(pools: list[QThreadPool], qt_threads: list[QThread]) -> list[str]:
    """Name the thread pools that still work and the Qt threads that still run."""
    return [
        f"{pool.activeThreadCount()} task(s) of a thread pool"
        for pool in pools
        if shiboken6.isValid(pool) and pool.activeThreadCount()
    ] + [
        f"Qt thread {thread.objectName()!r}"
        for thread in qt_threads
        if shiboken6.isValid(thread) and thread.isRunning()
    ]


def _stray_threads(before: set[int | None]) -> list[str]:
    """Name the live Python threads that are newer than `before`.

    A Qt worker that ran Python code stays listed as a dummy thread while its pool keeps it for the
    next task; `_busy` is what tells whether it works.
    """
    return [
        f"thread {thread.name!r}"
        for thread in threading.enumerate()
        if thread.ident not in before
        and thread.is_alive()
        and not isinstance(thread, threading._DummyThread)
    ]


@pytest.fixture(autouse=True)
def no_window_of_the_test_before() -> None:
    """Delete what the tests before left to delete: without a running loop nobody else does."""
    app = QCoreApplication.instance()
    if app is not None:
        app.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.fixture(autouse=True)
def each_test_begins_in_english() -> Iterator[None]:
    """Take away the language that a test chose: the next one reads the texts of the source."""
    yield
    if QCoreApplication.instance() is not None:
        load_language(Language.ENGLISH)


@pytest.fixture(autouse=True)
def no_dialog_waits(monkeypatch: pytest.MonkeyPatch) -> None:
    """Fail at once where a modal loop would wait for a user who is not there: use `open()`."""

    def refuse(name: str) -> object:
        def waits(*_: object, **__: object) -> None:
            raise AssertionError(f"{name} would wait for a user; use open() and its signals")

        return waits

    for dialog in (QDialog, QMessageBox, QMenu):
        monkeypatch.setattr(dialog, "exec", refuse(f"{dialog.__name__}.exec()"))
    for name in ("about", "critical", "information", "question", "warning"):
        monkeypatch.setattr(QMessageBox, name, refuse(f"QMessageBox.{name}()"))


@pytest.fixture(scope="session")
def _empty_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("registers") / "empty.partners"
    Register.create(path, author="Основа").close()
    return path


@pytest.fixture(scope="session")
def _file_of_2020(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("registers") / "2020.partners"
    sample.create(path, author="Основа").close()
    return path


@pytest.fixture
def older_file(tmp_path: Path) -> Path:
    """Return a register as the first released version of the program left it."""
    path = tmp_path / "Старый реестр.partners"
    shutil.copyfile(Path(__file__).parent / "data" / "schema_1.partners", path)
    return path


@pytest.fixture
def register(_empty_file: Path, tmp_path: Path) -> Iterator[Register]:
    """Open a new register that holds the three first bands and nothing else."""
    path = tmp_path / "Реестр.partners"
    shutil.copyfile(_empty_file, path)
    opened = Register.open(path, author="Анна")
    yield opened
    opened.close()


@pytest.fixture
def register_2020(_file_of_2020: Path, tmp_path: Path) -> Iterator[Register]:
    """Open a register of its own that holds the 2020 sample."""
    path = tmp_path / "Реестр 2020.partners"
    shutil.copyfile(_file_of_2020, path)
    opened = Register.open(path, author="Анна")
    yield opened
    opened.close()
