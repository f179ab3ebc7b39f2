"""Erasing a text for good: what is looked for, where it stands, and what that means."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from partners_app.services.erasing import SHORTEST, Place, Traces
from partners_app.texts.operations import short_label
from partners_app.texts.tables import field_name, the_record
from partners_app.ui import theme
from partners_app.ui.item_models.entries import Entry, EntryModel
from partners_app.ui.theme import Look
from partners_app.ui.widgets.dialog_frame import ActDialog, give_edges
from partners_app.ui.widgets.entry_list import EntryList

_WIDTH, _HEIGHT = 130.0, 140.0
_SHOWN = 500
_QUOTE = 160


class EraseDialog(ActDialog):
    """A line for the text, the places where it stands, and one act that nothing takes back."""

    search_requested = Signal(str)
    """The text whose places are to be told by ``show_traces``."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start without a text."""
        super().__init__(parent)
        self.setWindowTitle(self.tr("Erase from the history"))
        self._found: Traces | None = None
        self._text = ""
        self.text_field = QLineEdit()
        self.text_field.setPlaceholderText(self.tr("Name of a person, for example"))
        label = QLabel(self.tr("&Text"))
        label.setBuddy(self.text_field)
        theme.set_look(label, Look.QUIET)
        self.find_button = QPushButton(self.tr("&Find"))
        line = QHBoxLayout()
        line.setSpacing(theme.length(2))
        line.addWidget(label)
        line.addWidget(self.text_field, 1)
        line.addWidget(self.find_button)
        self._facts = QLabel(
            self.tr(
                "What is deleted stays in the history, so that it can come back. Here a text is "
                "taken out for good: from the records, from every older step and from the file."
            )
        )
        self._facts.setWordWrap(True)
        above = QVBoxLayout()
        give_edges(above)
        above.setSpacing(theme.length(3))
        above.addLayout(line)
        above.addWidget(self._facts)
        self._model = EntryModel(self)
        self.list = EntryList(self.tr("Where the text stands"))
        self.list.setModel(self._model)
        self.content.addLayout(above)
        self.content.addWidget(self.list, 1)
        self.list.hide()
        self._rest = QWidget()
        self.content.addWidget(self._rest, 1)
        self.act_button.setText(self.tr("&Erase for good"))
        # Nothing takes it back: Enter must not do it.
        self.act_button.setDefault(False)
        self.act_button.setAutoDefault(False)
        self.find_button.setDefault(True)
        self.find_button.clicked.connect(self._search)
        self.text_field.textChanged.connect(lambda _: self._show_what_can_be_done())
        self._show_what_can_be_done()
        self.set_size(_WIDTH, _HEIGHT)
        self.text_field.setFocus()

    def text(self) -> str:
        """Return the text whose places are shown."""
        return self._text

    def facts(self) -> str:
        """Return the sentences above the list."""
        return self._facts.text()

    def _search(self) -> None:
        self.search_requested.emit(self.text_field.text().strip())

    def show_traces(self, text: str, found: Traces) -> None:
        """Show where a text stands."""
        self._text, self._found = text, found
        self._model.set_entries([_entry(place) for place in found.places[:_SHOWN]])
        self.list.setHidden(not found.places)
        self._rest.setHidden(bool(found.places))
        self._facts.setText("\n".join(self._sentences(found)))
        self._show_what_can_be_done()

    def _sentences(self, found: Traces) -> Sequence[str]:
        if not found and not found.editions:
            return [self.tr("The text stands nowhere, as whole words of the register.")]
        lines = [
            self.tr("In %n field(s) of today's records.", "", len(found.places)),
            self.tr("In %n older step(s) of the history.", "", found.steps),
        ]
        if found.authors:
            lines.append(self.tr("In the name of who wrote some of the steps."))
        if found.editions:
            names = "; ".join(f"{year} – {title}" for year, title in found.editions)
            lines.append(
                self.tr("Issued reports stay as they were issued: %1").replace("%1", names)
            )
        return lines

    def _show_what_can_be_done(self) -> None:
        typed = self.text_field.text().strip()
        enough = sum(map(str.isalnum, typed)) >= SHORTEST
        self.find_button.setEnabled(enough)
        same = typed == self._text and self._found is not None
        self.act_button.setEnabled(same and bool(self._found))
        if self.act_button.isEnabled():
            self.set_note(
                self.tr("Cannot be undone, nor can anything that was done before."), warning=True
            )
        elif typed and not enough:
            self.set_note(self.tr("Type at least three letters."))
        else:
            self.set_note(self.tr("First look where the text stands."))


def _entry(place: Place) -> Entry:
    at = f"{the_record(place.table)} · {field_name(place.field)}"
    icon = "file-text" if place.table.startswith("agreement") else "pencil"
    return Entry(icon, "text2", at, short_label(place.text, _QUOTE), "", place)
