"""What the columns of a colleague's table hold: recognised, and corrected by hand."""

from collections import Counter
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QSizePolicy,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from partners_app.domain.column_mapping import (
    AGREEMENT_FIELDS,
    EVENT_FIELDS,
    SEVERAL_COLUMNS,
    ColumnMapping,
    TableField,
    TableSubject,
)
from partners_app.services import import_tables
from partners_app.services.import_sources import FoundTable
from partners_app.texts.words import word
from partners_app.ui import theme
from partners_app.ui.theme import Look
from partners_app.ui.widgets.dialog_frame import ActDialog, give_edges
from partners_app.ui.widgets.hairline import hairline

_WIDTH, _HEIGHT = 190.0, 150.0
_VALUES_SHOWN = 3
_DEEPEST_HEAD = 3
_COMBO_WIDTH = 52.0


class ColumnMeaningsDialog(ActDialog):
    """One line a column: head, first values, what it holds; a question stays until it is decided.

    ``mapping`` is what was decided, once the dialog is accepted.
    """

    def __init__(self, table: FoundTable, parent: QWidget | None = None) -> None:
        """Start from the mapping that the table has, or that is recognised."""
        super().__init__(parent)
        self.setWindowTitle(self.tr("Columns of the sheet “%1”").replace("%1", table.sheet))
        self._table = table
        found = import_tables.as_flat(table).mapping
        assert found is not None
        self.mapping: ColumnMapping = found
        self._values = import_tables.first_values(table, found, _VALUES_SHOWN)
        self.combos: dict[int, QComboBox] = {}
        self.subject = QComboBox()
        for subject in TableSubject:
            self.subject.addItem(word(subject), subject)
        self.header_row = QSpinBox()
        self.header_row.setRange(1, max(import_tables.last_row(table), 1))
        self.header_depth = QSpinBox()
        self.header_depth.setRange(1, _DEEPEST_HEAD)
        for field in (self.header_row, self.header_depth):
            field.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._area = QScrollArea()
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setWidgetResizable(True)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.viewport().setBackgroundRole(QPalette.ColorRole.Base)
        self.act_button.setText(self.tr("&Take these columns"))
        self._lay_out()
        self._show_head()
        self._fill()
        self.subject.activated.connect(self._point_out)
        self.header_row.valueChanged.connect(self._point_out)
        self.header_depth.valueChanged.connect(self._point_out)
        self.set_size(_WIDTH, _HEIGHT)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        give_edges(head)
        head.setSpacing(theme.length(2))
        for words, field in (
            (self.tr("A row tells of"), self.subject),
            (self.tr("The head is in &row"), self.header_row),
            (self.tr("&rows of it"), self.header_depth),
        ):
            label = QLabel(words)
            label.setBuddy(field)
            theme.set_look(label, Look.QUIET)
            field.setAccessibleName(words.replace("&", ""))
            head.addWidget(label)
            head.addWidget(field)
        head.addStretch(1)
        self.content.addLayout(head)
        self.content.addWidget(hairline())
        self.content.addWidget(self._area, 1)

    def _show_head(self) -> None:
        mapping = self.mapping
        self.subject.setCurrentIndex(list(TableSubject).index(mapping.subject))
        for field, value in (
            (self.header_row, mapping.header_row),
            (self.header_depth, mapping.header_depth),
        ):
            field.blockSignals(True)
            field.setValue(value)
            field.blockSignals(False)

    def _point_out(self, *_: object) -> None:
        """Tell the columns anew: the head is elsewhere, or the rows are of something else."""
        self.mapping = import_tables.head_pointed_out(
            self._table,
            self.header_row.value(),
            depth=self.header_depth.value(),
            subject=TableSubject(self.subject.currentData()),
        )
        self._values = import_tables.first_values(self._table, self.mapping, _VALUES_SHOWN)
        self._fill()

    def _fill(self) -> None:
        """Make a line for each column."""
        content = QWidget()
        content.setBackgroundRole(QPalette.ColorRole.Base)
        grid = QGridLayout(content)
        give_edges(grid)
        grid.setHorizontalSpacing(theme.length(4))
        grid.setVerticalSpacing(theme.length(1.5))
        grid.setColumnStretch(1, 1)
        for place, title in enumerate(
            (self.tr("Column"), self.tr("Head and first values"), self.tr("What it holds"))
        ):
            label = QLabel(title)
            theme.set_look(label, Look.SMALL)
            grid.addWidget(label, 0, place)
        choices = self._choices()
        self.combos = {}
        for number, column in enumerate(sorted(self.mapping.fields)):
            line = QFrame()
            line.setObjectName("hairline")
            grid.addWidget(line, 2 * number + 1, 0, 1, 3)
            self._add_column(grid, 2 * number + 2, column, choices)
        grid.setRowStretch(2 * len(self.mapping.fields) + 2, 1)
        self._area.setWidget(content)
        self._check()

    def _add_column(
        self, grid: QGridLayout, row: int, column: int, choices: QStandardItemModel
    ) -> None:
        name = import_tables.column_name(column)
        head = " ".join(self.mapping.heads.get(column, "").split())
        letter = QLabel(name)
        theme.set_look(letter, Look.QUIET)
        title = QLabel(head or self.tr("(no head)"))
        theme.set_look(title, Look.SECTION if head else Look.QUIET)
        values = QLabel(" · ".join(self._values.get(column, ())) or self.tr("(empty)"))
        theme.set_look(values, Look.SMALL)
        words = QVBoxLayout()
        words.setSpacing(0)
        for label in (title, values):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
            label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
            words.addWidget(label)
        combo = QComboBox()
        combo.setModel(choices)
        combo.setMinimumWidth(theme.length(_COMBO_WIDTH))
        combo.setAccessibleName(
            self.tr("What column %1 holds: %2").replace("%1", name).replace("%2", head)
        )
        combo.setCurrentIndex(combo.findData(self.mapping.fields[column].value))
        combo.activated.connect(lambda _index, column=column: self._choose(column))
        self.combos[column] = combo
        top = Qt.AlignmentFlag.AlignTop
        grid.addWidget(letter, row, 0, top)
        grid.addLayout(words, row, 1)
        grid.addWidget(combo, row, 2, top)

    def _choices(self) -> QStandardItemModel:
        """Return the fields that a row of the subject may have, one list for all columns."""
        out: frozenset[TableField] = frozenset()
        if self.mapping.subject is TableSubject.PARTNERS:
            out = AGREEMENT_FIELDS | EVENT_FIELDS
        elif self.mapping.subject is TableSubject.AGREEMENTS:
            out = EVENT_FIELDS
        model = QStandardItemModel(self)
        for field in TableField:
            if field not in out:
                item = QStandardItem(
                    self.tr("Choose…") if field is TableField.UNKNOWN else word(field)
                )
                item.setData(field.value, Qt.ItemDataRole.UserRole)
                model.appendRow(item)
        return model

    def _choose(self, column: int) -> None:
        field = TableField(self.combos[column].currentData())
        self.mapping = replace(self.mapping, fields={**self.mapping.fields, column: field})
        self._check()

    def choose(self, column: int, field: TableField) -> None:
        """Say what a column holds."""
        combo = self.combos[column]
        combo.setCurrentIndex(combo.findData(field.value))
        self._choose(column)

    def _check(self) -> None:
        """Mark what is still a question, and say in the foot what keeps the mapping from use."""
        fields = self.mapping.fields
        open_ones = [
            column
            for column, field in fields.items()
            if field is TableField.UNKNOWN and self._values.get(column)
        ]
        counts = Counter(field for field in fields.values() if field not in SEVERAL_COLUMNS)
        twice = {field for field, number in counts.items() if number > 1}
        for column, combo in self.combos.items():
            doubt = column in open_ones or fields[column] in twice
            theme.set_style_property(combo, "doubt", doubt)
        missing = self.mapping.missing
        text = ""
        if twice:
            words = ", ".join(sorted(word(field) for field in twice))
            text = self.tr("Two columns cannot both hold: %1").replace("%1", words)
        elif missing:
            words = ", ".join(word(field) for field in missing)
            text = self.tr("No column holds yet: %1").replace("%1", words)
        elif open_ones:
            text = self.tr(
                "%n column(s) still to be decided; what is not wanted is “do not take”",
                "",
                len(open_ones),
            )
        self.act_button.setEnabled(not text)
        if text:
            self.set_note(text, warning=True)
        else:
            self.set_note(self.tr("The columns are remembered for tables with the same head"))
