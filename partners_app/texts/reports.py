"""What a written file leaves out or cannot hold, in words."""

from PySide6.QtCore import QCoreApplication

from partners_app.services.exporting import ExportResult
from partners_app.services.reporting import ReportResult

translate = QCoreApplication.translate


def left_out_lines(written: ReportResult) -> list[str]:
    """Return a line for each kind of thing that the report does not hold as the register does."""
    left = written.left_out
    counted = (
        (translate("report", "Countries left out: %1"), left.countries),
        (translate("report", "Partners left out, not of this year: %1"), left.partners),
        (translate("report", "Agreements left out, later ones: %1"), left.agreements),
        (translate("report", "Dates left out, later ones: %1"), left.dates),
        (translate("report", "Events left out, not to be printed: %1"), left.events),
        (translate("report", "Events left out, of no partner and no country: %1"), left.unplaced),
        (translate("report", "Events left out, without date and text: %1"), left.blank),
        (translate("report", "Countries not chosen: %1"), left.unchosen_countries),
        (translate("report", "Events of countries that are not chosen: %1"), left.unchosen_events),
        (translate("report", "Events outside the chosen period: %1"), left.outside_period),
        (translate("report", "Partners left out, without events: %1"), left.eventless),
        (
            translate("report", "Characters that no report can hold, replaced: %1"),
            written.replaced_characters,
        ),
    )
    lines = _told(counted)
    if not written.events:
        nothing = translate("report", "There is not one event of %1 in the report")
        lines.insert(0, nothing.replace("%1", str(written.year)))
    return lines


def not_held_lines(written: ExportResult) -> list[str]:
    """Return a line for each kind of thing that an exported file cannot hold."""
    counted = (
        (
            translate("report", "Characters that a workbook cannot hold, replaced: %1"),
            written.replaced_characters,
        ),
        (translate("report", "Texts longer than a cell of a workbook, cut: %1"), written.cut_texts),
    )
    return _told(counted)


def _told(counted: tuple[tuple[str, int], ...]) -> list[str]:
    return [line.replace("%1", str(number)) for line, number in counted if number]
