"""What the check found: counted by severity, each with what can be done about it."""

from collections import Counter
from collections.abc import Callable, Sequence

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import QLabel, QToolButton, QVBoxLayout, QWidget

from partners_app.domain.findings import Finding, Severity
from partners_app.texts.findings import finding_place, finding_text
from partners_app.ui import theme
from partners_app.ui.item_models.entries import Entry, EntryModel
from partners_app.ui.theme import Look, Role
from partners_app.ui.widgets.counted_filters import CountedFilters, FilterKind
from partners_app.ui.widgets.finding_list import Act, FindingList
from partners_app.ui.widgets.section_header import SectionHeader

_ICONS: dict[Severity, tuple[str, Role]] = {
    Severity.ERROR: ("circle-x", "bad"),
    Severity.WARNING: ("triangle-alert", "warn"),
    Severity.NOTE: ("info", "text2"),
}
MOST_ROWS = 1_000
"""So many findings are listed at once; the rest comes up as these are dealt with."""


class FindingsPanel(QWidget):
    """The findings, the gravest first."""

    jump_requested = Signal(object)
    """The Finding whose record is to be shown."""
    current_chosen = Signal(object)
    """The Finding whose row somebody made the current one; not told when the list is filled."""

    def __init__(
        self,
        more_acts: Callable[[Finding], Sequence[Act]] = lambda _: (),
        parent: QWidget | None = None,
    ) -> None:
        """Start before the first check; ``more_acts`` says what can be done but going there."""
        super().__init__(parent)
        self._more_acts = more_acts
        self._findings: Sequence[Finding] | None = None
        self._filling = False
        self._page_of: Callable[[Finding], int | None] = lambda _: None
        self.header = SectionHeader(self.tr("Findings"))
        self.filters = CountedFilters(
            self.tr("&All"),
            [
                FilterKind(Severity.ERROR, self.tr("&Errors"), *_ICONS[Severity.ERROR]),
                FilterKind(Severity.WARNING, self.tr("Chec&k"), *_ICONS[Severity.WARNING]),
                FilterKind(Severity.NOTE, self.tr("For &information"), *_ICONS[Severity.NOTE]),
            ],
        )
        edge = theme.length(4)
        self.filters.setContentsMargins(edge, 0, edge, theme.length(2))
        self._model = EntryModel(self)
        self.list = FindingList(self.tr("Findings"), self._acts)
        self.list.setModel(self._model)
        self._message = QLabel()
        self._message.setWordWrap(True)
        self._message.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self._message.setContentsMargins(*(theme.length(4) for _ in range(4)))
        theme.set_look(self._message, Look.QUIET)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self.filters)
        column.addWidget(self._message, 1)
        column.addWidget(self.list, 1)
        self.setFocusProxy(self.list)
        self._show()
        self.filters.chosen_changed.connect(lambda: self._show())
        self.list.activated.connect(self._request_jump)
        self.list.clicked.connect(lambda _: self._tell_current())
        self.list.selectionModel().currentChanged.connect(lambda *_: self._tell_current())

    def current(self) -> Finding | None:
        """Return the finding of the current row."""
        entry = self._model.entry(self.list.currentIndex())
        subject = None if entry is None else entry.subject
        return subject if isinstance(subject, Finding) else None

    def findings(self) -> list[Finding]:
        """Return what is listed, in the order of the list."""
        entries = (self._model.entry(self._model.index(row, 0)) for row in range(self.row_count()))
        return [
            entry.subject
            for entry in entries
            if entry is not None and isinstance(entry.subject, Finding)
        ]

    def row_count(self) -> int:
        """Return how many findings are listed."""
        return self._model.rowCount()

    def message(self) -> str:
        """Return the sentence that stands in place of the list; empty: the list is shown."""
        return "" if self._message.isHidden() else self._message.text()

    def select_row(self, row: int) -> None:
        """Make a row the current one."""
        self.list.setCurrentIndex(self._model.index(row, 0))

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Show other findings; the row that was current stays so, or the one that followed it."""
        order = list(Severity)
        self._findings = sorted(findings, key=lambda finding: order.index(finding.severity))
        self._show_counted()

    def forget(self) -> None:
        """Wait for the first check of another register."""
        self._findings = None
        self._show_counted()

    def _show_counted(self) -> None:
        findings = self._findings or ()
        self.filters.set_counts(Counter(finding.severity for finding in findings))
        self._show()

    def show_pages(self, page_of: Callable[[Finding], int | None]) -> None:
        """Say on which page (from 1) of the report each finding stands."""
        self._page_of = page_of
        self._show()

    def act_buttons(self) -> list[QToolButton]:
        """Return the buttons of the current row."""
        return self.list.acts()

    def _show(self) -> None:
        before, row = self.current(), self.list.currentIndex().row()
        self._filling = True
        chosen, found = self.filters.chosen(), self._findings or ()
        wanted = [each for each in found if chosen in (None, each.severity)]
        listed = wanted[:MOST_ROWS]
        self._model.set_entries([self._entry(finding) for finding in listed])
        text = str(len(found)) if found else ""
        if len(listed) < len(wanted):
            text = self.tr("%1 of %2").replace("%1", str(len(listed)))
            text = text.replace("%2", str(len(wanted)))
        self.header.set_count(text)
        self._message.setText(
            self.tr("The register is being checked…")
            if self._findings is None
            else self.tr("Nothing to correct was found.")
        )
        self._message.setHidden(bool(found))
        for part in (self.list, self.filters):
            part.setHidden(not found)
        if listed:
            same = listed.index(before) if before in listed else max(row, 0)
            self.select_row(min(same, len(listed) - 1))
        self._filling = False

    def _tell_current(self) -> None:
        finding = self.current()
        if finding is not None and not self._filling:
            self.current_chosen.emit(finding)

    def _entry(self, finding: Finding) -> Entry:
        icon, role = _ICONS[finding.severity]
        title, sentence = finding_text(finding)
        small = finding_place(finding)
        if (page := self._page_of(finding)) is not None:
            number = self.tr("p. %1").replace("%1", str(page)).replace(" ", "\u00a0")
            small = f"{small} · {number}" if small else number
        return Entry(icon, role, title, sentence, small, finding)

    def _acts(self, entry: Entry) -> Sequence[Act]:
        finding = entry.subject
        if not isinstance(finding, Finding):
            return ()
        go = Act(self.tr("Go to the record"), "arrow-right", self._request_jump)
        return (go, *self._more_acts(finding)) if finding.record else self._more_acts(finding)

    def _request_jump(self, _index: QModelIndex | None = None) -> None:
        finding = self.current()
        if finding is not None:
            self.jump_requested.emit(finding)
