"""A small dialog that asks for the name of a new band, country or partner."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from partners_app.domain.errors import PartnersError
from partners_app.services.catalogue import Scope
from partners_app.texts.errors import error_text
from partners_app.ui import theme
from partners_app.ui.theme import Look
from partners_app.ui.widgets.hairline import hairline

_WIDTH = 90
_EDGE = 5.0


@dataclass(frozen=True, slots=True)
class Namesake:
    """A record that already bears the typed name; ``where`` is its country or band."""

    scope: Scope
    name: str
    where: str


class NamePrompt(QDialog):
    """Asks for one name; says while it is typed that a record of that name exists already."""

    named = Signal(str)
    open_existing_requested = Signal(object)
    """The Scope of the record that bears the name."""

    def __init__(
        self,
        title: str,
        label: str,
        example: str,
        find_namesake: Callable[[str], Namesake | None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setModal(True)
        self._find_namesake = find_namesake
        self._namesake: Namesake | None = None
        caption = QLabel(label)
        self._name = QLineEdit()
        self._name.setPlaceholderText(example)
        self._name.setAccessibleName(label)
        self._name.setMinimumWidth(theme.length(_WIDTH))
        caption.setBuddy(self._name)
        self._warning = QLabel()
        self._warning.setWordWrap(True)
        theme.set_look(self._warning, Look.WARN)
        self._open_existing = QToolButton()
        self._open_existing.setText(self.tr("Open the existing one"))
        self._open_existing.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        theme.set_style_property(self._open_existing, "main", True)
        theme.give_icon(self._open_existing, "external-link", "accent", before_text=True)
        self._add = QPushButton(self.tr("Add"))
        self._add.setDefault(True)
        cancel = QPushButton(self.tr("Cancel"))
        cancel.setAutoDefault(False)

        content = QVBoxLayout()
        edge = theme.length(_EDGE)
        content.setContentsMargins(edge, edge, edge, edge)
        content.setSpacing(theme.length(1))
        content.addWidget(caption)
        content.addWidget(self._name)
        content.addWidget(self._warning)
        content.addWidget(self._open_existing, 0, Qt.AlignmentFlag.AlignLeft)
        content.addStretch(1)
        foot = QHBoxLayout()
        foot.setContentsMargins(edge, theme.length(3), edge, theme.length(3))
        foot.setSpacing(theme.length(2))
        foot.addStretch(1)
        foot.addWidget(cancel)
        foot.addWidget(self._add)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(content, 1)
        whole.addWidget(hairline())
        whole.addLayout(foot)

        self._name.textChanged.connect(self._look_for_namesake)
        self._open_existing.clicked.connect(self._ask_for_existing)
        cancel.clicked.connect(self.reject)
        self._add.clicked.connect(self.accept)
        self._look_for_namesake("")

    def accept(self) -> None:
        """Give the name; who writes it closes the prompt, which stays when that fails."""
        if name := self.typed_name():
            self.named.emit(name)

    def typed_name(self) -> str:
        """Return the name as it stands in the field."""
        return self._name.text().strip()

    def show_failure(self, error: PartnersError) -> None:
        """Say why the name could not be written."""
        text = error_text(error)
        self._warning.setText(f"{text.what} {text.todo}")
        self._warning.setVisible(True)

    def _look_for_namesake(self, typed: str) -> None:
        name = typed.strip()
        self._add.setEnabled(bool(name))
        self._namesake = self._find_namesake(name) if name else None
        found = self._namesake
        if found is not None:
            known = f"{found.name} ({found.where})" if found.where else found.name
            self._warning.setText(self.tr("There is one already: %1").replace("%1", known))
        self._warning.setVisible(found is not None)
        self._open_existing.setVisible(found is not None)

    def _ask_for_existing(self) -> None:
        if self._namesake is not None:
            scope = self._namesake.scope
            self.reject()
            self.open_existing_requested.emit(scope)
