"""What is wrong with the register's file, and what the program can put right by itself."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Signal
from PySide6.QtWidgets import (
    QDialog,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from partners_app.domain.findings import Finding, FindingCode, Severity
from partners_app.services.register_check import NEEDS_SALVAGE, REPAIRABLE, Repaired, repairable
from partners_app.texts.findings import finding_text
from partners_app.texts.register_findings import repair_text
from partners_app.texts.tables import the_record
from partners_app.ui import theme
from partners_app.ui.item_models.entries import Entry, EntryModel, heading
from partners_app.ui.widgets.banner import Banner
from partners_app.ui.widgets.dialog_frame import dialog_foot
from partners_app.ui.widgets.entry_list import EntryList
from partners_app.ui.widgets.hairline import hairline

_SIZE = (170.0, 130.0)
_EDGE = 5.0
_EXAMPLES = 3


class CheckRegisterDialog(QDialog):
    """The findings about a file, by what can be done about them, and the acts."""

    repair_requested = Signal(object)
    """The kinds of findings (FindingCode) to put right."""
    salvage_requested = Signal()
    backups_requested = Signal()
    jump_requested = Signal(object)
    """The Finding whose record is to be shown."""

    def __init__(self, name: str, parent: QWidget | None = None, *, writable: bool = True) -> None:
        """Speak of the file of a name; ``show_findings`` says what of it."""
        super().__init__(parent)
        self.setWindowTitle(self.tr("Check of the file: %1").replace("%1", name))
        self.setModal(True)
        self._writable = writable
        self._findings: list[Finding] = []
        self.banner = Banner()
        self.head = QLabel()
        self.head.setWordWrap(True)
        self._model = EntryModel(self)
        self.list = EntryList(self.tr("What was found"))
        self.list.setModel(self._model)
        self.list.activated.connect(self._request_jump)
        self.list.selectionModel().currentChanged.connect(self._show_acts)
        self.salvage_button = QPushButton(self.tr("&Save into a new file…"))
        self.backups_button = QPushButton(self.tr("Restore from a &backup…"))
        self.jump_button = QPushButton(self.tr("&Go to the record"))
        self.close_button = QPushButton(self.tr("Close"))
        self.repair_button = QPushButton()
        self.repair_button.setDefault(True)
        for button in (
            self.salvage_button,
            self.backups_button,
            self.jump_button,
            self.close_button,
        ):
            button.setAutoDefault(False)
        self.salvage_button.clicked.connect(self.salvage_requested)
        self.backups_button.clicked.connect(self.backups_requested)
        self.jump_button.clicked.connect(self._request_jump)
        self.close_button.clicked.connect(self.reject)
        self.repair_button.clicked.connect(self._request_repair)
        self._lay_out()

    def _lay_out(self) -> None:
        edge = theme.length(_EDGE)
        self.head.setContentsMargins(edge, theme.length(4), edge, theme.length(4))
        foot = dialog_foot(
            [self.salvage_button, self.backups_button, self.jump_button],
            [self.close_button, self.repair_button],
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.banner)
        column.addWidget(self.head)
        column.addWidget(self.list, 1)
        column.addStretch(0)
        column.addWidget(hairline())
        column.addLayout(foot)
        self.resize(*(theme.length(length) for length in _SIZE))

    def findings(self) -> list[Finding]:
        """Return what is shown."""
        return list(self._findings)

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Show what a check found, before anything is put right."""
        text = self.tr("File, history, records, index of words: nothing is wrong.")
        if findings:
            text = self.tr("Nothing was changed. Found: %n", "", len(findings))
        self._show(findings, text, [])

    def show_repaired(self, repaired: Repaired) -> None:
        """Show what was put right, and what is left."""
        count = sum(repaired.counts.values())
        text = self.tr("Have been put right: %n", "", count)
        kept = self.tr("The file as it was is kept among the backups: %1")
        lines = [text, kept.replace("%1", repaired.backup.name)]
        if repaired.left:
            lines.insert(1, self.tr("Left: %n", "", len(repaired.left)))
        done = [
            Entry("circle-check", "ok", _title(code), "", "", None, tag=str(number))
            for code, number in repaired.counts.items()
        ]
        self._show(repaired.left, "\n".join(lines), [heading(self.tr("Put right")), *done])

    def _show(self, findings: Sequence[Finding], text: str, done: Sequence[Entry]) -> None:
        self._findings = list(findings)
        self.head.setText(text)
        broken = [item for item in findings if item.code in NEEDS_SALVAGE]
        others = [item for item in findings if item.code not in {*REPAIRABLE, *NEEDS_SALVAGE}]
        can = repairable(findings)
        entries = list(done)
        if broken:
            entries.append(heading(self.tr("Only a new file helps")))
            entries += [_entry("circle-x", item) for item in broken]
        if can:
            entries.append(heading(self.tr("The program can put this right")))
            entries += [self._group(code, number) for code, number in can.items()]
        if others:
            entries.append(heading(self.tr("Look at it yourself")))
            entries += [_entry("info", item) for item in others]
        self._model.set_entries(entries)
        self.list.setHidden(not entries)
        self.salvage_button.setVisible(bool(broken))
        self.backups_button.setVisible(bool(broken))
        self.repair_button.setText(self.tr("Put right: %n", "", sum(can.values())))
        self.repair_button.setVisible(bool(can))
        self.repair_button.setEnabled(self._writable)
        self.close_button.setDefault(not can)
        first = next((row for row, entry in enumerate(entries) if not entry.heading), None)
        if first is not None:
            self.list.setCurrentIndex(self._model.index(first))
        self._show_acts(self.list.currentIndex())
        if not entries:
            self.resize(self.width(), self.sizeHint().height())
        # In the list Enter leads to the record; it would not reach the default button from there.
        acts = self.repair_button if can and self._writable else self.close_button
        (self.list if others and not can else acts).setFocus()

    def _group(self, code: FindingCode, number: int) -> Entry:
        """Return the row of all findings of a kind, with a few of their names."""
        found = [item for item in self._findings if item.code is code]
        named = [item.values.get("text") or finding_text(item).sentence for item in found]
        more = "\n…" if len(found) > _EXAMPLES else ""
        small = "\n".join(named[:_EXAMPLES]) + more
        return Entry(
            "triangle-alert", "warn", _title(code), repair_text(code), small, code, tag=str(number)
        )

    def _current(self) -> Finding | None:
        entry = self._model.entry(self.list.currentIndex())
        subject = entry.subject if entry is not None else None
        return subject if isinstance(subject, Finding) and subject.record else None

    def _show_acts(self, _index: QModelIndex | QPersistentModelIndex) -> None:
        self.jump_button.setVisible(self._current() is not None)

    def _request_jump(self, _index: QModelIndex | bool = False) -> None:
        finding = self._current()
        if finding is not None:
            self.jump_requested.emit(finding)

    def _request_repair(self) -> None:
        self.repair_requested.emit(list(repairable(self._findings)))


def _title(code: FindingCode) -> str:
    return finding_text(Finding(code, Severity.ERROR, "", "")).title


def _entry(icon: str, finding: Finding) -> Entry:
    title, sentence = finding_text(finding)
    small = the_record(finding.table) if finding.table else ""
    return Entry(icon, "bad" if icon == "circle-x" else "text2", title, sentence, small, finding)
