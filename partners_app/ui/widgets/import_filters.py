"""The bar above the list of an import: the outcomes that occur, each with its count; a search."""

from collections.abc import Mapping

from PySide6.QtCore import QSize, QTimer, Signal
from PySide6.QtGui import QAction, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QGridLayout, QLineEdit, QSizePolicy, QToolButton, QWidget

from partners_app.domain.import_plan import Outcome
from partners_app.ui import theme
from partners_app.ui.widgets.counted_filters import CountedFilters, FilterKind
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
        self._outcomes = CountedFilters(
            self.tr("&All"),
            [FilterKind(each, self._words(each), *outcome_icon(each)) for each in _ORDER],
        )
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
        self._grid.addWidget(self._outcomes, 0, 0)
        self._grid.addWidget(self.search, 0, 1)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_SEARCH_DELAY_MS)
        self._soon.timeout.connect(self._tell)
        self.search.textChanged.connect(self._soon.start)
        self.search.returnPressed.connect(self._tell)
        self._outcomes.chosen_changed.connect(self._tell)

    def _words(self, outcome: Outcome) -> str:
        return {
            Outcome.NEW: self.tr("Ne&w"),
            Outcome.CHANGED: self.tr("Wi&ll change"),
            Outcome.DELETED: self.tr("Not in the &file"),
            Outcome.UNCHANGED: self.tr("&Unchanged"),
            Outcome.DOUBTFUL: self.tr("Chec&k"),
            Outcome.REFUSED: self.tr("&Refused"),
        }[outcome]

    def button(self, outcome: Outcome | None) -> QToolButton:
        """Return the button of an outcome, or that of all."""
        return self._outcomes.button(outcome)

    def outcome(self) -> Outcome | None:
        """Return the outcome that is chosen, None for all."""
        return self._outcomes.chosen()

    def set_counts(self, counts: Mapping[Outcome, int]) -> None:
        """Show how many entries each outcome has; one without any is not offered."""
        self._outcomes.set_counts(counts)
        self._place()

    def show_all(self) -> None:
        """Take the filter and the words away."""
        self._outcomes.choose_all()
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
            self._outcomes.sizeHint().width() + wide + theme.length(3 * _EDGE) > self.width()
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
        width = self._outcomes.minimumSizeHint().width() + margins.left() + margins.right()
        return QSize(width, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._place()
