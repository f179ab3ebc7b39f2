"""What taking a file in would do, in words: outcomes, doubts, layouts."""

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from partners_app.domain.import_plan import Doubt, Outcome, PlanEntry
from partners_app.domain.incoming import Layout
from partners_app.texts.findings import finding_text
from partners_app.texts.tables import the_record

_OUTCOMES: dict[Outcome, object] = {
    Outcome.NEW: QT_TRANSLATE_NOOP("import", "New"),
    Outcome.CHANGED: QT_TRANSLATE_NOOP("import", "Will change"),
    Outcome.DELETED: QT_TRANSLATE_NOOP("import", "Not in the file"),
    Outcome.UNCHANGED: QT_TRANSLATE_NOOP("import", "Unchanged"),
    Outcome.DOUBTFUL: QT_TRANSLATE_NOOP("import", "Check it"),
    Outcome.REFUSED: QT_TRANSLATE_NOOP("import", "Refused"),
}

_DOUBTS: dict[Doubt, object] = {
    Doubt.LOOKS_LIKE: QT_TRANSLATE_NOOP(
        "import", "It looks like a record of the register. The same one, or a new one?"
    ),
    Doubt.BAND_MISSING: QT_TRANSLATE_NOOP(
        "import", "The country is new, and the file names no band. Which one is it in?"
    ),
    Doubt.PARENT_UNDECIDED: QT_TRANSLATE_NOOP(
        "import", "First decide about the record that it belongs to."
    ),
    Doubt.EMPTIED: QT_TRANSLATE_NOOP(
        "import", "The file has nothing here any more. Empty it in the register too?"
    ),
    Doubt.CHANGED_BOTH: QT_TRANSLATE_NOOP(
        "import",
        "It was changed in the file and, after the export, in the register. Take the file's?",
    ),
    Doubt.DELETED_SINCE: QT_TRANSLATE_NOOP(
        "import", "It was deleted in the register after the export. Bring it back as in the file?"
    ),
    Doubt.CHANGED_EITHER: QT_TRANSLATE_NOOP(
        "import",
        "It was changed in the file or, after the export, in the register. Take the file's?",
    ),
    Doubt.DELETED_OR_NEW: QT_TRANSLATE_NOOP(
        "import",
        "The register does not have it: it was deleted there, or is new in the file. "
        "Take it as in the file?",
    ),
}

_LAYOUTS: dict[Layout, object] = {
    Layout.REPORT: QT_TRANSLATE_NOOP("import", "Yearly table"),
    Layout.FLAT: QT_TRANSLATE_NOOP("import", "Table with a record a row"),
    Layout.DATA_WORKBOOK: QT_TRANSLATE_NOOP("import", "Data of a register"),
    Layout.JSON: QT_TRANSLATE_NOOP("import", "Data of a register (JSON)"),
    Layout.REGISTER: QT_TRANSLATE_NOOP("import", "Another register"),
}


_SETTINGS: dict[str, object] = {
    "setting/title": QT_TRANSLATE_NOOP("import", "Title of the yearly table"),
    "setting/report_font": QT_TRANSLATE_NOOP("import", "Font of the report"),
}


def outcome_word(outcome: Outcome) -> str:
    """Return what would become of a record, in a word or two."""
    return QCoreApplication.translate("import", str(_OUTCOMES[outcome]))


def doubt_text(doubt: Doubt) -> str:
    """Return why somebody must look at a record, and what is asked."""
    return QCoreApplication.translate("import", str(_DOUBTS[doubt]))


def record_word(table: str, key: str) -> str:
    """Return what kind of record an entry is of; of a setting, which one."""
    if key in _SETTINGS:
        return QCoreApplication.translate("import", str(_SETTINGS[key]))
    return the_record(table)


def layout_name(layout: Layout) -> str:
    """Return how a file was understood."""
    return QCoreApplication.translate("import", str(_LAYOUTS[layout]))


def entry_reason(entry: PlanEntry) -> str:
    """Return why an entry is doubtful or refused; "" for any other."""
    if entry.reason is not None:
        return finding_text(entry.reason).in_one
    return "" if entry.doubt is None else doubt_text(entry.doubt)
