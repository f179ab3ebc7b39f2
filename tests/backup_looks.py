"""The backups of a register as a clerk may find them: looks for the pictures."""

import shutil
from datetime import UTC, datetime, timedelta

from PySide6.QtWidgets import QWidget

from partners_app.domain.backup_reason import BackupReason
from partners_app.services import backup, backup_notes, catalogue
from partners_app.services.register import Register
from partners_app.ui.dialogs.backups import BackupsDialog
from partners_app.ui.main_window import MainWindow


def _work_and_back_up(register: Register) -> None:
    """Leave backups of some days: one that nobody has verified, one for each of three reasons."""
    first = backup.write(register).path
    for days, reason in ((9, BackupReason.MIGRATION), (1, BackupReason.IMPORT)):
        at = datetime.now(UTC) - timedelta(days=days)
        name = f"реестр-2020_s00000000_{at:%Y-%m-%dT%H-%M-%SZ}_v2_{reason}.partners"
        shutil.copyfile(first, first.with_name(name))
        if reason is BackupReason.IMPORT:
            backup_notes.remember_copy(first, first.with_name(name), register.uuid())
    catalogue.rename(register, "region", 1, "Запад")
    catalogue.delete(register, "country", 1)
    backup.write(register, BackupReason.AUTOMATIC)


def listed(window: MainWindow) -> QWidget:
    """Show the list, the newest one chosen."""
    opened = window.open_register
    assert opened is not None
    _work_and_back_up(opened.register)
    window.backups.show()
    dialog = window.backups.dialog()
    assert isinstance(dialog, BackupsDialog)
    window.background.wait()
    return dialog


def compared(window: MainWindow) -> QWidget:
    """Show what the oldest verified backup would change."""
    dialog = listed(window)
    assert isinstance(dialog, BackupsDialog)
    dialog.backups.setCurrentIndex(dialog.backups.model().index(1, 0))
    dialog.compare()
    window.background.wait()
    return dialog


def none_yet(window: MainWindow) -> QWidget:
    """Show the list while there is nothing in it."""
    opened = window.open_register
    assert opened is not None
    window.settings.backup_folder = opened.register.path.parent / "нет такой папки"
    window.backups.show()
    dialog = window.backups.dialog()
    assert isinstance(dialog, BackupsDialog)
    window.background.wait()
    return dialog
