"""Labels and their fields in a grid: two pairs to a row, or one where there is no room."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from partners_app.ui import theme
from partners_app.ui.widgets.form_fields import FIELD_HEIGHT

BETWEEN_ROWS = 1.25
_BETWEEN_FIELDS = 3.0


@dataclass(frozen=True, slots=True)
class Pair:
    """A label and its field."""

    label: QLabel
    field: QWidget

    def set_visible(self, visible: bool) -> None:
        """Show or hide both."""
        self.label.setVisible(visible)
        self.field.setVisible(visible)


class PairedGrid(QGridLayout):
    """Places pairs; every label stands in the middle of its field's first line."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pairs: list[Pair] = []
        self.setColumnStretch(1, 7)
        self.setColumnStretch(3, 6)

    def pair(self, text: str, field: QWidget, buddy: QWidget | None = None) -> Pair:
        """Make the label of a field; its letter leads to the buddy, else to the field itself."""
        label = QLabel(text)
        label.setBuddy(buddy or field)
        theme.set_look(label, theme.Look.QUIET)
        if buddy is None:
            field.setAccessibleName(text.replace("&", ""))
        made = Pair(label, field)
        self._pairs.append(made)
        return made

    def place(self, rows: Sequence[Sequence[Pair]]) -> None:
        """Place the pairs, one or two to a row; a pair that stands alone takes the whole width."""
        for pair in self._pairs:
            # Not takeAt: its item would live on in Python and keep the widget's size for itself.
            self.removeWidget(pair.label)
            self.removeWidget(pair.field)
        for row in range(self.rowCount()):
            self.setRowStretch(row, 0)
        top = Qt.AlignmentFlag.AlignTop
        for row, pairs in enumerate(rows):
            for place, pair in enumerate(pairs):
                span = 3 if len(pairs) == 1 else 1
                self.addWidget(pair.label, row, 2 * place, top)
                self.addWidget(pair.field, row, 2 * place + 1, 1, span, top)
        self.setRowStretch(len(rows), 1)

    def narrowest(self, rows: Sequence[Sequence[Pair]]) -> int:
        """Return the least width in pixels at which rows of pairs are whole, margins included.

        Pairs that are hidden count as well, so that no field changes its place when one comes.
        """
        columns = [0, 0, 0, 0]
        for pairs in rows:
            for place, pair in enumerate(pairs):
                columns[2 * place] = max(columns[2 * place], _least(pair.label))
                if len(pairs) > 1:
                    columns[2 * place + 1] = max(columns[2 * place + 1], _least(pair.field))
        gap = self.horizontalSpacing()
        widths = [width + gap for width in columns if width]
        alone = [pairs[0].field for pairs in rows if len(pairs) == 1]
        widest = columns[0] + gap + max(map(_least, alone), default=0)
        margins = self.contentsMargins()
        return max(sum(widths) - gap, widest) + margins.left() + margins.right()

    def measure(self) -> None:
        """Take the distances from the font."""
        self.setHorizontalSpacing(theme.length(_BETWEEN_FIELDS))
        self.setVerticalSpacing(theme.length(BETWEEN_ROWS))
        for pair in self._pairs:
            pair.label.setMinimumHeight(theme.length(FIELD_HEIGHT))


def _least(widget: QWidget) -> int:
    return max(widget.minimumSizeHint().width(), widget.minimumWidth())
