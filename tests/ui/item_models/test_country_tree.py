"""The tree's model under Qt's own tester, filled, refilled and searched."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from partners_app.services import catalogue, events
from partners_app.services.catalogue import Scope, ScopeKind
from partners_app.ui.item_models.country_tree import CountryTreeModel, TreeRole
from partners_app.ui.open_register import OpenRegister
from tests.ui.sample_registers import id_named, open_sample, scope_named


@pytest.fixture
def opened(qapp: object, tmp_path: Path) -> Iterator[OpenRegister]:
    register = open_sample(tmp_path)
    yield register
    register.close()


@pytest.fixture
def model(qapp: object) -> Iterator[CountryTreeModel]:
    shown = CountryTreeModel()
    tester = QAbstractItemModelTester(shown, QAbstractItemModelTester.FailureReportingMode.Fatal)
    yield shown
    tester.deleteLater()


def _names(model: CountryTreeModel, above: QModelIndex | None = None) -> list[str]:
    above = above or QModelIndex()
    return [str(model.index(row, 0, above).data()) for row in range(model.rowCount(above))]


def test_an_unset_tree_is_empty(model: CountryTreeModel) -> None:
    model.set_tree(None)
    assert model.rowCount() == 0
    assert not model.index(0, 0).isValid()
    assert model.scope_at(QModelIndex()) is None


def test_bands_countries_and_partners_stand_in_the_reports_order(
    model: CountryTreeModel, opened: OpenRegister
) -> None:
    model.set_tree(opened.ask(catalogue.tree, 2020))
    assert _names(model)[1:] == ["Европа", "Азия", "СНГ"]
    lands = [model.rowCount(model.index(row, 0)) for row in range(1, 4)]
    assert sum(lands) == 30
    finland = model.index_of(scope_named(opened, "Финляндия"))
    assert _names(model, finland) == ["г. Турку", "г. Котка", "Хельсинки"]
    assert finland.parent().data() == "Европа"
    assert model.index_of(Scope()).data(TreeRole.COUNT) == 130


def test_a_partner_without_a_name_is_the_country_as_a_whole(
    model: CountryTreeModel, opened: OpenRegister
) -> None:
    model.set_tree(opened.ask(catalogue.tree, 2020))
    index = model.index(0, 0, model.index_of(scope_named(opened, "Австрия")))
    assert index.data() == "Country as a whole"
    assert index.data(Qt.ItemDataRole.EditRole) == ""


def test_screen_readers_hear_the_name_and_the_number(
    model: CountryTreeModel, opened: OpenRegister
) -> None:
    model.set_tree(opened.ask(catalogue.tree, 2020))
    turku = scope_named(opened, "г. Турку")
    model.set_doubts({turku: "Непарная скобка"})
    words = str(model.index_of(turku).data(Qt.ItemDataRole.AccessibleTextRole))
    assert words.startswith("г. Турку, 6 ")
    assert words.endswith("Непарная скобка")
    assert model.index_of(turku).data(Qt.ItemDataRole.ToolTipRole) == "Непарная скобка"


def test_a_new_event_changes_numbers_and_moves_no_row(
    model: CountryTreeModel, opened: OpenRegister, qtbot: QtBot
) -> None:
    model.set_tree(opened.ask(catalogue.tree, 2020))
    turku = scope_named(opened, "г. Турку")
    kept = QPersistentModelIndex(model.index_of(turku))
    opened.do(events.add, turku, 2020, date_text="1 июня", text="визит делегации")
    touched: list[str] = []
    model.dataChanged.connect(lambda first, _last: touched.append(str(first.data())))
    with qtbot.assertNotEmitted(model.modelReset):
        model.set_tree(opened.ask(catalogue.tree, 2020))
    assert sorted(touched) == sorted(["All partners", "Европа", "Финляндия", "г. Турку"])
    assert kept.isValid()
    assert model.index_of(turku).data(TreeRole.COUNT) == 7


def test_another_shape_resets_the_rows(
    model: CountryTreeModel, opened: OpenRegister, qtbot: QtBot
) -> None:
    model.set_tree(opened.ask(catalogue.tree, 2020))
    finland = scope_named(opened, "Финляндия")
    opened.do(catalogue.delete, "country", id_named(opened, "Финляндия"))
    with qtbot.waitSignal(model.modelReset, timeout=1000):
        model.set_tree(opened.ask(catalogue.tree, 2020))
    assert not model.index_of(finland).isValid()


def test_a_search_leaves_what_was_found_with_the_rows_above(
    model: CountryTreeModel, opened: OpenRegister
) -> None:
    tree = opened.ask(catalogue.tree, 2020)
    model.set_tree(tree, opened.ask(catalogue.matching, "котк", 2020))
    finland = model.index_of(scope_named(opened, "Финляндия"))
    assert "г. Котка" in _names(model, finland)
    assert "Хельсинки" not in _names(model, finland)
    assert not model.index_of(Scope()).isValid()
    model.set_tree(tree, opened.ask(catalogue.matching, "финлянд", 2020))
    finland = model.index_of(scope_named(opened, "Финляндия"))
    assert _names(model, finland) == ["г. Турку", "г. Котка", "Хельсинки"]
    model.set_tree(tree, opened.ask(catalogue.matching, "нет такого", 2020))
    assert model.rowCount() == 0


def test_typing_a_name_asks_and_changes_nothing(
    model: CountryTreeModel, opened: OpenRegister
) -> None:
    model.set_tree(opened.ask(catalogue.tree, 2020))
    asked: list[tuple[Scope, str]] = []
    model.rename_requested.connect(lambda scope, name: asked.append((scope, name)))
    turku = scope_named(opened, "г. Турку")
    index = model.index_of(turku)
    for typed in ("", "  ", "г. Турку", " г. Або "):
        assert not model.setData(index, typed)
    assert asked == [(turku, "г. Або")]
    assert index.data() == "г. Турку"


def test_everything_cannot_be_renamed(model: CountryTreeModel, opened: OpenRegister) -> None:
    model.set_tree(opened.ask(catalogue.tree, 2020))
    editable = Qt.ItemFlag.ItemIsEditable
    assert not model.flags(model.index_of(Scope())) & editable
    assert model.flags(model.index(1, 0)) & editable
    assert model.scope_at(model.index(1, 0)) == Scope(ScopeKind.REGION, model.scopes()[1].id)
