"""Who has the register open for writing: this window, or somebody else that it waits for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QMessageBox

from partners_app.domain.errors import PartnersError
from partners_app.domain.holder import Holder
from partners_app.texts.holders import held_text, holder_name
from partners_app.ui.open_register import OpenRegister
from partners_app.ui.widgets.banner import BannerTone

if TYPE_CHECKING:
    from partners_app.ui.main_window.window import MainWindow

KEEP_MS = 60_000
"""How often the owner file is touched, in milliseconds."""

LOOK_MS = 5_000
"""How often is looked whether the register is free, in milliseconds."""


class Holding(QObject):
    """Holds the open register, or tells above the header who does, until it is free."""

    def __init__(self, window: MainWindow) -> None:
        """Belong to a window; ``begin`` gives it a register."""
        super().__init__(window)
        self._window = window
        self._opened: OpenRegister | None = None
        self._holder: Holder | None = None
        self._waits = False
        self._looks = False
        self._is_away = False
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.look)
        self._question: QMessageBox | None = None

    def begin(self, opened: OpenRegister | None, holder: Holder | None = None) -> None:
        """Go on with a register that was opened just now; None: it was closed."""
        self._opened, self._holder = opened, holder
        self._waits = self._is_away = False
        self._timer.stop()
        self._window.workspace.held.hide()
        if opened is None or opened.register.salvaged is not None:
            # A copy of what is left is only read, whoever has the file: the banner says why.
            return
        if holder is not None:
            self._timer.start(LOOK_MS)
            self._say()
        elif not opened.register.read_only:
            self._timer.start(KEEP_MS)
        elif opened.register.upgraded is None:
            text = self.tr(
                "The file or its folder may not be written: the register is open for reading only."
            )
            self._window.workspace.held.say(
                BannerTone.WARN, text, [(self.tr("Save a copy…"), self._window.files.save_copy)]
            )

    def look(self) -> None:
        """Say that the register is still open here, or look who has it; off the UI thread."""
        opened = self._opened
        if opened is None or self._looks:
            return
        self._looks = True
        register = opened.register
        writes = self._holder is None and not register.read_only

        def ended(error: Exception) -> None:
            self._looks = False
            if not isinstance(error, PartnersError):
                raise error
            if self._opened is opened and not self._is_away:
                self._window.saving.not_read(error)
                self.watch()

        def kept(is_ours: object) -> None:
            self._looks = False
            if self._opened is opened and self._is_back() and not is_ours:
                self._lost()

        def looked(holder: Holder | None) -> None:
            self._looks = False
            if self._opened is opened and self._is_back():
                self._found(holder)

        if writes:
            self._window.background.run(register.keep_holding, done=kept, failed=ended)
        else:
            self._window.background.run(register.holder, done=looked, failed=ended)

    def watch(self) -> None:
        """Look often until the register is at its place again; then go on where it was left."""
        self._is_away = True
        self._timer.start(LOOK_MS)

    def _is_back(self) -> bool:
        """Read the register anew if it was away; False when it is another one or away again."""
        if not self._is_away:
            return True
        self._is_away = False
        self._timer.start(KEEP_MS if self._holder is None else LOOK_MS)
        self._window.saving.look_again()
        return not self._is_away

    def wait_until_free(self) -> None:
        """Open the register for writing as soon as nobody else has it."""
        self._waits = not self._waits
        self._say()
        self.look()

    def open_for_writing(self) -> None:
        """Open the register once more, for writing if it is free."""
        opened = self._opened
        if opened is not None:
            self._window.open_path(opened.register.path)

    def ask_to_take_over(self) -> None:
        """Ask before a register is taken from somebody who has not been heard of for long."""
        if self._holder is None:
            return
        box = QMessageBox(self._window)
        box.setIcon(QMessageBox.Icon.Warning)
        box.setWindowTitle(self.tr("Take the register over"))
        box.setText(held_text(self._holder))
        box.setInformativeText(
            self.tr(
                "Nothing has been heard of that computer for more than ten minutes: it was "
                "switched off, or has lost the network. If somebody does work there, ask them "
                "first: what they type after this is not saved. Everything saved so far stays."
            )
        )
        take = box.addButton(self.tr("Take over"), QMessageBox.ButtonRole.AcceptRole)
        cancel = box.addButton(self.tr("Cancel"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(cancel)
        box.setEscapeButton(cancel)
        take.clicked.connect(self._take_over)
        box.finished.connect(box.deleteLater)
        box.finished.connect(self._forget_question)
        self._question = box
        box.open()

    def question(self) -> QMessageBox | None:
        """Return the question, while it is open."""
        return self._question

    def _forget_question(self) -> None:
        self._question = None

    def _take_over(self) -> None:
        opened = self._opened
        if opened is not None:
            self._window.open_path(opened.register.path, take_over=True)

    def _lost(self) -> None:
        """Somebody took the register over: from now on it is read, as they write it."""
        window, opened = self._window, self._opened
        if opened is not None:
            # Their rows are checked against ours: what is typed may still be written.
            window.commit()
            window.open_path(opened.register.path)

    def _found(self, holder: Holder | None) -> None:
        if holder is None and self._waits:
            self.open_for_writing()
            if self._holder is None and self._opened is not None:
                text = self.tr("The register is free now and open for writing.")
                self._window.workspace.banner.say(BannerTone.OK, text)
            return
        if holder is None:
            self._say_free()
        elif holder != self._holder or not self._window.workspace.held.isVisible():
            self._holder = holder
            self._say()
        if self._window.isActiveWindow() and QApplication.activeModalWidget() is None:
            self._window.look_for_others()

    def _say(self) -> None:
        holder = self._holder
        if holder is None:
            return
        sentences = [held_text(holder), self.tr("Here it can only be read.")]
        if self._waits:
            sentences.append(self.tr("It will be opened for writing as soon as it is free."))
            waiting = self.tr("Do not wait")
        else:
            waiting = self.tr("Open for writing when it is free")
        acts = [(waiting, self.wait_until_free), (self.tr("Check again"), self.look)]
        if holder.may_be_replaced:
            acts.append((self.tr("Take over…"), self.ask_to_take_over))
        self._window.workspace.held.say(BannerTone.WARN, " ".join(sentences), acts)

    def _say_free(self) -> None:
        if self._holder is None:
            return
        text = self.tr("%1 has closed the register: it is free.")
        self._window.workspace.held.say(
            BannerTone.OK,
            text.replace("%1", holder_name(self._holder)),
            [(self.tr("Open for writing"), self.open_for_writing)],
        )
