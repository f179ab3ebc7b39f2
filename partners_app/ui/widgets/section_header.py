"""The title bar of a section: its name, a count, chips, and at the right what can be done there."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QToolButton, QWidget

from partners_app.ui import theme
from partners_app.ui.theme import Look, Role
from partners_app.ui.widgets.painting import PillSpec
from partners_app.ui.widgets.pill_label import PillLabel

_PANE_INSET = 4.0
_BUTTON_INSET = 2.0  # the padding of a tool button: its text, not its edge, ends at the inset
_ABOVE_AND_BELOW = 1.0
_WITH_WORDS = Qt.ToolButtonStyle.ToolButtonTextBesideIcon
_ICON_ONLY = Qt.ToolButtonStyle.ToolButtonIconOnly


class SectionHeader(QWidget):
    """A section's title bar; buttons lose their words before anything is cut."""

    def __init__(self, title: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = QLabel(title)
        theme.set_look(self._title, Look.SECTION)
        self._count = QLabel()
        theme.set_look(self._count, Look.SMALL)
        self._chips: list[PillLabel] = []
        self._buttons: list[QToolButton] = []
        self._widths: dict[tuple[QToolButton, str, str], tuple[int, int]] = {}
        self._layout = QHBoxLayout(self)
        self._layout.addWidget(self._title)
        self._layout.addWidget(self._count)
        self._layout.addStretch(1)
        self._after_count = 2
        self._count.hide()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._measure()

    def set_title(self, title: str) -> None:
        """Set the section's name, in DemiBold."""
        self._title.setText(title)
        self._fit()

    def title(self) -> str:
        """Return the section's name."""
        return self._title.text()

    def set_count(self, text: str) -> None:
        """Set the quiet number after the name («6», «16 из 20»); empty: none."""
        self._count.setText(text)
        self._count.setHidden(not text)
        self._fit()

    def count_text(self) -> str:
        """Return the quiet number shown."""
        return self._count.text()

    def set_chips(self, chips: Sequence[PillSpec]) -> None:
        """Show chips after the count (active filters); an empty sequence takes them away."""
        for chip in self._chips[len(chips) :]:
            self._layout.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
            self._after_count -= 1
        del self._chips[len(chips) :]
        for place, spec in enumerate(chips):
            if place == len(self._chips):
                chip = PillLabel(parent=self)
                self._chips.append(chip)
                self._layout.insertWidget(2 + place, chip)
                self._after_count += 1
            self._chips[place].set_pill(spec)
        self._fit()

    def add_button(
        self, text: str, icon: str, *, main: bool = False, beside_title: bool = False, tip: str = ""
    ) -> QToolButton:
        """Add a flat button with icon and text at the right end, or after the chips; return it.

        ``main`` is the section's one main act, in the accent colour.
        """
        button = QToolButton(self)
        button.setText(text)
        button.setToolTip(tip or text)
        button.setAccessibleName(text)
        button.setToolButtonStyle(_WITH_WORDS)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        role: Role = "accent" if main or beside_title else "text"
        theme.set_style_property(button, "main", main or beside_title)
        theme.give_icon(button, icon, role, before_text=True)
        if beside_title:
            self._layout.insertWidget(self._after_count, button)
            self._after_count += 1
        else:
            self._layout.addWidget(button)
        self._buttons.append(button)
        self._fit()
        return button

    def minimumSizeHint(self) -> QSize:
        size = super().minimumSizeHint()
        return QSize(self._needed(words=False), size.height())

    def sizeHint(self) -> QSize:
        size = super().sizeHint()
        return QSize(self._needed(words=True), size.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._measure()
            self._fit()

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:  # a part has got another size
            self._fit()
        return done

    def _measure(self) -> None:
        edge = theme.length(_ABOVE_AND_BELOW)
        self._layout.setContentsMargins(
            theme.length(_PANE_INSET), edge, theme.length(_PANE_INSET - _BUTTON_INSET), edge
        )
        self._layout.setSpacing(theme.length(1))

    def _needed(self, *, words: bool) -> int:
        """Return the width that everything takes, with or without the words of the buttons."""
        margins = self._layout.contentsMargins()
        widths = [
            part.sizeHint().width()
            for part in (self._title, self._count, *self._chips)
            if not part.isHidden()
        ]
        widths += [
            self._button_width(button, words=words)
            for button in self._buttons
            if not button.isHidden()
        ]
        gaps = self._layout.spacing() * (len(widths) + 1)
        return sum(widths) + gaps + margins.left() + margins.right()

    def _button_width(self, button: QToolButton, *, words: bool) -> int:
        """Return a button's width in one of its two styles, whatever it shows now."""
        button.ensurePolished()
        key = (button, button.text(), f"{button.font().toString()} {button.iconSize().width()}")
        if key not in self._widths:
            shown = button.toolButtonStyle()
            both = []
            for style in (_ICON_ONLY, _WITH_WORDS):
                button.setToolButtonStyle(style)
                both.append(button.sizeHint().width())
            button.setToolButtonStyle(shown)
            self._widths[key] = (both[0], both[1])
        return self._widths[key][words]

    def _fit(self) -> None:
        """Leave only icons on the buttons where the words have no room."""
        self.updateGeometry()
        style = _WITH_WORDS if self.width() >= self._needed(words=True) else _ICON_ONLY
        if any(button.toolButtonStyle() != style for button in self._buttons):
            for button in self._buttons:
                button.setToolButtonStyle(style)
            # Not left to a posted event: this may run while the layout itself is at work.
            self._layout.invalidate()
            self._layout.setGeometry(self.rect())
