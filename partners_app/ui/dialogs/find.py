"""Find everywhere: hits of all years in groups, beside the window; Enter leads to the record."""

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from partners_app.domain.errors import PartnersError
from partners_app.services import finding
from partners_app.services.finding import Found, Group, GroupKey, Hit, HitKind
from partners_app.texts.tables import field_name
from partners_app.ui import theme
from partners_app.ui.item_models.entries import Entry, EntryMark, EntryModel, heading
from partners_app.ui.open_register import OpenRegister
from partners_app.ui.theme import Look
from partners_app.ui.widgets.dialog_frame import dialog_foot
from partners_app.ui.widgets.entry_list import EntryList
from partners_app.ui.widgets.hairline import hairline

SEARCH_DELAY_MS = 150
"""How long after a letter the search begins, in milliseconds."""

_MORE = 200
_EDGE = 4.0
_ICONS = {
    "region": "globe",
    "country": "globe",
    "partner": "map-pin-plus",
    "agreement": "file-text",
    "event": "calendar-days",
}


class FindDialog(QDialog):
    """One line, and under it what it finds; the window behind stays usable."""

    jump_requested = Signal(object, bool)
    """The Hit to be shown, and whether the window shall take the keyboard."""
    replace_requested = Signal(str)
    """The text that is to be replaced."""

    def __init__(self, opened: OpenRegister, parent: QWidget | None = None) -> None:
        """Search in a register that is open; nothing is found yet."""
        super().__init__(parent)
        self.setWindowTitle(self.tr("Find everywhere"))
        self._opened = opened
        self._wider: dict[GroupKey, int] = {}
        self._found = Found(())
        self.line = QLineEdit()
        self.line.setClearButtonEnabled(True)
        self.line.setPlaceholderText(self.tr("Find: name, title, event, remark – in all years"))
        self.line.setAccessibleName(self.tr("Find everywhere"))
        self.line.installEventFilter(self)
        self._model = EntryModel(self)
        self.list = EntryList(self.tr("Found records"))
        self.list.setModel(self._model)
        self._count = QLabel()
        self._count.setWordWrap(True)
        theme.set_look(self._count, Look.SMALL)
        self.replace_button = QPushButton(self.tr("Replace…"))
        self.replace_button.setAutoDefault(False)
        close = QPushButton(self.tr("Close"))
        close.setAutoDefault(False)
        self.jump_button = QPushButton(self.tr("Go to the record"))
        self.jump_button.setDefault(True)
        self._lay_out(close)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(SEARCH_DELAY_MS)
        self._soon.timeout.connect(self.search)
        self.line.textChanged.connect(self._typed)
        self.list.activated.connect(self._jump)
        self.list.clicked.connect(self._show_more)
        self.jump_button.clicked.connect(self._jump)
        self.replace_button.clicked.connect(lambda: self.replace_requested.emit(self.text()))
        close.clicked.connect(self.reject)
        for keys, step in (("F3", 1), ("Shift+F3", -1)):
            QShortcut(QKeySequence(keys), self, lambda step=step: self.step(step))
        opened.changed.connect(self._soon.start)
        opened.read_anew.connect(self._soon.start)
        opened.closed.connect(self.reject)
        self.replace_button.setHidden(opened.register.read_only)
        self.resize(theme.length(150), theme.length(140))
        self._show()

    def _lay_out(self, close: QPushButton) -> None:
        edge = theme.length(_EDGE)
        top = QHBoxLayout()
        top.setContentsMargins(edge, theme.length(3), edge, theme.length(3))
        top.addWidget(self.line)
        foot = dialog_foot(
            [], [self.replace_button, close, self.jump_button], between=self._count, edge=_EDGE
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(self.list, 1)
        column.addWidget(hairline())
        column.addLayout(foot)

    def text(self) -> str:
        """Return what is searched for."""
        return self.line.text().strip()

    def look_for(self, text: str) -> None:
        """Search for a text at once."""
        self.line.setText(text)
        self.search()

    def start(self) -> None:
        """Come to the front, the line ready for another text."""
        self.show()
        self.raise_()
        self.activateWindow()
        self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.line.selectAll()

    def search(self) -> None:
        """Search now; the hit that was current stays so."""
        self._soon.stop()
        try:
            self._found = self._opened.ask(finding.find, self.text(), wider=self._wider)
        except PartnersError as error:
            self._opened.failed.emit(error)
            return
        self._show()

    def found(self) -> Found:
        """Return what is shown."""
        return self._found

    def hit(self) -> Hit | None:
        """Return the current hit."""
        entry = self._model.entry(self.list.currentIndex())
        return entry.subject if entry is not None and isinstance(entry.subject, Hit) else None

    def step(self, step: int) -> None:
        """Go to the next hit (+1) or the one before (-1) and show its record; round at the end."""
        if self._soon.isActive():
            self.search()
        count = self._model.rowCount()
        row = self.list.currentIndex().row()
        for _ in range(count):
            row = (row + step) % count
            entry = self._model.entry(self._model.index(row, 0))
            if entry is not None and isinstance(entry.subject, GroupKey) and step > 0:
                self._widen(entry.subject)
                count = self._model.rowCount()
                entry = self._model.entry(self._model.index(row, 0))
            if entry is not None and isinstance(entry.subject, Hit):
                self.list.setCurrentIndex(self._model.index(row, 0))
                self.jump_requested.emit(entry.subject, False)
                return

    def _typed(self) -> None:
        self._wider = {}
        self._soon.start()

    def _show(self) -> None:
        hit = self.hit()
        rows: list[Entry] = []
        for group in self._found.groups:
            rows.append(heading(self._title(group)))
            rows += [self._entry(item) for item in group.hits]
            left = group.total - len(group.hits)
            if left:
                more = self.tr("%n more", "", left)
                rows.append(Entry("chevron-down", "accent", more, "", "", group.key, quiet=True))
        self._model.set_entries(rows)
        kept = None
        if hit is not None:
            same = (
                row
                for row, entry in enumerate(rows)
                if isinstance(entry.subject, Hit)
                and (entry.subject.table, entry.subject.uuid) == (hit.table, hit.uuid)
            )
            kept = next(same, None)
        if rows:
            self.list.setCurrentIndex(self._model.index(1 if kept is None else kept, 0))
        total = self._found.total
        if not self.text():
            self._count.setText(self.tr("Beginnings of words are enough; endings do not matter."))
        elif total:
            self._count.setText(self.tr("Found: %n record(s)", "", total))
        else:
            self._count.setText(self.tr("Nothing is found."))
        self.jump_button.setEnabled(bool(rows))
        self.replace_button.setEnabled(bool(self.text()))

    def count_text(self) -> str:
        """Return the sentence about the number of hits."""
        return self._count.text()

    def _title(self, group: Group) -> str:
        match group.key.kind:
            case HitKind.PLACE:
                title = self.tr("Partners and countries")
            case HitKind.AGREEMENT:
                title = self.tr("Agreements")
            case _:
                title = self.tr("Events of %1").replace("%1", str(group.key.year))
        return f"{title} · {group.total}"

    def _entry(self, hit: Hit) -> Entry:
        text, shift = hit.text, 0
        if text and not (hit.table == "event" and hit.field == "text"):
            text = f"{field_name(hit.field)}: {hit.text}"
            shift = len(text) - len(hit.text)
        title = hit.title or (self.tr("no date") if hit.table == "event" else self.tr("no title"))
        parts = [" › ".join(hit.place)] if hit.place else []
        if hit.year is not None:
            parts.append(str(hit.year))
        return Entry(
            _ICONS[hit.table],
            "text2",
            title,
            text,
            " · ".join(parts),
            hit,
            title_marks=tuple(EntryMark(*mark) for mark in hit.title_marks),
            sentence_marks=tuple(EntryMark(start + shift, n) for start, n in hit.text_marks),
        )

    def _widen(self, key: GroupKey) -> None:
        shown = next(len(group.hits) for group in self._found.groups if group.key == key)
        self._wider[key] = shown + _MORE
        row = self.list.currentIndex().row()
        self.search()
        self.list.setCurrentIndex(self._model.index(row, 0))

    def _show_more(self, index: QModelIndex) -> None:
        entry = self._model.entry(index)
        if entry is not None and isinstance(entry.subject, GroupKey):
            self._widen(entry.subject)

    def _jump(self, _index: QModelIndex | bool = False) -> None:
        if self._soon.isActive():
            self.search()
        entry = self._model.entry(self.list.currentIndex())
        if entry is None:
            return
        if isinstance(entry.subject, GroupKey):
            self._widen(entry.subject)
        elif isinstance(entry.subject, Hit):
            self.jump_requested.emit(entry.subject, True)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # From the line the arrows go through the hits, as in any search.
        if (
            watched is self.line
            and event.type() == QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
            and event.key() in (Qt.Key.Key_Down, Qt.Key.Key_PageDown)
        ):
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)
            return True
        return super().eventFilter(watched, event)
