"""The file is locked, replaced or gone, the disk full or away: nothing typed is lost."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from partners_app.domain.errors import (
    DiskFull,
    FileDenied,
    FileFailed,
    RegisterLocked,
    RegisterReplaced,
)
from partners_app.services import drafts, events, sample
from partners_app.services.catalogue import Scope
from partners_app.services.register import Register
from partners_app.storage import engine
from partners_app.ui.crash import CrashHook
from partners_app.ui.main_window import MainWindow
from tests.journeys.ux.desk import KOTKA, TURKU, Desk
from tests.other_clerk import OtherClerk
from tests.ui.clerk import press, type_text

pytestmark = pytest.mark.trial

ROOT = Path(__file__).resolve().parents[2]
POSIX = pytest.mark.skipif(os.name == "nt", reason="moves what is open, and limits files, as POSIX")


@pytest.fixture
def desk(window: MainWindow, register_2020: Register) -> Desk:
    desk = Desk(window, register_2020)
    desk.go(TURKU)
    return desk


def _type(desk: Desk, text: str) -> int:
    desk.table.setFocus()
    desk.table.select_row(0)
    number = desk.grid.current_event()
    assert number is not None
    type_text(text)
    press(Qt.Key.Key_Return)
    QApplication.processEvents()
    QApplication.processEvents()
    return number


def _buttons(desk: Desk) -> list[str]:
    return [button.text() for button in desk.window.workspace.banner.buttons()]


def _click(desk: Desk, text: str) -> None:
    (button,) = (b for b in desk.window.workspace.banner.buttons() if b.text() == text)
    button.click()


def _drafts(desk: Desk) -> list[str]:
    return [draft.text for draft in drafts.kept(desk.opened.register.uuid())]


@pytest.mark.parametrize("problem", [DiskFull, FileDenied, FileFailed, RegisterLocked])
def test_whatever_keeps_a_text_from_being_written_it_is_kept_and_written_later(
    problem: type[DiskFull], desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(register: Register, *_: object, **__: object) -> None:
        raise problem(register.path)

    before = desk.kept(TURKU)
    with monkeypatch.context() as broken:
        broken.setattr(Register, "apply", fail)
        number = _type(desk, "не потерять")
        assert desk.kept(TURKU) == before
        assert _drafts(desk) == ["не потерять"]
        assert _buttons(desk)[:2] == ["Проверить ещё раз", "Сохранить копию…"]
        _click(desk, "Проверить ещё раз")
        assert desk.window.drafts.typed()[0].text == "не потерять"
    assert desk.window.status.text().startswith("Не сохранено")
    _click(desk, "Проверить ещё раз")
    assert events.load(desk.file, [number])[number].text == "не потерять"
    assert _drafts(desk) == []
    assert desk.window.status.text().startswith("Сохранено")


def test_a_colleague_who_writes_for_long_is_waited_for_and_then_it_is_written(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engine, "BUSY_SECONDS", 0.05)
    with OtherClerk() as other:
        other.comes(desk.file.path)
        other.does("held.execute('BEGIN IMMEDIATE') and 0")
        number = _type(desk, "не потерять")
        assert desk.said().startswith("В реестр «Реестр 2020.partners» сейчас пишет")
        assert _drafts(desk) == ["не потерять"]
        other.does("held.execute('COMMIT') and 0")
        desk.window.status.retry_button.click()
        assert events.load(desk.file, [number])[number].text == "не потерять"
        other.does("leave()")


@pytest.mark.parametrize("how", ["renamed", "overwritten", "older"])
def test_another_file_in_its_place_is_told_when_the_clerk_comes_back_and_when_she_writes(
    how: str, desk: Desk, tmp_path: Path
) -> None:
    path, other = desk.file.path, tmp_path / "other" / "r.partners"
    other.parent.mkdir()
    if how == "older":
        shutil.copyfile(path, other)
        desk.opened.do(events.set_field, desk.kept(TURKU)[0].id, "remark", "сделано после копии")
    else:
        sample.create(other, author="Чужая").close()
    if how == "overwritten":
        with path.open("r+b") as file:
            file.truncate(0)
            file.write(other.read_bytes())
    else:
        other.replace(path)
    before = path.read_bytes()
    desk.window.look_for_others()
    assert desk.said().startswith("Файл «Реестр 2020.partners» подменили")
    _type(desk, "не потерять")
    assert path.read_bytes() == before
    assert _drafts(desk) == ["не потерять"]
    uuid = desk.opened.register.uuid()
    assert _buttons(desk)[0] == "Открыть заново"
    _click(desk, "Открыть заново")
    # A draft belongs to the register it was typed for: of an older state it is offered there.
    same = desk.opened.register.uuid() == uuid
    assert same is (how == "older")
    assert ("не потерять" in desk.said()) is same
    assert [draft.text for draft in drafts.kept(uuid)] == ["не потерять"]
    assert path.read_bytes() == before


@pytest.fixture
def copy_that_went_on(desk: Desk, tmp_path: Path) -> Path:
    """A copy of the very same register, in which somebody has gone on by themselves."""
    copy = tmp_path / "fork.partners"
    shutil.copyfile(desk.file.path, copy)
    desk.opened.do(events.set_field, desk.kept(TURKU)[0].id, "remark", "здесь")
    other = Register.open(copy, author="Петрова")
    for number in range(5):
        events.set_field(other, desk.kept(TURKU)[0].id, "remark", f"там {number}")
    other.close()
    return copy


def test_a_copy_that_went_its_own_way_is_not_taken_for_the_register(
    desk: Desk, copy_that_went_on: Path
) -> None:
    copy_that_went_on.replace(desk.file.path)
    before = desk.file.path.read_bytes()
    with pytest.raises(RegisterReplaced):
        events.set_field(desk.opened.register, desk.kept(TURKU)[0].id, "text", "моё")
    assert desk.file.path.read_bytes() == before


def test_the_very_same_state_put_back_is_the_register_still(desk: Desk, tmp_path: Path) -> None:
    shutil.copyfile(desk.file.path, tmp_path / "same.partners")
    (tmp_path / "same.partners").replace(desk.file.path)
    number = _type(desk, "дальше")
    assert events.load(desk.file, [number])[number].text == "дальше"


@pytest.fixture
def hook(desk: Desk) -> Iterator[CrashHook]:
    """The hook of the program, as it is when the window runs."""
    made = CrashHook()
    made.failed.connect(desk.window.saving.not_read, Qt.ConnectionType.QueuedConnection)
    crashed: list[str] = []
    made.crashed.connect(crashed.append)
    made.install()
    yield made
    made.uninstall()
    assert crashed == [], "a disk that is away is no fault of the program"


@POSIX
def test_a_share_that_goes_away_and_comes_back(
    desk: Desk, hook: CrashHook, qtbot: QtBot, tmp_path: Path
) -> None:
    share = tmp_path / "share"
    share.mkdir()
    path = share / "Реестр.partners"
    shutil.copyfile(desk.file.path, path)
    assert desk.window.open_path(path)
    kotka, away = desk.scope(KOTKA), tmp_path / "away"
    share.rename(away)
    number = _type(desk, "не потерять")
    assert _drafts(desk) == ["не потерять"]
    assert "Проверить ещё раз" in _buttons(desk)
    # Whatever is clicked meanwhile: it is said, and nothing falls.
    desk.window.workspace.tree.select(kotka)
    desk.window.command_actions.refresh.trigger()
    desk.window.command_actions.next_year.trigger()
    desk.window.command_actions.check.trigger()
    qtbot.wait(50)
    assert desk.said().startswith("Реестра «Реестр.partners» больше нет на своём месте.")
    desk.window.holding.look()
    qtbot.waitUntil(lambda: not desk.window.background.busy)
    _click(desk, "Проверить ещё раз")
    assert _drafts(desk) == ["не потерять"]
    assert not share.exists(), "nothing is made in its place"
    away.rename(share)
    # The owner file is touched once a minute, and sooner while the disk is away.
    desk.window.holding.look()
    again = Register.open(path, author="Борис")
    qtbot.waitUntil(lambda: events.load(again, [number])[number].text == "не потерять")
    assert again.hold() is not None, "the register is still held"
    again.close()
    assert desk.window.status.text().startswith("Сохранено")
    assert _drafts(desk) == []


# --- really ---------------------------------------------------------------------------------------

_REALLY = """
import resource, subprocess, sys
from pathlib import Path
from PySide6.QtWidgets import QApplication
from partners_app.services import events
from partners_app.ui.app import prepare
from partners_app.ui.main_window import MainWindow
from partners_app.ui.settings import Settings
from tests.journeys.ux.desk import TURKU
from tests.ui.sample_registers import scope_named

path, filler = Path(sys.argv[1]), Path(sys.argv[1]).with_name("filler")
no_end = resource.RLIM_INFINITY

def fill():
    with filler.open("wb", buffering=0) as file:
        try:
            while True:
                file.write(bytes(4096))
        except OSError:
            pass

def remount(how):
    subprocess.run(["mount", "-o", f"remount,{how}", path.parent], check=True)

break_it, mend_it = {
    "limit": (
        lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (path.stat().st_size, no_end)),
        lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (no_end, no_end)),
    ),
    "full": (fill, lambda: filler.unlink()),
    "readonly": (lambda: remount("ro"), lambda: remount("rw")),
}[sys.argv[2]]

app = QApplication([])
settings = Settings()
prepare(app, settings)
window = MainWindow(settings)
window.show()
assert window.open_path(path)
window.workspace.tree.select(scope_named(window.open_register, TURKU))
number = window.open_register.ask(events.ids, window.workspace.tree.scope(), 2020)[0]
before = path.read_bytes()
long = "не потерять " * 2_000

def say():
    for _ in range(5):
        app.processEvents()
    typed = [item.text == long for item in window.drafts.typed()]
    print(path.read_bytes() == before, window.status.text().partition(":")[0], typed)

break_it()
window.workspace.grid._edit(number, "text", long)
say()
window.status.retry_button.click()
say()
mend_it()
window.status.retry_button.click()
print(window.open_register.ask(events.load, [number])[number].text == long)
print(window.status.text()[:9], window.drafts.typed())
window.close()
"""


def _is_kept_until_there_is_room(path: Path, how: str) -> None:
    done = subprocess.run(
        [sys.executable, "-c", _REALLY, path, how],
        cwd=ROOT,
        env={**os.environ, "PYTHONUTF8": "1"},
        stdout=subprocess.PIPE,
        encoding="utf-8",
        check=True,
    )
    assert done.stdout.splitlines() == [
        "True Не сохранено [True]",
        "True Не сохранено [True]",
        "True",
        "Сохранено []",
    ]


@POSIX
def test_a_file_that_really_takes_no_more(register_2020: Register) -> None:
    _is_kept_until_there_is_room(register_2020.path, "limit")


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 2 MB of its own, where this user may mount one."""
    folder = tmp_path / "disk"
    folder.mkdir()
    mount = shutil.which("mount")
    command = [mount or "", "-t", "tmpfs", "-o", "size=2m", "tmpfs", str(folder)]
    if mount is None or subprocess.run(command, capture_output=True, check=False).returncode:
        pytest.skip("no right to mount a disk")
    yield folder
    subprocess.run(["umount", folder], check=True)


@POSIX
@pytest.mark.parametrize("how", ["full", "readonly"])
def test_a_disk_that_is_really_full_or_read_only(
    how: str, register_2020: Register, small_disk: Path
) -> None:
    path = small_disk / "Реестр.partners"
    register_2020.save_copy(path)
    _is_kept_until_there_is_room(path, how)


# --- an idle window -------------------------------------------------------------------------------


def test_no_screen_and_no_dialog_keeps_a_colleague_from_saving(desk: Desk, qtbot: QtBot) -> None:
    window, actions = desk.window, desk.window.command_actions
    tried = 0
    with OtherClerk() as other:
        other.comes(desk.file.path)
        for place in ((), ("Европа",), ("Финляндия",), (KOTKA,), (TURKU,)):
            desk.go(*place) if place else window.workspace.tree.select(Scope())
            # It waits for one second at most.
            other.does("held.execute('BEGIN IMMEDIATE') and held.execute('COMMIT') and 0")
        for action in actions.all():
            desk.cell(0)
            if action is actions.quit or not action.isEnabled():
                continue
            action.trigger()
            QApplication.processEvents()
            window.background.wait()
            QApplication.processEvents()
            other.does("held.execute('BEGIN IMMEDIATE') and held.execute('COMMIT') and 0")
            tried += 1
            for dialog in window.findChildren(QDialog):
                if dialog.isVisible():
                    dialog.done(0)
            QApplication.processEvents()
        other.does("leave()")
    assert tried > 40
