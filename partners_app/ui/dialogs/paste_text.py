"""A text from a letter, from Word or from a PDF becomes events: previewed, each with its tick."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPlainTextEdit, QVBoxLayout, QWidget

from partners_app.domain.errors import PartnersError
from partners_app.services import event_pasting
from partners_app.services.catalogue import Scope
from partners_app.services.drafts import Typed
from partners_app.texts.errors import error_text
from partners_app.ui import theme
from partners_app.ui.item_models.pasted_events import PastedEventsModel
from partners_app.ui.open_register import OpenRegister
from partners_app.ui.theme import Look
from partners_app.ui.widgets.dialog_frame import ActDialog, give_edges
from partners_app.ui.widgets.pasted_list import PastedList
from partners_app.ui.widgets.section_header import SectionHeader

_READ_DELAY_MS = 150
"""How long after the last key the text is read anew, in milliseconds."""
_WIDTH, _HEIGHT = 250.0, 150.0


class PasteTextDialog(ActDialog):
    """Shows a text beside the events found in it, and adds the ticked ones in one step."""

    added = Signal(object)
    """The ChangeSet of the events added."""

    def __init__(
        self,
        opened: OpenRegister,
        scope: Scope,
        place: str,
        text: str,
        *,
        after: int | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """Read a text for the cell of a partner or country, whose name is ``place``."""
        super().__init__(parent)
        self.setWindowTitle(self.tr("Paste text"))
        self._opened, self._scope, self._after = opened, scope, after
        self.editor = QPlainTextEdit(text)
        self.editor.setAccessibleName(self.tr("Text with events"))
        self.editor.setTabChangesFocus(True)
        self.editor.setPlaceholderText(
            self.tr("Paste the text here: “10 March – visit of a delegation”")
        )
        self.model = PastedEventsModel(self)
        self.list = PastedList(self.tr("Events found in the text"))
        self.list.setModel(self.model)
        self._header = SectionHeader(self.tr("Events found"))
        self._none = QLabel(
            self.tr("Nothing found yet. An event begins with its date at the start of a line.")
        )
        self._none.setWordWrap(True)
        theme.set_look(self._none, Look.QUIET)
        where = self.tr("%1 · report for %2").replace("%2", str(opened.year)).replace("%1", place)
        self._lay_out(where)
        self._read_soon = QTimer(self)
        self._read_soon.setSingleShot(True)
        self._read_soon.setInterval(_READ_DELAY_MS)
        self._read_soon.timeout.connect(self.read)
        self.editor.textChanged.connect(self._read_soon.start)
        self.model.ticked_changed.connect(self._show_ticked)
        opened.failed.connect(self._show_failure)
        self.read()
        (self.list if self.model.rowCount() else self.editor).setFocus()

    def _lay_out(self, where: str) -> None:
        caption = QLabel(where)
        theme.set_look(caption, Look.SECTION)
        hint = QLabel(self.tr("The text can be corrected here; the list beside follows."))
        hint.setWordWrap(True)
        theme.set_look(hint, Look.SMALL)
        left = QVBoxLayout()
        give_edges(left)
        left.setSpacing(theme.length(2))
        left.addWidget(caption)
        left.addWidget(self.editor, 1)
        left.addWidget(hint)
        right_side = QWidget()
        right_side.setBackgroundRole(QPalette.ColorRole.Base)
        right_side.setAutoFillBackground(True)
        right = QVBoxLayout(right_side)
        right.setContentsMargins(0, theme.length(3), 0, 0)
        right.setSpacing(0)
        self._none.setContentsMargins(*(theme.length(4) for _ in range(4)))
        right.addWidget(self._header)
        right.addWidget(self._none)
        right.addWidget(self.list, 1)
        both = QHBoxLayout()
        both.setSpacing(0)
        both.addLayout(left, 2)
        both.addWidget(right_side, 3)
        self.content.addLayout(both, 1)
        self.set_size(_WIDTH, _HEIGHT)

    def read(self) -> None:
        """Find the events of the text as it is now."""
        self._read_soon.stop()
        text = self.editor.toPlainText()
        try:
            found = self._opened.ask(
                event_pasting.read_pasted, self._scope, self._opened.year, text
            )
        except PartnersError as error:
            self._show_failure(error)
            return
        self.model.set_found(found)
        self._header.set_count(str(len(found)) if found else "")
        self._none.setHidden(bool(found))
        self.list.setHidden(not found)
        if found:
            self.list.setCurrentIndex(self.model.index(0, 0))

    def typed(self) -> list[Typed]:
        text, place = self.editor.toPlainText(), self._scope
        if not text.strip():
            return []
        return [Typed(place.kind.value, place.id or 0, "pasted", text, self._opened.year)]

    def _show_ticked(self) -> None:
        number = len(self.model.ticked())
        self.act_button.setText(
            self.tr("Add %n event(s)", "", number) if number else self.tr("Nothing to add")
        )
        self.act_button.setEnabled(number > 0)

    def _show_failure(self, error: object) -> None:
        if isinstance(error, PartnersError):
            text = error_text(error)
            self.set_note(f"{text.what} {text.todo}", warning=True)

    def accept(self) -> None:
        """Add the ticked events; the dialog stays when that could not be written."""
        if self._read_soon.isActive():
            self.read()
        ticked = self.model.ticked()
        if not ticked:
            return
        done = self._opened.do(
            event_pasting.add_pasted, self._scope, self._opened.year, ticked, after=self._after
        )
        if done is not None:
            super().accept()
            self.added.emit(done)
