"""Which agreements this one replaces or supplements: a line for each, and a menu for more."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QToolButton, QVBoxLayout, QWidget

from partners_app.domain.records import Agreement, AgreementLink
from partners_app.domain.vocabulary import AgreementKind, AgreementLinkKind
from partners_app.services import agreements
from partners_app.services.agreements import Relative
from partners_app.texts.operations import short_label
from partners_app.texts.words import word
from partners_app.ui import theme
from partners_app.ui.open_register import OpenRegister
from partners_app.ui.widgets.form_fields import FIELD_HEIGHT

_TITLE_LENGTH = 70
"""Characters of a title in the menu."""


class AgreementLinks(QWidget):
    """Links of one agreement; each is written and deleted as one step."""

    stops_changed = Signal()
    """A line came or went: `stops` has other widgets."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._register: OpenRegister | None = None
        self._agreement_id: int | None = None
        self._relatives: tuple[Relative, ...] = ()
        self._labels: list[QLabel] = []
        self._removers: list[QToolButton] = []
        self._menu: QMenu | None = None
        self._lines = QVBoxLayout()
        self._lines.setContentsMargins(0, 0, 0, 0)
        self.add_button = QToolButton(self)
        self.add_button.setText(self.tr("Link to another"))
        self.add_button.setAccessibleName(self.tr("Link to another agreement"))
        self.add_button.setToolTip(self.tr("Link to another agreement"))
        self.add_button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.add_button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        theme.set_style_property(self.add_button, "main", True)
        theme.give_icon(self.add_button, "plus", "accent", before_text=True)
        self.add_button.clicked.connect(self._show_menu)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.length(1))
        layout.addLayout(self._lines)
        layout.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignLeft)

    def set_register(self, register: OpenRegister | None) -> None:
        """Write to this register from now on."""
        self._register = register
        self._show_what_can_be_done()

    def show_links(self, agreement: Agreement | None) -> None:
        """Show the links of an agreement; None shows nothing."""
        self._agreement_id = None if agreement is None else agreement.id
        self._relatives = ()
        links: Sequence[AgreementLink] = ()
        if agreement is not None and self._register is not None:
            self._relatives = self._register.ask(agreements.relatives, agreement.id)
            links = agreement.links
        while (item := self._lines.takeAt(0)) is not None:
            if (line := item.widget()) is not None:
                line.hide()
                line.deleteLater()
        self._labels.clear()
        self._removers.clear()
        for link in links:
            self._lines.addWidget(self._line(link))
        self._show_what_can_be_done()
        self._lines.invalidate()
        self.updateGeometry()
        self.stops_changed.emit()

    def texts(self) -> list[str]:
        """Return the lines shown: «заменяет: «Протокол о …» (г. Турку)»."""
        return [label.text() for label in self._labels]

    def stops(self) -> list[QWidget]:
        """Return where the tabulator stops, in order."""
        return [*self._removers, self.add_button]

    def menu(self) -> QMenu:
        """Return the menu of the agreements that can be linked, in two parts."""
        menu = QMenu(self)
        for kind in AgreementLinkKind:
            name = word(kind)
            part = menu.addMenu(name[:1].upper() + name[1:])
            for relative in self._relatives:
                text = short_label(_title(relative), _TITLE_LENGTH)
                if relative.partner:
                    text = f"{text} · {relative.partner}"
                action = part.addAction(text.replace("&", "&&"))
                action.triggered.connect(
                    lambda _checked=False, other=relative.id, kind=kind: self._add(other, kind)
                )
        return menu

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._lines.setSpacing(theme.length(0.5))

    def _line(self, link: AgreementLink) -> QWidget:
        relative = next((each for each in self._relatives if each.id == link.other_id), None)
        text = word(link.kind)
        if relative is not None:
            where = f" ({relative.partner})" if relative.partner else ""
            text = f"{text}: «{_title(relative)}»{where}"
        line = QWidget(self)
        label = QLabel(text, line)
        label.setWordWrap(True)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setMinimumHeight(theme.length(FIELD_HEIGHT))
        remove = QToolButton(line)
        remove.setAccessibleName(self.tr("Delete this link"))
        remove.setToolTip(self.tr("Delete this link"))
        remove.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        remove.setEnabled(self._can_write())
        theme.set_style_property(remove, "textless", True)
        theme.give_icon(remove, "x")
        remove.clicked.connect(lambda: self._delete(link.id))
        self._labels.append(label)
        self._removers.append(remove)
        layout = QHBoxLayout(line)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.length(2))
        layout.addWidget(label, 1)
        layout.addWidget(remove, 0, Qt.AlignmentFlag.AlignTop)
        return line

    def _can_write(self) -> bool:
        return self._register is not None and not self._register.register.read_only

    def _show_what_can_be_done(self) -> None:
        self.add_button.setEnabled(self._can_write() and bool(self._relatives))
        self.add_button.setToolTip(
            self.tr("Link to another agreement")
            if self._relatives
            else self.tr("The partner and its country have no other agreement")
        )

    def _show_menu(self) -> None:
        if self._menu is not None:
            self._menu.deleteLater()
        self._menu = self.menu()
        self._menu.popup(self.add_button.mapToGlobal(self.add_button.rect().bottomLeft()))

    def _add(self, other: int, kind: AgreementLinkKind) -> None:
        if self._register is not None and self._agreement_id is not None:
            self._register.do(agreements.add_link, self._agreement_id, other, kind)

    def _delete(self, link_id: int) -> None:
        if self._register is not None:
            self._register.do(agreements.delete_link, link_id)
            self.add_button.setFocus(Qt.FocusReason.OtherFocusReason)


def _title(relative: Relative) -> str:
    if relative.title:
        return relative.title
    return word(relative.kind or AgreementKind.TIES)
