"""What was found about a file that is taken in: a list whose rows lead to their entries."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from partners_app.domain.findings import Finding
from partners_app.ui import theme
from partners_app.ui.widgets.findings_panel import FindingsPanel


class FindingsDialog(QDialog):
    """The findings, the gravest first; the window behind stays usable."""

    jump_requested = Signal(object)
    """The Finding whose entry is to be shown."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start with no findings."""
        super().__init__(parent)
        self.setWindowTitle(self.tr("Findings about the file"))
        self._panel = FindingsPanel()
        self.jump_button = QPushButton(self.tr("Show the row"))
        self.jump_button.setDefault(True)
        close = QPushButton(self.tr("Close"))
        foot = QHBoxLayout()
        foot.setSpacing(theme.length(2))
        foot.setContentsMargins(*(theme.length(4) for _ in range(4)))
        foot.addStretch(1)
        foot.addWidget(close)
        foot.addWidget(self.jump_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._panel, 1)
        column.addLayout(foot)
        self._panel.jump_requested.connect(self.jump_requested)
        self.jump_button.clicked.connect(self._request_jump)
        close.clicked.connect(self.reject)
        self.resize(theme.length(120), theme.length(140))

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Show other findings; the row that was current stays so."""
        self._panel.show_findings(findings)
        self.jump_button.setEnabled(bool(findings))

    def _request_jump(self) -> None:
        finding = self._panel.current()
        if finding is not None:
            self.jump_requested.emit(finding)
