"""Checkable buttons with counts, one of them on: all of a list, or one kind of its rows.

Where there is no room for the words, icon and count stand alone.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, TypeVar

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QSizePolicy, QToolButton, QWidget

from partners_app.ui import theme
from partners_app.ui.theme import Role

KindT = TypeVar("KindT", bound=StrEnum)


@dataclass(frozen=True, slots=True)
class FilterKind(Generic[KindT]):
    """One button: the kind of rows it leaves, its words with a mnemonic, its icon."""

    kind: KindT
    words: str
    icon: str
    role: Role


class CountedFilters(QWidget, Generic[KindT]):
    """The buttons of the kinds that occur, behind one for all."""

    chosen_changed = Signal()

    def __init__(
        self, all_words: str, kinds: Sequence[FilterKind[KindT]], parent: QWidget | None = None
    ) -> None:
        """Offer nothing but all yet."""
        super().__init__(parent)
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        self._words: dict[KindT | None, str] = {}
        self._numbers: dict[KindT | None, int] = {}
        self._sizes = {True: QSize(), False: QSize()}
        self._buttons: dict[KindT | None, QToolButton] = {}
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(theme.length(2))
        self._add(None, all_words, "list-checks", "text")
        for each in kinds:
            self._add(each.kind, each.words, each.icon, each.role)
        self._row.addStretch(1)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._buttons[None].setChecked(True)
        self._group.buttonClicked.connect(lambda _: self.chosen_changed.emit())
        self.set_counts({})

    def _add(self, kind: KindT | None, words: str, icon: str, role: Role) -> None:
        button = QToolButton()
        button.setCheckable(True)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        theme.set_style_property(button, "look", "filter")
        theme.give_icon(button, icon, role, before_text=True)
        self._group.addButton(button)
        self._words[kind], self._buttons[kind] = words, button
        self._row.addWidget(button)

    def button(self, kind: KindT | None) -> QToolButton:
        """Return the button of a kind, or that of all."""
        return self._buttons[kind]

    def chosen(self) -> KindT | None:
        """Return the kind that is chosen, None for all."""
        return next(kind for kind, button in self._buttons.items() if button.isChecked())

    def choose_all(self) -> None:
        """Take the filter away, without a signal."""
        self._buttons[None].setChecked(True)

    def set_counts(self, counts: Mapping[KindT, int]) -> None:
        """Show how many rows each kind has; one without any is not offered."""
        for kind, button in self._buttons.items():
            number = sum(counts.values()) if kind is None else counts.get(kind, 0)
            self._numbers[kind] = number
            words = self._words[kind].replace("&", "")
            button.setAccessibleName(f"{words}: {number}")
            button.setToolTip(words)
            button.setVisible(kind is None or number > 0)
        self._measure()
        if not self._buttons[self.chosen()].isVisibleTo(self):
            self.choose_all()
            self.chosen_changed.emit()

    def minimumSizeHint(self) -> QSize:
        return self._sizes[False]

    def sizeHint(self) -> QSize:
        return self._sizes[True]

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._measure()

    def _measure(self) -> None:
        """Find out how much room the buttons take, with their words and without."""
        for words in (True, False):
            self._write(words=words)
            self._row.invalidate()
            self._sizes[words] = self._row.totalSizeHint()
        self._fit()
        self.updateGeometry()

    def _fit(self) -> None:
        self._write(words=self._sizes[True].width() <= self.width())

    def _write(self, *, words: bool) -> None:
        for kind, button in self._buttons.items():
            number = str(self._numbers.get(kind, 0))
            button.setText(f"{self._words[kind]}  {number}" if words else number)
