"""Two reports compared, editions or years as they are now: what was added, removed, changed."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QDialog,
    QGridLayout,
    QHBoxLayout,
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
from partners_app.ui.theme import Look, Role
from partners_app.ui.widgets.banner import Banner
from partners_app.ui.widgets.dialog_frame import dialog_foot
from partners_app.ui.widgets.entry_list import EntryList
from partners_app.ui.widgets.hairline import hairline

_EDGE = 4.0
_ALL_ICON: tuple[str, Role] = ("list-checks", "text2")
_SIZE = (220.0, 150.0)


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
        self._comparison = Comparison(())
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
        self._group = QButtonGroup(self)
        self._filters: dict[Fate | None, QToolButton] = {}
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
        self._group.buttonClicked.connect(self._show_entries)
        self.save_button.clicked.connect(self.save_requested)
        self.close_button.clicked.connect(self.reject)
        self.resize(*(theme.length(length) for length in _SIZE))
        self._show_entries()

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
        filters = QHBoxLayout()
        filters.setContentsMargins(edge, 0, edge, theme.length(2))
        filters.setSpacing(theme.length(2))
        for fate in (None, *Fate):
            button = QToolButton()
            button.setCheckable(True)
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            theme.set_style_property(button, "look", "filter")
            icon = _ALL_ICON if fate is None else FATE_ICONS[fate]
            theme.give_icon(button, *icon, before_text=True)
            self._group.addButton(button)
            self._filters[fate] = button
            filters.addWidget(button)
        self._filters[None].setChecked(True)
        filters.addStretch(1)
        self._none.setContentsMargins(edge, edge, edge, edge)
        foot = dialog_foot([self.save_button], [self.close_button], edge=_EDGE)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.banner)
        column.addLayout(sides)
        column.addLayout(filters)
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
        """Return what is compared: before and after."""
        return self.old.currentData(), self.new.currentData()

    def comparison(self) -> Comparison:
        """Return what is shown."""
        return self._comparison

    def show_comparison(self, comparison: Comparison) -> None:
        """Show what differs."""
        self._comparison = comparison
        self._filters[None].setChecked(True)
        self._show_entries()

    def filter(self, fate: Fate | None) -> QToolButton:
        """Return the button that leaves one kind of differences; None: all."""
        return self._filters[fate]

    def _request(self, _row: int = 0) -> None:
        self.compare_requested.emit(*self.sides())

    def _show_entries(self, _button: object = None) -> None:
        differences = self._comparison.differences
        words: dict[Fate | None, str] = {
            None: self.tr("A&ll"),
            Fate.ADDED: self.tr("A&dded"),
            Fate.REMOVED: self.tr("&Removed"),
            Fate.CHANGED: self.tr("C&hanged"),
        }
        for fate, button in self._filters.items():
            number = sum(fate in (None, item.fate) for item in differences)
            button.setText(f"{words[fate]}  {number}")
            button.setAccessibleName(f"{words[fate].replace('&', '')}: {number}")
            button.setVisible(fate is None or number > 0)
        chosen = next(fate for fate, button in self._filters.items() if button.isChecked())
        shown = [item for item in differences if chosen in (None, item.fate)]
        self._model.set_entries(difference_entries(shown))
        self._none.setText(self.tr("The two reports are the same, word for word."))
        self._none.setHidden(bool(differences))
        self.list.setHidden(not differences)
        if shown:
            self.list.setCurrentIndex(self._model.index(1, 0))  # the first row is a heading
