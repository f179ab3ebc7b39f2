"""What can be done in the tree: add, rename, move and delete, each one step of the history."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtWidgets import QMenu

from partners_app.domain.changes import ChangeSet
from partners_app.domain.names import fold
from partners_app.services import catalogue, placing
from partners_app.services.catalogue import Scope, ScopeKind, Tree
from partners_app.services.drafts import Typed
from partners_app.ui import theme
from partners_app.ui.item_models.country_tree import UNDER, CountryTreeModel, TreeRow
from partners_app.ui.open_register import OpenRegister
from partners_app.ui.widgets.country_tree_view import CountryTreeView
from partners_app.ui.widgets.name_prompt import NamePrompt, Namesake


class CountryTreeActs(QObject):
    """Carries out what the tree's menu and keys ask for, through the services."""

    select_requested = Signal(object)
    """The Scope of a record just added, or of one that bears the name already."""
    particulars_requested = Signal(object)
    """The Scope whose own fields the user wants to see."""
    merge_requested = Signal(object)
    """The Scope that another record is to be merged into."""
    change_agreements_requested = Signal(object)
    """The Scope whose agreements are to be changed at once."""
    history_requested = Signal(object)
    """The Scope whose history is to be shown."""
    reference_requested = Signal(object)
    """The Scope of the partner that a page is wanted on."""

    def __init__(self, model: CountryTreeModel, view: CountryTreeView) -> None:
        super().__init__(view)
        self._open: OpenRegister | None = None
        self._model = model
        self._view = view
        self._prompt: NamePrompt | None = None
        self._prompted = ScopeKind.REGION
        self._menu: QMenu | None = None
        model.rename_requested.connect(self._rename)
        # Later: the view is still at the drop, and its rows would change under it.
        model.placing_requested.connect(self._put, Qt.ConnectionType.QueuedConnection)
        view.customContextMenuRequested.connect(self._show_menu)
        view.add_requested.connect(self.add)
        view.delete_requested.connect(self.delete)
        view.move_requested.connect(self.move)
        view.taken_back.connect(model.forget_unsaved)

    def set_register(self, open_register: OpenRegister | None) -> None:
        """Write to another register from now on."""
        self._open = open_register

    def can_write(self) -> bool:
        """Tell whether there is a register that may be changed."""
        return self._open is not None and not self._open.register.read_only

    def prompt(self) -> NamePrompt | None:
        """Return the dialog that asks for a name, while it is open."""
        return self._prompt

    def _row(self) -> TreeRow | None:
        """Return the current row."""
        scope = self._model.scope_at(self._view.currentIndex())
        return None if scope is None else self._model.row_at(scope)

    def _id_of(self, kind: ScopeKind) -> int | None:
        """Return the id of the current row, or of the row above it, that is of a kind."""
        row = self._row()
        while row is not None and row.scope.kind is not kind:
            row = row.parent
        return None if row is None else row.scope.id

    # Adding.

    def add(self) -> None:
        """Ask for the name of what belongs under the current row, or beside a partner."""
        row = self._row()
        kind = ScopeKind.ALL if row is None else row.scope.kind
        if kind is ScopeKind.ALL:
            self.add_region()
        elif kind is ScopeKind.REGION:
            self.add_country()
        else:
            self.add_partner()

    def add_region(self) -> None:
        """Ask for the name of a new band."""
        self._ask_name(
            ScopeKind.REGION,
            self.tr("New band"),
            self.tr("Name of the band"),
            self.tr("For example: Africa"),
            lambda register, name: register.do(catalogue.add_region, name),
        )

    def add_country(self) -> None:
        """Ask for the name of a new country of the current band."""
        region = self._id_of(ScopeKind.REGION)
        if region is not None:
            self._ask_name(
                ScopeKind.COUNTRY,
                self.tr("New country"),
                self.tr("Name of the country"),
                self.tr("For example: Norway"),
                lambda register, name: register.do(catalogue.add_country, region, name),
            )

    def add_partner(self) -> None:
        """Ask for the name of a new partner of the current country."""
        country = self._id_of(ScopeKind.COUNTRY)
        if country is not None:
            self._ask_name(
                ScopeKind.PARTNER,
                self.tr("New partner"),
                self.tr("Name of the partner as it stands in the table"),
                self.tr("For example: Oslo"),
                lambda register, name: register.do(catalogue.add_partner, country, name),
            )

    def add_whole_country(self) -> None:
        """Add the current country itself as a partner, which then has no name."""
        country = self._id_of(ScopeKind.COUNTRY)
        if country is not None and self.can_write() and self._open is not None:
            self._show_added(ScopeKind.PARTNER, self._open.do(catalogue.add_partner, country, None))

    def _ask_name(
        self,
        kind: ScopeKind,
        title: str,
        label: str,
        example: str,
        write: Callable[[OpenRegister, str], ChangeSet | None],
    ) -> None:
        register = self._open
        if register is None or not self.can_write():
            return
        namesakes = self._namesakes(kind, register.ask(catalogue.tree, register.year))
        prompt = NamePrompt(
            title, label, example, lambda name: namesakes.get(fold(name)), self._view.window()
        )
        prompt.named.connect(lambda name: self._add_named(kind, write(register, name)))
        register.failed.connect(prompt.show_failure)
        prompt.open_existing_requested.connect(self.select_requested)
        prompt.finished.connect(self._prompt_closed)
        self._prompt, self._prompted = prompt, kind
        prompt.open()

    def _add_named(self, kind: ScopeKind, done: ChangeSet | None) -> None:
        if done is not None and self._prompt is not None:
            self._prompt.done(NamePrompt.DialogCode.Accepted)
            self._show_added(kind, done)

    def _prompt_closed(self) -> None:
        if self._prompt is not None:
            self._prompt.deleteLater()
            self._prompt = None

    def _namesakes(self, kind: ScopeKind, tree: Tree) -> dict[str, Namesake]:
        """Return the records of a kind by their folded names; of equal ones the first."""
        found: dict[str, Namesake] = {}
        for band in tree.regions:
            if kind is ScopeKind.REGION:
                scope = Scope(kind, band.region.id)
                found.setdefault(fold(band.region.name), Namesake(scope, band.region.name, ""))
            for land in band.countries:
                name = land.country.name
                if kind is ScopeKind.COUNTRY:
                    scope = Scope(kind, land.country.id)
                    found.setdefault(fold(name), Namesake(scope, name, band.region.name))
                for node in land.partners if kind is ScopeKind.PARTNER else ():
                    if node.partner.name is not None:
                        scope = Scope(kind, node.partner.id)
                        namesake = Namesake(scope, node.partner.name, name)
                        found.setdefault(fold(node.partner.name), namesake)
        return found

    def _show_added(self, kind: ScopeKind, change_set: ChangeSet | None) -> None:
        for new in change_set.ids(kind.value) if change_set else ():
            self.select_requested.emit(Scope(kind, new))

    # Changing what is there.

    def rename(self) -> None:
        """Open the editor in the current row."""
        index = self._view.currentIndex()
        if self.can_write() and index.isValid():
            self._view.edit(index)

    def _rename(self, scope: Scope, name: str) -> None:
        if self._open is not None and scope.id is not None and self.can_write():
            done = self._open.do(catalogue.rename, scope.kind.value, scope.id, name)
            if done is None:
                self._model.keep_unsaved(scope, name)

    def typed(self) -> list[Typed]:
        """Return the names that are being typed, and those that could not be written."""
        if self._open is None:
            return []
        names = self._model.unsaved_names()
        typed = self._view.typed_name()
        row = None if typed is None else self._model.row_at(typed[0])
        if typed is not None and row is not None and typed[1] not in ("", row.name):
            names[typed[0]] = typed[1]
        year = self._open.year
        found = [
            Typed(scope.kind.value, scope.id or 0, "name", name, year)
            for scope, name in names.items()
        ]
        if self._prompt is not None and (name := self._prompt.typed_name()):
            above = UNDER[self._prompted]
            owner = self._id_of(above) or 0
            found.append(Typed(above.value, owner, self._prompted.value, name, year))
        return found

    def write_again(self) -> None:
        """Try to write what could not be written; what is being typed, too."""
        self._view.commit()
        for scope, name in self._model.unsaved_names().items():
            self._model.forget_unsaved(scope)
            self._rename(scope, name)

    def forget(self, scope: Scope) -> None:
        """Drop a name that could not be written."""
        self._model.forget_unsaved(scope)

    def delete(self) -> None:
        """Delete the current row with everything under it; undo brings it all back."""
        row = self._row()
        if row is not None and row.scope.id is not None and self._open and self.can_write():
            self._open.do(catalogue.delete, row.scope.kind.value, row.scope.id)

    def move(self, step: int) -> None:
        """Move the current row one place up (-1) or down (+1) among its neighbours."""
        row = self._row()
        if row is not None and row.scope.id is not None and self._open and self.can_write():
            self._open.do(catalogue.move, row.scope.kind.value, row.scope.id, step)

    def _put(self, scope: Scope, above: int | None, before: int | None) -> None:
        """Put what was dragged under another row, or elsewhere under its own."""
        if self._open is not None and scope.id is not None and self.can_write():
            done = self._open.do(placing.move_to, scope.kind.value, scope.id, above, before)
            if done:
                self.select_requested.emit(scope)

    # The menu.

    def _show_menu(self, position: QPoint) -> None:
        index = self._view.indexAt(position)
        if index.isValid():
            self._view.setCurrentIndex(index)
            if not self._view.viewport().rect().contains(position):
                position = self._view.visualRect(index).center()
        if self._menu is not None:
            self._menu.deleteLater()
        self._menu = self.menu()
        self._menu.popup(self._view.viewport().mapToGlobal(position))

    def menu(self) -> QMenu:
        """Return the menu of the current row, each act with its key."""
        menu = QMenu(self._view)
        row = self._row()
        kind = ScopeKind.ALL if row is None else row.scope.kind
        if kind is ScopeKind.ALL:
            self._offer(menu, self.tr("Add band…"), "folder-plus", self.add_region, "Ins")
        if kind is ScopeKind.REGION:
            self._offer(menu, self.tr("Add country…"), "plus", self.add_country, "Ins")
            self._offer(menu, self.tr("Add band…"), "folder-plus", self.add_region)
        if kind in (ScopeKind.COUNTRY, ScopeKind.PARTNER):
            self._offer(menu, self.tr("Add partner…"), "map-pin-plus", self.add_partner, "Ins")
            if not self._has_whole_country():
                text = self.tr("Add “Country as a whole”")
                self._offer(menu, text, "globe", self.add_whole_country)
            self._offer(menu, self.tr("Add country…"), "plus", self.add_country)
        if row is not None:
            menu.addSeparator()
            scope = row.scope
            text = self.tr("Change all agreements…")
            self._offer(menu, text, "list-checks", lambda: self._change_agreements(scope))
        if row is not None and row.scope.id is not None:
            text = self._data_text(scope)
            self._offer(menu, text, "file-text", lambda: self._show_particulars(scope), "F8")
            if scope.kind is not ScopeKind.REGION:
                text = self.tr("Merge with a duplicate…")
                self._offer(menu, text, "blend", lambda: self.merge_requested.emit(scope))
            self._offer(menu, self.tr("Rename"), "pencil", self.rename, "F2")
            self._offer(menu, self.tr("Move up"), "arrow-up", lambda: self.move(-1), "Alt+↑")
            self._offer(menu, self.tr("Move down"), "arrow-down", lambda: self.move(1), "Alt+↓")
            menu.addSeparator()
            self._offer(menu, self._delete_text(row), "trash-2", self.delete, "Ctrl+-")
            menu.addSeparator()
            if scope.kind is ScopeKind.PARTNER:
                page = menu.addAction(self.tr("Reference on the partner…"))
                theme.give_icon(page, "file-output")
                page.triggered.connect(lambda: self.reference_requested.emit(row.scope))
            text = self.tr("History of the record…")
            past = menu.addAction(f"{text}\tCtrl+Shift+H")
            theme.give_icon(past, "history")
            past.triggered.connect(lambda: self.history_requested.emit(row.scope))
        return menu

    def _offer(
        self, menu: QMenu, text: str, icon: str, act: Callable[[], None], key: str = ""
    ) -> None:
        # The key is only named here: the tree itself hears it, and only while it has the focus.
        action = menu.addAction(f"{text}\t{key}" if key else text)
        theme.give_icon(action, icon)
        action.triggered.connect(act)
        action.setEnabled(self.can_write())

    def _has_whole_country(self) -> bool:
        row = self._row()
        land = row.parent if row is not None and row.scope.kind is ScopeKind.PARTNER else row
        return land is not None and any(each.name is None for each in land.children)

    def _change_agreements(self, scope: Scope) -> None:
        self.change_agreements_requested.emit(scope)

    def _show_particulars(self, scope: Scope) -> None:
        self.particulars_requested.emit(scope)

    def _data_text(self, scope: Scope) -> str:
        if scope.kind is ScopeKind.PARTNER:
            return self.tr("The partner's data…")
        if scope.kind is ScopeKind.COUNTRY:
            return self.tr("The country's data…")
        return self.tr("The band's data…")

    def _delete_text(self, row: TreeRow) -> str:
        """Say what goes with the row, since nothing asks before it is deleted."""
        if row.scope.kind is ScopeKind.PARTNER:
            return self.tr("Delete partner")
        if row.scope.kind is ScopeKind.COUNTRY:
            if not row.children:
                return self.tr("Delete country")
            return self.tr("Delete country with %n partner(s)", "", len(row.children))
        if not row.children:
            return self.tr("Delete band")
        return self.tr("Delete band with %n country(ies)", "", len(row.children))


def neighbours(row: TreeRow) -> list[Scope]:
    """Return what to select when a row is gone: the next ones, those before, those above."""
    found: list[Scope] = []
    above = row.parent
    place = row.place
    while above is not None:
        found += [each.scope for each in above.children[place + 1 :]]
        found += [each.scope for each in reversed(above.children[:place])]
        found.append(above.scope)
        place, above = above.place, above.parent
    return found
