"""Issuing the report of a year: what will be kept for good, and a note to tell it by."""

from PySide6.QtWidgets import QCheckBox, QLabel, QLineEdit, QVBoxLayout, QWidget

from partners_app.services.reporting import YearlyReport
from partners_app.ui import theme
from partners_app.ui.theme import Look
from partners_app.ui.widgets.dialog_frame import ActDialog, give_edges

_WIDTH = 150.0


class IssueDialog(ActDialog):
    """Asks for a note, and whether the file is to be saved at once."""

    def __init__(self, report: YearlyReport, parent: QWidget | None = None) -> None:
        """Tell what the report of a year holds now."""
        super().__init__(parent)
        year = str(report.year)
        self.setWindowTitle(self.tr("Issue the report for %1").replace("%1", year))
        parts = (
            self.tr("%n partner(s)", "", report.partner_count),
            self.tr("%n event(s)", "", report.event_count),
        )
        told = QLabel(
            self.tr(
                "%1. The edition keeps the report as it is now; later corrections of the "
                "register do not change it."
            ).replace("%1", ", ".join(parts))
        )
        told.setWordWrap(True)
        self.remark = QLineEdit()
        self.remark.setPlaceholderText(self.tr("Approved by the chairman on 15 January"))
        label = QLabel(self.tr("&Note:"))
        label.setBuddy(self.remark)
        self.remark.setAccessibleName(self.tr("Note"))
        self.save_file = QCheckBox(self.tr("&Save the workbook as a file, too"))
        self.save_file.setChecked(True)
        column = QVBoxLayout()
        give_edges(column)
        column.setSpacing(theme.length(2))
        column.addWidget(told)
        column.addSpacing(theme.length(2))
        column.addWidget(label)
        column.addWidget(self.remark)
        column.addWidget(self.save_file)
        column.addStretch(1)
        self.content.addLayout(column)
        if not report.event_count:
            warning = QLabel(self.tr("There are no events of this year to be printed."))
            theme.set_look(warning, Look.WARN)
            column.insertWidget(1, warning)
        self.act_button.setText(self.tr("Issue the report for %1").replace("%1", year))
        self.setMinimumWidth(theme.length(_WIDTH))
        self.remark.setFocus()
