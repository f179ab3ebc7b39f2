"""A clerk opens a partner's data, changes them, and saves all of it as one step."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from partners_app.domain.vocabulary import Status
from partners_app.services import catalogue
from partners_app.ui import theme
from partners_app.ui.dialogs.particulars import ParticularsDialog
from partners_app.ui.open_register import OpenRegister
from tests.ui.sample_registers import open_sample, scope_named


@pytest.fixture
def opened(qtbot: QtBot, tmp_path: Path) -> Iterator[OpenRegister]:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    theme.apply(app, "light", 10)
    made = open_sample(tmp_path)
    yield made
    made.close()


def show(qtbot: QtBot, opened: OpenRegister, name: str) -> ParticularsDialog:
    dialog = ParticularsDialog(opened, scope_named(opened, name))
    qtbot.addWidget(dialog)
    dialog.open()
    return dialog


def test_a_partners_data_are_saved_as_one_step(qtbot: QtBot, opened: OpenRegister) -> None:
    dialog = show(qtbot, opened, "г. Турку")
    steps = len(opened.register.history())
    dialog.status.setCurrentIndex(dialog.status.findData(str(Status.ENDED)))
    dialog.status_date.field.setText("2022")
    dialog.latitude.setText("60,45")
    dialog.longitude.setText("22,26")
    assert dialog.names is not None
    dialog.names.add_name()
    dialog.names.lines()[0].name.setText("Або")
    dialog.names.add_name()  # left empty: no name
    dialog.act_button.click()
    assert not dialog.isVisible()
    turku = scope_named(opened, "г. Турку").id
    assert turku is not None
    partner = opened.ask(catalogue.partner, turku)
    assert partner.status is Status.ENDED and partner.status_date.edtf == "2022"
    assert (partner.latitude, partner.longitude) == (60.45, 22.26)
    assert [each.name for each in partner.other_names] == ["Або"]
    assert len(opened.register.history()) == steps + 1


def test_opening_and_saving_writes_nothing(qtbot: QtBot, opened: OpenRegister) -> None:
    steps = len(opened.register.history())
    for name in ("г. Турку", "Финляндия", "Азия"):
        dialog = show(qtbot, opened, name)
        dialog.act_button.click()
    assert len(opened.register.history()) == steps


@pytest.mark.parametrize(
    ("north", "east"), [("север", "22"), ("91", "22"), ("60", "181"), ("60", ""), ("nan", "1")]
)
def test_what_is_no_coordinate_is_not_saved(
    qtbot: QtBot, opened: OpenRegister, north: str, east: str
) -> None:
    dialog = show(qtbot, opened, "г. Турку")
    dialog.latitude.setText(north)
    dialog.longitude.setText(east)
    assert not dialog.act_button.isEnabled() and dialog.note()
    dialog.latitude.setText("-60.5")
    dialog.longitude.setText("22")
    assert dialog.act_button.isEnabled()


def test_a_country_needs_a_name(qtbot: QtBot, opened: OpenRegister) -> None:
    dialog = show(qtbot, opened, "Финляндия")
    dialog.name.setText("  ")
    assert not dialog.act_button.isEnabled()


def test_cancelling_writes_nothing(qtbot: QtBot, opened: OpenRegister) -> None:
    dialog = show(qtbot, opened, "Азия")
    dialog.heading.setText("АФРИКА")
    steps = len(opened.register.history())
    dialog.reject()
    assert len(opened.register.history()) == steps
