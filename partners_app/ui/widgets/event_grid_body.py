"""The event table, the strip that adds events right under its last row, and what is said below."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QToolButton, QWidget

from partners_app.ui import theme
from partners_app.ui.item_models.event_cells import Column
from partners_app.ui.item_models.events import EventsModel
from partners_app.ui.widgets.add_row import AddRow
from partners_app.ui.widgets.event_delegates import CELL_INSET
from partners_app.ui.widgets.event_table import EventTable


class EventGridBody(QWidget):
    """The table as high as its rows, the strip right under it, and a sentence if there are none."""

    def __init__(self, model: EventsModel, parent: QWidget) -> None:
        super().__init__(parent)
        self.table = EventTable(model, self)
        self.add_row = AddRow(self)
        self._sentence = QLabel(self)
        self._sentence.setWordWrap(True)
        theme.set_look(self._sentence, theme.Look.QUIET)
        self._sentence.hide()
        self.paste_button = QToolButton(self)
        self.paste_button.setText(self.tr("Paste text"))
        self.paste_button.setToolTip(self.tr("Make events of a copied text"))
        self.paste_button.setAccessibleName(self.tr("Paste text"))
        self.paste_button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.paste_button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        theme.set_style_property(self.paste_button, "main", True)
        theme.give_icon(self.paste_button, "clipboard-paste", "accent", before_text=True)
        self.paste_button.hide()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        self.setTabOrder(self.table, self.add_row.line)
        self.table.content_resized.connect(self.arrange)
        header = self.table.filter_header
        header.sectionResized.connect(self.arrange)
        header.sectionMoved.connect(self.arrange)

    def say_empty(self, sentence: str, *, offer_paste: bool = False) -> None:
        """Show a sentence under the strip, and under it a button; empty: neither."""
        self._sentence.setText(sentence)
        self._sentence.setHidden(not sentence)
        self.paste_button.setHidden(not (sentence and offer_paste))
        self.arrange()

    def sentence(self) -> str:
        """Return the sentence that is shown under the strip."""
        return "" if self._sentence.isHidden() else self._sentence.text()

    def arrange(self, *_: object) -> None:
        """Give the table its height and put the strip under it."""
        strip = self.add_row.sizeHint().height()
        height = max(min(self.table.wanted_height(), self.height() - strip), 0)
        self.table.setGeometry(0, 0, self.width(), height)
        self.add_row.setGeometry(0, height, self.width(), strip)
        header = self.table.filter_header
        left = header.sectionViewportPosition(Column.TEXT) + theme.length(CELL_INSET)
        self.add_row.set_text_left(left)
        top = height + strip + theme.length(3)
        inset = theme.length(4)
        room = max(self.width() - 2 * inset, 1)
        sentence = self._sentence.heightForWidth(room)
        self._sentence.setGeometry(inset, top, room, sentence)
        # The words of the button, not its edge, stand under those of the sentence.
        left = inset - theme.length(3)
        self.paste_button.move(left, top + sentence + theme.length(1))
        self.paste_button.resize(self.paste_button.sizeHint())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.arrange()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self.arrange()
