"""What the program says about itself."""

import platform
import re
import tomllib
from importlib.metadata import version
from pathlib import Path

from PySide6.QtCore import qVersion
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from partners_app import __version__
from partners_app.ui import theme
from partners_app.ui.dialogs.about import LICENCES, AboutDialog

ROOT = Path(__file__).resolve().parents[3]


def test_it_names_versions_the_open_file_and_licences(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path
) -> None:
    theme.apply(qapp, "light", 10)
    file = tmp_path / "реестр & <b>2020</b>.partners"
    dialog = AboutDialog(file)
    qtbot.addWidget(dialog)
    dialog.show()
    # Long words may be broken between their parts.
    shown = [label.text().replace("\u200b", "") for label in dialog.findChildren(QLabel)]
    for fact in (__version__, str(file), platform.python_version(), qVersion()):
        assert fact in shown
    licences = dialog.licences()
    for name in ("MIT", "LGPL", "Lucide", "Lebedev"):
        assert name in licences


def test_everything_that_the_program_stands_on_is_named(qtbot: QtBot, qapp: QApplication) -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    names = [re.split(r"[<>=~!]", each)[0] for each in project["dependencies"]]
    assert sorted(name for name, _, _ in LICENCES) == sorted(names)
    dialog = AboutDialog()
    qtbot.addWidget(dialog)
    for name in names:
        assert f" {version(name)} – " in dialog.licences()


def test_the_facts_can_be_copied_for_somebody_who_helps(qtbot: QtBot, qapp: QApplication) -> None:
    theme.apply(qapp, "dark", 12)
    dialog = AboutDialog()
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.copy_button.click()
    copied = QApplication.clipboard().text()
    assert __version__ in copied
    assert "none is open" in copied
    assert copied.count("\n") == len(dialog.facts()) - 1
