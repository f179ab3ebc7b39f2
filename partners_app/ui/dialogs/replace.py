"""Replace everywhere with a preview: each place is a ticked row, all of them are one step."""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import (
    QCheckBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from partners_app.domain.errors import PartnersError
from partners_app.services import replacing
from partners_app.services.replacing import Part, Plan, Replacement, Wording
from partners_app.texts.tables import field_name, the_record
from partners_app.ui import theme
from partners_app.ui.item_models.entries import Entry, EntryMark, TickModel
from partners_app.ui.open_register import OpenRegister
from partners_app.ui.widgets.dialog_frame import ActDialog, give_edges
from partners_app.ui.widgets.entry_list import EntryList

_DELAY_MS = 250
_AROUND = 90
"""How many characters of a long text are shown before and behind what is replaced."""


class ReplaceDialog(ActDialog):
    """Asks what is replaced by what, and shows every place before anything is written."""

    def __init__(self, opened: OpenRegister, text: str = "", parent: QWidget | None = None) -> None:
        """Look for a text in a register that is open."""
        super().__init__(parent)
        self.setWindowTitle(self.tr("Replace everywhere"))
        self._opened = opened
        self._plan = Plan((), 0)
        self.old = QLineEdit(text)
        self.new = QLineEdit()
        self.match_case = QCheckBox(self.tr("Match &case"))
        self.whole_words = QCheckBox(self.tr("&Whole words only"))
        self.model = TickModel(self)
        self.list = EntryList(self.tr("Places of the text"))
        self.list.setModel(self.model)
        self._all = QToolButton()
        self._all.setText(self.tr("All"))
        self._none = QToolButton()
        self._none.setText(self.tr("None"))
        self._lay_out()
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_DELAY_MS)
        self._soon.timeout.connect(self.look)
        for line in (self.old, self.new):
            line.textChanged.connect(self._soon.start)
        for box in (self.match_case, self.whole_words):
            box.clicked.connect(self.look)
        self._all.clicked.connect(lambda: self.model.tick_all(True))
        self._none.clicked.connect(lambda: self.model.tick_all(False))
        self.model.ticks_changed.connect(self._show_act)
        opened.changed.connect(self.look)
        self.resize(theme.length(170), theme.length(140))
        self.look()

    def _lay_out(self) -> None:
        fields = QGridLayout()
        give_edges(fields)
        fields.setHorizontalSpacing(theme.length(3))
        fields.setVerticalSpacing(theme.length(2))
        labels = (self.tr("&Find:"), self.tr("&Replace with:"))
        for row, (text, line) in enumerate(zip(labels, (self.old, self.new), strict=True)):
            label = QLabel(text)
            label.setBuddy(line)
            line.setAccessibleName(text.replace("&", "").removesuffix(":"))
            fields.addWidget(label, row, 0)
            fields.addWidget(line, row, 1)
        choices = QHBoxLayout()
        choices.setSpacing(theme.length(4))
        choices.addWidget(self.match_case)
        choices.addWidget(self.whole_words)
        choices.addStretch(1)
        choices.addWidget(self._all)
        choices.addWidget(self._none)
        fields.addLayout(choices, 2, 1)
        part = QVBoxLayout()
        part.addLayout(fields)
        part.addWidget(self.list, 1)
        self.content.addLayout(part)

    def wording(self) -> Wording:
        """Return what is to be replaced."""
        return Wording(
            self.old.text(),
            self.new.text(),
            self.match_case.isChecked(),
            self.whole_words.isChecked(),
        )

    def look(self) -> None:
        """Show the places as they are in the register now, all of them ticked."""
        self._soon.stop()
        try:
            self._plan = self._opened.ask(replacing.plan, self.wording())
        except PartnersError as error:
            self._opened.failed.emit(error)
            return
        self.model.set_entries([_entry(item) for item in self._plan.replacements])
        if self._plan.replacements:
            self.list.setCurrentIndex(self.model.index(0, 0))
        self._show_note()

    def _show_note(self) -> None:
        shown, total = len(self._plan.replacements), self._plan.total
        if not self.old.text():
            self.set_note(self.tr("Names, titles, events and remarks of all years are searched."))
        elif not total:
            self.set_note(self.tr("The text is found nowhere."))
        elif shown < total:
            text = self.tr("The first %1 of %2 places are shown; replace them, then the others.")
            text = text.replace("%1", str(shown)).replace("%2", str(total))
            self.set_note(text, warning=True)
        else:
            self.set_note(self.tr("Can be undone in one step: Ctrl+Z"))

    def _show_act(self) -> None:
        count = len(self.model.ticked())
        if count:
            self.act_button.setText(self.tr("Replace in %n place(s)", "", count))
        else:
            self.act_button.setText(self.tr("Replace"))
        self.act_button.setEnabled(count > 0)
        for button in (self._all, self._none):
            button.setVisible(bool(self._plan.replacements))

    def accept(self) -> None:
        """Replace in the ticked places; stay open where that failed or the places are old."""
        if self._soon.isActive():
            self.look()
            return
        chosen = [item for item in self.model.ticked() if isinstance(item, Replacement)]
        self._opened.changed.disconnect(self.look)
        done = self._opened.do(replacing.replace, self.wording(), chosen) if chosen else None
        self._opened.changed.connect(self.look)
        if done is None or len(self._plan.replacements) < self._plan.total:
            self.look()
        else:
            super().accept()


def _entry(item: Replacement) -> Entry:
    text, marks = _shown(item)
    title = f"{the_record(item.table)}: {field_name(item.field)}"
    parts = [" › ".join(item.place)] if item.place else []
    if item.year is not None:
        parts.append(str(item.year))
    return Entry(
        "", "text2", title, text, " · ".join(parts), item, quiet=False, sentence_marks=marks
    )


def _shown(item: Replacement) -> tuple[str, tuple[EntryMark, ...]]:
    """Return old and new wording one behind the other in their text; long stretches are cut."""
    text = ""
    marks: list[EntryMark] = []
    last = len(item.parts) - 1
    for place, part in enumerate(item.parts):
        if part.new is None:
            text += _cut(part, first=place == 0, last=place == last)
            continue
        marks.append(EntryMark(len(text), len(part.text), "old"))
        text += part.text
        if part.new:
            marks.append(EntryMark(len(text), len(part.new), "new"))
            text += part.new
    return text, tuple(marks)


def _cut(part: Part, *, first: bool, last: bool) -> str:
    kept = part.text
    if len(kept) <= 2 * _AROUND:
        return kept
    head = "" if first else kept[:_AROUND]
    tail = "" if last else kept[-_AROUND:]
    return f"{head}…{tail}"
