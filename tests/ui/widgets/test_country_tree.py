"""A clerk finds a partner, reads the counts, and keeps the tree in order by mouse and keys."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QMenu, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from partners_app.services import catalogue, events
from partners_app.services.catalogue import Scope, ScopeKind
from partners_app.services.register import Register
from partners_app.ui import theme
from partners_app.ui.item_models.country_tree import TreeRole
from partners_app.ui.open_register import OpenRegister
from partners_app.ui.widgets.country_tree import CountryTree
from partners_app.ui.widgets.country_tree_view import CountryTreeView
from partners_app.ui.widgets.name_prompt import NamePrompt
from tests.ui.clerk import press, type_text
from tests.ui.sample_registers import id_named, open_sample, scope_named

NONE = Qt.KeyboardModifier.NoModifier
CONTROL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


class Desk:
    """The tree on a clerk's desk, with what it told the window."""

    def __init__(self, opened: OpenRegister) -> None:
        self.opened = opened
        self.tree = CountryTree()
        self.told: list[Scope] = []
        self.failed: list[object] = []
        self.tree.scope_selected.connect(self.told.append)
        opened.failed.connect(self.failed.append)
        self.tree.set_register(opened)
        self.tree.resize(theme.length(75), theme.length(150))
        self.tree.show()
        assert QTest.qWaitForWindowActive(self.tree)

    @property
    def view(self) -> CountryTreeView:
        found = self.tree.findChild(CountryTreeView)
        assert isinstance(found, CountryTreeView)
        return found

    @property
    def search(self) -> QLineEdit:
        return next(
            field
            for field in self.tree.findChildren(QLineEdit)
            if field.accessibleName() == "Search"
        )

    def index(self, *names: str) -> QModelIndex:
        model = self.tree._model
        return model.index_of(scope_named(self.opened, *names))

    def select(self, *names: str) -> Scope:
        scope = scope_named(self.opened, *names)
        self.tree.select(scope)
        self.view.setFocus()
        return scope

    def shown(self) -> list[str]:
        """Return the names of the rows that can be seen, top down."""
        names = []
        index = self.view.model().index(0, 0)
        while index.isValid():
            names.append(str(index.data()))
            index = self.view.indexBelow(index)
        return names

    def prompt(self) -> NamePrompt:
        prompt = self.tree.acts.prompt()
        assert prompt is not None
        return prompt


@pytest.fixture
def desk(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    theme.apply(qapp, "light", 10)
    made = Desk(open_sample(tmp_path))
    qtbot.addWidget(made.tree)
    yield made
    made.tree.set_register(None)
    made.opened.close()


def test_the_whole_sample_is_open_at_once(desk: Desk) -> None:
    assert len(desk.shown()) == 1 + 3 + 30 + 52
    assert desk.tree.scope() == Scope()


def test_a_click_selects_and_tells_once(desk: Desk) -> None:
    index = desk.index("г. Турку")
    desk.view.scrollTo(index)
    place = desk.view.visualRect(index).center()
    QTest.mouseClick(desk.view.viewport(), Qt.MouseButton.LeftButton, NONE, place)
    QTest.mouseClick(desk.view.viewport(), Qt.MouseButton.LeftButton, NONE, place)
    assert desk.told == [scope_named(desk.opened, "г. Турку")]
    assert desk.tree.scope() == desk.told[0]


def test_arrows_go_from_row_to_row(desk: Desk) -> None:
    desk.select("г. Турку")
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Left)
    assert desk.told == [
        scope_named(desk.opened, name) for name in ("г. Турку", "г. Котка", "Финляндия")
    ]


def test_the_count_grows_with_an_event_and_shrinks_with_undo(desk: Desk) -> None:
    turku = desk.select("г. Турку")
    told = list(desk.told)
    desk.opened.do(events.add, turku, 2020, date_text="1 июня", text="визит делегации")
    assert [desk.index(name).data(TreeRole.COUNT) for name in ("г. Турку", "Европа")] == [7, 29]
    desk.opened.undo()
    assert desk.index("г. Турку").data(TreeRole.COUNT) == 6
    assert desk.told == told  # the selection stood still


def test_another_year_has_other_counts(desk: Desk) -> None:
    desk.select("г. Турку")
    desk.opened.set_year(2021)
    assert desk.index("г. Турку").data(TreeRole.COUNT) == 0
    assert desk.tree.scope() == scope_named(desk.opened, "г. Турку")


def test_a_search_shows_what_it_found_and_enter_goes_there(desk: Desk) -> None:
    desk.tree.focus_search()
    type_text("турк")
    shown = desk.shown()
    assert "г. Турку" in shown
    assert "Туркменистан" in shown
    assert "г. Осака" not in shown
    press(Qt.Key.Key_Return)
    assert desk.tree.scope() == scope_named(desk.opened, "г. Турку")
    assert QApplication.focusWidget() is desk.view
    desk.search.clear()
    assert len(desk.shown()) == 86
    assert desk.tree.scope() == scope_named(desk.opened, "г. Турку")


def test_letters_typed_in_the_tree_are_a_search(desk: Desk) -> None:
    desk.select("г. Турку")
    type_text("осак")
    assert desk.search.text() == "осак"
    assert "г. Осака" in desk.shown()
    press(Qt.Key.Key_Escape)
    assert desk.search.text() == ""


def test_a_search_without_result_says_so_with_the_year(desk: Desk) -> None:
    desk.search.setText("крокодил")
    told = [label.text() for label in desk.tree.findChildren(QLabel) if label.isVisible()]
    assert desk.shown() == []
    assert any("крокодил" in text and "2020" in text for text in told)
    desk.search.clear()
    assert not any(label.isVisible() for label in desk.tree.findChildren(QLabel))


def test_a_search_is_cleared_by_its_button_which_is_there_only_then(desk: Desk) -> None:
    def buttons() -> list[QToolButton]:
        return [b for b in desk.search.findChildren(QToolButton) if b.isVisible()]

    assert len(buttons()) == 1  # the glass
    desk.search.setText("турк")
    QApplication.processEvents()
    assert len(buttons()) == 2
    clear = next(b for b in buttons() if b.defaultAction().text() == "Clear the search")
    QTest.mouseClick(clear, Qt.MouseButton.LeftButton)
    assert desk.search.text() == ""
    assert len(desk.shown()) == 86


def test_a_row_chosen_from_elsewhere_comes_into_sight(desk: Desk) -> None:
    desk.select("Узбекистан")
    row = desk.view.visualRect(desk.index("Узбекистан"))
    assert desk.view.viewport().rect().contains(row.center())
    desk.tree.resize(theme.length(50), theme.length(100))
    QApplication.processEvents()
    row = desk.view.visualRect(desk.index("Узбекистан"))
    assert desk.view.viewport().rect().contains(row.center())


def test_what_is_folded_stays_folded_over_edits_search_and_restart(desk: Desk) -> None:
    desk.view.setExpanded(desk.index("Финляндия"), False)
    folded = desk.tree.closed_scopes()
    assert len(folded) == 1
    desk.opened.do(catalogue.add_partner, id_named(desk.opened, "Япония"), "г. Киото")
    assert "г. Турку" not in desk.shown()
    desk.search.setText("турк")
    assert "г. Турку" in desk.shown()
    desk.search.clear()
    assert "г. Турку" not in desk.shown()
    desk.tree.set_register(desk.opened)  # read again, since others wrote
    assert "г. Турку" not in desk.shown()
    desk.tree.set_register(None)
    assert desk.shown() == []
    desk.tree.set_register(desk.opened)  # opened anew
    assert "г. Турку" in desk.shown()
    desk.tree.close_scopes([*folded, "country 99999", "nonsense"])
    assert "г. Турку" not in desk.shown()


def test_a_name_is_edited_in_its_row_and_undone(desk: Desk) -> None:
    turku = desk.select("г. Турку")
    press(Qt.Key.Key_F2)
    editor = QApplication.focusWidget()
    assert isinstance(editor, QLineEdit)
    assert editor.text() == "г. Турку"
    editor.setText("г. Або")
    press(Qt.Key.Key_Return)
    QApplication.processEvents()  # Qt commits a moment later
    assert desk.opened.ask(catalogue.partner, id_named(desk.opened, "г. Або")).name == "г. Або"
    assert "г. Або" in desk.shown()
    desk.opened.undo()
    assert "г. Турку" in desk.shown()
    assert desk.tree.scope() == turku


def test_escape_leaves_the_name(desk: Desk) -> None:
    desk.select("г. Турку")
    press(Qt.Key.Key_F2)
    editor = QApplication.focusWidget()
    assert isinstance(editor, QLineEdit)
    editor.setText("г. Або")
    press(Qt.Key.Key_Escape)
    QApplication.processEvents()
    assert "г. Турку" in desk.shown()


def test_keys_that_the_editor_of_a_name_does_not_take_do_nothing_in_the_tree(desk: Desk) -> None:
    before = desk.opened.register.counts()
    turku, shown = desk.select("г. Турку"), desk.shown()
    press(Qt.Key.Key_F2)
    for key, held in (
        (Qt.Key.Key_Home, CONTROL),
        (Qt.Key.Key_Minus, CONTROL),
        (Qt.Key.Key_Down, ALT),
        (Qt.Key.Key_Insert, Qt.KeyboardModifier.NoModifier),
    ):
        press(key, held)
    assert isinstance(QApplication.focusWidget(), QLineEdit)
    press(Qt.Key.Key_Escape)
    QApplication.processEvents()
    assert desk.tree.scope() == turku
    assert desk.shown() == shown
    assert desk.opened.register.counts() == before


def test_deleting_selects_the_neighbour_and_undo_brings_all_back(desk: Desk) -> None:
    before = desk.opened.register.counts()
    desk.select("Финляндия")
    press(Qt.Key.Key_Minus, CONTROL)
    assert "г. Турку" not in desk.shown()
    assert desk.tree.scope() == scope_named(desk.opened, "Хорватия")
    desk.opened.undo()
    assert desk.opened.register.counts() == before
    assert desk.shown()[-52:].count("г. Турку") <= 1
    assert "г. Турку" in desk.shown()


def test_a_row_moves_up_and_down_with_alt(desk: Desk) -> None:
    desk.select("г. Котка")
    press(Qt.Key.Key_Up, ALT)
    shown = desk.shown()
    assert shown.index("г. Котка") < shown.index("г. Турку")
    assert desk.tree.scope() == scope_named(desk.opened, "г. Котка")
    press(Qt.Key.Key_Down, ALT)
    shown = desk.shown()
    assert shown.index("г. Турку") < shown.index("г. Котка")


def test_a_new_partner_is_named_in_a_dialog_and_selected(desk: Desk) -> None:
    desk.select("Финляндия")
    press(Qt.Key.Key_Insert)
    prompt = desk.prompt()
    add = next(b for b in prompt.findChildren(QPushButton) if b.text() == "Add")
    assert not add.isEnabled()
    field = prompt.findChild(QLineEdit)
    assert isinstance(field, QLineEdit)
    field.setText(" г. Тампере ")
    add.click()
    assert desk.tree.scope() == scope_named(desk.opened, "Финляндия", "г. Тампере")
    assert desk.opened.register.undo_state().undo is not None
    assert desk.tree.acts.prompt() is None


def test_a_known_name_is_warned_of_and_can_be_opened(desk: Desk) -> None:
    desk.select("Япония")
    press(Qt.Key.Key_Insert)
    prompt = desk.prompt()
    field = prompt.findChild(QLineEdit)
    assert isinstance(field, QLineEdit)
    field.setText("турку")
    told = [label.text() for label in prompt.findChildren(QLabel) if label.isVisible()]
    assert any("г. Турку (Финляндия)" in text for text in told)
    jump = next(b for b in prompt.findChildren(QToolButton) if b.isVisible())
    jump.click()
    assert desk.tree.scope() == scope_named(desk.opened, "г. Турку")
    assert desk.opened.register.counts().partners == 52


def test_insert_adds_what_belongs_under_the_row(desk: Desk) -> None:
    for names, title in (
        ((), "New band"),
        (("Азия",), "New country"),
        (("г. Осака",), "New partner"),
    ):
        if names:
            desk.select(*names)
        else:
            desk.tree.select(Scope())
            desk.view.setFocus()
        press(Qt.Key.Key_Insert)
        assert desk.prompt().windowTitle() == title
        desk.prompt().reject()


def test_the_menu_says_what_a_deletion_takes_along(desk: Desk) -> None:
    desk.select("Финляндия")
    texts = [action.text() for action in desk.tree.acts.menu().actions()]
    assert any(text.startswith("Delete country with 3 ") for text in texts)
    assert any("F2" in text for text in texts)


def test_the_whole_country_is_offered_once(desk: Desk) -> None:
    def offered() -> bool:
        actions = desk.tree.acts.menu().actions()
        return any("Country as a whole" in action.text() for action in actions)

    desk.select("Финляндия")
    assert offered()
    desk.tree.acts.add_whole_country()
    assert desk.tree.scope() == scope_named(desk.opened, "Финляндия", None)
    desk.select("Финляндия")
    assert not offered()


def test_the_menu_key_opens_the_menu_of_the_row(desk: Desk) -> None:
    desk.select("г. Турку")
    index = desk.index("г. Турку")
    place = desk.view.visualRect(index).center()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, place, QPoint(10, 10))
    QApplication.sendEvent(desk.view.viewport(), event)
    menus = [menu for menu in desk.view.findChildren(QMenu) if menu.isVisible()]
    assert len(menus) == 1
    menus[0].close()


def test_a_register_for_reading_offers_nothing_that_writes(
    qapp: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    opened = open_sample(tmp_path)
    path = opened.register.path
    opened.close()
    reading = OpenRegister(Register(path, author="Т", read_only=True), 2020)
    desk = Desk(reading)
    qtbot.addWidget(desk.tree)
    desk.select("г. Турку")
    for key, held in (
        (Qt.Key.Key_F2, None),
        (Qt.Key.Key_Minus, CONTROL),
        (Qt.Key.Key_Insert, None),
    ):
        press(key, held or Qt.KeyboardModifier.NoModifier)
    assert QApplication.focusWidget() is desk.view
    assert desk.tree.acts.prompt() is None
    assert not desk.failed
    acts = [each for each in desk.tree.acts.menu().actions() if each.text()]
    writing = [each for each in acts if not each.text().startswith(("History", "Reference"))]
    assert not any(a.isEnabled() for a in writing)
    desk.tree.set_register(None)
    reading.close()


def test_an_act_that_fails_tells_the_window_and_shows_what_is_true(desk: Desk) -> None:
    desk.select("г. Турку")
    turku = id_named(desk.opened, "г. Турку")
    other = Register.open(desk.opened.register.path, author="Другой")
    catalogue.delete(other, "partner", turku)
    other.close()
    desk.tree.acts.delete()
    assert len(desk.failed) == 1


@pytest.mark.parametrize("size", [10, 15])
def test_no_name_is_cut_and_no_count_covers_it(desk: Desk, qapp: QApplication, size: float) -> None:
    theme.apply(qapp, "light", size)
    desk.tree.resize(theme.length(50), theme.length(150))
    qapp.processEvents()
    delegate = desk.view._delegate
    for scope in desk.tree._model.scopes():
        index = desk.tree._model.index_of(scope)
        row = desk.view.visualRect(index)
        layout = delegate._block(index)
        assert layout.height <= row.height()
        assert row.left() + theme.length(1) + layout.width <= desk.view.viewport().width()


def test_a_mark_stands_at_the_row_that_a_check_doubts(desk: Desk, qapp: QApplication) -> None:
    turku = desk.select("г. Турку")
    plain = desk.view.viewport().grab().toImage()
    desk.tree.set_doubts({turku: "Непарная скобка"})
    qapp.processEvents()
    marked = desk.view.viewport().grab().toImage()
    assert marked != plain
    desk.tree.set_doubts({})
    qapp.processEvents()
    assert desk.view.viewport().grab().toImage() == plain


def test_the_current_row_shows_where_the_focus_is(desk: Desk, qapp: QApplication) -> None:
    desk.select("г. Турку")
    qapp.processEvents()
    row = desk.view.visualRect(desk.index("г. Турку"))
    bar, tint = QPoint(1, row.center().y()), QPoint(row.left() - 3, row.center().y())

    def colors() -> list[str]:
        image = desk.view.viewport().grab().toImage()
        return [image.pixelColor(point).name() for point in (bar, tint)]

    now = theme.current()
    assert colors() == [now.accent.name(), now.accent_tint.name()]
    desk.search.setFocus()
    qapp.processEvents()
    assert colors() == [now.border.name(), now.hover.name()]


def test_every_stop_of_the_keyboard_has_a_name(desk: Desk) -> None:
    assert desk.view.accessibleName()
    assert desk.search.accessibleName()


def test_a_new_scope_of_an_unknown_record_is_left_alone(desk: Desk) -> None:
    desk.tree.select(Scope(ScopeKind.PARTNER, 99999))
    assert desk.tree.scope() == Scope()
    assert desk.told == []
