"""Where the scan of an agreement lies: a line for its path, choosing the file, opening it."""

from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QToolButton, QWidget

from partners_app.domain.errors import FileFailed, PartnersError
from partners_app.paths import is_folder
from partners_app.services import agreements
from partners_app.ui import theme
from partners_app.ui.open_register import OpenRegister
from partners_app.ui.widgets.form_fields import LineField


class ScanField(QWidget):
    """The path as it is kept; it can be typed, chosen and opened."""

    chosen = Signal(object)
    """The Path of a file that the user chose."""
    problem = Signal(object)
    """The PartnersError that kept the scan from being opened."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._register: OpenRegister | None = None
        self._dialog: QFileDialog | None = None
        self.line = LineField()
        self.line.setPlaceholderText(self.tr("no file is chosen"))
        self.choose_button = self._button("folder-open", self.tr("Choose the file of the scan"))
        self.open_button = self._button("external-link", self.tr("Open the scan"))
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(theme.length(1))
        self._layout.addWidget(self.line, 1)
        self._layout.addWidget(self.choose_button)
        self._layout.addWidget(self.open_button)
        self.setFocusProxy(self.line)
        self.choose_button.clicked.connect(self.choose)
        self.open_button.clicked.connect(self.open_scan)
        self.line.textChanged.connect(self._show_what_can_be_done)
        self._show_what_can_be_done()

    def _button(self, icon: str, name: str) -> QToolButton:
        button = QToolButton(self)
        button.setAccessibleName(name)
        button.setToolTip(name)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        theme.set_style_property(button, "textless", True)
        theme.give_icon(button, icon)
        return button

    def set_register(self, register: OpenRegister | None) -> None:
        """Look for files from this register's folder on."""
        self._register = register
        read_only = register is not None and register.register.read_only
        self.line.setReadOnly(read_only)
        self.choose_button.setDisabled(read_only)

    def file_dialog(self) -> QFileDialog | None:
        """Return the dialog that asks for the file, while it is open."""
        return self._dialog

    def choose(self) -> None:
        """Ask for the file of the scan, beginning where the last one lies."""
        if self._register is None or self._register.register.read_only:
            return
        kinds = " ".join(f"*.{suffix}" for suffix in agreements.SCAN_SUFFIXES)
        dialog = QFileDialog(
            self.window(),
            self.tr("Scan of the agreement"),
            str(self._folder()),
            self.tr("Pictures and papers (%1)").replace("%1", kinds),
        )
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        # Qt's own dialog, where the system has none, leaves these two in English.
        dialog.setLabelText(QFileDialog.DialogLabel.LookIn, self.tr("Folder:"))
        dialog.setLabelText(QFileDialog.DialogLabel.FileType, self.tr("Kind of file:"))
        dialog.fileSelected.connect(lambda name: self.chosen.emit(Path(name)))
        dialog.finished.connect(self._forget_dialog)
        self._dialog = dialog
        dialog.open()

    def open_scan(self) -> None:
        """Open the file in the system's program for it; ``problem`` says why it cannot be."""
        self.line.commit()
        if self._register is None or not self.line.text().strip():
            return
        try:
            path = self._register.ask(agreements.scan_file, self.line.text())
            if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
                raise FileFailed(path)
        except PartnersError as error:
            self.problem.emit(error)

    def _folder(self) -> Path:
        assert self._register is not None
        here = self._register.register.path.absolute().parent
        last = (here / self.line.text().strip()).parent
        if is_folder(last):
            return last
        documents = QStandardPaths.StandardLocation.DocumentsLocation
        return Path(QStandardPaths.writableLocation(documents))

    def _forget_dialog(self) -> None:
        if self._dialog is not None:
            self._dialog.deleteLater()
            self._dialog = None

    def _show_what_can_be_done(self) -> None:
        self.open_button.setEnabled(bool(self.line.text().strip()))
