"""Editions of the report in words: what is wrong with one, what differs between two."""

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from partners_app.domain.errors import EditionProblem, EditionUnreadable
from partners_app.services.editions import Difference, Fate, Part
from partners_app.services.editions import Place as ReportPlace

translate = QCoreApplication.translate

# Whole sentences: Russian verbs agree with what was added.
_DIFFERENCES: dict[tuple[Part, Fate], object] = {
    (Part.TITLE, Fate.CHANGED): QT_TRANSLATE_NOOP("comparison", "Title changed"),
    (Part.BAND, Fate.ADDED): QT_TRANSLATE_NOOP("comparison", "Band added"),
    (Part.BAND, Fate.REMOVED): QT_TRANSLATE_NOOP("comparison", "Band removed"),
    (Part.BAND, Fate.CHANGED): QT_TRANSLATE_NOOP("comparison", "Band changed"),
    (Part.COUNTRY, Fate.ADDED): QT_TRANSLATE_NOOP("comparison", "Country added"),
    (Part.COUNTRY, Fate.REMOVED): QT_TRANSLATE_NOOP("comparison", "Country removed"),
    (Part.COUNTRY, Fate.CHANGED): QT_TRANSLATE_NOOP("comparison", "Country changed"),
    (Part.PARTNER, Fate.ADDED): QT_TRANSLATE_NOOP("comparison", "Partner added"),
    (Part.PARTNER, Fate.REMOVED): QT_TRANSLATE_NOOP("comparison", "Partner removed"),
    (Part.PARTNER, Fate.CHANGED): QT_TRANSLATE_NOOP("comparison", "Partner changed"),
    (Part.DOCUMENT, Fate.ADDED): QT_TRANSLATE_NOOP("comparison", "Document added"),
    (Part.DOCUMENT, Fate.REMOVED): QT_TRANSLATE_NOOP("comparison", "Document removed"),
    (Part.DOCUMENT, Fate.CHANGED): QT_TRANSLATE_NOOP("comparison", "Document changed"),
    (Part.EVENT, Fate.ADDED): QT_TRANSLATE_NOOP("comparison", "Event added"),
    (Part.EVENT, Fate.REMOVED): QT_TRANSLATE_NOOP("comparison", "Event removed"),
    (Part.EVENT, Fate.CHANGED): QT_TRANSLATE_NOOP("comparison", "Event changed"),
}


def unreadable_edition(error: EditionUnreadable) -> tuple[str, str]:
    """Return what is wrong with an edition, and what to do."""
    match error.problem:
        case EditionProblem.WORKBOOK:
            return (
                translate(
                    "errors",
                    "The workbook kept with the edition is damaged: it is not the one that was "
                    "issued.",
                ),
                translate(
                    "errors",
                    "Nothing was written. Save the edition as a PDF, which is made from its table, "
                    "or take the workbook from a backup of the register.",
                ),
            )
        case EditionProblem.NEWER:
            return (
                translate("errors", "The edition was issued with a newer version of Partners."),
                translate(
                    "errors",
                    "Update the program. The workbook of the edition can be saved all the same.",
                ),
            )
        case _:
            return (
                translate("errors", "The table kept with the edition is damaged."),
                translate(
                    "errors",
                    "Save the edition as an Excel workbook, which is kept beside it, or open a "
                    "backup of the register.",
                ),
            )


def difference_title(difference: Difference) -> str:
    """Return what became of what: «Мероприятие добавлено»."""
    return translate("comparison", str(_DIFFERENCES[difference.part, difference.fate]))


def place_text(place: ReportPlace) -> str:
    """Return where something stands: «Австрия › г. Грац»."""
    return " › ".join(text for text in (place.country or place.band, place.partner) if text)


def moved_text(difference: Difference) -> str:
    """Return from where something moved, "" where it did not."""
    if difference.moved_from is None:
        return ""
    text = translate("comparison", "Stood under: %1")
    return text.replace("%1", place_text(difference.moved_from))
