"""The head of an import: the file, how it was understood, and what can be said about that."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from partners_app.domain.incoming import Layout
from partners_app.services import import_tables
from partners_app.services.import_sources import FoundTable
from partners_app.texts.imports import layout_name
from partners_app.ui import theme
from partners_app.ui.theme import Look
from partners_app.ui.widgets.icon_label import IconLabel

_EDGE = 5.0
_ICON = 7.5
_YEAR_LETTERS = "00000"
_WIDEST_CHOICE = 130.0


class ImportHead(QWidget):
    """Icon, name and facts; below them the questions that the file leaves open, if any."""

    other_file_requested = Signal()
    table_chosen = Signal(int)
    """The place of the table among those that are offered."""
    year_given = Signal(object)
    """The report year as a number, None for none."""
    hidden_rows_wanted = Signal(bool)
    columns_requested = Signal()
    findings_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Show no file yet."""
        super().__init__(parent)
        self._name = QLabel()
        theme.set_look(self._name, Look.SECTION)
        self._facts = QLabel()
        theme.set_look(self._facts, Look.SMALL)
        for label in (self._name, self._facts):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
        self.findings = QToolButton()
        self.other_file = QToolButton()
        self.other_file.setText(self.tr("&Other file…"))
        self.columns = QToolButton()
        self.columns.setText(self.tr("Colu&mns…"))
        for button, icon in (
            (self.findings, "triangle-alert"),
            (self.columns, "list-checks"),
            (self.other_file, "folder-open"),
        ):
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            theme.give_icon(button, icon, before_text=True)
        self.tables = QComboBox()
        self.tables.setAccessibleName(self.tr("Table of the file"))
        self.tables.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.tables.setMaximumWidth(theme.length(_WIDEST_CHOICE))
        self.year = QLineEdit()
        self.year.setAccessibleName(self.tr("Report year"))
        self.year.setValidator(QIntValidator(0, 9999, self))
        self._year_label = QLabel(self.tr("Report &year"))
        self._year_label.setBuddy(self.year)
        theme.set_look(self._year_label, Look.QUIET)
        self.hidden_rows = QCheckBox(self.tr("&Hidden rows too"))
        self._lay_out()
        self.findings.clicked.connect(self.findings_requested)
        self.other_file.clicked.connect(self.other_file_requested)
        self.tables.activated.connect(self.table_chosen)
        self.year.editingFinished.connect(self._give_year)
        self.hidden_rows.clicked.connect(self.hidden_rows_wanted)
        self.columns.clicked.connect(self.columns_requested)

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._name)
        words.addWidget(self._facts)
        first = QHBoxLayout()
        first.setSpacing(theme.length(2.5))
        first.addWidget(IconLabel("file-spreadsheet", "accent", units=_ICON))
        first.addLayout(words, 1)
        first.addWidget(self.findings)
        first.addWidget(self.columns)
        first.addWidget(self.other_file)
        self._questions = QWidget()
        second = QHBoxLayout(self._questions)
        second.setContentsMargins(theme.length(_ICON + 2.5), theme.length(2), 0, 0)
        second.setSpacing(theme.length(3))
        second.addWidget(self.tables)
        second.addWidget(self._year_label)
        second.addWidget(self.year)
        second.addWidget(self.hidden_rows)
        second.addStretch(1)
        whole = QVBoxLayout(self)
        edge = theme.length(_EDGE)
        whole.setContentsMargins(edge, theme.length(3), edge, theme.length(3))
        whole.setSpacing(0)
        whole.addLayout(first)
        whole.addWidget(self._questions)
        self.year.setFixedWidth(
            self.year.fontMetrics().horizontalAdvance(_YEAR_LETTERS) + theme.length(6)
        )
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def facts(self) -> str:
        """Return the line under the name."""
        return self._facts.text()

    def show_file(self, name: str) -> None:
        """Show a file that is not read yet."""
        self._name.setText(name)
        self._facts.setText(self.tr("is being read…"))
        self.findings.hide()
        self.columns.hide()
        self._questions.hide()

    def show_facts(self, layout: Layout | None, table: FoundTable | None, year: int | None) -> None:
        """Say which table was found in it, and how it was understood."""
        parts = []
        if table is not None:
            rows = import_tables.row_count(table)
            parts.append(self.tr("Sheet “%1”").replace("%1", table.sheet))
            parts.append(self.tr("%n row(s)", "", rows))
            layout = table.layout
        if layout is not None:
            words = layout_name(layout)
            words = words[:1].lower() + words[1:]
            parts.append(self.tr("recognised: %1").replace("%1", words))
        if year is not None:
            parts.append(self.tr("year %1").replace("%1", str(year)))
        self._facts.setText(" · ".join(parts))

    def show_findings(self, count: int) -> None:
        """Say how many findings there are about the file."""
        self.findings.setText(self.tr("Findings: %1").replace("%1", str(count)))
        self.findings.setHidden(count == 0)

    def show_questions(
        self,
        tables: Sequence[FoundTable],
        table: FoundTable | None,
        *,
        asks_for_year: bool,
        year: int | None,
        include_hidden: bool,
        can_map: bool,
    ) -> None:
        """Offer what the file leaves open; nothing of it is shown where nothing is."""
        self.tables.clear()
        for each in tables:
            self.tables.addItem(self._table_words(each))
        self.tables.setPlaceholderText(self.tr("Choose a table…"))
        self.tables.setCurrentIndex(_place_of(tables, table))
        several = len(tables) > 1 or (table is None and bool(tables))
        self.tables.setVisible(several)
        for part in (self._year_label, self.year):
            part.setVisible(asks_for_year)
        if not self.year.hasFocus():
            self.year.setText("" if year is None else str(year))
        has_hidden = table is not None and import_tables.has_hidden_rows(table)
        self.hidden_rows.setVisible(has_hidden)
        self.hidden_rows.setChecked(include_hidden)
        self.columns.setVisible(can_map)
        self._questions.setVisible(several or asks_for_year or has_hidden)

    def _table_words(self, table: FoundTable) -> str:
        words = f"{table.sheet} · {layout_name(table.layout).lower()}"
        if import_tables.is_hidden(table):
            return self.tr("%1 (hidden sheet)").replace("%1", words)
        return words

    def _give_year(self) -> None:
        text = self.year.text()
        self.year_given.emit(int(text) if text else None)


def _place_of(tables: Sequence[FoundTable], table: FoundTable | None) -> int:
    return next(
        (n for n, each in enumerate(tables) if table is not None and each.grid is table.grid), -1
    )
