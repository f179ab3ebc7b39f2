"""A clerk makes one of two records that are the same, and is told before what will happen."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from partners_app.services import agreements, catalogue
from partners_app.ui import theme
from partners_app.ui.dialogs.merging import MergeDialog
from partners_app.ui.item_models.entries import Entry
from partners_app.ui.open_register import OpenRegister
from tests.ui.sample_registers import id_named, open_sample, scope_named


@pytest.fixture
def opened(qtbot: QtBot, tmp_path: Path) -> Iterator[OpenRegister]:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    theme.apply(app, "light", 10)
    made = open_sample(tmp_path)
    yield made
    made.close()


def show(qtbot: QtBot, opened: OpenRegister, name: str) -> MergeDialog:
    dialog = MergeDialog(opened, scope_named(opened, name))
    qtbot.addWidget(dialog)
    dialog.open()
    return dialog


def titles(dialog: MergeDialog) -> list[str]:
    model = dialog.list.model()
    found = [dialog._model.entry(model.index(row, 0)) for row in range(model.rowCount())]
    return [entry.title for entry in found if isinstance(entry, Entry)]


def test_ux_25_the_button_says_what_goes_over_and_it_is_one_step(
    qtbot: QtBot, opened: OpenRegister
) -> None:
    dialog = show(qtbot, opened, "г. Турку")
    assert "г. Турку" not in titles(dialog)
    assert not dialog.act_button.isEnabled()
    dialog.search.setText("КОТК")
    assert titles(dialog) == ["г. Котка"]
    kotka = scope_named(opened, "г. Котка")
    papers = len(opened.ask(agreements.of_partner, id_named(opened, "г. Котка")))
    dialog.choose(kotka)
    assert dialog.act_button.text().startswith(f"Merge: {papers} agreement")
    assert "г. Котка" in dialog.consequence() and "г. Турку" in dialog.consequence()
    steps = len(opened.register.history())
    dialog.act_button.click()
    assert not dialog.isVisible()
    assert len(opened.register.history()) == steps + 1
    turku = opened.ask(catalogue.partner, id_named(opened, "г. Турку"))
    assert [each.name for each in turku.other_names] == ["г. Котка"]
    with pytest.raises(LookupError):
        scope_named(opened, "г. Котка")


def test_a_country_is_merged_with_a_country(qtbot: QtBot, opened: OpenRegister) -> None:
    dialog = show(qtbot, opened, "Финляндия")
    dialog.search.setText("латвийск")
    assert titles(dialog) == ["Латвия"], "other names are searched too"
    dialog.choose(scope_named(opened, "Латвия"))
    assert dialog.act_button.text().startswith("Merge: 1 partner")
    dialog.act_button.click()
    riga = opened.ask(catalogue.partner, id_named(opened, "Рига"))
    assert riga.country_id == id_named(opened, "Финляндия")


def test_enter_in_the_search_merges_nothing(qtbot: QtBot, opened: OpenRegister) -> None:
    dialog = show(qtbot, opened, "г. Турку")
    assert not dialog.act_button.isDefault() and not dialog.act_button.autoDefault()
