"""The window's commands on events that need a dialog: paste as text, other places, many at once."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QMenu

from partners_app.domain.changes import ChangeSet
from partners_app.domain.errors import PartnersError
from partners_app.domain.findings import Finding, FindingCode
from partners_app.domain.records import Event
from partners_app.services import catalogue, duplicates, event_places, events
from partners_app.services.catalogue import Scope, ScopeKind
from partners_app.services.duplicates import mirrored
from partners_app.ui.dialogs.change_events import ChangeEventsDialog
from partners_app.ui.dialogs.choose_place import SharedPlacesDialog, TargetDialog
from partners_app.ui.dialogs.paste_text import PasteTextDialog
from partners_app.ui.item_models.event_cells import Role
from partners_app.ui.open_register import OpenRegister
from partners_app.ui.widgets.banner import BannerTone

if TYPE_CHECKING:
    from partners_app.ui.main_window.window import MainWindow

_DialogT = TypeVar("_DialogT", bound=QDialog)


class EventCommands(QObject):
    """The acts behind the menu of the events."""

    def __init__(self, window: MainWindow) -> None:
        """Belong to a window; its commands are connected by ``connect_actions``."""
        super().__init__(window)
        self._window = window
        self._alike: dict[str, Finding] = {}

    def connect_actions(self) -> None:
        """Connect the actions of the window and the buttons of the events' section."""
        grid = self._window.workspace.grid
        self._window.command_actions.record_menu.addMenu(grid.cells_menu)
        self._window.command_actions.view_menu.addMenu(grid.table.columns_menu)
        self._window.command_actions.paste_text.triggered.connect(self.paste_text)
        self._window.workspace.grid.paste_text_requested.connect(self.paste_text)

        actions = self._window.command_actions
        for action, act in (
            (actions.change_events, self.change),
            (actions.share_event, self.share),
            (actions.copy_event, self.copy),
            (actions.carry_event, self.carry),
            (actions.merge_events, self.merge),
            (actions.accept_events, self.accept),
        ):
            action.triggered.connect(act)
        actions.record_menu_opened.connect(self._show_what_is_alike)
        self._fill_menu(self._window.workspace.grid.cells_menu)

    def _fill_menu(self, menu: QMenu) -> None:
        """Add what can be done with whole events to the menu of the selected cells."""
        actions = self._window.command_actions
        menu.addSeparator()
        menu.addAction(actions.change_events)
        menu.addActions([actions.share_event, actions.copy_event, actions.carry_event])
        menu.addSeparator()
        menu.addActions([actions.merge_events, actions.accept_events])
        menu.addSeparator()
        menu.addActions([actions.paste_text, actions.delete_event])
        menu.aboutToShow.connect(self._show_what_is_alike)

    def _writable(self) -> OpenRegister | None:
        """Return the open register if it may be written to; what is being typed is written."""
        opened = self._window.open_register
        if opened is None or opened.register.read_only:
            return None
        self._window.commit()
        return opened

    def _current(self) -> Event | None:
        event = self._window.workspace.grid.table.currentIndex().data(Role.EVENT)
        return event if isinstance(event, Event) else None

    def _selected(self) -> list[int]:
        grid = self._window.workspace.grid
        return [grid.model.id_at(row) for row in grid.table.selected.rows()]

    # Paste as text

    def paste_text(self, _checked: bool = False) -> PasteTextDialog | None:
        """Show the events of the clipboard's text for the place of the current row."""
        opened = self._writable()
        if opened is None:
            return None
        current = self._current()
        place = self._place_of_new(current)
        if place is None:
            self._window.workspace.banner.say(
                BannerTone.WARN,
                self.tr("Choose a city or a country on the left: the text's events go there."),
            )
            return None
        dialog = PasteTextDialog(
            opened,
            place,
            self._name_of(opened, place),
            QGuiApplication.clipboard().text(),
            after=None if current is None else current.id,
            parent=self._window,
        )
        dialog.added.connect(self._show_added)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
        return dialog

    def _place_of_new(self, current: Event | None) -> Scope | None:
        """Return the partner or country that is shown, else that of the current event."""
        scope = self._window.workspace.grid.scope()
        if scope.kind in (ScopeKind.PARTNER, ScopeKind.COUNTRY) and (
            scope.kind is ScopeKind.PARTNER or current is None
        ):
            return scope
        if current is None or not current.links:
            return None
        link = current.links[0]
        if link.partner_id is not None:
            return Scope(ScopeKind.PARTNER, link.partner_id)
        return Scope(ScopeKind.COUNTRY, link.country_id)

    def _name_of(self, opened: OpenRegister, place: Scope) -> str:
        assert place.id is not None
        if place.kind is ScopeKind.COUNTRY:
            return opened.ask(catalogue.country, place.id).name
        partner = opened.ask(catalogue.partner, place.id)
        return partner.name or opened.ask(catalogue.country, partner.country_id).name

    def _show_added(self, done: ChangeSet) -> None:
        """Make the first of new events the current one."""
        if ids := done.ids("event"):
            self._window.workspace.grid.select_event(min(ids))
            self._window.workspace.grid.setFocus()

    # Places

    def share(self, _checked: bool = False) -> SharedPlacesDialog | None:
        """Ask to which partners and countries the selected events belong."""
        opened, ids = self._writable(), self._selected()
        if opened is None or not ids:
            return None
        places = list(opened.ask(event_places.places_of, ids).values())
        states = {
            scope: Qt.CheckState.Checked
            if all(scope in found for found in places)
            else Qt.CheckState.PartiallyChecked
            for scope in frozenset().union(*places)
        }
        dialog = SharedPlacesDialog(
            self.tr("Belongs to"),
            self.tr("Write down"),
            opened.ask(catalogue.tree, opened.year),
            states,
            parent=self._window,
        )
        dialog.chosen.connect(
            lambda added, removed: opened.do(
                event_places.set_places, ids, added=added, removed=removed
            )
        )
        return self._opened_dialog(dialog)

    def copy(self, _checked: bool = False) -> TargetDialog | None:
        """Ask for the partner or country that the selected events are copied to."""
        opened, ids = self._writable(), self._selected()
        if opened is None or not ids:
            return None
        dialog = TargetDialog(
            self.tr("Copy to"),
            self.tr("Copy %n event(s)", "", len(ids)),
            opened.ask(catalogue.tree, opened.year),
            parent=self._window,
        )
        done = self.tr("Copied to: %1")
        dialog.chosen.connect(
            lambda scope: self._say_where(
                opened, scope, done, opened.do(event_places.copy_to, ids, scope)
            )
        )
        return self._opened_dialog(dialog)

    def carry(self, _checked: bool = False) -> TargetDialog | None:
        """Ask for the partner or country that the selected events are moved to."""
        opened, ids = self._writable(), self._selected()
        if opened is None or not ids:
            return None
        shown = self._window.workspace.grid.scope()
        source = shown if shown.kind in (ScopeKind.PARTNER, ScopeKind.COUNTRY) else None
        dialog = TargetDialog(
            self.tr("Move to"),
            self.tr("Move %n event(s)", "", len(ids)),
            opened.ask(catalogue.tree, opened.year),
            unwanted=() if source is None or source.kind is ScopeKind.COUNTRY else (source,),
            parent=self._window,
        )
        done = self.tr("Moved to: %1")
        dialog.chosen.connect(
            lambda scope: self._say_where(
                opened, scope, done, opened.do(event_places.move_to, ids, source, scope)
            )
        )
        return self._opened_dialog(dialog)

    def _opened_dialog(self, dialog: _DialogT) -> _DialogT:
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
        return dialog

    def _say_where(
        self, opened: OpenRegister, scope: Scope, text: str, done: ChangeSet | None
    ) -> None:
        """Say where events went, since they are not seen there, and offer to go after them."""
        if done:
            self._window.workspace.banner.say(
                BannerTone.OK,
                text.replace("%1", self._name_of(opened, scope)),
                [(self.tr("Show"), lambda: self._show_place(scope))],
            )

    def _show_place(self, scope: Scope) -> None:
        self._window.workspace.banner.hide()
        self._window.workspace.tree.select(scope)

    # Many events at once

    def change(self, _checked: bool = False) -> ChangeEventsDialog | None:
        """Ask which fields of the selected events are to become which."""
        opened, ids = self._writable(), self._selected()
        if opened is None or not ids:
            return None
        found = opened.ask(events.load, ids)
        chosen = [found[number] for number in ids if number in found]
        if not chosen:
            return None
        return self._opened_dialog(ChangeEventsDialog(opened, chosen, self._window))

    # The same event entered twice

    def set_findings(self, findings: Sequence[Finding]) -> None:
        """Remember which events look like others."""
        self._alike = {}
        for finding in findings:
            if finding.code is FindingCode.ENTERED_TWICE:
                for one in (mirrored(finding), finding):
                    self._alike[one.record] = one

    def _show_what_is_alike(self) -> None:
        """Offer the acts on two events that look alike where the current one has such another."""
        current, actions = self._current(), self._window.command_actions
        found = None if current is None else self._alike.get(current.uuid)
        merge = self.tr("&Merge into one event")
        if found is not None:
            other = found.values["other"].replace("&", "&&")
            merge = self.tr("&Merge with the event: %1").replace("%1", other)
        opened = self._window.open_register
        writable = opened is not None and not opened.register.read_only
        actions.merge_events.setText(merge)
        for action in (actions.merge_events, actions.accept_events):
            action.setEnabled(found is not None and writable)
            action.setVisible(found is not None)

    def merge(self, _checked: bool = False) -> None:
        """Make one event of the current one and the one it looks like."""
        opened, pair = self._writable(), self._pair()
        if opened is not None and pair is not None:
            opened.do(duplicates.merge, *pair)
            grid = self._window.workspace.grid
            if not grid.select_event(pair[0]):
                grid.select_event(pair[1])

    def accept(self, _checked: bool = False) -> None:
        """Keep the current event and the one it looks like as two."""
        opened, pair = self._writable(), self._pair()
        if opened is not None and pair is not None:
            opened.do(duplicates.accept, *pair)

    def _pair(self) -> tuple[int, int] | None:
        """Return the current event and the one that it looks like."""
        current, opened = self._current(), self._window.open_register
        found = None if current is None else self._alike.get(current.uuid)
        if current is None or found is None or opened is None:
            return None
        try:
            _, other = opened.ask(catalogue.place_of, "event", found.values["other_record"])
        except PartnersError as error:
            opened.failed.emit(error)
            return None
        return current.id, other
