"""The window's commands on events that need a dialog: paste as text, other places, many at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication

from partners_app.domain.changes import ChangeSet
from partners_app.domain.records import Event
from partners_app.services import catalogue
from partners_app.services.catalogue import Scope, ScopeKind
from partners_app.ui.dialogs.paste_text import PasteTextDialog
from partners_app.ui.item_models.event_cells import Role
from partners_app.ui.open_register import OpenRegister
from partners_app.ui.widgets.banner import BannerTone

if TYPE_CHECKING:
    from partners_app.ui.main_window.window import MainWindow


class EventCommands(QObject):
    """The acts behind the menu of the events."""

    def __init__(self, window: MainWindow) -> None:
        """Belong to a window; its commands are connected by ``connect_actions``."""
        super().__init__(window)
        self._window = window

    def connect_actions(self) -> None:
        """Connect the actions of the window and the buttons of the events' section."""
        self._window.command_actions.paste_text.triggered.connect(self.paste_text)
        self._window.workspace.grid.paste_text_requested.connect(self.paste_text)

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
