"""A clerk narrows the tree; what is filtered is seen, and one click shows everything again."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from partners_app.domain.vocabulary import Status
from partners_app.services import catalogue
from partners_app.services.tree_filters import TreeFilter
from partners_app.ui import theme
from partners_app.ui.open_register import OpenRegister
from partners_app.ui.widgets.country_tree import CountryTree
from tests.ui.sample_registers import id_named, open_sample, scope_named


@pytest.fixture
def opened(qtbot: QtBot, tmp_path: Path) -> Iterator[OpenRegister]:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    theme.apply(app, "light", 10)
    made = open_sample(tmp_path)
    yield made
    made.close()


@pytest.fixture
def tree(qtbot: QtBot, opened: OpenRegister) -> Iterator[CountryTree]:
    opened.do(catalogue.set_partner_field, id_named(opened, "г. Котка"), "status", Status.ENDED)
    made = CountryTree()
    qtbot.addWidget(made)
    made.set_register(opened)
    made.show()
    yield made
    made.set_register(None)


def shown(tree: CountryTree, opened: OpenRegister, name: str) -> bool:
    return tree._model.row_at(scope_named(opened, name)) is not None


def test_a_filter_is_seen_and_reset_with_one_click(tree: CountryTree, opened: OpenRegister) -> None:
    turku = scope_named(opened, "г. Турку")
    tree.select(turku)
    assert tree.filters.line.isHidden()
    tree.filters.set_active(TreeFilter.ENDED, True)
    assert shown(tree, opened, "г. Котка") and not shown(tree, opened, "г. Турку")
    assert not shown(tree, opened, "Латвия")
    assert not tree.filters.line.isHidden()
    assert tree.filters.text() == "Filter: relation ended"
    assert tree.scope() == turku, "what is looked at stays"
    tree.filters.reset_button.click()
    assert shown(tree, opened, "г. Турку") and tree.filters.line.isHidden()


def test_search_and_filter_hold_together(tree: CountryTree, opened: OpenRegister) -> None:
    tree.filters.set_active(TreeFilter.NO_EVENTS, True)
    search = tree.findChild(QLineEdit)
    assert isinstance(search, QLineEdit)
    search.setText("финлянд")
    assert shown(tree, opened, "г. Котка")
    assert not shown(tree, opened, "г. Турку") and not shown(tree, opened, "Латвия")


def test_a_record_shown_from_elsewhere_takes_the_filter_away(
    tree: CountryTree, opened: OpenRegister
) -> None:
    tree.filters.set_active(TreeFilter.ENDED, True)
    riga = scope_named(opened, "Рига")
    tree.select(riga)
    assert tree.scope() == riga and tree.filters.active() == []


def test_the_filter_follows_edits_and_the_year(tree: CountryTree, opened: OpenRegister) -> None:
    tree.filters.set_active(TreeFilter.NO_EVENTS, True)
    assert not shown(tree, opened, "г. Турку")
    opened.set_year(2021)
    assert shown(tree, opened, "г. Турку")
