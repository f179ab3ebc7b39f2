"""What is seen when two people want one register; each function brings the window there."""

import json
import os
import time

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from partners_app.services import events
from partners_app.services.register import Register
from partners_app.storage.owner import QUIET_SECONDS
from partners_app.ui.main_window import MainWindow
from tests.ui.sample_registers import scope_named

_TURKU = "г. Турку"


def _held(window: MainWindow, silent_for: float = 0.0) -> None:
    opened = window.open_register
    assert opened is not None
    path = opened.register.path
    owner = path.with_name(f".~{path.name}.owner")
    content = json.loads(owner.read_text("utf-8")) | {
        "user": "sidorov",
        "full_name": "Сидоров С. С.",
        "host": "КВС-12",
        "token": "theirs",
        "opened_utc": "2026-11-23T11:05:00+00:00",
    }
    owner.write_text(json.dumps(content), encoding="utf-8")
    then = time.time() - silent_for
    os.utime(owner, (then, then))
    assert window.open_path(path)
    assert window.open_register is not None
    window.workspace.tree.select(scope_named(window.open_register, _TURKU))


def held(window: MainWindow) -> QWidget:
    """Show a register that somebody has open on another computer."""
    _held(window)
    return window


def silent(window: MainWindow) -> QWidget:
    """Show one whose holder has not been heard of for long."""
    _held(window, QUIET_SECONDS + 60)
    window.holding.wait_until_free()
    return window


def take_over(window: MainWindow) -> QWidget:
    """Ask before it is taken over."""
    silent(window)
    window.holding.ask_to_take_over()
    question = window.holding.question()
    assert question is not None
    return question


def free(window: MainWindow) -> QWidget:
    """Show that it is free again."""
    _held(window)
    opened = window.open_register
    assert opened is not None
    path = opened.register.path
    path.with_name(f".~{path.name}.owner").unlink()
    window.holding.look()
    return window


def _hers(window: MainWindow) -> tuple[Register, list[int]]:
    opened = window.open_register
    assert opened is not None
    place = scope_named(opened, _TURKU)
    window.workspace.tree.select(place)
    return Register.open(opened.register.path, author="Петрова А. И."), opened.ask(
        events.ids, place, 2020
    )


def _dialog(window: MainWindow) -> QWidget:
    QTest.qWait(50)
    dialog = window.conflicts.dialog()
    assert dialog is not None
    return dialog


def conflict(window: MainWindow) -> QWidget:
    """Show what two have written into the same fields of two events."""
    hers, ids = _hers(window)
    opened = window.open_register
    assert opened is not None
    cells = [
        (ids[0], "text", "рабочая встреча в мэрии г. Турку по вопросам сотрудничества портов."),
        (ids[0], "date", "21-22 февраля"),
        (ids[1], "text", "участие делегации г. Турку в мероприятиях Дней города."),
    ]
    events.set_fields(hers, cells)
    hers.close()
    own = [
        (ids[0], "text", "встреча представителей Санкт-Петербурга и г. Турку в формате ВКС."),
        (ids[0], "date", "20 февраля"),
        (ids[1], "text", "участие в Днях города."),
    ]
    opened.do(events.set_fields, own)
    return _dialog(window)


def conflict_chosen(window: MainWindow) -> QWidget:
    """Show the same with answers."""
    dialog = conflict(window)
    dialog.mine_button.click()  # type: ignore[attr-defined]
    return dialog


def deleting(window: MainWindow) -> QWidget:
    """Show that what is being deleted was changed by somebody else."""
    hers, ids = _hers(window)
    opened = window.open_register
    assert opened is not None
    events.set_field(hers, ids[0], "text", "рабочая встреча в мэрии г. Турку.")
    hers.close()
    opened.do(events.delete, [ids[0]])
    return _dialog(window)


def later(window: MainWindow) -> QWidget:
    """Show the window when a conflict is left for later."""
    hers, ids = _hers(window)
    opened = window.open_register
    assert opened is not None
    events.set_field(hers, ids[0], "text", "рабочая встреча в мэрии г. Турку.")
    hers.close()
    window.workspace.grid._edit(ids[0], "text", "встреча в формате ВКС.")
    dialog = _dialog(window)
    dialog.close()
    return window


def replaced(window: MainWindow) -> QWidget:
    """Show that the file is gone."""
    opened = window.open_register
    assert opened is not None
    path = opened.register.path
    window.workspace.tree.select(scope_named(opened, _TURKU))
    path.rename(path.with_suffix(".old"))
    window.look_for_others()
    path.with_suffix(".old").rename(path)
    return window
