"""Which workbook the report takes its look from: the built-in one, or one of the office."""

from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from partners_app.domain.errors import FileFailed, FileMissing, PartnersError
from partners_app.paths import is_file, is_folder
from partners_app.services import restyling
from partners_app.ui import theme
from partners_app.ui.widgets.form_fields import LineField


class TemplateField(QWidget):
    """Shows the chosen template; a copy of the built-in one can be made, or another chosen."""

    changed = Signal()
    """Another template was chosen."""
    problem = Signal(object)
    """The PartnersError that kept a template from being chosen, copied or opened."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._path: Path | None = None
        self._beside = Path()
        self._dialog: QFileDialog | None = None
        self.line = LineField()
        self.line.setReadOnly(True)
        self.line.setAccessibleName(self.tr("Template of the report"))
        self.choose_button = QToolButton()
        choose = self.tr("Choose a template workbook")
        self.choose_button.setAccessibleName(choose)
        self.choose_button.setToolTip(choose)
        self.choose_button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        theme.set_style_property(self.choose_button, "textless", True)
        theme.give_icon(self.choose_button, "folder-open")
        self.restyle_button = QPushButton(self.tr("&Restyle…"))
        self.restyle_button.setToolTip(
            self.tr("Fonts, sizes, column widths and margins are changed in the workbook itself")
        )
        self.built_in_button = QPushButton(self.tr("&Built-in template"))
        for button in (self.restyle_button, self.built_in_button):
            button.setAutoDefault(False)
        self._lay_out()
        self.setFocusProxy(self.line)
        self.choose_button.clicked.connect(self.choose)
        self.restyle_button.clicked.connect(self.restyle)
        self.built_in_button.clicked.connect(self.take_built_in)
        self._show()

    def _lay_out(self) -> None:
        above, below = QHBoxLayout(), QHBoxLayout()
        for row in (above, below):
            row.setSpacing(theme.length(1))
        above.addWidget(self.line, 1)
        above.addWidget(self.choose_button)
        below.addWidget(self.restyle_button)
        below.addWidget(self.built_in_button)
        below.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.length(1))
        column.addLayout(above)
        column.addLayout(below)

    def path(self) -> Path | None:
        """Return the chosen workbook, None for the built-in one."""
        return self._path

    def reset(self, path: Path | None, register: Path) -> None:
        """Show what is chosen for a register; a copy is proposed beside its file."""
        self._path, self._beside = path, register
        self._show()

    def set_read_only(self, read_only: bool) -> None:
        """Only show what is chosen."""
        for button in (self.choose_button, self.restyle_button, self.built_in_button):
            button.setDisabled(read_only)

    def file_dialog(self) -> QFileDialog | None:
        """Return the dialog that asks for a file, while it is open."""
        return self._dialog

    def choose(self) -> None:
        """Ask for a workbook and take it, if the report can take its look from it."""
        dialog = self._ask(self.tr("Template of the report"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda name: self._check_and_take(Path(name)))
        dialog.open()

    def restyle(self) -> None:
        """Open the office's own template; make it first, as a copy of the built-in one."""
        if self._path is not None:
            self._open(self._path)
            return
        dialog = self._ask(self.tr("Where shall the office's template be?"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(restyling.TEMPLATE_SUFFIX.removeprefix("."))
        dialog.selectFile(self.tr("Report template.xlsx"))
        dialog.fileSelected.connect(lambda name: self._copy(Path(name)))
        dialog.open()

    def take_built_in(self) -> None:
        """Go back to the template that comes with the program."""
        self._take(None)

    def _ask(self, title: str) -> QFileDialog:
        folder = (self._path or self._beside).absolute().parent
        if not is_folder(folder):
            documents = QStandardPaths.StandardLocation.DocumentsLocation
            folder = Path(QStandardPaths.writableLocation(documents))
        kinds = self.tr("Excel workbook (*.xlsx)")
        dialog = QFileDialog(self.window(), title, str(folder), kinds)
        # Qt's own dialog, where the system has none, leaves these two in English.
        dialog.setLabelText(QFileDialog.DialogLabel.LookIn, self.tr("Folder:"))
        dialog.setLabelText(QFileDialog.DialogLabel.FileType, self.tr("Kind of file:"))
        dialog.finished.connect(self._forget_dialog)
        self._dialog = dialog
        return dialog

    def _forget_dialog(self) -> None:
        if self._dialog is not None:
            self._dialog.deleteLater()
            self._dialog = None

    def _check_and_take(self, path: Path) -> None:
        try:
            restyling.check_template(path)
        except PartnersError as error:
            self.problem.emit(error)
        else:
            self._take(path)

    def _copy(self, path: Path) -> None:
        try:
            restyling.copy_built_in(path)
        except PartnersError as error:
            self.problem.emit(error)
        else:
            self._take(path)
            self._open(path)

    def _open(self, path: Path) -> None:
        if not is_file(path):
            self.problem.emit(FileMissing(path))
        elif not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
            self.problem.emit(FileFailed(path))

    def _take(self, path: Path | None) -> None:
        self._path = path
        self._show()
        self.changed.emit()

    def _show(self) -> None:
        own = self._path
        self.line.reset(self.tr("Built-in") if own is None else own.name)
        self.line.setToolTip("" if own is None else str(own))
        self.built_in_button.setVisible(own is not None)
