"""A clerk narrows the tree; what is filtered is seen, and one click shows everything again."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QStyleOptionViewItem
from pytestqt.qtbot import QtBot

from partners_app.domain.vocabulary import Status
from partners_app.services import agreements, catalogue
from partners_app.services.catalogue import Scope, ScopeKind
from partners_app.services.tree_filters import TreeFilter
from partners_app.ui import theme
from partners_app.ui.item_models.country_tree import TreeRole
from partners_app.ui.open_register import OpenRegister
from partners_app.ui.widgets.country_tree import CountryTree
from partners_app.ui.widgets.country_tree_view import CountryTreeView
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


def test_a_filter_that_nobody_suits_says_so(tree: CountryTree, opened: OpenRegister) -> None:
    tree.filters.set_active(TreeFilter.ENDED, True)
    tree.filters.set_active(TreeFilter.NO_DOCUMENT, True)
    sentences = [label.text() for label in tree.findChildren(QLabel) if label.isVisible()]
    assert "No partner suits the filter." in sentences
    tree.filters.reset()
    assert "No partner suits the filter." not in [
        label.text() for label in tree.findChildren(QLabel) if label.isVisible()
    ]


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


def test_two_rows_without_a_name_are_told_apart(tree: CountryTree, opened: OpenRegister) -> None:
    nameless = [
        [node for node in land.partners if node.partner.name is None]
        for band in opened.ask(catalogue.tree, 2020).regions
        for land in band.countries
    ]
    several = next(nodes for nodes in nameless if len(nodes) > 1)
    alone = next(nodes for nodes in nameless if len(nodes) == 1)
    indexes = [tree._model.index_of(Scope(ScopeKind.PARTNER, node.partner.id)) for node in several]
    details = [str(index.data(TreeRole.DETAIL)) for index in indexes]
    assert all(details) and len(set(details)) == len(details)
    assert all(len(detail) <= 48 for detail in details)
    alone_index = tree._model.index_of(Scope(ScopeKind.PARTNER, alone[0].partner.id))
    assert alone_index.data(TreeRole.DETAIL) == ""
    view = tree.findChild(CountryTreeView)
    assert isinstance(view, CountryTreeView)
    delegate = view.itemDelegate()
    option = QStyleOptionViewItem()
    assert (
        delegate.sizeHint(option, indexes[0]).height()
        > delegate.sizeHint(option, alone_index).height()
    )
    (first, *_) = opened.ask(agreements.of_partner, several[0].partner.id)
    opened.do(agreements.set_field, first.id, "title", "Иной протокол")
    assert indexes[0].data(TreeRole.DETAIL) == "Иной протокол"
