"""All steps of the register, newest first: what, who, when; an older one can be taken back."""

from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from partners_app.domain.changes import ChangeSet
from partners_app.domain.errors import PartnersError
from partners_app.domain.vocabulary import OperationKind
from partners_app.services.register import Operation, Register, TakeBack
from partners_app.texts.operations import operation_text
from partners_app.ui import theme
from partners_app.ui.item_models.entries import Entry, EntryModel
from partners_app.ui.open_register import OpenRegister
from partners_app.ui.theme import Look, Role
from partners_app.ui.widgets.entry_list import EntryList
from partners_app.ui.widgets.section_header import SectionHeader

_PAGE = 200
_ICONS: dict[OperationKind, str] = {
    OperationKind.CREATE: "book-open",
    OperationKind.ADD: "circle-plus",
    OperationKind.EDIT: "pencil",
    OperationKind.DELETE: "trash-2",
    OperationKind.MOVE: "arrow-up",
    OperationKind.IMPORT: "file-input",
    OperationKind.SETTINGS: "settings",
    OperationKind.UNDO: "undo-2",
    OperationKind.REDO: "redo-2",
    OperationKind.TAKE_BACK: "undo-2",
}


class HistoryDialog(QDialog):
    """The steps of the register that is open."""

    def __init__(self, opened: OpenRegister, parent: QWidget | None = None) -> None:
        """Read the newest steps; older ones come with the button at the list's end."""
        super().__init__(parent)
        self.setWindowTitle(self.tr("History"))
        self._opened = opened
        self._steps: list[Operation] = []
        self._header = SectionHeader(self.tr("History of the register"))
        self._model = EntryModel(self)
        self._list = EntryList(self.tr("Steps of the history"))
        self._list.setModel(self._model)
        self._note = QLabel()
        self._note.setWordWrap(True)
        theme.set_look(self._note, Look.SMALL)
        self._older = QPushButton(self.tr("Show older"))
        self.take_back_button = QPushButton(self.tr("Take this step back"))
        close = QPushButton(self.tr("Close"))
        close.setDefault(True)
        foot = QHBoxLayout()
        foot.setSpacing(theme.length(2))
        foot.setContentsMargins(*(theme.length(4) for _ in range(4)))
        foot.addWidget(self._older)
        foot.addWidget(self._note, 1)
        foot.addWidget(self.take_back_button)
        foot.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._header)
        column.addWidget(self._list, 1)
        column.addLayout(foot)
        self._older.clicked.connect(self._read_older)
        self.take_back_button.clicked.connect(self._take_current_back)
        self._list.selectionModel().currentChanged.connect(self._show_what_can_be_done)
        close.clicked.connect(self.accept)
        opened.changed.connect(self._read_again)
        self.resize(theme.length(140), theme.length(140))
        self._read_again()

    def _read_again(self, _change_set: ChangeSet | None = None) -> None:
        self._steps = []
        self._read_older()
        self._list.setCurrentIndex(self._model.index(0, 0))

    def _read_older(self) -> None:
        before = self._steps[-1].id if self._steps else None
        try:
            found = self._opened.register.history(limit=_PAGE, before=before)
        except PartnersError as error:
            self._opened.failed.emit(error)
            return
        self._steps += found
        self._older.setVisible(len(found) == _PAGE)
        by_id = {step.id: step for step in self._steps}
        self._model.set_entries([self._entry(step, by_id) for step in self._steps])

    def _entry(self, step: Operation, by_id: dict[int, Operation]) -> Entry:
        reverted = None if step.reverts is None else by_id.get(step.reverts)
        role: Role = "text2"
        at = f"{step.at.astimezone():%d.%m.%Y %H:%M}"
        small = f"{at} · {step.author}"
        if step.undone:
            undone = self.tr("undone")
            small = f"{small} · {undone}"
        text = operation_text(step, reverted)
        title = text[:1].upper() + text[1:]
        return Entry(_ICONS[step.kind], role, title, "", small, step, faint=step.undone)

    def select_row(self, row: int) -> None:
        """Make a step the current one; 0 is the newest."""
        self._list.setCurrentIndex(self._model.index(row, 0))

    def _current(self) -> Operation | None:
        entry = self._model.entry(self._list.currentIndex())
        step = entry.subject if entry is not None else None
        return step if isinstance(step, Operation) else None

    def _show_what_can_be_done(self) -> None:
        step = self._current()
        not_steps = (OperationKind.CREATE, OperationKind.UNDO, OperationKind.REDO)
        self.take_back_button.setEnabled(
            step is not None
            and not step.undone
            and step.kind not in not_steps
            and not self._opened.register.read_only
        )

    def _take_current_back(self) -> None:
        step = self._current()
        if step is None:
            return
        taken: list[TakeBack] = []

        def act(register: Register) -> ChangeSet:
            taken.append(register.take_back(step.id))
            return taken[0].applied

        self._opened.do(act)
        if not taken:
            return
        left = len(taken[0].left)
        self._note.setText(
            self.tr("%n record(s) changed since were left as they are", "", left) if left else ""
        )
