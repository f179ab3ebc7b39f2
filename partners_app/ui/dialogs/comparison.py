"""Two reports compared, editions or years as they are now: what was added, removed, changed."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QGridLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from partners_app.services.editions import Comparison, Edition, Fate, Side
from partners_app.ui import theme
from partners_app.ui.dialogs.editions import issued_text
from partners_app.ui.item_models.differences import FATE_ICONS, difference_entries
from partners_app.ui.item_models.entries import EntryModel
from partners_app.ui.theme import Look
from partners_app.ui.widgets.banner import Banner
from partners_app.ui.widgets.counted_filters import CountedFilters, FilterKind
from partners_app.ui.widgets.dialog_frame import dialog_foot
from partners_app.ui.widgets.entry_list import EntryList
from partners_app.ui.widgets.hairline import hairline

_EDGE = 4.0
_SIZE = (220.0, 150.0)


@dataclass(frozen=True, slots=True)
class Compared:
    """What was compared, and what came of it."""

    old: Side
    new: Side
    result: Comparison


class ComparisonDialog(QDialog):
    """Two lists to choose from, what kinds of differences are shown, and the differences."""

    compare_requested = Signal(object, object)
    """The two Sides whose differences are wanted."""
    save_requested = Signal()

    def __init__(
        self, editions: Sequence[Edition], years: Sequence[int], parent: QWidget | None = None
    ) -> None:
        """Offer editions, and years as they are now; nothing is compared yet."""
        super().__init__(parent)
        self.setWindowTitle(self.tr("Compare reports"))
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint)
        self._compared: Compared | None = None
        self.banner = Banner()
        self.old, self.new = QComboBox(), QComboBox()
        for box in (self.old, self.new):
            box.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            box.setMinimumContentsLength(20)
            box.setSizeAdjustPolicy(
                QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
            )
            for edition in editions:
                box.addItem(self._edition_words(edition), Side(edition.year, edition.id))
            for year in years:
                words = self.tr("Report for %1, as it is now").replace("%1", str(year))
                box.addItem(words, Side(year))
        self.filters = CountedFilters(
            self.tr("A&ll"),
            [
                FilterKind(Fate.ADDED, self.tr("A&dded"), *FATE_ICONS[Fate.ADDED]),
                FilterKind(Fate.REMOVED, self.tr("&Removed"), *FATE_ICONS[Fate.REMOVED]),
                FilterKind(Fate.CHANGED, self.tr("C&hanged"), *FATE_ICONS[Fate.CHANGED]),
            ],
        )
        self._model = EntryModel(self)
        self.list = EntryList(self.tr("Differences"))
        self.list.setModel(self._model)
        self._none = QLabel()
        self.save_button = QPushButton(self.tr("&Save as a sheet…"))
        self.save_button.setAutoDefault(False)
        theme.give_icon(self.save_button, "save", "text", before_text=True)
        self.close_button = QPushButton(self.tr("Close"))
        self.close_button.setDefault(True)
        self._lay_out()
        for box in (self.old, self.new):
            box.activated.connect(self._request)
        self.filters.chosen_changed.connect(self._show_entries)
        self.save_button.clicked.connect(self.save_requested)
        self.close_button.clicked.connect(self.reject)
        self.resize(*(theme.length(length) for length in _SIZE))
        self._show(None)

    def _lay_out(self) -> None:
        edge = theme.length(_EDGE)
        sides = QGridLayout()
        sides.setContentsMargins(edge, edge, edge, theme.length(2))
        sides.setHorizontalSpacing(theme.length(3))
        sides.setVerticalSpacing(theme.length(1.5))
        labels = (self.tr("&Before:"), self.tr("&After:"))
        for row, (words, box) in enumerate(zip(labels, (self.old, self.new), strict=True)):
            label = QLabel(words)
            label.setBuddy(box)
            theme.set_look(label, Look.QUIET)
            box.setAccessibleName(words.replace("&", "").removesuffix(":"))
            sides.addWidget(label, row, 0)
            sides.addWidget(box, row, 1)
        sides.setColumnStretch(1, 1)
        self.filters.setContentsMargins(edge, 0, edge, theme.length(2))
        self._none.setContentsMargins(edge, edge, edge, edge)
        foot = dialog_foot([self.save_button], [self.close_button], edge=_EDGE)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.banner)
        column.addLayout(sides)
        column.addWidget(self.filters)
        column.addWidget(hairline())
        column.addWidget(self._none)
        column.addWidget(self.list, 1)
        column.addWidget(hairline())
        column.addLayout(foot)

    def _edition_words(self, edition: Edition) -> str:
        text = self.tr("Edition for %1 of %2").replace("%1", str(edition.year))
        text = text.replace("%2", issued_text(edition.issued_at))
        return f"{text} · {edition.remark}" if edition.remark else text

    # What is compared

    def choose(self, old: Side, new: Side) -> None:
        """Compare these two; nothing happens where one is not offered."""
        for box, side in ((self.old, old), (self.new, new)):
            place = next((n for n in range(box.count()) if box.itemData(n) == side), None)
            if place is None:
                return
            box.setCurrentIndex(place)
        self._request()

    def sides(self) -> tuple[Side, Side]:
        """Return what is chosen to be compared: before and after."""
        return self.old.currentData(), self.new.currentData()

    def compared(self) -> Compared | None:
        """Return what is shown; None before the first result, and until the next one is there."""
        return self._compared

    def show_compared(self, compared: Compared) -> None:
        """Show what differs, unless another pair was chosen in the meantime."""
        if (compared.old, compared.new) == self.sides():
            self._show(compared)

    def filter(self, fate: Fate | None) -> QToolButton:
        """Return the button that leaves one kind of differences; None: all."""
        return self.filters.button(fate)

    def _request(self, _row: int = 0) -> None:
        # What was shown is of another pair: nothing may be read, or saved, as if it were of this.
        self._show(None)
        self.compare_requested.emit(*self.sides())

    def _show(self, compared: Compared | None) -> None:
        self._compared = compared
        differences = () if compared is None else compared.result.differences
        self.filters.choose_all()
        self.filters.set_counts(Counter(item.fate for item in differences))
        same = self.tr("The two reports are the same, word for word.")
        self._none.setText("" if compared is None else same)
        self._none.setHidden(bool(differences))
        self.list.setHidden(not differences)
        self.save_button.setEnabled(compared is not None)
        self._show_entries()

    def _show_entries(self) -> None:
        found = () if self._compared is None else self._compared.result.differences
        chosen = self.filters.chosen()
        shown = [item for item in found if chosen in (None, item.fate)]
        self._model.set_entries(difference_entries(shown))
        if shown:
            self.list.setCurrentIndex(self._model.index(1, 0))  # the first row is a heading
