"""What is said of a register that cannot be opened leads to what can be done about it."""

from pathlib import Path

from pytestqt.qtbot import QtBot

from partners_app.domain.errors import RegisterDamaged
from partners_app.ui.dialogs.damaged_register import DamagedRegisterDialog


def test_of_a_file_in_which_nothing_can_be_read_nobody_is_told_to_save_what_can(
    qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "Реестр.partners"
    for reason, saves in (("truncated", True), ("nothing", False)):
        dialog = DamagedRegisterDialog(RegisterDamaged(path, reason), [], may_be_others=True)
        qtbot.addWidget(dialog)
        dialog.show()
        assert dialog.salvage_button.isVisible() is saves
        assert ("can be read can be saved" in dialog.todo.text()) is saves
        assert "left as it is" in dialog.todo.text()
        assert dialog.backups_button.isEnabled(), "there may be one in the second folder"
