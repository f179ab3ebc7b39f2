"""Keeps what is being typed every few seconds, and offers it after the program was killed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from partners_app.services import drafts
from partners_app.services.drafts import Draft, Typed
from partners_app.texts.operations import short_label
from partners_app.ui.open_register import OpenRegister
from partners_app.ui.widgets.banner import BannerTone
from partners_app.ui.widgets.dialog_frame import ActDialog

if TYPE_CHECKING:
    from partners_app.ui.main_window.window import MainWindow

INTERVAL_MS = 4000
"""How old a draft may become, in milliseconds."""

_SHOWN_LENGTH = 90


class Drafts(QObject):
    """The drafts of the register that is open."""

    def __init__(self, window: MainWindow) -> None:
        """Belong to a window; nothing is kept until a register is given."""
        super().__init__(window)
        self._window = window
        self._opened: OpenRegister | None = None
        self._uuid = ""
        self._offered: tuple[Draft, ...] = ()
        self._last: list[Typed] = []
        self._timer = QTimer(self)
        self._timer.setInterval(INTERVAL_MS)
        self._timer.timeout.connect(self.keep)

    def set_register(self, opened: OpenRegister | None) -> None:
        """Keep the drafts of another register from now on; offer those that were left."""
        self._timer.stop()
        self._opened = opened
        self._offered = ()
        self._last = []
        if opened is None or opened.register.read_only:
            return
        self._uuid = opened.register.uuid()
        opened.changed.connect(self._saved)
        self._timer.start()
        self.offer(drafts.kept(self._uuid))

    def typed(self) -> list[Typed]:
        """Return what is being typed, and what could not be written, wherever that is."""
        if self._opened is None:
            return []
        space = self._window.workspace
        found = [*space.tree.acts.typed(), *space.agreements.typed(), *space.grid.typed()]
        for dialog in self._window.findChildren(ActDialog):
            if dialog.isVisible():
                found += dialog.typed()
        return found

    def keep(self) -> None:
        """Write what is being typed if it is other than what was written last."""
        typed = self.typed()
        if typed == self._last:
            return
        new = self._drafts(typed)
        if drafts.keep(self._uuid, [*self._offered, *new]):
            self._last = typed

    def _drafts(self, typed: Sequence[Typed]) -> list[Draft]:
        now = datetime.now().astimezone().isoformat(timespec="seconds")
        shown = None if self._opened is None else self._opened.register.shown

        def seen(item: Typed) -> int:
            return 0 if shown is None else shown.seen_of((item.table, item.row_id))

        return [Draft(**asdict(item), at=now, change_seq=seen(item)) for item in typed]

    def decided(self, table: str, row_id: int, column: str) -> None:
        """Offer no text any more for a field that was decided upon."""
        field = column.removesuffix("_text")
        left = tuple(
            draft
            for draft in self._offered
            if (draft.table, draft.row_id, draft.field) != (table, row_id, field)
        )
        if left != self._offered:
            self._offered = left
            drafts.keep(self._uuid, [*left, *self._drafts(self.typed())])

    def close(self) -> None:
        """Everything typed is written: only what was offered and not taken stays."""
        if self._opened is not None and not self._opened.register.read_only:
            self.keep()
        self.set_register(None)

    def _saved(self) -> None:
        if self._last:
            self.keep()

    # After a kill

    def offer(self, left: Sequence[Draft]) -> None:
        """Offer what was typed when the program ended; nothing to offer says nothing."""
        self._offered = tuple(left)
        if not left:
            return
        times = [draft.moment().astimezone() for draft in self._offered]
        text = self.tr("Text that was being typed at %1 was not saved:")
        text = text.replace("%1", f"{max(times):%H:%M, %d.%m.%Y}")
        shown = " · ".join(short_label(draft.text, _SHOWN_LENGTH) for draft in self._offered)
        self._window.workspace.banner.say(
            BannerTone.WARN,
            f"{text} «{shown}»",
            [(self.tr("Restore the typed text"), self.restore), (self.tr("Discard"), self.discard)],
            details="\n".join(draft.text for draft in self._offered),
        )

    def set_aside(self, typed: Sequence[Typed]) -> None:
        """Keep texts whose place is gone with those that are offered."""
        self._offered += tuple(self._drafts(typed))
        self._last = []
        drafts.keep(self._uuid, self._offered)

    def offer_again(self) -> None:
        """Offer what is kept and not taken."""
        self.offer(self._offered)

    def restore(self) -> None:
        """Write the offered texts into their fields; what has no place any more stays offered."""
        opened = self._opened
        if opened is None:
            return
        self._window.commit()
        self._window.workspace.banner.hide()
        offered, self._offered = self._offered, ()
        left = [draft for draft in offered if opened.do(drafts.restore, draft) is None]
        self._offered = tuple(left)
        drafts.keep(self._uuid, self._offered)

    def discard(self) -> None:
        """Forget the offered texts."""
        self._offered = ()
        self._window.workspace.banner.hide()
        drafts.keep(self._uuid, [])
        self._last = []
