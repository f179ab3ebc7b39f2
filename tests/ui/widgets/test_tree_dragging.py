"""A clerk drags rows of the tree with the mouse; each drop is one step, or not allowed."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from partners_app.services import catalogue
from partners_app.services.catalogue import Scope
from partners_app.ui import theme
from partners_app.ui.item_models.country_tree import CountryTreeModel
from partners_app.ui.open_register import OpenRegister
from partners_app.ui.widgets.country_tree import CountryTree
from tests.ui.mouse_drags import drop, take_hold
from tests.ui.sample_registers import open_sample, scope_named

MOVE, COPY = Qt.DropAction.MoveAction, Qt.DropAction.CopyAction


class Desk:
    """The tree of the sample, and hands that drag its rows."""

    def __init__(self, opened: OpenRegister) -> None:
        self.opened = opened
        self.tree = CountryTree()
        self.tree.set_register(opened)
        self.model: CountryTreeModel = self.tree._model

    def index(self, *names: str) -> QModelIndex:
        return self.model.index_of(scope_named(self.opened, *names))

    def may_drop(self, name: str, row: int, above: QModelIndex) -> bool:
        data = self.model.mimeData([self.index(name)])
        return self.model.canDropMimeData(data, MOVE, row, 0, above)

    def drop(self, name: str, row: int, above: QModelIndex) -> bool:
        data = self.model.mimeData([self.index(name)])
        done = self.model.dropMimeData(data, MOVE, row, 0, above)
        QApplication.processEvents()
        return done

    def under(self, name: str) -> list[str]:
        index = self.index(name)
        return [
            str(self.model.index(row, 0, index).data()) for row in range(self.model.rowCount(index))
        ]


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    theme.apply(app, "light", 10)
    opened = open_sample(tmp_path)
    made = Desk(opened)
    qtbot.addWidget(made.tree)
    yield made
    made.tree.set_register(None)
    opened.close()


def test_a_partner_is_dropped_before_another_and_into_another_country(desk: Desk) -> None:
    steps = len(desk.opened.register.history())
    assert desk.drop("Хельсинки", 0, desk.index("Финляндия"))
    assert desk.under("Финляндия") == ["Хельсинки", "г. Турку", "г. Котка"]
    assert desk.drop("г. Котка", -1, desk.index("Латвия"))
    assert desk.under("Латвия") == ["Рига", "г. Котка"]
    assert len(desk.opened.register.history()) == steps + 2
    assert desk.tree.scope() == scope_named(desk.opened, "г. Котка"), "it stays in sight"
    desk.opened.undo()
    assert desk.under("Латвия") == ["Рига"]


def test_countries_and_bands_are_dragged(desk: Desk) -> None:
    assert desk.drop("Финляндия", -1, desk.index("Азия"))
    assert desk.under("Азия")[-1] == "Финляндия"
    assert desk.drop("Азия", 1, QModelIndex())
    names = [band.region.name for band in desk.opened.ask(catalogue.tree, 2020).regions]
    assert names == ["Азия", "Европа", "СНГ"]


def test_a_row_goes_only_where_its_kind_belongs(desk: Desk) -> None:
    finland, europe = desk.index("Финляндия"), desk.index("Европа")
    assert desk.may_drop("Рига", 0, finland)
    assert not desk.may_drop("Рига", 0, europe)
    assert not desk.may_drop("Рига", 1, QModelIndex())
    assert not desk.may_drop("Латвия", 0, finland)
    assert not desk.may_drop("Европа", 0, finland)
    assert not desk.may_drop("Азия", 0, QModelIndex()), "nothing before «All partners»"
    assert not desk.may_drop("Азия", -1, desk.index("г. Турку"))
    everything = desk.model.index_of(Scope())
    assert not desk.may_drop("Азия", -1, everything)
    data = desk.model.mimeData([desk.index("Рига")])
    assert not desk.model.canDropMimeData(data, COPY, 0, 0, finland)


def test_nothing_is_dragged_in_a_register_for_reading(desk: Desk) -> None:
    able = desk.model.flags(desk.index("г. Турку"))
    assert able & Qt.ItemFlag.ItemIsDragEnabled and not able & Qt.ItemFlag.ItemIsDropEnabled
    assert desk.model.flags(desk.index("Финляндия")) & Qt.ItemFlag.ItemIsDropEnabled
    desk.model.set_editable(False)
    for name in ("г. Турку", "Финляндия", "Европа"):
        able = desk.model.flags(desk.index(name))
        assert not able & (Qt.ItemFlag.ItemIsDragEnabled | Qt.ItemFlag.ItemIsDropEnabled)


def test_the_mouse_takes_hold_of_a_row_and_drops_it_between_two(desk: Desk) -> None:
    desk.tree.resize(300, 900)
    desk.tree.show()
    QApplication.processEvents()
    view = desk.tree.acts._view

    def middle(name: str) -> QPoint:
        view.scrollTo(desk.index(name))
        return view.visualRect(desk.index(name)).center()

    assert take_hold(view, middle("г. Турку"))
    assert desk.tree.scope() == scope_named(desk.opened, "г. Турку")
    steps = len(desk.opened.register.history())
    data = desk.model.mimeData([desk.index("г. Турку")])
    below = view.visualRect(desk.index("г. Котка")).bottomLeft() + QPoint(9, -1)
    assert drop(view, data, below)
    assert desk.under("Финляндия") == ["г. Котка", "г. Турку", "Хельсинки"]
    assert drop(view, data, middle("Латвия"))
    assert desk.under("Латвия") == ["Рига", "г. Турку"]
    latvia = desk.model.mimeData([desk.index("Латвия")])
    assert not drop(view, latvia, middle("Рига")), "no country stands under another"
    assert len(desk.opened.register.history()) == steps + 2
    assert not take_hold(view, view.visualRect(desk.model.index_of(Scope())).center())
