"""The bar above the list of an import: the outcomes that occur, each with its count; a search."""

from collections.abc import Mapping

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QSizePolicy,
    QToolButton,
    QWidget,
)

from partners_app.domain.import_plan import Outcome
from partners_app.ui import theme
from partners_app.ui.widgets.import_delegate import outcome_icon

_EDGE = 4.0
_SEARCH_WIDTH, _WIDEST_SEARCH = 44.0, 80.0
_SEARCH_DELAY_MS = 150
_ORDER = (
    Outcome.NEW,
    Outcome.CHANGED,
    Outcome.DELETED,
    Outcome.UNCHANGED,
    Outcome.DOUBTFUL,
    Outcome.REFUSED,
)


class ImportFilters(QWidget):
    """Checkable buttons, one of them on; under a narrow width the search stands below them."""

    changed = Signal(object, str)
    """The Outcome that is chosen (None: all), and the words looked for."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Offer nothing but all yet."""
        super().__init__(parent)
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        self._buttons: dict[Outcome | None, QToolButton] = {}
        self._row = QHBoxLayout()
        self._row.setSpacing(theme.length(2))
        for outcome in (None, *_ORDER):
            self._add_button(outcome)
        self._row.addStretch(1)
        self.search = QLineEdit()
        self.search.setClearButtonEnabled(True)
        self.search.setPlaceholderText(self.tr("Find in the list"))
        self.search.setAccessibleName(self.tr("Find in the list"))
        self._sign = QAction(self)
        theme.give_icon(self._sign, "search")
        self.search.addAction(self._sign, QLineEdit.ActionPosition.LeadingPosition)
        self._grid = QGridLayout(self)
        edge = theme.length(_EDGE)
        self._grid.setContentsMargins(edge, theme.length(2), theme.length(5), theme.length(2))
        self._grid.setHorizontalSpacing(theme.length(4))
        self._grid.setVerticalSpacing(theme.length(2))
        self._grid.setColumnStretch(0, 1)
        self._grid.addLayout(self._row, 0, 0)
        self._grid.addWidget(self.search, 0, 1)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_SEARCH_DELAY_MS)
        self._soon.timeout.connect(self._tell)
        self.search.textChanged.connect(self._soon.start)
        self.search.returnPressed.connect(self._tell)
        self._group.buttonClicked.connect(self._tell)
        self._buttons[None].setChecked(True)
        self.set_counts({})

    def _add_button(self, outcome: Outcome | None) -> None:
        button = QToolButton()
        button.setCheckable(True)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        theme.set_style_property(button, "look", "filter")
        if outcome is None:
            theme.give_icon(button, "list-checks", before_text=True)
        else:
            theme.give_icon(button, *outcome_icon(outcome), before_text=True)
        self._group.addButton(button)
        self._buttons[outcome] = button
        self._row.addWidget(button)

    def _words(self, outcome: Outcome | None) -> str:
        return {
            None: self.tr("&All"),
            Outcome.NEW: self.tr("Ne&w"),
            Outcome.CHANGED: self.tr("Wi&ll change"),
            Outcome.DELETED: self.tr("Not in the &file"),
            Outcome.UNCHANGED: self.tr("&Unchanged"),
            Outcome.DOUBTFUL: self.tr("Chec&k"),
            Outcome.REFUSED: self.tr("&Refused"),
        }[outcome]

    def button(self, outcome: Outcome | None) -> QToolButton:
        """Return the button of an outcome, or that of all."""
        return self._buttons[outcome]

    def outcome(self) -> Outcome | None:
        """Return the outcome that is chosen, None for all."""
        return next(out for out, button in self._buttons.items() if button.isChecked())

    def set_counts(self, counts: Mapping[Outcome, int]) -> None:
        """Show how many entries each outcome has; one without any is not offered."""
        for outcome, button in self._buttons.items():
            number = sum(counts.values()) if outcome is None else counts.get(outcome, 0)
            words = self._words(outcome)
            button.setText(f"{words}  {number}")
            button.setAccessibleName(f"{words.replace('&', '')}: {number}")
            button.setVisible(outcome is None or number > 0)
        if not self._buttons[self.outcome()].isVisibleTo(self):
            self._buttons[None].setChecked(True)
            self._tell()
        self._place()

    def show_all(self) -> None:
        """Take the filter and the words away."""
        self._buttons[None].setChecked(True)
        self.search.clear()
        self._tell()

    def _tell(self, *_: object) -> None:
        self._soon.stop()
        self.changed.emit(self.outcome(), self.search.text())

    def _place(self) -> None:
        """Put the search beside the buttons, or below them where there is no room."""
        wide = theme.length(_SEARCH_WIDTH)
        self.search.setMinimumWidth(wide)
        self.search.setMaximumWidth(theme.length(_WIDEST_SEARCH))
        below = self._grid.minimumSize().width() > self.width() or (
            self._row.sizeHint().width() + wide + theme.length(3 * _EDGE) > self.width()
        )
        row, column = (1, 0) if below else (0, 1)
        at = self._grid.getItemPosition(self._grid.indexOf(self.search))
        assert isinstance(at, tuple)
        if at[:2] != (row, column):
            self._grid.removeWidget(self.search)
            self._grid.addWidget(self.search, row, column)

    def minimumSizeHint(self) -> QSize:
        # The search may go below the buttons: it must not keep the dialog wide.
        margins = self._grid.contentsMargins()
        width = self._row.minimumSize().width() + margins.left() + margins.right()
        return QSize(width, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._place()
